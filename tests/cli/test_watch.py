"""`deckgen build --watch`: real processes, real saves. Each test waits for what is said, never for a time."""

from __future__ import annotations

import json
import os
import shutil
import signal
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Deckgen
from tests.support.tools import ROOT
from tests.support.watching import Watching

READY = "Ctrl-C ends it"
POINTS = "kind: points\ntitle: {title}\npoints:\n  - One\n  - Two\n"


def write(project: Path, name: str, text: str) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def add_deck(project: Path, name: str, *slides: str) -> None:
    entries = "".join(f"  - use: {slide}\n" for slide in slides)
    write(project, f"decks/{name}.yaml", f"title: {name}\nbrand: plain\nslides:\n{entries}")


def picture(path: Path, color: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}")
    Image.new("RGB", (1920, 1080), color).save(beside)
    beside.replace(path)


def test_a_saved_slide_builds_the_decks_that_show_it_and_no_other(project: Path) -> None:
    add_deck(project, "other", "spare")
    with Watching(project, "--format", "text") as watching:
        watching.until(READY)
        before = (project / "build/talk/talk.pptx").read_bytes()
        write(project, "slides/points.yaml", POINTS.format(title="Three things"))
        said = watching.until("2 decks in")
        assert "slides/points.yaml changed" in said
        assert "written    build/talk/talk.pptx  2 slides" in said and "talk.parents.pptx" in said
        assert "talk.staff" not in said and "other" not in said
        assert (project / "build/talk/talk.pptx").read_bytes() != before


def test_a_slide_that_no_deck_uses_touches_none(project: Path) -> None:
    with Watching(project) as watching:
        watching.until(READY)
        write(project, "slides/spare.yaml", "kind: [\n")
        assert "written" not in watching.until("slides/spare.yaml changed; no deck is touched")


def test_every_way_that_editors_save_is_noticed(project: Path) -> None:
    slide = project / "slides/points.yaml"
    with Watching(project, "talk", "-a", "full") as watching:
        watching.until(READY)
        # A new file renamed over the old one: VS Code with atomic saves, most others.
        write(project, "slides/.points.yaml.swp", "not YAML: [")
        write(project, "slides/points.yaml", POINTS.format(title="Renamed over"))
        assert "written    build/talk/talk.pptx" in watching.until("1 deck in")
        # vim: the old one becomes a backup, a new one is written, the backup goes.
        os.rename(slide, project / "slides/points.yaml~")
        slide.write_text(POINTS.format(title="Written beside the backup"), encoding="utf-8")
        os.unlink(project / "slides/points.yaml~")
        assert "written" in _until_sound(watching)
        # In place.
        slide.write_text(POINTS.format(title="In place"), encoding="utf-8")
        assert "written" in _until_sound(watching)


def _until_sound(watching: Watching) -> str:
    """Until a deck is written; a half-saved file may have been seen before."""
    said = watching.until("written    build/talk/talk.pptx")
    watching.until("1 deck in")
    return said


def test_a_broken_edit_is_told_and_the_last_good_deck_stays_until_it_is_mended(project: Path) -> None:
    with Watching(project, "talk", "-a", "full") as watching:
        watching.until(READY)
        before = (project / "build/talk/talk.pptx").read_bytes()
        write(project, "slides/points.yaml", "kind: pionts\ntitle: Two\n")
        said = watching.until("1 deck in")
        assert "failed     build/talk/talk.pptx" in said and "stale      build/talk/talk.pptx" in said
        assert "slides/points.yaml:1:7" in said and 'did you mean "points"?' in said
        assert (project / "build/talk/talk.pptx").read_bytes() == before
        write(project, "slides/points.yaml", POINTS.format(title="Mended"))
        assert "written    build/talk/talk.pptx  2 slides, sound again" in watching.until("1 deck in")
        write(project, "decks/talk.yaml", "title: [\n")
        assert "failed" in watching.until("1 deck in")
        write(project, "decks/talk.yaml", "title: A talk\nbrand: plain\nslides:\n  - use: welcome\n")
        assert "written    build/talk/talk.pptx  1 slide, sound again" in watching.until("1 deck in")


