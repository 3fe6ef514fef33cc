"""What each click of a build brings is found in the drawing and comes in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from deckgen.drawing import Element, Page
from deckgen.scene import Reveal
from tests.decks.library import BRANDS
from tests.kinds import test_builds as kinds
from tests.support import talks
from tests.support.talks import opened, place, press, unseen


def elements(of: Page | Element) -> Iterator[Element]:
    for child in of.elements if isinstance(of, Page) else of.children:
        if isinstance(child, Element):
            yield child
            yield from elements(child)


def brought(reveal: Reveal, page: Page) -> list[Element]:
    """The elements that a reveal names, as the page's script finds them."""
    found = [element for element in elements(page) if element.node == reveal.node]
    if reveal.series is not None:
        return [element for element in found if element.series == reveal.series]
    if reveal.first is None or reveal.last is None:
        return found
    return [element for element in found if element.paragraph in range(reveal.first, reveal.last + 1)]


@pytest.mark.parametrize("brand", BRANDS)
def test_every_part_of_every_build_is_drawn_by_its_name(brand: str) -> None:
    pipeline = kinds.pipeline()
    drawing = pipeline.drawing(pipeline.compile(f"{brand}-built", "full"))
    lost = [
        (page.slide.id, reveal)
        for page in drawing.pages()
        if page.slide
        for step in page.slide.build
        for reveal in step
        if not any(element.children for element in brought(reveal, page))
    ]
    assert lost == []


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_every_build_comes_in_to_its_end(browser: Browser, tmp_path: Path) -> None:
    pipeline = kinds.pipeline()
    made = pipeline.compile("plain-built", "full")
    file = tmp_path / "built.html"
    file.write_bytes(talks.html(pipeline, made))
    with opened(browser, file, reduced_motion="reduce") as page:
        for number, slide in enumerate(made.scene.slides):
            counts = [unseen(page)]
            for _ in slide.build:
                press(page, "PageDown")
                counts.append(unseen(page))
            steps = pairwise(counts)
            assert counts[-1] == 0 and all(more > fewer for more, fewer in steps), (slide.id, counts)
            assert place(page).endswith(f"/{len(slide.build)}") or not slide.build, number
            press(page, "PageDown")
