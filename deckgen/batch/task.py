"""What is built for each row, and what came of it: small, plain values, for they cross to other processes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from deckgen.diagnostics import Diagnostic, Span
from deckgen.version import VERSION
from deckgen.write.formats import Options

SHORT = 6
"""Bytes of a cell's hash that are kept: one change in 10^14 would be missed."""

NONE = "\0"
"""What stands for the cell of a column that a row doesn't have."""

Status = Literal["written", "unchanged", "cached", "failed", "refused"]


class CacheUse(Struct, frozen=True, kw_only=True):
    """The cache of finished decks in `folder`, of at most `limit` bytes. `made_by` tells deckgen, its libraries and
    Python from others that might make other bytes."""

    folder: str
    limit: int
    made_by: str


class Job(Struct, frozen=True, kw_only=True):
    """What all decks of a batch have in common: the project at `root`, the deck, and how it is to be written.

    `out` is the folder, or the address, that the deck's files go to; messages call it `shown`. `epoch` and `today` are
    those of the run: a batch that runs past midnight is of one day. `run` tells runs apart, for workers that outlive
    one: what they have read may have changed since. `part` is the shard that is built, 3-of-8; "" for all rows. In a
    `strict` run decks with warnings are built again, so that they are said again. `by` is what tells this deckgen from
    others, whose decks may be other.
    """

    root: str
    deck: str
    out: str
    shown: str
    today: str
    run: str = ""
    part: str = ""
    by: str = VERSION
    epoch: int | None = None
    settings: dict[str, str] = {}
    formats: tuple[str, ...] = ("pptx",)
    options: Options = Options()
    force: bool = False
    strict: bool = False
    write: bool = True
    cache: CacheUse | None = None


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file as it was written: the SHA-256 of its content, its size, and what its place stamped it with: the time in
    nanoseconds, a store's tag; "" as long as it is not there.

    `made_of` names the inputs that it was made from (`Inputs.id`), `values` are the cells that its deck asks for.
    `warned` says that there were warnings.
    """

    name: str
    sha256: str
    size: int
    stamp: str
    made_of: str = ""
    values: str = ""
    warned: bool = False


class Inputs(Struct, frozen=True, kw_only=True, dict=True):
    """What the decks of an audience were made from: `files` with their SHA-256, and `said`, what holds for all of them.

    `asks` are the names that the files ask for: those of columns, and of others that may become columns.
    """

    files: dict[str, str]
    asks: tuple[str, ...]
    said: str

    @cached_property
    def id(self) -> str:
        """What stands for all this in a ledger."""
        return hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()[:16]

    def values(self, row: Mapping[str, str]) -> str:
        """The cells that are asked for, in as few characters as tell whether one has changed."""
        return "".join([short_hash(row.get(name, NONE)) for name in self.asks])


def short_hash(value: str) -> str:
    """A cell's hash."""
    return hashlib.blake2b(value.encode("utf-8", "surrogatepass"), digest_size=SHORT).hexdigest()


class Task(Struct, frozen=True):
    """A row's deck: its audience, its cells, what its files are called (below `Job.out`, without ending), and the files
    that an earlier run wrote under that name."""

    number: int
    span: Span
    audience: str
    values: dict[str, str]
    name: str
    before: tuple[Entry, ...] = ()


class Result(Struct, frozen=True, kw_only=True):
    """What came of a row: one status for all its files, and what there is to say of it. `inputs` are what its files
    were made from."""

    number: int
    name: str
    audience: str
    status: Status
    entries: tuple[Entry, ...] = ()
    said: tuple[Diagnostic, ...] = ()
    slides: int = 0
    seconds: float = 0.0
    inputs: Inputs | None = None


TaskOrResult: TypeAlias = Task | Result
"""A row on its way through a batch: to be built, or with what has come of it already, which is passed on."""
