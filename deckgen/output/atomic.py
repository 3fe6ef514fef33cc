"""Writing a file so that its name always stands for a whole one: the old or the new."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from threading import get_native_id

from deckgen.world import Refused

_TEMPORARY = (".deckgen-", ".tmp")
_LEFTOVER = re.compile(r"\.deckgen-.*\.tmp|\.[0-9a-f]{8,128}\.[0-9]+\.tmp")

_ELSEWHERE = "write somewhere else: --out DIR"
_REASONS = {
    errno.ENOSPC: ("there is no space left on the disk", "free some space and build again"),
    errno.EDQUOT: ("your quota on the disk is used up", "free some space and build again"),
    errno.EFBIG: (
        "the file would be larger than is allowed here",
        "raise the limit on file size (ulimit -f)",
    ),
    errno.EROFS: ("the disk is read-only", _ELSEWHERE),
    errno.EACCES: (
        "writing is not allowed there",
        f"close what is open in another program, or mend the permissions, or {_ELSEWHERE}",
    ),
    errno.EPERM: ("writing is not allowed there", f"mend the permissions, or {_ELSEWHERE}"),
    errno.ENOTDIR: ("a part of its path is a file, not a folder", f"move that file away, or {_ELSEWHERE}"),
    errno.EEXIST: ("a file stands where its folder would be", f"move that file away, or {_ELSEWHERE}"),
    errno.EISDIR: ("a folder of that name is there", f"move it away, or {_ELSEWHERE}"),
    errno.EBUSY: ("another program is using it", f"close it there, or {_ELSEWHERE}"),
    errno.ENAMETOOLONG: ("its name is too long for the disk", f"shorten the names that it is made of, or {_ELSEWHERE}"),
    errno.EINVAL: ("the disk takes no such name", f"rename what it is named after, or {_ELSEWHERE}"),
    errno.ELOOP: ("a part of its path is a link that leads in a circle", f"remove the link, or {_ELSEWHERE}"),
    errno.EIO: ("the disk reports a fault", f"have the disk checked, and {_ELSEWHERE}"),
    errno.ESTALE: ("the network drive has gone away", f"connect it again, or {_ELSEWHERE}"),
    errno.EMFILE: ("too many files are open", "raise the limit on open files (ulimit -n)"),
    errno.ENFILE: ("too many files are open on this machine", "close other programs and try again"),
}


class NotWritten(Refused):
    """An output that was refused or failed, the old file whole. `code` is the diagnostic's; `shown` and `cause` say
    apart which file it is and why the system took none, where that is no fault of the file's own."""

    def __init__(self, code: str, reason: str, hint: str | None = None, *, shown: str = "", cause: str = "") -> None:
        super().__init__(reason, hint)
        self.code, self.shown, self.cause = code, shown, cause

    def line(self, option: str) -> str:
        """All of it in a line, for a command in which `option` ("-o FILE") says where to write."""
        return f"{self.reason}; {self.hint.replace('--out DIR', option)}" if self.hint else self.reason


def not_written(shown: str, error: OSError) -> NotWritten:
    """What an error of the operating system's means for the file shown as `shown`, in a line."""
    cause, hint = _why(error, os.path.dirname(shown))
    return NotWritten("output-failed", f"{shown} can't be written: {cause}", hint, shown=shown, cause=cause)


def not_made(folder: str, error: OSError) -> NotWritten:
    """The same of a folder that could not be made, with those above it."""
    cause, hint = _why(error, "")
    return NotWritten("output-failed", f"{folder} can't be made: {cause}", hint, shown=folder, cause=cause)


def _why(error: OSError, folder: str) -> tuple[str, str]:
    """Why the system took no file into `folder`, and what to do."""
    if error.errno == errno.ENOENT:
        return _no_folder(folder)
    return _REASONS.get(error.errno or 0, ((error.strerror or str(error)).lower(), _ELSEWHERE))


def _no_folder(folder: str) -> tuple[str, str]:
    """Why there is no such place, and what to do."""
    if os.path.isdir(folder or "."):  # /proc, or a folder that has just gone
        return "the system takes no files there", _ELSEWHERE
    return "its folder isn't there", f"make the folder {folder}, or {_ELSEWHERE}"


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
    beside = Beside(path, content, shown=shown or path)
    beside.sync()
    beside.replace(before_replace)


def write_where_asked(path: str, content: bytes | Iterable[bytes], *, shown: str | None = None) -> None:
    """The same at a place that the user has named, be it /dev/null, /dev/stdout or a pipe: into those it is written.

    To put a file in the place of a device would take that from every program there is.
    """
    try:
        mode = os.stat(path).st_mode
    except OSError:
        mode = stat.S_IFREG  # there is none yet
    if not stat.S_ISCHR(mode) and not stat.S_ISFIFO(mode):
        write_atomically(path, content, shown=shown)
        return
    try:
        with open(path, "wb", buffering=0) as device:
            _write_all(device, content)
    except OSError as error:
        raise not_written(shown or path, error) from None


class Beside:
    """A file written beside its place: one that is made safe and put there later, while others are written.

    Each step raises NotWritten when the disk won't take it; then, as after Ctrl-C, nothing of it stays behind.
    """

    def __init__(self, path: str, content: bytes | Iterable[bytes], *, shown: str) -> None:
        self._path, self._shown = path, shown
        name = f"{os.getpid()}-{get_native_id()}-{time.monotonic_ns()}".join(_TEMPORARY)
        self._temporary = os.path.join(os.path.dirname(path), name)
        self._file: FileIO | None = None
        with self._gone_if_not():
            self._file = open(self._temporary, "xb", buffering=0)  # noqa: SIM115 - sync closes it
            _write_all(self._file, content)

    def sync(self) -> None:
        """Wait until the content is safe on the disk."""
        with self._gone_if_not():
            if self._file is not None:
                os.fsync(self._file.fileno())
                self._file.close()

    def replace(self, before: Callable[[], None] = lambda: None) -> None:
        """Put the file in its place; `before` is called while the old one is still there."""
        with self._gone_if_not():
            before()
            os.replace(self._temporary, self._path)

    def discard(self) -> None:
        """Remove what has been written."""
        if self._file is not None:
            self._file.close()
        with suppress(OSError):
            os.unlink(self._temporary)

    @contextmanager
    def _gone_if_not(self) -> Iterator[None]:
        try:
            yield
        except BaseException as error:  # Ctrl-C as well: nothing of ours may stay behind
            self.discard()
            if isinstance(error, OSError):
                raise not_written(self._shown, error) from None
            raise


def _write_all(file: FileIO, content: bytes | Iterable[bytes]) -> None:
    """Write all of it, however little of a piece the system takes at once."""
    for piece in (content,) if isinstance(content, bytes) else content:
        view = memoryview(piece)
        while view:
            view = view[file.write(view) :]


def sync_folder(path: str) -> None:
    """Wait until the names in a folder are safe on the disk; OSError where that can't be asked for."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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
