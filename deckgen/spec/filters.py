"""What `{{ name | filter }}` may do to a value. This list is all there is; nothing is evaluated.

A filter takes the value and its argument (None without one) and gives the new value; a value that it
can't take raises `Unfit` with the reason in the user's words.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from types import MappingProxyType

_NUMBER, _DATE = r"[-−]?\d{1,15}(\.\d{1,15})?", r"\d{4}-\d{2}-\d{2}"
_MONTHS = "January,February,March,April,May,June,July,August,September,October,November,December"


class Unfit(Exception):
    """The value, or the argument, is not of the sort that the filter takes."""


def number(value: str, argument: str | None) -> str:
    """22000 becomes 22,000; `number: 1` keeps one decimal place."""
    return _grouped(_decimal(value), argument)


def percent(value: str, argument: str | None) -> str:
    """A share of one as per cent: 0.87 becomes 87%; `percent: 1` keeps one decimal place."""
    return _grouped(_decimal(value) * 100, argument or "0") + "%"


def date(value: str, argument: str | None) -> str:
    """2026-11-24 becomes 24 November 2026; `date: short` 24 Nov 2026, `month` November 2026, `year` 2026."""
    try:
        found = datetime.date.fromisoformat(value.strip()) if re.fullmatch(_DATE, value.strip()) else None
    except ValueError:
        found = None
    if found is None:
        raise Unfit(f'"{value[:40]}" is no date (2026-11-24 is one)')
    month = _MONTHS.split(",")[found.month - 1]
    forms = {
        None: f"{found.day} {month} {found.year}",
        "long": f"{found.day} {month} {found.year}",
        "short": f"{found.day} {month[:3]} {found.year}",
        "month": f"{month} {found.year}",
        "year": str(found.year),
    }
    if argument not in forms:
        raise Unfit(f'there is no form "{argument}" of a date; there are long, short, month and year')
    return forms[argument]


def title(value: str, _: str | None) -> str:
    """governing board becomes Governing Board."""
    return re.sub(r"[^\W_]+(?:['’][^\W_]+)*", lambda word: word[0][:1].upper() + word[0][1:], value)


def capital(value: str, _: str | None) -> str:
    """governing board becomes Governing board, as a sentence begins."""
    return value[:1].upper() + value[1:]


def upper(value: str, _: str | None) -> str:
    """ks2 becomes KS2."""
    return value.upper()


def lower(value: str, _: str | None) -> str:
    """KS2 becomes ks2."""
    return value.lower()


def default(value: str, argument: str | None) -> str:
    """The argument where the value is empty or nobody gave one: `{{ head | default: colleague }}`."""
    if argument is None:
        raise Unfit("it needs the words to put in: default: colleague")
    return value if value.strip() else argument


FILTERS: MappingProxyType[str, Callable[[str, str | None], str]] = MappingProxyType(
    {f.__name__: f for f in (number, percent, date, title, capital, upper, lower, default)}
)


def _decimal(value: str) -> float:
    text = value.strip().replace(",", "")
    if not re.fullmatch(_NUMBER, text):
        raise Unfit(f'"{value[:40]}" is no number')
    return float(text.replace("−", "-"))


def _grouped(value: float, places: str | None) -> str:
    if places is None:
        text = f"{value:,.10f}".rstrip("0").rstrip(".")
    elif places in ("0", "1", "2", "3", "4", "5", "6"):
        text = f"{value:,.{places}f}"
    else:
        raise Unfit(f'"{places}" is no number of decimal places from 0 to 6')
    return text.replace("-", "−")
