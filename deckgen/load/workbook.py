"""A sheet of a workbook (.xlsx), read through openpyxl."""

from __future__ import annotations

import datetime
import hashlib
import io
import itertools
import re
import warnings
import zipfile
import zlib
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.load.titles import titles
from deckgen.spec.formats import CURRENCY_SIGNS, MAX_PLACES
from deckgen.spec.numbers import Mark
from deckgen.spec.sheet import NOTHING, Hidden, Sheet, SheetFile
from deckgen.spec.slots import clipped
from deckgen.spec.tables.index import Index
from deckgen.spec.text import Text
from deckgen.world import World

MAX_UNPACKED = 100_000_000
"""A workbook whose parts would unpack to more bytes is refused before any is unpacked."""

MAX_ROWS = 100_000
MAX_COLUMNS = 500
_MAX_REPORTED = 5
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MONEY = r'(?:_-)?"?(?:\[\$)?([£€$¥₹])(?:-[0-9A-Fa-f]{1,8})?\]?"?(?:\* ?)?\s?#,##0(?:\.(0+))?(?:_-|_\))?'
_PERCENT, _NUMBER, _PLAIN = r"0(?:\.(0+))?\s*%", r"#,##0(?:\.(0+))?", r"0(?:\.(0+))?"


class WorkbookSheet:
    """The cells of a workbook's sheet as words; numbers in them have a point before decimals."""

    decimal: Mark | None = "."
    semicolons = False
    plain = False
    marked = False
    exact: dict[tuple[int, int], str] = {}

    def __init__(self, kept: Kept, span: Span) -> None:
        """`span` is where the workbook is named."""
        self._title, self._span = kept.title, span
        self._numbers = [number for number, _ in kept.records]
        self.header = kept.records[0][1]
        self.rows = [cells for _, cells in kept.records[1:]]
        self.index = Index(self.rows)
        self.formats = kept.formats
        rows = frozenset(row for row, number in enumerate(self._numbers[1:]) if number in kept.hidden.rows)
        self.hidden = Hidden(kept.hidden.columns, rows)

    def span(self, row: int, column: int) -> Span:
        """Where the slide names the workbook: no line of a text can be pointed at in it."""
        return self._span

    def called(self, row: int, column: int) -> str:
        """'Sheet1!B7: '."""
        return f"{self._title}!{_letters(column)}{self._numbers[row + 1]}: "

    def text(self, row: int, column: int) -> Text | None:
        """No cell has Markdown: what stands in a file is words."""
        return None


class Kept(Struct, frozen=True):
    """What is read of a sheet: its title, header and rows with their numbers in the sheet, its formats, and what is
    hidden in it, rows by those numbers."""

    title: str
    records: list[tuple[int, list[str]]]
    formats: dict[int, str]
    hidden: Hidden = NOTHING


# Part of every cache key: count it up whenever the same file would be read otherwise.
_RECIPE = b"deckgen workbook 5\n"


def load_workbook(world: World, data: bytes, asked: SheetFile, diags: Diagnostics) -> Sheet | None:
    """The sheet that is asked for, or None after reporting what is wrong where the workbook is named.

    What is read is kept in the world's cache under the hash of the file's content, so that only the first
    build reads it (and imports openpyxl, which takes longer than a deck).
    """
    name = asked.sheet.text if asked.sheet else ""
    key = hashlib.sha256(_RECIPE + name.encode() + b"\n" + data).hexdigest()
    cached = world.cache_read(key)
    if cached is not None:
        try:
            return _as_sheet(msgspec.msgpack.decode(cached, type=Kept), asked)
        except (msgspec.MsgspecError, ValueError):
            pass  # not whole: read again
    kept = read_workbook(data, asked, diags)
    if kept is None:
        return None
    sheet = _as_sheet(kept, asked)
    if not _check_header(sheet, diags):
        return None
    world.cache_write(key, msgspec.msgpack.encode(kept))
    return sheet


def _as_sheet(kept: Kept, asked: SheetFile) -> WorkbookSheet:
    """The sheet, named where `asked` names it; ValueError where its rows are uneven."""
    if len({len(cells) for _, cells in kept.records}) != 1 or len(kept.records) < 2:
        raise ValueError("rows of unequal length")
    return WorkbookSheet(kept, asked.span)


