"""Commands that show one deck, of a deck that is built for rows: list, explain, render."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.batch.project import make_project
from tests.cli.conftest import Deckgen


@pytest.fixture
def rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of a deck with three rows, one of them for governors; entered."""
    project = make_project(tmp_path / "rows", 2, lines="900,Oak & Ash,special,80,governors\n")
    deck = project / "decks/talk.yaml"
    deck.write_text("rows: schools.csv\n" + deck.read_text())
    monkeypatch.chdir(project)
    return project


def test_list_counts_rows_and_their_audiences(rows: Path, deckgen: Deckgen) -> None:
    told = deckgen("list").out
    assert "a deck for each of 3 rows of schools.csv: full 2, governors 1" in told
    assert "whose columns are urn, school, phase, pupils, audience\n" in told
    found = deckgen("list", "--format", "json").json["decks"][0]["rows"]
    assert found.pop("columns") == ["urn", "school", "phase", "pupils", "audience"]
    assert found == {"file": "schools.csv", "wanted": 3, "audiences": {"full": 2, "governors": 1}}


def test_list_says_that_rows_cannot_be_read(rows: Path, deckgen: Deckgen) -> None:
    (rows / "schools.csv").unlink()
    ran = deckgen("list")
    assert ran.code == 1 and "schools.csv" in ran.err and "decks/talk.yaml:1" in ran.err
    assert "columns" not in ran.out


def test_explain_tells_the_column_that_speaks_for_an_empty_one(rows: Path, deckgen: Deckgen) -> None:
    (rows / "slides/common.yaml").write_text("kind: points\ntitle: '{{ phase | or: school }}'\npoints: [One, Two]\n")
    told = [line.split()[1] for line in deckgen("explain", "talk", "common").out.splitlines() if line.startswith("{{")]
    assert told == ["phase", "school"]


@pytest.mark.parametrize("said", ["3", "urn=900", "school=Oak & Ash"])
def test_explain_tells_what_the_row_gives_and_where(rows: Path, deckgen: Deckgen, said: str) -> None:
    told = [
        " ".join(line.split()) for line in deckgen("explain", "talk", "-s", "figures", "--row", said).out.splitlines()
    ]
    assert "{{ pupils }} 80 row schools.csv:4:1" in told
    assert "{{ row.phase }} special row schools.csv:4:1" in told
    assert deckgen("explain", "talk", "-s", "governing", "--row", said).code == 0  # it is for governors


def test_what_is_set_lies_over_the_row(rows: Path, deckgen: Deckgen) -> None:
    ran = deckgen("explain", "talk", "-s", "figures", "--set", "pupils=7")
    assert "{{ pupils }} 7 --set" in [" ".join(line.split()) for line in ran.out.splitlines()]


def test_render_shows_the_slide_for_a_row(rows: Path, deckgen: Deckgen) -> None:
    for said, words in ((("--row", "urn=900"), "Oak &amp; Ash"), ((), "School 0")):
        assert deckgen("render", "talk/cover", "-o", "x.svg", *said).code == 0
        assert words in (rows / "x.svg").read_text()
    assert deckgen("render", "talk/governing", "-o", "x.svg", "--row", "3").code == 0


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("77", "there is no row 77 in schools.csv"),
        ("urm=900", 'did you mean "urn"?'),
        ("urn=77", "there is no row urn=77"),
        ("oak", '"oak" is no row: say --row 17, or --row urn=…'),
    ],
)
def test_a_row_that_is_not_there_is_wrong_usage(rows: Path, deckgen: Deckgen, said: str, answer: str) -> None:
    ran = deckgen("render", "talk/cover", "--row", said)
    assert ran.code == 2 and answer in ran.err


def test_a_deck_without_rows_has_no_row(project: Path, deckgen: Deckgen) -> None:
    ran = deckgen("explain", "talk", "-s", "welcome", "--row", "3")
    assert ran.code == 2 and "not built for rows" in ran.err


def git(project: Path, *arguments: str) -> None:
    said = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *said, *arguments], cwd=project, check=True, capture_output=True)


def test_diff_compares_a_row_with_itself_in_another_revision(rows: Path, deckgen: Deckgen) -> None:
    git(rows, "init", "-q")
    git(rows, "add", ".")
    git(rows, "commit", "-qm", "First")
    schools = rows / "schools.csv"
    schools.write_text(
        "urn,school,phase,pupils,audience\n"
        + "".join(schools.read_text().replace(",80,", ",90,").splitlines(True)[:0:-1])
    )
    told = deckgen("diff", "talk", "--row", "urn=900").out
    assert "[-80-] {+90+} pupils" in told and "1 slide changed" in told and "for governors" in told
    assert deckgen("diff", "talk", "--row", "urn=100").out.count("changed") == 0
    assert "there is no row 77" in deckgen("diff", "talk", "--row", "77").err


def test_diff_wants_a_row(rows: Path, deckgen: Deckgen) -> None:
    git(rows, "init", "-q")
    git(rows, "add", ".")
    git(rows, "commit", "-qm", "First")
    ran = deckgen("diff", "talk")
    assert ran.code == 2 and "talk is built for rows; say which is to be compared" in ran.err
