"""The facts of a project as one deck shows them, read when the first is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from deckgen.diagnostics import NOWHERE
from deckgen.spec.variables import EXPIRED, FACT, RAW

if TYPE_CHECKING:
    from deckgen.spec.facts import Fact, FactFile

PARTS = ("value", "unit", "source", "as_of", "expires", "note")
"""What may stand behind a fact's name."""


class DeckFacts:
    """The project's facts as one deck shows them: in its language, on its day (None: nothing has expired).

    The file is read when the first fact is asked for; `file` is its path from then on, "" where there is none.
    """

    def __init__(self, read: Callable[[], FactFile | None], language: str, day: date | None) -> None:
        self._read, self._language, self._day = read, language, day
        self._facts: dict[str, Fact] | None = None
        self._whole = True
        self.file = ""

    def find(self, name: str) -> Fact | None:
        """The fact that 'fact.attendance' or 'fact.attendance.source' is about.

        Where the file couldn't be read throughout (reported) a broken one stands in for each that is missing.
        """
        bare = name.removeprefix(FACT).partition(".")[0]
        found = self._all().get(bare)
        return found if found or self._whole else _stand_in(bare)

    def get(self, name: str) -> str | None:
        """The words of 'fact.attendance' or one of its parts; None where there is no such fact or part."""
        fact = self.find(name)
        part = name.removeprefix(FACT).partition(".")[2]
        bare = part.removesuffix(f".{RAW}")
        if fact is None or (bare not in ("", EXPIRED) and bare not in PARTS):
            return None
        if part == EXPIRED:
            return fact.expired(self._day) if self._day else ""
        if fact.broken:
            return fact.name
        if bare != part:
            raw: str = getattr(fact, bare)
            return raw
        return fact.words(part, self._language) if part else fact.shown(self._language)

    def names(self, like: str) -> Iterator[str]:
        """What may have been meant by `like`: facts, or where the fact is right its parts."""
        fact = self.find(like)
        if fact is not None:
            return (f"{FACT}{fact.name}.{part}" for part in PARTS)
        return (f"{FACT}{name}" for name in self._all())

    def _all(self) -> dict[str, Fact]:
        if self._facts is None:
            found = self._read()
            self._facts = found.facts if found else {}
            self._whole = found is None or found.whole
            self.file = found.file if found else ""
        return self._facts


def _stand_in(name: str) -> Fact:
    from deckgen.spec.facts import Fact  # only mistakes pay for this import

    return Fact(name=name, value=name, span=NOWHERE, broken=True)
