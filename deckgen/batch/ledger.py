"""`.deckgen-rows.jsonl`: which files a batch has written into a folder, a line for each.

A line is there before its file is: a killed run leaves no file that deckgen doesn't know. Several processes add lines
at once, each line with one write; the last line of a name that agrees with the file is the one that holds.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

import msgspec

from deckgen.batch.task import Entry
from deckgen.output.atomic import write_atomically

LEDGER = ".deckgen-rows.jsonl"


class Ledger:
    """The files of earlier runs, by the name of their row: what stands before the first dot of the last part."""

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, LEDGER)
        self._entries: dict[str, tuple[Entry, ...]] = {}
        for entry in _read(self._path):
            row = row_of(entry.name)
            self._entries[row] = (*self._entries.get(row, ()), entry)

    def below(self, name: str) -> tuple[Entry, ...]:
        """The files of the row called `name`, oldest first."""
        return self._entries.get(row_of(name), ())

    def rows(self) -> Iterator[str]:
        """Every row that has files."""
        return iter(self._entries)

    def save(self, entries: Iterable[Entry], shown: str) -> None:
        """Write the ledger anew, with these entries alone, whole or not at all. Raises NotWritten."""
        lines = [msgspec.json.encode(entry) + b"\n" for entry in sorted(entries, key=lambda entry: entry.name)]
        write_atomically(self._path, b"".join(lines), shown=f"{shown}/{LEDGER}")


def add_to_ledger(folder: str, entry: Entry) -> None:
    """Say that a file is about to be put in its place; OSError where that can't be said."""
    line = msgspec.json.encode(entry) + b"\n"
    handle = os.open(os.path.join(folder, LEDGER), os.O_WRONLY | os.O_CREAT | os.O_APPEND | _CLOSED, 0o644)
    try:
        os.write(handle, line)
    finally:
        os.close(handle)


def row_of(name: str) -> str:
    """The row that a file belongs to. Two rows may share it: `a.b` and `a.c`; then each is told both's files."""
    folder, _, last = name.rpartition("/")
    return f"{folder}/{last.partition('.')[0]}"


_CLOSED = getattr(os, "O_CLOEXEC", 0)


def _read(path: str) -> Iterator[Entry]:
    """The entries of a ledger; a line that was cut short by a kill is no entry."""
    try:
        with open(path, "rb") as file:
            for line in file:
                try:
                    yield msgspec.json.decode(line, type=Entry)
                except (msgspec.MsgspecError, UnicodeDecodeError):
                    continue
    except FileNotFoundError:
        return
