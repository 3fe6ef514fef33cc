"""Every kind in every brand: our picture held against LibreOffice's of the same .pptx (tools/agreement.py shows it)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckgen.scene import Chart, Color, Picture, Shape, Slide, Table, TextBox
from deckgen.units import pt
from tests.decks.library import BRANDS, kinds
from tests.render.agreement import Pair
from tests.render.limits import KNOWN, too_far
from tests.render.office import print_fonts

# One worker draws and compares all three: their decks are compiled once in a process.
pytestmark = [pytest.mark.render, pytest.mark.xdist_group("agreement")]
Office = Callable[..., Path]


def pair(brand: str, office_pdf: Office) -> Pair:
    return _pair(brand, office_pdf(kinds(brand).data, fonts_conf=print_fonts()))


@cache
def _pair(brand: str, pdf: Path) -> Pair:
    return Pair(kinds(brand), pdf)


@pytest.mark.parametrize("brand", BRANDS)
def test_our_pictures_agree_with_libreoffices(brand: str, office_pdf: Office) -> None:
    found = [
        f"slide {compared.number} ({compared.slide.id}): {wrong}"
        for compared in pair(brand, office_pdf).compared()
        for wrong in too_far(brand, compared)
    ]
    assert found == []


def test_what_is_known_of_slides_is_of_slides_that_there_are() -> None:
    ids = {(slide.id, brand) for brand in BRANDS for slide in kinds(brand).scene.slides}
    assert set(KNOWN) <= ids


@pytest.mark.parametrize(
    ("kind", "change", "message"),
    [
        ("statement", "lower", "lower"),
        ("statement", "aside", "aside"),
        ("statement", "other words", "not where"),
        ("chart", "gone", "colours"),
        ("table", "gone", "colours"),
        ("picture", "gone", "colours"),
        ("statement", "recoloured", "colours"),
    ],
)
def test_a_difference_is_found(kind: str, change: str, message: str, office_pdf: Office) -> None:
    built = kinds("plain")
    index = next(n for n, slide in enumerate(built.scene.slides) if slide.kind == kind)
    slides = list(built.scene.slides)
    slides[index] = _changed(slides[index], change)
    scene = replace(built.scene, slides=tuple(slides))
    other = Pair(built._replace(scene=scene), office_pdf(built.data, fonts_conf=print_fonts()))
    found = list(too_far("other", other.slide(index)))
    assert any(message in wrong for wrong in found), found


def _changed(slide: Slide, change: str) -> Slide:
    """The slide without what is most on it, or with its last text changed."""
    if change == "gone":
        large = (Chart, Table, Picture, Shape)
        return replace(slide, nodes=tuple(node for node in slide.nodes if not isinstance(node, large)))
    *before, body = slide.nodes
    assert isinstance(body, TextBox)
    if change == "recoloured":
        body = replace(body, color=Color("accent2"))
    elif change == "other words":
        first = body.paragraphs[0]
        runs = tuple(replace(run, text=run.text.replace("child", "CHILD")) for run in first.runs)
        body = replace(body, paragraphs=(replace(first, runs=runs), *body.paragraphs[1:]), lines=_in_capitals(body))
    else:
        moved = {"lower": {"baseline": pt(1)}, "aside": {"x": pt(2)}}[change]
        lines = tuple(replace(line, **{n: getattr(line, n) + by for n, by in moved.items()}) for line in body.lines)
        body = replace(body, lines=lines)
    return replace(slide, nodes=(*before, body))


def _in_capitals(body: TextBox) -> tuple[object, ...]:
    return tuple(replace(line, text=line.text.replace("child", "CHILD")) for line in body.lines)
