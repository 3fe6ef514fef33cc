"""Decks in other writing systems: sound, mirrored, and in faces and languages of their own."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openxml_audit
import pptx
import pytest
from lxml import etree

from deckgen.pipeline import Pipeline
from deckgen.scene import TextBox
from deckgen.units import SLIDE, pt
from deckgen.verify import verify_package
from deckgen.worlds import MemoryWorld
from tests.decks.languages import LANGUAGES, project, written
from tests.decks.library import TODAY, assets
from tests.support.tools import ROOT

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

every_deck = pytest.mark.parametrize(("language", "brand"), LANGUAGES)


def part(data: bytes, name: str) -> Any:
    with ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def runs(data: bytes) -> list[tuple[str, str]]:
    """(language, words) of every run on the slides."""
    with ZipFile(io.BytesIO(data)) as package:
        slides = [etree.fromstring(package.read(n)) for n in package.namelist() if n.startswith("ppt/slides/slide")]
    found = [run for slide in slides for run in slide.iter(f"{A}r")]
    return [(run.find(f"{A}rPr").get("lang"), run.findtext(f"{A}t")) for run in found]


@pytest.mark.validator
@every_deck
def test_the_sdk_finds_nothing(language: str, brand: str, sdk_errors: Callable[..., list[str]]) -> None:
    assert sdk_errors(written(language, brand).data) == []


@every_deck
def test_audit_and_verify_find_nothing(language: str, brand: str, tmp_path: Path) -> None:
    copy = tmp_path / "deck.pptx"
    copy.write_bytes(written(language, brand).data)
    assert [str(error) for error in openxml_audit.validate_pptx(copy).errors] == []
    assert list(verify_package(written(language, brand).data)) == []


@every_deck
def test_the_same_files_give_the_same_bytes(language: str, brand: str) -> None:
    assert project(language, brand).compile("talk", "full").data == written(language, brand).data


@every_deck
def test_a_deck_from_right_to_left_says_so_everywhere(language: str, brand: str) -> None:
    data, rtl = written(language, brand).data, language != "zh"
    assert (part(data, "ppt/presentation.xml").get("rtl") == "1") is rtl
    for name in ("ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml"):
        shapes = [shape for shape in part(data, name).iter(f"{P}sp") if shape.find(f".//{P}ph") is not None]
        levels = [level for shape in shapes for level in shape.iter(f"{A}lvl1pPr")]
        assert levels
        assert all((level.get("rtl") == "1") is rtl for level in levels)


def test_the_theme_names_the_deck_s_own_face() -> None:
    theme = part(written("zh", "own").data, "ppt/theme/theme1.xml")
    assert [face.get("typeface") for face in theme.iter(f"{A}ea")][:2] == ["Noto Sans SC"] * 2
    theme = part(written("ar", "cst").data, "ppt/theme/theme1.xml")
    assert [face.get("typeface") for face in theme.iter(f"{A}cs")][:2] == ["Times New Roman", "Arial"]


def test_english_names_are_english_and_the_rest_is_not() -> None:
    spoken = runs(written("ar", "plain").data)
    assert ("en-GB", "Wren Valley Primary") in [(language, words.strip()) for language, words in spoken]
    assert {language for language, words in spoken if "مدرس" in words} == {"ar-SA"}


def test_titles_begin_at_the_right_and_what_they_say_is_as_typed() -> None:
    built = written("ur", "plain")
    for slide in built.scene.slides:
        titles = [n for n in slide.nodes if isinstance(n, TextBox) and n.name == "title"]
        assert all(title.rtl and title.align == "r" and title.rect.right == SLIDE.w - 48 * 12_700 for title in titles)
    read = pptx.Presentation(io.BytesIO(built.data))
    assert read.slides[0].shapes.title.text_frame.text == "ہمارا سکول، ہمارا مستقبل"


def test_a_telephone_number_keeps_the_order_of_its_groups() -> None:
    spoken = "".join(words for _, words in runs(written("ar", "plain").data))
    assert "01632\u00a0960\u00a0123" in spoken


def test_an_english_source_runs_from_left_to_right_at_the_right() -> None:
    points = written("ar", "plain").scene.slides[1]
    (source,) = (n for n in points.nodes if isinstance(n, TextBox) and n.name == "source")
    assert [paragraph.rtl for paragraph in source.paragraphs] == [False]
    assert source.align == "r"


def test_an_arabic_list_in_an_english_deck_is_turned_over() -> None:
    slide = (ROOT / "slides" / "gallery" / "arabic-points.yaml").read_bytes()
    deck = b"title: Talk\nbrand: plain\nslides: [use: arabic-points]\n"
    files = {**assets(), "decks/talk.yaml": deck, "slides/arabic-points.yaml": slide}
    made = Pipeline(MemoryWorld(files, today=TODAY)).compile("talk", "full").scene
    assert made
    (points,) = (n for n in made.slides[0].nodes if isinstance(n, TextBox) and n.name == "points")
    assert {(paragraph.rtl, paragraph.align) for paragraph in points.paragraphs} == {(True, "r")}
    text_edge = points.rect.right - pt(20)
    assert all(abs(line.x + line.width - text_edge) < pt(0.1) for line in points.lines)
