"""A Dask cluster as workers (the extra `scale`): the same calls as to processes here.

Workers share no disk with this machine: the project is sent to them as an archive, once, and they write to an address.
"""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from datetime import date
from threading import Lock
from typing import Any

from msgspec.structs import replace

from deckgen.batch.builder import Builder, drop_builders
from deckgen.batch.rows import Unusable
from deckgen.batch.task import Job, Result, Task
from deckgen.diagnostics import NOWHERE, Diagnostic, Severity
from deckgen.version import VERSION
from deckgen.world import MAX_FILE
from deckgen.worlds import MemoryWorld

RETRIES = 3
"""So often the scheduler gives a piece to another worker when one dies with it."""
PATIENCE = 5
"""Seconds that a scheduler has to answer."""
_LEFT_OUT = {"build", "node_modules", "__pycache__"}


class Cluster(Executor):
    """The workers of the scheduler at `address`, for the job of the project at `root`. Raises Unusable for none."""

    def __init__(self, address: str, root: str) -> None:
        self._client = _client(address)
        self._archive = archived(root)
        try:
            self._project = self._sent()
        except TimeoutError:
            self._client.close()
            hint = f"start some, with deckgen installed: dask worker {address} --nthreads 1"
            raise Unusable(NOWHERE, f"the scheduler at {address} has no workers", hint, "no-cluster") from None
        self._inner = self._client.get_executor(pure=False, retries=RETRIES)

    def _sent(self) -> Any:
        """The project on a worker, which gives it to the next: not through the scheduler.

        It has a name of its own: a run of the same project that ends just now would take it away.
        """
        return self._client.scatter(self._archive, broadcast=False, hash=False, timeout=PATIENCE)

    @property
    def count(self) -> int:
        """How many rows are built at once."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def submit(self, _: Callable[..., Any], /, *given: Any, **__: Any) -> Future[Any]:
        """Have a piece built, as `build_rows` builds it here."""
        outer: Future[Any] = Future()
        try:
            if self._project.status in ("cancelled", "lost", "error"):  # with the only worker that had it
                self._project = self._sent()
            inner = self._inner.submit(build_there, *given, self._project, VERSION)
        except Exception as error:  # noqa: BLE001 - the scheduler is gone, say
            outer.set_exception(BrokenExecutor(str(error)))
            return outer
        inner.add_done_callback(lambda done: _pass_on(done, outer))
        return outer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster to others."""
        self._inner.shutdown(wait=wait and not cancel_futures)
        self._client.close()


def archived(root: str) -> bytes:
    """The project in an archive: what is built, hidden or too large to be read is left out. Bytes repeat."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if name not in _LEFT_OUT and not name.startswith("."))
            for name in sorted(names):
                path = os.path.join(folder, name)
                if not name.startswith(".") and os.path.isfile(path) and os.path.getsize(path) <= MAX_FILE:
                    entry = zipfile.ZipInfo(os.path.relpath(path, root).replace(os.sep, "/"))
                    with open(path, "rb") as file:
                        archive.writestr(entry, file.read())
    return held.getvalue()


RUNS = 4
"""So many runs that share a worker keep what they have read."""
IDLE = 60
"""Seconds after which a run that has sent nothing is taken to have ended, when another begins."""
_BUILDERS: dict[str, tuple[Builder, float]] = {}
"""Each run's, and when it has built last, in seconds of the worker's clock. Who was silent longest comes first."""
_ALONE = Lock()
"""A worker may have several threads, and several runs: what builds rows is for one of them at a time."""


def build_there(job: Job, tasks: tuple[Task, ...], project: bytes, version: str) -> tuple[Result, ...]:
    """The rows built on a worker. What it has of the project stays for the next rows of the same run."""
    if version != VERSION:
        return tuple([_of_another_version(task, version) for task in tasks])
    with _ALONE:
        return _built(job, tasks, project)


def _built(job: Job, tasks: tuple[Task, ...], project: bytes) -> tuple[Result, ...]:
    missing = job.cache is not None and not os.path.isdir(job.cache.folder)
    with _builder(replace(job, cache=None) if missing else job, project) as builder:
        results = tuple([builder.build(task) for task in tasks])
    return tuple([replace(one, said=(*one.said, _WITHOUT_CACHE)) for one in results]) if missing else results


@contextmanager
def _builder(job: Job, project: bytes) -> Iterator[Builder]:
    """The run's builder, made of the project with its first rows."""
    builder = _BUILDERS.pop(job.run)[0] if job.run in _BUILDERS else _made(job, project)
    try:
        yield builder
    finally:
        _BUILDERS[job.run] = builder, time.monotonic()


def _made(job: Job, project: bytes) -> Builder:
    """A builder for a run that begins. Those that have likely ended are let go of."""
    now = time.monotonic()
    silent = [run for run, (_, last) in _BUILDERS.items() if now - last > IDLE]
    drop_builders(_BUILDERS, silent or tuple(_BUILDERS)[: 1 - RUNS])
    with zipfile.ZipFile(io.BytesIO(project)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return Builder(job, MemoryWorld(files, today=date.fromisoformat(job.today), epoch=job.epoch))


_WITHOUT_CACHE = Diagnostic(
    severity=Severity.WARNING,
    code="no-cache",
    span=NOWHERE,
    message="a worker of the cluster doesn't reach the folder of --cache, and has compiled its decks",
    hint="name a folder that every worker has at the same place, or leave out --cache",
)


def _of_another_version(task: Task, version: str) -> Result:
    said = Diagnostic(
        severity=Severity.ERROR,
        code="other-version",
        span=NOWHERE,
        message=f"a worker of the cluster has deckgen {VERSION}, and this is {version}",
        hint="install the same version on every worker",
    )
    return Result(number=task.number, name=task.name, audience=task.audience, status="failed", said=(said,))


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        hint = 'pip install "deckgen[scale]"'
        raise Unusable(NOWHERE, "clusters need Dask distributed, which isn't installed", hint, "no-cluster") from None
    try:
        connect: Callable[..., Any] = Client
        return connect(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        said = str(error).splitlines()[0][:120] if str(error) else "no answer"
        message = f"the scheduler at {address} can't be reached: {said}"
        raise Unusable(NOWHERE, message, "look at the address; it begins with tcp://", "no-cluster") from None


def _pass_on(done: Future[Any], outer: Future[Any]) -> None:
    """What became of a piece. Workers that are lost are told as a broken pool is, so that the row is found."""
    if outer.cancelled():
        return
    if done.cancelled():
        outer.set_exception(BrokenExecutor("the cluster has dropped a piece"))
    elif (error := done.exception()) is not None:
        lost = type(error).__name__ in ("KilledWorker", "FutureCancelledError", "CommClosedError", "LostWorker")
        outer.set_exception(BrokenExecutor(str(error)) if lost else error)
    else:
        outer.set_result(done.result())
