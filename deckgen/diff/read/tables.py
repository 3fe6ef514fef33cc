"""Tables: cells with their words and fills, as the table's style has them (ECMA-376 21.1.3, 20.1.4.2.26)."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from deckgen.diff.read.numbers import flag, length, whole
from deckgen.diff.read.palette import has_fill
from deckgen.diff.read.parts import Part
from deckgen.diff.read.styles import Settings
from deckgen.diff.read.text import TextReader
from deckgen.diff.view import Body, Cell, Ink, Table
from deckgen.verify.names import NS

MOST_CELLS = 10_000
_ANCHORS = {"ctr": "ctr", "b": "b"}
_PARTS = (
    ("lastRow", "lastRow"), ("firstRow", "firstRow"), ("lastCol", "lastCol"), ("firstCol", "firstCol"),
)  # fmt: skip


class TableReader:
    """Reads tables; `styles` is the root of the presentation's table styles, or None."""

    def __init__(self, styles: Any) -> None:
        found = () if styles is None else styles.iterfind("a:tblStyle", NS)
        self._styles = {style.get("styleId", ""): style for style in found}

    def table(self, element: Any, part: Part, text: TextReader) -> Table:
        """The table of an `a:tbl`."""
        props = element.find("a:tblPr", NS)
        named = None if props is None else props.find("a:tableStyleId", NS)
        style = self._styles.get("" if named is None else (named.text or "").strip())
        columns = tuple(length(found.get("w")) for found in element.iterfind("a:tblGrid/a:gridCol", NS))
        lines = element.findall("a:tr", NS)
        settings = (part.above or part).settings(None, part)
        dressed = _Dress(style, props, part, (len(lines), len(columns)))
        rows = []
        for row, line in enumerate(lines[: MOST_CELLS // max(1, len(columns))]):
            cells = line.findall("a:tc", NS)
            made = tuple(_cell(cell, dressed.at(row, column), settings, text) for column, cell in enumerate(cells))
            rows.append((length(line.get("h")), made))
        return Table(columns=columns, rows=tuple(rows))


class _At:
    """What a table's style says of a cell."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.fill: Ink | None = None
        self.ink: Ink | None = None
        self.bold: bool | None = None


class _Dress:
    """A table's style, asked for cells: the whole table, then bands, then edges over them."""

    def __init__(self, style: Any, props: Any, part: Part, size: tuple[int, int]) -> None:
        self._style, self._part, self._size = style, part, size
        self._on = {name for name in ("firstRow", "lastRow", "firstCol", "lastCol", "bandRow", "bandCol")
                    if props is not None and flag(props.get(name))}  # fmt: skip

    def at(self, row: int, column: int) -> _At:
        """What the style says of this cell."""
        found = _At(self._part)
        for name in () if self._style is None else self._names(row, column):
            self._lay(found, self._style.find(f"a:{name}", NS))
        return found

    def _names(self, row: int, column: int) -> list[str]:
        rows, columns = self._size
        names = ["wholeTbl"]
        first = "firstRow" in self._on
        if "bandRow" in self._on and not (first and row == 0):
            names.append("band1H" if (row - first) % 2 == 0 else "band2H")
        if "bandCol" in self._on:
            names.append("band1V" if column % 2 == 0 else "band2V")
        edges = {
            "lastRow": row == rows - 1,
            "firstRow": row == 0,
            "lastCol": column == columns - 1,
            "firstCol": column == 0,
        }
        return names + [
            name for name in ("lastCol", "firstCol", "lastRow", "firstRow") if name in self._on and edges[name]
        ]

    def _lay(self, found: _At, part: Any) -> None:
        if part is None:
            return
        words, fill = part.find("a:tcTxStyle", NS), part.find("a:tcStyle/a:fill", NS)
        if words is not None:
            found.ink = self._part.palette.ink(words) or found.ink
            found.bold = words.get("b") == "on" if words.get("b") else found.bold
        if fill is not None:
            found.fill = self._part.palette.filled(fill)


def _cell(element: Any, dress: _At, settings: Settings, text: TextReader) -> Cell:
    if dress.ink is not None or dress.bold is not None:
        settings = tuple(
            replace(s, font=replace(s.font, color=dress.ink or s.font.color, bold=bool(dress.bold or s.font.bold)))
            for s in settings
        )
    props = element.find("a:tcPr", NS)
    body = text.body(element.find("a:txBody", NS), settings)
    return Cell(
        body=_boxed(body, props),
        fill=dress.part.palette.filled(props) if has_fill(props) else dress.fill,
        columns=max(1, whole(element.get("gridSpan"), 1)),
        rows=max(1, whole(element.get("rowSpan"), 1)),
        covered=flag(element.get("hMerge")) or flag(element.get("vMerge")),
    )


def _boxed(body: Body, props: Any) -> Body:
    """Cells keep their margins and anchor in `a:tcPr`."""
    if props is None:
        return body
    sides = (("marL", 91_440), ("marT", 45_720), ("marR", 91_440), ("marB", 45_720))
    anchor = _ANCHORS.get(props.get("anchor", "t"), "t")
    made: Body = replace(body, insets=tuple(length(props.get(s), other) for s, other in sides), anchor=anchor)
    return made
