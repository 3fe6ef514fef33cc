"""A table as its author writes it, and the grid that it makes: what a cell spans is written once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.spec.text import Text

NUMBER = (
    r"[-–−+]?\s?[£€$¥₹]?\s?(?:\d{1,3}(?:[,’'\u00a0\u2009\u202f ]\d{3})+|\d{1,3}(?:\.\d{3})+(?=,)|\d+)"
    r"(?P<tail>(?:[.,]\d+)?\s?(?:[%‰£€]|k|m|bn)?)"
)
"""A figure as people write it: 1,204 · −3.5 · £1.2 · 70% · 1.204,5 · £612k."""
GAPS = frozenset({"", "-", "–", "—", "−", "n/a", "N/A", "…", "..", ":"})
"""What stands where a figure is missing."""


class GridCell(Struct, frozen=True):
    """A cell: its words (none: an empty one), and how many columns and rows it takes."""

    text: Text
    columns: int = 1
    rows: int = 1

    @property
    def span(self) -> Span:
        """Where the cell stands in its file."""
        return self.text.span


Covered: TypeAlias = Literal["left", "above", "both"]
Grid: TypeAlias = tuple[tuple[GridCell | Covered, ...], ...]
"""Rows of equal length. What another cell takes in says where that stands."""


class Misfit(Struct, frozen=True):
    """What is wrong with a cell's place in its table."""

    code: str
    span: Span
    message: str
    hint: str


EMPTY = GridCell(Text((), NOWHERE))


def arrange(rows: Sequence[Sequence[GridCell]], width: int) -> tuple[Grid, list[Misfit]]:
    """The grid of `width` columns that `rows` make, and what doesn't fit into it."""
    places: list[list[GridCell | Covered | None]] = [[None] * width for _ in rows]
    wrong: list[Misfit] = []
    for number, row in enumerate(rows):
        wrong += _arrange_row(places, number, row)
    return tuple(tuple(EMPTY if cell is None else cell for cell in row) for row in places), wrong


def _arrange_row(
    places: list[list[GridCell | Covered | None]], number: int, row: Sequence[GridCell]
) -> Iterator[Misfit]:
    """Put a row's cells where nothing from above reaches."""
    taken = places[number]
    for index, cell in enumerate(row):
        if None not in taken:
            yield _ragged(row[index].span, len(taken) + len(row) - index, len(taken))
            return
        yield from _put(places, number, taken.index(None), cell)
    if None in taken and row:
        yield _ragged(row[0].span, len(taken) - taken.count(None), len(taken))


def _ragged(span: Span, found: int, wanted: int) -> Misfit:
    return Misfit(
        "ragged-row",
        span,
        f"this row has {found} cell{'' if found == 1 else 's'}; the table has {wanted} columns",
        'add what is missing: "" is an empty cell' if found < wanted else "take away what is too much",
    )


def _put(places: list[list[GridCell | Covered | None]], row: int, column: int, cell: GridCell) -> Iterator[Misfit]:
    """Put a cell and what it takes in; a span that leaves the table or meets another cell is cut off."""
    columns, rows = cell.columns, cell.rows
    free = 0
    while column + free < len(places[row]) and places[row][column + free] is None:
        free += 1
    if columns > free:
        yield _over(cell, f"{columns} columns", f"{free} {'is' if free == 1 else 'are'} free here")
        columns = free
    if row + rows > len(places):
        left = len(places) - row
        yield _over(cell, f"{rows} rows", f"the table has {left} from here on")
        rows = left
    for down in range(rows):
        for across in range(columns):
            covered: Covered = "both" if down and across else "above" if down else "left"
            places[row + down][column + across] = covered
    places[row][column] = GridCell(cell.text, columns, rows)


def _over(cell: GridCell, wanted: str, there: str) -> Misfit:
    return Misfit("span-too-wide", cell.span, f"this cell takes {wanted}, and {there}", "make its span smaller")


def column_texts(grid: Grid, column: int) -> list[str]:
    """The words of a column's cells, without those that another cell takes in or that take in others."""
    cells = (row[column] for row in grid)
    return [cell.text.plain.strip() for cell in cells if isinstance(cell, GridCell) and cell.columns == 1]


def is_numeric(texts: Sequence[str]) -> bool:
    """Whether a column holds figures: at least one, and beside them only signs for a missing one."""
    found = [text for text in texts if text not in GAPS]
    return bool(found) and all(re.fullmatch(NUMBER, text) for text in found)


def decimals(text: str) -> str:
    """What of a figure stands right of its units: '.5%' of '12.5%', '' of '12'."""
    found = re.fullmatch(NUMBER, text.strip())
    return found["tail"] if found else ""


def is_missing(text: str) -> bool:
    """Whether `text` stands where a figure is missing: nothing, a dash, n/a, or what programs write."""
    from deckgen.spec.numbers import is_fault, is_no_number

    return text.strip() in GAPS or is_no_number(text) or is_fault(text)


def no_numbers(grid: Grid) -> Iterator[GridCell]:
    """The cells with what programs write for a figure they lack: #N/A anywhere, NaN among figures."""
    from deckgen.spec.numbers import is_fault, is_no_number

    for column in range(len(grid[0]) if grid else 0):
        cells = [row[column] for row in grid]
        texts = [text for text in column_texts(grid, column) if not is_no_number(text)]
        figures = is_numeric(texts)
        for cell in cells:
            if isinstance(cell, GridCell):
                text = cell.text.plain.strip()
                if is_fault(text) or (figures and is_no_number(text)):
                    yield cell
