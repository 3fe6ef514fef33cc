"""Tables: `a:tbl` in a graphic frame (ECMA-376 part 1, 21.1.3), in the brand's table style."""

from __future__ import annotations

from deckgen.ooxml.xml import Xml, el
from deckgen.scene import Cell, Paragraph, Table
from deckgen.units import Emu
from deckgen.write.pptx.pen import Pen
from deckgen.write.pptx.text import cell_paragraph

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_LOCKED = el("p:cNvGraphicFramePr", None, el("a:graphicFrameLocks", {"noGrp": 1}))
_BODY = el("a:bodyPr"), el("a:lstStyle")


def draw_table(table: Table, pen: Pen, use: Xml) -> Xml:
    """`p:graphicFrame` (19.3.1.21) with the table; `use` is its `p:nvPr`, which may name a placeholder."""
    named = pen.identify(table.name, alt=table.alt, decorative=table.decorative)
    rect = table.rect
    place = el("p:xfrm", None, el("a:off", {"x": rect.x, "y": rect.y}), el("a:ext", {"cx": rect.w, "cy": rect.h}))
    data = el("a:graphicData", {"uri": _TABLE}, _table(table, pen))
    frame = el("p:nvGraphicFramePr", None, named, _LOCKED, use)
    return el("p:graphicFrame", None, frame, place, el("a:graphic", None, data))


def _table(table: Table, pen: Pen) -> Xml:
    """`a:tbl` (21.1.3.13): the parts of the style it takes, its columns, its rows."""
    parts = {
        "rtl": int(table.rtl) or None,
        "firstRow": int(table.header) or None,
        "firstCol": int(table.first_column) or None,
        "lastCol": int(table.last_column) or None,
        "bandRow": int(table.banded) or None,
    }
    rows = [
        el("a:tr", {"h": row.height}, *(_cell(cell, pen) for cell in row.cells), _kept("row", number))
        for number, row in enumerate(table.rows)
    ]
    columns = [el("a:gridCol", {"w": width}, _kept("column", n)) for n, width in enumerate(table.columns)]
    style = el("a:tableStyleId", None, Xml(pen.table_style))
    return el("a:tbl", None, el("a:tblPr", parts, style), el("a:tblGrid", None, *columns), *rows)


_KEPT = {
    "row": ("{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}", "a16:rowId"),
    "column": ("{9D8B030D-6E8A-4147-A177-3AD203B41FA5}", "a16:colId"),
}


def _kept(what: str, number: int) -> Xml:
    """The id that a row or column keeps when others are put before it, as PowerPoint gives it one."""
    uri, tag = _KEPT[what]
    namespace = "http://schemas.microsoft.com/office/drawing/2014/main"
    return el("a:extLst", None, el("a:ext", {"uri": uri}, el(tag, {"xmlns:a16": namespace, "val": 10_000 + number})))


def _cell(cell: Cell, pen: Pen) -> Xml:
    """`a:tc` (21.1.3.16). What a cell spans is there, and says that it is merged."""
    spans = {
        "rowSpan": cell.rows if cell.rows > 1 else None,
        "gridSpan": cell.columns if cell.columns > 1 else None,
        "hMerge": 1 if cell.covered in ("left", "both") else None,
        "vMerge": 1 if cell.covered in ("above", "both") else None,
    }
    paragraphs = cell.paragraphs or (Paragraph(()),)
    words = (cell_paragraph(p, pen, style=cell.style, align=cell.align) for p in paragraphs)
    fill = () if cell.fill is None else (pen.fill(cell.fill),)
    properties = el("a:tcPr", {**_margins(cell), "anchor": cell.anchor}, *fill)
    return el("a:tc", spans, el("a:txBody", None, *_BODY, *words), properties)


def _margins(cell: Cell) -> dict[str, Emu]:
    return {"marL": cell.left, "marR": cell.right, "marT": cell.top, "marB": cell.bottom}
