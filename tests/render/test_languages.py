"""Decks from right to left as LibreOffice prints them: what stands on each line, and where it begins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.scene import Line, TextBox
from deckgen.units import to_pt
from tests.decks.languages import written
from tests.decks.library import BRANDS
from tests.render.office import print_fonts
from tests.render.pdf import Glyph, Page, pages
from tests.render.scripts import letters

ABOVE, BELOW = 0.6, 0.55
"""How far from its baseline, in em, a glyph's origin may lie: marks and dots are drawn apart."""
EDGE = 0.4
"""How far from a line's left edge, in em, its first glyph's origin may lie."""


@pytest.mark.render
@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("language", ["ar", "he", "ur"])
def test_every_line_is_drawn_where_it_was_laid_out(language: str, brand: str, office_pdf: Callable[..., Path]) -> None:
    built = written(language, brand)
    printed = pages(office_pdf(built.data, fonts_conf=print_fonts()))
    wrong = [
        said
        for slide, page in zip(built.scene.slides, printed, strict=True)
        for box in slide.nodes
        # LibreOffice 7.4 leaves the columns of a table from right to left where they are.
        if isinstance(box, TextBox)
        for line in box.lines
        for said in _differs(box, line, page)
    ]
    assert wrong == []


def _differs(box: TextBox, line: Line, page: Page) -> list[str]:
    size = (box.paragraphs[line.paragraph].style or box.style).size
    glyphs = _on(line, page, size)
    absent = letters(line.text) - letters("".join(glyph.text for glyph in glyphs))
    if absent:
        return [f"{box.name}: {line.text!r} lacks {''.join(absent)!r}"]
    left = min((glyph.x for glyph in glyphs), default=to_pt(line.x))
    if abs(left - to_pt(line.x)) > EDGE * size:
        return [f"{box.name}: {line.text!r} begins at {left:.1f}, measured {to_pt(line.x):.1f}"]
    return []


def _on(line: Line, page: Page, size: int) -> list[Glyph]:
    x, y, width = to_pt(line.x), to_pt(line.baseline), to_pt(line.width)
    return [
        glyph
        for glyph in page.glyphs
        if y - ABOVE * size <= glyph.y <= y + BELOW * size and x - size / 2 <= glyph.x <= x + width + size / 4
    ]
