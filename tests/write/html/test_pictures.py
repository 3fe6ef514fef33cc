"""A picture that several slides show stands in the page once, and looks as it did."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.support import talks
from tests.support.talks import opened, press

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

DECK = """\
title: Pictures
brand: plain
slides:
  - {kind: picture, id: one, picture: {file: a.png, alt: A field}, caption: Here}
  - {kind: picture-text, id: two, title: Two, picture: {file: a.png, alt: A field}, text: Words beside it}
  - {kind: picture, id: three, picture: {file: b.png, alt: A wood}, caption: There}
  - {kind: picture, id: four, picture: {file: c.svg, alt: A ring}, caption: There}
  - {kind: picture, id: five, picture: {file: c.svg, alt: A ring}, caption: There}
"""
RING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><rect width="1600" height="900" fill="#eee"/>'
    + "".join(
        f'<circle cx="800" cy="450" r="{r}" fill="none" stroke="#063" stroke-width="2"/>' for r in range(9, 400, 9)
    )
    + "</svg>"
)


def picture(seed: int) -> bytes:
    file = io.BytesIO()
    Image.effect_mandelbrot((1600, 900), (-2, -1.2, 1, 1.2 + seed / 10), 40).convert("RGB").save(file, "PNG")
    return file.getvalue()


def test_shared_pictures_are_there_once_and_look_the_same(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"a.png": picture(1), "b.png": picture(2), "c.svg": RING.encode()}
    made = talks.compiled(DECK, **files)
    once = talks.html(*made)
    monkeypatch.setattr("deckgen.write.html.pictures.SMALL", 10**9)
    apart = talks.html(*made)
    assert len(once) < len(apart) - len(picture(1))
    assert (once.count(b"data:image/png"), apart.count(b"data:image/png")) == (2, 3)
    shots: list[list[bytes]] = []
    for name, data in (("once", once), ("apart", apart)):
        (tmp_path / f"{name}.html").write_bytes(data)
        with opened(browser, tmp_path / f"{name}.html", reduced_motion="reduce") as page:
            shots.append([])
            for _ in range(5):
                page.evaluate("document.documentElement.classList.remove('awake')")
                page.wait_for_timeout(150)
                shots[-1].append(page.locator(".current").screenshot())
                press(page, "PageDown")
    assert shots[0] == shots[1]
