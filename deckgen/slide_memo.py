"""Slides laid out once for all decks that word them the same: of thousands of decks, most slides are equal."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckgen.diagnostics import Diagnostic
from deckgen.resolve.model import ResolvedSlide
from deckgen.scene import Slide
from deckgen.scene.texts import paragraphs

LIMIT = 4_000
"""How many are kept; the oldest go first. What every deck has is made again once in a while, then."""


class LaidOut(Struct, frozen=True):
    """A slide that was laid out before: what it was made of, and what came of it.

    `used` are the variables it asked for with their values; with the same ones it comes out the same, and the same
    is `said` of it.
    """

    source: ResolvedSlide
    used: dict[str, str | None]
    slides: tuple[Slide, ...]
    files: tuple[str, ...]
    said: tuple[Diagnostic, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether it comes out the same whichever slides stand around it: it links to none, and nothing is said."""
        return not self.said and not any(_links_within(slide) for slide in self.slides)


class SlideMemo:
    """What was laid out so far. A key tells what a slide is made of beside variables and the deck's other slides."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._asked: dict[tuple[object, ...], list[tuple[str, ...]]] = {}
        self._made: dict[tuple[object, ...], LaidOut] = {}

    def find(self, key: tuple[object, ...], variables: Mapping[str, str], around: frozenset[str]) -> LaidOut | None:
        """The slide as it was laid out with the same values, in a deck whose slides are `around` it."""
        for names in self._asked.get(key, ()):
            wanted = key, names, tuple([variables.get(name) for name in names])
            found = self._made.get((*wanted, None)) or self._made.get((*wanted, around))
            if found is not None:
                return found
        return None

    def keep(self, key: tuple[object, ...], made: LaidOut, around: frozenset[str]) -> None:
        """Remember `made` for the next deck."""
        names = tuple(made.used)
        asked = self._asked.setdefault(key, [])
        if names not in asked:
            asked.append(names)
        self._made[key, names, tuple(made.used.values()), None if made.alone else around] = made
        if len(self._made) > self._limit:
            del self._made[next(iter(self._made))]

    def __len__(self) -> int:
        return len(self._made)


def _links_within(slide: Slide) -> bool:
    """Whether the slide links to another one, so that it depends on which slides its deck has."""
    return any(
        run.link is not None and run.link.slide is not None
        for node in slide.nodes
        for paragraph, _ in paragraphs(node)
        for run in paragraph.runs
    )
