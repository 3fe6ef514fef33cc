"""The presenter's view, in a window of its own and without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.support.talks import opened, place, press, shown, unseen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Show = Callable[..., AbstractContextManager[Page]]
BEFORE, NOON = "2026-06-26T11:59:00", "2026-06-26T12:00:00"


@contextmanager
def both(show: Show, address: str = "") -> Iterator[tuple[Page, Page]]:
    """The audience's page and the presenter's, which P has opened; the clock stands at noon."""
    with show(address) as audience:
        audience.context.clock.install(time=BEFORE)
        audience.context.clock.pause_at(NOON)
        audience.reload()
        yield audience, presenter_of(audience)


def presenter_of(audience: Page) -> Page:
    with audience.expect_popup() as opening:
        press(audience, "p")
    opening.value.wait_for_selector(".presenter [data-part=now]:not(:empty)")
    return opening.value


def waits_at(page: Page, where: str) -> None:
    """Fail unless the page gets to an address within a moment."""
    page.wait_for_function("where => decodeURIComponent(location.hash) === where", arg=where, timeout=5_000)


def part(page: Page, name: str) -> str:
    return page.locator(f"[data-part={name}]").inner_text()


def test_both_windows_follow_each_other_step_by_step(show: Show) -> None:
    with both(show) as (audience, presenter):
        for page, other, key, where in [
            (presenter, audience, "ArrowRight", "#points"),
            (presenter, audience, "ArrowRight", "#points/1"),
            (audience, presenter, "PageDown", "#2/2"),
            (audience, presenter, "End", "#closing"),
            (presenter, audience, "ArrowLeft", "#points/2"),
        ]:
            press(page, key)
            waits_at(page, where)
            waits_at(other, where)


def test_the_presenter_sees_notes_with_their_formatting_and_the_audience_none(show: Show) -> None:
    with both(show) as (audience, presenter):
        notes = presenter.locator("[data-part=notes]")
        assert notes.locator("b").inner_text() == "silence"
        assert notes.locator("ul ul li").inner_text() == "and why"
        press(presenter, "ArrowRight")
        assert notes.inner_text() == "No notes."
        press(presenter, "ArrowLeft")
        waits_at(audience, "#cover")
        assert "silence" not in audience.evaluate("document.body.innerText")
        assert not audience.locator(".presenter").is_visible()


def test_the_next_click_is_drawn_before_it_is_made(show: Show) -> None:
    with both(show, "#points") as (_, presenter):
        assert part(presenter, "steps") == "click 0 of 3"
        assert part(presenter, "next-title") == "Next click"
        ahead = presenter.locator("[data-part=picture] .unseen:not(.unseen .unseen)")
        assert (unseen(presenter), ahead.count()) == (3, 2)
        press(presenter, "ArrowRight", "ArrowRight", "ArrowRight")
        assert part(presenter, "next-title").startswith("Next: The better question")
        press(presenter, "End")
        assert part(presenter, "next-title") == "Next: the end"


def test_the_screen_is_black_for_the_audience_alone(show: Show) -> None:
    with both(show) as (audience, presenter):
        press(presenter, "b")
        audience.wait_for_selector(".blank", state="visible")
        assert not presenter.locator(".blank").is_visible()
        assert part(presenter, "blank") == "The screen is black"
        press(presenter, "ArrowRight")
        audience.wait_for_selector(".blank", state="hidden")
        assert part(presenter, "blank") == "" and shown(presenter) == "cover"


def test_the_time_begins_with_the_talk_and_says_when_it_is_over(show: Show) -> None:
    with both(show) as (_, presenter):
        assert "12:00" in part(presenter, "clock")
        presenter.clock.run_for(60_000)
        assert part(presenter, "talk").split() == ["Talk", "0:00", "of", "10:00"]
        press(presenter, "ArrowRight")
        presenter.clock.run_for(90_500)
        assert part(presenter, "talk").split() == ["Talk", "1:30", "of", "10:00"]
        assert part(presenter, "slide").split() == ["This", "slide", "1:30", "of", "2:00"]
        assert part(presenter, "pace") == "1 min ahead"
        presenter.clock.run_for(150_000)
        assert part(presenter, "slide").split()[-2:] == ["2:00", "over"]
        assert "over" in (presenter.locator("[data-part=slide]").get_attribute("class") or "")
        assert part(presenter, "pace") == "1 min behind"
        press(presenter, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")
        presenter.clock.run_for(30_000)
        assert part(presenter, "slide").split() == ["This", "slide", "0:30", "of", "3:00"]
        presenter.clock.run_for(400_000)
        assert part(presenter, "talk").split()[-2:] == ["1:10", "over"]


def test_opening_the_talk_at_a_slide_does_not_begin_the_time(show: Show) -> None:
    with both(show, "#better/turn") as (audience, presenter):
        presenter.clock.run_for(5_000)
        assert part(presenter, "run") == "Start"
        press(audience, "ArrowRight")
        waits_at(presenter, "#better/turn/1")
        presenter.clock.run_for(5_500)
        assert (part(presenter, "run"), part(presenter, "talk").split()[1]) == ("Pause", "0:05")


def test_the_time_is_stopped_goes_on_and_begins_anew(show: Show) -> None:
    with both(show) as (_, presenter):
        run = presenter.locator("[data-part=run]")
        run.click()
        presenter.clock.run_for(65_000)
        run.click()
        presenter.clock.run_for(65_000)
        assert part(presenter, "talk").split()[1] == "1:05" and run.inner_text() == "Go on"
        presenter.reload()
        presenter.clock.run_for(1000)
        assert part(presenter, "talk").split()[1] == "1:05"
        presenter.get_by_role("button", name="Reset").click()
        presenter.clock.run_for(1000)
        assert part(presenter, "talk").split()[1] == "0:00"


def test_the_list_of_slides_shows_where_the_talk_is_and_goes_anywhere(show: Show) -> None:
    with both(show) as (audience, presenter):
        items = presenter.locator("[data-part=list] a")
        assert [text.split("\n")[-1] for text in items.all_inner_texts()] == [
            "1 min",
            "2 min",
            "hidden",
            "3 min",
            "2 min",
            "2 min",
        ]
        assert presenter.locator("[aria-current]").count() == 1
        items.nth(3).click()
        waits_at(audience, "#better/turn")
        assert presenter.locator("[aria-current] b").inner_text() == "4"


def test_notes_are_made_larger_and_smaller(show: Show) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('[data-part=notes]')).fontSize)"
    with both(show) as (_, presenter):
        usual = presenter.evaluate(size)
        press(presenter, "+")
        assert presenter.evaluate(size) > usual
        press(presenter, "-", "-")
        assert presenter.evaluate(size) < usual


def test_windows_find_each_other_again_after_either_was_loaded_anew(show: Show) -> None:
    with both(show) as (audience, presenter):
        audience.reload()
        presenter.clock.run_for(1500)
        press(presenter, "ArrowRight")
        waits_at(audience, "#points")
        presenter.reload()
        press(presenter, "ArrowRight")
        waits_at(audience, "#points/1")
        press(audience, "ArrowRight")
        waits_at(presenter, "#2/2")


def test_a_closed_audience_is_noticed_and_opened_again(show: Show) -> None:
    with both(show) as (audience, presenter):
        assert not presenter.locator("[data-part=away]").is_visible()
        audience.close()
        presenter.clock.run_for(1000)
        assert presenter.locator("[data-part=away]").is_visible()
        with presenter.expect_popup() as opening:
            presenter.get_by_role("button", name="Open one").click()
        opening.value.wait_for_selector(".slide.current")
        press(presenter, "ArrowRight")
        waits_at(opening.value, "#points")
        assert not opening.value.locator(".presenter").is_visible()


def test_other_pages_can_not_drive_the_talk(show: Show) -> None:
    with show() as page:
        for message in [
            "{}",
            "{deckgen: 'Growing well', index: 99, step: 0}",
            "{deckgen: 'Another', index: 1, step: 0}",
        ]:
            page.evaluate(f"window.postMessage({message}, '*')")
        page.evaluate("window.postMessage({deckgen: 'Growing well', index: '<b>', step: 0, blank: 'url(x)'}, '*')")
        page.wait_for_timeout(100)
        assert place(page) == "#cover" and not page.locator(".blank").is_visible()


def test_where_windows_are_blocked_it_opens_in_the_same_one(show: Show) -> None:
    with show("#points/1") as page:
        page.evaluate("window.open = () => null")
        press(page, "p")
        assert page.locator(".presenter .notes").is_visible()
        assert not page.locator(".toolbar").is_visible()
        press(page, "ArrowRight")
        assert place(page) == "#2/2" and part(page, "steps") == "click 2 of 3"
        press(page, "Escape")
        assert not page.locator(".presenter .notes").is_visible() and page.locator(".current svg").is_visible()
        assert place(page) == "#2/2"


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_it_works_from_a_web_server_which_is_asked_for_nothing_else(browser: Browser, talk: Path) -> None:
    asked: list[str] = []
    handler = type("Handler", (Quiet,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(talk.parent)))
    Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    audience = context.new_page()
    audience.goto(f"http://127.0.0.1:{server.server_port}/{talk.name}")
    presenter = presenter_of(audience)
    press(presenter, "ArrowRight")
    waits_at(audience, "#points")
    context.close()
    server.shutdown()
    server.server_close()
    assert asked == ["/talk.html", "/talk.html?presenter"]


def test_the_file_opened_as_presenter_stands_alone(browser: Browser, talk: Path) -> None:
    with opened(browser, talk, "?presenter#closing") as page:
        assert part(page, "now") == "Slide 6 of 6"
