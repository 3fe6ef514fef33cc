"""A sign of a sum stands in the middle of what is beside it, in every brand, in PowerPoint and in LibreOffice."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest

from deckgen.drawing.lines import RAISED
from deckgen.fonts.measure import Measurer
from deckgen.fonts.renderers import OFFICE_RAISED
from deckgen.overlay import OverlayWorld
from deckgen.pipeline import Pipeline
from deckgen.scene import Run, TextBox
from deckgen.worlds import DiskWorld
from tests.decks.library import TODAY
from tests.kinds.test_large_figures import measurer
from tests.support.tools import ROOT

BRANDS = ("cst", "cranmer", "plain")
OFF = 0.031
"""Em: what a sign may stand off the middle. A face's own place is kept up to there."""


@cache
def formula(brand: str, words: str) -> TextBox:
    """The formula of a slide that says these words."""
    slide = {"kind": "equation", "title": "A sum", "not": "less", "formula": words, "text": "It is more."}
    deck = {"title": "T", "brand": brand, "slides": [slide]}
    world = OverlayWorld({"decks/d.yaml": msgspec.json.encode(deck)}, below=DiskWorld(str(ROOT), today=TODAY))
    scene = Pipeline(world).compile("d", "full").scene
    assert scene is not None
    return next(node for node in scene.slides[0].nodes if isinstance(node, TextBox) and node.name == "formula")


def middle(measure: Measurer, box: TextBox, run: Run) -> float:
    found = measure.middle(run.text.strip()[0], box.style, bold=run.bold or box.style.bold)
    assert found is not None
    return found


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("words", ["A × B", "A + B", "H = E", "N − M", "H ÷ H"])
def test_a_sign_between_capitals_is_in_their_middle(brand: str, words: str) -> None:
    box, measure = formula(brand, words), measurer(brand)
    letters = [measure.middle(char, box.style, bold=box.style.bold) or 0 for char in (words[0], words[-1])]
    sign = next((run for run in box.paragraphs[0].runs if run.baseline), Run(words[2]))
    for shrunk in (RAISED, OFFICE_RAISED / 100):
        drawn = middle(measure, box, sign) * (shrunk if sign.baseline else 1) + sign.baseline / 100_000
        assert abs(drawn - sum(letters) / 2) < OFF


def test_only_the_sign_is_raised_and_no_word_changes() -> None:
    runs = formula("cranmer", "A × B").paragraphs[0].runs
    assert [(run.text, run.baseline > 0) for run in runs] == [("A ", False), ("×", True), (" B", False)]


def test_a_sign_that_stands_well_keeps_its_size() -> None:
    assert [run.baseline for run in formula("plain", "A × B").paragraphs[0].runs] == [0]
    assert [run.baseline for run in formula("cst", "a × o").paragraphs[0].runs] == [0]


def test_what_an_author_has_raised_stays_so() -> None:
    assert [run.baseline for run in formula("cranmer", "A ^×^ B").paragraphs[0].runs] == [0, 30_000, 0]


def test_a_sign_with_nothing_beside_it_stays() -> None:
    assert [run.baseline for run in formula("cranmer", "×").paragraphs[0].runs] == [0]


def test_signs_side_by_side_look_past_no_sign() -> None:
    raised = [(run.text, run.baseline > 0) for run in formula("cranmer", "A + −B").paragraphs[0].runs]
    assert raised == [("A ", False), ("+", True), (" ", False), ("−", True), ("B", False)]
