"""Formulas drawn: outlines in their box, with words for those who can't see them."""

from __future__ import annotations

import pytest

from deckgen.drawing import Drawing, Element, Outline
from deckgen.scene import Formula
from deckgen.units import to_pt
from tests.drawing.charts import outlines, points
from tests.drawing.pages import BRANDS, drawn_slide, kinds_drawn, within

SLIDE = r"""
kind: formula
title: How attendance is reckoned
formula: \frac{a}{b} \times \boxed{100}
alt: a over b, times one hundred
"""


def formulas(drawing: Drawing) -> list[tuple[Formula, Element]]:
    return [
        (node, next(e for e in within(page.elements) if e.role == "Formula"))
        for slide, page in zip(drawing.deck.slides, drawing.pages(), strict=True)
        for node in slide.nodes
        if isinstance(node, Formula)
    ]


@pytest.mark.parametrize("brand", BRANDS)
def test_a_formula_fills_its_box_but_for_the_margin(brand: str) -> None:
    found = formulas(kinds_drawn(brand))
    assert len(found) == 3
    for formula, element in found:
        rect, places = formula.rect, [place for outline in outlines([element]) for place in points(outline)]
        xs, ys = zip(*places, strict=True)
        edge = formula.size / 20  # a glyph may hang out of its advance
        assert to_pt(rect.x) - edge <= min(xs) < to_pt(rect.x) + edge
        assert to_pt(rect.w) * 0.8 < max(xs) - to_pt(rect.x) <= to_pt(rect.w)
        assert to_pt(rect.y) <= min(ys) and max(ys) <= to_pt(rect.bottom)
        above, below = min(ys) - to_pt(rect.y), to_pt(rect.bottom) - max(ys)
        assert above == pytest.approx(below, abs=edge), "it stands in the middle"


def test_a_formula_says_itself_and_is_drawn_in_its_colour() -> None:
    drawing = drawn_slide(SLIDE)
    [(formula, element)] = formulas(drawing)
    assert element.alt == "a over b, times one hundred" and element.node == formula.name
    glyphs, bars, box = [child for child in element.children if isinstance(child, Outline)]
    assert glyphs.fill == bars.fill == box.stroke == drawing.brand.theme[formula.color.slot].upper()
    assert box.fill is None and box.width > 0


def test_a_formula_read_from_the_right_ends_at_the_right() -> None:
    [(formula, element)] = formulas(drawn_slide(SLIDE.replace(r"\boxed{100}", "100"), deck="language: ar\n"))
    right = max(x for outline in outlines([element]) for x, _ in points(outline))
    assert right == pytest.approx(to_pt(formula.rect.right), abs=formula.size / 20)
