"""`deckgen build --shard`: each part tells of its own rows."""

from __future__ import annotations

from pathlib import Path

from tests.batch.project import make_project
from tests.cli.test_rows import build, decks


def test_a_bad_row_is_told_by_the_shard_that_it_belongs_to(tmp_path: Path) -> None:
    lines = "900,Oak\n901,Elm,primary,80,nobody\n902,Fir,primary,80,\n,Yew,primary,80,\n"
    project = make_project(tmp_path, 2, lines=lines)
    told = []
    for number in range(1, 5):
        done = build(project, "talk", "--rows", "schools.csv", "-j", "1", "--shard", f"{number}/4")
        said = [code for code in ("ragged-row", "unknown-audience", "output-name") if f"error[{code}]" in done.stderr]
        told.append((done.returncode, said, "left out" in done.stdout))
    assert told == [
        (0, [], False),
        (1, ["output-name"], True),
        (1, ["ragged-row"], True),
        (1, ["unknown-audience"], True),
    ]
    assert decks(project) == ["talk/100.pptx", "talk/101.pptx", "talk/902.pptx"]
    done = build(project, "talk", "--rows", "schools.csv", "-j", "1", "--name", "{{ phase }}", "--shard", "4/4")
    assert done.returncode == 1 and "would be written twice" in done.stderr  # nothing is built in any


def test_a_shard_whose_every_row_is_bad_elsewhere_is_done(tmp_path: Path) -> None:
    project = make_project(tmp_path, 0, lines="900,Oak\n")
    assert build(project, "talk", "--rows", "schools.csv", "--shard", "1/2").returncode == 1
    done = build(project, "talk", "--rows", "schools.csv", "--shard", "2/2")
    assert (done.returncode, done.stderr) == (0, "")
