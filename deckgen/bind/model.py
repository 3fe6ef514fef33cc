"""What binding gives: a deck of typed slides, nothing open."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.kinds.base import Kind
from deckgen.scene import Transition
from deckgen.spec.deck import SpeakerSpec
from deckgen.spec.slots import Spec
from deckgen.spec.text import Block
from deckgen.spec.types.names import Name


class BoundSlide(Struct, frozen=True, kw_only=True):
    """A slide with its slots as the kind's spec has them. `span` is where the slide stands.

    `build` is where it says that it is built, None where it isn't.
    """

    id: str
    kind: Kind
    spec: Spec
    notes: tuple[Block, ...] = ()
    minutes: float | None = None
    hidden: bool = False
    section: str | None = None
    build: Span | None = None
    transition: Transition | None = None
    span: Span


class BoundDeck(Struct, frozen=True, kw_only=True):
    """A deck for one audience. `title` is plain words; `source` the deck's file.

    `minutes` is how long the talk may take; `total_minutes` what its slides take.
    """

    id: str
    audience: str
    label: str
    title: str
    brand: Name
    language: str
    date: date | None
    speaker: SpeakerSpec | None
    minutes: float | None
    slides: tuple[BoundSlide, ...]
    source: str
    span: Span

    @property
    def total_minutes(self) -> float | None:
        """The sum of the shown slides' minutes; None when no slide says any."""
        found = [s.minutes for s in self.slides if s.minutes is not None and not s.hidden]
        return sum(found) if found else None
