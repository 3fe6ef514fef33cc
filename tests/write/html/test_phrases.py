"""What the page itself says: in the deck's language, or in English and marked as that."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from deckgen.spec.words import NEUTRAL, words_of
from deckgen.write.html.document import ASSETS
from deckgen.write.html.phrases import FOLDER, phrases_of
from tests.support import talks
from tests.support.talks import opened, press, violations

FILES = sorted(FOLDER.glob("*.json"))
ENGLISH = phrases_of("en").said


def holes(phrase: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", phrase))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_language_says_everything_with_the_same_holes(file: Path) -> None:
    said = phrases_of(file.stem).said
    assert list(said) == list(ENGLISH)
    assert {name: holes(phrase) for name, phrase in said.items()} == {name: holes(p) for name, p in ENGLISH.items()}
    assert all(phrase == phrase.strip() and phrase and not set(phrase) & set("<>&\"'") for phrase in said.values())


def test_the_page_speaks_every_language_that_slides_do() -> None:
    assert all(words_of(file.stem) is not NEUTRAL for file in FILES)
    spoken = {"ar", "cy", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ur", "zh", "zh-hant"}
    assert {file.stem for file in FILES} == spoken


def test_every_phrase_is_said_somewhere_and_nothing_is_said_without_one() -> None:
    markup = (ASSETS / "interface.html").read_text(encoding="utf-8")
    scripts = "".join(file.read_text(encoding="utf-8") for file in sorted(ASSETS.glob("*.js")))
    named = set(re.findall(r"\[\[(\w+)\]\]", markup)) - {"language", "direction"}
    quoted = set(re.findall(r"[\"`.](\w+)", scripts)) | {"screen_black", "screen_white", "slide", "film"}
    assert named <= set(ENGLISH) <= named | quoted
    assert set(re.findall(r"phrase\(\"(\w+)", scripts)) <= set(ENGLISH)
    assert not re.findall(r">[^<\[]*[a-z]{3}[^<\[]*<", markup), "words that are English in every language"


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("de-AT", "de"),
        ("en-GB", "en"),
        ("zh-CN", "zh"),
        ("zh-Hant-HK", "zh-hant"),
        ("zh-TW", "zh-hant"),
        ("he-IL", "en"),
        ("fi", "en"),
        ("", "en"),
        ("../../secret", "en"),
    ],
)
def test_a_language_finds_its_nearest_phrases(language: str, found: str) -> None:
    assert phrases_of(language).language == found


def part(page: Page, name: str) -> str:
    return page.locator(f".presenter [data-part={name}]").inner_text()


TALK = """\
title: Gut wachsen
brand: plain
language: {language}
minutes: 10
slides:
  - {{kind: statement, id: a, title: Eins, text: Zwei, minutes: 5}}
  - {{kind: points, id: b, title: Drei, points: [Vier, Fünf], build: true, minutes: 5}}
"""


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize(
    ("language", "own", "said"),
    [
        ("de-DE", ["de", "ltr"], ["Folie 2 von 2", "Klick 0 von 2", "Nächster Klick", "Keine Notizen.", "Start"]),
        ("ar-SA", ["ar", "rtl"], ["الشريحة 2 من 2", "النقرة 0 من 2", "النقرة التالية", "لا ملاحظات.", "بدء"]),
        ("fi-FI", ["en", "ltr"], ["Slide 2 of 2", "click 0 of 2", "Next click", "No notes.", "Start"]),
    ],
)
def test_the_page_speaks_the_decks_language(
    browser: Browser, tmp_path: Path, language: str, own: list[str], said: list[str]
) -> None:
    file = tmp_path / "talk.html"
    file.write_bytes(talks.html(*talks.compiled(TALK.format(language=language))))
    with opened(browser, file, "?presenter#b") as page:
        look = "[...document.querySelectorAll('.presenter, dialog')].map(({lang, dir}) => [lang, dir])"
        assert page.evaluate(look) == [own, own]
        assert [part(page, name) for name in ("now", "steps", "next-title", "notes", "run")] == said
        assert violations(page) == []
        press(page, "PageDown")
        live = "(({lang, dir, textContent}) => [lang, dir, textContent])(document.querySelector('.live'))"
        assert page.evaluate(live) == [language, own[1] if own[0] == "ar" else "ltr", "Vier"]
        press(page, "?")
        assert violations(page) == []
        heading = json.loads((FOLDER / f"{own[0]}.json").read_text(encoding="utf-8"))["keys"]
        assert page.locator("dialog h2").inner_text() == heading
