"""Keys, builds, addresses and history of the presentation."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from deckgen.scene import Link
from deckgen.write.html.address import address
from tests.support import talks
from tests.support.talks import moves, opened, place, press, shown, unseen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Show = Callable[..., AbstractContextManager[Page]]


def test_keys_that_go_on_and_back(show: Show) -> None:
    forward = ["ArrowRight", "ArrowDown", " ", "PageDown", "Enter"]
    backward = ["ArrowLeft", "ArrowUp", "Shift+ ", "PageUp", "Backspace"]
    with show() as page:
        for on, back in zip(forward, backward, strict=True):
            press(page, on)
            assert (on, place(page)) == (on, "#points")
            press(page, back)
            assert (back, place(page)) == (back, "#cover")


def test_a_build_comes_in_click_by_click_and_goes_the_same_way(show: Show) -> None:
    with show() as page:
        press(page, "ArrowRight")
        seen = [(place(page), unseen(page))]
        for key in ["ArrowRight"] * 4 + ["ArrowLeft"] * 5:
            press(page, key)
            seen.append((place(page), unseen(page)))
    # A slide that is come back to is whole. "#points/2" is another slide's id, so its number says it: #2/2.
    there = [("#points", 3), ("#points/1", 2), ("#2/2", 1), ("#points/3", 0), ("#better/turn", 5)]
    assert [where for where, _ in seen[:5]] == [where for where, _ in there]
    assert [count for _, count in seen[:4]] == [3, 2, 1, 0] and seen[4][1] > 0
    assert seen[5:] == [("#points/3", 0), ("#2/2", 1), ("#points/1", 2), ("#points", 3), ("#cover", 0)]


def test_what_comes_in_is_animated_as_the_build_says(show: Show) -> None:
    with show("#better/turn") as page:
        moved = moves(page)
        press(page, "ArrowRight")
        assert moved() == [["lesser.label", 300, {"opacity": 0}], ["lesser.text", 300, {"opacity": 0}]]
        press(page, "ArrowRight")
        assert ["Panel", 400, {"clipPath": "inset(-9% 100% -9% -1%)"}] in moved()
        press(page, "ArrowLeft")
        assert moved() == []


def test_slides_take_each_others_place_as_the_deck_says(show: Show) -> None:
    with show() as page:
        moved = moves(page)
        press(page, "ArrowRight")
        assert moved() == [["cover", 600, {"transform": "none"}], ["points", 600, {"transform": "translateX(100%)"}]]
        press(page, "ArrowRight", "ArrowRight", "ArrowRight")
        moved()
        press(page, "ArrowRight")
        assert moved() == [["better/turn", 400, {"opacity": 0}]]
        press(page, "ArrowLeft")
        assert moved() == []


def test_nothing_moves_for_those_who_asked_for_that(show: Show) -> None:
    with show(reduced_motion="reduce") as page:
        moved = moves(page)
        press(page, "ArrowRight", "ArrowRight")
        assert place(page) == "#points/1"
        assert moved() == []


def test_first_last_and_any_slide_by_its_number(show: Show) -> None:
    with show() as page:
        press(page, "End")
        assert shown(page) == "closing"
        press(page, "ArrowRight")
        assert shown(page) == "closing"
        press(page, "Home")
        assert shown(page) == "cover"
        press(page, "4", "Enter")
        assert place(page) == "#better/turn"
        assert unseen(page) > 0
        press(page, "9", "9", "Enter")
        assert shown(page) == "better/turn"


def test_hidden_slides_are_passed_over_unless_asked_for(show: Show) -> None:
    with show("#points/3") as page:
        press(page, "ArrowRight")
        assert shown(page) == "better/turn"
        press(page, "3", "Enter")
        assert shown(page) == "spare"
        assert page.locator("#spare").is_visible()
        press(page, "ArrowRight")
        assert shown(page) == "better/turn"


def test_a_link_between_slides_goes_there_and_back_comes_back(show: Show) -> None:
    with show("#points/3") as page:
        page.locator(".current a[href='#spare']").click()
        assert shown(page) == "spare"
        page.go_back()
        assert place(page) == "#points/3"
        page.go_forward()
        assert shown(page) == "spare"


def test_back_goes_through_slides_not_clicks(show: Show) -> None:
    with show() as page:
        press(page, *["ArrowRight"] * 5)
        assert shown(page) == "better/turn"
        page.go_back()
        assert place(page) == "#points/3"
        page.go_back()
        assert place(page) == "#cover"


ADDRESSES = [
    ("#points", "#points", 3),
    ("#points/1", "#points/1", 2),
    ("#points/2", "#points/2", 0),  # the slide of that id
    ("#2/2", "#2/2", 1),
    ("#2", "#points", 3),
    ("#points/99", "#points/3", 0),
    ("#better%2Fturn/2", "#better/turn/2", 0),
    ("#nowhere", "#cover", 0),
    ("#%E0%A4%A", "#cover", 0),
    ("#0", "#cover", 0),
    ("#spare", "#spare", 0),
]


def test_an_address_opens_its_slide_and_step(show: Show) -> None:
    with show() as page:
        start = page.url.partition("#")[0]
        for address, where, hidden in ADDRESSES:
            page.goto("about:blank")
            page.goto(start + address)
            assert (address, place(page), unseen(page)) == (address, where, hidden)


ODD = ["größe/fünf", "日本", "1/2", "7"]


def test_addresses_of_odd_ids_come_back_to_them(browser: Browser, tmp_path: Path) -> None:
    entries = "".join(f"  - {{kind: statement, id: '{name}', title: A, text: B}}\n" for name in ODD)
    file = tmp_path / "odd.html"
    file.write_bytes(talks.html(*talks.compiled(f"title: Odd\nbrand: plain\nslides:\n{entries}")))
    with opened(browser, file) as page:
        for name in ODD:
            assert shown(page) == name
            page.reload()
            assert shown(page) == name
            press(page, "ArrowRight")
        page.goto(file.as_uri() + address(Link(slide="größe/fünf")))
        assert shown(page) == "größe/fünf"
        press(page, "2", "Enter")
        page.goto(f"{file.as_uri()}#7")  # an id before a number
        assert shown(page) == "7"


def test_an_address_typed_while_presenting_is_followed(show: Show) -> None:
    with show() as page:
        page.evaluate("location.hash = '#closing'")
        page.wait_for_function("() => document.querySelector('.current').id === 'closing'")


def test_the_screen_is_made_black_or_white_and_any_turn_brings_the_slide_back(show: Show) -> None:
    ground = "getComputedStyle(document.querySelector('.blank')).backgroundColor"
    with show() as page:
        for key, color in [("b", "rgb(0, 0, 0)"), (".", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)")]:
            press(page, key)
            assert page.locator(".blank").is_visible() and page.evaluate(ground) == color
            for back in ("ArrowRight", "PageUp", "Escape", key):
                press(page, back)
                assert not page.locator(".blank").is_visible()
                assert shown(page) == "cover"
                press(page, key)
            press(page, key)


def test_keys_of_the_browser_are_left_to_it(show: Show) -> None:
    with show() as page:
        press(page, "Control+ArrowRight", "Alt+ArrowDown")
        assert shown(page) == "cover"


def test_full_screen_and_out_of_it(show: Show) -> None:
    with show() as page:
        press(page, "f")
        page.wait_for_function("() => document.fullscreenElement !== null")
        press(page, "f")
        page.wait_for_function("() => document.fullscreenElement === null")


def test_the_overview_finds_a_slide_with_the_arrows(show: Show) -> None:
    with show("#points/1") as page:
        press(page, "o")
        assert page.locator(".opener").count() == 5  # not the hidden one
        assert page.evaluate("document.activeElement.closest('.slide').id") == "points"
        assert page.locator("#points .unseen").first.is_visible()
        press(page, "Home", "ArrowRight", "ArrowRight", "Enter")
        assert place(page) == "#better/turn"
        assert page.locator(".opener").count() == 0


def test_leaving_the_overview_changes_nothing(show: Show) -> None:
    with show("#points/1") as page:
        press(page, "o", "ArrowRight", "Escape")
        assert (place(page), unseen(page)) == ("#points/1", 2)
        press(page, "ArrowRight")
        assert place(page) == "#2/2"


def test_a_click_in_the_overview_opens_a_slide(show: Show) -> None:
    with show() as page:
        press(page, "o")
        page.locator("#closing .opener").click()
        assert shown(page) == "closing"


def test_help_opens_over_the_slide_and_keeps_the_focus(show: Show) -> None:
    with show() as page:
        press(page, "?")
        assert page.locator("dialog").is_visible()
        assert page.evaluate("document.activeElement.textContent") == "Close"
        press(page, "ArrowRight")
        assert shown(page) == "cover"
        press(page, "Escape")
        assert not page.locator("dialog").is_visible()


def test_what_changes_is_said_to_those_who_listen(show: Show) -> None:
    with show() as page:
        live = page.locator(".live")
        press(page, "ArrowRight")
        assert live.inner_text() == "Slide 2 of 6: What every school keeps"
        press(page, "ArrowRight")
        assert "Its name" in live.inner_text() and "Its head" not in live.inner_text()
        moved = moves(page)
        press(page, "ArrowRight", "ArrowRight")
        # A list below a point comes with it, and is said once.
        assert live.inner_text().count("a seat") == 1
        assert [node for node, _, _ in moved()] == ["points", "points"]
        press(page, "End", "ArrowRight")
        assert live.inner_text() == "That was the last slide."
        assert page.title() == "Thank you – Growing well"


def test_the_focus_is_not_lost_with_the_slide_it_was_on(show: Show) -> None:
    with show("#points/3") as page:
        page.locator(".current a[href='#spare']").focus()
        press(page, "Enter")
        assert page.evaluate("document.activeElement.id") == "spare"


def test_a_button_that_was_clicked_gives_the_space_bar_back(show: Show) -> None:
    with show() as page:
        page.mouse.move(300, 300)
        page.locator(".toolbar [data-action=next]").click()
        assert shown(page) == "points"
        press(page, " ")
        assert place(page) == "#points/1"


def test_buttons_can_be_reached_and_pressed_by_key(show: Show) -> None:
    with show() as page:
        press(page, "Tab")
        assert page.evaluate("document.activeElement.dataset.action") == "previous"
        assert page.evaluate("getComputedStyle(document.querySelector('.toolbar')).pointerEvents") == "auto"
        press(page, "Tab", "Enter")
        assert shown(page) == "points"
