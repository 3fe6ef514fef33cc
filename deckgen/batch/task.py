"""What is built for each row, and what came of it: small, plain values, for they cross to other processes."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from deckgen.diagnostics import Diagnostic, Span
from deckgen.write.formats import Options

Status = Literal["written", "unchanged", "cached", "failed", "refused"]


class Job(Struct, frozen=True, kw_only=True):
    """What all decks of a batch have in common: the project at `root`, the deck, and how it is to be written.

    `out` is the folder that the deck's files go to, `shown` what messages call it. `epoch` and `today` are those of the
    run: a batch that runs past midnight is of one day. `run` tells runs apart, for workers that outlive one: what
    they have read may have changed since.
    """

    root: str
    deck: str
    out: str
    shown: str
    today: str
    run: str = ""
    epoch: int | None = None
    settings: dict[str, str] = {}
    formats: tuple[str, ...] = ("pptx",)
    options: Options = Options()
    force: bool = False
    write: bool = True


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file as it was written: the SHA-256 of its content, its size and the time that the disk gave it (nanoseconds).

    `made_of` names the inputs that it was made from (`Ledger.inputs`), `values` the cells that its deck asks for.
    """

    name: str
    sha256: str
    size: int
    mtime: int
    made_of: str = ""
    values: str = ""


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
    """What came of a row: one status for all its files, and what there is to say of it."""

    number: int
    name: str
    audience: str
    status: Status
    entries: tuple[Entry, ...] = ()
    said: tuple[Diagnostic, ...] = ()
    slides: int = 0
    seconds: float = 0.0
