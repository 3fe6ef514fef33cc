"""Days that are written otherwise than 2026-11-24: what they mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_LIKE = "write year, month and day: 2026-11-24"
_IN_NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})|(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})(\d{2})(\d{2})")
_WITH_TIME = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})[ T].*")
_NO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_IN_WORDS = re.compile(r"(?i)(?:\w+day,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"(?i)(?:\w+day,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def day_hint(text: str) -> str:
    """How to write the day that was likely meant; both, where it may be two."""
    text = " ".join(text.split())
    days = dict.fromkeys(day for day in _meant(_WITH_TIME.sub(r"\1", text)) if day)
    if not days:
        return _no_day(text) or _LIKE
    first, *others = days
    if not others:
        return f"write {first}"
    return f"write {first} ({_spoken(first)}) or {others[0]} ({_spoken(others[0])})"


def read_day(text: str, language: str) -> date | None:
    """The day that a cell of somebody else's table names, with its century: 14/11/2026, 14 Nov 2026, 2026-11-14 00:00.

    Of 3/4/2026 the day comes first, in American English the month. It is never guessed from the figures: where they
    don't fit the language, the table is from elsewhere, and all its days would be wrong.
    """
    text = _WITH_TIME.sub(r"\1", " ".join(text.split()))
    days = _meant(text) if re.search(r"\d{4}", text) else []
    if _IN_NUMBERS.fullmatch(text):
        return days[language == "en-US"] if days else None
    return days[0] if days else None


def _meant(text: str) -> list[date | None]:
    if found := _IN_NUMBERS.fullmatch(text):
        first, second, year = map(int, found.groups())
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        return [_day(year, second, first), _day(year, first, second)]
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups() if part is not None)
        return [_day(year, month, day)]
    if found := _IN_WORDS.fullmatch(text):
        return [_day(int(found[3]), _month(found[2]), int(found[1]))]
    if found := _MONTH_FIRST.fullmatch(text):
        return [_day(int(found[3]), _month(found[1]), int(found[2]))]
    return []


def _no_day(text: str) -> str:
    """Why 2026-02-30 is no day, though it has the form of one."""
    found = _NO_DAY.fullmatch(text)
    if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) == 0:
        return ""
    year, month = int(found[1]), int(found[2])
    last = monthrange(year, month)[1]
    return f"{_MONTHS[month - 1]} {year} has {last} days: the last is {year:04}-{month:02}-{last}"


def _month(name: str) -> int:
    """The number of a month by its English name, 0 for none."""
    begins = [month[:3].lower() for month in _MONTHS]
    return begins.index(name[:3].lower()) + 1 if name[:3].lower() in begins else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _spoken(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"
