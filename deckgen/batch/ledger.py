"""`.deckgen-rows.jsonl`: which files a batch has written into a folder, a line for each, and what they were made from.

A file has a line before it is there: a killed run leaves none that deckgen doesn't know. That line says its hash alone;
what it was made from is said when all files of its row are there. Several processes add lines at once, each with one
write.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice

import msgspec
from msgspec import Struct

from deckgen.batch.known import TABLES, Known, Like, Told
from deckgen.batch.store import Store
from deckgen.batch.task import Entry, Inputs
from deckgen.output.folder import SLIDES
from deckgen.output.scratch import Scratch

TOGETHER, EVERY = 20, 0.5
"""So many lines are noted together, of so many seconds: a run that is killed loses no more, whose rows the next run
builds once more."""
AT_ONCE = 200
"""So many lines are written at once: a ledger of thousands of rows is not held beside its entries."""


class _Line(Struct, frozen=True, omit_defaults=True):
    """A line: a file, or inputs that files name, told by others or not."""

    file: Entry | None = None
    inputs: Inputs | None = None
    like: Like | None = None


_TABLES = (
    "TABLE before (name TEXT, folder TEXT, row TEXT, line BLOB)",
    "INDEX rows ON before (row)",
    "TABLE planned (row TEXT PRIMARY KEY) WITHOUT ROWID",
    "TABLE made (name TEXT, folder TEXT, row TEXT, archive TEXT, sound INTEGER, line BLOB)",
    "TABLE kept (name TEXT, line BLOB)",
)
_OTHER = "name NOT IN (SELECT name FROM made)"
_OF_MADE = "row IN (SELECT row FROM made)"
_PICTURE = f"folder IN (SELECT folder FROM made WHERE folder GLOB '*{SLIDES}' AND sound)"
_SAVED = "SELECT name, line, rowid AS place FROM kept UNION ALL SELECT name, line, rowid FROM made"


class _File(Struct):
    """A line of a file, as it is noted."""

    file: Entry


class Ledger:
    """The files of earlier runs by their rows, and the inputs that they name by their ids; then those of this run. All
    is in tables on the disk, so that memory stays flat however many rows there are."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._unnoted: list[_Line] = []
        self._noted = 0.0
        self._scratch = Scratch(*_TABLES, *TABLES)
        self.inputs = Known(self._scratch)
        self.read()

    def read(self) -> None:
        """Read what the store has noted until now, in place of what was read before."""
        self.note()
        self._scratch.do("DELETE FROM before")
        for line in _lines(self._store.read_ledger()):
            if line.inputs is not None:
                self.inputs.take(line.inputs, line.inputs.id)
            if line.like is not None:
                self.inputs.take(line.like, line.like.id)
            if line.file is not None:
                self._scratch.do("INSERT INTO before VALUES (?, ?, ?, ?)", *_place(line.file.name), _encoded([line]))
        self._is_first = self._scratch.first("SELECT 1 FROM before LIMIT 1") is None

    def below(self, name: str) -> tuple[Entry, ...]:
        """The files that earlier runs made of the row called `name`, oldest first."""
        if self._is_first:
            return ()
        return tuple(self._entries("before WHERE row = ?", row_of(name)))

    def plan(self, name: str) -> None:
        """Note that the row called `name` is still one, though nothing may come of it in this run."""
        self._scratch.do("INSERT OR IGNORE INTO planned VALUES (?)", row_of(name))

    def make(self, entries: Iterable[Entry], *, sound: bool = True) -> None:
        """Note files of a row as this run's; of one that is not `sound`, others are missing."""
        for entry in entries:
            place, line = _place(entry.name), _encoded([_Line(file=entry)])
            archive = place[-1].rpartition("/")[0]
            self._scratch.do("INSERT INTO made VALUES (?, ?, ?, ?, ?, ?)", *place, archive, sound, line)
            self.inputs.name(entry.made_of)

    @property
    def folders(self) -> Iterator[str]:
        """The folders that this run's files lie in."""
        return (folder for (folder,) in self._scratch.find("SELECT DISTINCT folder FROM made"))

    @property
    def archives(self) -> Iterator[str]:
        """The folders that this run's rows go to, as `by` names them; "" for none."""
        return (folder for (folder,) in self._scratch.find("SELECT DISTINCT archive FROM made ORDER BY archive"))

    def of_archive(self, folder: str) -> Iterator[str]:
        """The names of this run's files that go to one of the `archives`."""
        asked = self._scratch.find("SELECT name FROM made WHERE archive = ? ORDER BY folder, name", folder)
        return (name for (name,) in asked)

    def others(self) -> Iterator[Entry]:
        """The files that this run has not made, of rows that are still there: in other formats, or it has failed."""
        return self._entries(f"before WHERE {_OTHER} AND NOT {_PICTURE} AND ({_OF_MADE} OR row IN planned)")

    def gone(self) -> Iterator[Entry]:
        """The pictures of slides that are no more in decks that this run has made pictures of."""
        return self._entries(f"before WHERE {_OTHER} AND {_PICTURE}")

    def of_no_row(self) -> Iterator[Entry]:
        """The files that are of no row that this run has come to; and archives."""
        return self._entries(f"before WHERE NOT {_OF_MADE} AND row NOT IN planned")

    def save(self, kept: Iterable[Entry]) -> None:
        """Write the ledger anew: these entries, this run's, and the inputs they name, whole or not at all. Raises
        NotWritten."""
        self.note()
        self._scratch.do("DELETE FROM kept")
        for entry in kept:
            self._scratch.do("INSERT INTO kept VALUES (?, ?)", entry.name, _encoded([_Line(file=entry)]))
            self.inputs.name(entry.made_of)
        told = (_encoded([_line(one)]) for one in self.inputs.named)
        files = (line for (line,) in self._scratch.find(f"SELECT line FROM ({_SAVED}) ORDER BY name, place"))
        lines = chain(told, files)
        self._store.write_ledger(iter(lambda: b"".join(islice(lines, AT_ONCE)), b""))

    def add(self, entries: Sequence[Entry], inputs: Inputs | None = None) -> None:
        """Note files that are there, and what they were made from, for a run that goes on from here; those that come
        soon after one another together."""
        if inputs is not None and (name := entries[0].made_of if entries else inputs.id) not in self.inputs:
            self._unnoted.append(_line(self.inputs.add(name, inputs)))
        self._unnoted += [_Line(file=entry) for entry in entries]
        if len(self._unnoted) >= TOGETHER or time.monotonic() - self._noted > EVERY:
            self.note()

    def note(self) -> None:
        """Note what was added in the store. Where that can't be done, the next run builds it once more."""
        lines, self._unnoted = self._unnoted, []
        self._noted = time.monotonic()
        if lines:
            with suppress(OSError):
                self._store.add_to_ledger(_encoded(lines))

    def _entries(self, which: str, *values: str) -> Iterator[Entry]:
        """Entries in the order in which they were noted: of two of one file the later one holds."""
        for (line,) in self._scratch.find(f"SELECT line FROM {which} ORDER BY rowid", *values):
            yield msgspec.json.decode(line, type=_File).file


def line_of(entry: Entry) -> bytes:
    """The line that says that a file is about to be put in its place."""
    return _encoded([_Line(file=entry)])


def row_of(name: str) -> str:
    """The row that a file belongs to. Two rows may share it: `a.b` and `a.c`; then each is told both's files. Pictures
    of slides lie in a folder of their row's: `a.slides/01-cover.png`."""
    folder, _, last = name.rpartition("/")
    if folder.endswith(SLIDES) and last.endswith((".png", ".svg")):
        folder, _, last = folder.removesuffix(SLIDES).rpartition("/")
    return f"{folder}/{last.partition('.')[0]}"


def _place(name: str) -> tuple[str, str, str]:
    """A file's name, its folder, and its row."""
    return name, name.rpartition("/")[0], row_of(name)


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
