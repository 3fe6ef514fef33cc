"""An account of a build. What is held of a deck is little, for there may be tens of thousands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.version import VERSION

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


class Report:
    """The account of one build."""

    def __init__(self) -> None:
        self._built: list[Built] = []
        self.seconds = 0.0
        self.interrupted = False

    def add(self, built: Built) -> None:
        """One more deck."""
        self._built.append(built)

    def extend(self, built: Iterable[Built]) -> None:
        """Several more."""
        self._built.extend(built)

    @property
    def decks(self) -> tuple[Built, ...]:
        """What was not written first; then by deck and name, however the workers came back with them."""
        return tuple(sorted(self._built, key=lambda one: (not one.bad, one.deck, one.name)))

    @property
    def slowest(self) -> tuple[Built, ...]:
        """The decks that took longest, longest first."""
        timed = [one for one in self._built if one.seconds]
        return tuple(sorted(timed, key=lambda one: (-one.seconds, one.deck, one.name))[:SLOWEST])

    def totals(self) -> dict[str, Any]:
        """Sums over all decks."""
        return {
            "decks": len(self._built),
            "statuses": dict(sorted(Counter(one.status for one in self._built).items())),
            "slides": sum(one.slides for one in self._built),
            "bytes": sum(one.size for one in self._built),
            "errors": sum(one.errors for one in self._built),
            "warnings": sum(one.warnings for one in self._built),
            "seconds": round(self.seconds, 3),
            "deck_seconds": round(sum(one.seconds for one in self._built), 3),
        }

    def data(self) -> dict[str, Any]:
        """The whole account for programs. docs/batch.md says what each key means; keys are only ever added."""
        return {
            "deckgen": VERSION,
            "version": 1,
            "interrupted": self.interrupted,
            "totals": self.totals(),
            "slowest": [one.name for one in self.slowest],
            "decks": [_rounded(one) for one in self.decks],
        }


def _rounded(one: Built) -> dict[str, Any]:
    found = {name: getattr(one, name) for name in one.__struct_fields__}
    return found | {"seconds": round(one.seconds, 4)}
