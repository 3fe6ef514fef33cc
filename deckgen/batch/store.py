"""Where rows' files go: a folder of this machine, or a place that an address names (s3://bucket/decks)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

from msgspec import Struct

from deckgen.batch.task import Entry, Job
from deckgen.ooxml.chunks import Chunk

LEDGER = ".deckgen-rows.jsonl"
"""What a batch has written there (`deckgen.batch.ledger`)."""


class Placed(Struct, frozen=True):
    """A file that is in its place."""

    status: Literal["written", "unchanged"]
    entry: Entry


class Half(Protocol):
    """A file on its way to its place. What is to be done with it may be done in another thread; each step raises
    NotWritten, and then nothing of it stays."""

    def sync(self) -> bytes:
        """Make it safe; the line that the ledger must have before it is there, if any."""
        ...

    def place(self) -> Placed:
        """Put it in its place."""
        ...

    def discard(self) -> None:
        """Leave its place as it is."""
        ...


class Store(Protocol):
    """A place for files by name. Each name stands for a whole file at any time: the old one or the new."""

    def begin(self, name: str, chunks: tuple[Chunk, ...], before: Sequence[Entry], *, force: bool) -> Half:
        """Begin to put a file in its place. Raises NotWritten, the file there untouched: one that is not among those
        `before` is somebody's, and only overwritten by `force`."""
        ...

    def untouched(self, entry: Entry) -> bool:
        """Whether a file lies there as it was written, as far as can be told without reading it."""
        ...

    def remove(self, entry: Entry) -> bool:
        """Remove a file that is untouched; whether it was removed."""
        ...

    def tidy(self) -> None:
        """Remove what a killed run has left half-written."""
        ...

    def read_ledger(self) -> Iterable[bytes]:
        """The lines of the ledger; none where there is none."""
        ...

    def add_to_ledger(self, lines: bytes) -> None:
        """Add lines to the ledger at once, so that several processes may; OSError where that can't be done."""
        ...

    def write_ledger(self, content: Iterable[bytes]) -> None:
        """Write the ledger anew, in pieces, whole or not at all. Raises NotWritten."""
        ...

    def settle(self, folders: Iterable[str]) -> None:
        """Wait until what lies in these folders, and the ledger, is in its place for good."""
        ...


def store_of(job: Job) -> Store:
    """The place that a job's files go to. What is behind addresses is imported when one is used. Raises NotWritten."""
    if is_address(job.out):
        from deckgen.batch.url_store import UrlStore

        return UrlStore(job.out, job.shown, part=job.part)
    from deckgen.batch.local_store import LocalStore

    return LocalStore(job.out, job.shown)


def is_address(out: str) -> bool:
    """Whether this names a place beyond this machine's folders, as fsspec knows them."""
    return "://" in out
