"""The cache's files: whole, named by what they hold, verified whenever they are read, and not more than is allowed.

Nothing here ever fails: what can't be read isn't there, what can't be written is not kept. Several processes, and
machines over a network, may read, write and prune at once.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress

from msgspec import Struct

KINDS = ("decks", "bases", "pieces", "inputs", "asks")
"""What is kept, each in a folder of its own: a row's decks, decks that others are told by, large pieces, what decks
were made from, and the columns that they ask for."""
LIMIT = 2 * 1024**3
"""Bytes that are kept where nobody says otherwise."""
LARGEST = 256 * 1024**2
"""A file larger than this (bytes) is not read: it is none of ours."""

_HEAD = b"deckgen cache 1\n"
_DIGEST = 32
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NAME = re.compile(r"[0-9a-f]{16,64}(-[0-9a-f]{16})?")
_HALF = ".half-"
_TRIES = 5
_PROBE = 8 * 1024
_FRESH = 3600 * 10**9
"""A file is marked as used, and half a file taken to be nobody's, after so long (nanoseconds)."""
_HANDICAP = dict.fromkeys(("bases", "inputs", "asks"), 7 * 24 * _FRESH)
"""What many decks need, and is read once by each process, counts as used later than it was."""


class Held(Struct):
    """What is there of a kind: how many files, and their bytes."""

    files: int = 0
    bytes: int = 0


