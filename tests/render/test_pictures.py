"""Pictures as LibreOffice shows them: the right part, whole where that is wanted, a drawing as it was drawn."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.load.picture import load_picture
from deckgen.pipeline import Pipeline
from deckgen.verify import verify_package
from deckgen.worlds import MemoryWorld
from tests.decks.library import TODAY, Built, compiled
from tests.render.fontconfig import soffice_to_pdf
from tests.render.office import print_fonts
from tests.support.tools import ROOT

RED, GREEN, BLUE, YELLOW, WHITE = (200, 20, 20), (20, 160, 20), (20, 20, 200), (240, 200, 20), (255, 255, 255)
STRIPES = (RED, GREEN, BLUE, YELLOW)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">{}</svg>'


def stripes(width: int, height: int, kind: str, **options: Any) -> bytes:
    """Four upright stripes: red, green, blue and yellow."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for n, colour in enumerate(STRIPES):
        draw.rectangle((n * width // 4, 0, (n + 1) * width // 4 - 1, height), colour)
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def drawing() -> bytes:
    """The same stripes as a drawing."""
    parts = (f'<rect x="{100 * n}" width="100" height="200" fill="rgb{c}"/>' for n, c in enumerate(STRIPES))
    return SVG.format("".join(parts)).encode()


FILES = {
    "p.png": stripes(1600, 800, "PNG"),
    "large.jpg": stripes(8000, 4000, "JPEG", quality=90, subsampling=0),
    "d.svg": drawing(),
}
BLEED = (566, 0, 394, 540)
"""Where the picture of a picture-text stands."""


@cache
def built() -> Built:
    """Pictures cropped, whole, large and drawn."""
    pictures = [
        {"file": "p.png", "focus": "left"},
        {"file": "p.png", "focus": "0.625,0.5"},
        {"file": "p.png", "crop": {"left": 25, "right": 50}},
        {"file": "p.png", "fit": "contain"},
        {"file": "large.jpg", "focus": "right"},
        {"file": "d.svg", "focus": "right"},
        {"file": "d.svg", "fit": "contain", "focus": "bottom"},
    ]
    slides = [
        {
            "kind": "picture-text",
            "id": f"s{n}",
            "title": f"Picture {n}",
            "text": "Four stripes",
            "picture": {"alt": "Four stripes", **p},
        }
        for n, p in enumerate(pictures)
    ]
    deck = msgspec.json.encode({"title": "Pictures", "brand": "plain", "slides": slides})
    return compiled(Pipeline(MemoryWorld({**FILES, "decks/pictures.yaml": deck}, today=TODAY)), "pictures")


@pytest.fixture(scope="module")
def shown(office_pdf: Callable[..., Path]) -> list[Image.Image]:
    """The slides as LibreOffice prints them, a pixel a point."""
    document = pdfium.PdfDocument(office_pdf(built().data, fonts_conf=print_fonts()))
    return [page.render(scale=960 / page.get_width()).to_pil().convert("RGB") for page in document]


def at(page: Image.Image, across: float, down: float) -> str:
    """The colour at a share of the picture's place."""
    x, y, w, h = BLEED
    found = page.getpixel((round(x + across * w), round(y + down * h)))
    names = {"red": RED, "green": GREEN, "blue": BLUE, "yellow": YELLOW, "white": WHITE}
    return next((name for name, c in names.items() if max(map(abs, map(int.__sub__, c, found))) < 30), str(found))


@pytest.mark.render
@pytest.mark.parametrize(
    ("slide", "places"),
    [
        # 0.7296 of 2 is 36.5 % of the width: from the left, a quarter is red, then green.
        (0, {(0.05, 0.5): "red", (0.6, 0.5): "red", (0.75, 0.5): "green", (0.98, 0.02): "green"}),
        # About 0.625, the middle of blue: from 44 to 81 %.
        (1, {(0.08, 0.5): "green", (0.3, 0.5): "blue", (0.75, 0.5): "blue", (0.95, 0.5): "yellow"}),
        # A quarter is left, half as wide as high: green alone.
        (2, {(0.02, 0.02): "green", (0.5, 0.5): "green", (0.98, 0.98): "green"}),
        # Whole: 394 × 197 in the middle of 540.
        (3, {(0.1, 0.5): "red", (0.9, 0.5): "yellow", (0.5, 0.3): "white", (0.5, 0.7): "white", (0.4, 0.33): "green"}),
        (4, {(0.2, 0.5): "blue", (0.5, 0.5): "yellow", (0.95, 0.95): "yellow"}),
        (5, {(0.2, 0.5): "blue", (0.5, 0.5): "yellow", (0.95, 0.95): "yellow"}),
        (6, {(0.1, 0.98): "red", (0.4, 0.7): "green", (0.9, 0.98): "yellow", (0.5, 0.6): "white"}),
    ],
)
def test_the_right_part_of_a_picture_shows(
    slide: int, places: dict[tuple[float, float], str], shown: list[Image.Image]
) -> None:
    assert {place: at(shown[slide], *place) for place in places} == places


def media() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(built().data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.startswith("ppt/media/")}


def test_equal_pictures_are_stored_once() -> None:
    found = media()
    # The PNG serves four slides, the drawing two, with a twin for each size; the JPEG one.
    assert sorted(name.rpartition(".")[2] for name in found) == ["jpeg", "png", "png", "png", "svg"]


def test_a_large_picture_is_stored_at_what_a_4k_projector_shows() -> None:
    large = next(data for name, data in media().items() if name.endswith(".jpeg"))
    # 540 points high at 4 pixels each; the whole of it, so that it can be cropped anew.
    assert Image.open(io.BytesIO(large)).size == (4320, 2160)


def test_a_drawing_is_kept_as_a_drawing_with_its_twin() -> None:
    with zipfile.ZipFile(io.BytesIO(built().data)) as archive:
        slide = archive.read("ppt/slides/slide6.xml").decode()
        relations = archive.read("ppt/slides/_rels/slide6.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
    assert '<a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip' in slide
    assert relations.count("/image") == 2 and ".svg" in relations and ".png" in relations
    assert '<Default Extension="svg" ContentType="image/svg+xml"/>' in types


def test_the_package_is_sound_and_the_same_each_time() -> None:
    assert not verify_package(built().data)
    first = built().data
    built.cache_clear()
    assert built().data == first


@pytest.mark.validator
def test_the_sdk_finds_nothing(sdk_errors: Callable[..., list[str]]) -> None:
    assert sdk_errors(built().data) == []


@pytest.mark.render
@pytest.mark.parametrize("name", ["valley", "reading-corner", "samira-khan", "playground-after"])
def test_a_drawings_twin_is_as_libreoffice_draws_it(name: str, tmp_path: Path) -> None:
    path = f"assets/gallery/{name}.svg"
    data = (ROOT / path).read_bytes()
    image = load_picture(MemoryWorld({path: data}), path, NOWHERE, Diagnostics())
    assert image is not None and image.vector is not None
    (tmp_path / "drawn.svg").write_bytes(image.vector.data)
    page = pdfium.PdfDocument(soffice_to_pdf([tmp_path / "drawn.svg"], tmp_path)[0])[0]
    drawn = page.render(scale=480 / page.get_width()).to_pil().convert("RGB")
    twin = Image.open(io.BytesIO(image.data)).convert("RGB").resize(drawn.size, Image.Resampling.LANCZOS)
    # A mean of five steps of 255: edges are smoothed otherwise, and colours are not.
    assert sum(ImageStat.Stat(ImageChops.difference(drawn, twin)).mean) / 3 < 5
