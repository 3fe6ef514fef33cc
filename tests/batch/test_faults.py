"""What can go wrong around a batch: disks, other builds, clocks, rows that change meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.batch.batch import Batch
from deckgen.batch.run import build_here
from deckgen.diagnostics import Diagnostics
from tests.batch.project import job_of, make_project, plan_of
from tests.batch.test_run import contents
from tests.cli.test_rows import build, decks


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own that holds a few decks."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode != 0:
        pytest.xfail("no disk may be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True, capture_output=True)


def told(project: Path) -> list[str]:
    """The codes of what a batch in one process says."""
    diags = Diagnostics()
    batch = Batch(job_of(project, project / "out"), plan_of(project), diags, lambda path: (project / path).read_bytes())
    assert batch.check(), list(diags)
    list(batch.run(build_here, whole=True))
    return [one.code for one in diags]


def test_a_full_disk_is_told_once_and_what_fits_is_whole(tmp_path: Path, small_disk: Path) -> None:
    project = make_project(tmp_path / "p", 30)
    done = build(project, "talk", "--rows", "schools.csv", "--out", str(small_disk), "-j", "1")
    assert done.returncode == 1
    assert "there is no space left on the disk" in done.stderr
    assert "Traceback" not in done.stderr
    written = list((small_disk / "talk").glob("*.pptx"))
    assert 0 < len(written) < 30
    assert not list((small_disk / "talk").glob(".deckgen-*.tmp"))
    whole = job_of(project, tmp_path / "whole")
    list(build_here(whole, plan_of(project).tasks()))
    assert contents(small_disk).items() <= contents(tmp_path / "whole").items()


def test_a_read_only_disk_is_told(tmp_path: Path, small_disk: Path) -> None:
    project = make_project(tmp_path / "p", 2)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    done = build(project, "talk", "--rows", "schools.csv", "--out", str(small_disk))
    assert done.returncode == 1
    assert "read-only" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_output_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 2)
    (project / "build").write_text("not a folder")
    done = build(project, "talk", "--rows", "schools.csv")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "build" in done.stderr


def test_a_folder_in_the_place_of_a_deck_is_told_and_the_others_are_built(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 3)
    (project / "build/talk/101.pptx").mkdir(parents=True)
    done = build(project, "talk", "--rows", "schools.csv")
    assert done.returncode == 1
    assert "101.pptx is no ordinary file" in done.stderr
    assert decks(project) == ["talk/100.pptx", "talk/101.pptx", "talk/102.pptx"]


def test_a_deck_that_is_open_elsewhere_is_replaced_and_stays_whole_for_who_reads_it(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 2)
    assert build(project, "talk", "--rows", "schools.csv").returncode == 0
    deck = project / "build/talk/101.pptx"
    before = deck.read_bytes()
    with deck.open("rb") as held:
        (project / "slides/common.yaml").write_text("kind: points\ntitle: Anew\npoints: [One, Two]\n")
        assert build(project, "talk", "--rows", "schools.csv").returncode == 0
        assert held.read() == before
    assert deck.read_bytes() != before


def test_two_builds_into_one_folder_do_not_mix(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 400)
    command = [sys.executable, "-m", "deckgen", "build", "talk", "--rows", "schools.csv", "-j", "1"]
    first = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not decks(project):
        assert first.poll() is None
    second = build(project, "talk", "--rows", "schools.csv", "-j", "1")
    first.communicate(timeout=120)
    assert first.returncode == 0
    assert second.returncode == 1
    assert "another deckgen is writing into" in second.stderr
    assert len(decks(project)) == 400


def test_rows_that_change_during_the_build_are_told(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 3)
    diags = Diagnostics()
    batch = Batch(job_of(project, project / "out"), plan_of(project), diags, lambda path: (project / path).read_bytes())
    assert batch.check()
    results = batch.run(build_here, whole=True)
    next(results)
    (project / "schools.csv").write_text((project / "schools.csv").read_text() + "999,New,primary,1,\n")
    list(results)
    assert [one.code for one in diags] == ["rows-changed"]


def test_what_a_killed_worker_leaves_is_gone_when_the_run_ends(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 3)
    batch = Batch(
        job_of(project, project / "out"), plan_of(project), Diagnostics(), lambda p: (project / p).read_bytes()
    )
    assert batch.check()
    results = batch.run(build_here, whole=True)
    next(results)
    (project / "out/.deckgen-1-1-1.tmp").write_bytes(b"half")
    list(results)
    assert sorted(file.name for file in (project / "out").iterdir()) == [
        ".deckgen-rows.jsonl",
        *(f"{100 + number}.pptx" for number in range(3)),
    ]


def test_a_clock_that_goes_backwards_builds_the_same(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 3)
    assert told(project) == []
    before = contents(project / "out")
    for file in (project / "out").glob("*.pptx"):
        os.utime(file, ns=(10**18, 10**18))
    for file in project.rglob("*.yaml"):
        os.utime(file, ns=(2 * 10**18, 2 * 10**18))
    assert told(project) == []
    assert contents(project / "out") == before


def test_what_is_kept_may_vanish_during_the_build(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 60)
    stop = threading.Event()

    def remove() -> None:
        while not stop.is_set():
            subprocess.run(["rm", "-rf", str(project / "build/.cache")], check=False)

    thread = threading.Thread(target=remove)
    thread.start()
    try:
        done = build(project, "talk", "--rows", "schools.csv", "-j", "2")
    finally:
        stop.set()
        thread.join()
    assert (done.returncode, done.stderr) == (0, "")
    assert len(decks(project)) == 60


def test_names_that_windows_keeps_for_devices_are_mended(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 0, lines="1,CON,primary,1,\n2,aux.txt,primary,1,\n3,a:b?,primary,1,\n")
    assert build(project, "talk", "--rows", "schools.csv", "--name", "{{ school }}").returncode == 0
    assert decks(project) == ["talk/CON_.pptx", "talk/a-b.pptx", "talk/aux_.txt.pptx"]


def test_memory_stays_flat_however_many_rows(tmp_path: Path) -> None:
    def peak(rows: int) -> float:
        """MB of the largest process of a batch."""
        project = make_project(tmp_path / str(rows), rows)
        command = [sys.executable, "-m", "deckgen", "build", "talk", "--rows", "schools.csv", "-j", "1"]
        watched = (
            "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True);"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        done = subprocess.run(
            [sys.executable, "-c", watched, *command], cwd=project, capture_output=True, text=True, check=True
        )
        return int(done.stdout) / 1024

    small = peak(50)
    large = peak(1_500)
    assert large - small < 60, "MB more for thirty times as many rows"
    assert large < 200
