"""What is drawn of a chart beside what LibreOffice prints of the same deck: bars and dots stand in the same places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from deckgen.drawing import Outline
from deckgen.drawing.charts.figure import chart_element
from deckgen.drawing.sheet import Sheet
from deckgen.scene import Chart
from tests.drawing.charts import area, outlines
from tests.kinds.test_chart import GALLERY, built

NEAR = 1.0
"""How far, in points, a side may be from LibreOffice's, which reckons in hundredths of a millimetre and draws round
dots as polygons."""
COMPARED = ("bar", "column", "stacked", "line", "area")
"""LibreOffice draws a ring's hole at 50 %, and a scatter smaller, to make room for the names of its axes."""

Box = tuple[float, float, float, float]


@pytest.mark.render
@pytest.mark.parametrize("brand", ["plain", "cst", "cranmer"])
def test_bars_and_dots_stand_where_libreoffice_prints_them(brand: str, office_pdf: Callable[..., Path]) -> None:
    compiled = built(brand, *GALLERY)
    pdf = office_pdf(compiled.data)
    checked = 0
    for number, slide in enumerate(compiled.scene.slides):
        chart = next(node for node in slide.nodes if isinstance(node, Chart))
        if chart.form not in COMPARED:
            continue
        style = compiled.style
        sheet = Sheet(style.template.brand, style.setter.measurer, style.setter.layouts[slide.layout], {})
        printed = list(boxes(pdf, number))
        for outline in outlines([chart_element(chart, sheet)]):
            if not outline.fill:
                continue
            wanted = sides(outline)
            assert any(near(wanted, box) for box in printed), (chart.form, wanted)
            checked += 1
    assert checked > 30


def sides(outline: Outline) -> Box:
    left, top, wide, high = area(outline)
    return left, top, left + wide, top + high


def near(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def boxes(pdf: Path, number: int) -> Iterator[Box]:
    """Left, top, right and foot of every path on a page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        height = page.get_height()
        for found in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = found.get_bounds()
            yield left, height - top, right, height - bottom
    finally:
        document.close()
