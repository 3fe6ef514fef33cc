"""An account of a build. What is kept of a deck is little, for there may be hundreds of thousands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.output.scratch import Scratch

MESSAGES = 3
"""So many messages of a deck are kept; the others are counted."""
SLOWEST = 10
LEFT_OUT = "left out"
"""The status of a row that something is wrong with before it is built."""
BAD = frozenset({"failed", "refused", LEFT_OUT})
"""Statuses of decks that were not written."""


class Built(Struct, frozen=True, kw_only=True):
    """What became of a deck: its file's name, its `status`, how long it took, its slides, its size in bytes, and what
    there was to say of it (`place: message`)."""

    deck: str
    name: str
    audience: str
    status: str
    seconds: float = 0.0
    slides: int = 0
    size: int = 0
    errors: int = 0
    warnings: int = 0
    messages: tuple[str, ...] = ()

    @property
    def bad(self) -> bool:
        """Whether it was not written."""
        return self.status in BAD


def messages_of(said: Sequence[Diagnostic]) -> dict[str, Any]:
    """What `Built` keeps of diagnostics: errors first."""
    ordered = sorted(said, key=lambda one: one.severity is not Severity.ERROR)
    errors = sum(one.severity is Severity.ERROR for one in ordered)
    told = tuple(f"{one.span}: {one.message}" if one.span.file else one.message for one in ordered[:MESSAGES])
    return {"errors": errors, "warnings": len(ordered) - errors, "messages": told}


class Sums(Struct, frozen=True):
    """Over decks: how many, those that were not written, and sums of what `Built` says of each."""

    decks: int
    bad: int
    slides: int
    size: int
    errors: int
    warnings: int
    seconds: float


class Report:
    """The account of one build. Its decks are on the disk: there may be more than memory should hold."""

    def __init__(self) -> None:
        self._built = Scratch(f"TABLE built (deck, name, status, {', '.join(_SUMMED)}, line)")
        self.seconds = 0.0
        self.interrupted = False

    def add(self, built: Built) -> None:
        """One more deck. Raises NotWritten where the disk has no room to note it."""
        values = [getattr(built, name) for name in _SUMMED]
        self._built.do(_INSERT, built.deck, built.name, built.status, *values, msgspec.msgpack.encode(built))

    def extend(self, built: Iterable[Built]) -> None:
        """Several more."""
        for one in built:
            self.add(one)

    @property
    def decks(self) -> Iterator[Built]:
        """What was not written first; then by deck and name, however the workers came back with them."""
        return self._found("ORDER BY bad DESC, deck, name, rowid")

    def first(self, count: int) -> Iterator[Built]:
        """So many of the `decks`, from the first one on."""
        return self._found(f"ORDER BY bad DESC, deck, name, rowid LIMIT {count}")

    @property
    def by_name(self) -> Iterator[Built]:
        """All by deck and name."""
        return self._found("ORDER BY deck, name, rowid")

    @property
    def slowest(self) -> tuple[Built, ...]:
        """The decks that took longest, longest first."""
        return tuple(self._found(f"WHERE seconds ORDER BY seconds DESC, deck, name, rowid LIMIT {SLOWEST}"))

    def _found(self, which: str) -> Iterator[Built]:
        for (line,) in self._built.find(f"SELECT line FROM built {which}"):
            yield msgspec.msgpack.decode(line, type=Built)

    @property
    def sums(self) -> dict[str, Sums]:
        """The sums of each deck's files, by the decks' names."""
        return {deck: Sums(*sums) for deck, *sums in self._built.find(f"SELECT deck, {_SUMS} FROM built GROUP BY deck")}

    @property
    def flawed(self) -> dict[str, int]:
        """How many of each deck's files were not written, or have warnings, by the decks' names."""
        return dict(self._built.find("SELECT deck, count(*) FROM built WHERE bad OR warnings GROUP BY deck"))

    def totals(self) -> dict[str, Any]:
        """Sums over all decks."""
        ((*sums,),) = self._built.find(f"SELECT {_SUMS} FROM built")
        total = Sums(*sums)
        return {
            "decks": total.decks,
            "statuses": dict(self._built.find("SELECT status, count(*) FROM built GROUP BY status ORDER BY status")),
            "slides": total.slides,
            "bytes": total.size,
            "errors": total.errors,
            "warnings": total.warnings,
            "seconds": round(self.seconds, 3),
            "deck_seconds": round(total.seconds, 3),
        }

    @property
    def bad(self) -> int:
        """How many were not written."""
        return sum(one.bad for one in self.sums.values())


_SUMMED = ("bad", "slides", "size", "errors", "warnings", "seconds")
_SUMS = ", ".join(["count(*)", *(f"coalesce(sum({name}), 0)" for name in _SUMMED)])
_INSERT = f"INSERT INTO built VALUES ({', '.join('?' * (len(_SUMMED) + 4))})"
