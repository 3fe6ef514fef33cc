"""Ctrl-C, so that it ends a run quietly from its first moment, and never within an import.

What an extension module does while it is imported may not be interrupted: pikepdf's aborts the process, others say that
they are broken.
"""

from __future__ import annotations

import os
import sys
from _thread import allocate_lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from collections.abc import Callable
    from types import FrameType
else:
    import _signal as signal  # what it is made of: `signal` itself takes 4 ms, in which Ctrl-C ends in a traceback

INTERRUPTED = 130
"""The exit code of a run that Ctrl-C has ended (128 and the signal's number)."""

starting = allocate_lock()
"""Held while a process of ours is being started. If this one ended meanwhile, that one would complain of it."""

_outermost: list[object] = []
"""The code that an import has to be within, if any."""
_IMPORTING = "<frozen importlib"
_AGAIN = 0.005
"""Seconds until a Ctrl-C that came within an import is looked at again."""


def end_quietly() -> None:
    """Let Ctrl-C end the process at once: nothing has been begun that would have to be put in order."""
    _take(lambda _number, _frame: os._exit(INTERRUPTED))


def interrupt_between_imports() -> None:
    """Let Ctrl-C raise KeyboardInterrupt, as it does, but not before the import at hand is done.

    What whoever calls this is itself imported by doesn't count.
    """
    _outermost.append(sys._getframe(1).f_code)
    _take(between_imports)


def between_imports(_number: int, frame: FrameType | None) -> None:
    """Raise KeyboardInterrupt; within an import, a little later."""
    if _within_import(frame) and hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, between_imports)
        signal.setitimer(signal.ITIMER_REAL, _AGAIN)
        return
    raise KeyboardInterrupt


def _take(handler: Callable[[int, FrameType | None], object]) -> None:
    """Have `handler` called for Ctrl-C, unless who started this process keeps it from that (nohup, a script's `&`)."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, handler)


def _within_import(frame: FrameType | None) -> bool:
    while frame is not None and frame.f_code not in _outermost:
        if frame.f_code.co_filename.startswith(_IMPORTING):
            return True
        frame = frame.f_back
    return False
