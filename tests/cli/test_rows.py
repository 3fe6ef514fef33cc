"""`deckgen build` of decks that have rows."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

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


def test_an_audience_that_the_deck_lacks_is_told_once(tmp_path: Path) -> None:
    made = "".join(f"9{n:02},Oak,primary,80,{'nursery' if n % 2 else 'parrents'}\n" for n in range(30))
    project = make_project(tmp_path, 2, lines=made)
    done = build(project, "talk", "--rows", "schools.csv", "-j", "1")
    assert "2 written, 30 left out" in done.stdout
    assert done.stderr.count("error[") == 2
    assert 'the deck has no audience "nursery" (and for 14 other rows)' in done.stderr
    places = [line.split()[-1] for line in done.stderr.splitlines() if "--> schools.csv" in line]
    assert places == [f"schools.csv:{line}:1" for line in (4, 6, 8, 5, 7, 9)]


def test_rows_of_a_workbook_are_told_by_their_numbers_in_the_sheet(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    book = openpyxl.Workbook()
    for row in (["Schools"], [], ["urn", "school", "phase", "pupils"], [7, "Ash", "primary", 80], [8], [9, None, "x"]):
        book.active.append(row)
    book.save(project / "schools.xlsx")
    arguments = ("talk", "--rows", "schools.xlsx", "--name", "{{ school | slug }}", "-j", "1", "--junit", "junit.xml")
    done = build(project, *arguments)
    assert "1 written, 2 left out" in done.stdout
    assert "schools.xlsx:5:1" in done.stderr and "schools.xlsx:6:1" in done.stderr
    assert 'name="schools.xlsx:5"' in (project / "junit.xml").read_text()
    assert 'name="schools.xlsx:6"' in (project / "junit.xml").read_text()


def test_names_that_clash_stop_the_batch_before_it_begins(tmp_path: Path) -> None:
    project = make_project(tmp_path, 3)
    done = build(project, "talk", "--rows", "schools.csv", "--name", "{{ phase }}")
    assert done.returncode == 1
    assert not (project / "build").exists() or decks(project) == []


@pytest.mark.parametrize("options", [("--where", "phase=primary"), ("--scheduler", "tcp://127.0.0.1:1")])
def test_options_of_rows_want_rows(tmp_path: Path, options: tuple[str, str]) -> None:
    done = build(make_project(tmp_path, 3), *options)
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
    assert "(in all 4 rows)" in done.stderr
    assert "row 1" not in done.stderr


def test_what_is_said_of_drawing_rows_is_said_of_them(tmp_path: Path) -> None:
    project = make_project(tmp_path, 4)
    change(project / "slides/common.yaml", "title:", "notes: Point at \U00013000.\ntitle:")
    for jobs in ("1", "2"):
        done = build(project, "talk", "--rows", "schools.csv", "--to", "pptx,notes", "-j", jobs, "--strict")
        assert (done.returncode, done.stderr.count("no-glyph")) == (1, 1)
        assert "(in all 4 rows)" in done.stderr
        data = json.loads((project / "build/report.json").read_text())
        assert [(one["warnings"], "U+13000" in one["messages"][0]) for one in data["decks"]] == [(1, True)] * 4


def test_rows_are_told_to_programs(tmp_path: Path) -> None:
    done = build(make_project(tmp_path, 2), "talk", "--rows", "schools.csv", "--format", "json")
    rows = json.loads(done.stdout)["rows"]
    assert (rows["statuses"], rows["interrupted"], rows["removed"]) == ({"written": 2}, False, 0)


def with_rows(project: Path) -> Path:
    """The project, with the rows in its deck."""
    deck = project / "decks/talk.yaml"
    deck.write_text("rows: schools.csv\n" + deck.read_text())
    return project


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_what_is_said_of_some_rows_names_the_first_of_them(tmp_path: Path) -> None:
    project = make_project(tmp_path, 3, lines="".join(f"{900 + n},{'Oak ' * 30}{n},special,80,\n" for n in range(5)))
    done = build(project, "talk", "--rows", "schools.csv", "-j", "2")
    assert done.stderr.count("long-text") == 1
    assert "(and for 4 other rows)" in done.stderr
    assert [f"note: row {n}" in done.stderr for n in range(3, 8)] == [False, True, True, True, False]


def test_many_bad_rows_are_counted_after_the_first_ones(tmp_path: Path) -> None:
    project = make_project(tmp_path, 1, lines="".join(f"{900 + n},Oak\n" for n in range(100)))
    done = build(project, "talk", "--rows", "schools.csv", "-j", "1")
    assert done.stderr.count("error[ragged-row]") == 20
    assert "80 more of this kind" in done.stderr
    assert "1 written, 100 left out" in done.stdout


def test_a_rebuild_is_explained_before_it_is_done(tmp_path: Path) -> None:
    project = with_rows(make_project(tmp_path, 4))
    assert "4  it has not been built yet  (100, 101, 102 …)" in build(project, "--explain-rebuild", "-j", "1").stdout
    change(project / "schools.csv", "primary,203", "primary,999")
    told = build(project, "--explain-rebuild", "-j", "1").stdout
    assert "talk: 1 row is built\n  1  the row has another pupils  (103)\n" in told
    assert "3  nothing has changed: not built  (100, 101, 102)" in told
    assert "1 written" in told and "3 unchanged" in told
    change(project / "slides/common.yaml", "The first", "Another")
    account = json.loads(build(project, "--explain-rebuild", "-j", "1", "--format", "json").stdout)["rows"]
    assert account["decks"][0]["rebuild"] == [
        {"why": "slides/common.yaml has changed", "rows": 4, "first": ["100", "101", "102"]}
    ]


def test_an_explanation_says_what_comes_out_of_the_cache(tmp_path: Path) -> None:
    project = with_rows(make_project(tmp_path, 4))
    asked = ("--cache", "cache", "--explain-rebuild", "-j", "1")
    assert "talk: 4 rows are built\n  4  it has not been built yet  (" in build(project, *asked).stdout
    shutil.rmtree(project / "build")
    change(project / "schools.csv", "primary,203", "primary,999")
    told = build(project, *asked).stdout
    assert (
        "talk: 4 rows are built, 3 of them out of the cache\n"
        "  3  it has not been built yet: out of the cache  (100, 101, 102)\n"
        "  1  it has not been built yet  (103)\n"
    ) in told
    assert "3 cached" in told and "1 written" in told
    shutil.rmtree(project / "build")
    account = json.loads(build(project, *asked, "--format", "json").stdout)["rows"]
    assert [(one["rows"], one["cached"]) for one in account["decks"][0]["rebuild"]] == [(4, True)]
    assert "4  --force is said  (" in build(project, *asked, "--force").stdout


def test_a_file_of_a_row_that_fails_now_is_called_stale(tmp_path: Path) -> None:
    project = with_rows(make_project(tmp_path, 2))
    build(project, "-j", "1")
    change(project / "schools.csv", "School 1", "School " * 300)
    done = build(project, "-j", "1", "--format", "json")
    account = json.loads(done.stdout)["rows"]["decks"][0]
    assert done.returncode == 1
    assert (account["stale"], account["statuses"], account["more_failures"]) == (1, {"unchanged": 1, "failed": 1}, 0)
    assert [(one["row"], one["name"], one["status"]) for one in account["failures"]] == [(2, "101", "failed")]
    assert account["failures"][0]["messages"]
    assert "build/talk/101.pptx  is from an earlier build" in build(project, "-j", "1").stdout
    assert decks(project) == ["talk/100.pptx", "talk/101.pptx"]


def test_warnings_of_unchanged_rows_are_said_again_when_strict(tmp_path: Path) -> None:
    project = with_rows(make_project(tmp_path, 2))
    change(project / "slides/common.yaml", "The first thing", "TODO")
    assert build(project, "-j", "1").returncode == 0
    assert build(project, "-j", "1").stderr == ""
    done = build(project, "-j", "1", "--strict")
    assert done.returncode == 1 and "placeholder-text" in done.stderr
    assert "2 unchanged" in done.stdout
    change(project / "slides/common.yaml", "TODO", "Something")
    assert build(project, "-j", "1", "--strict").returncode == 0
    assert build(project, "-j", "1", "--strict").returncode == 0


def test_where_no_row_is_wanted_nothing_is_removed(tmp_path: Path) -> None:
    project = with_rows(make_project(tmp_path, 2))
    build(project, "-j", "1")
    done = build(project, "--where", "phase = nursery")
    assert done.returncode == 1 and "none of its 2 rows is wanted" in done.stderr
    (project / "schools.csv").write_text("urn,school,phase,pupils,audience\n")
    done = build(project)
    assert done.returncode == 1 and "there is no row in this file" in done.stderr
    assert decks(project) == ["talk/100.pptx", "talk/101.pptx"]


def test_a_row_that_cannot_be_read_keeps_its_file(tmp_path: Path) -> None:
    project = with_rows(make_project(tmp_path, 3))
    build(project, "-j", "1")
    change(project / "schools.csv", "102,School 2,primary,202,", "102,School 2")
    assert build(project, "-j", "1").returncode == 1
    assert decks(project) == ["talk/100.pptx", "talk/101.pptx", "talk/102.pptx"]


def test_a_mistake_in_a_name_is_told_once_at_its_option(tmp_path: Path) -> None:
    project = with_rows(make_project(tmp_path, 3))
    for option, text, said in (
        ("--name", "{{ urm }}", 'did you mean "urn"?'),
        ("--by", "{{ phase | slugg }}", 'did you mean "slug"?'),
        ("--name", "{{ urn", "these braces open nothing"),
    ):
        done = build(project, option, text)
        assert done.returncode == 1
        assert done.stderr.count("error[") == 1
        assert f"--> {option}:1:1" in done.stderr and said in done.stderr


def test_at_the_first_bad_row_nothing_is_built_when_failing_fast(tmp_path: Path) -> None:
    project = with_rows(make_project(tmp_path, 2, lines="900,Oak\n"))
    assert build(project, "--fail-fast").returncode == 1
    assert decks(project) == []


def test_rows_of_the_command_line_want_a_deck_where_there_are_several(tmp_path: Path) -> None:
    project = make_project(tmp_path, 2)
    (project / "decks/other.yaml").write_text((project / "decks/talk.yaml").read_text())
    done = build(project, "--rows", "schools.csv")
    assert done.returncode == 2 and "deckgen build other --rows FILE" in done.stderr
    assert build(project, "other", "talk", "--rows", "schools.csv").returncode == 0
    assert decks(project) == ["other/100.pptx", "other/101.pptx", "talk/100.pptx", "talk/101.pptx"]


def test_an_audience_without_a_row_is_told_what_rows_give(tmp_path: Path) -> None:
    project = with_rows(make_project(tmp_path, 2))
    done = build(project, "-a", "governors")
    assert done.returncode == 1
    assert "the rows of schools.csv give school, phase, pupils" in done.stderr


def test_a_link_in_place_of_the_folder_is_not_followed_unasked(tmp_path: Path) -> None:
    project, elsewhere = make_project(tmp_path / "p", 1), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (project / "build").symlink_to(elsewhere)
    done = build(project, "talk", "--rows", "schools.csv", "--report")
    assert done.returncode == 1 and "leads out of the project" in done.stderr
    assert list(elsewhere.iterdir()) == []
    assert build(project, "talk", "--rows", "schools.csv", "--out", str(elsewhere)).returncode == 0
    assert (elsewhere / "talk/100.pptx").exists()


def test_a_mistake_in_what_a_deck_says_of_rows_is_all_that_is_said(tmp_path: Path) -> None:
    project = with_rows(make_project(tmp_path, 2))
    change(project / "decks/talk.yaml", "rows: schools.csv", "rows: {file: schools.csv, nme: x}")
    for command in ("build", "check"):
        run = [sys.executable, "-m", "deckgen", command]
        done = subprocess.run(run, cwd=project, capture_output=True, text=True, timeout=120)
        assert done.returncode == 1
        assert done.stderr.count("error[") == 1 and 'did you mean "name"?' in done.stderr
    assert decks(project) == []


def test_a_misspelt_file_of_rows_is_told_at_its_place(tmp_path: Path) -> None:
    project = with_rows(make_project(tmp_path, 2))
    change(project / "decks/talk.yaml", "rows: schools.csv", "rows: school.csv")
    done = build(project)
    assert done.returncode == 1
    assert done.stderr.count("error[") == 1
    assert "decks/talk.yaml:1:7" in done.stderr and 'did you mean "schools.csv"?' in done.stderr


def test_a_shard_makes_no_archives(tmp_path: Path) -> None:
    done = build(with_rows(make_project(tmp_path, 3)), "--zip", "--shard", "1/2")
    assert done.returncode == 2
    assert "would lack the other shards' decks" in done.stderr and "docs/batch.md" in done.stderr


@pytest.mark.parametrize("rows", ["-", "https://example.org/schools.csv", "/dev/stdin"])
def test_rows_that_are_no_file_are_told_to_be_saved_first(tmp_path: Path, rows: str) -> None:
    command = [sys.executable, "-m", "deckgen", "build", "talk", "--rows", rows]
    done = subprocess.run(
        command, cwd=make_project(tmp_path, 1), input="urn\n1\n", capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert "rows are read more than once; save them first, as rows.csv" in done.stderr


def test_no_bytes_of_a_workbook_are_shown(tmp_path: Path) -> None:
    project = make_project(tmp_path, 1)
    book = openpyxl.Workbook()
    for cells in (["urn", "school", "phase", "pupils"], [1, "Ash", "", 9]):
        book.active.append(cells)
    book.save(project / "rows.xlsx")
    done = build(project, "talk", "--rows", "rows.xlsx", "-j", "1")
    assert "rows.xlsx" in done.stderr and "PK" not in done.stderr and "\ufffd" not in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-a", "governors"), 'choose rows: --where "audience = governors"'),
        (("--cache-size", "1GB"), "say --cache DIR as well"),
    ],
)
def test_options_that_would_do_nothing_are_told(tmp_path: Path, options: tuple[str, str], said: str) -> None:
    done = build(make_project(tmp_path, 3), "talk", "--rows", "schools.csv", *options)
    assert done.returncode == 2 and said in done.stderr
    assert not (tmp_path / "build").exists()


def test_a_name_that_asks_for_no_column_is_told_the_columns(tmp_path: Path) -> None:
    done = build(make_project(tmp_path, 3), "talk", "--rows", "schools.csv", "--name", "{{ name }}")
    assert "a name is made of the row's columns: urn, school, phase, pupils, audience" in done.stderr
    assert "vars:" not in done.stderr


def test_folders_that_the_deck_names_are_left_out_with_an_empty_by(tmp_path: Path) -> None:
    project = make_project(tmp_path, 2)
    deck = project / "decks/talk.yaml"
    deck.write_text("rows: {file: schools.csv, by: '{{ phase }}'}\n" + deck.read_text())
    assert build(project, "-j", "1", "--by", "").returncode == 0
    assert decks(project) == ["talk/100.pptx", "talk/101.pptx"]


def test_a_deck_that_is_built_for_rows_now_loses_the_files_it_had_before(tmp_path: Path) -> None:
    project = make_project(tmp_path, 2)
    deck = project / "decks/talk.yaml"
    plain = deck.read_text()
    deck.write_text("vars: {school: Ash, pupils: 9, row: x}\n" + plain.replace("{{ row.phase }}", "All"))
    assert build(project).returncode == 0
    assert decks(project) == ["talk/talk.governors.pptx", "talk/talk.parents.pptx", "talk/talk.pptx"]
    (project / "build/talk/talk.parents.pptx").write_bytes(b"edited")
    deck.write_text("rows: schools.csv\n" + plain)
    done = build(project, "-j", "1")
    assert decks(project) == ["talk/100.pptx", "talk/101.pptx", "talk/talk.parents.pptx"]
    assert done.stdout.splitlines()[:3] == [
        "removed    build/talk/talk.governors.pptx  is no longer made",
        "removed    build/talk/talk.pptx  is no longer made",
        "kept       build/talk/talk.parents.pptx  is no longer made, but was edited",
    ]
    assert "2 written" in done.stdout and "0 decks" not in done.stdout
