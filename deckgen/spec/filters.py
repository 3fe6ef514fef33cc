"""What `{{ name | filter }}` may do to a value. This list is all there is; nothing is evaluated.

A filter takes the value, its argument (None without one) and the deck's language, and gives the new value;
a value that it can't take raises `Unfit` with the reason in the user's words. Numbers and dates are shown
as the formats of formats.py have them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from types import MappingProxyType

from deckgen.spec.formats import Unfit, as_day, parse_format, show_date, show_number
from deckgen.spec.numbers import is_fault, parse_number

Filter = Callable[[str, str | None, str], str]


def number(value: str, argument: str | None, language: str) -> str:
    """22000 becomes 22,000; `number: 1` keeps one decimal place."""
    return _shown("number", value, argument, language)


def plain(value: str, argument: str | None, language: str) -> str:
    """22000.50 becomes 22000.5; `plain: 1` keeps one decimal place. For years and the like."""
    return _shown("plain", value, argument, language)


def percent(value: str, argument: str | None, language: str) -> str:
    """A share of one as per cent: 0.87 becomes 87%; `percent: 1` keeps one decimal place."""
    return _shown("percent", value, argument, language)


def percent100(value: str, argument: str | None, language: str) -> str:
    """A per cent: 87 becomes 87%; `percent100: 1` keeps one decimal place."""
    return _shown("percent100", value, argument, language)


def currency(value: str, argument: str | None, language: str) -> str:
    """`currency: GBP`: 1250 becomes £1,250; `currency: GBP:2` keeps two decimal places."""
    return _shown("currency", value, argument, language)


def date(value: str, argument: str | None, language: str) -> str:
    """2026-11-24 becomes 24 November 2026; `date: short` 24 Nov 2026, `month` November 2026, `year` 2026.

    24/11/2026 and 24 Nov 2026 are read, too."""
    return show_date(as_day(value, language), argument or "", language)


def title(value: str, _: str | None, __: str) -> str:
    """governing board becomes Governing Board."""
    return re.sub(r"[^\W_]+(?:['’][^\W_]+)*", lambda word: word[0][:1].upper() + word[0][1:], value)


def capital(value: str, _: str | None, __: str) -> str:
    """governing board becomes Governing board, as a sentence begins."""
    return value[:1].upper() + value[1:]


def upper(value: str, _: str | None, __: str) -> str:
    """ks2 becomes KS2."""
    return value.upper()


def lower(value: str, _: str | None, __: str) -> str:
    """KS2 becomes ks2."""
    return value.lower()


def slug(value: str, _: str | None, __: str) -> str:
    """St Mary's C of E Primary becomes st-marys-c-of-e-primary: for names of files."""
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "", value.casefold()))
    if not plain.isascii():
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^\w]+", "-", plain).strip("-_")


def default(value: str, argument: str | None, _: str) -> str:
    """The argument where the value is empty or nobody gave one: `{{ head | default: colleague }}`."""
    if argument is None:
        raise Unfit("it needs the words to put in: default: colleague")
    return value if value.strip() and not is_fault(value) else argument


FILTERS: MappingProxyType[str, Filter] = MappingProxyType(
    {
        f.__name__: f
        for f in (number, plain, percent, percent100, currency, date, title, capital, upper, lower, slug, default)
    }
)
OTHER = "or"
"""The one filter that takes another variable: `{{ short_name | or: school }}` is the school where it has no short name.
It is no function of a value; variables.py looks the other one up."""
OF_VALUES = frozenset({"number", "plain", "percent", "percent100", "currency", "date"})
"""Filters that show a number or a date: of a fact they take the value, not its words."""


def _shown(name: str, value: str, argument: str | None, language: str) -> str:
    found = parse_number(value)
    if found is None:
        raise Unfit(f'"{value[:40]}" is no number')
    return show_number(found, parse_format(name if argument is None else f"{name}:{argument}"), language)
