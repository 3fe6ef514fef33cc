"""A way to set a slide, before it is measured: which layout, and what goes into its placeholders."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from deckgen.brand.model import Placeholder
from deckgen.diagnostics import NOWHERE, Span
from deckgen.scene import Align, Anchor, BoxLook, Color, Link, Node, Paragraph, PlaceholderRef, TextStyle
from deckgen.scene.table import Covered
from deckgen.units import Emu, Rect


class Fill(Struct, frozen=True, kw_only=True):
    """Text on its way into the placeholder of `slot`, in `rect` and `style`.

    `name` is the slot path the shape is known by. `limit` is the height the text may take, which is
    no more than the rect's where a source or a rule stands below. `click` is where a click on the whole box goes.
    Text that is in no placeholder of the layout's has a `box` of its own, which is none of the layout's either; its
    `look` is drawn, and its insets keep the text from the rect's sides. `decorative` words say nothing of their own.
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
    decorative: bool = False
    span: Span = NOWHERE

    @property
    def inner(self) -> Rect:
        """Where the text may stand."""
        return self.look.inner(self.rect) if self.look else self.rect


class TableCell(Struct, frozen=True, kw_only=True):
    """A cell on its way into a table. `style` is bold where the table's style makes it so.

    `top` and `bottom` are its margins; `tail` is what its right margin is wider than its column's, which sets
    decimal points one above the other.
    """

    style: TextStyle
    paragraphs: tuple[Paragraph, ...] = ()
    columns: int = 1
    rows: int = 1
    covered: Covered | None = None
    top: Emu = 0
    bottom: Emu = 0
    tail: Emu = 0
    anchor: Anchor = "ctr"
    align: Align = "l"
    fill: Color | None = None
    span: Span = NOWHERE


class TableColumn(Struct, frozen=True):
    """A column's width, and the margins of its cells."""

    width: Emu
    left: Emu = 0
    right: Emu = 0


class TableFill(Struct, frozen=True, kw_only=True):
    """Rows on their way into the placeholder of a table, from (x, y) on, which may go down to `foot`.

    `heights` are what the rows have at least; no cell may take more than `max_lines`. `air` is what the
    margins above and below grow by in rows of several lines. `refusal` is the hint for a
    table that is too high. The rest is as `Table` has it.
    """

    name: str
    x: Emu
    y: Emu
    foot: Emu
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    heights: tuple[Emu, ...]
    placeholder: PlaceholderRef
    max_lines: int = 3
    air: Emu = 0
    header: bool = True
    first_column: bool = True
    last_column: bool = False
    banded: bool = False
    alt: str = ""
    refusal: str = ""
    span: Span = NOWHERE


class Excess(Struct, frozen=True):
    """By how much a fill is too long: `lines` too many, about `words` to cut; or a `word` too wide.

    `message` and `hint` say it where it is neither of these.
    """

    fill: Fill
    lines: int
    words: int
    word: str = ""
    message: str = ""
    hint: str = ""


Part: TypeAlias = Fill | TableFill | Node


class Refusal(Struct, frozen=True):
    """What has no room in an attempt although it is no text in a placeholder: a diagnostic's parts."""

    code: str
    span: Span
    message: str
    hint: str


class Attempt(Struct, frozen=True, kw_only=True):
    """A layout and, in reading order, what fills it and stands on it. With `refusals` it doesn't fit."""

    layout: str
    parts: tuple[Part, ...]
    refusals: tuple[Refusal, ...] = ()
