"""Facts: figures that are kept once, with where they come from and how long they hold.

`{{ fact.attendance }}` is the fact's value as its format shows it; `{{ fact.attendance.source }}`, `.unit`,
`.note`, `.as_of` and `.expires` are its other words, `.value` the value as it was written.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.spec.formats import AS_WRITTEN, Format, show_date, show_number
from deckgen.spec.numbers import parse_number


class Fact(Struct, frozen=True, kw_only=True):
    """A fact; days are written as 2026-11-24, and what nobody gave is "".

    A `broken` one (reported) only has its name: it stands in so that its uses aren't reported as well.
    """

    name: str
    value: str
    format: Format = AS_WRITTEN
    unit: str = ""
    source: str = ""
    as_of: str = ""
    expires: str = ""
    note: str = ""
    span: Span
    broken: bool = False

    def shown(self, language: str) -> str:
        """The value as its format has it."""
        if self.format.name == "date":
            return show_date(self.value, self.format.detail, language)
        number = parse_number(self.value) if self.format.numeric else None
        return self.value if number is None else show_number(number, self.format, language)

    def words(self, part: str, language: str) -> str:
        """One of the fact's parts in words."""
        text: str = getattr(self, part)
        return show_date(text, "", language) if text and part in ("as_of", "expires") else text

    def expired(self, day: date) -> str:
        """The last day that the fact held, where that is before `day`; else ""."""
        return self.expires if self.expires and self.expires < day.isoformat() else ""


class FactFile(Struct, frozen=True):
    """A file of facts, by name. It is not `whole` where a part of it can't be read (reported): more may stand there."""

    file: str
    facts: dict[str, Fact]
    whole: bool = True
