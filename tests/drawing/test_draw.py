"""Pages: grounds, layouts' art, the foot, and what is the same from page to page."""

from __future__ import annotations

import gc

import pytest

from deckgen.drawing import Element, Outline, Page
from deckgen.units import to_pt
from tests.drawing.pages import BRANDS, drawn_slide, kinds_drawn, marks, words

SLIDE = "kind: statement\ntitle: T\ntext: Words.\n"


def foot(page: Page) -> list[tuple[str, float, float, str]]:
    """What stands in the foot: words, left, right and baseline, in points."""
    found = [mark for element in page.elements if element.role == "Artifact" for mark in words([element])]
    return [(m.text, round(m.x, 1), round(m.x + m.width, 1), f"{m.baseline:.2f}") for m in found if m.baseline > 510]


def test_the_number_ends_at_the_right_margin_and_the_footer_begins_where_bodies_do() -> None:
    drawing = drawn_slide(SLIDE, deck="footer: Wren Valley, June 2026\n")
    told = {text: (left, right, baseline) for text, left, right, baseline in foot(drawing.page(0))}
    assert told["1"][1:] == (912, "518.00")
    assert told["Wren Valley, June 2026"][0] == 344


def test_a_slide_without_a_number_has_no_footer_either() -> None:
    drawing = drawn_slide("kind: cover\ntitle: Talk\n", deck="footer: June 2026\n")
    assert drawing.layouts[drawing.deck.slides[0].layout].number is None
    assert "June 2026" not in [mark.text for mark in words(drawing.page(0).elements)]


@pytest.mark.parametrize("brand", BRANDS)
def test_a_page_has_its_layouts_ground(brand: str) -> None:
    drawing = kinds_drawn(brand)
    for slide, page in zip(drawing.deck.slides, drawing.pages(), strict=True):
        ground = drawing.brand.surface(drawing.layouts[slide.layout].surface).background
        assert page.background == drawing.brand.theme[ground.slot] or ground.lum_mod is not None
        assert (page.width, page.height, page.language, page.slide) == (960, 540, "en-GB", slide)


def test_art_is_drawn_first_and_nobody_is_told() -> None:
    drawing = kinds_drawn("cst")
    page = drawing.page([slide.id for slide in drawing.deck.slides].index("cover-example"))
    art = page.elements[0]
    assert art.role == "Artifact" and art.node == ""
    dots = [c for mark in marks([art]) if isinstance(mark, Outline) for c in mark.path if c[0] == "O"]
    assert len(dots) > 150
    assert "Confederation" in {mark.text for mark in words([art])}


def test_pages_of_a_layout_share_its_art_and_nothing_else_is_kept() -> None:
    drawing = kinds_drawn("cst")
    first, again = drawing.page(0), drawing.page(0)
    assert first == again and first is not again
    assert first.elements[0] is again.elements[0]


@pytest.mark.parametrize("brand", BRANDS)
def test_everything_is_on_the_page_and_painted(brand: str) -> None:
    """What stands off the slide would be seen in a format that doesn't cut it off."""
    for page in kinds_drawn(brand).pages():
        for mark in words(page.elements):
            assert 0 <= mark.x < 960 and 0 < mark.baseline < 540 and mark.size > 0 and mark.width > 0
            assert len(mark.color) == 7 and mark.color == mark.color.upper()


def test_a_wordmark_stands_on_its_brands_baseline() -> None:
    drawing = kinds_drawn("plain")
    page = drawing.page([slide.id for slide in drawing.deck.slides].index("points-example"))
    art = page.elements[0]
    assert isinstance(art, Element)
    first, second = words([art])
    style = next(n for n in drawing.layouts[page.slide.layout].nodes if n.name == "Wordmark").style  # type: ignore
    assert second.baseline - first.baseline == pytest.approx(to_pt(style.pitch))
    assert first.x == second.x == 48


def test_no_page_is_kept() -> None:
    drawing = kinds_drawn("plain")
    before = pages_held()
    assert sum(1 for _ in drawing.pages()) > 90
    assert pages_held() == before


def pages_held() -> int:
    gc.collect()
    return sum(isinstance(thing, Page) for thing in gc.get_objects())
