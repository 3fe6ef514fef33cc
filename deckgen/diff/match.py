"""Which slide of one deck is which of the other: by what they are called, then by what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from deckgen.diff.match_shapes import content
from deckgen.diff.view import Slide

ALIKE = 0.5
"""Slides without a name in common are the same slide from this likeness on."""
RECOGNISED = 0.15
"""Slides whose numbers alone agree, which any two decks' may, need at least this much in common."""
_GENERIC = re.compile(r"\s*(slide|page|shape|folie|diapositive|title slide)?\s*\d*\s*", re.IGNORECASE)


class Matched(Struct, frozen=True):
    """Places of one slide on both sides, and whether it was recognised by its name."""

    before: int
    after: int


class Content:
    """What a slide says, for telling how alike two are: its words, pictures, and values."""

    def __init__(self, slide: Slide) -> None:
        self.slide = slide

    @cached_property
    def words(self) -> Counter[str]:
        """Each word, picture and value, and how often."""
        found: Counter[str] = Counter()
        for shape in self.slide.shapes:
            if not shape.is_foot:
                found.update(content(shape))
        return found

    @cached_property
    def all(self) -> tuple[tuple[str, int], ...]:
        """The same as a value."""
        return tuple(sorted(self.words.items()))

    def likeness(self, other: Content) -> float:
        """From 0, nothing in common, to 1, everything; what neither has counts as half alike."""
        total = self.words.total() + other.words.total()
        if not total:
            return 0.5
        few, many = sorted((self.words, other.words), key=len)
        return 2 * sum(min(count, many[word]) for word, count in few.items() if word in many) / total


def matched(before: Sequence[Slide], after: Sequence[Slide]) -> list[Matched]:
    """The slides that both decks have, in the order of the second."""
    matcher = _Matcher(before, after)
    matcher.by(lambda slide: "" if _GENERIC.fullmatch(slide.name) else slide.name, 0)
    matcher.by(lambda slide: slide.created, RECOGNISED)
    matcher.by(lambda slide: slide.slide_id, RECOGNISED)
    matcher.by_content()
    matcher.by_likeness()
    return sorted(matcher.found, key=lambda pair: pair.after)


class _Matcher:
    """Takes slides off both sides as they are recognised."""

    def __init__(self, before: Sequence[Slide], after: Sequence[Slide]) -> None:
        self._before = dict(enumerate(map(Content, before)))
        self._after = dict(enumerate(map(Content, after)))
        self.found: list[Matched] = []

    def by(self, key: Callable[[Slide], str], floor: float) -> None:
        """Match slides of one key, the most alike first: copies of a slide may have kept its key."""
        groups: dict[str, list[int]] = {}
        for place, there in self._after.items():
            groups.setdefault(key(there.slide), []).append(place)
        groups.pop("", None)
        pairs = [
            (there.likeness(self._after[other]), place, other)
            for place, there in self._before.items()
            for other in groups.get(key(there.slide), ())
        ]
        self._take(pair for pair in pairs if pair[0] >= floor)

    def by_content(self) -> None:
        """Match what says exactly the same, in order."""
        groups: dict[tuple[object, ...], list[int]] = {}
        for place, there in self._after.items():
            groups.setdefault(there.all, []).append(place)
        for place, there in list(self._before.items()):
            same = groups.get(there.all)
            if same and there.all:
                self._pair(place, same.pop(0))

    def by_likeness(self) -> None:
        """Match the rest, the most alike first."""
        pairs = ((one.likeness(other), i, j) for i, one in self._before.items() for j, other in self._after.items())
        self._take([pair for pair in pairs if pair[0] >= ALIKE])

    def _take(self, pairs: Iterator[tuple[float, int, int]] | Sequence[tuple[float, int, int]]) -> None:
        for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[2])):
            if i in self._before and j in self._after:
                self._pair(i, j)

    def _pair(self, before: int, after: int) -> None:
        del self._before[before], self._after[after]
        self.found.append(Matched(before, after))
