"""A workbook of one sheet: the numbers behind a chart (ECMA-376 part 1, 18).

A library (XlsxWriter) takes 0.8 ms a workbook and 48 ms to import; this takes a twentieth of a
millisecond, for all but the sheet is the same in every one and lies deflated. Words are always words: a name
that begins with an equals sign is text in its cell, also when somebody edits it (`quotePrefix`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from deckgen.ooxml.xml import HOLE, Pattern, Xml, document, el, join, text, value
from deckgen.ooxml.zip import FAST, Member, archive, deflated

SHEET = "Sheet1"
"""The sheet's name, as Office gives it."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_OWN_FORMATS = 164  # those below are Excel's (18.8.30)
_WORDS, _FIRST_FORMAT = 1, 2  # cell formats of the style sheet


class Cell(Struct, frozen=True):
    """A cell: words, or with `format` (a code of Excel's) the number that `content` writes; "" for neither."""

    content: str
    format: str | None = None


def workbook(rows: Sequence[Sequence[Cell]]) -> bytes:
    """The workbook with these rows from A1 on. The same rows give the same bytes."""
    codes = dict.fromkeys(cell.format for row in rows for cell in row if cell.format is not None)
    looks = {code: _FIRST_FORMAT + number for number, code in enumerate(codes)}
    width = max((len(cell.content) for row in rows for cell in row[:1]), default=0)
    lines = [_row(number, row, looks) for number, row in enumerate(rows, 1)]
    sheet = document(_SHEET.fill(max(10, min(width + 2, 60)), join(lines)))
    made = {
        "xl/styles.xml": deflated(document(_styles(looks)), FAST),
        "xl/worksheets/sheet1.xml": deflated(sheet, FAST),
    }
    return archive([*_same(), *made.items()])


def reference(column: int, row: int, until: int | None = None) -> str:
    """The absolute address of a cell, or of those down to row `until`: columns from 0, rows from 1."""
    first = f"{SHEET}!${_letters(column)}${row}"
    return first if until is None else f"{first}:${_letters(column)}${until}"


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


_SHEET = Pattern(
    el(
        "worksheet",
        {"xmlns": _MAIN},
        el("cols", None, el("col", {"min": 1, "max": 1, "width": HOLE, "customWidth": 1})),
        el("sheetData", None, HOLE),
    )
)
_NUMBER = Pattern(el("c", {"r": HOLE, "s": HOLE}, el("v", None, HOLE)))
_TEXT = Pattern(
    el("c", {"r": HOLE, "s": _WORDS, "t": "inlineStr"}, el("is", None, el("t", {"xml:space": "preserve"}, HOLE)))
)
_ROW = Pattern(el("row", {"r": HOLE}, HOLE))


def _row(number: int, cells: Sequence[Cell], looks: dict[str, int]) -> Xml:
    made = [
        _NUMBER.fill(value(f"{_letters(column)}{number}"), looks[cell.format], text(cell.content))
        if cell.format is not None
        else _TEXT.fill(value(f"{_letters(column)}{number}"), text(cell.content))
        for column, cell in enumerate(cells)
        if cell.content
    ]
    return _ROW.fill(number, join(made))


def _styles(codes: Iterable[str]) -> Xml:
    """`styleSheet` (18.8.39): one font, and a cell format for words and for each number format."""
    own = [el("numFmt", {"numFmtId": _OWN_FORMATS + n, "formatCode": code}) for n, code in enumerate(codes)]
    plain = {"fontId": 0, "fillId": 0, "borderId": 0, "xfId": 0}
    cells = [
        el("xf", {"numFmtId": 0, **plain}),
        el("xf", {"numFmtId": 0, **plain, "quotePrefix": 1}),
        *(el("xf", {"numFmtId": _OWN_FORMATS + n, **plain, "applyNumberFormat": 1}) for n in range(len(own))),
    ]
    return el(
        "styleSheet",
        {"xmlns": _MAIN},
        *((el("numFmts", {"count": len(own)}, *own),) if own else ()),
        *_common_styles(),
        el("cellXfs", {"count": len(cells)}, *cells),
        el("cellStyles", {"count": 1}, el("cellStyle", {"name": "Normal", "xfId": 0, "builtinId": 0})),
    )


@cache
def _common_styles() -> tuple[Xml, ...]:
    font = el("font", None, el("sz", {"val": 11}), el("name", {"val": "Calibri"}), el("family", {"val": 2}))
    fills = (el("fill", None, el("patternFill", {"patternType": kind})) for kind in ("none", "gray125"))
    sides = (el(side) for side in ("left", "right", "top", "bottom", "diagonal"))
    return (
        el("fonts", {"count": 1}, font),
        el("fills", {"count": 2}, *fills),
        el("borders", {"count": 1}, el("border", None, *sides)),
        el("cellStyleXfs", {"count": 1}, el("xf", {"numFmtId": 0, "fontId": 0, "fillId": 0, "borderId": 0})),
    )


@cache
def _same() -> tuple[tuple[str, Member], ...]:
    """The members that every such workbook has."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relationships(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
        "xl/workbook.xml": el(
            "workbook",
            {"xmlns": _MAIN, "xmlns:r": _OFFICE},
            el("sheets", None, el("sheet", {"name": SHEET, "sheetId": 1, "r:id": "rId1"})),
        ),
    }
    return tuple((name, deflated(document(root))) for name, root in parts.items())


def _content_types() -> Xml:
    kinds = (("workbook", "sheet.main"), ("styles", "styles"), ("worksheets/sheet1", "worksheet"))
    return el(
        "Types",
        {"xmlns": f"{_PACKAGE}/content-types"},
        el("Default", {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"}),
        el("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        *(el("Override", {"PartName": f"/xl/{part}.xml", "ContentType": f"{_SML}.{kind}+xml"}) for part, kind in kinds),
    )


def _relationships(*targets: tuple[str, str]) -> Xml:
    return el(
        "Relationships",
        {"xmlns": f"{_PACKAGE}/relationships"},
        *(
            el("Relationship", {"Id": f"rId{number}", "Type": f"{_OFFICE}/{kind}", "Target": target})
            for number, (kind, target) in enumerate(targets, 1)
        ),
    )
