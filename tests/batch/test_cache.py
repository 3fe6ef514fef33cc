"""Finished decks kept for the next build: the same bytes whatever is in the cache, and whatever happens to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckgen.batch.batch import Batch
from deckgen.batch.cache.decks import DeckCache, Found
from deckgen.batch.cache.folder import Folder
from deckgen.batch.cluster import archived, build_there
from deckgen.batch.inputs import said_of
from deckgen.batch.run import build_here
from deckgen.batch.task import CacheUse, Inputs, Job, Result
from deckgen.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.version import VERSION
from tests.batch.cached import cache_of, compiled, contents, files_of, run, statuses
from tests.batch.project import job_of, make_project, plan_of
from tests.batch.test_faults import small_disk  # noqa: F401 - a fixture
from tests.batch.test_unchanged import read
from tests.cli.test_rows import build


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "p", 6, lines="900,Oak,special,80,governors\n")


def test_an_empty_folder_is_filled_from_the_cache_with_the_same_bytes(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    assert statuses(project, out, None) == {"written": 7}
    without = contents(out)
    assert statuses(project, out, cache) == {"written": 7}
    cold = contents(out)
    results, said = run(project, out, cache)
    assert Counter(result.status for result in results) == {"cached": 7}
    assert [result.slides for result in results] == [3] * 6 + [4]
    assert said == []
    assert without == cold == contents(out)


FORMATS = ("pptx", "pdf", "html", "svg", "script", "handout")


def test_formats_of_many_files_come_from_the_cache_too(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    run(project, out, None, formats=FORMATS)
    without = contents(out)
    assert len(without) > 7 * 8
    run(project, out, cache, formats=FORMATS)
    assert statuses(project, out, cache, formats=FORMATS) == {"cached": 7}
    assert contents(out) == without


def test_what_came_from_the_cache_is_unchanged_in_the_next_build(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    run(project, out, cache)
    run(project, out, cache)
    job = replace(job_of(project, out), cache=cache)
    again = Batch(job, plan_of(project), Diagnostics(), read(project))
    assert again.check()
    assert {result.status for result in again.run(build_here, whole=True)} == {"unchanged"}


def test_force_compiles(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    run(project, out, cache)
    assert statuses(project, out, cache, force=True) == {"written": 7}


def test_an_edited_file_in_the_place_of_a_cached_deck_is_left_alone(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    run(project, out, cache)
    (out / "101.pptx").write_bytes(b"edited")
    job = replace(job_of(project, out), cache=cache)
    again = Batch(job, plan_of(project), Diagnostics(), read(project))
    assert again.check()
    assert {result.name: result.status for result in again.run(build_here, whole=True)}["101"] == "refused"
    assert (out / "101.pptx").read_bytes() == b"edited"


def test_only_what_an_edit_touches_is_compiled_and_taking_it_back_compiles_nothing(
    project: Path, tmp_path: Path
) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    deck = project / "decks/talk.yaml"
    kept, _ = deck.read_text().split("  - {kind: points, id: governing")
    deck.write_text(kept + "  - {use: governing, only: [governors]}\n")
    slide = project / "slides/governing.yaml"
    slide.write_text("kind: points\ntitle: Anew\npoints: [One, Two]\n")
    before = slide.read_text()
    run(project, out, cache)
    slide.write_text("kind: points\ntitle: Once more\npoints: [One, Two]\n")
    assert compiled(project, out, cache) == ["900"]
    slide.write_text(before)
    assert compiled(project, out, cache) == []


def test_a_row_is_compiled_where_one_of_its_cells_is_another(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    run(project, out, cache)
    rows = project / "schools.csv"
    rows.write_text(rows.read_text().replace("School 1,", "School One,"))
    assert compiled(project, out, cache) == ["101"]


def test_rows_may_be_sorted_anew_and_have_more_columns(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    run(project, out, cache)
    rows = project / "schools.csv"
    head, *lines = rows.read_text().splitlines()
    rows.write_text("\n".join([f"{head},remark", *(f"{line},new" for line in reversed(lines))]) + "\n")
    assert compiled(project, out, cache) == []


def test_a_column_that_says_one_of_the_decks_own_words_counts(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    deck = project / "decks/talk.yaml"
    deck.write_text(deck.read_text().replace("brand: plain\n", "brand: plain\nvars: {greeting: Welcome}\n"))
    deck.write_text(deck.read_text().replace("Welcome, {{", "{{ greeting }}, {{"))
    run(project, out, cache)
    rows = project / "schools.csv"
    head, *lines = rows.read_text().splitlines()
    rows.write_text("\n".join([f"{head},greeting", *(f"{line},Hello" for line in lines)]) + "\n")
    assert len(compiled(project, out, cache)) == 7


@pytest.mark.parametrize(
    "said", [{"settings": {"phase": "nursery"}}, {"epoch": 1_700_000_000}, {"formats": ("pptx", "script")}]
)
def test_a_build_that_says_something_else_compiles(project: Path, tmp_path: Path, said: dict[str, object]) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    run(project, out, cache)
    assert statuses(project, out, cache, **said)["cached"] == 0


def test_another_deckgen_compiles(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(project, out, cache_of(tmp_path))
    assert statuses(project, out, cache_of(tmp_path, made_by="another")) == {"written": 7}
    assert statuses(project, out, cache_of(tmp_path)) == {"cached": 7}


def test_rows_with_pictures_of_their_own_come_from_the_cache(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="{}" height="9"/></svg>'
    (project / "assets").mkdir()
    for line in (project / "schools.csv").read_text().splitlines()[1:]:
        urn = line.split(",")[0]
        (project / f"assets/{urn}.svg").write_text(drawing.format(int(urn) % 9 + 1))
    with (project / "decks/talk.yaml").open("a") as deck:
        deck.write('  - {kind: picture, id: own, caption: Yours, picture: {file: "assets/{{ urn }}.svg", alt: Own}}\n')
    results, said = run(project, out, cache)
    assert Counter(result.status for result in results) == {"written": 7}, said
    assert compiled(project, out, cache) == []
    (project / "assets/102.svg").write_text(drawing.format(8.5))
    assert compiled(project, out, cache) == ["102"]


def test_what_is_said_is_the_same_from_the_cache(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    common = project / "slides/common.yaml"
    common.write_text(common.read_text().replace("The first thing", '"[The first]() thing"'))
    _, first = run(project, out, cache)
    assert len(first) == 1
    results, again = run(project, out, cache)
    assert {result.status for result in results} == {"cached"}
    assert again == first


def test_a_cache_keeps_no_more_than_it_may(project: Path, tmp_path: Path) -> None:
    out, rows = tmp_path / "out", make_project(tmp_path / "many", 80)
    run(rows, out, None)
    right = contents(out)
    limit = 280 * 1024
    cache = cache_of(tmp_path, limit=limit)
    run(rows, out, cache)
    assert sum(file.stat().st_size for file in files_of(cache)) < limit * 9 // 8
    results, _ = run(rows, out, cache)
    assert contents(out) == right
    assert Counter(result.status for result in results)["cached"] > 10, "what many decks need was pruned"


def test_decks_alike_take_little_room(tmp_path: Path) -> None:
    project, out, cache = make_project(tmp_path / "p", 150), tmp_path / "out", cache_of(tmp_path)
    run(project, out, cache)
    written = sum(file.stat().st_size for file in out.glob("*.pptx"))
    kept = sum(file.stat().st_size for file in files_of(cache))
    assert kept < written / 15, f"{kept:,} bytes for {written:,}"
    assert kept / 150 < 5_000


def test_info_tells_and_prune_removes_what_was_used_last_longest_ago(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 8)
    kept = ("--cache", "build/.cache/decks")
    assert build(project, "talk", "--rows", "schools.csv", "-j", "1", *kept).returncode == 0

    def cache(*said: str) -> str:
        command = [sys.executable, "-m", "deckgen", "cache", *said]
        return subprocess.run(command, cwd=project, capture_output=True, text=True, check=True).stdout

    assert "8 " in cache("info").splitlines()[1]
    assert "0 files removed" in cache("prune")
    held = Folder(str(project / "build/.cache/decks")).held()
    old = sorted((project / "build/.cache/decks/decks").rglob("*-*"))[3:6]
    for file in old:
        os.utime(file, (1_700_000_000, 1_700_000_000))
    small = sum(kind.bytes for kind in held.values()) - held["decks"].bytes // 2
    assert "files removed" in cache("prune", "--to", str(small))
    left = Folder(str(project / "build/.cache/decks")).held()
    assert 0 < left["decks"].files < 8
    assert not any(file.exists() for file in old)
    assert left["bases"] == held["bases"]
    assert "0 bytes left" in cache("prune", "--to", "0")
    assert "8 written" in build(project, "talk", "--rows", "schools.csv", "--out", "again").stdout


def test_a_size_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 1)
    done = build(project, "talk", "--rows", "schools.csv", "--cache-size", "much")
    assert done.returncode == 2
    assert '"much" is no size; write 500MB or 2GB' in done.stderr


def test_a_cache_that_a_link_leads_elsewhere_is_not_pruned(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 1)
    (project / "build").mkdir()
    outside = tmp_path / "outside"
    (outside / "decks").mkdir(parents=True)
    (outside / "decks/mine").write_text("not deckgen's")
    (project / "build/.cache").symlink_to(outside)
    command = [sys.executable, "-m", "deckgen", "cache", "prune", "--to", "0"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert done.returncode == 2
    assert "leads out of the project by a link" in done.stderr
    assert (outside / "decks/mine").exists()


def test_a_worker_of_a_cluster_that_does_not_reach_the_cache_compiles_and_says_so(
    project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    tasks = tuple(plan_of(project).tasks())
    here = tmp_path / "cache"
    here.mkdir()

    def built(cache: CacheUse, run: str) -> tuple[Result, ...]:
        shutil.rmtree(out, ignore_errors=True)
        job: Job = replace(job_of(project, out), cache=cache, run=run)
        return build_there(job, tasks, archived(str(project)), VERSION)

    far = built(cache_of(tmp_path, folder=str(tmp_path / "far")), "1")
    assert {(result.status, *(one.code for one in result.said)) for result in far} == {("written", "no-cache")}
    assert not (tmp_path / "far").exists()
    built(cache_of(tmp_path), "2")
    assert {(result.status, result.said) for result in built(cache_of(tmp_path), "3")} == {("cached", ())}


def test_a_deck_of_which_something_is_said_at_its_row_is_not_kept(project: Path, tmp_path: Path) -> None:
    use, task = cache_of(tmp_path), next(plan_of(project).tasks())
    job = replace(job_of(project, tmp_path / "out"), cache=use)
    inputs = Inputs(files={}, asks=("school",), said=said_of(job, task.audience))

    def found_again(span: Span) -> bool:
        shutil.rmtree(use.folder, ignore_errors=True)
        said = Diagnostic(severity=Severity.WARNING, code="odd", span=span, message="look at this")
        DeckCache(job, use, lambda _: "").keep(task, Found(((".pptx", b"deck"),), 1, (said,), inputs))
        return DeckCache(job, use, lambda _: "").find(task) is not None

    assert found_again(Span.of_file("slides/common.yaml"))
    assert not found_again(task.span), "its line may be another one next time"
