"""Two rows of things held against each other: which of one is which of the other, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")
Pair = tuple[int | None, int | None]
MOST_PAIRS = 4_000
"""So many things are held against each other one by one; beyond, in their order."""


def aligned(
    before: Sequence[T], after: Sequence[T], key: Callable[[T], str], likeness: Callable[[T, T], float], *, floor: float
) -> list[Pair]:
    """Places in `before` and in `after`, in order; None where one side has nothing like it.

    Equal ones (by `key`) go together; between these, those that are alike by `floor` at least.
    """
    pairs: list[Pair] = []
    keys = [key(thing) for thing in before], [key(thing) for thing in after]
    for what, i1, i2, j1, j2 in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if what == "equal":
            pairs += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            pairs += _between(before, after, (i1, i2, j1, j2), likeness, floor)
    return pairs


def _between(
    before: Sequence[T],
    after: Sequence[T],
    where: tuple[int, int, int, int],
    likeness: Callable[[T, T], float],
    floor: float,
) -> Iterator[Pair]:
    """Pairs of two stretches without equal things: those whose likenesses add up to the most."""
    i1, i2, j1, j2 = where
    rows, columns = i2 - i1, j2 - j1
    if rows == columns == 1:
        yield i1, j1
        return
    if rows * columns > MOST_PAIRS:
        yield from _in_order(where)
        return
    alike = [[likeness(before[i], after[j]) for j in range(j1, j2)] for i in range(i1, i2)]
    best = _sums(alike, rows, columns, floor)
    i = j = 0
    while i < rows or j < columns:
        if i < rows and j < columns and alike[i][j] >= floor and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            yield i1 + i, j1 + j
            i, j = i + 1, j + 1
        elif i < rows and (j == columns or best[i][j] == best[i + 1][j]):
            yield i1 + i, None
            i += 1
        else:
            yield None, j1 + j
            j += 1


def _sums(alike: list[list[float]], rows: int, columns: int, floor: float) -> list[list[float]]:
    """The most that the likenesses from each place on add up to."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if alike[i][j] >= floor:
                best[i][j] = max(best[i][j], best[i + 1][j + 1] + alike[i][j])
    return best


def _in_order(where: tuple[int, int, int, int]) -> Iterator[Pair]:
    i1, i2, j1, j2 = where
    common = min(i2 - i1, j2 - j1)
    yield from ((i1 + n, j1 + n) for n in range(common))
    yield from ((i, None) for i in range(i1 + common, i2))
    yield from ((None, j) for j in range(j1 + common, j2))


def longest_rising(numbers: Sequence[int]) -> set[int]:
    """The places of a longest rising subsequence: what has kept its order. Of several, the one that ends lowest."""
    from bisect import bisect_left

    tails: list[int] = []
    places: list[int] = []
    above: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(tails, number)
        above.append(places[at - 1] if at else -1)
        tails[at : at + 1] = [number]
        places[at : at + 1] = [place]
    kept: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        kept.add(place)
        place = above[place]
    return kept
