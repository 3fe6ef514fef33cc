"""A cache that is spoilt, shared, full, or gone meanwhile: the same decks come of it."""

from __future__ import annotations

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
from deckgen.batch.cache.folder import KINDS, Folder
from deckgen.diagnostics import Diagnostics
from tests.batch.cached import cache_of, contents, files_of, run, statuses
from tests.batch.project import job_of, make_project, plan_of
from tests.batch.test_faults import small_disk  # noqa: F401 - a fixture
from tests.batch.test_unchanged import read
from tests.cli.test_rows import build


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "p", 6, lines="900,Oak,special,80,governors\n")


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


def test_an_explanation_tells_of_what_is_spoilt(project: Path, tmp_path: Path) -> None:
    cache, out = cache_of(tmp_path), tmp_path / "out"
    run(project, out, cache)
    shutil.rmtree(out)
    spoilt = next(file for file in files_of(cache) if file.parent.parent.name == "decks")
    spoilt.write_bytes(b"<html>404</html>")
    diags = Diagnostics()
    batch = Batch(replace(job_of(project, out), cache=cache), plan_of(project), diags, read(project))
    assert [(one.rows, one.cached) for one in batch.explain()] == [(6, True), (1, False)]
    assert [one.code for one in diags] == ["cache-spoilt"]


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