class Folder:
    """The cache at `path`. `dropped` counts files that were not what had been written, and were removed."""

    def __init__(self, path: str, limit: int = LIMIT) -> None:
        self._path, self._limit = path, limit
        self._since_pruned = 0
        self._pruned = False
        self._failed = 0
        self.dropped = 0

    def read(self, kind: str, name: str) -> bytes | None:
        """What was kept under this name; None where nothing is, or something else."""
        path = self._file(kind, name)
        try:
            content, used = _whole(path)
        except OSError:
            return None
        body = _opened(content, kind, name)
        if body is None:
            self.drop(kind, name)
        elif time.time_ns() - used > _FRESH:
            self.mark(kind, name)
        return body

    def drop(self, kind: str, name: str) -> None:
        """Remove a file that is not what it should be."""
        self.dropped += 1
        with suppress(OSError):
            os.unlink(self._file(kind, name))

    def write(self, kind: str, name: str, body: bytes) -> bool:
        """Keep `body`, whole or not at all; whether it is there now. It isn't synced: half a file is noticed."""
        path = self._file(kind, name)
        if self.full:
            return False
        flag, held = _packed(body)
        content = b"".join((_HEAD, _digest(kind, name, flag, held), flag, held))
        half = os.path.join(os.path.dirname(path), f"{_HALF}{os.getpid()}-{time.monotonic_ns()}")
        try:
            _write(half, content)
            os.replace(half, path)
        except OSError:
            with suppress(OSError):
                os.unlink(half)
            self._failed += 1
            return False
        self._failed = 0
        self._since_pruned += len(content)
        if self._since_pruned > self._limit // 16 or not self._pruned:
            self.prune()
        return True

    @property
    def full(self) -> bool:
        """Whether nothing can be written, or so it seems: then it isn't tried again and again."""
        return self._failed >= _TRIES

    def has(self, kind: str, name: str) -> bool:
        """Whether there is a file of this name."""
        return os.path.exists(self._file(kind, name))

    def mark(self, kind: str, name: str) -> None:
        """Note that a file is used: what isn't is pruned first."""
        with suppress(OSError):  # a cache that may only be read stays as it is
            os.utime(self._file(kind, name))

    def names(self, kind: str, begin: str) -> list[str]:
        """The names of a kind that begin with the same two characters, sorted."""
        try:
            return sorted(os.listdir(os.path.join(self._path, kind, begin[:2])))
        except OSError:
            return []

    def held(self) -> dict[str, Held]:
        """What is there, by kind."""
        found = {kind: Held() for kind in KINDS}
        for kind, _, info in self._files():
            found[kind].files += 1
            found[kind].bytes += info.st_size
        return found

    def prune(self, to: int | None = None) -> Held:
        """Remove what was not used the longest, until at most `to` bytes are there; without it, only where more is
        there than allowed, and then some more, so that the next file doesn't begin it all again. What was removed.

        What was used in the same hour goes by its name, which is a hash: where a batch is larger than the cache, some
        of it stays. First in, first out would remove each deck just before it is asked for.
        """
        self._since_pruned, self._pruned = 0, True
        files = sorted(
            ((info.st_mtime_ns + _HANDICAP.get(kind, 0)) // _FRESH, os.path.basename(path), path, info.st_size)
            for kind, path, info in self._files(leftovers=True)
        )
        total = sum(size for *_, size in files)
        removed = Held()
        if total <= (self._limit if to is None else to):
            return removed
        most = self._limit * 3 // 4 if to is None else to
        for *_, path, size in files:
            if total - removed.bytes <= most:
                break
            with suppress(OSError):  # another run may be pruning as well
                os.unlink(path)
                removed.files += 1
            removed.bytes += size
        return removed

    def _files(self, *, leftovers: bool = False) -> Iterator[tuple[str, str, os.stat_result]]:
        """(kind, path, status) of every file. `leftovers` removes what killed runs have left."""
        for kind in KINDS:
            for shard in _entries(os.path.join(self._path, kind)):
                for entry in _entries(shard.path):
                    with suppress(OSError):
                        info = entry.stat(follow_symlinks=False)
                        old = abs(time.time_ns() - info.st_mtime_ns) > _FRESH
                        if leftovers and entry.name.startswith(_HALF) and old:
                            os.unlink(entry.path)
                        elif stat.S_ISREG(info.st_mode) and not entry.name.startswith(_HALF):
                            yield kind, entry.path, info

    def _file(self, kind: str, name: str) -> str:
        # What a file says of others is not believed: a name leads nowhere else.
        return os.path.join(self._path, kind, *((name[:2], name) if _NAME.fullmatch(name) else ("no", "no-name")))


def _entries(path: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as found:
            return list(found)
    except OSError:
        return []


def _digest(kind: str, name: str, flag: bytes, held: bytes) -> bytes:
    """What tells whether a file is whole, and is the one of this name."""
    made = hashlib.sha256(f"{kind}/{name}\n".encode() + flag)
    made.update(held)
    return made.digest()


def _packed(body: bytes) -> tuple[bytes, bytes]:
    """`body` deflated, where its beginning says that this is worth it."""
    begin = body[:_PROBE]
    if len(zlib.compress(begin, 1)) > len(begin) * 9 // 10:
        return b"=", body
    return b"z", zlib.compress(body, 1)


def _opened(content: bytes, kind: str, name: str) -> bytes | None:
    """What a file holds; None where it isn't as it was written."""
    begin = len(_HEAD) + _DIGEST
    flag, held = content[begin : begin + 1], content[begin + 1 :]
    if not content.startswith(_HEAD) or content[len(_HEAD) : begin] != _digest(kind, name, flag, held):
        return None
    return zlib.decompressobj().decompress(held, LARGEST) if flag == b"z" else held


def _whole(path: str) -> tuple[bytes, int]:
    """A regular file's bytes, and when it was last marked as used; OSError for anything else."""
    handle = os.open(path, _READ)
    with open(handle, "rb", buffering=0) as file:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode) or info.st_size > LARGEST:
            raise OSError(f"{path} is no file of the cache")
        return file.readall(), info.st_mtime_ns


def _write(path: str, content: bytes) -> None:
    try:
        _put(path, content)
    except FileNotFoundError:  # the first file of a folder, or somebody is removing the cache
        os.makedirs(os.path.dirname(path), exist_ok=True)
        _put(path, content)


def _put(path: str, content: bytes) -> None:
    with open(path, "xb", buffering=0) as file:
        view = memoryview(content)
        while view:
            view = view[file.write(view) :]
