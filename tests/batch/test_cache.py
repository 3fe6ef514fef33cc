"""Finished decks kept for the next build: the same bytes whatever is in the cache, and whatever happens to it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckgen.batch.batch import Batch
from deckgen.batch.cache.decks import DeckCache, Found
from deckgen.batch.cache.folder import KINDS, LIMIT, Folder
from deckgen.batch.cluster import archived, build_there
from deckgen.batch.inputs import said_of
from deckgen.batch.run import build_here
from deckgen.batch.task import CacheUse, Inputs, Job, Result
from deckgen.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.version import VERSION
from tests.batch.project import job_of, make_project, plan_of
from tests.batch.test_faults import small_disk  # noqa: F401 - a fixture
from tests.batch.test_unchanged import read
from tests.cli.test_rows import build


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "p", 6, lines="900,Oak,special,80,governors\n")


def cache_of(tmp_path: Path, **said: object) -> CacheUse:
    return CacheUse(**({"folder": str(tmp_path / "cache"), "limit": LIMIT, "made_by": "us"} | said))


def run(project: Path, out: Path, cache: CacheUse | None, **said: object) -> tuple[list[Result], list[str]]:
    """The results of a batch into an empty folder, and the codes of what is said."""
    shutil.rmtree(out, ignore_errors=True)
    job = replace(job_of(project, out), cache=cache, **said)
    diags = Diagnostics()
    batch = Batch(job, plan_of(project), diags, read(project))
    assert batch.check(), list(diags)
    results = sorted(batch.run(build_here, whole=True), key=lambda result: result.number)
    return results, [f"{one.code}: {one.message}" for one in diags]


def statuses(project: Path, out: Path, cache: CacheUse | None, **said: object) -> Counter[str]:
    return Counter(result.status for result in run(project, out, cache, **said)[0])


def compiled(project: Path, out: Path, cache: CacheUse) -> list[str]:
    return [result.name for result in run(project, out, cache)[0] if result.status != "cached"]


def contents(out: Path) -> dict[str, str]:
    """Every file of a batch but its ledger, with its hash."""
    files = [file for file in out.rglob("*") if file.is_file() and not file.name.startswith(".")]
    return {file.relative_to(out).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def files_of(cache: CacheUse) -> list[Path]:
    return sorted(file for file in Path(cache.folder).rglob("*") if file.is_file())


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


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "a bit": lambda held: held[:-9] + bytes([held[-9] ^ 1]) + held[-8:],
    "cut short": lambda held: held[: len(held) // 2],
    "emptied": lambda _: b"",
    "something else": lambda _: b"<html>404</html>",
}


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_spoilt_file_is_dropped_told_and_made_again(project: Path, tmp_path: Path, kind: str, harm: str) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    common = project / "slides/common.yaml"
    common.write_text(common.read_text().replace("The first thing", '"[The first]() thing"'))  # so there are pieces
    _, told = run(project, out, cache)
    right = contents(out)
    spoilt = [file for file in files_of(cache) if file.parent.parent.name == kind]
    assert spoilt
    for file in spoilt[::2]:
        file.write_bytes(HARMS[harm](file.read_bytes()))
    results, said = run(project, out, cache)
    assert contents(out) == right
    assert [one for one in said if one.startswith("cache-spoilt")], said
    assert {result.status for result in results} <= {"cached", "written"}
    run(project, out, cache)
    assert run(project, out, cache)[1] == told
    assert statuses(project, out, cache) == {"cached": 7}


def test_a_deck_under_anothers_name_is_noticed(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    run(project, out, cache)
    right = contents(out)
    decks = [file for file in files_of(cache) if file.parent.parent.name == "decks"]
    for one, other in pairwise(decks):
        shutil.copy(one, other)
    results, said = run(project, out, cache)
    assert contents(out) == right
    assert Counter(result.status for result in results) == {"cached": 1, "written": 6}
    assert said == ["cache-spoilt: a file of the cache was not as deckgen had written it (and for 5 other rows)"]


def test_names_in_a_cache_lead_nowhere_else(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path / "cache"))
    outside = tmp_path / "precious"
    outside.write_text("mine")
    for name in ("../../../precious", "/" + str(outside), "..", ""):
        assert folder.read("pieces", name) is None
        folder.drop("pieces", name)
    assert outside.read_text() == "mine"


def test_the_parts_of_a_cache_may_be_gone(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    run(project, out, cache)
    right = contents(out)
    for kind in KINDS:
        shutil.rmtree(Path(cache.folder, kind), ignore_errors=True)
        _, said = run(project, out, cache)
        assert contents(out) == right
        assert said == []
        assert statuses(project, out, cache) == {"cached": 7}, kind


def test_a_cache_deleted_during_the_build_costs_nothing_but_time(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 120)
    assert build(project, "talk", "--rows", "schools.csv", "-j", "2", "--out", "without").returncode == 0
    assert not list((project / "build/.cache").glob("decks"))
    stop = threading.Event()

    def remove() -> None:
        while not stop.is_set():
            subprocess.run(["rm", "-rf", str(project / "cache")], check=False, capture_output=True)

    thread = threading.Thread(target=remove)
    thread.start()
    try:
        done = build(project, "talk", "--rows", "schools.csv", "-j", "2", "--out", "with", "--cache", "cache")
    finally:
        stop.set()
        thread.join()
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(project / "with/talk") == contents(project / "without/talk")


def test_two_builds_share_a_cache(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 60)
    command = [sys.executable, "-m", "deckgen", "build", "talk", "--rows", "schools.csv", "-j", "2", "--cache", "cache"]
    both = [
        subprocess.Popen([*command, "--out", out], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for out in ("one", "two")
    ]
    for process in both:
        _, said = process.communicate(timeout=120)
        assert (process.returncode, said) == (0, b"")
    third = build(project, "talk", "--rows", "schools.csv", "-j", "1", "--cache", "cache", "--out", "three")
    assert "60 cached" in third.stdout
    assert contents(project / "one/talk") == contents(project / "two/talk") == contents(project / "three/talk")


def test_a_full_disk_costs_nothing_but_time(tmp_path: Path, small_disk: Path) -> None:  # noqa: F811
    project = make_project(tmp_path / "p", 20)
    (small_disk / "others").write_bytes(bytes(1024 * 1024 - 64 * 1024))
    done = build(project, "talk", "--rows", "schools.csv", "-j", "1", "--cache", str(small_disk))
    assert (done.returncode, done.stderr) == (0, "")
    assert "20 written" in done.stdout


def test_a_cache_that_may_only_be_read_is_read(tmp_path: Path, small_disk: Path) -> None:  # noqa: F811
    project = make_project(tmp_path / "p", 3)
    args = ("talk", "--rows", "schools.csv", "-j", "1", "--cache", str(small_disk / "cache"), "--out")
    assert "3 written" in build(project, *args, "one").stdout
    make_project(project, 4)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    done = build(project, *args, "two")
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 cached" in done.stdout
    assert "1 written" in done.stdout


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


def test_a_project_whose_cache_is_a_link_has_none(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 2)
    (project / "build").mkdir()
    outside = tmp_path / "outside"
    outside.mkdir()
    (project / "build/.cache").symlink_to(outside)
    assert build(project, "talk", "--rows", "schools.csv", "-j", "1").returncode == 0
    assert not list(outside.iterdir())


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
