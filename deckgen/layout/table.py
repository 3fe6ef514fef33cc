"""Tables, measured: rows as high as their tallest cell, every line where it will stand.

PowerPoint and LibreOffice make a row higher than it says where its text needs that; so what is written is what
the text needs, and nothing moves. Lines stand 1.2 em apart, exactly (FIT.md 3.2).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from deckgen.fonts.measure import Measurer
from deckgen.fonts.paragraphs import SetParagraph
from deckgen.layout.attempt import Excess, Fill, TableCell, TableFill
from deckgen.layout.column import CURE_STEP, MAX_CURE
from deckgen.scene import Anchor, Cell, Line, Table, TableRow, TextStyle
from deckgen.units import EMU_PER_PT, Emu, Rect

SEAT = 0.98
"""The first baseline below the top of a cell's text, in em.

Lines there have an exact pitch, 1.2 em, as at 100 per cent, where PowerPoint's is at 0.936 (Calibri) to 0.972 (Arial)
and rounded to whole points (FIT.md 2.1); what it does with an exact pitch is not known. LibreOffice has 1.2 em less
the face's descent: 0.95 for Carlito, so that cells stand up to half a point higher there than is drawn here.
"""


def set_table(fill: TableFill, measurer: Measurer) -> tuple[Table, tuple[Excess, ...]]:
    """The table, and what is too long in it (nothing: it fits)."""
    setting = _Setting(fill, measurer)
    table = Table(
        name=fill.name,
        rect=Rect(fill.x, fill.y, sum(column.width for column in fill.columns), sum(setting.heights)),
        columns=tuple(column.width for column in fill.columns),
        rows=tuple(setting.row(number) for number in range(len(fill.rows))),
        header=fill.header,
        first_column=fill.first_column,
        last_column=fill.last_column,
        banded=fill.banded,
        alt=fill.alt,
        placeholder=fill.placeholder,
        span=fill.span,
    )
    return table, tuple(setting.excess())


def pitch(style: TextStyle) -> Emu:
    """From baseline to baseline in a cell: 1.2 em."""
    return style.size * EMU_PER_PT * 6 // 5


class _Set(Struct, frozen=True):
    """A cell, the column it begins in, and its paragraphs in lines."""

    cell: TableCell
    column: int
    sets: tuple[SetParagraph, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines are reckoned with."""
        return sum(found.count for found in self.sets)

    @property
    def flaws(self) -> int:
        """How many breaks an eye stumbles over."""
        return sum(found.widow + found.broken for found in self.sets if len(found.lines) > 1)

    def height(self, air: Emu) -> Emu:
        """What the cell needs; `air` is for the margins of several lines."""
        free = self.cell.top + self.cell.bottom + (2 * air if self.lines > 1 else 0)
        return self.lines * pitch(self.cell.style) + free


