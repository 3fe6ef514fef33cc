"""How time grows, drawn with letters: bars of equal length are time that grows with the work and no faster."""

from __future__ import annotations

import re
from itertools import groupby

from benchmarks.table import Row, told

WIDTH = 48
_SERIES = re.compile(r"(?P<of>.*?)(?P<count>\d[\d,]*)(?P<unit> rows, \d workers?|)")


def print_plots(rows: list[Row]) -> None:
    """What a slide takes in decks of more and more of them, and a deck in batches of more and more rows."""
    measured = [(found["of"] + found["unit"], found["count"], row) for row in rows if (found := _series(row))]
    for name, series in groupby(sorted(measured, key=lambda one: one[0]), key=lambda one: one[0]):
        bars = [(count, _milliseconds(row)) for _, count, row in series]
        if len(bars) < 2:
            continue
        longest = max(value for _, value in bars)
        print(f"\n{name.strip() if 'slide' in name else f'a deck of so many{name}'}")
        for count, value in bars:
            print(f"{count:>8} {'█' * round(WIDTH * value / longest)} {told(value, 'ms')}")


def _series(row: Row) -> re.Match[str] | None:
    """A row that is one of a series: its name but for a number is that of the others."""
    return _SERIES.fullmatch(row.what) if row.unit == "decks/s" or "a slide among" in row.what else None


def _milliseconds(row: Row) -> float:
    return 1000 / row.value if row.unit == "decks/s" else row.value
