"""Rows of a workbook's first visible sheet, streamed through openpyxl."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from itertools import islice
from typing import Any

from deckgen.batch.rows.model import MAX_COLUMNS, Row, Unusable, check_header, column_names, line_of, usable
from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.titles import LOOKED_AT, titles
from deckgen.load.workbook import BadWorkbook, Look, cell_words, check_workbook, looked_over

_SAVE = "open it in Excel and save it as a workbook (.xlsx), or save the sheet as CSV UTF-8"


class WorkbookRows:
    """A workbook, open. Its first row with anything in it is the header, but for titles above it. The line of a row is
    its number in the sheet."""

    def __init__(self, path: str, shown: str) -> None:
        self.path, self.shown = path, shown
        self._title, self._look = "", Look()
        try:
            check_workbook(path)
            top = list(islice(self._records(check=True), LOOKED_AT))  # which also finds what is hidden
        except BadWorkbook as bad:
            raise Unusable(Span.of_file(shown), f'the workbook "{shown}" {bad.message}', bad.hint) from None
        self._above = titles([cells for _, cells in top])
        (line, header), *below = top[self._above :] or [(1, [])]
        check_header(header, [cells for _, cells in below], line_of(shown, line))
        self.columns = column_names(header, line_of(shown, line))

    def rows(self, diags: Diagnostics) -> Iterator[Row]:
        """Every row that holds anything."""
        records = islice(self._records(), self._above + 1, None)
        width = len(self.columns)
        for number, (place, cells) in enumerate(records, 1):
            span = line_of(self.shown, place)
            if any(cells[width:]):
                message = f"row {place} of the sheet has a cell beyond the last column that is named"
                diags.error("ragged-row", span, message, hint="name the column, or empty the cell")
                continue
            hidden = f"{self._title}!{place}" if place in self._look.hidden.rows else ""
            row = Row(number, span, dict(zip(self.columns, [*cells, *[""] * width], strict=False)), hidden)
            if usable(row, diags):
                yield row

    def _records(self, *, check: bool = False) -> Iterator[tuple[int, list[str]]]:
        """The rows of the sheet that hold anything, each with its number there. `check` its formulas, too: raises
        `BadWorkbook`."""
        import openpyxl

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what openpyxl leaves out (pictures, rules) is no loss here
                book = openpyxl.load_workbook(self.path, read_only=True, data_only=True, keep_links=False)
            try:
                if check:
                    self._title, self._look = _first(book).title, looked_over(self.path, _first(book))
                yield from _filled(_first(book), self._look.merged)
            finally:
                book.close()
        except (Unusable, BadWorkbook):
            raise
        except Exception:  # noqa: BLE001 - a damaged workbook makes openpyxl raise nearly anything
            message = f'the workbook "{self.shown}" is damaged, or no workbook'
            raise Unusable(Span.of_file(self.shown), message, _SAVE) from None


def _first(book: Any) -> Any:
    """The first sheet that can be seen."""
    return next((sheet for sheet in book.worksheets if sheet.sheet_state == "visible"), book.worksheets[0])


def _filled(sheet: Any, merged: tuple[tuple[int, int, int], ...]) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything. Words that are `merged` over several (column, first and last row) stand in each."""
    sheet.reset_dimensions()
    merges: dict[int, list[tuple[int, int]]] = {}
    for column, first, last in merged:
        merges.setdefault(first, []).append((column, last))
    held: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1, values_only=True), 1):
        cells = ["" if value is None else cell_words(value).strip() for value in row]
        if not any(cells):
            continue
        for column, (last, words) in held.items():
            if number <= last:
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = cells[column] or words
        for column, last in merges.get(number, ()):
            if column < len(row) and isinstance(row[column], str):
                held[column] = last, cells[column]
        yield number, cells
