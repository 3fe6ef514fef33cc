"""Processes of this machine as workers, each with a pipe of its own.

The standard library's pool has one queue for all: a process that is killed while it holds the queue's lock can leave
the others waiting for ever. Here one that dies ends its own call, with BrokenExecutor, and another takes its place.

They are spawned, not forked: a progress bar may have threads, and a copy of a process with threads can stand still.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from importlib import import_module
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias

from deckgen.interrupts import starting

_Call: TypeAlias = tuple["Future[Any]", Callable[..., Any], tuple[Any, ...]]
_PATIENCE = 5.0
"""Seconds that an idle process has to end."""


class Processes(Executor):
    """So many worker processes, each started when there is work for it. They end with this one, however it ends, and
    leave Ctrl-C to it."""

    def __init__(self, count: int, *, early: int = 0) -> None:
        """`early` of them are started at once, and get ready to build rows."""
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._closed = False
        self.workers = [_Worker(self._calls, early=number < early) for number in range(count)]
        for worker in self.workers:
            worker.start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        """Have a process call `fn`; both it and what it gives have to cross to it. RuntimeError after `shutdown`."""
        if self._closed:
            raise RuntimeError("the processes have been dismissed")
        future: Future[Any] = Future()
        self._calls.put((future, fn, args))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes end what they have begun, and what waits unless it is to be cancelled, and go."""
        self._closed = True
        while cancel_futures:
            try:
                call = self._calls.get_nowait()
            except Empty:
                break
            if call is not None:
                call[0].cancel()
        for _ in self.workers:
            self._calls.put(None)
        for worker in self.workers if wait else ():
            worker.join()


class _Worker(threading.Thread):
    """Gives calls to one process, one at a time, and starts another when that has died."""

    def __init__(self, calls: SimpleQueue[_Call | None], *, early: bool) -> None:
        super().__init__(daemon=True)
        self._calls, self._early = calls, early
        self._called = False
        self._pipe: Connection | None = None
        self.process: SpawnProcess | None = None

    def run(self) -> None:
        """Until there is no more to do."""
        if self._early:
            with suppress(OSError):  # whoever has work for it is told
                self._pipe = self._launched()
        while (call := self._calls.get()) is not None:
            future, fn, args = call
            if future.set_running_or_notify_cancel():
                self._have_called(future, fn, args)
        self._dismiss()

    def _have_called(self, future: Future[Any], fn: Callable[..., Any], args: tuple[Any, ...]) -> None:
        try:
            if self._pipe is None:
                self._pipe = self._launched()
            self._called = True
            self._pipe.send((fn, args))
            sound, found = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._dismiss()
            future.set_exception(BrokenExecutor(str(error)))
        except Exception as error:  # noqa: BLE001 - what can't cross to the process, say, is the caller's
            future.set_exception(error)
        else:
            future.set_result(found) if sound else future.set_exception(found)

    def _launched(self) -> Connection:
        context = get_context("spawn")
        here, there = context.Pipe()
        self.process = context.Process(target=_serve, args=(there, self._early), daemon=True)
        _be_deaf_to_ctrl_c()
        with starting:
            self.process.start()
        there.close()  # so that its death is the end of what can be read here
        return here

    def _dismiss(self) -> None:
        """Close the pipe, which an idle process takes for the end; one that doesn't is killed. So is one that was
        started early, and for nothing: it may still be getting ready."""
        if self._pipe is not None and self.process is not None:
            self._pipe.close()
            self.process.join(_PATIENCE if self._called else 0)
            if self.process.is_alive():
                self.process.kill()
                self.process.join()
        self._pipe = None


def cores() -> int:
    """How many processes this machine runs at once, as far as this one may use it."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        return os.cpu_count() or 1


def _be_deaf_to_ctrl_c() -> None:
    """Have the processes that this thread starts pass over Ctrl-C from their first moment, before they can say so
    themselves: a terminal sends it to all of them."""
    if hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # or the start of the first process starts it, which undoes the mask
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _serve(pipe: Connection, early: bool) -> None:
    """A worker's life: calls come in and results go out, until nobody is there. One that is there `early` imports what
    building rows takes before there are any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if early:
        import_module("deckgen.batch.builder")
    while True:
        try:
            fn, args = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = True, fn(*args)
        except Exception as error:  # noqa: BLE001 - it is raised again where the result is asked for
            answer = False, error
        pipe.send(answer)


def _end_with_parent() -> None:
    """A parent that is killed can't tell a worker that is busy."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
