"""Tables in the scene: a grid of cells whose text is measured, as PowerPoint draws it."""

# Annotations are values here: of text, msgspec would have to compile each when a compiled brand is read (1 ms).
from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.scene.text import Align, Anchor, Color, Line, Paragraph, PlaceholderRef, TextStyle
from deckgen.units import Emu, Rect

Covered: TypeAlias = Literal["left", "above", "both"]
"""Where the cell stands that spans this one: its text is shown there."""


class Cell(Struct, frozen=True, kw_only=True):
    """A cell. One that another spans is there all the same, `covered` and empty.

    `style` is what its text is measured in, bold where the table's style makes it so; runs and paragraphs
    say what they have beside the table's style. `left`, `top`, `right` and `bottom` are its margins. `fill`
    None means: as the table's style has it.
    """

    style: TextStyle
    paragraphs: tuple[Paragraph, ...] = ()
    lines: tuple[Line, ...] = ()
    columns: int = 1
    rows: int = 1
    covered: Covered | None = None
    left: Emu = 0
    top: Emu = 0
    right: Emu = 0
    bottom: Emu = 0
    anchor: Anchor = "ctr"
    align: Align = "l"
    fill: Color | None = None
    span: Span = NOWHERE


class TableRow(Struct, frozen=True):
    """A row. `height` holds the tallest of its cells, so that no renderer makes it any higher."""

    height: Emu
    cells: tuple[Cell, ...]


class Table(Struct, frozen=True, kw_only=True, tag=True):
    """A native table in the brand's table style; `columns` are widths.

    `header`, `first_column`, `last_column` and `banded` say which parts of the style it takes: the rule under
    the head, row heads, a last column that is the point, and bands. The first column of an `rtl` one is at the right.
    """

    name: str
    rect: Rect
    columns: tuple[Emu, ...]
    rows: tuple[TableRow, ...]
    header: bool = True
    first_column: bool = False
    last_column: bool = False
    banded: bool = False
    alt: str = ""
    rtl: bool = False
    placeholder: PlaceholderRef | None = None
    decorative: bool = False
    span: Span = NOWHERE
