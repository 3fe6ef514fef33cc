"""The page with the slides side by side: what it shows, that it asks nobody for anything, that anybody can use it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from deckgen.diff.compare import compare
from deckgen.diff.read.opened import open_package
from deckgen.diff.side import sketched
from deckgen.diff.tell.html import as_html
from tests.diff.decks import CHART, COVER, PICTURE, POINTS, QUOTE, STATEMENT, TABLE, built, edited, read, shape
from tests.support import talks

HOSTILE = "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 1'> \u202e"


def made(before: bytes, after: bytes) -> bytes:
    """The page of two files."""
    decks = read(before), read(after)
    drawn = tuple(sketched(open_package(data), deck) for data, deck in zip((before, after), decks, strict=True))
    return as_html(compare(*decks, places=True), ("talk", "back </title> from Anna.pptx"), decks, drawn)  # type: ignore[arg-type]


def pair() -> tuple[bytes, bytes]:
    """Two decks that differ in every way there is a sign for."""

    def edit(opened: Any) -> None:
        shape(opened, 0, "title").text_frame.text = HOSTILE

    fewer = {**POINTS, "points": ["Its name", "Its **head** and its board", "Its say in what happens"]}
    other = {**CHART, "series": [{"name": "2023", "values": [64, 68]}, {"name": "2026", "values": [79, 75]}]}
    before = built(COVER, POINTS, QUOTE, TABLE, CHART, STATEMENT)
    return before, edited(built(COVER, TABLE, fewer, PICTURE, other, STATEMENT, brand="cst"), edit)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("page") / "diff.html"
    found.write_bytes(made(*pair()))
    return found


def test_the_page_is_the_same_each_time(file: Path) -> None:
    assert made(*pair()) == file.read_bytes()


def test_equal_decks_say_so() -> None:
    told = made(built(COVER), built(COVER)).decode()
    assert "<h1>No difference</h1>" in told and "Both say and show the same." in told


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
class TestInABrowser:
    @pytest.fixture
    def page(self, browser: Browser, file: Path) -> Iterator[Page]:
        with talks.opened(browser, file) as page:
            yield page

    def test_anybody_can_use_it(self, page: Page) -> None:
        assert talks.violations(page) == []

    def test_every_change_has_its_place_and_the_overview_leads_there(self, page: Page) -> None:
        articles = page.locator("article").count()
        assert articles == page.locator("nav a").count() > 4
        for link in page.locator("nav a").all():
            assert page.locator(str(link.get_attribute("href"))).count() == 1
        assert page.locator("ins", has_text="board").count() == 1
        assert page.locator(".sketch").count() == page.locator("figure").count()

    def test_drawings_stand_side_by_side_and_have_a_size(self, page: Page) -> None:
        page.set_viewport_size({"width": 1400, "height": 900})
        one = page.locator("article .pair:has(figure.before):has(figure.after)").first
        left, right = one.locator("figure.before svg").bounding_box(), one.locator("figure.after svg").bounding_box()
        assert left and right and left["y"] == right["y"] and left["x"] + left["width"] < right["x"]
        assert left["width"] > 500 and abs(left["height"] / left["width"] - 9 / 16) < 0.01

    def test_n_and_p_go_from_change_to_change(self, page: Page) -> None:
        seen = []
        for key in ("n", "n", "n", "p"):
            page.keyboard.press(key)
            seen.append(page.evaluate("document.activeElement.id"))
        stops = page.evaluate("[...document.querySelectorAll('.stop')].map((stop) => stop.id)")
        assert seen == [stops[0], stops[1], stops[2], stops[1]]
        for _ in range(30):
            page.keyboard.press("n")
        assert page.evaluate("document.activeElement.id") == stops[-1]

    def test_hostile_words_stay_words(self, page: Page) -> None:
        assert page.evaluate("window.hit") is None
        assert page.title() == "What changed from talk to back </title> from Anna.pptx"

    def test_all_of_it_is_there_without_scripts(self, browser: Browser, file: Path) -> None:
        with talks.opened(browser, file, java_script_enabled=False) as page:
            assert page.locator("article").count() > 4 and page.locator("figure svg").count() > 4
            assert not page.locator(".keys").is_visible()

    def test_a_narrow_window_has_no_sideways_scrolling(self, page: Page) -> None:
        page.set_viewport_size({"width": 375, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
