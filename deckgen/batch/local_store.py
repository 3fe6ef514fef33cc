"""Rows' files in a folder of this machine: whole or not at all, and never over somebody's edits."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import chain
from typing import BinaryIO

from msgspec import Struct

from deckgen.batch.ledger import line_of
from deckgen.batch.store import LEDGER, Half, Placed
from deckgen.batch.task import Entry
from deckgen.ooxml.chunks import Chunk
from deckgen.output.atomic import (
    Beside,
    NotWritten,
    not_written,
    remove_leftovers,
    sync_folder,
    write_atomically,
)
from deckgen.output.content import Hashes, readable

SYNC_EVERY = 0.5
"""Seconds after which what was added to a ledger is made safe on the disk: a power cut takes no more. With each file
it would cost a tenth of a batch's time."""

_APPEND = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0)


class LocalStore:
    """The folder `path`, which messages call `shown`. A file's line is in the ledger before the file is."""

    def __init__(self, path: str, shown: str) -> None:
        self._folder, self._shown = path, shown
        self._hashes = Hashes()
        self._synced = time.monotonic()

    def begin(self, name: str, chunks: tuple[Chunk, ...], before: Sequence[Entry], *, force: bool) -> Half:
        """Write a file beside its place."""
        shown, path = f"{self._shown}/{name}", self._path(name)
        present = _present(path, shown)
        digest, size = self._hashes.of(chunks, shown)
        if present == digest:
            return _There(name, path, digest)
        if present is not None and not force and present not in {entry.sha256 for entry in before}:
            raise foreign(shown, known=bool(before))
        _make_folder(os.path.dirname(path), shown)
        entry = Entry(name=name, sha256=digest, size=size, stamp="")
        return _Half(entry, path, Beside(path, readable(chunks, shown), shown=shown))

    def untouched(self, entry: Entry) -> bool:
        """Whether its size and time are those that were noted; or its hash, of what a killed run has left."""
        try:
            info = os.lstat(self._path(entry.name))
        except OSError:
            return False
        if not stat.S_ISREG(info.st_mode) or info.st_size != entry.size:
            return False
        return str(info.st_mtime_ns) == entry.stamp if entry.stamp else self._hash(entry) == entry.sha256

    def _hash(self, entry: Entry) -> str | None:
        try:
            return _present(self._path(entry.name), self._shown)
        except NotWritten:
            return None

    def open(self, name: str) -> BinaryIO:
        """A file that is there. Raises NotWritten where it can't be read any more."""
        try:
            return open(self._path(name), "rb")
        except OSError as error:
            raise not_written(f"{self._shown}/{name}", error) from None

    def remove(self, entry: Entry) -> bool:
        """Remove an untouched file, and its folder where nothing is left in it."""
        if not self.untouched(entry):
            return False
        try:
            os.unlink(self._path(entry.name))
        except OSError:
            return False
        with suppress(OSError):
            if "/" in entry.name:
                os.rmdir(os.path.dirname(self._path(entry.name)))
        return True

    def tidy(self) -> None:
        """Remove half-written files in the folder and those below."""
        folders = [self._folder]
        while folders:  # one name at a time: a folder may hold hundreds of thousands
            with suppress(OSError), os.scandir(folder := folders.pop()) as found:
                folders += [entry.path for entry in found if entry.is_dir(follow_symlinks=False)]
            remove_leftovers(folder)

    def read_ledger(self) -> Iterable[bytes]:
        """The lines of the ledger."""
        try:
            with open(self._path(LEDGER), "rb") as file:
                yield from file
        except FileNotFoundError:
            return

    def add_to_ledger(self, lines: bytes) -> None:
        """One write to the end of the file, which no other process's write can come into."""
        handle = os.open(self._path(LEDGER), _APPEND, 0o644)
        try:
            whole = lines if _ends_a_line(handle) else b"\n" + lines
            if os.write(handle, whole) < len(whole):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if time.monotonic() - self._synced > SYNC_EVERY:
                os.fsync(handle)
                self._synced = time.monotonic()
        finally:
            os.close(handle)

    def write_ledger(self, content: Iterable[bytes]) -> None:
        """Write the ledger anew."""
        write_atomically(self._path(LEDGER), content, shown=f"{self._shown}/{LEDGER}")

    def settle(self, folders: Iterable[str]) -> None:
        """Wait until what lies in these folders is in its place even after a power cut; and the ledger. What killed
        workers have left in them goes."""
        for folder in chain(("",), filter(None, folders)):
            remove_leftovers(self._path(folder))
            with suppress(OSError):  # not every system, or disk, can be asked that of a folder
                sync_folder(self._path(folder))

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, *name.split("/"))


def _ends_a_line(handle: int) -> bool:
    """Whether a line may begin here: a full disk, or a power cut, may have left half of one."""
    if not os.fstat(handle).st_size:
        return True
    os.lseek(handle, -1, os.SEEK_END)
    return os.read(handle, 1) == b"\n"


class _There(Struct):
    """A file that lies in its place already."""

    name: str
    path: str
    digest: str

    def sync(self) -> bytes:
        return b""

    def place(self) -> Placed:
        return Placed("unchanged", _entry(self.name, self.path, self.digest))

    def discard(self) -> None:
        pass


class _Half(Struct):
    """A file that lies beside its place."""

    entry: Entry
    path: str
    file: Beside

    def sync(self) -> bytes:
        self.file.sync()
        return line_of(self.entry)

    def place(self) -> Placed:
        self.file.replace()
        return Placed("written", _entry(self.entry.name, self.path, self.entry.sha256))

    def discard(self) -> None:
        self.file.discard()


def foreign(shown: str, *, known: bool) -> NotWritten:
    """Why a file that lies there is left alone; `known` says that deckgen has written one under that name."""
    if known:
        hint = "save your edits under another name, or overwrite them with --force"
        return NotWritten("output-edited", f"{shown} has been edited since deckgen wrote it", hint)
    hint = "move it away, or overwrite it with --force"
    return NotWritten("output-foreign", f"{shown} is there already and not from this batch", hint)


def _entry(name: str, path: str, digest: str) -> Entry:
    try:
        info = os.stat(path)
    except OSError as error:
        raise not_written(path, error) from None
    return Entry(name=name, sha256=digest, size=info.st_size, stamp=str(info.st_mtime_ns))


def _present(path: str, shown: str) -> str | None:
    """The hash of the file that is there now, None for none. Raises NotWritten for no file."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise NotWritten("output-refused", f"{shown} is no ordinary file; deckgen leaves it alone", "move it away")
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise not_written(shown, error) from None


def _make_folder(path: str, shown: str) -> None:
    try:
        if not os.path.isdir(path):
            os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise not_written(shown, error) from None
