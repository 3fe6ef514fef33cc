"""Rows built on workers: processes here or a cluster, anything that takes calls as `concurrent.futures` does."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from operator import length_hint
from typing import TypeAlias

from deckgen.batch.builder import Builder, build_rows
from deckgen.batch.task import Job, Result, Task, TaskOrResult
from deckgen.diagnostics import Diagnostic, Severity

PIECE, LARGEST = 8, 128
"""So many rows are given to a worker at once: few at first, then as many as take `TURN`. A call costs about as much as
an unchanged deck, and at its end the worker waits until its files are safe."""
TURN = 0.4
"""Seconds."""
AHEAD = 3
"""So many pieces a worker are under way: enough that none waits, few enough that memory stays flat."""
ATTEMPTS = 3
"""So many workers may die with a row, before it is said to have ended them."""

Piece: TypeAlias = tuple[Task, ...]


def build_here(job: Job, tasks: Iterator[TaskOrResult]) -> Iterator[Result]:
    """The results, one after another, in this process."""
    yield from Builder(job).build_all(tasks)


def build_on(workers: Callable[[], Executor], count: int, job: Job, tasks: Iterator[TaskOrResult]) -> Iterator[Result]:
    """The results as they come, from `count` workers of what `workers` makes.

    A worker that dies ends its own piece with BrokenExecutor. The rows of that are built again, each by itself, so that
    the one that ended it is found and the others are built. When the results are closed, what has not begun is dropped.
    `tasks` may say how many are left, by its `__length_hint__`. Results among them are passed on.
    """
    size = PIECE
    again: deque[Piece] = deque()
    deaths: Counter[int] = Counter()
    under_way: dict[Future[tuple[Result, ...]], Piece] = {}
    executor = workers()
    try:
        while True:
            while len(under_way) < count * AHEAD:
                left = length_hint(tasks)
                piece = again.popleft() if again else (yield from _piece(tasks, _fair(size, left, count)))
                if not piece:
                    break
                under_way[executor.submit(build_rows, job, piece)] = piece
            if not under_way:
                return
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                piece = under_way.pop(future)
                try:
                    results = future.result()
                    size = _size_after(results)
                    yield from results
                except BrokenExecutor as error:
                    deaths.update([task.number for task in piece])
                    again.extend([(task,) for task in piece if deaths[task.number] < ATTEMPTS])
                    dead = [task for task in piece if deaths[task.number] >= ATTEMPTS]
                    yield from [_ended_its_worker(task, str(error)) for task in dead]
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _piece(tasks: Iterator[TaskOrResult], size: int) -> Generator[Result, None, Piece]:
    """The next rows to be built, so many of them; none at the end. What needs no building is passed on meanwhile."""
    piece: list[Task] = []
    while len(piece) < size and (row := next(tasks, None)) is not None:
        if isinstance(row, Task):
            piece.append(row)
        else:
            yield row
    return tuple(piece)


def _fair(size: int, left: int, count: int) -> int:
    """How many rows a piece has that may have `size`, where so many are left for `count` workers (0: nobody knows).
    Near the end pieces become smaller, that workers end together."""
    return min(size, max(left // count, PIECE)) if left else size


def _size_after(results: tuple[Result, ...]) -> int:
    """How many rows the next piece has, when one came to `results`."""
    row = sum([result.seconds for result in results]) / len(results)
    return LARGEST if row * LARGEST < TURN else max(int(TURN / row), PIECE)


def _ended_its_worker(task: Task, told: str) -> Result:
    said = Diagnostic(
        severity=Severity.ERROR,
        code="worker-died",
        span=task.span,
        message=f"building row {task.number} ended its worker {ATTEMPTS} times{f': {told[:200]}' if told else ''}",
        hint="look at what this row alone has: a huge picture, or more than the memory of the machine holds",
    )
    return Result(number=task.number, name=task.name, audience=task.audience, status="failed", said=(said,))
