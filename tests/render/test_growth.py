"""Whatever is accepted fits: slides of every kind grow until they are refused, and none ever overflows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from deckgen.bind.bind import bind_deck
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.fonts.measure import Measurer
from deckgen.layout.compose import lay_out
from deckgen.layout.setter import Setter
from deckgen.resolve.project import Project
from deckgen.resolve.resolve import resolve
from deckgen.scene import Deck
from deckgen.worlds import MemoryWorld
from deckgen.write.pptx.cache import load_template
from deckgen.write.pptx.deck import write_pptx
from tests.decks.library import BRANDS, Built, assets
from tests.render.compare import strays
from tests.render.growing import MAKERS, deck, slides
from tests.render.office import differs, print_fonts, sheets

every_brand = pytest.mark.parametrize("brand", BRANDS)
MAY_DIFFER = 0.03
"""The share of slides on which LibreOffice may break a line elsewhere than its model (one line in two hundred,
FIT.md 1.1)."""


@cache
def grown(brand: str) -> tuple[Built, Diagnostics]:
    """The slides that were accepted, as a deck, and what was said of the others."""
    world, diags = MemoryWorld({**assets(), "decks/growing.yaml": deck(brand)}), Diagnostics()
    resolved = resolve(Project(world), "growing", "full", diags)
    template = load_template(world, brand, diags, NOWHERE)
    assert resolved and template
    layouts = {name: part.layout for name, part in template.layouts.items()}
    setter = Setter(template.brand, layouts, Measurer(template.brand.fonts, world))
    laid = [lay_out(slide, setter, diags, language="en-GB") for slide in bind_deck(resolved, diags).slides]
    scene = Deck(title="Growing", brand=brand, language="en-GB", slides=tuple(s for s in laid if s))
    return Built(write_pptx(scene, template), scene, template, world), diags


@every_brand
def test_what_is_too_long_is_refused_and_nothing_else(brand: str) -> None:
    built, diags = grown(brand)
    assert {d.code for d in diags.errors} == {"too-long"}
    accepted = {slide.id for slide in built.scene.slides}
    for kind in MAKERS:
        shown = [name.replace(" ", "-") in accepted for name, _ in slides() if name.rpartition("-")[0] == kind]
        assert shown == sorted(shown, reverse=True), f"{kind} is refused with less to say than it takes"
        assert shown[0] and not shown[-1], f"{kind} never changes its mind"


@pytest.mark.render
@pytest.mark.slow
@every_brand
def test_what_is_accepted_never_leaves_its_box(brand: str, office_pdf: Callable[..., Path]) -> None:
    built, _ = grown(brand)
    pdf = office_pdf(built.data, fonts_conf=print_fonts())
    found = {sheet.slide.id: "".join(g.text for g in strays(sheet, page)) for sheet, page in sheets(built, pdf)}
    assert {name: text for name, text in found.items() if text} == {}


@pytest.mark.render
@pytest.mark.slow
@every_brand
def test_what_is_accepted_is_drawn_as_it_was_laid_out(brand: str, office_pdf: Callable[..., Path]) -> None:
    built, _ = grown(brand)
    found = differs(built, office_pdf(built.data, fonts_conf=print_fonts()))
    elsewhere = {line.partition(":")[0] for line in found}
    assert len(elsewhere) <= MAY_DIFFER * len(built.scene.slides), found
