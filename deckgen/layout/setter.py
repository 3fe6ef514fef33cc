"""The setter: measures text in a brand's faces and turns an attempt into a laid-out slide."""

from __future__ import annotations

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.scene import Node, Paragraph, TextStyle
from deckgen.units import Emu, Rect


class Fill(Struct, frozen=True, kw_only=True):
    """A slot's text on its way into a placeholder.

    `style`, `space_after` and `rect` None mean the layout's own. `limit` is the height it may take;
    None means its rect's.
    """

    slot: str
    paragraphs: tuple[Paragraph, ...]
    style: TextStyle | None = None
    space_after: Emu | None = None
    rect: Rect | None = None
    limit: Emu | None = None
    span: Span = NOWHERE


class Attempt(Struct, frozen=True, kw_only=True):
    """One way to set a slide: a layout, what fills its placeholders, and nodes beside them."""

    layout: str
    fills: tuple[Fill, ...]
    extras: tuple[Node, ...] = ()
