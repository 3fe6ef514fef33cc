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
    pool = _Pool(count, mp_context=get_context("spawn"), initializer=_begin)
    # All are started at once, as forked ones are: Python trips over one that is started just when another dies.
    setattr(pool, "_safe_to_dynamically_spawn_children", False)  # noqa: B010
    return pool


class _Pool(ProcessPoolExecutor):
    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """As any pool; a broken one takes its last processes with it.

        Python ends the processes of a broken pool and waits for them; one that was just being started is not ended, and
        it would wait for ever (Python 3.11, concurrent/futures/process.py, `terminate_broken`).
        """
        if self._broken:
            for process in [*(self._processes or {}).values()]:
                process.kill()
        super().shutdown(wait, cancel_futures=cancel_futures)


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
