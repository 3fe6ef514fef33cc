"""Rows built on workers: processes here or a cluster, anything that takes calls as `concurrent.futures` does."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from itertools import islice
from typing import TypeAlias

from deckgen.batch.builder import Builder, build_rows
from deckgen.batch.task import Job, Result, Task
from deckgen.diagnostics import Diagnostic, Severity

PIECE = 16
"""So many rows are given to a worker at once: a call costs about as much as an unchanged deck."""
AHEAD = 3
"""So many pieces a worker are under way: enough that none waits, few enough that memory stays flat."""
ATTEMPTS = 3
"""So often a row is built by itself that may have ended its worker, before it is said to have."""

Piece: TypeAlias = tuple[Task, ...]


def build_here(job: Job, tasks: Iterator[Task]) -> Iterator[Result]:
    """The results, one after another, in this process."""
    yield from Builder(job).build_all(tasks)


def build_on(workers: Callable[[], Executor], count: int, job: Job, tasks: Iterator[Task]) -> Iterator[Result]:
    """The results as they come, from `count` workers of what `workers` makes.

    Where a worker dies, whatever was under way is built again row by row, each by itself, so that the one that ended
    it is found and the others are built. When the results are closed, what has not begun is dropped.
    """
    crew = _Crew(workers, job)
    pieces = iter(lambda: tuple(islice(tasks, PIECE)), ())
    try:
        while True:
            for piece in islice(pieces, count * AHEAD - crew.busy):
                crew.give(piece)
            if not crew.busy:
                return
            yield from crew.finished()
            yield from crew.suspects_built()
    finally:
        crew.dismiss()


class _Crew:
    """Workers, and what they have in hand. When they break down others take their place."""

    def __init__(self, workers: Callable[[], Executor], job: Job) -> None:
        self._workers, self._job = workers, job
        self._executor = workers()
        self._under_way: dict[Future[tuple[Result, ...]], Piece] = {}
        self._suspects: deque[Task] = deque()

    @property
    def busy(self) -> int:
        """How many pieces are under way."""
        return len(self._under_way)

    def give(self, piece: Piece) -> None:
        """Have a piece built."""
        future = self._submitted(piece)
        if future is None:
            self._suspects.extend([task for lost in (*self._under_way.values(), piece) for task in lost])
            self._replace()
        else:
            self._under_way[future] = piece

    def finished(self) -> Iterator[Result]:
        """The results of the pieces that are done first."""
        done = wait(self._under_way, return_when=FIRST_COMPLETED).done
        broken = False
        for future in done:
            piece = self._under_way.pop(future)
            try:
                yield from future.result()
            except BrokenExecutor:
                self._suspects.extend(piece)
                broken = True
        if broken:
            for piece in self._under_way.values():  # they all end with their pool
                self._suspects.extend(piece)
            self._replace()

    def suspects_built(self) -> Iterator[Result]:
        """The rows that were under way when a worker died, each built while no other is."""
        if self._suspects:
            # What else is under way would be suspect, too.
            while self._under_way:
                yield from self.finished()
        while self._suspects:
            yield from self._tried(self._suspects.popleft())

    def dismiss(self) -> None:
        """Let the workers finish what they have begun, and go."""
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _tried(self, task: Task) -> tuple[Result, ...]:
        for _ in range(ATTEMPTS):
            future = self._submitted((task,))
            try:
                if future is not None:
                    return future.result()
            except BrokenExecutor:
                pass
            self._replace()
        return (_ended_its_worker(task),)

    def _submitted(self, piece: Piece) -> Future[tuple[Result, ...]] | None:
        """A piece on its way; None where the workers have broken down, which they may do at this very moment."""
        try:
            return self._executor.submit(build_rows, self._job, piece)
        except (BrokenExecutor, OSError, RuntimeError):
            return None

    def _replace(self) -> None:
        self._under_way.clear()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._workers()


def _ended_its_worker(task: Task) -> Result:
    said = Diagnostic(
        severity=Severity.ERROR,
        code="worker-died",
        span=task.span,
        message=f"building row {task.number} ended its process {ATTEMPTS} times",
        hint="look at what this row alone has: a huge picture, or more than the memory of the machine holds",
    )
    return Result(number=task.number, name=task.name, audience=task.audience, status="failed", said=(said,))
