"""A sign of a sum stands in the middle of what is beside it, in every brand."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest

from deckgen.fonts.measure import Measurer
from deckgen.overlay import OverlayWorld
from deckgen.pipeline import Pipeline
from deckgen.scene import TextBox
from deckgen.units import to_pt
from deckgen.worlds import DiskWorld
from tests.decks.library import TODAY
from tests.kinds.test_large_figures import measurer
from tests.support.tools import ROOT

BRANDS = ("cst", "cranmer", "plain")
OFF = 0.035
"""What a sign may stand off the middle of its letters, as a share of their size."""


@cache
def formula(brand: str, words: str) -> TextBox:
    """The formula of a slide that says these words."""
    slide = {"kind": "equation", "title": "A sum", "not": "less", "formula": words, "text": "It is more."}
    deck = {"title": "T", "brand": brand, "slides": [slide]}
    world = OverlayWorld({"decks/d.yaml": msgspec.json.encode(deck)}, below=DiskWorld(str(ROOT), today=TODAY))
    scene = Pipeline(world).compile("d", "full").scene
    assert scene is not None
    return next(node for node in scene.slides[0].nodes if isinstance(node, TextBox) and node.name == "formula")


def drawn(measure: Measurer, box: TextBox, char: str) -> float:
    """Where the middle of a letter's ink is drawn, in points above the baseline."""
    run = next(run for run in box.paragraphs[0].runs if char in run.text)
    found = measure.middle(char, run.style or box.style)
    assert found is not None
    return found


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("words", ["A × B", "A + B", "H = E", "N − M", "H ÷ H"])
def test_a_sign_between_capitals_is_in_their_middle(brand: str, words: str) -> None:
    box, measure = formula(brand, words), measurer(brand)
    letters = [drawn(measure, box, char) for char in (words[0], words[-1])]
    assert abs(drawn(measure, box, words[2]) - sum(letters) / 2) < OFF * box.style.size


def test_only_the_sign_has_another_face_and_no_word_changes() -> None:
    runs = formula("cranmer", "A × B").paragraphs[0].runs
    assert [(run.text, run.style.name if run.style else "") for run in runs] == [("A ", ""), ("×", "sign"), (" B", "")]
    assert {run.baseline for run in runs} == {0}  # raised, it would be small


@pytest.mark.parametrize("brand", BRANDS)
def test_the_letters_keep_their_baseline(brand: str) -> None:
    box = formula(brand, "A × B")
    assert to_pt(box.lines[0].baseline) == 414
    largest = max((run.style or box.style for run in box.paragraphs[0].runs), key=lambda style: style.size)
    assert box.rect.y + largest.seat == box.lines[0].baseline
    assert box.rect.h >= largest.pitch


@pytest.mark.parametrize(("brand", "words"), [("plain", "A × B"), ("cst", "a × o"), ("cst", "1 × 1")])
def test_a_sign_that_stands_well_stays_in_its_face(brand: str, words: str) -> None:
    assert [run.text for run in formula(brand, words).paragraphs[0].runs] == [words]


def test_what_an_author_has_raised_stays_so() -> None:
    assert [run.baseline for run in formula("cranmer", "A ^×^ B").paragraphs[0].runs] == [0, 30_000, 0]


def test_a_sign_with_nothing_beside_it_stays() -> None:
    assert [run.style for run in formula("cranmer", "×").paragraphs[0].runs] == [None]


def test_an_authors_raised_sign_keeps_its_size_beside_another() -> None:
    runs = formula("cranmer", "A^+^ × B").paragraphs[0].runs
    assert {run.text: run.style is not None for run in runs if run.text in ("+", "×")} == {"+": False, "×": True}


def test_signs_that_leave_a_formula_no_room_stay_in_its_face() -> None:
    words = "J × J × J"
    assert [run.text for run in formula("cranmer", words).paragraphs[0].runs] == [words]


def test_signs_side_by_side_are_alike() -> None:
    runs = formula("cranmer", "A + −B").paragraphs[0].runs
    assert [(run.text, run.style is not None) for run in runs] == [
        ("A ", False),
        ("+", True),
        (" ", False),
        ("−", True),
        ("B", False),
    ]
