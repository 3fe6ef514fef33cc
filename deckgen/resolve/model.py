"""What resolving gives: a deck for one audience whose slides have nothing open but variables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.load.nodes import MapNode, Node, ScalarNode
from deckgen.scene import Transition
from deckgen.spec.deck import SpeakerSpec
from deckgen.spec.types.names import Name

if TYPE_CHECKING:
    from deckgen.spec.deck_facts import DeckFacts


class Settings(Struct, frozen=True, kw_only=True):
    """What a build says beside the files: `--set` values, the brand's slots by kind, and in a batch the cells of a row
    by their columns, with the row's place."""

    variables: Mapping[str, str] = {}
    row: Mapping[str, str] = {}
    row_span: Span = NOWHERE
    defaults: MapNode | None = None


class Layered(Struct, frozen=True, gc=False):
    """A slot's value and the layer that it comes from: 'slide', 'variant governors', 'with' …"""

    key: ScalarNode
    value: Node
    layer: str


class Inherited(Struct, frozen=True):
    """A transition that holds for the slides of a section or a deck, the `layer`, and where that says it."""

    value: Transition
    layer: str
    span: Span


class ResolvedSlide(Struct, frozen=True, kw_only=True):
    """A slide for one audience. `fields` holds its slots, and its frame (notes, minutes …).

    `transition` is what its section or its deck says, where the slide says nothing itself.
    """

    id: str
    kind: Name
    fields: dict[str, Layered]
    section: str | None
    transition: Inherited | None = None
    span: Span


class ResolvedDeck(Struct, frozen=True, kw_only=True):
    """A deck for one audience. `source` is its file, `label` the audience's for people, `ids` are its slides'.
    `first` is the number of its first slide: not 1 where `slides` are only some of them."""

    id: str
    audience: str
    label: str
    title: str
    brand: Name
    language: str
    language_span: Span
    date: date | None
    speaker: SpeakerSpec | None
    minutes: float | None
    mend: bool
    variables: dict[str, str]
    facts: DeckFacts | None = None
    footer: str
    footer_span: Span
    slides: tuple[ResolvedSlide, ...]
    ids: frozenset[str]
    source: str
    span: Span
    defaults: MapNode | None = None
    first: int = 1

    def slide(self, id: str) -> ResolvedSlide | None:
        """The slide of this id, or None."""
        return next((slide for slide in self.slides if slide.id == id), None)
