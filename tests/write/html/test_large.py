"""Five hundred slides: the page opens at once, and only what shows is in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.write.formats import Options, format_of
from tests.decks import library
from tests.support.talks import opened, press, shown

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
MANY = 500


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gallery over and over."""
    pipeline = library.project()
    drawing = pipeline.drawing(pipeline.compile("gallery", "full"))
    slides = [drawing.deck.slides[number % len(drawing.deck.slides)] for number in range(MANY)]
    deck = replace(drawing.deck, slides=tuple(replace(slide, id=f"s{n}") for n, slide in enumerate(slides, 1)))
    large = Drawing(deck, drawing.brand, drawing.layouts, drawing.measurer)
    (file,) = format_of("html").files(large, Options(), Diagnostics())
    path = tmp_path_factory.mktemp("many") / "many.html"
    with path.open("wb") as handle:
        handle.writelines(chunk for part in file.chunks for chunk in ([part] if isinstance(part, bytes) else part))
    return path


def test_five_hundred_slides_open_turn_and_are_found_at_once(browser: Browser, many: Path) -> None:
    with opened(browser, many) as page:
        ready = page.evaluate("performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart")
        assert ready < 3_000  # half a second on a quiet machine
        assert page.locator(".frame").count() == 2
        press(page, "4", "0", "0", "Enter", "ArrowRight")
        assert shown(page) == "s401" or page.evaluate("location.hash").startswith("#s400/")
        assert page.locator(".frame").count() <= 3
        press(page, "o")
        page.wait_for_selector("#s400 .frame")
        assert page.locator(".opener").count() == MANY
        assert page.locator(".frame").count() < 80
        press(page, "End")
        page.wait_for_selector(f"#s{MANY} .frame")
        page.wait_for_function("() => document.querySelectorAll('.frame').length < 80")
        press(page, "Enter")
        assert shown(page) == f"s{MANY}"
        page.wait_for_function("() => document.querySelectorAll('.frame').length <= 2")
