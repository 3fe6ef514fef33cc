"""Rows' files at an address, through fsspec (the extra `scale`): s3://, gs://, abfs://, file:// …

Object stores put a file in one request, so that its name never stands for half of it; elsewhere it is written beside
its place and moved. Nothing can be added to an object, so the ledger is kept here and written now and then. Shards are
built into one address at the same time, by machines that know nothing of each other: each has a ledger of its own,
which the next run of all rows takes up.
"""

from __future__ import annotations

import hashlib
import posixpath
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from msgspec import Struct

from deckgen.batch.local_store import foreign
from deckgen.batch.store import LEDGER, Half, Placed
from deckgen.batch.task import Entry
from deckgen.ooxml.chunks import Chunk
from deckgen.output.atomic import NotWritten
from deckgen.output.content import Hashes, readable

T = TypeVar("T")
OBJECTS = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "az", "adl", "oci", "memory"})
"""Protocols whose stores take a file whole or not at all."""
PARTS = ".deckgen-shards"
"""The folder of shards' ledgers."""
EVERY = 10.0
"""Seconds after which the ledger is written again: what a killed run has done since is built once more."""


class UrlStore:
    """The place that `address` names, for a whole run or the `part` of one. Raises NotWritten where there is nothing
    that could go there."""

    def __init__(self, address: str, shown: str, *, part: str = "") -> None:
        self._shown, self._part = shown, part
        self._files, self._folder = _opened(address, shown)
        protocols = self._files.protocol
        self._whole = bool(OBJECTS.intersection((protocols,) if isinstance(protocols, str) else protocols))
        self._own = self._path(f"{PARTS}/{part}.jsonl" if part else LEDGER)
        self._others: dict[str, str] = {}
        self._theirs: set[bytes] = set()
        self._noted: list[bytes] = []
        self._saved = time.monotonic()

    def begin(self, name: str, chunks: tuple[Chunk, ...], before: Sequence[Entry], *, force: bool) -> Half:
        """Nothing is sent yet: that takes long."""
        return _Held(lambda: self._put(name, chunks, before, force=force))

    def _put(self, name: str, chunks: tuple[Chunk, ...], before: Sequence[Entry], *, force: bool) -> Placed:
        path, shown = self._path(name), f"{self._shown}/{name}"
        digest, size = Hashes().of(chunks, shown)
        present = self._do(lambda: self._present(path))
        if present is not None:
            known = {entry.stamp for entry in before}
            if present not in known or any(e.stamp == present and e.sha256 == digest for e in before):
                found = self._do(lambda: hashlib.sha256(self._files.cat_file(path)).hexdigest())
                if found == digest:
                    return Placed("unchanged", Entry(name=name, sha256=digest, size=size, stamp=present))
                if not force and found not in {entry.sha256 for entry in before}:
                    raise foreign(shown, known=bool(before))
        self._do(lambda: self._write(path, b"".join(readable(chunks, shown))))
        stamp = self._do(lambda: self._present(path)) or ""
        return Placed("written", Entry(name=name, sha256=digest, size=size, stamp=stamp))

    def untouched(self, entry: Entry) -> bool:
        """Whether the store gives the file the same tag that was noted."""
        return bool(entry.stamp) and self._do(lambda: self._present(self._path(entry.name))) == entry.stamp

    def remove(self, entry: Entry) -> bool:
        """Remove an untouched file."""
        if not self.untouched(entry):
            return False
        self._do(lambda: self._files.rm_file(self._path(entry.name)))
        return True

    def tidy(self) -> None:
        """Half-written files are only there where there are folders: they bear the name of what they were to be. They
        may be another shard's at this moment, so only a run of all rows removes them. A store that takes no ledger
        would take no deck either, and says so before any is made."""
        if not self._whole and not self._part:
            self._do(self._remove_halves)
        elif self._whole and not self._do(lambda: self._files.exists(self._own)):
            self._do(lambda: self._write(self._own, b""))

    def _remove_halves(self) -> None:
        if self._files.exists(self._folder):
            found = list(self._files.find(self._folder))
            for half in [path for path in found if posixpath.basename(path).startswith(_HALF)]:
                self._files.rm_file(half)

    def read_ledger(self) -> Iterable[bytes]:
        """The lines of all ledgers. What is noted last of a file holds: by the part that is built, by other parts (for
        a run of all rows takes up theirs), by the last of those."""
        self._others = self._do(self._found)
        theirs = [line for path in self._others for line in self._lines_of(path)]
        self._theirs = {_short(line) for line in theirs if line.startswith(b'{"file"')}
        own = self._lines_of(self._own)
        return [*theirs, *own] if self._part else [*own, *theirs]

    def _found(self) -> dict[str, str]:
        """The ledgers of other runs, with the tags that the store has given them."""
        self._files.invalidate_cache(self._path(PARTS))
        try:
            parts = sorted(self._files.ls(self._path(PARTS), detail=False))
        except FileNotFoundError:
            parts = []
        named = (self._path(LEDGER), *(str(path) for path in parts if str(path).endswith(".jsonl")))
        found = {path: self._present(path) for path in named if path != self._own}
        return {path: tag for path, tag in found.items() if tag is not None}

    def _lines_of(self, path: str) -> list[bytes]:
        return self._do(lambda: self._content_of(path)).splitlines(keepends=True)

    def _content_of(self, path: str) -> bytes:
        try:
            found: bytes = self._files.cat_file(path) if self._present(path) else b""
        except FileNotFoundError:  # a run of all rows has taken it up meanwhile
            return b""
        return found

    def add_to_ledger(self, lines: bytes) -> None:
        """Note lines; now and then what is noted is written."""
        self._noted.append(lines)
        if time.monotonic() - self._saved > EVERY:
            self._write_own([*self._lines_of(self._own), *self._noted])
            self._noted.clear()

    def write_ledger(self, content: Iterable[bytes]) -> None:
        """Write the ledger anew. A part leaves out what stands in others, which may have been written since; a whole
        run takes up what the parts have noted, and removes theirs."""
        lines = b"".join(content).splitlines(keepends=True)
        self._write_own(line for line in lines if not self._part or _short(line) not in self._theirs)
        if not self._part:
            self._do(self._remove_others)

    def _remove_others(self) -> None:
        """Remove ledgers that have been read, and not been written since."""
        for path, tag in self._others.items():
            if self._present(path) == tag:
                self._files.rm_file(path)
        self._others = {}

    def _write_own(self, lines: Iterable[bytes]) -> None:
        self._do(lambda: self._write(self._own, b"".join(lines)))
        self._saved = time.monotonic()

    def settle(self, folders: Iterable[str]) -> None:
        """A store has what it has taken."""

    def _write(self, path: str, content: bytes) -> None:
        folder, name = posixpath.split(path)
        if self._whole:
            self._files.pipe_file(path, content)
            return
        self._files.makedirs(folder, exist_ok=True)
        # Two workers may write the same file at once: each has its own half, and both are the same in the end.
        half = posixpath.join(folder, f"{_HALF}{time.monotonic_ns()}-{name}")
        try:
            self._files.pipe_file(half, content)
            self._files.mv(half, path)
        except BaseException:
            if self._files.exists(half):
                self._files.rm_file(half)
            raise

    def _present(self, path: str) -> str | None:
        """What changes when the file does, as the store has it; None for no file."""
        self._files.invalidate_cache(posixpath.dirname(path))
        try:
            info = self._files.info(path)
        except FileNotFoundError:
            return None
        if info.get("type") == "directory":
            raise NotWritten("output-refused", f"{path} is a folder; deckgen leaves it alone", "move it away")
        return str(info.get("ETag") or self._files.ukey(path)).strip('"')

    def _path(self, name: str) -> str:
        return posixpath.join(self._folder, name)

    def _do(self, act: Callable[[], T]) -> T:
        """What `act` gives; whatever a store raises becomes one line."""
        try:
            return act()
        except NotWritten:
            raise
        except Exception as error:  # noqa: BLE001 - each store has its own errors
            raise _failed(self._shown, error) from None


_HALF = ".deckgen-half-"


def _short(line: bytes) -> bytes:
    return hashlib.blake2b(line.strip(), digest_size=16).digest()


class _Held(Struct):
    """A file that is held until it is sent."""

    put: Callable[[], Placed]

    def sync(self) -> bytes:
        return b""

    def place(self) -> Placed:
        return self.put()

    def discard(self) -> None:
        pass


def _opened(address: str, shown: str) -> tuple[Any, str]:
    """The file system behind an address, and the folder in it."""
    try:
        import fsspec
    except ImportError:
        message = f"{shown} is an address, and fsspec isn't installed"
        raise NotWritten("output-failed", message, 'pip install "deckgen[scale]"') from None
    try:
        files, folder = fsspec.core.url_to_fs(address)
    except Exception as error:  # noqa: BLE001 - an unknown protocol, or one whose library is missing
        raise _failed(shown, error) from None
    return files, str(folder).rstrip("/")


def _failed(shown: str, error: Exception) -> NotWritten:
    said = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    return NotWritten(
        "output-failed", f"{shown} can't be reached: {said}", "look at the address and at your credentials"
    )
