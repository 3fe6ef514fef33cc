"""Lines of other writing systems held against LibreOffice's: one conversion, seeds never used for tuning."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from deckgen.brand.model import FontFamily
from deckgen.scene import Paragraph, Run
from deckgen.units import pt
from tests.fonts import families
from tests.render.fontconfig import FILES, soffice_to_pdf, write_fonts_conf
from tests.render.scripts import Specimen, drawn_lines, letters, specimens, write_pptx
from tests.support.tools import ROOT

pytestmark = pytest.mark.render

SEED, EACH = 60_317, 50


def _shipped(name: str, folder: str, stem: str) -> FontFamily:
    return families.family(name, name, folder, f"{stem}-Regular.ttf", f"{stem}-Bold.ttf")


def _subset(name: str, stem: str) -> FontFamily:
    return FontFamily(name, name, 1, {"regular": f"tests/data/fonts/{stem}-Subset.ttf"})


NASKH = _shipped("Noto Naskh Arabic", "noto-naskh-arabic", "NotoNaskhArabic")
SANS = _shipped("Noto Sans Arabic", "noto-sans-arabic", "NotoSansArabic")
HEBREW = _shipped("Liberation Sans", "liberation-sans", "LiberationSans")
FACES = {
    "ar": (NASKH, SANS),
    "ur": (NASKH, SANS),
    "he": (HEBREW,),
    "zh": (_subset("Noto Sans SC", "NotoSansSC"),),
    "ja": (_subset("Noto Sans JP", "NotoSansJP"),),
    "ko": (_subset("Noto Sans KR", "NotoSansKR"),),
}
AGREEING = {"ar": 1.0, "ur": 1.0, "he": 1.0, "zh": 0.8, "ja": 0.9, "ko": 0.7}
"""The share of paragraphs that break alike. LibreOffice's rules for East Asian marks are not all known."""


class Drawn(NamedTuple):
    """A specimen, and what stands on each line that LibreOffice made of it."""

    specimen: Specimen
    lines: list[str]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Drawn]]:
    folder: Path = tmp_path_factory.mktemp("scripts")
    found = [(lang, s) for lang, faces in FACES.items() for face in faces for s in specimens(SEED, lang, face, EACH)]
    placed = write_pptx([specimen for _, specimen in found], folder / "scripts.pptx")
    conf = write_fonts_conf(folder / "conf", folders=(FILES, ROOT / "tests" / "data" / "fonts"))
    (pdf,) = soffice_to_pdf([folder / "scripts.pptx"], folder / "out", fonts_conf=conf)
    by_language: dict[str, list[Drawn]] = {language: [] for language in FACES}
    for (language, specimen), lines in zip(found, drawn_lines(pdf, placed), strict=True):
        by_language[language].append(Drawn(specimen, ["".join(g.text for g in line) for line in lines]))
    return by_language


def _agrees(found: Drawn) -> bool:
    """Whether every line holds all the letters that we put there: a moved word leaves some missing."""
    specimen, width = found.specimen, pt(found.specimen.width)
    paragraph = Paragraph((Run(specimen.text),))
    lines = specimen.measurer().break_lines(paragraph, specimen.style, first=width, rest=width, model="libreoffice")
    if len(lines) != len(found.lines):
        return False
    return all(not letters(line.text) - letters(shown) for line, shown in zip(lines, found.lines, strict=True))


@pytest.mark.parametrize("language", FACES)
def test_lines_break_as_libreoffice_breaks_them(language: str, drawn: dict[str, list[Drawn]]) -> None:
    agreeing = sum(map(_agrees, drawn[language])) / len(drawn[language])
    assert agreeing >= AGREEING[language]


@pytest.mark.parametrize("language", FACES)
def test_no_box_needs_more_lines_than_reckoned_with(language: str, drawn: dict[str, list[Drawn]]) -> None:
    overflowing = []
    for specimen, lines in drawn[language]:
        width, paragraph = pt(specimen.width), Paragraph((Run(specimen.text),))
        reckoned = specimen.measurer().set_paragraph(paragraph, specimen.style, first=width, rest=width).count
        if len(lines) > reckoned:
            overflowing.append(f"{reckoned} lines reckoned, {len(lines)} drawn: {lines}")
    assert overflowing == []