class BadWorkbook(Exception):
    """A workbook that can't be used."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def read_workbook(data: bytes, asked: SheetFile, diags: Diagnostics) -> Kept | None:
    """What is read of the sheet that is asked for; None after reporting."""
    try:
        check_workbook(io.BytesIO(data))
        title, rows, look = _rows(data, asked, diags)
        return _kept(title, rows, look) if rows is not None else None
    except BadWorkbook as wrong:
        diags.error("unusable-data", asked.span, f'the workbook "{asked.file}" {wrong.message}', hint=wrong.hint)
        return None


_SAVE = "open it in Excel and save it as a workbook (.xlsx), or save the sheet as CSV UTF-8"


def check_workbook(file: str | BinaryIO) -> None:
    """Refuse what isn't a workbook, or wouldn't be safe to unpack and parse: raises `BadWorkbook`.

    `file` is a path, or the content at its beginning.
    """
    try:
        if isinstance(file, str):
            with open(file, "rb") as opened:
                return check_workbook(opened)
        head = file.read(len(_OLE))
    except OSError as error:
        raise BadWorkbook(f"can't be read: {(error.strerror or 'unknown error').lower()}", _SAVE) from None
    if head == _OLE:
        raise BadWorkbook("has a password, or is of the old sort (.xls)", f"take the password off; {_SAVE}")
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > MAX_UNPACKED or len(parts) > 10_000:
                raise BadWorkbook("unpacks to more than a workbook for slides holds", "copy the rows to a new workbook")
            if any(part.flag_bits & 1 for part in parts):
                raise BadWorkbook("has a password, which a zip program has put on it", "ask for the file without one")
            for part in parts:
                _check_part(archive, part)
    except _BROKEN:
        raise BadWorkbook("is damaged, or no workbook", _SAVE) from None


_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError)


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse XML that declares a document type: no program writes one, and its entities can be a bomb."""
    if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
        return
    with archive.open(part) as file:
        head = file.read(4096).replace(b"\0", b"")  # as UTF-16 has it, too
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise BadWorkbook("declares XML entities, as no program writes them", _SAVE)


def _rows(data: bytes, asked: SheetFile, diags: Diagnostics) -> tuple[str, list[tuple[Any, ...]] | None, Look]:
    """The name of the sheet, its rows of cells, and what else its part says; None for rows where there is no such
    sheet (reported)."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out (pictures, rules) is no loss here
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheet = _named(book, asked, diags)
            if sheet is None:
                return "", None, Look()
            look = looked_over(io.BytesIO(data), sheet)
            sheet.reset_dimensions()
            rows = list(itertools.islice(sheet.iter_rows(max_col=MAX_COLUMNS + 1), MAX_ROWS + 1))
            return sheet.title, rows, look
    except BadWorkbook:
        raise
    except Exception:  # noqa: BLE001 - a damaged workbook makes openpyxl raise nearly anything
        raise BadWorkbook("is damaged, or no workbook", _SAVE) from None


def _named(book: Any, asked: SheetFile, diags: Diagnostics) -> Any:
    """The sheet that is asked for; the first that can be seen where none is named."""
    if asked.sheet is None:
        return next((sheet for sheet in book.worksheets if sheet.sheet_state == "visible"), book.worksheets[0])
    found = next((sheet for sheet in book.worksheets if sheet.title == asked.sheet.text), None)
    if found is None:
        name, names = clipped(asked.sheet.text), [sheet.title for sheet in book.worksheets]
        hint = did_you_mean(asked.sheet.text, names)
        diags.error("unknown-sheet", asked.sheet.span, f'the workbook has no sheet "{name}"', hint=hint)
    return found


class Look(Struct, frozen=True):
    """What a sheet's part says beside its cells: what is hidden (rows from 1, columns from 0), and which cells of one
    column are merged: column, first and last row."""

    hidden: Hidden = NOTHING
    merged: tuple[tuple[int, int, int], ...] = ()


def looked_over(file: str | BinaryIO, sheet: Any) -> Look:
    """What the sheet's part says beside its cells.

    Raises `BadWorkbook` for formulas whose values the workbook doesn't hold: programs other than Excel leave them out.
    """
    with zipfile.ZipFile(file) as archive:
        xml = archive.read(sheet._worksheet_path)
    bare = [cell.decode() for cell in re.findall(_VALUELESS, xml)]
    if bare:
        cells = ", ".join(f"{sheet.title}!{cell}" for cell in bare[:_MAX_REPORTED])
        more = f" and {len(bare) - _MAX_REPORTED} more" if len(bare) > _MAX_REPORTED else ""
        raise BadWorkbook(f"has formulas without values: {cells}{more}", "open it in Excel or LibreOffice and save it")
    return Look(_hidden(xml), _merged(xml))


# ECMA-376 Part 1, 18.3.1.55.
_MERGED = rb'<(?:\w{1,20}:)?mergeCell\b[^>]{0,50}\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'


def _merged(xml: bytes) -> tuple[tuple[int, int, int], ...]:
    """Merged cells that go down over several rows."""
    if b"mergeCell" not in xml:
        return ()
    found = ((first, int(top), int(bottom)) for first, top, _, bottom in re.findall(_MERGED, xml))
    return tuple((_number(first.decode()), top, bottom) for first, top, bottom in found if bottom > top)


def _hidden(xml: bytes) -> Hidden:
    """What a sheet's part says is hidden: by hand, by a filter, or in a group that is folded up."""
    if b"hidden=" not in xml:
        return NOTHING
    rows = {int(found[1]) for tag in re.findall(_HIDDEN_ROW, xml) if (found := re.search(rb'\br="(\d{1,7})"', tag))}
    columns: set[int] = set()
    for tag in re.findall(_HIDDEN_COLUMNS, xml):
        ends = [re.search(rb'\b%s="(\d{1,5})"' % end, tag) for end in (b"min", b"max")]
        if ends[0] and ends[1]:
            columns.update(range(int(ends[0][1]) - 1, min(int(ends[1][1]), MAX_COLUMNS)))
    return Hidden(frozenset(columns), frozenset(rows))


