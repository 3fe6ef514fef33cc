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
from concurrent.futures import BrokenExecutor
from multiprocessing.context import SpawnProcess
from pathlib import Path
from pickle import PicklingError

import pytest

from deckgen.batch.pool import Processes
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
    """Tasks that kill a worker each time one of some rows is asked for."""

    def __init__(self, tasks: Iterator[Task], rows: set[int]) -> None:
        self._tasks, self._rows = tasks, rows
        self.killed = 0
        self.pool = Processes(2)

    def _running(self) -> list[SpawnProcess]:
        return [worker.process for worker in self.pool.workers if worker.process and worker.process.pid]

    def __iter__(self) -> Iterator[Task]:
        for task in self._tasks:
            yield task
            if task.number in self._rows:
                until(lambda: bool(self._running()))
                self._running()[0].kill()
                self.killed += 1


def test_killed_workers_are_replaced_and_every_row_is_built_once(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 150)
    job, plan = job_of(project, tmp_path / "out"), plan_of(project)
    killer = Killer(plan.tasks(), {20, 120})
    results = list(build_on(lambda: killer.pool, 2, job, iter(killer)))
    assert killer.killed == 2
    assert sorted(result.number for result in results) == list(range(1, 151))
    assert {result.status for result in results} <= {"written", "unchanged"}
    alone = job_of(project, tmp_path / "alone")
    list(build_here(alone, plan.tasks()))
    assert contents(tmp_path / "out") == contents(tmp_path / "alone")


def test_a_row_that_ends_every_worker_is_named_and_the_others_are_built(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 20)
    job, plan = job_of(project, tmp_path / "out"), plan_of(project)
    results = list(build_on(lambda: Ended(2), 2, job, plan.tasks()))
    failed = [result for result in results if result.status == "failed"]
    assert [(result.name, result.said[0].code) for result in failed] == [("107", "worker-died")]
    assert str(ATTEMPTS) in failed[0].said[0].message
    assert len(contents(tmp_path / "out")) == 19


class Ended(Processes):
    """Processes that end where the row called 107 is built."""

    def submit(self, fn, /, *args, **_):  # type: ignore[no-untyped-def]
        return super().submit(_end_at_107, fn, *args)


def test_what_a_call_raises_is_raised_where_its_result_is_asked_for() -> None:
    with Processes(1) as pool:
        with pytest.raises(ZeroDivisionError):
            pool.submit(divmod, 1, 0).result()
        assert pool.submit(divmod, 7, 2).result() == (3, 1)
        with pytest.raises((AttributeError, TypeError, PicklingError)):
            pool.submit(lambda: 1).result()
        assert pool.submit(divmod, 9, 2).result() == (4, 1)


def test_what_waits_is_dropped_and_nothing_is_taken_after_the_end() -> None:
    pool = Processes(1)
    futures = [pool.submit(time.sleep, 0.3) for _ in range(50)]
    until(futures[0].running)
    pool.shutdown(cancel_futures=True)
    assert sum(future.cancelled() for future in futures) >= 48
    assert not any(worker.process.is_alive() for worker in pool.workers if worker.process)
    with pytest.raises(RuntimeError):
        pool.submit(divmod, 1, 1)


def test_processes_that_were_started_for_nothing_are_gone_at_once() -> None:
    pool = Processes(3, early=2)
    until(lambda: sum(bool(worker.process and worker.process.pid) for worker in pool.workers) == 2)
    begun = time.monotonic()
    pool.shutdown()
    assert time.monotonic() - begun < 1
    assert not any(worker.process.is_alive() for worker in pool.workers if worker.process)


def test_a_process_that_was_started_early_and_has_died_is_replaced() -> None:
    with Processes(1, early=1) as pool:
        until(lambda: bool(pool.workers[0].process and pool.workers[0].process.pid))
        pool.workers[0].process.kill()  # type: ignore[union-attr]
        pool.workers[0].process.join()  # type: ignore[union-attr]
        with pytest.raises(BrokenExecutor):
            pool.submit(divmod, 7, 2).result()
        assert pool.submit(divmod, 7, 2).result() == (3, 1)


def _end_at_107(build, job: Job, piece: tuple[Task, ...]):  # type: ignore[no-untyped-def]
    if any(task.name == "107" for task in piece):
        os._exit(9)
    return build(job, piece)


def begun(project: Path, *, jobs: int = 2) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "deckgen", "build", "talk", "--rows", "schools.csv", "--jobs", str(jobs)]
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


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_stops_soon_and_what_is_finished_stays_and_is_counted(project: Path, jobs: int) -> None:
    process = begun(project, jobs=jobs)
    at = time.monotonic()
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Stopped." in out
    assert time.monotonic() - at < 10  # two seconds on a machine that does nothing else
    done = len(list((project / "build/talk").glob("*.pptx")))
    assert 0 < done < 600
    assert f"{done} written" in out
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
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False
