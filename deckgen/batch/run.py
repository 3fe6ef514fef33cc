"""Rows built on workers: processes here or a cluster, anything that takes calls as `concurrent.futures` does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from itertools import islice

from deckgen.batch.builder import Builder, build_rows
from deckgen.batch.task import Job, Result, Task

PIECE = 16
"""So many rows are given to a worker at once: a call costs about as much as an unchanged deck."""
AHEAD = 3
"""So many pieces a worker are under way: enough that none waits, few enough that memory stays flat."""
ATTEMPTS = 3
"""A piece whose worker died is given out again so often, a row at a time, before its row is said to be the cause."""


def build_here(job: Job, tasks: Iterator[Task]) -> Iterator[Result]:
    """The results, one after another, in this process."""
    builder = Builder(job)
    for task in tasks:
        yield builder.build(task)


def build_on(workers: Callable[[], Executor], count: int, job: Job, tasks: Iterator[Task]) -> Iterator[Result]:
    """The results as they come, from `count` workers of what `workers` makes."""
    pieces = iter(lambda: tuple(islice(tasks, PIECE)), ())
    under_way: set[Future[tuple[Result, ...]]] = set()
    with workers() as executor:
        while True:
            for piece in islice(pieces, count * AHEAD - len(under_way)):
                under_way.add(executor.submit(build_rows, job, piece))
            if not under_way:
                return
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield from future.result()
