"""`deckgen build` of decks that have rows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.batch.project import make_project


def build(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "deckgen", "build", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=120)


def decks(project: Path) -> list[str]:
    return sorted(file.relative_to(project / "build").as_posix() for file in (project / "build").rglob("*.pptx"))


def test_rows_of_the_command_line_give_a_deck_each(tmp_path: Path) -> None:
    project = make_project(tmp_path, 3)
    done = build(project, "talk", "--rows", "schools.csv", "--name", "{{ urn }}-{{ school | slug }}", "-j", "2")
    assert (done.returncode, done.stderr) == (0, "")
    assert decks(project) == [f"talk/{100 + n}-school-{n}.pptx" for n in range(3)]
    assert "3 written" in done.stdout


def test_rows_of_the_deck_are_built_and_removed_with_it(tmp_path: Path) -> None:
    project = make_project(tmp_path, 3)
    deck = project / "decks/talk.yaml"
    deck.write_text("rows: {file: schools.csv, by: '{{ phase }}'}\n" + deck.read_text())
    assert build(project).returncode == 0
    assert decks(project) == [f"talk/primary/{100 + n}.pptx" for n in range(3)]
    rows = project / "schools.csv"
    rows.write_text("".join(rows.read_text().splitlines(keepends=True)[:-1]))
    done = build(project)
    assert done.returncode == 0
    assert decks(project) == ["talk/primary/100.pptx", "talk/primary/101.pptx"]
    assert "2 unchanged" in done.stdout


def test_a_bad_row_is_told_with_its_line_and_the_others_are_built(tmp_path: Path) -> None:
    project = make_project(tmp_path, 2, lines="900,Oak\n")
    done = build(project, "talk", "--rows", "schools.csv")
    assert done.returncode == 1
    assert "schools.csv:4" in done.stderr
    assert decks(project) == ["talk/100.pptx", "talk/101.pptx"]


def test_names_that_clash_stop_the_batch_before_it_begins(tmp_path: Path) -> None:
    project = make_project(tmp_path, 3)
    done = build(project, "talk", "--rows", "schools.csv", "--name", "{{ phase }}")
    assert done.returncode == 1
    assert not (project / "build").exists() or decks(project) == []


def test_options_of_rows_want_rows(tmp_path: Path) -> None:
    done = build(make_project(tmp_path, 3), "--where", "phase=primary")
    assert done.returncode == 2
    assert "none of these decks has rows" in done.stderr


def test_check_compiles_every_row_and_writes_nothing(tmp_path: Path) -> None:
    project = make_project(tmp_path, 2, lines=f"900,{'Oak ' * 200},special,80,\n")
    deck = project / "decks/talk.yaml"
    deck.write_text("rows: schools.csv\n" + deck.read_text())
    command = [sys.executable, "-m", "deckgen", "check"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert "too-long" in done.stderr
    assert "schools.csv:4" in done.stderr
    assert not (project / "build/talk").exists()


def test_what_is_the_same_for_every_row_is_told_once(tmp_path: Path) -> None:
    project = make_project(tmp_path, 4)
    (project / "slides/common.yaml").write_text("kind: points\ntitle: TODO\npoints: [One, Two]\n")
    done = build(project, "talk", "--rows", "schools.csv", "-j", "1")
    assert done.returncode == 0
    assert done.stderr.count("placeholder-text") == 1
    assert "(and for 3 other rows)" in done.stderr


def test_rows_are_told_to_programs(tmp_path: Path) -> None:
    done = build(make_project(tmp_path, 2), "talk", "--rows", "schools.csv", "--format", "json")
    rows = json.loads(done.stdout)["rows"]
    assert (rows["statuses"], rows["interrupted"], rows["removed"]) == ({"written": 2}, False, 0)
