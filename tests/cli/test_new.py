"""`deckgen new`: a project that builds clean, and touches nothing that is there."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from pptx import Presentation

from tests.cli.conftest import Deckgen


@pytest.fixture
def made(tmp_path: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    ran = deckgen("new", "my-talk")
    assert (ran.code, ran.err) == (0, "")
    assert "cd my-talk" in ran.out
    monkeypatch.chdir(tmp_path / "my-talk")
    return tmp_path / "my-talk"


def test_it_builds_without_a_warning(made: Path, deckgen: Deckgen) -> None:
    assert deckgen("check", "--strict").code == 0
    assert deckgen("build", "--strict").code == 0
    assert sorted(p.name for p in made.rglob("*.pptx")) == ["talk.pptx", "talk.trustees.pptx"]


def test_the_audience_really_differs(made: Path, deckgen: Deckgen) -> None:
    deckgen("build")
    full, trustees = (made / "build/talk" / name for name in ("talk.pptx", "talk.trustees.pptx"))
    assert full.read_bytes() != trustees.read_bytes()


def test_every_slide_is_used_and_every_file_teaches(made: Path, deckgen: Deckgen) -> None:
    assert "not used" not in deckgen("list").out
    for file in made.rglob("*.yaml"):
        assert "#" in file.read_text(encoding="utf-8"), file


def test_slides_are_signed_with_no_strangers_name(made: Path, deckgen: Deckgen) -> None:
    brand = made / "assets/brands/plain/brand.yaml"
    brand.write_text(brand.read_text().replace("[Your, organisation]", "[Ash Grove]"))
    assert deckgen("build").code == 0
    layouts = Presentation(str(made / "build/talk/talk.pptx")).slide_layouts
    words = {shape.text_frame.text for layout in layouts for shape in layout.shapes if shape.has_text_frame}
    assert "Ash Grove" in words and not any("Wren" in said for said in words)


def test_editors_are_shown_schemas_that_lie_there(made: Path) -> None:
    files = [*made.glob("decks/*.yaml"), *made.glob("slides/*.yaml"), *made.glob("assets/brands/*/brand.yaml")]
    assert len(files) >= 6
    for file in files:
        line = file.read_text(encoding="utf-8").partition("\n")[0]
        assert re.match(r"# yaml-language-server: \$schema=(\.\./)+schema/", line)
        assert (file.parent / line.partition("$schema=")[2]).is_file()


def test_what_is_built_is_left_to_git_to_ignore(made: Path) -> None:
    assert "/build/" in (made / ".gitignore").read_text(encoding="utf-8")


def test_an_empty_folder_will_do(tmp_path: Path, deckgen: Deckgen) -> None:
    (tmp_path / "empty").mkdir()
    assert deckgen("new", str(tmp_path / "empty")).code == 0


def test_whoever_stands_in_the_folder_is_not_sent_there(
    tmp_path: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = deckgen("new", ".")
    assert ran.code == 0 and "is in this folder" in ran.out and "cd " not in ran.out


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, deckgen: Deckgen) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/notes.txt").write_text("mine")
    ran = deckgen("new", str(tmp_path / "full"))
    assert ran.code == 1 and "holds files already" in ran.err
    assert os.listdir(tmp_path / "full") == ["notes.txt"]


def test_a_file_of_that_name_is_told_in_a_line(tmp_path: Path, deckgen: Deckgen) -> None:
    (tmp_path / "file").write_text("mine")
    ran = deckgen("new", str(tmp_path / "file"))
    assert ran.code == 1 and ran.err.count("\n") == 1


def test_a_place_that_cant_be_written_is_told_in_a_line(deckgen: Deckgen) -> None:
    ran = deckgen("new", "/proc/deckgen/talk")
    assert (
        ran.code == 1
        and ran.err.count("\n") == 1
        and ran.err.endswith(
            "talk can't be made: the system takes no files there; write somewhere else: deckgen new DIR\n"
        )
    )


def test_an_empty_name_is_wrong_usage(tmp_path: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert deckgen("new", "").code == 2
    assert list(tmp_path.iterdir()) == []
