"""Tables as LibreOffice prints them: rows as high as the scene has them, lines where it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from deckgen.scene import Slide, Table
from deckgen.units import to_pt
from tests.decks.library import BRANDS, kinds
from tests.render.office import print_fonts

NEAR = 0.5
"""How far, in points, a drawn rule may be from the edge of its row."""


@pytest.mark.render
@pytest.mark.parametrize("brand", BRANDS)
def test_rows_are_as_high_as_they_were_measured(brand: str, office_pdf: Callable[..., Path]) -> None:
    built = kinds(brand)
    pdf = office_pdf(built.data, fonts_conf=print_fonts())
    shown = [slide for slide in built.scene.slides if not slide.hidden]
    checked = 0
    for number, slide in enumerate(shown):
        for table in tables(slide):
            drawn = rules(pdf, number)
            for edge in edges(table):
                assert any(abs(rule - edge) <= NEAR for rule in drawn), (slide.kind, edge, drawn)
                checked += 1
    assert checked > 8


def tables(slide: Slide) -> Iterator[Table]:
    yield from (node for node in slide.nodes if isinstance(node, Table))


def edges(table: Table) -> list[float]:
    """y of the edges between rows, where a rule is drawn."""
    heights = list(accumulate(row.height for row in table.rows))
    return [to_pt(table.rect.y + height) for height in heights[:-1]]


def rules(pdf: Path, number: int) -> list[float]:
    """y of the horizontal lines on a page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        height = page.get_height()
        boxes = [found.get_bounds() for found in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH])]
        return [height - (bottom + top) / 2 for left, bottom, right, top in boxes if top - bottom < 4 < right - left]
    finally:
        document.close()