def test_files_that_go_or_get_another_name_are_noticed(project: Path) -> None:
    with Watching(project, "talk", "-a", "full") as watching:
        watching.until(READY)
        (project / "slides/points.yaml").rename(project / "slides/things.yaml")
        said = watching.until("1 deck in")
        assert "slides/points.yaml is gone, slides/things.yaml is new" in said
        assert 'there is no slide "points"' in said
        shutil.copy(project / "slides/things.yaml", project / "slides/points.yaml")
        assert "sound again" in watching.until("1 deck in")
        (project / "slides/welcome.yaml").unlink()
        assert 'there is no slide "welcome"' in watching.until("1 deck in")


def test_decks_and_audiences_may_come_and_go(project: Path) -> None:
    with Watching(project) as watching:
        watching.until(READY)
        add_deck(project, "2026/other", "spare")
        said = watching.until("1 deck in")
        assert "written    build/2026/other/other.pptx" in said and "talk" not in said
        write(project, "slides/spare.yaml", "kind: quote\nquotation: “In a new folder.”\nsource: Somebody\n")
        assert "other.pptx" in watching.until("1 deck in")
        shutil.rmtree(project / "decks/2026")
        assert "removed    build/2026/other/other.pptx" in watching.until("is no longer made")
        text = (project / "decks/talk.yaml").read_text(encoding="utf-8")
        write(project, "decks/talk.yaml", text.replace("  staff: {}\n", "  heads: {}\n").replace("staff", "heads"))
        said = watching.until("3 decks in")
        assert "written    build/talk/talk.heads.pptx" in said and "removed    build/talk/talk.staff.pptx" in said


def test_pictures_data_and_facts_count_as_well_as_yaml(project: Path) -> None:
    write(project, "slides/seen.yaml", "kind: picture\ncaption: Seen\npicture: {file: photos/lake.png, alt: A lake}\n")
    write(project, "slides/sold.yaml", "kind: table\ntitle: Sold\nsource: A\ndata: {file: assets/data/sold.csv}\n")
    write(project, "slides/said.yaml", "kind: points\ntitle: Said\npoints: ['It is {{ fact.share }}', Two]\n")
    write(project, "assets/data/sold.csv", "What,Number\nPens,4\nPads,5\n")
    for name in ("seen", "sold", "said"):
        add_deck(project, name, name)
    with Watching(project, "seen", "sold", "said") as watching:
        said = watching.until(READY)
        assert 'the picture "photos/lake.png" can\'t be used: there is no such file' in said
        assert "fact.share" in said and "written    build/sold/sold.pptx" in said, said
        picture(project / "photos/lake.png", "teal")
        assert "written    build/seen/seen.pptx  1 slide, sound again" in watching.until("seen/seen.pptx  1")
        write(project, "assets/data/facts.yaml", "share: {value: 12, unit: '%', source: A}\n")
        assert "sound again" in watching.until("said/said.pptx  1 slide")
        watching.until(" in 0.")
        picture(project / "photos/lake.png", "navy")
        said = watching.until("1 deck in")
        assert "written    build/seen/seen.pptx" in said and "photos/lake.png changed" in said
        write(project, "assets/data/sold.csv", "What,Number\nPens,4\nPads,6\n")
        assert "written    build/sold/sold.pptx" in watching.until("1 deck in")
        write(project, "assets/data/facts.yaml", "share: {value: 13, unit: '%', source: A}\n")
        assert "written    build/said/said.pptx" in watching.until("1 deck in")


