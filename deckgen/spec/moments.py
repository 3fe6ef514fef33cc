"""Moments as people write them: 2026-09-01, September 2026, 3 March, Autumn term 2026, 2026/27.

In English, and in the deck's language where its months are known; Welsh terms as well, for they are those of English
schools. What is written otherwise is words, and words have no place in time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from deckgen.spec.locales import calendar

Unit = Literal["day", "month", "year"]
_TERMS = {"autumn": 9, "winter": 12, "spring": 1, "summer": 4}
"""The month in which an English school term begins."""
_WELSH_TERMS = {"yr hydref": 9, "y gwanwyn": 1, "yr haf": 4}
_ISO = r"([12]\d{3})-(\d{2})(?:-(\d{2}))?"
_YEAR = r"([12]\d{3})(?:\s*[/–-]\s*(?:\d{2}|\d{4}))?"
_TERM = r"(autumn|winter|spring|summer)(?:\s+term)?(?:,?\s+([12]\d{3}))?"
_WELSH_TERM = r"tymor (yr hydref|y gwanwyn|yr haf)(?:,?\s+([12]\d{3}))?"
_DAY = r"(\d{1,2})(?:\.|º|ª|[^\W\d_]{1,4})?"
"""3, 3rd, 3., 1er, 3ydd."""
_NAME = r"((?:[^\W\d_]+\s)?[^\W\d_]{3,}\.?)"
"""A month's name, of one word or of two; its short form may end in a point."""
_OF = r"(?:\s+(?:de|of))?\s+"
_MONTH = rf"(?:{_DAY}{_OF})?{_NAME}(?:(?:{_OF}|[,،]\s+)([12]\d{{3}}))?"
_MONTH_FIRST = rf"{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+([12]\d{{3}}))?"
"""As Americans write it: September 3, 2026."""


class Moment(Struct, frozen=True):
    """A day, a month or a year; `year` is None where none is written ('March')."""

    unit: Unit
    year: int | None
    month: int = 1
    day: int = 1


def parse_moment(words: str, language: str = "en-GB") -> Moment | None:
    """The moment that `words` name; None for other words. ValueError for a day that there is not (31 June).

    English is read whatever the language; its own words come first.
    """
    said = " ".join(words.split()).lower()
    if found := re.fullmatch(_ISO, said):
        return _iso(*found.groups())
    if found := re.fullmatch(_YEAR, said):
        return Moment("year", int(found[1])) if len(said) == 4 else Moment("month", int(found[1]), 9)
    if found := re.fullmatch(_TERM, said):
        return Moment("month", int(found[2]) if found[2] else None, _TERMS[found[1]])
    if found := re.fullmatch(_WELSH_TERM, said) if language.startswith("cy") else None:
        return Moment("month", int(found[2]) if found[2] else None, _WELSH_TERMS[found[1]])
    return _named(said, language)


def _named(said: str, language: str) -> Moment | None:
    """The moment of words that name a month."""
    if (found := re.fullmatch(_MONTH, said)) and (month := _month(found[2], language)):
        return _checked(int(found[3]) if found[3] else None, month, int(found[1]) if found[1] else None)
    if (found := re.fullmatch(_MONTH_FIRST, said)) and (month := _month(found[1], language)):
        return _checked(int(found[3]) if found[3] else None, month, int(found[2]))
    return None


def _iso(year: str, month: str, day: str | None) -> Moment:
    if not day and int(month) > 12:  # 2026-27 is a school year, which begins in September
        return Moment("month", int(year), 9)
    return _checked(int(year), int(month), int(day) if day else None)


def _month(words: str, language: str) -> int | None:
    """The number of a month by its name or the beginning of it ('Sept.')."""
    word = words.removesuffix(".")
    return _number(word, _months(language)) or _number(word, _months("en"))


def _number(word: str, months: Sequence[tuple[str, ...]]) -> int | None:
    """The number of the month one of whose names the word is; else of the only one that begins so."""
    same = [number for number, names in enumerate(months, 1) if word in names]
    begun = [number for number, names in enumerate(months, 1) if any(name.startswith(word) for name in names)]
    return next((found[0] for found in (same, begun) if len(found) == 1), None)


@cache
def _months(language: str) -> tuple[tuple[str, ...], ...]:
    """The names of each month, whole and short, in small letters; none in a language whose months aren't known."""
    known = calendar(language)
    if known is None:
        return ()
    both = zip(known.months.lower().split(), (known.short or known.months).lower().split(), strict=True)
    return tuple([tuple([name.replace("_", " ").removesuffix(".") for name in names]) for names in both])


def _checked(year: int | None, month: int, day: int | None) -> Moment:
    known = 1 if day is None else day
    date(2000 if year is None else year, month, known)
    return Moment("month" if day is None else "day", year, month, known)


def dated(moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """The moments with a year each. One without is the next after the one before; where none before has a year,
    the last before the one that follows."""
    known = next((index for index, moment in enumerate(moments) if moment.year is not None), None)
    made = list(moments)
    if known is None:
        known, made[0] = 0, replace(moments[0], year=2000)
    for index in range(known - 1, -1, -1):
        made[index] = _nearest(made[index], made[index + 1], -1)
    for index in range(known + 1, len(made)):
        if made[index].year is None:
            made[index] = _nearest(made[index], made[index - 1], 1)
    return tuple(made)


def _nearest(moment: Moment, beside: Moment, way: int) -> Moment:
    """`moment` in the year that puts it next after `beside` (`way` 1), or last before it (-1)."""
    same = replace(moment, year=beside.year)
    if (place(same, "day") - place(beside, "day")) * way > 0:
        return same
    return replace(moment, year=(beside.year or 0) + way)


def place(moment: Moment, unit: Unit) -> int:
    """Where a dated moment stands, counted in days, months or years."""
    assert moment.year is not None, "a dated moment"
    match unit:
        case "day":
            # 29 February may have come to stand in a year without one.
            day = min(moment.day, 28) if moment.month == 2 else moment.day
            return date(moment.year, moment.month, day).toordinal()
        case "month":
            return moment.year * 12 + moment.month - 1
        case _:
            return moment.year


def finest(moments: Sequence[Moment]) -> Unit:
    """The unit in which all of them can be counted."""
    units = {moment.unit for moment in moments}
    return "day" if "day" in units else "month" if "month" in units else "year"
