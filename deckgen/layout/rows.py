"""From the grid that an author wrote to a table that can be measured: columns, margins, weights, alignment.

All lengths in here are points, as in design/KINDS.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckgen.diagnostics import Span
from deckgen.fonts.measure import Measurer
from deckgen.layout.attempt import TableCell, TableColumn, TableFill
from deckgen.layout.paragraphs import paragraph
from deckgen.layout.setter import Page
from deckgen.scene import Align, Paragraph, PlaceholderRef, TextStyle
from deckgen.spec.grid import Grid, GridCell, column_texts, decimals, is_numeric
from deckgen.spec.words import table_size, words_of
from deckgen.units import Emu, pt, to_pt

GUTTER = 24
"""Between two columns."""
SLACK = 1.06
"""What a column has more than its words need, for renderers that set them wider."""
HEAD_BOTTOM = 12
"""What stands free below a head's last line: it stands on its rule."""


class Look(Struct, frozen=True, kw_only=True):
    """How a table is set. `row` and `head` are the least heights of its rows (`head` None: it has none).

    `columns` are the widths of the words in its columns, `gutter` what lies between two. `top` and `bottom` are
    the cells' margins, and `air` what both grow by in rows of several lines. `highlight` is the column that is the
    point, `point` the row.
    """

    style: str
    row: float
    columns: tuple[float, ...]
    head: float | None = None
    gutter: float = GUTTER
    top: float = 2
    bottom: float = 8
    air: float = 0
    row_heads: bool = True
    highlight: int | None = None
    point: int | None = None


class Place(Struct, frozen=True, kw_only=True):
    """Where a table stands: its first corner, and how far down it may go."""

    x: float
    y: float
    foot: float


def table_part(
    page: Page, slot: str, grid: Grid, look: Look, place: Place, *, alt: str, refusal: str, span: Span
) -> TableFill:
    """The table of `grid` for the slot's placeholder."""
    return _Table(page, slot, grid, look).fill(place, alt, refusal, span)


def equal_columns(width: float, shares: Sequence[float], gutter: float = GUTTER) -> tuple[float, ...]:
    """The widths of columns that share `width`, without the gutters between them."""
    room = width - gutter * (len(shares) - 1)
    return tuple(room * share / sum(shares) for share in shares)


def needed_columns(page: Page, grid: Grid, width: float, style: str) -> tuple[float, ...] | None:
    """The widths of columns that share `width` by what is in them, without the gutters: each has room for its longest
    word, and of the rest so much as its longest cell needs. None where not even the words have room."""
    looks = page.setter.brand.style(style), page.setter.measurer
    least = [_widest(grid, n, looks, words=True) for n in range(len(grid[0]))]
    whole = [_widest(grid, n, looks, words=False) for n in range(len(grid[0]))]
    room = width - GUTTER * (len(least) - 1)
    if sum(least) > room:
        return None
    if sum(whole) <= room:
        return tuple(one + (room - sum(whole)) / len(whole) for one in whole)
    share = (room - sum(least)) / (sum(whole) - sum(least))
    return tuple(low + (high - low) * share for low, high in zip(least, whole, strict=True))


def _widest(grid: Grid, column: int, looks: tuple[TextStyle, Measurer], *, words: bool) -> float:
    """The width of the widest cell of a column, or of its widest word, in bold type; cells of several columns apart."""
    style, measurer = looks
    cells = [row[column] for row in grid]
    texts = [cell.text.plain for cell in cells if isinstance(cell, GridCell) and cell.columns == 1]
    pieces = [piece for text in texts for piece in (text.split() if words else text.split("\n"))]
    return max((to_pt(measurer.advance(piece, style, bold=True)) * SLACK for piece in pieces), default=0.0)


