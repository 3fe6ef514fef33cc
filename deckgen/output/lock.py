"""One build at a time in a folder."""

from __future__ import annotations

import os

from deckgen.output.atomic import NotWritten


def lock_folder(path: str, shown: str) -> int | None:
    """A lock on the folder itself, which a killed process can't leave behind; None where there are none.

    Raises NotWritten where another build holds it."""
    try:
        import fcntl
    except ImportError:  # Windows
        return None
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise NotWritten(
            "output-busy",
            f"another deckgen is writing into {shown}",
            "wait for it to finish, or use --out DIR",
        ) from None
    except OSError:  # a disk without locks, over a network
        os.close(handle)
        return None
    return handle


def unlock(lock: int | None) -> None:
    """Let others in."""
    if lock is not None:
        os.close(lock)
