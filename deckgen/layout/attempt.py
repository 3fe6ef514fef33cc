"""A way to set a slide, before it is measured: which layout, and what goes into its placeholders."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from deckgen.brand.model import Placeholder
from deckgen.diagnostics import NOWHERE, Span
from deckgen.scene import BoxLook, Link, Node, Paragraph, TextStyle
from deckgen.units import Emu, Rect


class Fill(Struct, frozen=True, kw_only=True):
    """Text on its way into the placeholder of `slot`, in `rect` and `style`.

    `name` is the slot path the shape is known by. `limit` is the height the text may take, which is
    no more than the rect's where a source or a rule stands below. `click` is where a click on the whole box goes.
    Text that is in no placeholder of the layout's has a `box` of its own, which is none of the layout's either; its
    `look` is drawn, and its insets keep the text from the rect's sides.
    """

    slot: str
    name: str
    paragraphs: tuple[Paragraph, ...]
    style: TextStyle
    space_after: Emu
    rect: Rect
    limit: Emu
    click: Link | None = None
    box: Placeholder | None = None
    look: BoxLook | None = None
    span: Span = NOWHERE

    @property
    def inner(self) -> Rect:
        """Where the text may stand."""
        return self.look.inner(self.rect) if self.look else self.rect


Part: TypeAlias = Fill | Node


class Attempt(Struct, frozen=True, kw_only=True):
    """A layout and, in reading order, what fills it and stands on it."""

    layout: str
    parts: tuple[Part, ...]