def test_a_brand_that_changes_dresses_its_decks_anew(project: Path) -> None:
    shutil.copytree(ROOT / "assets/brands/cst", project / "assets/brands/cst")
    add_deck(project, "other", "spare")
    write(project, "decks/worn.yaml", "title: W\nbrand: cst\nslides:\n  - use: welcome\n")
    brand = project / "assets/brands/cst/brand.yaml"
    with Watching(project, "other", "worn") as watching:
        watching.until(READY)
        text = brand.read_text(encoding="utf-8")
        before = (project / "build/worn/worn.pptx").read_bytes()
        write(project, "assets/brands/cst/brand.yaml", text.replace("name:", "nmae:", 1))
        assert "failed     build/worn/worn.pptx" in watching.until("1 deck in")
        write(project, "assets/brands/cst/brand.yaml", text.replace("#331447", "#331448"))
        assert "written    build/worn/worn.pptx  1 slide, sound again" in watching.until("1 deck in")
        assert (project / "build/worn/worn.pptx").read_bytes() != before


@pytest.mark.parametrize("out", ["build", "out/here", ".", "assets"])
def test_what_it_writes_never_sets_it_off(project: Path, out: str) -> None:
    with Watching(project, "talk", "--out", out, "--to", "pptx,script") as watching:
        watching.until(READY)
        write(project, "slides/points.yaml", POINTS.format(title="Three things"))
        watching.until("2 decks in")
        write(project, "slides/welcome.yaml", "kind: cover\ntitle: Hello you\n")
        said = watching.until("3 decks in")
        assert said.startswith(tuple("0123456789")) and "slides/welcome.yaml changed\n" in said
        assert (project / out / "talk/talk.script.md").exists()


def test_a_log_within_the_project_sets_nothing_off_either(project: Path) -> None:
    write(project, "slides/points.yaml", "kind: pionts\n")
    with Watching(project, "talk", "-a", "full") as watching:
        watching.until(READY)
        write(project, "watch.log", "failed\n")
        assert "watch.log is new" in watching.until("1 deck in")
        for turn in range(3):
            write(project, "watch.log", f"failed {turn}\n")
        write(project, "slides/points.yaml", POINTS.format(title="Mended"))
        assert "failed  " not in watching.until("sound again")


def test_an_edited_deck_is_refused_until_it_is_moved_away(project: Path) -> None:
    with Watching(project, "talk", "-a", "full") as watching:
        watching.until(READY)
        edited = project / "build/talk/talk.pptx"
        edited.write_bytes(b"edited")
        write(project, "slides/points.yaml", POINTS.format(title="Three things"))
        assert "has been edited since deckgen wrote it" in watching.until("1 deck in")
        edited.unlink()
        write(project, "slides/points.yaml", POINTS.format(title="Four things"))
        assert "written    build/talk/talk.pptx" in watching.until("1 deck in")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_is_how_it_ends(project: Path, number: int) -> None:
    with Watching(project) as watching:
        watching.until(READY)
        code, said = watching.stop(number)
        assert code == 0 and "Stopped watching." in said and "Traceback" not in said


def test_ctrl_c_within_a_build_leaves_whole_files(project: Path) -> None:
    slides = "\n".join(f"  - {{use: points, id: p{n}}}" for n in range(400))
    for number in range(9):
        write(project, f"decks/deck{number}.yaml", f"title: Talk {number}\nbrand: plain\nslides:\n{slides}\n")
    with Watching(project) as watching:
        watching.until("written")
        code, said = watching.stop()
        assert code == 130 and "Stopped. " in said and "Traceback" not in said
    assert not list(project.rglob("*.tmp"))


def test_disks_that_tell_nothing_are_looked_at(project: Path) -> None:
    with Watching(project, "talk", "-a", "full", "--poll") as watching:
        watching.until(READY)
        write(project, "slides/points.yaml", POINTS.format(title="Three things"))
        assert "written    build/talk/talk.pptx" in watching.until("1 deck in")
        assert watching.stop()[0] == 0


def test_every_format_is_made_again(project: Path) -> None:
    with Watching(project, "talk", "-a", "full", "--to", "pdf,svg") as watching:
        watching.until(READY)
        write(project, "slides/points.yaml", POINTS.format(title="Three things"))
        said = watching.until("1 deck in")
        assert "written    build/talk/talk.pdf  2 slides" in said
        assert "written    build/talk/talk.slides/*.svg  1 of 2 slides" in said
        text = (project / "decks/talk.yaml").read_text(encoding="utf-8")
        write(project, "decks/talk.yaml", text.replace("  - use: points\n    except: [staff]\n", ""))
        assert "removed    build/talk/talk.slides/02-points.svg" in watching.until("1 deck in")


