"""A line of time: where moments fall on it, and where its ticks are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from deckgen.spec.moments import Moment, Unit, finest, place

MOST_TICKS = 26


class TimeScale:
    """Places dated moments from `left` to `right`; the first and the last are at the ends."""

    def __init__(self, moments: Sequence[Moment], left: float, right: float) -> None:
        self.unit: Unit = finest(moments)
        self._counts = [place(moment, self.unit) for moment in moments]
        self._left, self._right = left, right

    @property
    def places(self) -> list[float]:
        """Where each moment falls."""
        return [self._at(count) for count in self._counts]

    def ticks(self) -> list[float]:
        """Where each unit begins between the ends: the smallest of days, weeks, months, years and decades that
        makes no more than MOST_TICKS; none where all of them do."""
        for counts in self._units():
            found = list(counts)
            if len(found) <= MOST_TICKS:
                return [self._at(count) for count in found]
        return []

    def _at(self, count: int) -> float:
        first, last = self._counts[0], self._counts[-1]
        return self._left + (self._right - self._left) * (count - first) / (last - first)

    def _units(self) -> Iterator[Iterator[int]]:
        inner = range(self._counts[0] + 1, self._counts[-1])
        if len(inner) > 400 * 365:
            return
        match self.unit:
            case "day":
                yield iter(inner)
                yield (day for day in inner if date.fromordinal(day).weekday() == 0)
                yield (day for day in inner if date.fromordinal(day).day == 1)
                yield (day for day in inner if _begins_year(day))
            case "month":
                yield iter(inner)
                yield (month for month in inner if month % 12 == 0)
                yield (month for month in inner if month % 120 == 0)
            case _:
                yield iter(inner)
                yield (year for year in inner if year % 10 == 0)
                yield (year for year in inner if year % 100 == 0)


def _begins_year(day: int) -> bool:
    return date.fromordinal(day).timetuple().tm_yday == 1
