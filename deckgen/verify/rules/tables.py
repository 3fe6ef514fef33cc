"""Rules of tables (ECMA-376 part 1, 21.1.3). Validators see none of them; PowerPoint repairs them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckgen.diagnostics import Severity
from deckgen.verify.names import NS, tag, whole_number
from deckgen.verify.package import Package
from deckgen.verify.registry import Fault, rule

_TRUE = ("1", "true")


@rule("table-grid")
def table_grid(package: Package) -> Iterator[Fault]:
    """Every row has as many cells as the grid has columns."""
    for name, columns, rows in _tables(package):
        for number, row in enumerate(rows, 1):
            if len(row) != columns:
                yield name, f"row {number} of a table has {len(row)} cells for {columns} columns"


@rule("table-span")
def table_span(package: Package) -> Iterator[Fault]:
    """A cell spans cells that are there, and those say that they are merged."""
    for name, _, rows in _tables(package):
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                fault = _span_fault(rows, row, column, cell)
                if fault:
                    yield name, f"cell {column + 1} of row {row + 1} of a table {fault}"


@rule("table-cell-text")
def table_cell_text(package: Package) -> Iterator[Fault]:
    """A cell has a text body, be it empty."""
    for name, _, rows in _tables(package):
        for number, row in enumerate(rows, 1):
            if any(cell.find("a:txBody", NS) is None for cell in row):
                yield name, f"row {number} of a table has a cell without a text body"


@rule("table-heads", Severity.WARNING)
def table_heads(package: Package) -> Iterator[Fault]:
    """A table of several columns says which row or column heads it, so that a screen reader can (WCAG 2.2, 1.3.1)."""
    for name, root in package.markup():
        for table in root.iter(tag("a:tbl")):
            properties = table.find("a:tblPr", NS)
            flags = [] if properties is None else [properties.get(flag) for flag in ("firstRow", "firstCol")]
            if len(table.findall("a:tblGrid/a:gridCol", NS)) > 1 and not set(flags) & set(_TRUE):
                yield name, "a table flags neither its first row nor its first column as heads"


def _tables(package: Package) -> Iterator[tuple[str, int, list[list[Any]]]]:
    """(part, number of columns, cells by row) of every table."""
    for name, root in package.markup():
        for table in root.iter(tag("a:tbl")):
            yield (
                name,
                len(table.findall("a:tblGrid/a:gridCol", NS)),
                [row.findall("a:tc", NS) for row in table.findall("a:tr", NS)],
            )


def _span_fault(rows: list[list[Any]], row: int, column: int, cell: Any) -> str:
    """What is wrong with a cell's span, or ""."""
    wide, high = _span(cell, "gridSpan"), _span(cell, "rowSpan")
    if column + wide > len(rows[row]) or row + high > len(rows):
        return "spans beyond the table"
    covered = rows[row][column + 1 : column + wide]
    if any(other.get("hMerge") not in _TRUE for other in covered):
        return "spans a cell that doesn't say hMerge"
    below = [line[column] for line in rows[row + 1 : row + high] if column < len(line)]
    if any(other.get("vMerge") not in _TRUE for other in below):
        return "spans a cell that doesn't say vMerge"
    return ""


def _span(cell: Any, name: str) -> int:
    return whole_number(cell, name) or 1
