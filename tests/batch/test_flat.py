"""The process that leads a batch: what it holds doesn't grow with the rows, whatever becomes of them."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from deckgen.batch.batch import Batch
from deckgen.batch.inputs import said_of
from deckgen.batch.task import Entry, Inputs, Job, Result, TaskOrResult
from deckgen.cli.report import tell
from deckgen.cli.rows import _built, _left_out
from deckgen.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.output import NotWritten
from deckgen.output.scratch import Scratch
from deckgen.report import Report
from deckgen.report.write import write_junit, write_reports
from deckgen.worlds import DiskWorld
from tests.batch.project import job_of, ledger_of, make_project, plan_of
from tests.batch.test_faults import small_disk  # noqa: F401 - a fixture
from tests.batch.test_unchanged import read
from tests.support.tools import ROOT

FEW, MANY = 600, 2_600
A_ROW = 100
"""Bytes that a row may take of memory: it takes thirty, and took more than a thousand."""
Build = Callable[[Job, Iterator[TaskOrResult]], Iterator[Result]]


def pretended(*own: str) -> Build:
    """Workers whose decks are files of a byte, each with a warning of its own, and made of its `own` files as well."""

    def build(job: Job, rows: Iterator[TaskOrResult]) -> Iterator[Result]:
        for row in rows:
            yield row if isinstance(row, Result) else _made(job, row.number, row.name, own)

    return build


def _made(job: Job, number: int, name: str, own: tuple[str, ...]) -> Result:
    files = {path.format(name): sha for path, sha in _hashes(job, own).items()}
    inputs = Inputs(files=files, asks=(), said=said_of(job, "full"))
    file = os.path.join(job.out, f"{name}.pptx")  # no Path: Python keeps the names of those
    with open(file, "wb") as written:
        written.write(b"x")
    return Result(
        number=number,
        name=name,
        audience="full",
        status="written",
        entries=(
            Entry(
                name=f"{name}.pptx",
                sha256=hashlib.sha256(b"x").hexdigest(),
                size=1,
                stamp=str(os.stat(file).st_mtime_ns),
                made_of=inputs.id,
            ),
        ),
        said=(warning(f"the words of {name} are no good"),),
        slides=3,
        seconds=number / 1e6,
        inputs=inputs,
    )


def _hashes(job: Job, own: tuple[str, ...]) -> dict[str, str]:
    shared = ("decks/talk.yaml", "slides/common.yaml")
    hashes = {path: hashlib.sha256(Path(job.root, path).read_bytes()).hexdigest() for path in shared}
    return hashes | dict.fromkeys(own, "")


def warning(message: str) -> Diagnostic:
    return Diagnostic(severity=Severity.WARNING, code="w", span=Span("slides/common.yaml", 1, 1, 1, 1), message=message)


def account(project: Path, job: Job, build: Build) -> tuple[Counter[str], Diagnostics]:
    """What becomes of the rows, when it is all told as `deckgen build` tells it."""
    diags, report = Diagnostics(), Report()
    batch = Batch(job, plan_of(project), diags, read(project))
    sound = batch.check()
    report.extend(_left_out(job.deck, batch.left_out))
    for result in batch.run(build, whole=True) if sound else ():
        report.add(_built(job.deck, result))
    write_reports(report, str(project / "build"), "build")
    write_junit(report, str(project / "build/junit.xml"))
    tell(diags, DiskWorld(str(project), today=date(2026, 1, 1)))
    return batch.counts.statuses, diags


def most_held(project: Path, build: Build) -> int:
    """The bytes that are held when it is most."""
    tracemalloc.start()
    try:
        account(project, job_of(project, project / "out"), build)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("what", ["new", "unchanged", "own files", "left out"])
def test_what_is_held_does_not_grow_with_the_rows(what: str, tmp_path: Path) -> None:
    held: dict[int, list[int]] = {}
    build = pretended(*(f"assets/{{}}-{n}.png" for n in range(2 if what == "own files" else 0)))
    for turn, count in enumerate((MANY, FEW, MANY)):  # at first modules are imported, and Python's own tables grow
        project = make_project(tmp_path / str(turn), count)
        if what == "left out":
            file = project / "schools.csv"
            file.write_text(file.read_text().replace(",\n", ",nobody\n"))
        if what == "unchanged":
            account(project, job_of(project, project / "out"), build)
        held.setdefault(count, []).append(most_held(project, build))
    assert min(held[MANY]) - min(held[FEW]) < A_ROW * (MANY - FEW)


def test_rows_that_need_not_be_built_are_passed_on_one_by_one(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 500)
    job = job_of(project, tmp_path / "out")
    account(project, job, pretended())
    assert account(project, job, pretended())[0] == {"unchanged": 500}
    batch = Batch(job, plan_of(project), Diagnostics(), read(project))
    assert batch.check()
    asked: list[int] = []

    def counted(job: Job, rows: Iterator[TaskOrResult]) -> Iterator[Result]:
        for result in pretended()(job, rows):
            asked.append(result.number)
            yield result

    results = batch.run(counted, whole=False)
    next(results)
    assert asked == [1]


def run_with(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Python that has `folder` for its temporary files: SQLite asks for it once in its life."""
    environment = {**os.environ, "SQLITE_TMPDIR": str(folder)}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, cwd=ROOT)


def test_where_there_is_no_room_for_what_is_noted_it_is_told_and_decks_stay_known(
    tmp_path: Path,
    small_disk: Path,  # noqa: F811
) -> None:
    project, out = make_project(tmp_path / "p", 1_000), tmp_path / "out"
    done = run_with(
        small_disk,
        "from tests.batch.test_flat import *\n"
        f"project, job = Path({str(project)!r}), job_of(Path({str(project)!r}), Path({str(out)!r}))\n"
        "try: account(project, job, pretended(*(f'assets/{{}}-{n}.png' for n in range(250))))\n"
        "except NotWritten as refusal: print(refusal.reason, refusal.hint)",
    )
    assert "the folder for temporary files takes no more: database or disk is full" in done.stdout
    assert "TMPDIR" in done.stdout
    written, ledger = [file.stem for file in out.glob("*.pptx")], ledger_of(out)
    known = [name for name in written if ledger.below(name)]
    assert len(known) == len(written) - 1 > 300, "all but the one that there was no room for"


def test_nothing_of_what_is_noted_stays(tmp_path: Path) -> None:
    done = run_with(
        tmp_path,
        "from deckgen.output.scratch import Scratch; import glob, os; s = Scratch('TABLE t (x)')\n"
        "for n in range(9000): s.do('INSERT INTO t VALUES (?)', 'x' * 1000)\n"
        "print(*map(os.path.realpath, glob.glob('/proc/self/fd/*')), flush=True); os.kill(os.getpid(), 9)",
    )
    assert done.returncode == -signal.SIGKILL
    assert str(tmp_path) in done.stdout, "nine megabytes, which are not held"
    assert list(tmp_path.iterdir()) == []


def test_after_a_failure_nothing_is_taken_for_what_was_noted() -> None:
    scratch = Scratch("TABLE t (x)")
    with pytest.raises(NotWritten):
        scratch.do("no such thing")
    with pytest.raises(NotWritten, match="syntax error"):
        list(scratch.find("SELECT x FROM t"))
