"""Batches: the talk for thousands of schools, three of its fourteen slides personal."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks import python_pptx_script
from benchmarks.deckgen_side import Bench, long_deck, read_files
from benchmarks.floor import Floor
from benchmarks.measures import deckgen_command, installed_environment
from benchmarks.open_and_save import opened, personal_copy
from benchmarks.personal import NAME, Rows, make_personal, school, write_rows
from benchmarks.table import Row
from benchmarks.talk import DECK
from benchmarks.timing import Work, median, paired, ratio

AT_ONCE = 20
"""So many decks of those that take a few milliseconds are timed together."""
SOME, MANY, ALL = 200, 2_000, 22_000
TURNS = 3
"""Whole runs of thousands of rows take minutes."""


def one_worker(_: Bench, project: Path, rounds: int) -> list[Row]:
    """Batch: one worker, deck after deck, and what others make of it

    All write their files into one folder, in memory where the system has such a one: what the disk takes for
    syncing is in the whole runs alone, for nobody else does it. deckgen and the floor leave a file for each deck; to
    write one over and over takes the floor a quarter less, for the system then has the memory at hand.
    """
    with _personal() as personal, _folder("/dev/shm") as out:
        works, decks = _one_by_one(project, personal, out), {"deckgen": AT_ONCE, "floor": AT_ONCE}
        taken = paired(works, rounds=rounds)
    each = {name: [one / decks.get(name, 1) for one in seconds] for name, seconds in taken.items()}
    rows = [Row(f"batch, {name}", 1 / median(seconds), "decks/s") for name, seconds in each.items()]
    for name, must, goal in (("script", 30, 60), ("open once, save", 7, 14), ("pandoc", 100, 200)):
        if name in each:
            rows.append(Row(f"batch against {name}", ratio(each[name], each["deckgen"]), "×", must, goal, more=True))
    return [*rows, Row("batch, deckgen / floor", ratio(each["deckgen"], each["floor"]), "×", 10, 5)]


def _one_by_one(project: Path, personal: Path, out: Path) -> dict[str, Work]:
    content = json.loads((project / "content.json").read_text(encoding="utf-8"))
    built = Rows(personal, out / "deckgen")
    decks = [deck.read_bytes() for deck in built.build(2)]
    floor = Floor(decks[0], decks[1], school(0)["school"])
    target, copied = out / "others.pptx", itertools.count()

    def script() -> None:
        python_pptx_script.make_deck(content, str(project)).save(str(target))

    def copies() -> None:
        for number in range(AT_ONCE):
            floor.copy(school(number)["school"], out / f"floor-{next(copied)}.pptx")

    script()
    finished = opened(target.read_bytes())
    works: dict[str, Work] = {
        "deckgen": lambda: built.build(AT_ONCE),
        "floor": copies,
        "script": script,
        "open once, save": lambda: target.write_bytes(personal_copy(finished, "Beech Hill")),
    }
    if shutil.which("pandoc"):
        command = ("pandoc", "talk.md", "-o", str(target))
        works["pandoc"] = lambda: subprocess.run(command, cwd=project, check=True, capture_output=True)
    return works


class _Taken(NamedTuple):
    """What a run took: seconds, and the memory of its largest process in MB."""

    seconds: float
    memory: float


def whole_runs(_: Bench, _project: Path, rounds: int) -> list[Row]:
    """Batch: whole runs of 200 and 2,000 rows by `deckgen build`, start to synced files, with 1 and 2 workers"""
    taken = _turns((SOME, MANY), (1, 2), min(rounds, TURNS))
    rows = []
    for (count, jobs), runs in taken.items():
        what = f"{count:,} rows, {jobs} worker{'s' if jobs > 1 else ''}"
        rows.append(Row(what, count / median([run.seconds for run in runs]), "decks/s"))
        rows.append(Row(f"{what}, memory of one", max(run.memory for run in runs), "MB", 200))
    with _personal() as project:
        kept = [_run(project, MANY, 2, "--cache", "build/.cache/decks").seconds for _ in range(TURNS)]
    rows.append(Row("2,000 rows, 2 workers, kept in a cache", MANY / median(kept), "decks/s"))
    one, two = ([run.seconds for run in taken[MANY, jobs]] for jobs in (1, 2))
    alone, both = _in_memory(min(rounds, TURNS))
    some = [run.seconds * MANY / SOME for run in taken[SOME, 1]]
    return [
        *rows,
        Row("2,000 rows, 2 workers against one", ratio(one, two), "×", 1.8, more=True),
        Row("2,000 rows in memory, 2 workers against one", ratio(alone, both), "×", 1.8, more=True),
        Row("2,000 rows / 200, time of a deck", ratio(one, some), "×"),
        Row("22,000 rows, 2 workers (reckoned from 2,000)", median(two) * ALL / MANY, "s", 120, 60),
    ]


def _in_memory(turns: int) -> tuple[list[float], list[float]]:
    """Seconds of runs with one worker and with two into a folder in memory, where the system has such a one: two that
    write 300 MB a second may well wait for one disk."""
    taken: dict[int, list[float]] = {1: [], 2: []}
    with _personal() as project, _folder("/dev/shm") as folder:
        for _ in range(turns):
            for jobs, seconds in taken.items():
                seconds.append(_run(project, MANY, jobs, out=folder / "out").seconds)
    return taken[1], taken[2]


def large_run(_: Bench, _project: Path, _rounds: int) -> list[Row]:
    """Batch: whole runs of 22,000 rows, with 1 and 2 workers"""
    taken = _turns((MANY, ALL), (1, 2), 1)
    rows = []
    for jobs in (1, 2):
        many, (seconds, memory) = taken[MANY, jobs][0], taken[ALL, jobs][0]
        what = f"22,000 rows, {jobs} worker{'s' if jobs > 1 else ''}"
        bounds = (120, 60) if jobs == 2 else (None, None)
        rows += [
            Row(what, seconds, "s", *bounds),
            Row(f"{what}, memory of one", memory, "MB", 200),
            Row(f"{what} / 2,000, memory", memory / many.memory, "×", 1.2),
            Row(f"{what} / 2,000, time of a deck", seconds / many.seconds * MANY / ALL, "×"),
        ]
    one, two = (taken[ALL, jobs][0].seconds for jobs in (1, 2))
    return [*rows, Row("22,000 rows, 2 workers against one", one / two, "×", 1.8, more=True)]


def _turns(counts: tuple[int, ...], workers: tuple[int, ...], turns: int) -> dict[tuple[int, int], list[_Taken]]:
    """Runs with each count of rows and workers, in turns."""
    taken: dict[tuple[int, int], list[_Taken]] = {}
    with _personal() as project:
        for turn in range(turns):
            for count in counts:
                for jobs in workers if turn % 2 else workers[::-1]:
                    taken.setdefault((count, jobs), []).append(_run(project, count, jobs))
    return dict(sorted(taken.items()))


def _run(project: Path, count: int, jobs: int, *options: str, out: Path | None = None) -> _Taken:
    """A run that finds no finished decks of an earlier one."""
    shutil.rmtree(project / "build" / ".cache" / "decks", ignore_errors=True)
    rows, out = write_rows(project / "rows.csv", count), out or project / "out"
    command = (*deckgen_command(), "build", DECK, "--rows", str(rows), "--name", NAME, "--jobs", str(jobs), *options)
    launched = (sys.executable, str(Path(__file__).with_name("launched.py")), *command, "--out", str(out))
    told = subprocess.run(
        launched, cwd=project, env=installed_environment(), capture_output=True, text=True, check=True
    )
    seconds, memory, status = told.stdout.split()
    built = sum(1 for _ in out.rglob("*.pptx"))
    shutil.rmtree(out)
    if status != "0" or built != count:
        raise SystemExit(f"{' '.join(command)}: {built} decks, exit status {status}")
    return _Taken(float(seconds), float(memory))


def long_decks(_: Bench, _project: Path, _rounds: int) -> list[Row]:
    """Batch: decks of 14, 140 and 1,400 slides, 3 of every 14 personal"""
    with _personal() as personal, _folder("/dev/shm") as out:
        files = read_files(personal)
        best = [_a_slide(files, times, out / str(times)) * 1000 for times in (1, 10, 100)]
    rows = [
        Row(f"batch, a slide among {n}", value, "ms") for n, value in zip(("14", "140", "1,400"), best, strict=True)
    ]
    return [*rows, Row("batch, a slide among 1,400 / among 14", best[2] / best[0], "×", 1.2)]


def _a_slide(files: dict[str, bytes], times: int, out: Path) -> float:
    """The least seconds that a slide takes of a deck with the talk's slides so many times over."""
    built = Rows(Path(), out, deck="long", world=long_deck(files, times, lambda text: text))
    built.build(1)  # what the decks share
    count = max(1, AT_ONCE // times)

    def work() -> float:
        begun = time.perf_counter()
        built.build(count)
        return (time.perf_counter() - begun) / count

    return min(work() for _ in range(TURNS)) / (14 * times)


@contextmanager
def _personal() -> Iterator[Path]:
    """The personal project, in a folder of its own."""
    with _folder(None) as folder:
        yield make_personal(folder)


@contextmanager
def _folder(parent: str | None) -> Iterator[Path]:
    """A folder below `parent`, where there is such a one; removed again."""
    where = parent if parent and os.access(parent, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="deckgen-bench-", dir=where) as folder:
        yield Path(folder)
