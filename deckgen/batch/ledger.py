"""`.deckgen-rows.jsonl`: which files a batch has written into a folder, a line for each, and what they were made from.

A file has a line before it is there: a killed run leaves none that deckgen doesn't know. That line says its hash alone;
what it was made from is said when all files of its row are there. Several processes add lines at once, each with one
write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import msgspec
from msgspec import Struct

from deckgen.batch.known import Known, Like, Told
from deckgen.batch.store import Store
from deckgen.batch.task import Entry, Inputs

AT_ONCE = 1_000
"""So many lines are written at once: a ledger of thousands of rows is not held beside its entries."""


class _Line(Struct, frozen=True, omit_defaults=True):
    """A line: a file, or inputs that files name, told by others or not."""

    file: Entry | None = None
    inputs: Inputs | None = None
    like: Like | None = None


class Ledger:
    """The files of earlier runs by their rows, and the inputs that they name by their ids."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self.inputs = Known()
        for line in _lines(store.read_ledger()):
            if line.inputs is not None:
                self.inputs.take(line.inputs, line.inputs.id)
            if line.like is not None:
                self.inputs.take(line.like, line.like.id)
            if line.file is not None:
                row = row_of(line.file.name)
                self._entries[row] = (*self._entries.get(row, ()), line.file)

    def below(self, name: str) -> tuple[Entry, ...]:
        """The files of the row called `name`, oldest first."""
        return self._entries.get(row_of(name), ())

    def rows(self) -> Iterator[str]:
        """Every row that has files."""
        return iter(self._entries)

    def save(self, entries: Iterable[Entry]) -> None:
        """Write the ledger anew: these entries and the inputs they name, whole or not at all. Raises NotWritten."""
        ordered = sorted(entries, key=lambda entry: entry.name)
        told = map(_line, self.inputs.told(entry.made_of for entry in ordered))
        lines = chain(told, map(_Line, ordered))
        self._store.write_ledger(iter(lambda: _encoded(islice(lines, AT_ONCE)), b""))

    def add(self, entries: Sequence[Entry], inputs: Inputs | None = None) -> None:
        """Note files that are there, and what they were made from; OSError where that can't be done."""
        lines = [_Line(file=entry) for entry in entries]
        if inputs is not None and (name := entries[0].made_of if entries else inputs.id) not in self.inputs:
            lines.insert(0, _line(self.inputs.add(name, inputs)))
        if lines:
            self._store.add_to_ledger(_encoded(lines))


def line_of(entry: Entry) -> bytes:
    """The line that says that a file is about to be put in its place."""
    return _encoded([_Line(file=entry)])


def row_of(name: str) -> str:
    """The row that a file belongs to. Two rows may share it: `a.b` and `a.c`; then each is told both's files."""
    folder, _, last = name.rpartition("/")
    return f"{folder}/{last.partition('.')[0]}"


def _line(told: Told) -> _Line:
    return _Line(like=told) if isinstance(told, Like) else _Line(inputs=told)


def _encoded(lines: Iterable[_Line]) -> bytes:
    return b"".join([msgspec.json.encode(line) + b"\n" for line in lines])


def _lines(written: Iterable[bytes]) -> Iterator[_Line]:
    """The lines of a ledger; one that was cut short by a kill is none."""
    for line in written:
        try:
            yield msgspec.json.decode(line, type=_Line)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue
