"""Number and date formats: what a column of data, a fact and a filter of `{{ name | filter }}` may ask for.

| format | of 1234.5 (or 0.945) | in Excel |
|---|---|---|
| number, number:1 | 1,234.5 · 1,234.5 | #,##0.0 |
| plain, plain:1 | 1234.5 · 1234.5 | 0.0 |
| percent, percent:1 | 94% · 94.5%, of a share of one | 0.0% |
| percent100, percent100:1 | 94% · 94.5%, of 94.5 | 0.0"%" |
| currency:GBP, currency:GBP:0 | £1,234.50 · £1,235 | [$£]#,##0.00 |
| date, date:short, date:month, date:year | 24 November 2026, of 2026-11-24 | d mmmm yyyy |

Numbers are exact (Decimal) and rounded half away from zero, as Excel shows them. Where no places are
given, a number keeps those that it has; per cents have none, currencies none or two.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from deckgen.spec.locales import Locale, calendar, locale

if TYPE_CHECKING:
    from decimal import Decimal

MAX_PLACES = 6
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥", "INR": "₹", "PLN": "zł", "NGN": "₦", "TRY": "₺"}
CURRENCY_SIGNS = {sign: code for code, sign in _SIGNS.items()}
"""The code of the currency that a sign alone is taken for."""

NUMERIC = ("number", "plain", "percent", "percent100", "currency")
_DATES = {"": "{day}", "long": "{day}", "short": "{day}", "month": "{month}", "year": "{y}"}
_EXCEL_DATES = {"": "d mmmm yyyy", "long": "d mmmm yyyy", "short": "d mmm yyyy", "month": "mmmm yyyy", "year": "yyyy"}
_ISO = r"\d{4}-\d{2}-\d{2}"


class Unfit(Exception):
    """The value, or the argument, is not of the sort that a format or filter takes."""


class Format(Struct, frozen=True):
    """How a value is shown. `places` are decimals, None for as many as the number has.

    `detail` is a currency's code (GBP) or a date's form (short). A format without a name shows what was written.
    """

    name: str = ""
    places: int | None = None
    detail: str = ""

    @property
    def numeric(self) -> bool:
        """Whether it shows numbers."""
        return self.name in NUMERIC

    def __str__(self) -> str:
        parts = (self.name, self.detail, "" if self.places is None else str(self.places))
        return ":".join(part for part in parts if part)


AS_WRITTEN = Format()


def parse_format(text: str) -> Format:
    """The format that `text` names; Unfit with what is wrong and what there is."""
    name, *arguments = [part.strip() for part in text.split(":")]
    if name == "date" and len(arguments) <= 1:
        form = arguments[0] if arguments else ""
        if form not in _DATES:
            raise Unfit(f'there is no form "{form[:40]}" of a date; there are long, short, month and year')
        return Format(name, None, form)
    if name == "currency":
        return _currency(arguments)
    if name not in NUMERIC or len(arguments) > 1:
        raise Unfit(f'there is no format "{text[:40]}"; there are {", ".join(NUMERIC)} and date')
    return Format(name, _places(arguments[0]) if arguments else None)


def _currency(arguments: list[str]) -> Format:
    code = arguments[0].upper() if arguments else ""
    if not re.fullmatch(r"[A-Z]{3}", code) or len(arguments) > 2:
        raise Unfit("a currency is named by its code: currency:GBP")
    return Format("currency", _places(arguments[1]) if arguments[1:] else None, code)


def _places(text: str) -> int:
    if re.fullmatch(r"[0-9]", text) and int(text) <= MAX_PLACES:
        return int(text)
    raise Unfit(f'"{text[:40]}" is no number of decimal places from 0 to {MAX_PLACES}')


def places_for(format: Format, number: Decimal) -> int:
    """The decimals that `number` is shown with."""
    if format.places is not None:
        return format.places
    if format.name == "percent":
        return 0
    exponent = number.normalize().as_tuple().exponent
    own = max(0, -exponent) if isinstance(exponent, int) else 0
    if format.name == "currency":
        return 2 if own else 0
    return 0 if format.name == "percent100" else min(own, MAX_PLACES)


def show_number(number: Decimal, format: Format, language: str) -> str:
    """`number` as `format` has it in the marks of `language`."""
    marks = locale(language)
    value = number.scaleb(2) if format.name == "percent" else number
    digits = _digits(abs(value), places_for(format, value), marks, grouped=format.name != "plain")
    minus = "−" if number < 0 and digits.strip("0.,") else ""
    if format.name in ("percent", "percent100"):
        return f"{minus}{digits}{marks.percent}%"
    if format.name == "currency":
        sign = _SIGNS.get(format.detail)
        # A code is a word, and stands apart from the number.
        gap = marks.gap if sign else "\u00a0"
        parts = [sign or format.detail, digits] if marks.before else [digits, sign or format.detail]
        return minus + gap.join(parts)
    return minus + digits


def _digits(number: Decimal, places: int, marks: Locale, *, grouped: bool) -> str:
    from decimal import ROUND_HALF_UP

    # Numbers have 15 digits and lie within 1e15 and 1e-15 (numbers.py), so that nothing is lost here.
    text = f"{number.quantize(_last_place(places), ROUND_HALF_UP):f}"
    whole, _, decimals = text.partition(".")
    if grouped and len(whole) >= marks.least:
        head, tail = whole[:-3], whole[-3:]
        if len(head) > 2:
            size = 2 if marks.indian else 3
            head = re.sub(rf"(?<=\d)(?=(?:\d{{{size}}})+$)", marks.group, head)
        whole = f"{head}{marks.group}{tail}"
    return f"{whole}{marks.decimal}{decimals}" if decimals else whole


@cache
def _last_place(places: int) -> Decimal:
    """0.01 for two places."""
    from decimal import Decimal

    return Decimal((0, (1,), -places))


def show_date(text: str, form: str, language: str) -> str:
    """A date, written 2026-11-24, in one of the forms; Unfit where it is none."""
    import datetime

    try:
        found = datetime.date.fromisoformat(text.strip()) if re.fullmatch(_ISO, text.strip()) else None
    except ValueError:
        found = None
    if found is None:
        raise Unfit(f'"{text[:40]}" is no date (2026-11-24 is one)')
    if form not in _DATES:
        raise Unfit(f'there is no form "{form[:40]}" of a date; there are long, short, month and year')
    names = calendar(language)
    if names is None:
        return str(found.year) if form == "year" else found.isoformat()[: 7 if form == "month" else 10]
    months = names.short.split() if form == "short" and names.short else names.months.split()
    month = months[found.month - 1].replace("_", " ")
    if form == "short" and not names.short:
        month = month[:3]
    pattern = _DATES[form].format(day=names.day, month=names.month, y="{y}")
    return pattern.format(d=found.day, m=month, y=found.year)


def as_day(text: str, language: str) -> str:
    """A day as tables have it (14/11/2026, 14 Nov 2026, 2026-11-14 00:00) as `show_date` takes it; other words as they
    are."""
    if re.fullmatch(_ISO, text.strip()):
        return text
    from deckgen.spec.types.meant_day import read_day

    found = read_day(text, language)
    return found.isoformat() if found else text


def excel_code(format: Format, language: str = "en-GB") -> str:
    """The number-format code of a workbook's cells or a chart's labels (ECMA-376 Part 1, 18.8.31).

    Excel shows such a code with the marks of the reader's own system, so that `language` only says where a
    currency's sign stands. A numeric format without places shows none.
    """
    if format.name == "date":
        return _EXCEL_DATES[format.detail]
    if not format.numeric:
        return "General"
    places = format.places or 0
    decimals = "." + "0" * places if places else ""
    if format.name == "plain":
        return f"0{decimals}"
    if format.name == "percent":
        return f"0{decimals}{_literal(locale(language).percent)}%"
    if format.name == "percent100":
        return f'0{decimals}"{locale(language).percent}%"'
    if format.name == "number":
        return f"#,##0{decimals}"
    marks, sign = locale(language), _SIGNS.get(format.detail, format.detail)
    gap = _literal(marks.gap if format.detail in _SIGNS else "\u00a0")
    return f"[${sign}]{gap}#,##0{decimals}" if marks.before else f"#,##0{decimals}{gap}[${sign}]"


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""
