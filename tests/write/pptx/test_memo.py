from __future__ import annotations

from deckgen.write.pptx.memo import Memo


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
