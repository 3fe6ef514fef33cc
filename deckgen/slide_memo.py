"""Slides laid out once for all decks that word them the same: of thousands of decks, most slides are equal."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from deckgen.diagnostics import Diagnostic
from deckgen.resolve.model import ResolvedSlide
from deckgen.room import Room, pictures_in
from deckgen.scene import Slide, Transition
from deckgen.scene.build import with_footer
from deckgen.scene.texts import paragraphs

Among: TypeAlias = tuple[str | None, Transition | None, str]
"""The section, transition and footer of where a slide stands."""

LIMIT = 4_000
"""How many are kept; the oldest go first. What every deck has is made again once in a while, then. Those with pictures
go before, where these have too many bytes: such as no deck has asked for the longest."""


PLACES = 8
"""So many are kept of a slide: audiences have sections and footers of their own."""


class LaidOut(Struct):
    """A slide that was laid out before: what it was made of, and what came of it.

    `used` are the variables it asked for with their values; with the same ones it comes out the same, and the same
    is `said` of it. `placed` is how it has stood in decks.
    """

    source: ResolvedSlide
    used: dict[str, str | None]
    slides: tuple[Slide, ...]
    files: tuple[str, ...]
    said: tuple[Diagnostic, ...] = ()
    placed: dict[Among, tuple[Slide, ...]] = {}

    def among(self, section: str | None, transition: Transition | None, footer: str) -> tuple[Slide, ...]:
        """The slides with what their place in a deck says of them: the section, the footer, and the transition of
        those around them where they say none themselves. The same place gives the same objects, not only equal ones.
        """
        place = section, transition, footer
        found = self.placed.get(place)
        if found is None:
            if len(self.placed) == PLACES:
                self.placed.clear()
            found = self.placed[place] = tuple([_placed(slide, *place) for slide in self.slides])
        return found

    @property
    def sources(self) -> frozenset[str]:
        """Every file that it was made of."""
        slide = self.source
        written = (slide.span.file, slide.kind.span.file, *(field.value.span.file for field in slide.fields.values()))
        return frozenset((*written, *self.files))

    @property
    def fixed(self) -> bool:
        """Whether it is the same in every deck of its running order. Slides with pictures are left out of these: they
        are kept as long as there is room for them."""
        return not self.used and not self.files and self.alone

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
        self._room: Room[tuple[object, ...]] = Room()

    def find(self, key: tuple[object, ...], variables: Mapping[str, str], around: frozenset[str]) -> LaidOut | None:
        """The slide as it was laid out with the same values, in a deck whose slides are `around` it."""
        for names in self._asked.get(key, ()):
            wanted = key, names, tuple([variables.get(name) for name in names])
            for full in ((*wanted, None), (*wanted, around)):
                found = self._made.get(full)
                if found is not None:
                    if found.files:  # else it shows none
                        self._room.use(full)
                    return found
        return None

    def keep(self, key: tuple[object, ...], made: LaidOut, around: frozenset[str]) -> None:
        """Remember `made` for the next deck."""
        names = tuple(made.used)
        asked = self._asked.setdefault(key, [])
        if names not in asked:
            asked.append(names)
        full = key, names, tuple(made.used.values()), None if made.alone else around
        self._made[full] = made
        gone = self._room.take(full, [image for slide in made.slides for image in pictures_in(slide.nodes)])
        if len(self._made) - len(gone) > self._limit:
            gone.append(next(one for one in self._made if one not in gone))
            self._room.leave(gone[-1])
        for one in gone:
            del self._made[one]

    def forget(self, paths: Collection[str]) -> None:
        """Drop what was made of these files, and what anything was said of: a file that wasn't there may be now."""
        for key in [key for key, made in self._made.items() if made.said or not made.sources.isdisjoint(paths)]:
            self._room.leave(key)
            del self._made[key]

    def __len__(self) -> int:
        return len(self._made)


def _placed(slide: Slide, section: str | None, around: Transition | None, footer: str) -> Slide:
    """The slide in its place. The transition "none" is as if nobody had said any."""
    transition = slide.transition or around
    build = with_footer(slide.build) if footer and slide.build else slide.build
    transition = None if transition == "none" else transition
    return replace(slide, section=section, footer=footer, transition=transition, build=build)


def _links_within(slide: Slide) -> bool:
    """Whether the slide links to another one, so that it depends on which slides its deck has."""
    return any(
        run.link is not None and run.link.slide is not None
        for node in slide.nodes
        for paragraph, _ in paragraphs(node)
        for run in paragraph.runs
    )
