"""Charts in LibreOffice: plots stand where they were laid out, so their labels do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.scene import Chart
from deckgen.units import to_pt
from tests.kinds.test_chart import GALLERY, built
from tests.render.chart_words import chart_differs, nearest
from tests.render.pdf import Page, pages

EXACT = {"bar", "column", "stacked", "line", "area"}
"""Names of axes make LibreOffice's plot a little smaller, so a scatter is not among them."""


def printed(brand: str, office_pdf: Callable[..., Path]) -> list[tuple[Chart, Page]]:
    compiled = built(brand, *GALLERY)
    assert compiled.scene is not None
    found = zip(compiled.scene.slides, pages(office_pdf(compiled.data)), strict=True)
    return [(node, page) for slide, page in found for node in slide.nodes if isinstance(node, Chart)]


@pytest.mark.render
@pytest.mark.parametrize("brand", ["plain", "cst", "cranmer"])
def test_every_word_of_a_chart_is_drawn_near_its_place(brand: str, office_pdf: Callable[..., Path]) -> None:
    for chart, page in printed(brand, office_pdf):
        assert chart_differs(chart, list(page.glyphs))[1] == []


@pytest.mark.render
@pytest.mark.parametrize("brand", ["plain", "cst", "cranmer"])
def test_scales_and_values_stand_where_they_were_laid_out(brand: str, office_pdf: Callable[..., Path]) -> None:
    """Within 6.5 pt: what the renderer's own gap between a label and its bar or axis makes."""
    for chart, page in printed(brand, office_pdf):
        ends = {series.name for series in chart.series if chart.form in ("line", "area")}
        for words in chart.words:
            number = words.look.style.name == "label" or chart.form not in ("line", "area")
            if chart.form not in EXACT or words.line.text in ends or not number:
                continue  # the two lines of a label at a line's end are centred on each other
            drawn = nearest(words.line, page.glyphs)
            assert drawn is not None, words.line.text
            assert abs(drawn[0].x - to_pt(words.line.x)) <= 6.5, words.line.text
            assert abs(drawn[0].y - to_pt(words.line.baseline)) <= 6.5, words.line.text
