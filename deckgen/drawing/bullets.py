"""Bullets: the sign a paragraph stands behind, as layouts and slides have it (ECMA-376 part 1, 21.1.2.4)."""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.brand.model import Placeholder
from deckgen.drawing.lines import Setting, set_lines
from deckgen.drawing.model import Words
from deckgen.drawing.sheet import Sheet
from deckgen.scene import Color, Line, Paragraph, Run
from deckgen.units import Emu, to_pt


def bullet(
    paragraph: Paragraph, first: Line, given: Placeholder | None, setting: Setting, sheet: Sheet
) -> Words | None:
    """A paragraph's bullet, on the baseline of its `first` line and where that is indented from; None for none.

    It is in the minor face and never bold, whatever its words are in (NATIVE.md 6).
    """
    found = _sign(paragraph, given, setting, sheet)
    if found is None:
        return None
    char, color = found
    size = round((paragraph.style or setting.style).size * sheet.brand.bullet.scale / 100)
    style = replace(setting.style, font="minor", size=size, bold=False, tracking=0)
    own, at = Paragraph((Run(char),), rtl=False), Line(char, 0, first.x, first.baseline, 0)
    ((_, words),) = set_lines(own, (at,), Setting(style, color), sheet)
    indent = to_pt(_indent(paragraph, given))
    rtl = setting.rtl if paragraph.rtl is None else paragraph.rtl
    x = to_pt(first.x + first.width) - indent - words.width if rtl else words.x + indent
    return replace(words, x=x)


def _sign(paragraph: Paragraph, given: Placeholder | None, setting: Setting, sheet: Sheet) -> tuple[str, Color] | None:
    """The sign and its colour: one that the paragraph brings itself is the brand's, at any level."""
    if paragraph.bullet is None:
        return given.bullet(paragraph.level, sheet.brand.bullet, sheet.surface.color("muted")) if given else None
    if not paragraph.bullet:
        return None
    return sheet.brand.bullet.char, (given.bullet_color if given else None) or setting.color


def _indent(paragraph: Paragraph, given: Placeholder | None) -> Emu:
    """How far the bullet stands from the text, which is where lines start (negative: before it)."""
    if paragraph.indent is not None:
        return paragraph.indent
    return given.indents(paragraph.level)[1] if given else 0
