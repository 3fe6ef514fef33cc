"""SVG in a browser: it shows what our pictures show, in the faces that are in the file."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.ooxml.chunks import joined
from deckgen.write.formats import Options, format_of
from deckgen.write.png import painter_of, picture
from tests.drawing.pages import drawn
from tests.support.likeness import likeness, tone

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ALIKE, TONE = 0.97, 24.0
"""How alike they have to be (tests/render/agreement.py). Browsers smooth letters otherwise and break underlines at
descenders, which takes 17."""
LATIN = """\
title: In a browser
brand: {brand}
language: en-GB
slides:
  - {{kind: cover, id: a, title: Growing well together, speaker: Amara Osei}}
  - {{kind: points, id: b, title: What stays, points: ["Its *name* and **uniform**", "See [the scheme](https://example.org)",
      "H~2~O, and x^2^"], source: "Wren Valley (2026) *Report*, pp. 1–2"}}
  - {{kind: quote, id: c, quotation: "If you want to go far, go together.", source: A proverb}}
  - {{kind: number, id: d, number: 94%, meaning: of our teachers planned a lesson, source: A survey}}
  - {{kind: chart, id: e, title: Reading rose, type: bar, categories: [One, Two],
      series: [{{name: "2026", values: [8, 7]}}], source: Results}}
"""
ARABIC = """\
title: القراءة معا
brand: plain
language: ar
slides:
  - {kind: points, id: a, title: "ما الذي يبقى لكل مدرسة؟", points: ["اسمها وزيّها الرسمي منذ 1987",
      "مديرتها التي تقود **School Trust** كل يوم", "رأيها في [الحوكمة](https://example.org) والميزانية"]}
  - {kind: statement, id: b, title: وعدنا, text: لن ينتظر طفل في مدارسنا المساعدة بسبب المدرسة التي يذهب إليها.}
"""


@pytest.mark.parametrize(
    "deck",
    [LATIN.format(brand="cst"), LATIN.format(brand="cranmer"), LATIN.format(brand="plain"), ARABIC],
    ids=["cst", "cranmer", "plain", "arabic"],
)
def test_a_browser_shows_what_our_pictures_show(deck: str, browser: Browser, tmp_path: Path) -> None:
    drawing = drawn({"decks/talk.yaml": deck})
    shown = _shown(drawing, browser, tmp_path)
    painter = painter_of(drawing, Diagnostics())
    for index, one in enumerate(shown):
        ours = Image.open(io.BytesIO(picture(drawing.page(index), painter, 960))).convert("RGB")
        assert likeness(one, ours) > ALIKE, index
        assert tone(one, ours) < TONE, index


def test_a_text_is_read_line_by_line(browser: Browser, tmp_path: Path) -> None:
    drawing = drawn({"decks/talk.yaml": LATIN.format(brand="plain")})
    page = browser.new_page()
    page.goto(_files(drawing, tmp_path)[2].as_uri())
    said = page.evaluate(
        "[...document.querySelectorAll('[data-node=quotation][data-paragraph]')].map(e => e.textContent).join('|')"
    )
    page.close()
    assert said == "If you want to go far, go together."


def _shown(drawing: Drawing, browser: Browser, folder: Path) -> list[Image.Image]:
    """Each slide's file as the browser shows it, a pixel a point."""
    page = browser.new_page(viewport={"width": 960, "height": 540})
    found = []
    for file in _files(drawing, folder):
        page.set_content(
            f'<body style="margin:0"><img width="960" height="540" style="display:block" src="{_uri(file)}">'
        )
        page.wait_for_function("document.images[0].complete")
        found.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
    page.close()
    return found


def _uri(file: Path) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(file.read_bytes()).decode()}"


def _files(drawing: Drawing, folder: Path) -> list[Path]:
    """The deck's files, written."""
    found = []
    for file in format_of("svg").files(drawing, Options(), Diagnostics()):
        path = folder / file.suffix.rpartition("/")[2]
        path.write_bytes(joined(file.chunks))
        found.append(path)
    return found
