"""The measurer held against LibreOffice: FIT.md 6.5, the goal.

One conversion draws everything: 1,500 paragraphs whose words fit their lines, for the breaks, and 1,100
more with links, typed breaks, raised signs and boxes narrower than a word. Seeds were never used for
tuning.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from deckgen.fonts.measure import Measurer, Model
from deckgen.scene import LINE_BREAK, Link, Paragraph, Run
from deckgen.units import pt
from tests.fonts import families
from tests.render.fontconfig import soffice_to_pdf
from tests.render.specimens import Specimen, bare, drawn_lines, specimens, write_pptx

pytestmark = pytest.mark.render

HELD_OUT = 1_500
MIXED = 1_100
SEED = 40_961


class Drawn(NamedTuple):
    """A specimen and the lines that LibreOffice made of it."""

    specimen: Specimen
    lines: list[str]


def _linked(random: Random, specimen: Specimen) -> Specimen:
    words = specimen.paragraph.text.split(" ")
    start = random.randrange(len(words))
    stop = start + random.randint(1, 5)
    before, link, after = (" ".join(part) for part in (words[:start], words[start:stop], words[stop:]))
    runs = (Run(f"{before} "), Run(link, link=Link(url="https://example.org/")), Run(f" {after}"))
    return specimen._replace(paragraph=Paragraph(tuple(run for run in runs if run.text.strip())))


def _typed_break(random: Random, specimen: Specimen) -> Specimen:
    words = specimen.paragraph.text.split(" ")
    at = random.randrange(1, len(words))
    runs = (Run(" ".join(words[:at])), Run(LINE_BREAK), Run(" ".join(words[at:])))
    return specimen._replace(paragraph=Paragraph(runs))


def _raised(random: Random, specimen: Specimen) -> Specimen:
    text, at = specimen.paragraph.text, random.randrange(1, len(specimen.paragraph.text) - 3)
    raised = Run(text[at : at + 2], baseline=random.choice((30_000, -25_000)))
    return specimen._replace(paragraph=Paragraph((Run(text[:at]), raised, Run(text[at + 2 :]))))


def _narrow(random: Random, specimen: Specimen) -> Specimen:
    return specimen._replace(width=round(specimen.style.size * random.uniform(1.5, 6), 2))


def _mixed() -> Iterator[Specimen]:
    random = Random(SEED + 1)
    for index, specimen in enumerate(specimens(SEED + 2, MIXED)):
        yield (_linked, _typed_break, _raised, _narrow)[index % 4](random, specimen)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> list[Drawn]:
    folder: Path = tmp_path_factory.mktemp("fit")
    found = [*specimens(SEED, HELD_OUT), *_mixed()]
    placed = write_pptx(found, folder / "fit.pptx")
    (pdf,) = soffice_to_pdf([folder / "fit.pptx"], folder / "out")
    return [Drawn(place.specimen, lines) for place, lines in zip(placed, drawn_lines(pdf, placed), strict=True)]


@pytest.fixture(scope="module")
def measurers() -> dict[str, Measurer]:
    return {family.build: families.measurer({"minor": family}) for family in families.FAMILIES}


def _predicted(measurers: dict[str, Measurer], specimen: Specimen, model: Model) -> list[str]:
    width = pt(specimen.width)
    measurer = measurers[specimen.family.build]
    lines = measurer.break_lines(specimen.paragraph, specimen.style, first=width, rest=width, model=model)
    return [bare(line.text) for line in lines if bare(line.text)]


def _identical(measurers: dict[str, Measurer], found: list[Drawn], model: Model) -> float:
    same = sum(_predicted(measurers, specimen, model) == lines for specimen, lines in found)
    return same / len(found)


def test_libreoffice_s_line_breaks_are_reproduced(drawn, measurers):
    held_out = drawn[:HELD_OUT]
    assert len({specimen.family.build for specimen, _ in held_out}) == 5
    assert _identical(measurers, held_out, "libreoffice") >= 0.995


def test_it_is_its_own_grid_that_does_it(drawn, measurers):
    # FIT.md 1.1: with PowerPoint's grid some 94 %, unrounded some 95 %. Else the test proves little.
    held_out = drawn[:HELD_OUT]
    assert _identical(measurers, held_out, "powerpoint") < 0.97
    assert _identical(measurers, held_out, "ideal") < 0.98


def test_no_box_needs_more_lines_than_reckoned_with(drawn, measurers):
    overflows = []
    for specimen, lines in drawn:
        width = pt(specimen.width)
        reckoned = measurers[specimen.family.build].set_paragraph(
            specimen.paragraph, specimen.style, first=width, rest=width
        )
        if len(lines) > reckoned.count:
            overflows.append(f"{reckoned.count} lines reckoned, {len(lines)} drawn: {lines}")
    assert len(drawn) >= 2_500
    assert overflows == []


def test_not_much_room_is_given_away(drawn, measurers):
    # FIT.md 3.1: 1 % costs 4.5-7 % of the paragraphs a line too many; the unproved twin's 3 % more.
    held_out = drawn[:HELD_OUT]
    generous = 0
    for specimen, lines in held_out:
        width = pt(specimen.width)
        measurer = measurers[specimen.family.build]
        found = measurer.set_paragraph(specimen.paragraph, specimen.style, first=width, rest=width)
        generous += found.count > len(lines)
    assert generous / len(held_out) < 0.15
