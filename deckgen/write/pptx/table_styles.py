"""The brand's table style: what its tables look like, and tables that people insert."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.brand.model import Brand
from deckgen.ooxml.xml import Xml, document, el
from deckgen.scene import Color
from deckgen.units import Emu
from deckgen.write.pptx.colors import ColorMap, color_xml, fill_xml
from deckgen.write.pptx.identity import style_guid
from deckgen.write.pptx.package import NAMESPACES
from deckgen.write.pptx.theme import HAIR, RULE

_SIDES = ("left", "right", "top", "bottom", "insideH", "insideV")
_NONE = el("a:ln", None, el("a:noFill"))


def table_styles(brand: Brand, light: ColorMap) -> bytes:
    """`tableStyles.xml` with one style, the default: a bold head over a rule, row heads in the muted colour,
    hair lines between rows or bands, nothing at the sides, and a last column that is the point on a tint
    (design/KINDS.md, table).
    """
    identity = style_guid(brand.name)
    parts = _parts(brand, light)
    style = el("a:tblStyle", {"styleId": identity, "styleName": f"{brand.title} table"}, *parts)
    return document(el("a:tblStyleLst", {"xmlns:a": NAMESPACES["xmlns:a"], "def": identity}, style))


def _parts(brand: Brand, light: ColorMap) -> Iterator[Xml]:
    """The parts of the style in the order of ECMA-376 part 1, 20.1.4.2.26.

    None for corners: LibreOffice 7.4 takes those whether or not a table takes their row and column.
    """
    paper, tint = brand.surface("paper"), brand.surface("tint")
    text = color_xml(paper.color("text"), light)
    rule = _border(RULE, paper.color("text"), light)
    filled = el("a:fill", None, fill_xml(tint.background, light))
    between = _NONE if brand.banded_tables else _border(HAIR, paper.color("rule"), light)
    sides = {**dict.fromkeys(_SIDES, _NONE), "insideH": between}
    yield _part("a:wholeTbl", text, False, sides, el("a:fill", None, el("a:noFill")))
    if brand.banded_tables:
        yield el("a:band1H", None, el("a:tcStyle", None, el("a:tcBdr"), filled))
    yield _part("a:lastCol", color_xml(tint.color("text"), light), True, {}, filled)
    yield _part("a:firstCol", color_xml(paper.color("muted"), light), False)
    yield _part("a:lastRow", text, True, {"top": rule})
    yield _part("a:firstRow", text, True, {"bottom": rule})


def _part(tag: str, color: Xml, bold: bool, borders: dict[str, Xml] | None = None, *fill: Xml) -> Xml:
    face = el("a:fontRef", {"idx": "minor"}, el("a:prstClr", {"val": "black"}))
    words = el("a:tcTxStyle", {"b": "on" if bold else None}, face, color)
    lines = borders or {}
    sides = el("a:tcBdr", None, *(el(f"a:{side}", None, lines[side]) for side in _SIDES if side in lines))
    return el(tag, None, words, el("a:tcStyle", None, sides, *fill))


def _border(width: Emu, color: Color, light: ColorMap) -> Xml:
    return el("a:ln", {"w": width, "cmpd": "sng"}, el("a:solidFill", None, color_xml(color, light)))
