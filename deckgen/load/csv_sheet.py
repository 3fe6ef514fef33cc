"""A CSV file into a sheet (RFC 4180, with the delimiters that programs write)."""

from __future__ import annotations

import csv
import io
import re

from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.source import decoded
from deckgen.load.titles import titles
from deckgen.spec.numbers import Mark
from deckgen.spec.sheet import NOTHING, Sheet, SheetFile
from deckgen.spec.slots import clipped
from deckgen.spec.tables.index import Index
from deckgen.spec.text import Text

MAX_ROWS = 200_000
MAX_CELLS = 2_000_000
MAX_COLUMNS = 500
"""More than that is no table for slides."""

_MAX_REPORTED = 5
_DELIMITERS = ",;\t"
_NAMES = {",": "comma", ";": "semicolon", "\t": "tab"}


class CsvSheet:
    """The rows of a CSV file. Where a cell stands is found in the text when it is asked for."""

    decimal: Mark | None = None
    hidden = NOTHING
    formats: dict[int, str] = {}
    marked = False
    exact: dict[tuple[int, int], str] = {}
    unnamed = 0
    """So many columns at the end have no name."""

    def __init__(self, file: str, text: str, delimiter: str, records: list[tuple[int, list[str]]]) -> None:
        """`records` are the header and the rows, each with the line where it begins."""
        self._file, self._text, self.delimiter = file, text, delimiter
        self._begins = [line for line, _ in records]
        self.header = records[0][1]
        self.rows = [cells for _, cells in records[1:]]
        self.index = Index(self.rows)
        self.plain = text.isprintable() or re.sub("[\r\n\t]", "", text).isprintable()
        self.semicolons = delimiter == ";"
        self._lines: list[str] | None = None

    def span(self, row: int, column: int) -> Span:
        """From the cell's first character (or quotation mark) up to its last."""
        found = _places(self._split(), self._begins[row + 1], self.delimiter)
        return Span(self._file, *found[column]) if column < len(found) else self.line(row)

    def line(self, row: int) -> Span:
        """The line where a row begins."""
        begin = self._begins[row + 1]
        return Span(self._file, begin, 1, begin, len(self._split()[begin - 1]) + 1)

    def _split(self) -> list[str]:
        """The lines of the file, found when first asked for."""
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines

    def called(self, row: int, column: int) -> str:
        """The place says it all."""
        return ""

    def text(self, row: int, column: int) -> Text | None:
        """No cell has Markdown: what stands in a file is words."""
        return None


_SEP = r"(?i)sep=([,;\t])[ \t]*(?=\n)"
"""The first line that some programs write for Excel."""

Place = tuple[int, int, int, int]
"""Line and column where something begins, and where it ends; all count from 1."""


def _places(lines: list[str], begin: int, delimiter: str) -> list[Place]:
    """Where the cells of the record that begins in line `begin` stand, blanks around them left out."""
    line, col = begin, 0
    found: list[Place] = []
    while True:
        text = lines[line - 1]
        while col < len(text) and text[col] == " ":
            col += 1
        first, start = line, col
        if text[col : col + 1] == '"':
            line, last = _closing(lines, line, col)
            text = lines[line - 1]
            end = text.find(delimiter, last)
        else:
            end = text.find(delimiter, col)
            last = col + len(text[col : None if end < 0 else end].rstrip())
        found.append((first, start + 1, line, last + 1))
        if end < 0:
            return found
        col = end + 1


def _closing(lines: list[str], line: int, col: int) -> tuple[int, int]:
    """After the mark that closes the quotation which begins at `col`; the end of the file where none does."""
    col += 1
    while True:
        text = lines[line - 1]
        end = text.find('"', col)
        if end < 0:
            if line == len(lines):
                return line, len(text)
            line, col = line + 1, 0
        elif text[end + 1 : end + 2] == '"':
            col = end + 2
        else:
            return line, end + 1


def read_csv(data: bytes, asked: SheetFile, diags: Diagnostics) -> Sheet | None:
    """The sheet in the bytes of a CSV file, or None after reporting what is wrong with it, and where."""
    text = decoded(data, asked.file, diags, save=_SAVE)
    if text is None or not _check_use(text, asked, diags):
        return None
    if "\r" in text:
        text = re.sub("\r\n?", "\n", text)
    said = re.match(_SEP, text)
    if said:  # the line tells Excel the mark; emptied, it leaves places as they are in the file
        text = text[said.end() :]
    delimiter = "\t" if asked.file.lower().endswith(".tsv") else said[1] if said else _delimiter(text)
    records = _records(text, delimiter, asked.file, diags)
    if records is None:
        return None
    if len(records) < 2:
        what = "only a header" if records else "nothing"
        diags.error(
            "empty-data",
            Span.of_file(asked.file),
            f"{what} stands in this file",
            hint="the first line names the columns, the others are the rows",
        )
        return None
    del records[: titles([cells for _, cells in records])]
    unnamed = _drop_empty_ends(records)
    sheet = CsvSheet(asked.file, text, delimiter, records)
    sheet.unnamed = unnamed
    return sheet if _check(sheet, diags) else None


