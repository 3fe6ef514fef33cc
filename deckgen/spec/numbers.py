"""Words that are numbers: 1200, -0.5, 1,200, £1,200, 94.2%; with the other marks 1.200,5.

Only what can be nothing else is taken for a number: 007, 1.2.3 and 24-7 are words, and so is a number of
more digits than a workbook keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

Mark = Literal[".", ","]

# Most decks read no numbers: `re` compiles and keeps these when they are first used.
_PLAIN = r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?"
_WHOLE_PLAIN = r"-?(?:0|[1-9]\d{0,14})"
_NUMBER = r"([-−+]?)\s?([£€$¥₹]?)\s?(\d[\d.,\s’']*?(?:[eE][-+]?\d{1,2})?)\s?([£€]?)\s?(%?)"
_SPACES = "\u0020\u00a0\u202f"
# Whole numbers whose thousands are set off by one sort of mark, and what may stand behind them.
_WHOLE = rf"0|[1-9]\d*|[1-9]\d{{0,2}}([MARK{_SPACES}’'])\d{{3}}(?:\1\d{{3}})*"
_POWER = r"(?:[eE][-+]?\d{1,2})?"
_POINT = rf"(?:{_WHOLE.replace('MARK', ',')}|[1-9]\d?(?:,\d\d)+,\d{{3}})(?:\.\d+)?{_POWER}"
_COMMA = rf"(?:{_WHOLE.replace('MARK', '.')})(?:,\d+)?{_POWER}"
_FIRST = frozenset("0123456789-−+£€$¥₹ \t\u00a0\u202f")
"""What a number may begin with."""

_EITHER = r"[1-9]\d{0,2}[.,]\d{3}"
_MAX_LENGTH = 40
_MAX_DIGITS = 15
"""Workbooks keep no more significant digits (ECMA-376 has doubles; Excel's limits say 15), and figures on slides
are neither larger nor smaller."""

_NOT_NUMBERS = frozenset(
    {
        "nan",
        "inf",
        "+inf",
        "-inf",
        "infinity",
        "+infinity",
        "-infinity",
        "null",
        "none",
        "#n/a",
        "n.an.",
        ".nan",
        ".inf",
        "+.inf",
        "-.inf",
    }
)
_FAULTS = frozenset({"#n/a", "#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "#spill!", "#calc!"})


def parse_numbers(texts: list[str], mark: Mark = ".") -> list[Decimal | None]:
    """The exact numbers that these words are, None for other words: as `parse_number`, of many at once."""
    from decimal import Decimal

    # A comma in front of the decimals is seldom.
    plain = re.compile(_PLAIN if mark == "." else _WHOLE_PLAIN, re.ASCII).fullmatch
    return [
        Decimal(text) if plain(text) else parse_number(text, mark) if text[:1] in _FIRST else None for text in texts
    ]


def parse_number(text: str, mark: Mark = ".") -> Decimal | None:
    """The exact number that `text` is, with `mark` before its decimals; a per cent is a share of one."""
    if mark == "." and re.fullmatch(_PLAIN, text, re.ASCII):
        from decimal import Decimal

        return Decimal(text)
    if len(text) > _MAX_LENGTH or not any(char.isdigit() for char in text):
        return None
    found = re.fullmatch(_NUMBER, text.strip(), re.ASCII if text.isascii() else 0)
    return _number(found, mark) if found else None


def _number(found: re.Match[str], mark: Mark) -> Decimal | None:
    from decimal import Decimal

    sign, before, digits, after, percent = found.groups()
    if not re.fullmatch(_POINT if mark == "." else _COMMA, digits, re.ASCII) or (before and after):
        return None
    bare = re.sub(rf"[{_SPACES}’'{'.' if mark == ',' else ','}]", "", digits).replace(",", ".")
    mantissa = re.split("[eE]", bare)[0].replace(".", "").strip("0")
    number = Decimal(bare)
    if len(mantissa) > _MAX_DIGITS or abs(number.adjusted()) > _MAX_DIGITS:
        return None
    number = number.scaleb(-2) if percent else number
    return -number if sign in ("-", "−") else number


def is_no_number(text: str) -> bool:
    """Whether `text` is what programs write where a number is missing: NaN, inf, #N/A."""
    return text.strip().lower() in _NOT_NUMBERS


def is_fault(text: str) -> bool:
    """Whether `text` is what a workbook shows where a formula failed: #DIV/0!."""
    return text.startswith("#") and text.strip().lower() in _FAULTS


def decimal_mark(texts: Iterable[str]) -> Mark | Literal["either"] | None:
    """The mark before decimals that these words ask for; "either" where 1.200 may be two numbers, None where
    nothing tells. Where they disagree it is the point, and a number with a comma is words."""
    comma = either = False
    for text in texts:
        if "," not in text and "." not in text:
            continue
        found = re.fullmatch(_NUMBER, text.strip()) if len(text) <= _MAX_LENGTH else None
        if found is None:
            continue
        digits = found[3]
        if re.fullmatch(_EITHER, digits):
            either = True
        elif parse_number(digits, ".") is not None:
            if "." in digits or "," in digits:
                return "."
        else:
            comma = comma or parse_number(digits, ",") is not None
    return "," if comma else ("either" if either else None)
