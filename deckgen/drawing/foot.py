"""What stands in the foot of a slide: its number and the deck's footer."""

from __future__ import annotations

from deckgen.brand.foot import FootKind, foot_align, foot_rect
from deckgen.drawing.model import Element
from deckgen.drawing.sheet import Sheet
from deckgen.drawing.text import text_marks
from deckgen.scene import FOOTER, NUMBER, Color, Paragraph, Run, TextBox

_NAMES: dict[FootKind, str] = {"sldNum": NUMBER, "ftr": FOOTER}


def foot(number: int, footer: str, sheet: Sheet) -> tuple[Element, ...]:
    """The slide's number and its footer, where its layout has them. They are the same all along: nobody is told."""
    color = sheet.layout.number
    if color is None:
        return ()
    said: tuple[tuple[FootKind, str], ...] = (("sldNum", str(number)), ("ftr", footer))
    return tuple([_element(kind, words, color, sheet) for kind, words in said if words])


def _element(kind: FootKind, words: str, color: Color, sheet: Sheet) -> Element:
    style, rtl = sheet.brand.style("footer"), sheet.brand.writing.rtl
    box = TextBox(
        name=kind,
        rect=foot_rect(kind, style, rtl=rtl),
        paragraphs=(Paragraph((Run(words),)),),
        lines=(),
        style=style,
        align=foot_align(kind, rtl=rtl),
        color=color,
        rtl=rtl,
        decorative=True,
    )
    return Element(role="Artifact", node=_NAMES[kind], children=text_marks(box, sheet))
