"""The brand's table style: what a table that people insert looks like."""

from __future__ import annotations

from deckgen.brand.model import Brand
from deckgen.ooxml.xml import Xml, document, el
from deckgen.scene import Color
from deckgen.units import Emu
from deckgen.write.pptx.colors import ColorMap, color_xml
from deckgen.write.pptx.identity import guid
from deckgen.write.pptx.package import NAMESPACES
from deckgen.write.pptx.theme import HAIR, RULE

_SIDES = ("left", "right", "top", "bottom", "insideH", "insideV")


def table_styles(brand: Brand, light: ColorMap) -> bytes:
    """`tableStyles.xml` with one style, the default: a rule under the head, hair lines between rows,
    nothing at the sides (design/KINDS.md, table). Parts stand in the order of ECMA-376 part 1, 20.1.4.2.26.
    """
    identity = guid("table style", brand.name)
    paper = brand.surface("paper")
    hair = _border(HAIR, paper.color("rule"), light)
    rule = _border(RULE, paper.color("text"), light)
    none = el("a:ln", None, el("a:noFill"))
    whole = {**dict.fromkeys(_SIDES, none), "insideH": hair}
    style = el(
        "a:tblStyle",
        {"styleId": identity, "styleName": brand.title},
        _part("a:wholeTbl", whole, None, el("a:fill", None, el("a:noFill"))),
        _part("a:lastCol", {}, "on"),
        _part("a:firstCol", {}, "on"),
        _part("a:lastRow", {"top": rule}, "on"),
        _part("a:firstRow", {"bottom": rule}, "on"),
    )
    return document(el("a:tblStyleLst", {"xmlns:a": NAMESPACES["xmlns:a"], "def": identity}, style))


def _part(tag: str, borders: dict[str, Xml], bold: str | None, *fill: Xml) -> Xml:
    text = el(
        "a:tcTxStyle",
        {"b": bold},
        el("a:fontRef", {"idx": "minor"}, el("a:prstClr", {"val": "black"})),
        el("a:schemeClr", {"val": "tx1"}),
    )
    sides = el("a:tcBdr", None, *(el(f"a:{side}", None, borders[side]) for side in _SIDES if side in borders))
    return el(tag, None, text, el("a:tcStyle", None, sides, *fill))


def _border(width: Emu, color: Color, light: ColorMap) -> Xml:
    return el("a:ln", {"w": width, "cmpd": "sng"}, el("a:solidFill", None, color_xml(color, light)))
