"""Large figures stand on the edge by their ink, whichever they are: a tabular 1 has air where a 2 has ink."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.fonts.measure import Measurer
from deckgen.overlay import OverlayWorld
from deckgen.pipeline import Pipeline
from deckgen.scene import Slide, TextBox
from deckgen.units import to_pt
from deckgen.worlds import DiskWorld
from deckgen.write.pptx.cache import load_template
from tests.decks.library import TODAY
from tests.support.tools import ROOT

BRANDS = ("cst", "cranmer", "plain")
LEFT, PITCH = 48, 222
SECTIONS = [{"kind": "section", "id": f"s{n}", "number": str(n), "title": "A part"} for n in range(1, 10)]
STEPS = {"kind": "steps", "id": "steps", "title": "In order", "steps": ["One", "Two", "Three", "Four"]}


@cache
def slides(brand: str) -> tuple[Slide, ...]:
    """A section of each number, and four steps."""
    deck = {"title": "T", "brand": brand, "slides": [*SECTIONS, STEPS]}
    world = OverlayWorld({"decks/d.yaml": msgspec.json.encode(deck)}, below=DiskWorld(str(ROOT), today=TODAY))
    scene = Pipeline(world).compile("d", "full").scene
    assert scene is not None
    return scene.slides


@cache
def measurer(brand: str) -> Measurer:
    """What knows the faces of a brand."""
    world = DiskWorld(str(ROOT), today=TODAY)
    template = load_template(world, brand, Diagnostics(), NOWHERE)
    assert template is not None
    return Measurer(template.brand.fonts, world)


def ink(brand: str, box: TextBox) -> float:
    """Where a box's first sign begins to be seen."""
    return to_pt(box.rect.x + measurer(brand).bearing(box.paragraphs[0].text, box.style))


def figures(slide: Slide) -> list[TextBox]:
    """The boxes of a slide's large figures."""
    return [node for node in slide.nodes if isinstance(node, TextBox) and node.name.endswith("number")]


@pytest.mark.parametrize("brand", BRANDS)
def test_a_sections_number_stands_on_the_margin(brand: str) -> None:
    off = {box.paragraphs[0].text: ink(brand, box) - LEFT for slide in slides(brand)[:9] for box in figures(slide)}
    assert len(off) == 9
    assert {number: round(by, 1) for number, by in off.items() if abs(by) > 2.05} == {}


@pytest.mark.parametrize("brand", BRANDS)
def test_a_steps_number_stands_on_the_edge_of_its_words(brand: str) -> None:
    found = figures(slides(brand)[-1])
    off = [ink(brand, box) - (LEFT + PITCH * n) for n, box in enumerate(found)]
    assert len(off) == 4
    assert [round(by, 1) for by in off if abs(by) > 5.05] == []
