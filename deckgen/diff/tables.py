"""Two versions of a table, compared: rows and columns found again, then cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from deckgen.diff.align import Pair as Paired
from deckgen.diff.align import aligned
from deckgen.diff.changes import CellChange, LineChange, TableChange
from deckgen.diff.match_shapes import Pair
from deckgen.diff.texts import Known, edits
from deckgen.diff.view import Cell, Table
from deckgen.diff.words import likeness


def table_changes(pair: Pair, before: Table, after: Table, known: Known) -> Iterator[TableChange]:
    """The cells, rows and columns that differ."""
    rows = aligned(_rows(before), _rows(after), "\n".join, _alike, floor=0.34)
    columns = aligned(_columns(before), _columns(after), "\n".join, _alike, floor=0.34)
    cells = [
        change
        for i, j in rows
        for k, m in columns
        if i is not None and j is not None and k is not None and m is not None
        and (change := _cell(before, after, (i, k), (j, m), known))
    ]  # fmt: skip
    lines = [
        *_lines("row", rows, _rows(before), _rows(after)),
        *_lines("column", columns, _columns(before), _columns(after)),
    ]
    if cells or lines:
        yield TableChange(
            label=pair.label,
            shape_before=pair.before.key,
            shape_after=pair.after.key,
            cells=tuple(cells),
            lines=tuple(lines),
        )


def _rows(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.body.text for cell in cells) for _, cells in table.rows]


def _columns(table: Table) -> list[tuple[str, ...]]:
    rows = _rows(table)
    return [tuple(row[n] if n < len(row) else "" for row in rows) for n in range(len(table.columns))]


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Rows, or columns, of the same first cell are the same one; else their words count."""
    if one and other and one[0].strip() and one[0] == other[0]:
        return 1
    return likeness("\n".join(one), "\n".join(other))


def _cell(before: Table, after: Table, old: tuple[int, int], new: tuple[int, int], known: Known) -> CellChange | None:
    one, other = _at(before, old), _at(after, new)
    if one is None or other is None:
        return None
    found = edits(one.body.paragraphs, other.body.paragraphs, known)
    if not found:
        return None
    heading, row_heading = _at(after, (0, new[1])), _at(after, (new[0], 0))
    return CellChange(
        row=new[0] + 1,
        column=new[1] + 1,
        row_before=old[0] + 1,
        column_before=old[1] + 1,
        heading=heading.body.text if heading and new[0] else "",
        row_heading=row_heading.body.text if row_heading and new[1] else "",
        edits=found,
    )


def _at(table: Table, place: tuple[int, int]) -> Cell | None:
    row, column = place
    cells = table.rows[row][1] if row < len(table.rows) else ()
    return cells[column] if column < len(cells) else None


def _lines(
    what: Literal["row", "column"],
    pairs: Sequence[Paired],
    before: Sequence[tuple[str, ...]],
    after: Sequence[tuple[str, ...]],
) -> Iterator[LineChange]:
    for i, j in pairs:
        if i is None and j is not None:
            yield LineChange(how="added", what=what, number=j + 1, text=_joined(after[j]))
        elif j is None and i is not None:
            yield LineChange(how="gone", what=what, number=i + 1, text=_joined(before[i]))


def _joined(cells: tuple[str, ...]) -> str:
    return " | ".join(" ".join(cell.split()) for cell in cells)
