"""axe-core finds nothing against any view, in any brand, on light and dark slides, in either direction of writing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.decks import languages, library
from tests.support import talks
from tests.support.talks import opened, press, shown, violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Show = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="session", params=["cst", "cranmer", "plain", "ar", "he"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of slide in a brand, or a deck that runs from right to left."""
    name = request.param
    pipeline = languages.project(name, "cst") if name in ("ar", "he") else library.kinds_project(name)
    made = pipeline.compile("talk" if name in ("ar", "he") else "kinds", "full")
    file = tmp_path_factory.mktemp("whole") / f"{name}.html"
    file.write_bytes(talks.html(pipeline, made))
    return file


def test_every_slide_is_sound(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator(".frame").count() == page.locator(".slide:not(.skipped)").count()
        assert violations(page) == []


def test_every_view_is_sound(browser: Browser, whole: Path) -> None:
    with opened(browser, whole) as page:
        page.mouse.move(300, 300)
        assert violations(page) == []
        press(page, "PageDown")
        assert violations(page) == []
        press(page, "o")
        page.wait_for_selector(".opener ~ .frame")
        assert violations(page) == []
        press(page, "Escape", "?")
        assert violations(page) == []
        languages = "[...document.querySelectorAll('html, .slide.current, .toolbar')].map(({lang, dir}) => [lang, dir])"
        own = {"ar": ["ar-SA", "rtl"], "he": ["he-IL", "rtl"]}.get(whole.stem, ["en-GB", "ltr"])
        page_s = {"ar": "ar"}.get(whole.stem, "en")  # there are no phrases in Hebrew
        assert page.evaluate(languages) == [own, own, [page_s, own[1]]]


def test_the_presenters_view_is_sound(browser: Browser, whole: Path) -> None:
    with opened(browser, whole, "?presenter") as page:
        assert violations(page) == []
        press(page, "PageDown", "b")
        page.set_viewport_size({"width": 390, "height": 844})
        assert violations(page) == []


def test_slides_are_sound_without_scripts(show: Show) -> None:
    with show(java_script_enabled=False) as page:
        assert page.locator(".slide svg").count() == 6
        assert not page.locator("#spare").is_visible()
        assert not page.locator(".toolbar").is_visible() and not page.locator(".presenter").is_visible()
        boxes = [page.locator(f".slide:nth-child({number}) svg").bounding_box() for number in (1, 2)]
        assert boxes[0] and boxes[1] and boxes[1]["y"] > boxes[0]["y"] + boxes[0]["height"]
        # What a link leads to is shown, hidden or not.
        page.goto(f"{page.url}#spare")
        assert page.locator("#spare").is_visible()


def test_a_slide_is_read_as_what_it_is(show: Show) -> None:
    with show("#points/1") as page:
        read = page.locator("main").aria_snapshot()
        assert 'group "2: What every school keeps"' in read
        assert 'heading "What every school keeps" [level=1]' in read
        assert "Its name" in read and "Its say" not in read  # still to come
        assert read.count("listitem") == 1


def test_links_to_be_revealed_can_not_be_reached_yet(show: Show) -> None:
    with show("#points") as page:
        press(page, "Tab")
        assert page.evaluate("document.activeElement.closest('.toolbar') !== null")
        press(page, "Shift+Tab", "2", "Enter")
        assert shown(page) == "points"
