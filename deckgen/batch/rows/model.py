"""What every file of rows gives, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Span
from deckgen.spec.slots import clipped

MAX_COLUMNS = 500
"""More columns than that are no variables of a deck."""
MAX_CELL = 10_000
"""A longer cell can't stand in a text (characters; as long as the value of any variable)."""
MAX_HEADER_REPORTS = 5


class Row(Struct, frozen=True):
    """A row: its number (the first below the header is 1), its place, and its cells by column, as they are written.

    `hidden` is what its file calls a row that nobody sees who opens it: Sheet1!7."""

    number: int
    span: Span
    values: dict[str, str]
    hidden: str = ""


class RowFile(Protocol):
    """A file of rows, open. `columns` are the names that the header gives; messages call the file `shown`."""

    path: str
    shown: str
    columns: tuple[str, ...]

    def rows(self, diags: Diagnostics) -> Iterator[Row]:
        """Every row from the first one on. What is wrong with one is reported, and it is left out.

        Raises Unusable where the rest can't be read. Each call reads the file anew.
        """
        ...


class Unusable(Exception):
    """A file of rows that can't be read, or not to its end: why, where, and what to do."""

    def __init__(self, span: Span, message: str, hint: str, code: str = "unusable-rows") -> None:
        super().__init__(message)
        self.span, self.message, self.hint, self.code = span, message, hint, code


def line_of(file: str, line: int) -> Span:
    """The place of a row: its line, or what a spreadsheet shows as its number."""
    return Span(file, line, 1, line, 1)


def check_header(header: Sequence[str], below: Sequence[Sequence[str]], span: Span) -> None:
    """Refuse a title in the place of the names of the columns: the records `below` it have more cells, each of them."""
    named = [cell for cell in header if cell]
    if len(named) == 1 and below and sum(map(bool, below[0])) > 1:
        message = f'only "{clipped(named[0])}" stands in the first row, which names the columns'
        raise Unusable(span, message, "if that is a title, delete its row: the names of the columns come first")
    width = max((number for number, cell in enumerate(header, 1) if cell), default=0)
    if len(below) > 1 and all(any(cells[width:]) for cells in below):
        message = f"this row names {width} columns, and the rows below it have more cells"
        raise Unusable(span, message, "delete what stands above the names of the columns, or name them all")


_NAME = r"[A-Za-z_][\w-]*"


def column_names(header: Sequence[str], span: Span) -> tuple[str, ...]:
    """The columns as texts name them: `School name` is `school_name`. Raises Unusable for names that can't be.

    Columns without a name at the end are no columns: programs leave such behind.
    """
    cells = [cell.strip() for cell in header]
    while cells and not cells[-1]:
        cells.pop()
    if not cells:
        raise Unusable(span, "nothing stands in this file", "the first line names the columns, the others are the rows")
    if len(cells) > MAX_COLUMNS:
        many = (
            f"{len(cells):,}" if len(cells) > MAX_COLUMNS + 1 else f"more than {MAX_COLUMNS}"
        )  # a workbook is cut there
        raise Unusable(span, f"this file has {many} columns", f"keep at most {MAX_COLUMNS}")
    names = [variable_name(cell) for cell in cells]
    for number, (cell, name) in enumerate(zip(cells, names, strict=True), 1):
        if not name:
            what = f'"{clipped(cell)}"' if cell else "without a name"
            hint = "name it with letters" if cell else "name it with letters; of merged cells only the first has a name"
            raise Unusable(span, f"column {number} is {what}, which no text can ask for", hint)
        if name in names[: number - 1]:
            other = cells[names.index(name)]
            both = f'"{clipped(cell)}"' if other == cell else f'"{clipped(other)}" and "{clipped(cell)}"'
            raise Unusable(span, f"two columns are called {both}: both are {{{{ {name} }}}}", "rename one")
    return tuple(names)


def variable_name(cell: str) -> str:
    """A column's name as a variable: letters kept with their case, what lies between words an underscore."""
    if re.fullmatch(_NAME, cell):
        return cell
    joined = re.sub(r"[^\w-]+", "_", cell).strip("_-")
    return joined.lower() if re.fullmatch(_NAME, joined) else f"_{joined.lower()}" if joined[:1].isdigit() else ""


def usable(row: Row, diags: Diagnostics) -> bool:
    """Whether every cell can be a variable's value; a cell that is too long is reported."""
    for name, value in row.values.items():
        if len(value) > MAX_CELL:
            diags.error(
                "value-too-long",
                row.span,
                f'row {row.number}: "{name}" has {len(value):,} characters; at most {MAX_CELL:,} can stand in a text',
                hint="look for a quotation mark that is left open" if "\n" in value else "shorten it",
            )
            return False
    return True
