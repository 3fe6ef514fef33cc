"""The brand's table style: what its tables look like, and tables that people insert."""

from __future__ import annotations

from deckgen.brand.model import Brand
from deckgen.brand.table_look import SIDES, Edge, TablePart, table_parts
from deckgen.ooxml.xml import Xml, document, el
from deckgen.write.pptx.colors import ColorMap, color_xml, fill_xml
from deckgen.write.pptx.identity import style_guid
from deckgen.write.pptx.package import NAMESPACES

_NONE = el("a:ln", None, el("a:noFill"))


def table_styles(brand: Brand, light: ColorMap) -> bytes:
    """`tableStyles.xml` with one style, the default (`deckgen.brand.table_look`)."""
    identity = style_guid(brand.name)
    parts = [_part(part, light) for part in table_parts(brand)]
    style = el("a:tblStyle", {"styleId": identity, "styleName": f"{brand.title} table"}, *parts)
    return document(el("a:tblStyleLst", {"xmlns:a": NAMESPACES["xmlns:a"], "def": identity}, style))


def _part(part: TablePart, light: ColorMap) -> Xml:
    """A part with what it says of words, lines and fill; the whole table says that it has none."""
    sides = el("a:tcBdr", None, *(el(f"a:{s}", None, _line(part.edges[s], light)) for s in SIDES if s in part.edges))
    fill = () if part.fill is None else (el("a:fill", None, fill_xml(part.fill, light)),)
    if part.name == "wholeTbl":
        fill = (el("a:fill", None, el("a:noFill")),)
    return el(f"a:{part.name}", None, *_words(part, light), el("a:tcStyle", None, sides, *fill))


def _words(part: TablePart, light: ColorMap) -> tuple[Xml, ...]:
    if part.text is None:
        return ()
    face = el("a:fontRef", {"idx": "minor"}, el("a:prstClr", {"val": "black"}))
    return (el("a:tcTxStyle", {"b": "on" if part.bold else None}, face, color_xml(part.text, light)),)


def _line(edge: Edge | None, light: ColorMap) -> Xml:
    if edge is None:
        return _NONE
    return el("a:ln", {"w": edge.width, "cmpd": "sng"}, el("a:solidFill", None, color_xml(edge.color, light)))
