"""Films play where they lie, on the click after the build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.decks import library
from tests.support import talks
from tests.support.talks import opened, place, press

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gallery, in which one slide is a film."""
    pipeline = library.project()
    file = tmp_path_factory.mktemp("film") / "gallery.html"
    file.write_bytes(talks.html(pipeline, pipeline.compile("gallery", "full")))
    return file


@pytest.fixture
def page(browser: Browser, gallery: Path) -> Iterator[Page]:
    with opened(browser, gallery, "#gallery/video") as page:
        yield page


def test_a_click_plays_it_and_going_back_stops_it(page: Page) -> None:
    press(page, "ArrowRight")
    assert place(page) == "#gallery/video/1"
    page.wait_for_function("() => !document.querySelector('video').paused")
    page.wait_for_function("() => document.querySelector('video').currentTime > 0")
    press(page, "ArrowLeft")
    assert page.evaluate("document.querySelector('video').paused")
    press(page, "ArrowRight", "ArrowRight")
    assert place(page) != "#gallery/video/1"


def test_it_lies_on_its_poster_and_has_captions_and_a_name(page: Page) -> None:
    film = page.locator("video")
    poster = page.locator(".current svg image").bounding_box()
    box = film.bounding_box()
    assert poster and box and [box[key] for key in box] == pytest.approx([poster[key] for key in box], abs=1.5)
    assert "Two schools under green hills" in (film.get_attribute("aria-label") or "")
    assert page.evaluate("document.querySelector('video').textTracks[0].label") == "English"
    page.evaluate("document.querySelector('video').textTracks[0].mode = 'showing'")
    page.wait_for_function("() => document.querySelector('video').textTracks[0].cues?.length === 2")


def test_a_click_on_it_plays_it_and_another_pauses_it(page: Page) -> None:
    assert not page.locator("video").get_attribute("controls")
    page.locator("video").click()
    assert place(page) == "#gallery/video/1"
    page.wait_for_function("() => !document.querySelector('video').paused")
    page.locator("video").click()
    page.wait_for_function("() => document.querySelector('video').paused")
    assert place(page) == "#gallery/video/1"


def test_until_it_plays_its_poster_shows(page: Page) -> None:
    def seen() -> bytes:
        return page.screenshot(clip={"x": 700, "y": 100, "width": 200, "height": 100})

    before = seen()
    press(page, "ArrowRight")
    page.wait_for_function("() => document.querySelector('video').currentTime > 1")
    assert seen() != before
    press(page, "ArrowLeft")
    assert seen() == before
    page.evaluate("document.querySelector('video').remove()")
    assert seen() == before


def test_the_presenters_window_is_silent(browser: Browser, gallery: Path) -> None:
    with opened(browser, gallery, "?presenter#gallery/video") as page:
        press(page, "ArrowRight")
        assert place(page) == "#gallery/video/1"
        assert page.evaluate("document.querySelector('video').paused")


LINKED = """\
title: Film
brand: plain
slides:
  - kind: video
    id: film
    title: Film
    link: https://example.org/film.mp4
    poster: {file: assets/gallery/valley-film.png, alt: Two schools.}
    caption: Elsewhere
"""


def test_a_linked_film_opens_in_a_window_of_its_own(browser: Browser, tmp_path: Path) -> None:
    poster = (library.ROOT / "assets/gallery/valley-film.png").read_bytes()
    file = tmp_path / "linked.html"
    file.write_bytes(talks.html(*talks.compiled(LINKED, **{"assets/gallery/valley-film.png": poster})))
    with opened(browser, file) as page:
        link = page.locator("a.film")
        assert link.get_attribute("href") == "https://example.org/film.mp4"
        assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noreferrer")
        box = link.bounding_box()
        assert box and box["width"] > 300 and box["height"] > 200
