"""Writing a file so that its name always stands for a whole one: the old or the new."""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import get_native_id

from deckgen.world import Refused

_TEMPORARY = (".deckgen-", ".tmp")
_LEFTOVER = re.compile(r"\.deckgen-.*\.tmp|\.[0-9a-f]{8,128}\.[0-9]+\.tmp")

_REASONS = {
    errno.ENOSPC: ("there is no space left on the disk", "free some space and build again"),
    errno.EDQUOT: ("your quota on the disk is used up", "free some space and build again"),
    errno.EFBIG: (
        "the file would be larger than is allowed here",
        "raise the limit on file size (ulimit -f)",
    ),
    errno.EROFS: ("the disk is read-only", "write somewhere else: --out DIR"),
    errno.EACCES: (
        "it may not be written to",
        "close it where it is open, or mend the permissions, or write somewhere else: --out DIR",
    ),
    errno.EPERM: ("it may not be written to", "mend the permissions, or write somewhere else: --out DIR"),
    errno.ENOTDIR: ("a part of its path is a file, not a folder", "move that file away, or use --out DIR"),
    errno.ENAMETOOLONG: ("its name is too long for the disk", "shorten the deck's or the audience's name"),
    errno.ELOOP: ("a part of its path is a link that leads in a circle", "remove the link"),
}


class NotWritten(Refused):
    """An output that was refused or failed, the old file whole. `code` is the diagnostic's."""

    def __init__(self, code: str, reason: str, hint: str | None = None) -> None:
        super().__init__(reason, hint)
        self.code = code


def not_written(shown: str, error: OSError) -> NotWritten:
    """What an error of the operating system's means for the file shown as `shown`, in a line."""
    reason, hint = _REASONS.get(error.errno or 0, ((error.strerror or str(error)).lower(), None))
    return NotWritten("output-failed", f"{shown} can't be written: {reason}", hint)


def write_atomically(
    path: str,
    content: bytes | Iterable[bytes],
    *,
    shown: str | None = None,
    before_replace: Callable[[], None] = lambda: None,
) -> None:
    """Put `content`, whole or in pieces, at `path`: complete, or not at all and the old file stays.

    It is written beside the target and renamed. `before_replace` is called when the new file is safe
    on the disk and the old one still there. Raises NotWritten when the disk won't take it.
    """
    temporary = os.path.join(
        os.path.dirname(path), f"{os.getpid()}-{get_native_id()}-{time.monotonic_ns()}".join(_TEMPORARY)
    )
    try:
        try:
            _write_through(temporary, (content,) if isinstance(content, bytes) else content)
            before_replace()
            os.replace(temporary, path)
        except BaseException:  # Ctrl-C as well: nothing of ours may stay behind
            with suppress(OSError):
                os.unlink(temporary)
            raise
    except OSError as error:
        raise not_written(shown or path, error) from None


def _write_through(path: str, content: Iterable[bytes]) -> None:
    with open(path, "xb", buffering=0) as file:
        for piece in content:
            view = memoryview(piece)
            while view:
                view = view[file.write(view) :]
        os.fsync(file.fileno())


def remove_leftovers(folder: str) -> None:
    """Remove what a killed run has left of half-written files in `folder` itself."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if is_leftover(entry.name) and not entry.is_dir(follow_symlinks=False):
                with suppress(OSError):
                    os.unlink(entry.path)


def is_leftover(name: str) -> bool:
    """Whether a file of this name is one of ours, half-written: an output, or something for build/.cache."""
    return bool(_LEFTOVER.fullmatch(name))
