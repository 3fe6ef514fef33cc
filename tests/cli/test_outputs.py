"""`deckgen build --to`: several formats, several files a deck, all by the rules that hold for a .pptx."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tracemalloc
from fnmatch import fnmatch
from pathlib import Path

import pypdfium2
import pytest

import deckgen as package
from deckgen.write.formats import FORMATS, SUFFIXES
from tests.cli.conftest import Deckgen
from tests.support.tools import LIMIT, ROOT

SLIDES = ["01-welcome.titles", "02-points.titles"]
SIMPLE = ["--to", "titles", "-a", "full"]


def there(project: Path, pattern: str = "build/talk/**/*.*") -> list[str]:
    return sorted(path.relative_to(project / "build/talk").as_posix() for path in project.glob(pattern))


def pictures(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "build/talk/talk.slides").glob("*"))


def records(project: Path) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = json.loads((project / "build/.deckgen.json").read_text())["outputs"]
    return found


def write(project: Path, name: str, text: str) -> None:
    (project / name).write_text(text, encoding="utf-8")


def without_points(project: Path) -> None:
    deck = (project / "decks/talk.yaml").read_text(encoding="utf-8")
    write(project, "decks/talk.yaml", deck.replace("  - use: points\n    except: [staff]\n", ""))


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        (["--to", "pptx"], ["talk.pptx"]),
        (["--to", "pptx,script"], ["talk.pptx", "talk.script.docx", "talk.script.md"]),
        (["--to", "script", "-t", "pptx"], ["talk.pptx", "talk.script.docx", "talk.script.md"]),
        (["--to", " Script , pptx,"], ["talk.pptx", "talk.script.docx", "talk.script.md"]),
    ],
)
def test_outputs_may_be_repeated_and_listed(project: Path, deckgen: Deckgen, asked: list[str], made: list[str]) -> None:
    assert deckgen("build", "-a", "full", *asked).code == 0
    assert there(project, "build/talk/*.*") == made


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("pfd", 'there is no output "pfd"; did you mean "pdf"?'),
        ("pptx,handouts", 'did you mean "handout"?'),
        ("powerpoint", 'did you mean "pptx"?'),
        ("jpg", 'did you mean "png"?'),
        ("banana", "known here: all, handout, html, notes, pdf, png, pptx, script, svg"),
        (",", "name an output: pptx, pdf, png, svg, html, notes, handout, script or all"),
        ("", "name an output"),
    ],
)
def test_an_unknown_output_is_wrong_usage_and_nothing_is_written(
    project: Path, deckgen: Deckgen, asked: str, said: str
) -> None:
    ran = deckgen("build", "--to", asked)
    assert (ran.code, ran.out) == (2, "") and said in ran.err
    assert not (project / "build/talk").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--width", "800"], "say --to png as well"),
        (["--to", "png", "--width", "3"], "16<=x<=16384"),
        (["--per-page", "2"], "say --to handout as well"),
        (["--to", "pdf", "--no-notes"], "say --to html as well"),
        (["--to", "handout", "--per-page", "4"], "'4' is not one of '2', '3', '6'"),
    ],
)
def test_options_of_outputs_that_arent_asked_for_are_wrong_usage(
    project: Path, deckgen: Deckgen, asked: list[str], said: str
) -> None:
    ran = deckgen("build", *asked)
    assert ran.code == 2 and said in ran.err


def test_the_help_tells_every_output(deckgen: Deckgen) -> None:
    told = deckgen("build", "--help").out
    for name, suffixes in SUFFIXES.items():
        assert f"\n    {name:7}  {suffixes[0]}" in told, name


def test_each_slides_file_is_made_when_the_one_before_is_on_the_disk(
    project: Path, deckgen: Deckgen, titles: list[str]
) -> None:
    assert deckgen("build", *SIMPLE).code == 0
    assert titles == ["welcome", "points"]
    assert pictures(project) == SLIDES
    assert (project / "build/talk/talk.slides/02-points.titles").read_bytes().startswith(b"Two things ")
    assert list(records(project)) == [f"talk/talk.slides/{name}" for name in SLIDES]


def test_what_went_in_is_said_once_for_all_files_of_a_format(project: Path, deckgen: Deckgen, titles: object) -> None:
    deckgen("build", *SIMPLE)
    first, second = records(project).values()
    assert set(first["inputs"]) == {"decks/talk.yaml", "slides/points.yaml", "slides/welcome.yaml"}  # type: ignore[call-overload]
    assert second["inputs"] == {} and first["format"] == second["format"] == "titles"


def test_pictures_of_slides_are_told_in_a_line(project: Path, deckgen: Deckgen, titles: object) -> None:
    lines = deckgen("build", *SIMPLE).out.splitlines()
    assert lines[0].split(maxsplit=2) == ["written", "build/talk/talk.slides/*.titles", "2 slides"]
    assert lines[1].startswith("1 deck in") and lines[1].endswith("2 written")
    assert deckgen("build", *SIMPLE).out.split(maxsplit=2)[:2] == ["unchanged", "build/talk/talk.slides/*.titles"]
    write(project, "slides/points.yaml", "kind: points\ntitle: Three things\npoints:\n  - One\n  - Two\n")
    assert "build/talk/talk.slides/*.titles  1 of 2 slides" in deckgen("build", *SIMPLE).out


def test_programs_are_told_every_file(project: Path, deckgen: Deckgen, titles: object) -> None:
    account = deckgen("build", "-a", "full", "--to", "pptx,titles", "--format", "json").json
    assert [(entry["format"], entry["path"], entry["status"]) for entry in account["outputs"]] == [
        ("pptx", "build/talk/talk.pptx", "written"),
        ("titles", "build/talk/talk.slides/01-welcome.titles", "written"),
        ("titles", "build/talk/talk.slides/02-points.titles", "written"),
    ]


def test_what_a_format_says_counts_once_a_run(project: Path, deckgen: Deckgen, titles: object) -> None:
    ran = deckgen("build", "--to", "titles")
    assert ran.code == 0 and ran.err.count("warning[plain-titles]") == 1 and "1 warning" in ran.err
    assert deckgen("build", "--to", "titles", "--strict").code == 1


def test_a_deck_with_mistakes_is_written_in_no_format(project: Path, deckgen: Deckgen, titles: list[str]) -> None:
    write(project, "slides/points.yaml", "kind: pionts\n")
    ran = deckgen("build", "-a", "full", "--to", "pptx,script,titles")
    assert ran.code == 1 and titles == [] and there(project) == []
    assert ran.out.splitlines()[:-1] == ["failed     build/talk/talk.pptx  and 3 more files"]
    assert ran.out.endswith(": 1 failed\n")
    account = deckgen("build", "-a", "full", "--to", "pptx,script,titles", "--format", "json").json
    assert [(entry["status"], entry["path"]) for entry in account["outputs"]] == [
        ("failed", "build/talk/talk.pptx"),
        ("failed", "build/talk/talk.script.md"),
        ("failed", "build/talk/talk.script.docx"),
        ("failed", "build/talk/talk.slides/*.titles"),
    ]


def test_old_files_of_a_failed_deck_stay_and_are_told_in_every_format(
    project: Path, deckgen: Deckgen, titles: object
) -> None:
    deckgen("build", "-a", "full", "--to", "pptx,titles")
    before = {path: path.read_bytes() for path in project.glob("build/talk/**/*.*") if path.is_file()}
    write(project, "slides/points.yaml", "kind: pionts\n")
    ran = deckgen("build", "-a", "full")
    assert "stale      build/talk/talk.pptx  is from an earlier build" in ran.out
    assert "stale      build/talk/talk.slides/*.titles  2 files from an earlier build" in ran.out
    assert before == {path: path.read_bytes() for path in before}
    assert all(record["stale"] for record in records(project).values())
    entries = deckgen("build", "-a", "full", "--to", "pptx,titles", "--format", "json").json["outputs"]
    assert sum(len(entry["stale"]) for entry in entries) == 3


def test_one_format_leaves_the_others_alone(project: Path, deckgen: Deckgen, titles: object) -> None:
    deckgen("build")
    before = {path: path.stat().st_mtime_ns for path in project.glob("build/talk/*.pptx")}
    write(project, "slides/points.yaml", "kind: points\ntitle: Three things\npoints:\n  - One\n  - Two\n")
    ran = deckgen("build", "--to", "titles")
    assert ran.code == 0 and "removed" not in ran.out
    assert before == {path: path.stat().st_mtime_ns for path in before} and len(before) == 3


def test_the_file_of_a_slide_that_was_taken_out_goes(project: Path, deckgen: Deckgen, titles: object) -> None:
    deckgen("build", *SIMPLE)
    without_points(project)
    ran = deckgen("build", *SIMPLE)
    assert pictures(project) == ["01-welcome.titles"]
    assert "removed    build/talk/talk.slides/02-points.titles  is no longer made" in ran.out


def test_a_slide_in_another_place_leaves_nothing_behind(project: Path, deckgen: Deckgen, titles: object) -> None:
    deckgen("build", *SIMPLE)
    write(project, "decks/talk.yaml", "title: A talk\nbrand: plain\nslides:\n  - use: points\n  - use: welcome\n")
    ran = deckgen("build", *SIMPLE)
    assert pictures(project) == ["01-points.titles", "02-welcome.titles"]
    assert "removed    build/talk/talk.slides/*.titles  2 files are no longer made" in ran.out


def test_a_picture_of_a_slide_that_was_drawn_upon_is_kept(project: Path, deckgen: Deckgen, titles: object) -> None:
    deckgen("build", *SIMPLE)
    drawn = project / "build/talk/talk.slides/02-points.titles"
    drawn.write_bytes(b"with an arrow")
    write(project, "slides/welcome.yaml", "kind: cover\ntitle: Hello you\n")
    write(project, "slides/points.yaml", "kind: points\ntitle: Three things\npoints:\n  - One\n  - Two\n")
    ran = deckgen("build", *SIMPLE)
    assert ran.code == 1 and drawn.read_bytes() == b"with an arrow"
    assert "02-points.titles has been edited since deckgen wrote it" in ran.err
    assert "refused    build/talk/talk.slides/02-points.titles" in ran.out and "1 of 2 slides" in ran.out
    without_points(project)
    ran = deckgen("build", *SIMPLE)
    assert "kept       build/talk/talk.slides/02-points.titles" in ran.out and drawn.exists()
    assert deckgen("build", *SIMPLE).code == 0 and drawn.exists()


def test_all_formats_of_a_deck_that_is_gone_go(project: Path, deckgen: Deckgen, titles: object) -> None:
    deckgen("build", "--to", "pptx,titles")
    (project / "decks/talk.yaml").rename(project / "decks/speech.yaml")
    deckgen("build")
    assert not (project / "build/talk").exists()


def test_a_deck_in_the_folder_of_anothers_slides_is_told(project: Path, deckgen: Deckgen, titles: object) -> None:
    (project / "decks/talk").mkdir()
    write(project, "decks/talk/Talk.slides.yaml", "title: Other\nbrand: plain\nslides: [{use: welcome}]\n")
    assert deckgen("build").code == 0
    ran = deckgen("build", "--to", "titles")
    assert ran.code == 1 and "would be written twice" in ran.err and "rename one of the decks" in ran.err


def test_hidden_slides_are_there_for_the_format_to_say(project: Path, deckgen: Deckgen, titles: object) -> None:
    write(project, "slides/points.yaml", "kind: points\nhidden: true\ntitle: Two\npoints:\n  - One\n  - Two\n")
    deckgen("build", *SIMPLE)
    assert (project / "build/talk/talk.slides/02-points.titles").read_bytes().startswith(b"Two (hidden)")


def test_a_format_has_the_decks_date_else_that_of_the_environment(
    project: Path, deckgen: Deckgen, titles: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    deckgen("build", *SIMPLE)
    assert b"1767225600" in (project / "build/talk/talk.slides/01-welcome.titles").read_bytes()


def test_a_folder_that_may_not_be_written_into_is_told_once_a_format(
    project: Path, deckgen: Deckgen, titles: list[str]
) -> None:
    (project / "build/talk").mkdir(parents=True)
    write(project, "build/talk/talk.slides", "a file")
    ran = deckgen("build", "-a", "full", "--to", "pptx,titles")
    assert ran.code == 1 and ran.err.count("build/talk/talk.slides is a file, not a folder") == 1
    assert there(project, "build/talk/*.pptx") == ["talk.pptx"]


def test_long_decks_take_no_more_memory_than_short_ones(project: Path, deckgen: Deckgen, titles: list[str]) -> None:
    def peak(slides: int, width: int) -> int:
        entries = "".join(f"  - {{use: points, id: p{n}}}\n" for n in range(slides))
        write(project, "decks/talk.yaml", f"title: A talk\nbrand: plain\nslides:\n{entries}")
        compiled = package.open_folder(str(project))
        deck = compiled.compile("talk")
        tracemalloc.start()
        for _ in compiled.write(deck, "titles", width=width):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(400, 100_000) < peak(10, 100_000) + 1_000_000


def test_python_gets_the_files(project: Path, titles: object) -> None:
    opened = package.open_folder(str(project))
    compiled = opened.compile("talk", "full")
    [deck] = opened.write(compiled)
    assert (deck.suffix, deck.data) == (".pptx", compiled.data)
    files = list(opened.write(compiled, "titles", width=10))
    assert [file.suffix for file in files] == [f".slides/{name}" for name in SLIDES]
    assert files[0].data == b"Hello 315532800\n.........."
    with pytest.raises(KeyError):
        opened.write(compiled, "pfd")
    write(project, "slides/points.yaml", "kind: pionts\n")
    again = package.open_folder(str(project))
    with pytest.raises(ValueError, match="errors"):
        again.write(again.compile("talk", "full"))
    assert not (project / "build/talk").exists()


def test_shells_complete_outputs() -> None:
    environment = dict(os.environ, PYTHONPATH=str(ROOT), _DECKGEN_COMPLETE="bash_complete", COMP_CWORD="3")
    command = [sys.executable, "-c", "from deckgen.cli.main import main; main()"]
    said = subprocess.run(
        command, env=environment | {"COMP_WORDS": "deckgen build --to pdf,h"}, capture_output=True, text=True
    )
    assert said.stdout.split() == ["plain,pdf,html", "plain,pdf,handout"]


def test_pictures_may_be_as_wide_as_can_be_drawn() -> None:
    from deckgen.cli.outputs import WIDTHS
    from deckgen.write.png import NARROWEST, WIDEST

    assert (NARROWEST, WIDEST) == WIDTHS


def test_every_format_has_a_package_and_a_suffix() -> None:
    assert {"pptx", *FORMATS} == set(SUFFIXES)


def built(project: Path, out: str) -> dict[str, bytes]:
    """Every file of the deck for everybody, by its path."""
    folder = project / out
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "talk").rglob("*"))
        if path.is_file()
    }


def test_every_format_has_the_files_it_is_said_to_have_and_the_same_bytes_again(
    project: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["build", "-a", "full", "--to", "all", "--width", "320", "--strict"]
    ran = deckgen(*asked, "--out", "one")
    assert (ran.code, ran.err) == (0, "")
    one = built(project, "one")
    for name, suffixes in SUFFIXES.items():
        for suffix in suffixes:
            found = [path for path in one if fnmatch(path, f"talk/talk{suffix}")]
            assert len(found) == (2 if "*" in suffix else 1), name
    assert len(one) == 11
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    assert deckgen(*asked, "--out", "two/deep").code == 0
    assert built(project, "two/deep") == one
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert deckgen(*asked, "--out", "three").code == 0
    dated = built(project, "three")
    changed = {path for path in one if dated[path] != one[path]}
    assert changed >= {"talk/talk.pptx", "talk/talk.pdf", "talk/talk.notes.pdf", "talk/talk.handout.pdf"}
    assert not any(path.endswith((".png", ".svg")) for path in changed)


def test_a_hidden_slide_is_drawn_and_not_printed(project: Path, deckgen: Deckgen) -> None:
    write(project, "slides/points.yaml", "kind: points\nhidden: true\ntitle: Two\npoints:\n  - One\n  - Two\n")
    assert deckgen("build", "-a", "full", "--to", "pdf,svg,png", "--width", "320").code == 0
    names = ["01-welcome.png", "01-welcome.svg", "02-points.png", "02-points.svg"]
    assert pictures(project) == names
    assert len(pypdfium2.PdfDocument(project / "build/talk/talk.pdf")) == 1


def test_ctrl_c_among_pictures_leaves_whole_ones_that_the_next_build_knows(project: Path) -> None:
    slides = "\n".join(f"  - {{use: points, id: p{n}}}" for n in range(300))
    write(project, "decks/talk.yaml", f"title: Talk\nbrand: plain\nslides:\n{slides}\n")
    command = [sys.executable, "-m", "deckgen", "build", "--to", "pptx,svg"]
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    running = subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    assert running.stdout is not None and running.stdout.readline().startswith("written")
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=LIMIT)
    assert running.returncode == 130 and "Stopped." in out and "Traceback" not in err
    assert not list(project.rglob("*.tmp"))
    whole = list((project / "build/talk/talk.slides").glob("*"))
    assert len(whole) < 300 and all(path.read_bytes().rstrip().endswith(b"</svg>") for path in whole)
    again = subprocess.run(command, cwd=project, capture_output=True, text=True, env=environment, timeout=LIMIT)
    assert again.returncode == 0 and len(pictures(project)) == 300


def test_an_audience_that_is_called_as_a_format_clashes_only_with_that(project: Path, deckgen: Deckgen) -> None:
    deck = "title: A talk\nbrand: plain\naudiences: {script: {}, notes: {}}\nslides: [{use: welcome}]\n"
    write(project, "decks/talk.yaml", deck)
    assert deckgen("build", "--to", "pptx,script").code == 0
    ran = deckgen("build", "--to", "pdf,notes")
    assert ran.code == 1 and '"talk/talk.notes.pdf" would be written twice' in ran.err
