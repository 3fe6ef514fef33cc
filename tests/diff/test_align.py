"""Rows of things held against each other."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest

from deckgen.diff.align import aligned, longest_rising
from deckgen.diff.words import likeness


def pairs(before: list[str], after: list[str]) -> list[tuple[int | None, int | None]]:
    return aligned(before, after, str, likeness, floor=0.4)


def test_equal_things_go_together_and_those_between_by_likeness() -> None:
    before = ["Intro", "The red house stands", "The green tree grows", "End"]
    after = ["Intro", "The tall green tree grows", "End"]
    assert pairs(before, after) == [(0, 0), (1, None), (2, 1), (3, 2)]


def test_one_thing_in_place_of_one_other_is_its_new_version() -> None:
    assert pairs(["A", "wholly other", "C"], ["A", "something else", "C"]) == [(0, 0), (1, 1), (2, 2)]


@pytest.mark.parametrize(("before", "after"), [([], ["a"]), (["a"], []), ([], [])])
def test_nothing_is_aligned_with_nothing(before: list[str], after: list[str]) -> None:
    found = pairs(before, after)
    assert [i for i, _ in found if i is not None] == list(range(len(before)))
    assert [j for _, j in found if j is not None] == list(range(len(after)))


@pytest.mark.parametrize("numbers", list(permutations(range(5))))
def test_what_kept_its_order_is_as_much_as_can_be(numbers: tuple[int, ...]) -> None:
    found = sorted(longest_rising(numbers))
    rising = [numbers[place] for place in found]
    assert rising == sorted(rising)
    longest = max(len(c) for size in range(6) for c in combinations(numbers, size) if list(c) == sorted(c))
    assert len(found) == longest


def test_one_slide_moved_is_one_move() -> None:
    assert longest_rising([1, 2, 3, 4, 0]) == {0, 1, 2, 3}
    assert longest_rising([4, 0, 1, 2, 3]) == {1, 2, 3, 4}
