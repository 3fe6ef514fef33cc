"""Built slides: drawn as they look in the end, and everything that a click brings can be found on the page."""

from __future__ import annotations

from functools import cache

import pytest

from deckgen.drawing import Drawing, Outline
from deckgen.kinds.base import Kind
from deckgen.kinds.manual import example
from deckgen.kinds.registry import get_kind, kind_names
from tests.drawing.pages import BRANDS, drawn, marks, of_node, within

BUILT = tuple(name for name in kind_names() if type(get_kind(name)).build is not Kind.build)


@cache
def built(brand: str, *, clicked: bool) -> Drawing:
    """Every kind with a build, built or not."""
    files: dict[str, str | bytes] = {
        f"slides/{kind}.yaml": example(get_kind(kind)) + ("build: true\n" if clicked else "") for kind in BUILT
    }
    uses = "".join(f"  - use: {kind}\n" for kind in BUILT)
    return drawn({**files, "decks/talk.yaml": f"title: T\nbrand: {brand}\nslides:\n{uses}"})


@pytest.mark.parametrize("brand", BRANDS)
def test_what_a_click_brings_is_on_the_page(brand: str) -> None:
    drawing = built(brand, clicked=True)
    count = 0
    for slide, page in zip(drawing.deck.slides, drawing.pages(), strict=True):
        for reveal in (reveal for step in slide.build for reveal in step):
            drawn_by = list(within(of_node(page.elements, reveal.node)))
            assert drawn_by, (slide.id, reveal)
            if reveal.first is not None and reveal.last is not None:
                brought = {element.paragraph for element in drawn_by}
                assert set(range(reveal.first, reveal.last + 1)) <= brought, (slide.id, reveal)
            if reveal.series is not None:
                assert reveal.series in {element.series for element in drawn_by}, (slide.id, reveal)
            count += 1
    assert count > 50


@pytest.mark.parametrize("brand", BRANDS)
def test_a_built_slide_looks_as_it_does_unbuilt(brand: str) -> None:
    plain, clicked = built(brand, clicked=False), built(brand, clicked=True)
    for one, other in zip(plain.pages(), clicked.pages(), strict=True):
        assert sorted(map(repr, marks(one.elements))) == sorted(map(repr, marks(other.elements))), one.slide


def test_a_panel_that_comes_in_lies_below_the_words_on_it_and_the_number() -> None:
    drawing = built("cst", clicked=True)
    number = [slide.id for slide in drawing.deck.slides].index("contrast")
    page = drawing.page(number)
    nodes = [element.node for element in page.elements]
    assert nodes.index("Panel") < nodes.index("better.text") < len(nodes) - 1
    (panel,) = of_node(page.elements, "Panel")
    assert panel.role == "Artifact" and all(isinstance(mark, Outline) for mark in panel.children)
