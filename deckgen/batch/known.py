"""What decks were made from, told by others: where each row has a picture of its own, all else that they are made from
is the same, and is told once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import msgspec
from msgspec import Struct

from deckgen.batch.task import Inputs
from deckgen.output.scratch import Scratch


class Like(Struct, frozen=True, omit_defaults=True):
    """Inputs called `id`: those called `base`, but with these `files` and their hashes, and `without` others."""

    id: str
    base: str
    files: dict[str, str]
    without: tuple[str, ...] = ()


Told: TypeAlias = Inputs | Like


HELD = 200
"""So many inputs are held in memory, to be asked for again: most rows are made from the same ones."""

TABLES = ("TABLE told (id TEXT PRIMARY KEY, base TEXT, line BLOB)", "TABLE named (id TEXT PRIMARY KEY)")


class Known:
    """Inputs by their ids, in tables on the disk: each row may have its own."""

    def __init__(self, scratch: Scratch) -> None:
        """`scratch` has the `TABLES`."""
        self._scratch = scratch
        self._held: dict[str, Inputs] = {}
        self._named = ""
        self._latest: dict[tuple[str, tuple[str, ...]], tuple[str, Inputs]] = {}

    def __contains__(self, id: str) -> bool:
        return id in self._held or self._scratch.first("SELECT 1 FROM told WHERE id = ?", id) is not None

    def get(self, id: str) -> Inputs | None:
        """The inputs; None for none, and where those are gone that they are told by."""
        if id not in self._held:
            found = self._read(id)
            if found is None:
                return None
            self._hold(id, found)
        return self._held[id]

    def _read(self, id: str) -> Inputs | None:
        found = self._scratch.first("SELECT base, line FROM told WHERE id = ?", id)
        if found is None:
            return None
        if not found[0]:
            return msgspec.json.decode(found[1], type=Inputs)
        base, like = self.get(found[0]), msgspec.json.decode(found[1], type=Like)
        if base is None:
            return None
        kept = {path: known for path, known in base.files.items() if path not in like.without}
        return Inputs(files=kept | like.files, asks=base.asks, said=base.said)

    def _hold(self, id: str, inputs: Inputs) -> None:
        if len(self._held) >= HELD:
            self._held.clear()
        self._held[id] = inputs

    def add(self, id: str, inputs: Inputs) -> Told:
        """Note inputs that are called `id`; how they are told."""
        kind = inputs.said, inputs.asks
        base = self._latest.get(kind)
        like = _told_by(base[1], base[0], id, inputs) if base else None
        if like is None:
            self._latest[kind] = id, inputs
        self.take(like or inputs, id)
        self._hold(id, inputs)
        return like or inputs

    def take(self, told: Told, id: str) -> None:
        """Note inputs as they were told."""
        base = told.base if isinstance(told, Like) else ""
        self._scratch.do("INSERT OR REPLACE INTO told VALUES (?, ?, ?)", id, base, msgspec.json.encode(told))

    def name(self, id: str) -> None:
        """Note that something names these inputs: they are to be told."""
        if id != self._named:
            self._named = id
            self._scratch.do("INSERT OR IGNORE INTO named VALUES (?)", id)

    @property
    def named(self) -> Iterator[Told]:
        """How those that are named are told, first those that others are told by. What isn't known is left out."""
        for (line,) in self._scratch.find(f"SELECT line FROM told WHERE base = '' AND {_TOLD_BY} ORDER BY id"):
            yield msgspec.json.decode(line, type=Inputs)
        for (line,) in self._scratch.find("SELECT line FROM told WHERE base <> '' AND id IN named ORDER BY id"):
            yield msgspec.json.decode(line, type=Like)


_TOLD_BY = "(id IN named OR id IN (SELECT base FROM told WHERE base <> '' AND id IN named))"


def _told_by(base: Inputs, name: str, id: str, inputs: Inputs) -> Like | None:
    """The inputs told by others; None where that is hardly shorter."""
    own = {path: known for path, known in inputs.files.items() if base.files.get(path) != known}
    without = tuple([path for path in base.files if path not in inputs.files])
    return Like(id, name, own, without) if 2 * (len(own) + len(without)) < len(inputs.files) else None