class _Table:
    def __init__(self, page: Page, slot: str, grid: Grid, look: Look) -> None:
        self.grid, self.look = grid, look
        self.placeholder = page.layout.placeholder(slot)
        self.brand, self.measurer = page.setter.brand, page.setter.measurer
        self.style = self.brand.style(look.style)
        self.bold = replace(self.style, bold=True)
        tint = self.brand.surface("tint")
        self.tint, self.emph = tint.background, tint.color("emph")
        self.on_tint = replace(self.placeholder, emph=self.emph)
        body = grid[1:] if look.head is not None else grid
        self.figures = {n for n in range(len(look.columns)) if self._holds_figures(body, n)}
        self.tails = {n: self._tails(body, n) for n in self.figures}

    def fill(self, place: Place, alt: str, refusal: str, span: Span) -> TableFill:
        """The whole of it."""
        look = self.look
        heads = () if look.head is None else (pt(look.head),)
        return TableFill(
            name=self.placeholder.slot,
            x=pt(place.x),
            y=pt(place.y),
            foot=pt(place.foot),
            columns=self._columns(),
            rows=tuple(tuple(self._cell(r, c) for c in range(len(row))) for r, row in enumerate(self.grid)),
            heights=(*heads, *((pt(look.row),) * (len(self.grid) - len(heads)))),
            placeholder=PlaceholderRef(self.placeholder.type, self.placeholder.idx),
            header=look.head is not None,
            first_column=look.row_heads,
            last_column=self._highlights_last,
            banded=self.brand.banded_tables and look.head is not None,
            alt=alt,
            refusal=refusal,
            air=pt(look.air),
            span=span,
        )

    @property
    def _highlights_last(self) -> bool:
        """Whether the table's style can say which column is the point: the last, with no cell reaching into it."""
        last = len(self.look.columns) - 1
        return self.look.highlight == last and not any(row[last] in ("left", "both") for row in self.grid)

    def _columns(self) -> tuple[TableColumn, ...]:
        """Half a gutter on either side of the words; none at the table's edges, but for a filled column."""
        look, half, last = self.look, self.look.gutter / 2, len(self.look.columns) - 1
        made = []
        for number, words in enumerate(look.columns):
            left, right = (half if number else 0), (half if number < last else 0)
            inset = half if number == look.highlight and number == last else 0
            made.append(TableColumn(pt(left + words + right), pt(left), pt(right + inset)))
        return tuple(made)

    def _holds_figures(self, body: Grid, column: int) -> bool:
        return not (column == 0 and self.look.row_heads) and is_numeric(column_texts(body, column))

    def _tails(self, body: Grid, column: int) -> dict[str, Emu]:
        """By how much each figure of a column ends before the longest one's decimals do."""
        style = self.bold if column == self.look.highlight else self.style
        texts = [text for text in column_texts(body, column) if text]
        ends = {text: self.measurer.advance(decimals(text), style) if decimals(text) else 0 for text in texts}
        most = max(ends.values(), default=0)
        return {text: most - end for text, end in ends.items()}

    def _cell(self, row: int, column: int) -> TableCell:
        cell, look = self.grid[row][column], self.look
        is_head = look.head is not None and row == 0
        pointed = column == look.highlight
        by_style = is_head or (pointed and self._highlights_last)
        style = self.bold if by_style else self.style
        top, bottom = pt(look.top), pt(HEAD_BOTTOM if is_head else look.bottom)
        fill = self.tint if pointed and (is_head or not self._highlights_last) else None
        if not isinstance(cell, GridCell):
            return TableCell(style=style, covered=cell, fill=fill, top=top, bottom=bottom)
        said = cell.text.plain.strip()
        tail = self.tails[column].get(said, 0) if column in self.figures and not is_head else 0
        return TableCell(
            style=style,
            paragraphs=self._paragraphs(cell, row, column, is_head),
            columns=cell.columns,
            rows=cell.rows,
            top=top,
            bottom=bottom,
            tail=tail if cell.columns == 1 else 0,
            anchor="b" if is_head else "ctr",
            align=self._align(cell, column),
            fill=fill,
            span=cell.span,
        )

    def _align(self, cell: GridCell, column: int) -> Align:
        """Figures to the right, their heads above them; a cell across several columns begins with the first."""
        return "r" if column in self.figures and cell.columns == 1 else "l"

    def _paragraphs(self, cell: GridCell, row: int, column: int, is_head: bool) -> tuple[Paragraph, ...]:
        if not cell.text:
            return ()
        pointed = column == self.look.highlight
        made = paragraph(cell.text, self.on_tint if pointed else self.placeholder)
        if row == self.look.point:
            return (replace(made, bold=True, color=self.brand.surface("paper").color("emph")),)
        if is_head and (pointed or column == 0):
            # Renderers differ on whether the first column or the head comes first.
            return (replace(made, color=self.emph if pointed else self.placeholder.color),)
        if pointed and not self._highlights_last:
            return (replace(made, bold=True),)
        return (made,)


def describe(grid: Grid, language: str, *, head: bool, more: str = "") -> str:
    """What a table is, for those who can't see it: its size, its heads, and what more there is to say."""
    rows, columns = len(grid) - head, len(grid[0])
    size, signs = table_size(rows, columns, language), words_of(language).signs
    heads = [cell.text.plain for cell in grid[0] if isinstance(cell, GridCell) and cell.text] if head else []
    named = f" {signs.comma.join(' '.join(text.split()) for text in heads)}{signs.stop}" if heads else ""
    return f"{size}{named}{more and f' {more}'}"
