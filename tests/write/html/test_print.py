"""On paper: one slide a page, whole."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.support.talks import press, shown, unseen

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Show = Callable[..., AbstractContextManager[Page]]


def printed(page: Page) -> list[tuple[tuple[float, float], str]]:
    """The size (pt) and the words of every page."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    found = [(sheet.get_size(), sheet.get_textpage().get_text_bounded()) for sheet in document]
    document.close()
    return [((round(width), round(height)), words) for (width, height), words in found]


@pytest.mark.parametrize("view", ["stage", "overview", "presenter", "no script"])
def test_every_slide_is_a_page_with_all_that_its_build_brings(show: Show, view: str) -> None:
    address = "?presenter#points/1" if view == "presenter" else "#points/1"
    with show(address, java_script_enabled=view != "no script") as page:
        if view == "overview":
            press(page, "o")
        pages = printed(page)
        assert [size for size, _ in pages] == [(960, 540)] * 5  # not the hidden one
        assert "Its say:" in pages[1][1] and "What does each do best?" in pages[2][1].replace("\r\n", " ")
        assert not any("silence" in words or "Presenter" in words for _, words in pages)


def test_printing_leaves_the_talk_as_it_was(show: Show) -> None:
    with show("#points/1") as page:
        printed(page)
        assert (shown(page), unseen(page)) == ("points", 2)
        assert page.locator(".frame").count() == 2  # this slide and the next
        press(page, "ArrowRight")
        assert unseen(page) == 1


def test_with_notes_a_slide_stands_above_them_on_an_upright_page(show: Show) -> None:
    with show() as page:
        page.evaluate("window.print = () => {}")
        press(page, "?")
        page.get_by_role("button", name="Print with notes").click()
        pages = printed(page)
        assert [size for size, _ in pages] == [(595, 842)] * 5
        assert "silence" in pages[0][1] and "Growing well" in pages[0][1]
        assert "Leave it standing." in pages[2][1]
        assert [size for size, _ in printed(page)] == [(960, 540)] * 5  # once only


def test_a_printed_slide_covers_its_page(show: Show) -> None:
    with show("#closing") as page:
        document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        picture = document[0].render(scale=1).to_pil()
        ground = picture.getpixel((4, 4))
        corners = [(955, 4), (4, 100), (955, 100)]
        assert ground != (255, 255, 255) and [picture.getpixel(at) for at in corners] == [ground] * 3
        document.close()
