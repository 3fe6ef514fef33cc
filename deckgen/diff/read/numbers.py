"""Numbers as they stand in attributes, from files that may say anything: what is none is the value given instead."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]*)?")
_FRACTION = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{0,12})?%?")
FURTHEST = 100_000_000
"""No length on a slide is longer (EMU): 51,206,400 is the largest slide's side."""


def whole(value: str | None, otherwise: int = 0) -> int:
    """A whole number; of one with decimals, what stands before them."""
    if value is None or not _WHOLE.fullmatch(value):
        return otherwise
    return int(value.partition(".")[0] or 0)


def length(value: str | None, otherwise: int = 0) -> int:
    """A length or a place in EMU, within reason."""
    return max(-FURTHEST, min(FURTHEST, whole(value, otherwise)))


def fraction(value: str | None, otherwise: float = 0) -> float:
    """A share, in thousandths of a per cent or with the sign."""
    if value is None or not _FRACTION.fullmatch(value):
        return otherwise
    return float(value[:-1]) / 100 if value.endswith("%") else float(value) / 100_000


def flag(value: str | None) -> bool:
    """An `xsd:boolean`."""
    return value in ("1", "true", "on")
