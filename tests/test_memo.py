from __future__ import annotations

from deckgen.memo import Memo, Once


def test_a_value_is_made_once() -> None:
    made: list[str] = []
    memo: Memo[str, int] = Memo(3)
    for _ in range(2):
        memo.get("a", lambda: made.append("a") or 1)  # type: ignore[func-returns-value]
    assert made == ["a"]


def test_no_more_than_the_limit_is_kept_and_the_oldest_goes_first() -> None:
    memo: Memo[int, int] = Memo(3)
    for key in range(5):
        memo.get(key, lambda key=key: key)  # type: ignore[misc]
    assert len(memo) == 3
    assert memo.get(4, lambda: -1) == 4
    assert memo.get(0, lambda: -1) == -1


def test_with_nothing_to_keep_every_value_is_made_anew() -> None:
    memo: Memo[str, object] = Memo(0)
    assert memo.get("a", object) is not memo.get("a", object)
    assert len(memo) == 0


def test_a_value_is_made_once_for_each_object_and_each_thing_it_is_among() -> None:
    once: Once[list[int], list[int]] = Once(10)
    one, equal = [1], [1]
    made = once.get(one, list)
    assert once.get(one, list) is made
    assert once.get(equal, list) is not made
    assert once.get(one, list, among="others") is not made


def test_an_object_that_is_gone_leaves_no_value_to_another_one() -> None:
    once: Once[list[int], int] = Once(1_000)
    for number in range(500):  # each would have the place of the one before, were that not held
        assert once.get([number], lambda one: one[0]) == number