_SAVE = 'save it again as "CSV UTF-8 (comma delimited)", or in LibreOffice with the character set Unicode (UTF-8)'


def _check_use(text: str, asked: SheetFile, diags: Diagnostics) -> bool:
    """Whether this is a text, and nothing is asked of it that it has not; if not, that is reported."""
    if text.startswith("PK\x03\x04"):
        hint = "rename it to end in .xlsx, or save the sheet as CSV UTF-8"
        diags.error("unusable-data", asked.span, f'"{clipped(asked.file)}" is a workbook, not a CSV file', hint=hint)
        return False
    if asked.sheet:
        name = clipped(asked.sheet.text)
        diags.error(
            "unknown-sheet", asked.sheet.span, f'a CSV file has no sheets, and so no "{name}"', hint="delete sheet:"
        )
        return False
    return True


def _delimiter(text: str) -> str:
    """The mark that stands most often between the names of the columns; a comma where none does."""
    first = next((line for line in io.StringIO(text) if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(_DELIMITERS, key=bare.count)


def _records(text: str, delimiter: str, file: str, diags: Diagnostics) -> list[tuple[int, list[str]]] | None:
    """The records that hold anything, each with its first line; None after reporting."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    found: list[tuple[int, list[str]]] = []
    line = cells = 0
    try:
        for record in reader:
            stripped = [cell.strip() for cell in record]
            if any(stripped):
                found.append((line + 1, stripped))
                cells += len(record)
            line = reader.line_num
            if len(found) > MAX_ROWS or cells > MAX_CELLS:
                _report_size(file, diags)
                return None
    except csv.Error as error:
        _report_broken(str(error), line + 1, file, text, diags)
        return None
    return found


def _report_size(file: str, diags: Diagnostics) -> None:
    diags.error(
        "too-many-rows",
        Span.of_file(file),
        f"this file has more than {MAX_ROWS:,} rows or {MAX_CELLS:,} cells",
        hint="keep only the rows that slides show",
    )


def _report_broken(reason: str, line: int, file: str, text: str, diags: Diagnostics) -> None:
    """Report a record that can't be taken apart: its quotation marks don't pair, or a cell is endless."""
    length = len(text.split("\n")[line - 1])
    message = "a quotation mark is left open here, or stands within a cell"
    hint = 'write a quotation mark within quotation marks twice: "He said ""yes"""'
    if "field larger" in reason:
        message, hint = "a cell of this row is too long", "look for a quotation mark that is left open"
    diags.error("bad-csv", Span(file, line, 1, line, length + 1), message, hint=hint)


def _drop_empty_ends(records: list[tuple[int, list[str]]]) -> int:
    """Forget empty cells beyond the last named column, as programs leave them behind; how many the header had."""
    header = records[0][1]
    named = len(header)
    while named and not header[named - 1]:
        named -= 1
    unnamed = len(header) - named
    for _, cells in records:
        if len(cells) > named and not any(cells[named:]):
            del cells[named:]
    return unnamed


def _check(sheet: CsvSheet, diags: Diagnostics) -> bool:
    """Whether every row has a cell for every column, and no two columns share a name; if not, that is reported."""
    header = sheet.header
    if len(header) > MAX_COLUMNS:
        hint = f"keep at most {MAX_COLUMNS}"
        diags.error("too-many-columns", sheet.span(-1, 0), f"this file has {len(header):,} columns", hint=hint)
        return False
    if len(header) == 1 and "|" in header[0] and all("|" in cells[0] for cells in sheet.rows):
        hint = "save it again with commas, semicolons or tabs between cells"
        diags.error("bad-csv", sheet.line(-1), 'only "|" stands between the cells of this file', hint=hint)
        return False
    ragged = [row for row, cells in enumerate(sheet.rows) if len(cells) != len(header)]
    for row in ragged[:_MAX_REPORTED]:
        last = row == ragged[:_MAX_REPORTED][-1]
        _report_ragged(sheet, row, len(ragged) - _MAX_REPORTED if last else 0, diags)
    twice = [number for number, name in enumerate(header) if name and name in header[:number]]
    for number in twice[:_MAX_REPORTED]:
        name = clipped(header[number])
        diags.error("duplicate-column", sheet.span(-1, number), f'two columns are called "{name}"', hint="rename one")
    return not ragged and not twice


def _report_ragged(sheet: CsvSheet, row: int, more: int, diags: Diagnostics) -> None:
    cells, columns = _counted(len(sheet.rows[row]), "cell"), _counted(len(sheet.header), "column")
    follow = f"; {_counted(more, 'row')} below are like it" if more > 0 else ""
    mark = _NAMES.get(sheet.delimiter, "mark")
    hint = f"a {mark} stands between cells; put a cell that holds one in quotation marks"
    if sheet.unnamed and len(sheet.rows[row]) <= len(sheet.header) + sheet.unnamed:
        hint = f"name column {len(sheet.header) + 1} in the first line, or empty its cells"
    diags.error(
        "ragged-row",
        sheet.line(row),
        f"this row has {cells}, and the header names {columns}{follow}",
        hint=hint,
    )


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