# ECMA-376 Part 1, 18.3.1.73 and 18.3.1.13: a row, and a run of columns of one look.
_HIDDEN_ROW = rb'<(?:\w{1,20}:)?row\b[^>]{0,500}\bhidden="(?:1|true)"[^>]{0,500}>'
_HIDDEN_COLUMNS = rb'<(?:\w{1,20}:)?col\b[^>]{0,500}\bhidden="(?:1|true)"[^>]{0,500}>'


# A cell with a formula and no value behind it (ECMA-376 Part 1, 18.3.1.4), as far as the usual prefix goes.
_VALUELESS = (
    rb'<c r="([A-Z]{1,3}[0-9]{1,7})"[^>]{0,200}><f(?:[^>]{0,500}/>|[^>]{0,500}>[^<]{0,9000}</f>)(?:<v ?/>|<v></v>)?</c>'
)


def _kept(title: str, rows: list[tuple[Any, ...]], look: Look) -> Kept:
    """The words of these rows, the first that holds anything being the header, but for titles above it.

    Words that are merged over several rows stand in each of them. A merged number stays where it is: twice, it would
    be counted twice.
    """
    if len(rows) > MAX_ROWS:
        raise BadWorkbook(f"has more than {MAX_ROWS:,} rows", "keep only the rows that slides show")
    records = [(number, [cell_words(cell.value) for cell in row]) for number, row in enumerate(rows, 1)]
    _fill_merged(records, rows, look.merged)
    records = [(number, cells) for number, cells in records if any(cells)]
    if len(records) < 2:
        what = "only a header" if records else "nothing"
        raise BadWorkbook(
            f'has {what} in its sheet "{title}"', "the first row names the columns, the others are the rows"
        )
    width = max(number for _, cells in records for number, cell in enumerate(cells, 1) if cell)
    if width > MAX_COLUMNS:
        raise BadWorkbook(f"has more than {MAX_COLUMNS} columns", "keep only the columns that slides show")
    evened = [(number, (cells + [""] * width)[:width]) for number, cells in records]
    del evened[: titles([cells for _, cells in evened])]
    return Kept(title, evened, _formats(rows, evened[1][0], width), look.hidden)


def _fill_merged(
    records: list[tuple[int, list[str]]], rows: list[tuple[Any, ...]], merged: tuple[tuple[int, int, int], ...]
) -> None:
    """Put the words of merged cells into those of their rows that hold anything else. `records` are `rows` in words."""
    filled = [any(cells) for _, cells in records]
    left = MAX_ROWS  # cells can't be merged twice, but a damaged file may say so
    for column, first, last in merged:
        value = rows[first - 1][column].value if first <= len(rows) and column < len(rows[first - 1]) else None
        end = min(last, first + left, len(records)) if isinstance(value, str) else first
        left -= max(end - first, 0)
        for cells in [records[row][1] for row in range(first, end) if filled[row]]:
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = cells[column] or cell_words(value)


def _check_header(sheet: WorkbookSheet, diags: Diagnostics) -> bool:
    """Whether every column has a name of its own; if not, that is reported."""
    header = sheet.header
    twice = [number for number, name in enumerate(header) if name and name in header[:number]]
    for number in twice[:_MAX_REPORTED]:
        message = f'{sheet.called(-1, number)}two columns are called "{clipped(header[number])}"'
        diags.error("duplicate-column", sheet.span(-1, number), message, hint="rename one")
    return not twice


def _formats(rows: list[tuple[Any, ...]], first: int, width: int) -> dict[int, str]:
    """The number formats of the columns, as their first cells with a number have them, where formats.py knows it."""
    found: dict[int, str] = {}
    open_columns = set(range(width))
    for row in rows[first - 1 : first + 50]:
        for column in sorted(open_columns):
            cell = row[column] if column < len(row) else None
            if cell is not None and isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
                open_columns.discard(column)
                if known := _known_format(cell.number_format or ""):
                    found[column] = known
    return found


def _known_format(code: str) -> str | None:
    """The format of formats.py for the code of a workbook."""
    first = code.split(";")[0]
    if money := re.fullmatch(_MONEY, first):
        code = CURRENCY_SIGNS.get(money[1], "")
        return f"currency:{code}:{min(len(money[2] or ''), MAX_PLACES)}" if code else None
    for pattern, name in ((_PERCENT, "percent"), (_NUMBER, "number"), (_PLAIN, "plain")):
        if match := re.fullmatch(pattern, first):
            return f"{name}:{min(len(match[1] or ''), MAX_PLACES)}"
    return None


def cell_words(value: Any) -> str:
    """A cell's value in words: numbers with a point, dates as 2026-11-24."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case float():
            # Excel keeps 15 significant digits, and shows no more.
            return f"{value:.15g}"
        case datetime.datetime():
            whole = value.time() == datetime.time()
            return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
        case datetime.time():
            return value.isoformat("minutes")
        case _:
            return str(value).strip()


def _number(letters: str) -> int:
    """A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _letters(column: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
