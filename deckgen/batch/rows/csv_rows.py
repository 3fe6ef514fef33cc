"""Rows of a CSV file (RFC 4180, with the delimiters and encodings that programs write)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import chain, islice

from deckgen.batch.rows.lines import encoding_of, lines
from deckgen.batch.rows.model import Row, Unusable, check_header, column_names, line_of, usable
from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.titles import LOOKED_AT, titles

_DELIMITERS = ",;\t|"
_EMPTY = "a cell may be empty, but the mark before it has to stand there: Oak,,210"
_QUOTED = "put a cell that holds the mark between cells in quotation marks"
_SEP = r"(?i)sep=([,;\t|])[ \t]*\r?\n?"
"""The first line that some programs write for Excel."""


class CsvRows:
    """A CSV file, open. Its delimiter is the one that stands most often in its header."""

    def __init__(self, path: str, shown: str) -> None:
        self.path, self.shown = path, shown
        _check_text(path, shown)
        self._encoding = encoding_of(path)
        self._skip, self._delimiter = _sniffed(path, self._encoding, shown)
        top = self._top()
        self._above = titles([cells for _, cells in top])
        (line, header), *below = top[self._above :] or [(1, [])]
        check_header(header, [cells for _, cells in below[:1]], line_of(shown, line))
        self.columns = column_names(header, line_of(shown, line))
        self._width = len(self.columns)

    def rows(self, diags: Diagnostics) -> Iterator[Row]:
        """Every row; ragged ones are reported and left out."""
        if self._encoding == "cp1252":
            _warn_of_windows(self.shown, diags)
        records = islice(self._records(), self._above + 1, None)
        line = self._skip + 1
        try:
            for number, (begin, record) in enumerate(records, 1):
                line = begin
                row = self._row(number, begin, record, diags)
                if row is not None and usable(row, diags):
                    yield row
        except csv.Error as error:
            raise _broken(str(error), self.shown, line + 1) from None

    def _top(self) -> list[tuple[int, list[str]]]:
        """The first records, as far as they can be read; what is wrong below the first is told with the rows."""
        top: list[tuple[int, list[str]]] = []
        try:
            for line, cells in islice(self._records(), LOOKED_AT):
                top.append((line, [cell.strip() for cell in cells]))
        except csv.Error as error:
            if not top:
                raise _broken(str(error), self.shown, self._skip + 1) from None
        return top

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        """The records that hold anything, each with the line where it begins."""
        text = islice(lines(self.path, self._encoding, self.shown), self._skip, None)
        reader = csv.reader(text, delimiter=self._delimiter, skipinitialspace=True, strict=True)
        begin = self._skip + 1
        for record in reader:
            if any(cell and not cell.isspace() for cell in record):
                yield begin, record
            begin = self._skip + reader.line_num + 1

    def _row(self, number: int, line: int, record: list[str], diags: Diagnostics) -> Row | None:
        cells = [cell.strip() for cell in record]
        beyond = cells[self._width :]
        if len(cells) < self._width or any(beyond):
            found = f"{len(cells):,} cell{'s'[: len(cells) != 1]}"
            message = f"row {number} has {found}, and the header names {self._width:,} columns"
            diags.error("ragged-row", line_of(self.shown, line), message, hint=_QUOTED if any(beyond) else _EMPTY)
            return None
        return Row(number, line_of(self.shown, line), dict(zip(self.columns, cells, strict=False)))


def _check_text(path: str, shown: str) -> None:
    """Refuse workbooks that are called CSV files."""
    with open(path, "rb") as file:
        if file.read(4) in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
            raise Unusable(Span.of_file(shown), f'"{shown}" is a workbook, not a CSV file', "rename it to end in .xlsx")


def _sniffed(path: str, encoding: str, shown: str) -> tuple[int, str]:
    """How many lines stand above the header, and the delimiter."""
    found = lines(path, encoding, shown)
    first = next(found, "")
    said = re.fullmatch(_SEP, first)
    if said:
        return 1, said[1]
    header = next((line for line in chain((first,), islice(found, 100)) if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", header)
    return 0, "\t" if path.lower().endswith(".tsv") else max(_DELIMITERS, key=bare.count)


def _broken(reason: str, shown: str, line: int) -> Unusable:
    """A record whose quotation marks don't pair: where it ends nobody knows, so nothing below it can be read."""
    message = "a quotation mark is left open here, or stands within a cell; the rows below can't be told apart"
    if "field larger" in reason:
        message = "a cell of this row doesn't end: a quotation mark is left open"
    hint = 'write a quotation mark within quotation marks twice: "He said ""yes"""'
    return Unusable(line_of(shown, line), message, hint, "bad-csv")


def _warn_of_windows(shown: str, diags: Diagnostics) -> None:
    diags.warning(
        "windows-1252",
        Span.of_file(shown),
        "this file isn't saved as UTF-8; it is read as Windows-1252",
        hint='save it again as "CSV UTF-8 (comma delimited)", or look at names with accents',
    )
