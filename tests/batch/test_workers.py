"""Workers that die, parents that are killed, Ctrl-C: finished decks stay, the others are built next time."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from deckgen.batch.pool import processes
from deckgen.batch.run import ATTEMPTS, build_here, build_on
from deckgen.batch.store import LEDGER
from deckgen.batch.task import Job, Task
from tests.batch.project import job_of, make_project, plan_of
from tests.batch.test_run import contents


def until(true: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for a condition."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.005)


class Killer:
    """Tasks that kill a worker of the pool each time one of some rows is asked for."""

    def __init__(self, tasks: Iterator[Task], rows: set[int]) -> None:
        self._tasks, self._rows = tasks, rows
        self.pools: list[ProcessPoolExecutor] = []

    def pool(self) -> ProcessPoolExecutor:
        pool = processes(2)
        assert isinstance(pool, ProcessPoolExecutor)
        self.pools.append(pool)
        return self.pools[-1]

    def __iter__(self) -> Iterator[Task]:
        for task in self._tasks:
            yield task
            if task.number in self._rows:
                until(lambda: bool(self.pools[-1]._processes))
                os.kill(next(iter(self.pools[-1]._processes)), signal.SIGKILL)


def test_killed_workers_are_replaced_and_every_row_is_built_once(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 150)
    job, plan = job_of(project, tmp_path / "out"), plan_of(project)
    killer = Killer(plan.tasks(), {20, 120})
    results = list(build_on(killer.pool, 2, job, iter(killer)))
    assert len(killer.pools) >= 2, "nothing was killed"
    assert sorted(result.number for result in results) == list(range(1, 151))
    assert {result.status for result in results} <= {"written", "unchanged"}
    alone = job_of(project, tmp_path / "alone")
    list(build_here(alone, plan.tasks()))
    assert contents(tmp_path / "out") == contents(tmp_path / "alone")


def test_a_row_that_ends_every_worker_is_named_and_the_others_are_built(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 20)
    job, plan = job_of(project, tmp_path / "out"), plan_of(project)
    results = list(build_on(Ended, 2, job, plan.tasks()))
    failed = [result for result in results if result.status == "failed"]
    assert [(result.name, result.said[0].code) for result in failed] == [("107", "worker-died")]
    assert str(ATTEMPTS) in failed[0].said[0].message
    assert len(contents(tmp_path / "out")) == 19


class Ended(ProcessPoolExecutor):
    """Processes that end where the row called 107 is built."""

    def __init__(self) -> None:
        super().__init__(2, mp_context=get_context("spawn"))

    def submit(self, build, job: Job, piece: tuple[Task, ...]):  # type: ignore[no-untyped-def,override]
        return super().submit(_end_at_107, build, job, piece)


def _end_at_107(build, job: Job, piece: tuple[Task, ...]):  # type: ignore[no-untyped-def]
    if any(task.name == "107" for task in piece):
        os._exit(9)
    return build(job, piece)


def begun(project: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "deckgen", "build", "talk", "--rows", "schools.csv", "--jobs", "2", *arguments]
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    until(lambda: len(list((project / "build/talk").glob("*.pptx"))) > 5)
    return process


def built(project: Path) -> Counter[str]:
    command = [sys.executable, "-m", "deckgen", "build", "talk", "--rows", "schools.csv", "--jobs", "2"]
    done = subprocess.run([*command, "--format", "json"], cwd=project, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return Counter(json.loads(done.stdout)["rows"]["statuses"])


def leftovers(project: Path) -> list[str]:
    return [file.name for file in (project / "build").rglob(".deckgen-*.tmp")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path, 600)


def test_ctrl_c_stops_soon_and_what_is_finished_stays(project: Path) -> None:
    process = begun(project)
    at = time.monotonic()
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Stopped." in out
    assert time.monotonic() - at < 10  # two seconds on a machine that does nothing else
    done = len(list((project / "build/talk").glob("*.pptx")))
    assert 0 < done < 600
    assert leftovers(project) == []
    assert built(project).total() == 600
    assert len(contents(project / "build")) == 600


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_every_deck_of_a_run_that_was_stopped_is_known_to_the_next(project: Path, end: signal.Signals) -> None:
    process = begun(project)
    workers = _children(process.pid)
    process.send_signal(end)
    process.communicate(timeout=30)
    until(lambda: not any(_runs(worker) for worker in workers))
    common = project / "slides/common.yaml"
    common.write_text(common.read_text().replace("first", "very first"))
    rows = project / "schools.csv"
    rows.write_text("".join(rows.read_text().splitlines(keepends=True)[:3]))
    assert built(project)["written"] == 2, "decks were taken for somebody else's"
    assert sorted(contents(project / "build/talk")) == ["100.pptx", "101.pptx"]


def test_after_a_killed_parent_nothing_is_left_and_the_rest_is_built(project: Path) -> None:
    process = begun(project)
    process.kill()
    process.communicate(timeout=30)
    found = built(project)
    assert found.total() == 600
    assert found["unchanged"] > 0
    assert leftovers(project) == []
    assert (project / "build/talk" / LEDGER).exists()


def test_workers_end_with_a_killed_parent(project: Path) -> None:
    process = begun(project)
    children = _children(process.pid)
    assert children
    process.kill()
    process.communicate(timeout=30)
    until(lambda: not any(_runs(child) for child in children))


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False
