"""PDFs look as pictures of the same pages do: both are drawn from the same marks, one with its own faces, one with the
outlines of letters. Pictures are held against Chromium's and LibreOffice's in tests of their own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from skimage.metrics import structural_similarity
from skimage.util import img_as_float

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing, Element
from deckgen.ooxml.chunks import joined
from deckgen.write.pdf import about
from deckgen.write.pdf.document import About, pdf_chunks
from deckgen.write.png import painter_of, picture
from deckgen.write.png.painter import Painter
from deckgen.write.svg.faces import Faces
from tests.drawing.pages import BRANDS, kinds_drawn
from tests.support.pages import brand, fonts, page, words
from tests.write.pdf.sample import deck_pdf

WIDTH = 960
ALIKE = 0.97
"""Edges of letters and shapes are smoothed by each program in its own way."""


def by_pdfium(data: bytes) -> Iterator[Image.Image]:
    """Every page of a PDF, drawn by PDFium."""
    document = pypdfium2.PdfDocument(data)
    for sheet in document:
        yield sheet.render(scale=WIDTH / sheet.get_width()).to_pil().convert("L")
    document.close()


def alike(one: Image.Image, other: Image.Image) -> float:
    """Structural similarity of two pictures at half their size."""
    small = [img_as_float(picture.reduce(2)) for picture in (one, other)]
    return float(structural_similarity(*small, gaussian_weights=True, data_range=1))


def shown(drawing: Drawing) -> list[int]:
    """The pages of the kinds' examples."""
    return [index for index, slide in enumerate(drawing.deck.slides) if slide.id.endswith("-example")]


@pytest.mark.parametrize("brand", BRANDS)
def test_every_kinds_example_looks_in_a_pdf_as_it_does_in_a_picture(brand: str) -> None:
    drawing = kinds_drawn(brand)
    indices = shown(drawing)
    data = joined(pdf_chunks((drawing.page(index) for index in indices), drawing.fonts, about(drawing)))
    painter = painter_of(drawing, Diagnostics())
    found = {}
    for index, sheet in zip(indices, by_pdfium(data), strict=True):
        png = Image.open(BytesIO(picture(drawing.page(index), painter, WIDTH))).convert("L")
        found[drawing.deck.slides[index].id] = alike(sheet, png)
    worst = sorted(found.items(), key=lambda said: said[1])[:5]
    print(brand, *(f"{slide} {value:.4f}" for slide, value in worst))
    assert [said for said in worst if said[1] < ALIKE] == []


def test_turned_words_look_in_a_pdf_as_they_do_in_a_picture() -> None:
    said = {"size": 40, "width": 250, "underline": True}
    turned = (words(f"Turned {turn}", x=480, baseline=270, turn=turn, **said) for turn in (0, 45, 90, 200, 270))
    given = page(*(Element(role="P", children=(one,)) for one in turned))
    (found,) = by_pdfium(joined(pdf_chunks((given,), fonts(), About(title="Turned"))))
    png = Image.open(BytesIO(picture(given, Painter(Faces(fonts(), brand())), WIDTH))).convert("L")
    assert alike(found, png) > ALIKE


@pytest.mark.render
@pytest.mark.parametrize("brand", BRANDS)
def test_poppler_draws_every_kind_and_has_nothing_to_say(brand: str, tmp_path: Path) -> None:
    file = tmp_path / "kinds.pdf"
    file.write_bytes(deck_pdf(kinds_drawn(brand)))
    done = subprocess.run(["pdftoppm", "-r", "12", str(file), str(tmp_path / "p")], capture_output=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(list(tmp_path.glob("p-*.ppm"))) == len(kinds_drawn(brand).deck.slides)
