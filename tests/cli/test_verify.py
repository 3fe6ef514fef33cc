"""`deckgen verify`: files looked into, whoever wrote them."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

from tests.cli.conftest import Deckgen


def test_what_deckgen_builds_is_sound(project: Path, deckgen: Deckgen) -> None:
    deckgen("build")
    ran = deckgen("verify", "--strict", *map(str, sorted(project.glob("build/talk/*.pptx"))))
    assert ran.code == 0 and ran.out.count(": sound") == 3


def test_a_fault_is_named_with_its_part(project: Path, deckgen: Deckgen) -> None:
    deckgen("build")
    with zipfile.ZipFile("build/talk/talk.pptx") as sound, zipfile.ZipFile("bad.pptx", "w") as bad:
        for name in sound.namelist():
            if name != "ppt/theme/theme1.xml":
                bad.writestr(name, sound.read(name))
    ran = deckgen("verify", "bad.pptx")
    assert ran.code == 1 and "error[" in ran.out and "theme1.xml" in ran.out
    assert ran.out.splitlines()[0] == f"bad.pptx: {ran.out.count('error[')} errors"
    (entry,) = deckgen("verify", "bad.pptx", "--format", "json").json["files"]
    assert entry["findings"][0]["severity"] == "error"


def test_warnings_alone_end_with_0_and_are_called_so(project: Path, deckgen: Deckgen) -> None:
    deckgen("build", "-a", "full")
    with zipfile.ZipFile("build/talk/talk.pptx") as sound, zipfile.ZipFile("folders.pptx", "w") as made:
        for name in sound.namelist():
            made.writestr(name, sound.read(name))
        made.writestr("ppt/", b"")
    ran = deckgen("verify", "folders.pptx")
    assert ran.code == 0 and ran.out.startswith("folders.pptx: 1 warning\n  warning[folder-entry]")
    assert deckgen("verify", "folders.pptx", "--strict").code == 1
    assert deckgen("verify", "folders.pptx", "--format", "json").code == 0


def test_what_is_no_deck_is_told_in_a_line_each(tmp_path: Path, deckgen: Deckgen) -> None:
    (tmp_path / "text.pptx").write_text("not a deck")
    os.mkfifo(tmp_path / "pipe.pptx")
    paths = [str(tmp_path / name) for name in ("text.pptx", "pipe.pptx", "absent.pptx")]
    ran = deckgen("verify", *paths, str(tmp_path), "/dev/zero")
    assert ran.code == 1
    assert ran.out.count("\n") == 2 and "error[not-a-package]" in ran.out
    assert ran.err.count("can't be read") == 4


def test_without_a_file_it_is_wrong_usage(deckgen: Deckgen) -> None:
    assert deckgen("verify").code == 2
