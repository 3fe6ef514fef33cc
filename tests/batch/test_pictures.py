"""Rows whose decks are drawn as well: a picture of each slide, in a folder of the row's."""

from __future__ import annotations

import zipfile
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.batch.project import make_project
from tests.cli.test_rows import build

DRAWN = ("--to", "pptx,png", "--width", "320")


def drawn(project: Path, *options: str) -> CompletedProcess[str]:
    return build(project, "talk", "--rows", "schools.csv", "--by", "{{ phase }}", "-j", "1", *options)


def files(project: Path, ending: str) -> list[str]:
    folder = project / "build/talk"
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob(f"*.{ending}"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = make_project(tmp_path, 2, lines="900,Oak,special,80,\n")
    assert "3 written" in drawn(project, *DRAWN).stdout
    return project


def test_rows_with_pictures_are_built_once_and_again_when_a_slide_changes(project: Path) -> None:
    done = drawn(project, *DRAWN, "--explain-rebuild")
    assert "talk: 0 rows are built" in done.stdout and "3 unchanged" in done.stdout
    (project / "slides/common.yaml").write_text("kind: points\ntitle: Anew\npoints: [One, Two]\n")
    done = drawn(project, *DRAWN)
    assert (done.returncode, "3 written" in done.stdout, "removed" in done.stdout) == (0, True, False)


def test_the_picture_of_a_slide_that_is_no_more_goes(project: Path) -> None:
    deck = project / "decks/talk.yaml"
    deck.write_text(deck.read_text().replace("  - use: common\n", ""))
    assert drawn(project, *DRAWN).returncode == 0
    assert [name for name in files(project, "png") if name.startswith("primary/100.")] == [
        "primary/100.slides/01-cover.png", "primary/100.slides/02-figures.png"
    ]  # fmt: skip
    assert "talk: 0 rows are built" in drawn(project, *DRAWN, "--explain-rebuild").stdout


def test_a_picture_that_was_edited_is_known_as_that_until_it_is_overwritten(project: Path) -> None:
    edited = project / "build/talk/primary/100.slides/02-common.png"
    edited.write_bytes(b"edited")
    (project / "slides/common.yaml").write_text("kind: points\ntitle: Anew\npoints: [One, Two]\n")
    for _ in range(2):
        done = drawn(project, *DRAWN)
        assert (done.returncode, "100.slides/02-common.png has been edited" in done.stderr) == (1, True)
        assert edited.read_bytes() == b"edited"
    assert drawn(project, *DRAWN, "--force").returncode == 0
    assert edited.read_bytes() != b"edited"


def test_pictures_go_with_their_row(project: Path) -> None:
    make_project(project, 1)
    assert drawn(project, *DRAWN).returncode == 0
    assert {name.partition(".")[0] for name in (*files(project, "png"), *files(project, "pptx"))} == {"primary/100"}


def test_what_was_built_in_another_format_is_still_known(project: Path) -> None:
    (project / "slides/common.yaml").write_text("kind: points\ntitle: Anew\npoints: [One, Two]\n")
    assert drawn(project).returncode == 0
    done = drawn(project, *DRAWN)
    assert done.returncode == 0, done.stderr
    assert len(files(project, "png")) == 9


@pytest.mark.parametrize("by", [(), ("--by", "{{ phase }}")])
def test_archives_hold_each_rows_pictures_in_its_folder(by: tuple[str, ...], tmp_path: Path) -> None:
    project = make_project(tmp_path, 2)
    done = build(project, "talk", "--rows", "schools.csv", "-j", "1", *DRAWN, *by, "--zip")
    assert (done.returncode, done.stderr) == (0, "")
    (archive,) = (project / "build/talk").glob("*.zip")
    assert archive.stem == ("primary" if by else "talk")
    with zipfile.ZipFile(archive) as held:
        names = held.namelist()
    assert len(set(names)) == len(names) == 8
    assert "100.pptx" in names and "101.slides/01-cover.png" in names
