"""Text as glyphs to be drawn, and how it comes to the width that the drawing says."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.fonts.shaper import LEAST, Fit, Setting, Shaper, fit, placed, steps
from tests.support.tools import ROOT

FILES: Path = ROOT / "deckgen" / "fonts" / "files"


@pytest.fixture(scope="module")
def sans() -> Shaper:
    return Shaper((FILES / "carlito" / "Carlito-Regular.ttf").read_bytes())


@pytest.fixture(scope="module")
def arabic() -> Shaper:
    return Shaper((FILES / "noto-sans-arabic" / "NotoSansArabic-Regular.ttf").read_bytes())


def test_pairs_are_kerned_unless_nobody_kerns_them(sans: Shaper) -> None:
    alone = sum(sans.ems(sans.shape(letter)) for letter in "AVAT")
    assert sans.ems(sans.shape("AVAT", Setting(kerned=False))) == pytest.approx(alone)
    assert sans.ems(sans.shape("AVAT")) < alone - 0.05


def test_letters_are_joined_where_it_is_asked_for(sans: Shaper) -> None:
    assert len(sans.shape("titi")) == 4
    assert len(sans.shape("titi", Setting(ligatures=True))) == 2


def test_a_letter_and_its_marks_are_one_cluster_with_one_gap(sans: Shaper) -> None:
    clusters = sans.shape("q\u0301u")
    assert [cluster.text for cluster in clusters] == ["q\u0301", "u"] and steps(clusters) == 2
    assert len(list(placed(clusters[0]))) == 2


def test_what_runs_to_the_left_comes_as_it_stands(arabic: Shaper) -> None:
    clusters = arabic.shape("\u0633\u0644\u0627\u0645", Setting(rtl=True))
    assert "".join(cluster.text for cluster in clusters[::-1]) == "\u0633\u0644\u0627\u0645"


def test_a_little_is_spaced_and_much_is_stretched() -> None:
    assert fit("word", 100, 4, width=102, tracking=0) == Fit(0.5)
    assert fit("word", 100, 4, width=80, tracking=0) == Fit(0, 0.8)
    assert fit("word", 100, 4, width=140, tracking=5) == Fit(5, 1.2)


def test_letters_that_join_are_stretched_however_little_it_is() -> None:
    assert fit("\u0633\u0644\u0627\u0645", 100, 4, width=101, tracking=0) == Fit(0, 1.01)
    assert fit("\u6f22\u5b57", 100, 2, width=101, tracking=0) == Fit(0.5)


def test_what_has_hardly_any_room_stays_letters() -> None:
    spaced = fit("word", 100, 4, width=100 * LEAST / 2, tracking=0)
    assert spaced.stretch == 1 and 100 + 4 * spaced.spacing == pytest.approx(100 * LEAST / 2)
    assert fit("", 0, 0, width=10, tracking=0) == Fit()
