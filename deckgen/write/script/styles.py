"""The styles of a script: the brand's faces and colours, in sizes that are read from a lectern.

All of it is written into Word's own styles, so that changing one changes the document.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from msgspec import Struct

from deckgen.brand.color import hex_of
from deckgen.brand.model import Brand, ColorRole
from deckgen.drawing.paper import Paper, paper_of
from deckgen.scene import FontRole
from deckgen.scripts import SYSTEMS
from deckgen.write.script.word_text import element

FACTS = "Slide facts"
LEVELS = ("List Bullet", "List Bullet 2", "List Bullet 3")
MARGIN = 72
"""Points at the left and the right: lines of some 70 characters on A4."""
_STEP = 18


class Look(Struct, frozen=True, kw_only=True):
    """A style's size and spaces in points; `lead` is a multiple of the face's own line."""

    size: float
    font: FontRole = "minor"
    color: ColorRole = "text"
    before: float = 0
    after: float = 0
    lead: float = 1.15
    keeps: bool = False


_LOOKS = {
    "Normal": Look(size=13, after=7, lead=1.3),
    "Title": Look(size=28, font="major", color="title", after=12, lead=1.05),
    "Heading 1": Look(size=20, font="major", color="emph", before=28, after=6, lead=1.1, keeps=True),
    "Heading 2": Look(size=16, font="major", color="title", before=22, after=2, lead=1.1, keeps=True),
    FACTS: Look(size=11, color="muted", after=4),
    **{level: Look(size=13, after=4, lead=1.3) for level in LEVELS},
    "Footer": Look(size=10, color="muted", lead=1.0),
}


def style_document(made: Document, brand: Brand, language: str) -> None:
    """Set every style that a script uses, the page, and the language."""
    made.styles.add_style(FACTS, WD_STYLE_TYPE.PARAGRAPH)
    for name, look in _LOOKS.items():
        style = made.styles[name]
        assert isinstance(style, ParagraphStyle)
        _style(style, look, brand)
    for depth, name in enumerate(LEVELS, 1):
        _hang(made.styles[name], depth)
    _language(made, brand, language)
    _page(made, paper_of(language), brand)


def _style(style: ParagraphStyle, look: Look, brand: Brand) -> None:
    """Face, colour and size of a style in place of the template's (17.7.5); its spaces, and its direction."""
    family = brand.fonts[look.font]
    bold = look.font == "major" and brand.style("title").bold
    properties = style.element.get_or_add_rPr()
    for old in list(properties):
        properties.remove(old)
    scripts = brand.scripts.get(brand.writing.system, {})
    other = scripts[look.font].office if look.font in scripts else family.office
    fonts = {"w:ascii": family.office, "w:hAnsi": family.office, "w:cs": other, "w:eastAsia": other}
    properties.append(element("w:rFonts", fonts))
    if bold:
        properties.extend([element("w:b"), element("w:bCs")])
    properties.append(element("w:color", {"w:val": _paper_color(brand, look.color)}))
    halves = str(round(look.size * 2))
    properties.extend([element("w:sz", {"w:val": halves}), element("w:szCs", {"w:val": halves})])
    _spaced(style, look)
    if brand.writing.rtl:
        _right_to_left(style)


def _spaced(style: ParagraphStyle, look: Look) -> None:
    borders = style.element.find(qn("w:pPr"))
    if borders is not None and (border := borders.find(qn("w:pBdr"))) is not None:
        borders.remove(border)
    spaces = style.paragraph_format
    spaces.space_before, spaces.space_after = Pt(look.before), Pt(look.after)
    spaces.line_spacing, spaces.keep_with_next, spaces.widow_control = look.lead, look.keeps, True


def _hang(style: Any, depth: int) -> None:
    spaces = style.paragraph_format
    spaces.left_indent, spaces.first_line_indent = Pt(_STEP * depth), Pt(-_STEP)
    properties = style.element.get_or_add_pPr()
    if (gap := properties.find(qn("w:contextualSpacing"))) is not None:
        properties.remove(gap)
    if (tabs := properties.find(qn("w:tabs"))) is not None:
        properties.remove(tabs)


def _right_to_left(style: ParagraphStyle) -> None:
    """Lines run from right to left (17.3.1.6); "left" is then where they begin."""
    properties = style.element.get_or_add_pPr()
    style.paragraph_format.alignment = None
    bidi = element("w:bidi")
    before = {qn(f"w:{name}") for name in ("keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "tabs")}
    place = sum(1 for child in properties if child.tag in before)
    properties.insert(place, bidi)


def _language(made: Document, brand: Brand, language: str) -> None:
    """The document's language, of Latin text and of the deck's own writing system (17.3.2.20)."""
    slot = SYSTEMS[brand.writing.system].slot if brand.writing.system else ""
    said = {"w:val": "en-GB" if slot else language, "w:eastAsia": "en-GB", "w:bidi": "ar-SA"}
    if slot:
        said["w:bidi" if slot == "cs" else "w:eastAsia"] = language
    for old in made.styles.element.iter(qn("w:lang")):
        for name, value in said.items():
            old.set(qn(name), value)


def _page(made: Document, paper: Paper, brand: Brand) -> None:
    page = made.sections[0]
    page.page_width, page.page_height = Pt(paper.width), Pt(paper.height)
    page.left_margin = page.right_margin = Pt(MARGIN)
    page.top_margin, page.bottom_margin, page.footer_distance = Pt(64), Pt(72), Pt(36)
    tabs = made.styles["Footer"].paragraph_format.tab_stops
    for index in range(len(tabs) - 1, -1, -1):
        del tabs[index]
    tabs.add_tab_stop(Pt(paper.width - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)
    if brand.writing.rtl:
        grid = page._sectPr.find(qn("w:docGrid"))  # 17.6.17: it comes last but for that
        place = len(page._sectPr) if grid is None else page._sectPr.index(grid)
        page._sectPr.insert(place, element("w:bidi"))


def _paper_color(brand: Brand, role: ColorRole) -> str:
    return hex_of(brand.surface("paper").color(role), brand.theme).removeprefix("#")
