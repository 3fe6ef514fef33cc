"""Processes of this machine as workers.

They are spawned, not forked: a progress bar may have threads, and a copy of a process with threads can stand still.
"""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait


def processes(count: int) -> Executor:
    """So many worker processes. They end with this one, however it ends, and leave Ctrl-C to it."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin)


def cores() -> int:
    """How many processes this machine runs at once, as far as this one may use it."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        return os.cpu_count() or 1


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that is killed can't tell its workers; they would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
