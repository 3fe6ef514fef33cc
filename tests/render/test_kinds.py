"""Every kind in every arrangement and brand, printed by LibreOffice and held against its scene."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckgen.scene import Paragraph, Run, Slide, TextBox
from deckgen.units import pt
from tests.decks.library import BRANDS, Built, kinds
from tests.render.office import differs, print_fonts

every_brand = pytest.mark.parametrize("brand", BRANDS)


@every_brand
def test_every_arrangement_has_a_slide(brand: str) -> None:
    built = kinds(brand)
    assert set(built.template.layouts) == {slide.layout for slide in built.scene.slides}


@pytest.mark.render
@every_brand
def test_what_is_drawn_is_what_was_laid_out(brand: str, office_pdf: Callable[..., Path]) -> None:
    built = kinds(brand)
    assert differs(built, office_pdf(built.data, fonts_conf=print_fonts())) == []


@pytest.mark.render
@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"dy": pt(2)}, "drawn ''"),
        ({"dx": pt(2)}, "begins at"),
        ({"text": "other words"}, "otherwords"),
        ({"lines": 0}, "drawn but not in the scene"),
        ({"width": pt(900)}, "leaves its box"),
    ],
)
def test_a_difference_is_found(change: dict[str, int], message: str, office_pdf: Callable[..., Path]) -> None:
    built = kinds("plain")
    slides = [*built.scene.slides]
    number = next(n for n, slide in enumerate(slides) if slide.kind == "statement")
    slides[number] = _changed(slides[number], **change)
    other = Built(built.data, replace(built.scene, slides=tuple(slides)), built.template, built.world)
    found = differs(other, office_pdf(built.data, fonts_conf=print_fonts()))
    assert any(message in line for line in found), found


def _changed(slide: Slide, *, dx: int = 0, dy: int = 0, text: str = "", width: int = 0, lines: int = 1) -> Slide:
    """The slide with its statement measured otherwise or saying something else, or without its title's lines."""
    title, body = (node for node in slide.nodes if isinstance(node, TextBox))
    first = body.lines[0]
    first = replace(first, x=first.x + dx, baseline=first.baseline + dy, width=width or first.width)
    body = replace(body, lines=(first, *body.lines[1:]))
    if text:
        body = replace(body, paragraphs=(Paragraph((Run(text),)),))
    title = title if lines else replace(title, lines=(), paragraphs=())
    return replace(slide, nodes=(title, body))
