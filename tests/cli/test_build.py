"""`deckgen build`: files in their places, every end with its exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Deckgen
from tests.support.tools import ROOT

TALK = ["build/talk/talk.parents.pptx", "build/talk/talk.pptx", "build/talk/talk.staff.pptx"]


def built(project: Path) -> list[str]:
    return sorted(str(path.relative_to(project)) for path in project.rglob("*.pptx"))


def spoil(project: Path, name: str, text: str = "kind: pionts\n") -> None:
    (project / name).write_text(text, encoding="utf-8")


def test_every_deck_is_built_for_every_audience(project: Path, deckgen: Deckgen) -> None:
    ran = deckgen("build")
    assert (ran.code, ran.err) == (0, "")
    assert built(project) == TALK
    assert [line.split()[0] for line in ran.out.splitlines()[:3]] == ["written"] * 3
    assert "3 decks in" in ran.out


def test_one_audience_of_one_deck(project: Path, deckgen: Deckgen) -> None:
    assert deckgen("build", "talk", "--audience", "staff").code == 0
    assert built(project) == ["build/talk/talk.staff.pptx"]


def test_a_deck_may_be_named_by_its_file(project: Path, deckgen: Deckgen) -> None:
    assert deckgen("build", "decks/talk.yaml", "-a", "full").code == 0
    assert built(project) == ["build/talk/talk.pptx"]


def test_a_build_from_a_folder_of_the_project_builds_the_project(
    project: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "slides")
    assert deckgen("build").code == 0
    assert built(project) == TALK


def test_building_again_writes_nothing(project: Path, deckgen: Deckgen) -> None:
    deckgen("build")
    before = {path: path.stat().st_mtime_ns for path in project.glob("build/**/*.*")}
    ran = deckgen("build")
    assert [line.split()[0] for line in ran.out.splitlines()[:3]] == ["unchanged"] * 3
    assert {path: path.stat().st_mtime_ns for path in project.glob("build/**/*.*")} == before


def test_o_is_short_for_out(project: Path, deckgen: Deckgen) -> None:
    assert (
        deckgen("build", "-a", "full", "-o", "elsewhere").code == 0 and (project / "elsewhere/talk/talk.pptx").exists()
    )


def test_out_has_its_own_files_and_manifest(project: Path, deckgen: Deckgen) -> None:
    assert deckgen("build", "--out", "elsewhere/now").code == 0
    assert not (project / "build").exists() or not list((project / "build").rglob("*.pptx"))
    assert (project / "elsewhere/now/talk/talk.pptx").exists()
    assert (project / "elsewhere/now/.deckgen.json").exists()


def test_set_gives_a_variable_its_value(project: Path, deckgen: Deckgen) -> None:
    deckgen("build", "talk", "-a", "staff", "--out", "one")
    deckgen("build", "talk", "-a", "staff", "--out", "two", "--set", "what=you = me")
    one, two = ((project / out / "talk/talk.staff.pptx").read_bytes() for out in ("one", "two"))
    assert one != two


def test_a_variable_that_nothing_asks_for_is_wrong_usage(project: Path, deckgen: Deckgen) -> None:
    ran = deckgen("build", "--set", "waht=snow")
    assert ran.code == 2 and 'there is no variable "waht" in this project; did you mean "what"?' in ran.err
    assert built(project) == []


def test_a_variable_that_only_a_text_asks_for_may_be_set(project: Path, deckgen: Deckgen) -> None:
    spoil(project, "slides/welcome.yaml", "kind: cover\ntitle: Hello {{ town }}\n")
    assert deckgen("build", "--set", "town=Oldham").code == 0


def test_the_title_may_always_be_set(project: Path, deckgen: Deckgen) -> None:
    assert deckgen("build", "--set", "deck.title=Another title").code == 0


def test_a_value_that_no_slide_can_hold_is_told_with_its_variable(project: Path, deckgen: Deckgen) -> None:
    ran = deckgen("build", "--set", "what=a\x07b")
    assert ran.code == 1 and "--set what: the character U+0007 can't stand on a slide" in ran.err


def test_a_deck_with_mistakes_is_not_written_and_the_others_are(project: Path, deckgen: Deckgen) -> None:
    spoil(project, "decks/bad.yaml", "title: Bad\nbrand: plain\nslides:\n  - use: welcom\n")
    ran = deckgen("build")
    assert ran.code == 1
    assert built(project) == TALK
    assert "decks/bad.yaml:4:10" in ran.err and 'did you mean "welcome"?' in ran.err
    assert "failed     build/bad/bad.pptx" in ran.out and "1 failed" in ran.out


def test_a_deck_that_cannot_be_read_has_failed_for_the_audience_that_was_asked_for(
    project: Path, deckgen: Deckgen
) -> None:
    deckgen("build", "-a", "staff")
    (project / "decks/talk.yaml").write_text("title Talk\nbrand: plain\n")
    ran = deckgen("build", "-a", "staff")
    assert ran.code == 1 and ran.out.startswith("failed     build/talk/talk.staff.pptx\n")
    assert "talk.pptx" not in ran.out


def test_the_old_file_of_a_failed_deck_is_told_to_be_stale(project: Path, deckgen: Deckgen) -> None:
    deckgen("build")
    before = (project / "build/talk/talk.pptx").read_bytes()
    spoil(project, "slides/points.yaml")
    ran = deckgen("build")
    assert ran.code == 1
    assert "stale      build/talk/talk.pptx" in ran.out and "talk.staff.pptx  is from" not in ran.out
    assert (project / "build/talk/talk.pptx").read_bytes() == before


def test_all_mistakes_are_told_at_once_each_once(project: Path, deckgen: Deckgen) -> None:
    spoil(project, "slides/points.yaml", "kind: points\ntitel: Two\npoints: [One, Two]\n")
    spoil(project, "slides/welcome.yaml", "kind: cover\n")
    err = deckgen("build").err
    assert err.count('"titel"') == 1 and "slides/points.yaml:2:1" in err and "slides/welcome.yaml:1:7" in err


def test_an_edited_deck_is_refused_and_forced(project: Path, deckgen: Deckgen) -> None:
    deckgen("build")
    talk = project / "build/talk/talk.pptx"
    talk.write_bytes(b"edited")
    spoil(project, "slides/welcome.yaml", "kind: cover\ntitle: Hello again\n")
    ran = deckgen("build")
    assert ran.code == 1
    assert "build/talk/talk.pptx has been edited since deckgen wrote it" in ran.err and "--force" in ran.err
    assert talk.read_bytes() == b"edited"
    assert "refused    build/talk/talk.pptx" in ran.out and ran.out.count("written") == 3
    assert deckgen("build", "--force").code == 0
    assert talk.read_bytes() != b"edited"


def test_decks_no_longer_made_are_removed_by_a_whole_build_alone(project: Path, deckgen: Deckgen) -> None:
    deckgen("build")
    (project / "decks/talk.yaml").rename(project / "decks/speech.yaml")
    deckgen("build", "speech", "-a", "full")
    assert built(project) == sorted([*TALK, "build/speech/speech.pptx"])
    ran = deckgen("build")
    assert ran.out.count("removed") == 3
    assert built(project) == sorted(name.replace("talk", "speech") for name in TALK)


def test_nothing_of_a_deck_that_cant_be_read_is_removed(project: Path, deckgen: Deckgen) -> None:
    deckgen("build")
    spoil(project, "decks/talk.yaml", "title: [\n")
    assert deckgen("build").code == 1
    assert built(project) == TALK


def test_nothing_of_a_deck_whose_audiences_are_misspelt_is_removed(project: Path, deckgen: Deckgen) -> None:
    deckgen("build")
    spoil(project, "decks/talk.yaml", (project / "decks/talk.yaml").read_text().replace("audiences:", "audience:"))
    ran = deckgen("build")
    assert ran.code == 1 and 'did you mean "audiences"?' in ran.err and "1 error\n" in ran.err
    assert built(project) == TALK and ran.out.count("stale ") == 3
    ran = deckgen("build", "-a", "staff")
    assert ran.code == 1 and "1 error\n" in ran.err


def test_nothing_of_a_deck_with_an_audience_of_a_bad_name_is_removed(project: Path, deckgen: Deckgen) -> None:
    deckgen("build")
    spoil(project, "decks/talk.yaml", (project / "decks/talk.yaml").read_text().replace("staff: {}", "our staff: {}"))
    assert deckgen("build").code == 1
    assert built(project) == TALK


def test_a_deck_whose_file_cant_be_read_is_told_once(project: Path, deckgen: Deckgen) -> None:
    (project / "decks/talk.yaml").rename(project / "decks/con.yaml")
    assert "1 error\n" in deckgen("build").err


def test_files_with_another_ending_are_told(project: Path, deckgen: Deckgen) -> None:
    (project / "decks/talk.yaml").rename(project / "decks/talk.yml")
    ran = deckgen("build")
    assert ran.code == 1 and "rename decks/talk.yml to end in .yaml" in ran.err
    (project / "decks/other.yaml").write_text("title: A\nbrand: plain\nslides:\n  - use: welcome\n")
    ran = deckgen("build")
    assert ran.code == 0 and "warning[other-ending]: decks/talk.yml is not read" in ran.err


def test_numbers_are_told_as_one_speaks(project: Path, deckgen: Deckgen) -> None:
    ran = deckgen("build", "talk", "-a", "parents")
    assert "talk.parents.pptx  2 slides" in ran.out and "1 deck in" in ran.out
    spoil(project, "decks/one.yaml", "title: A\nbrand: plain\nslides:\n  - use: welcome\n")
    assert "one.pptx  1 slide\n" in deckgen("build", "one").out


def test_strict_fails_on_warnings(project: Path, deckgen: Deckgen) -> None:
    spoil(project, "slides/welcome.yaml", f"kind: cover\ntitle: {'Long words ' * 5}\n")
    assert deckgen("build").code == 0
    ran = deckgen("build", "--strict")
    assert ran.code == 1 and "warning[" in ran.err


def test_the_account_for_programs(project: Path, deckgen: Deckgen) -> None:
    spoil(project, "slides/points.yaml")
    account = deckgen("build", "--format", "json").json
    assert (account["command"], account["interrupted"], account["removed"]) == ("build", False, [])
    status = {entry["path"]: entry["status"] for entry in account["outputs"]}
    assert status == {
        "build/talk/talk.pptx": "failed",
        "build/talk/talk.parents.pptx": "failed",
        "build/talk/talk.staff.pptx": "written",
    }
    assert account["errors"] == 1 and account["diagnostics"][0]["file"] == "slides/points.yaml"


def test_wrong_names_are_wrong_usage(project: Path, deckgen: Deckgen) -> None:
    for arguments in (
        ["tlak"],
        ["talk", "-a", "parent"],
        ["--set", "novalue"],
        ["--format", "xml"],
        ["--nonsense"],
        ["--out", ""],
    ):
        ran = deckgen("build", *arguments)
        assert (ran.code, ran.out) == (2, ""), arguments
    assert 'did you mean "talk"?' in deckgen("build", "tlak").err
    assert 'did you mean "parents"?' in deckgen("build", "talk", "-a", "parent").err
    assert built(project) == []


def test_without_a_project_it_says_how_to_make_one(
    tmp_path: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = deckgen("build")
    assert ran.code == 2 and "deckgen new" in ran.err


def test_a_malformed_source_date_epoch_is_told(project: Path, deckgen: Deckgen, monkeypatch: object) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = "yesterday"
    try:
        ran = deckgen("build")
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
    assert ran.code == 2 and "SOURCE_DATE_EPOCH" in ran.err


def test_ctrl_c_leaves_whole_files_and_says_what_is_done(project: Path) -> None:
    slides = "\n".join(f"  - {{use: points, id: p{n}}}" for n in range(400))
    for number in range(9):
        spoil(project, f"decks/deck{number}.yaml", f"title: Talk {number}\nbrand: plain\nslides:\n{slides}\n")
    running = subprocess.Popen(
        [sys.executable, "-m", "deckgen", "build"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
    )
    assert running.stdout is not None
    first = running.stdout.readline()
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert first.startswith("written") and "Stopped." in out and "Traceback" not in err
    assert running.returncode == 130
    assert not list(project.rglob("*.tmp"))
    assert all(path.read_bytes()[-22:-18] == b"PK\x05\x06" for path in project.rglob("*.pptx"))