class _Setting:
    """A table's cells in lines, and how high that makes its rows."""

    def __init__(self, fill: TableFill, measurer: Measurer) -> None:
        self.fill, self._measurer = fill, measurer
        self._rows = [[self._set(cell, n) for n, cell in enumerate(row)] for row in fill.rows]
        self.heights = self._heights()
        self._tops = [fill.y + sum(self.heights[:n]) for n in range(len(self.heights) + 1)]

    def row(self, number: int) -> TableRow:
        """A row as the scene has it."""
        row = self._rows[number]
        # Beside a cell of several lines the others begin where it does, so that the row reads across.
        # One that may yet fit on a line stays in the middle: it looks right either way.
        level = any(sum([len(found.lines) for found in one.sets]) > 1 for one in row if one.cell.rows == 1)
        return TableRow(self.heights[number], tuple(self._cell(number, one, level) for one in row))

    def excess(self) -> Iterator[Excess]:
        """What doesn't fit: words wider than their column, cells of too many lines, rows beyond the foot."""
        found = [one for row in self._rows for one in row if one.sets]
        for one in found:
            wide = next((word for s in one.sets for word in s.too_wide if " " not in word), "")
            over = one.lines - self.fill.max_lines * one.cell.rows
            if wide:
                yield Excess(self._named(one.cell), 0, 0, wide)
            elif over > 0:
                yield self._too_full(one, over)
        if over := sum(foot > self.fill.foot for foot in self._tops[1:]):
            rows = "1 row" if over == 1 else f"{over} rows"
            yield Excess(self._named(None), 0, 0, "", f"{rows} too many for a slide", self.fill.refusal)

    def _too_full(self, one: _Set, over: int) -> Excess:
        words = sum(len(p.text.split()) for p in one.cell.paragraphs)
        cut = max(1, round(over * words / one.lines))
        message = f"{one.lines} lines in a cell at {one.cell.style.size} pt; it holds {one.lines - over}"
        hint = f"cut about {cut} word{'' if cut == 1 else 's'}, or make it a handout"
        return Excess(self._named(one.cell), 0, 0, "", message, hint)

    def _set(self, cell: TableCell, column: int) -> _Set:
        if cell.covered or not cell.paragraphs:
            return _Set(cell, column)
        plain = self._set_in(cell, column)
        return self._cured(plain) if plain.flaws and cell.align == "l" else plain

    def _set_in(self, cell: TableCell, column: int) -> _Set:
        width = self._inner(cell, column)
        set_in = [self._measurer.set_paragraph(p, cell.style, first=width, rest=width) for p in cell.paragraphs]
        return _Set(cell, column, tuple(set_in))

    def _cured(self, plain: _Set) -> _Set:
        """The cell with the least right margin that leaves no single last word and no broken compound."""
        for more in range(CURE_STEP, MAX_CURE + 1, CURE_STEP):
            if self._inner(plain.cell, plain.column) <= more:
                break
            tried = self._set_in(replace(plain.cell, tail=plain.cell.tail + more), plain.column)
            if tried.lines > plain.lines:
                break
            if not tried.flaws:
                return tried
        return plain

    def _inner(self, cell: TableCell, column: int) -> Emu:
        """The room for a cell's lines."""
        taken = self.fill.columns[column : column + cell.columns]
        return sum(found.width for found in taken) - taken[0].left - taken[-1].right - cell.tail

    def _heights(self) -> list[Emu]:
        """As wished, or as the text needs. What a cell of several rows lacks goes to the last of them."""
        heights = list(self.fill.heights)
        for number, row in enumerate(self._rows):
            for one in sorted(row, key=lambda one: one.cell.rows):
                last = number + one.cell.rows - 1
                heights[last] += max(0, one.height(self.fill.air) - sum(heights[number : last + 1])) if one.sets else 0
        return heights

    def _cell(self, row: int, one: _Set, level: bool) -> Cell:
        cell = one.cell
        taken = self.fill.columns[one.column : one.column + cell.columns]
        level = level and cell.anchor == "ctr" and cell.rows == 1
        anchor: Anchor = "t" if level else cell.anchor
        air = self.fill.air if level else 0
        free = self._tops[row + cell.rows] - self._tops[row] - cell.top - cell.bottom - 2 * air
        free -= sum(len(found.lines) for found in one.sets) * pitch(cell.style)
        top = self._tops[row] + cell.top + air + {"t": 0, "ctr": free // 2, "b": free}[anchor]
        return Cell(
            style=cell.style,
            paragraphs=cell.paragraphs,
            lines=tuple(self._lines(one, top)),
            columns=cell.columns,
            rows=cell.rows,
            covered=cell.covered,
            left=taken[0].left,
            top=cell.top + air,
            right=taken[-1].right + cell.tail,
            bottom=cell.bottom + air,
            anchor=anchor,
            align=cell.align,
            fill=cell.fill,
            span=cell.span,
        )

    def _lines(self, one: _Set, top: Emu) -> Iterator[Line]:
        """The cell's lines, the first of them from `top` on."""
        left = self.fill.x + sum(column.width for column in self.fill.columns[: one.column])
        left += self.fill.columns[one.column].left
        width, y = self._inner(one.cell, one.column), top + round(one.cell.style.size * EMU_PER_PT * SEAT)
        share = {"l": 0, "ctr": 1, "r": 2}[one.cell.align]
        for number, found in enumerate(one.sets):
            for line in found.lines:
                yield Line(line.text, number, left + (width - line.width) * share // 2, y, line.width)
                y += pitch(one.cell.style)

    def _named(self, cell: TableCell | None) -> Fill:
        """The cell, or the whole table, as a report names it."""
        fill = self.fill
        return Fill(
            slot=fill.name,
            name=fill.name,
            paragraphs=cell.paragraphs if cell else (),
            style=(cell or fill.rows[-1][0]).style,
            space_after=0,
            rect=Rect(fill.x, fill.y, 0, 0),
            limit=0,
            span=cell.span if cell else fill.span,
        )