def test_programs_get_a_line_a_build(project: Path) -> None:
    with Watching(project, "talk", "-a", "full", "--format", "json") as watching:
        first = json.loads(watching.until('"outputs"'))
        assert [entry["status"] for entry in first["outputs"]] == ["written"]
        write(project, "slides/points.yaml", "kind: pionts\n")
        second = json.loads(watching.until('"outputs"'))
        assert second["errors"] == 1 and second["outputs"][0]["status"] == "failed"


EACH = """title: Each
brand: plain
rows: {file: assets/data/schools.csv}
slides:
  - {kind: cover, title: "{{ name }}"}
"""


def test_of_decks_that_are_built_for_rows_those_rows_are_built_that_change(project: Path) -> None:
    write(project, "assets/data/schools.csv", "name,audience\nAshton,\nBury,\nColne,\n")
    write(project, "decks/each.yaml", EACH + "  - use: points\n")
    with Watching(project, "--jobs", "1") as watching:
        assert "3 decks in" in watching.until("3 rows in") and "(2 decks)" in watching.until(READY)
        write(project, "assets/data/schools.csv", "name,audience\nAshton,\nBury St Edmunds,\nColne,\n")
        said = watching.until("3 rows in")
        assert "assets/data/schools.csv changed" in said and "1 written, 2 unchanged, 1 removed" in _counts(said)
        write(project, "slides/points.yaml", POINTS.format(title="For all"))
        assert _counts(watching.until("3 rows in")) == "3 written"
        write(project, "slides/spare.yaml", "kind: quote\nquotation: “Well.”\nsource: Nobody\n")
        assert _counts(watching.until("3 rows in")) == "3 unchanged"
        write(project, "assets/data/schools.csv", "name,audience\nAshton,\nBury St Edmunds,nobody\nColne,\n")
        said = watching.until("2 rows in")
        assert "assets/data/schools.csv:3" in said and "1 left out" in said
        write(project, "decks/each.yaml", EACH.replace("rows:", "vars: {name: x}\n#"))
        assert "written    build/each/each.pptx" in watching.until("1 deck in")


def _counts(said: str) -> str:
    """What became of the rows, in order: 'written' first."""
    told = said.rpartition(": ")[2].split(", ")
    return ", ".join(sorted(told, key=lambda one: ("written", "unchanged", "removed").index(one.split()[1])))


def test_rows_of_another_folder_are_watched_too(project: Path, tmp_path: Path) -> None:
    write(project, "decks/each.yaml", EACH.replace("rows:", "#"))
    write(tmp_path, "elsewhere/rows.csv", "name\nAshton\nBury\n")
    with Watching(project, "each", "--rows", str(tmp_path / "elsewhere/rows.csv"), "--jobs", "1") as watching:
        watching.until(READY)
        write(tmp_path, "elsewhere/rows.csv", "name\nAshton\nColne\n")
        assert "1 written" in watching.until("2 rows in")


@pytest.mark.parametrize("option", [["--shard", "1/2"], ["--zip"], ["--scheduler", "tcp://x:1"], ["--explain-rebuild"]])
def test_what_is_for_one_build_of_rows_is_not_watched(project: Path, deckgen: Deckgen, option: list[str]) -> None:
    ran = deckgen("build", "--watch", *option)
    assert ran.code == 2 and f"{option[0]} is for one build of the rows" in ran.err


def test_wrong_usage_ends_at_once(project: Path, deckgen: Deckgen) -> None:
    assert deckgen("build", "tlak", "--watch").code == 2
    for more, said in (
        (["--report"], "a report is of one build"),
        (["--out", "s3://bucket/decks"], "a folder of this machine"),
    ):
        ran = deckgen("build", "--watch", *more)
        assert ran.code == 2 and said in ran.err
    ran = deckgen("build", "--poll")
    assert ran.code == 2 and "say --watch as well" in ran.err
