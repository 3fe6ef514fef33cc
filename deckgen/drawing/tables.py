"""Tables in the brand's table style: rows and cells by what they are, over fills and rules that nobody is told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal, TypeAlias

from deckgen.brand.table_look import Edge, TablePart, table_parts
from deckgen.drawing.lines import Setting, set_lines
from deckgen.drawing.model import Element, Mark, Outline, PathCommand
from deckgen.drawing.sense import grouped
from deckgen.drawing.sheet import Sheet
from deckgen.scene import Cell, Color, Table
from deckgen.units import to_pt

Area: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and foot, in points."""


def table_element(table: Table, sheet: Sheet) -> Element:
    """The table, row by row. What a cell spans is part of it; a head without words heads nothing."""
    grid = _Grid(table, sheet)
    look = (*grid.fills(), *grid.rules())
    rows = tuple([grid.row(number) for number in range(len(table.rows))])
    if table.decorative:
        marks = tuple([mark for row in rows for mark in _marks(row)])
        return Element(role="Artifact", node=table.name, children=(*look, *marks))
    behind = (Element(role="Artifact", children=look),) if look else ()
    return Element(role="Table", node=table.name, alt=table.alt, children=(*behind, *rows))


class _Grid:
    """A table's edges in points, and the parts of the style that its cells take."""

    def __init__(self, table: Table, sheet: Sheet) -> None:
        self.table, self.sheet = table, sheet
        self._parts = {part.name: part for part in table_parts(sheet.brand)}
        rect, across = table.rect, list(accumulate(table.columns, initial=0))
        self._x = [to_pt(rect.right - width if table.rtl else rect.x + width) for width in across]
        self._y = [to_pt(rect.y + height) for height in accumulate([row.height for row in table.rows], initial=0)]

    def row(self, number: int) -> Element:
        """A row with the cells that begin in it."""
        cells = [(column, cell) for column, cell in enumerate(self.table.rows[number].cells) if not cell.covered]
        return Element(role="TR", children=tuple([self._cell(number, column, cell) for column, cell in cells]))

    def _cell(self, row: int, column: int, cell: Cell) -> Element:
        scope = self._scope(row, column, cell)
        return Element(
            role="TH" if scope else "TD",
            children=tuple(self._words(row, column, cell)),
            columns=cell.columns,
            rows=cell.rows,
            scope=scope,
        )

    def _scope(self, row: int, column: int, cell: Cell) -> Literal["", "Column", "Row"]:
        if not any(paragraph.text.strip() for paragraph in cell.paragraphs):
            return ""
        if self.table.header and row == 0:
            return "Column"
        return "Row" if self.table.first_column and column == 0 else ""

    def _words(self, row: int, column: int, cell: Cell) -> Iterator[Element | Mark]:
        """A cell's words, in paragraphs where there are several."""
        setting = Setting(cell.style, self._color(row, column), self.sheet.brand.writing.rtl)
        several = len(cell.paragraphs) > 1
        for number, paragraph in enumerate(cell.paragraphs):
            lines = [line for line in cell.lines if line.paragraph == number]
            said = grouped(set_lines(paragraph, lines, setting, self.sheet))
            if several and said:
                yield Element(role="P", children=said)
            else:
                yield from said

    def _taken(self, row: int, column: int) -> Iterator[TablePart]:
        """The parts of the style that a cell takes, each over those before it."""
        table = self.table
        takes = {
            "wholeTbl": True,
            "band1H": table.banded and row >= table.header and (row - table.header) % 2 == 0,
            "lastCol": table.last_column and column == len(table.columns) - 1,
            "firstCol": table.first_column and column == 0,
            "firstRow": table.header and row == 0,
        }
        return (part for name, part in self._parts.items() if takes.get(name))

    def _color(self, row: int, column: int) -> Color:
        said = [part.text for part in self._taken(row, column) if part.text is not None]
        return said[-1] if said else self.sheet.text

    def _fill(self, row: int, column: int) -> Color | None:
        own = self.table.rows[row].cells[column].fill
        said = [part.fill for part in self._taken(row, column) if part.fill is not None]
        return own or (said[-1] if said else None)

    def fills(self) -> Iterator[Outline]:
        """What cells stand on: like cells beside and below each other in one piece, without a seam."""
        found: dict[tuple[float, float, Color], list[Area]] = {}
        for row in range(len(self.table.rows)):
            for (left, top, right, foot), color in self._filled(row):
                pieces = found.setdefault((left, right, color), [])
                begun = pieces.pop()[1] if pieces and pieces[-1][3] == top else top
                pieces.append((left, begun, right, foot))
        for (_, _, color), pieces in found.items():
            path = tuple([command for piece in pieces for command in _box(piece)])
            yield Outline(path=path, fill=self.sheet.color(color))

    def _filled(self, row: int) -> Iterator[tuple[Area, Color]]:
        """The stretches of a row that have one colour. A spanned cell has that of the cell which spans it."""
        colors = [self._fill(*self._origin(row, column)) for column in range(len(self.table.columns))]
        for first, last in _alike(colors):
            color = colors[first]
            if color is not None:
                left, right = sorted((self._x[first], self._x[last + 1]))
                yield (left, self._y[row], right, self._y[row + 1]), color

    def _origin(self, row: int, column: int) -> tuple[int, int]:
        """Where the cell begins that takes in this one."""
        while covered := self.table.rows[row].cells[column].covered:
            row -= covered in ("above", "both")
            column -= covered in ("left", "both")
        return row, column

    def rules(self) -> Iterator[Outline]:
        """The lines above, between and below the rows; none runs through a cell."""
        for number in range(len(self._y)):
            edge = self._edge(number)
            if edge is None:
                continue
            y, path = self._y[number], list[PathCommand]()
            open_ = [self._is_open(number, column) for column in range(len(self.table.columns))]
            for first, last in _alike(open_):
                if open_[first]:
                    left, right = sorted((self._x[first], self._x[last + 1]))
                    path += [("M", left, y), ("L", right, y)]
            yield Outline(path=tuple(path), stroke=self.sheet.color(edge.color), width=to_pt(edge.width))

    def _edge(self, number: int) -> Edge | None:
        """The line above the row of this number; below the last row for the number after it."""
        whole, count = self._parts["wholeTbl"].edges, len(self.table.rows)
        if self.table.header and number == 1:
            return self._parts["firstRow"].edges["bottom"]
        return whole["top" if number == 0 else "bottom" if number == count else "insideH"]

    def _is_open(self, number: int, column: int) -> bool:
        """Whether a line may stand above this row: a cell from further up reaches into it otherwise."""
        rows = self.table.rows
        return number == len(rows) or rows[number].cells[column].covered not in ("above", "both")


def _alike(values: Sequence[object]) -> Iterator[tuple[int, int]]:
    """(first, last) of each stretch of equal values."""
    first = 0
    for number in range(1, len(values) + 1):
        if number == len(values) or values[number] != values[first]:
            yield first, number - 1
            first = number


def _box(area: Area) -> tuple[PathCommand, ...]:
    left, top, right, foot = area
    return ("M", left, top), ("L", right, top), ("L", right, foot), ("L", left, foot), ("Z",)


def _marks(element: Element) -> Iterator[Mark]:
    for child in element.children:
        if isinstance(child, Element):
            yield from _marks(child)
        else:
            yield child
