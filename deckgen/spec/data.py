"""Tabular data as a slide has it: columns with their formats, cells with words, number and place.

A table reads `cell.text` and sets columns of numbers to the right; a chart reads `data.categories` and
`data.series`. Both come from one choice of columns and rows, whether they stand in the slide, in a CSV
file or in a workbook.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.spec.formats import AS_WRITTEN, Format, excel_code, show_number
from deckgen.spec.text import LINE_BREAK, Text, TextRun

if TYPE_CHECKING:
    from decimal import Decimal

    from deckgen.spec.sheet import Sheet


class Spot(Struct, frozen=True, eq=False):
    """A cell of a sheet; where it stands is found when it is asked for."""

    sheet: Sheet
    row: int
    column: int


class Cell(Struct, frozen=True, kw_only=True):
    """One cell. `words` are what is shown, "" for nothing; `number` is exact, None where there is none.

    A number keeps its value whatever its format shows: 0.942 is shown as 94%.
    """

    words: str
    number: Decimal | None = None
    spot: Spot
    marked: Text | None = None

    @property
    def text(self) -> Text:
        """The words with their emphasis and links; no runs where the cell is empty."""
        if self.marked is not None:
            return self.marked
        return Text(plain_runs(self.words), self.span)

    @property
    def span(self) -> Span:
        """Where the cell stands: in the slide, or in the CSV file; of a workbook, where the slide names it."""
        return self.spot.sheet.span(self.spot.row, self.spot.column)

    @property
    def called(self) -> str:
        """What a message begins with: 'Sheet1!B7: ' for a workbook's cell, else ''."""
        return self.spot.sheet.called(self.spot.row, self.spot.column)

    def __bool__(self) -> bool:
        return bool(self.words)


class Column(Struct, frozen=True, kw_only=True):
    """One column. `name` is what the data calls it, `head` what the slide does.

    `numeric` says that every cell is a number or empty, and that there is a number. `format` is how its numbers
    are shown: the one that was asked for, else what they were written as; its places are those of all of them.
    """

    name: str
    head: Text
    numeric: bool = False
    format: Format = AS_WRITTEN

    @property
    def align(self) -> Literal["left", "right"]:
        """Numbers stand to the right (design/PRINCIPLES.md)."""
        return "right" if self.numeric else "left"

    def show(self, number: Decimal, language: str) -> str:
        """A number of the column's sort that no cell holds (a tick of an axis, a total), as it is shown."""
        return show_number(number, self.format, language)

    def excel_code(self, language: str = "en-GB") -> str:
        """The number-format code of the column in a workbook."""
        return excel_code(self.format, language)


class Series(Struct, frozen=True):
    """A column of numbers as a chart has it; a cell without a number is a gap."""

    column: Column
    cells: tuple[Cell, ...]

    @property
    def numbers(self) -> tuple[Decimal | None, ...]:
        """The exact numbers, in the order of the categories."""
        return tuple(cell.number for cell in self.cells)


class Data(Struct, frozen=True, kw_only=True):
    """Columns and rows, chosen, sorted and formatted. Every row has as many cells as there are columns.

    `file` is the file that the rows came from, "" where they stand in the slide; `span` is where the slide has
    or names them.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    file: str = ""

    def column(self, number: int) -> tuple[Cell, ...]:
        """The cells of a column, from above."""
        return tuple(row[number] for row in self.rows)

    @property
    def categories(self) -> tuple[Cell, ...]:
        """The first column: what the rows are about."""
        return self.column(0)

    @property
    def series(self) -> tuple[Series, ...]:
        """Every column but the first."""
        return tuple(Series(column, self.column(n)) for n, column in enumerate(self.columns) if n)


def plain_runs(words: str) -> tuple[TextRun, ...]:
    """`words` as runs without any look, a newline being a line break."""
    if not words:
        return ()
    if "\n" not in words:
        return (TextRun(words),)
    found: list[TextRun] = []
    for number, line in enumerate(words.split("\n")):
        found += [TextRun(LINE_BREAK)] if number else []
        found += [TextRun(line)] if line else []
    return tuple(found)
