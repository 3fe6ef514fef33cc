"""Mouse and touch."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support import talks
from tests.support.talks import moves, opened, place, press, shown

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Show = Callable[..., AbstractContextManager[Page]]
PHONE = {"viewport": {"width": 844, "height": 390}, "has_touch": True, "is_mobile": True}

LIFTED = """() => {
  window.lifted = new Promise((heard) => {
    for (const name of ["touchend", "touchcancel"]) addEventListener(name, () => setTimeout(heard), { once: true });
  });
}"""


def touch(page: Page, *moves: list[tuple[int, int]]) -> None:
    """Fingers down at the first places, moved to each of the others, and up; until the page has heard of it: a browser
    doesn't wait for those who listen passively."""
    page.evaluate(LIFTED)
    session = page.context.new_cdp_session(page)

    def send(kind: str, places: list[tuple[int, int]]) -> None:
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", moves[0])
    for places in moves[1:]:
        send("touchMove", places)
    send("touchEnd", [])
    page.evaluate("window.lifted")


def test_a_swipe_turns(show: Show) -> None:
    with show(**PHONE) as page:
        touch(page, [(600, 200)], [(500, 205)], [(400, 210)])
        assert shown(page) == "points"
        touch(page, [(400, 200)], [(600, 205)])
        assert shown(page) == "cover"


def test_what_is_no_swipe_does_not_turn(show: Show) -> None:
    with show(**PHONE) as page:
        touch(page, [(600, 200)], [(580, 200)])
        touch(page, [(600, 200)], [(500, 380)])
        assert shown(page) == "cover"


def test_two_fingers_are_the_browsers(show: Show) -> None:
    with show(**PHONE) as page:
        touch(page, [(400, 200), (440, 200)], [(200, 200), (640, 200)])
        assert shown(page) == "cover"


def test_a_zoomed_slide_is_moved_about_not_turned(show: Show) -> None:
    with show(**PHONE) as page:
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 2})
        page.wait_for_function("() => visualViewport.scale === 2")
        touch(page, [(600, 200)], [(300, 200)])
        page.touchscreen.tap(800, 200)
        assert shown(page) == "cover"


def test_a_tap_turns_to_its_side_and_in_the_middle_shows_the_toolbar(show: Show) -> None:
    with show(**PHONE) as page:
        page.touchscreen.tap(800, 200)
        assert shown(page) == "points"
        page.touchscreen.tap(40, 200)
        assert shown(page) == "cover"
        page.evaluate("document.documentElement.classList.remove('awake')")
        page.touchscreen.tap(422, 100)
        assert shown(page) == "cover" and page.evaluate("document.documentElement.classList.contains('awake')")


def test_a_tap_on_a_link_follows_it(show: Show) -> None:
    with show("#points/3", **PHONE) as page:
        page.locator(".current a[href='#spare']").tap()
        assert shown(page) == "spare"


def test_a_click_goes_on_and_the_wheel_does_nothing(show: Show) -> None:
    with show() as page:
        page.mouse.click(300, 300)
        assert shown(page) == "points"
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(100)
        assert place(page) == "#points"
        page.mouse.click(300, 300, button="right")
        assert place(page) == "#points"


def test_the_toolbar_comes_with_the_mouse_and_goes(show: Show) -> None:
    opacity = "getComputedStyle(document.querySelector('.toolbar')).opacity"
    with show() as page:
        page.context.clock.install()
        page.reload()
        page.mouse.move(300, 300)
        page.mouse.move(310, 300)
        assert page.evaluate("document.documentElement.classList.contains('awake')")
        page.clock.run_for(3000)
        page.wait_for_function(f"() => {opacity} === '0'")


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (390, 844), (844, 390), (1920, 400)])
def test_the_slide_fills_any_window_in_its_own_shape(show: Show, size: tuple[int, int]) -> None:
    width, height = size
    with show(viewport={"width": width, "height": height}) as page:
        box = page.locator(".current svg").bounding_box()
        assert box
        wide = min(width, height * 16 / 9)
        assert (box["width"], box["height"]) == pytest.approx((wide, wide * 9 / 16), abs=1)
        assert box["x"] == pytest.approx((width - wide) / 2, abs=1)
        assert box["y"] == pytest.approx((height - wide * 9 / 16) / 2, abs=1)


RTL = """\
title: مدرستنا
brand: plain
language: ar
transition: push
slides:
  - {kind: statement, id: one, title: أهلا, text: أهلا وسهلا}
  - {kind: statement, id: two, title: شكرا, text: شكرا لكم}
"""


def test_from_right_to_left_everything_turns_the_other_way(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "rtl.html"
    file.write_bytes(talks.html(*talks.compiled(RTL)))
    with opened(browser, file, **PHONE) as page:
        assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar-SA", "rtl"]
        moved = moves(page)
        press(page, "ArrowLeft")
        assert shown(page) == "two"
        assert [frame["transform"] for _, _, frame in moved()] == ["none", "translateX(-100%)"]
        press(page, "ArrowRight")
        assert shown(page) == "one"
        page.touchscreen.tap(40, 200)
        assert shown(page) == "two"
        touch(page, [(600, 200)], [(300, 200)])
        assert shown(page) == "one"
        press(page, " ")
        assert shown(page) == "two"
        press(page, "o", "ArrowRight", "Enter")
        assert shown(page) == "one"


def test_blanks_at_the_ends_of_words_are_kept(browser: Browser, tmp_path: Path) -> None:
    deck = RTL.replace("أهلا وسهلا", "في Wren Valley نقرأ")
    file = tmp_path / "blanks.html"
    file.write_bytes(talks.html(*talks.compiled(deck)))
    with opened(browser, file) as page:
        lost = page.locator(".current text").evaluate_all(
            """found => found.filter((text) => text.textContent.trim() !== text.textContent).map((text) => {
                const whole = text.getComputedTextLength();
                text.textContent = text.textContent.trim();
                return whole - text.getComputedTextLength();
            })"""
        )
        assert lost and min(lost) > 3
