"""The example of the docs: a deck for each of forty invented schools."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deckgen.verify import verify_package

EXAMPLE = Path(__file__).parents[2] / "examples/schools"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """The example's decks, built anew, and the account of it."""
    project = tmp_path_factory.mktemp("schools") / "project"
    shutil.copytree(EXAMPLE, project, ignore=shutil.ignore_patterns("build"))
    command = [sys.executable, "-m", "deckgen", "build", "--strict", "-j", "1", "--format", "json"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout
    return project / "build/your-school", json.loads(done.stdout)


def words(deck: Path) -> str:
    """All words of its slides, tables and charts left out."""
    return " ".join(
        s.text_frame.text for slide in Presentation(str(deck)).slides for s in slide.shapes if s.has_text_frame
    )


def chart(deck: Path) -> list[float]:
    """The numbers of its only chart."""
    charts = [s.chart for slide in Presentation(str(deck)).slides for s in slide.shapes if s.has_chart]
    assert len(charts) == 1
    return [float(value) for value in charts[0].plots[0].series[0].values]


def test_every_school_gets_its_deck_in_its_authoritys_folder(built: tuple[Path, Any]) -> None:
    folder, account = built
    assert account["rows"]["statuses"] == {"written": 40}
    assert account["diagnostics"] == []
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == [
        "Eastmere",
        "Northmoor",
        "Southgate",
        "Westford",
    ]
    assert len(list(folder.glob("*/*.pptx"))) == 40


def test_a_school_reads_its_name_its_figures_and_its_trusts_words(built: tuple[Path, Any]) -> None:
    deck = next(built[0].glob("*/900004-*.pptx"))
    told = words(deck)
    assert "St Mary’s and St John’s Church of England Primary School, Upper Wharfedale" in told
    assert "“A school keeps its name" in told and "Bright Water Trust" in told
    assert chart(deck) == [0.901, 0.925, 0.928]


def test_a_special_school_has_its_own_wording_and_a_nursery_no_attendance(built: tuple[Path, Any]) -> None:
    assert "mainstream schools that ask for your knowledge" in words(next(built[0].glob("*/900009-*.pptx")))
    nursery = next(built[0].glob("*/900008-*.pptx"))
    assert not any(s.has_chart for slide in Presentation(str(nursery)).slides for s in slide.shapes)
    assert "Heads of our partnership" in words(nursery)


@pytest.mark.parametrize("number", ["900002", "900004", "900005", "900006"])
def test_the_longest_the_shortest_and_other_alphabets_are_sound_packages(built: tuple[Path, Any], number: str) -> None:
    deck = next(built[0].glob(f"*/{number}-*.pptx"))
    assert list(verify_package(deck.read_bytes())) == []
