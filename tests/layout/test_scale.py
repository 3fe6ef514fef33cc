"""The line of time: places and ticks."""

from __future__ import annotations

from deckgen.layout.scale import MOST_TICKS, TimeScale
from deckgen.spec.moments import dated, parse_moment


def scale(*words: str, left: float = 0, right: float = 120) -> TimeScale:
    found = [moment for word in words if (moment := parse_moment(word))]
    assert len(found) == len(words)
    return TimeScale(dated(found), left, right)


def test_months_are_of_one_length() -> None:
    # Twelve months on 120 points: 10 points each.
    made = scale("September 2026", "November", "January", "March", "September")
    assert made.places == [0, 20, 40, 60, 120]
    assert made.ticks() == [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110]


def test_days_stand_where_they_fall() -> None:
    made = scale("2026-09-01", "2026-09-04", "2026-09-11")
    assert made.places == [0, 36, 120]
    assert made.ticks() == [12.0 * day for day in range(1, 10)]


def test_ticks_are_weeks_where_days_are_too_many() -> None:
    made = scale("1 September 2026", "22 December 2026")
    # 112 days; the first Monday is 7 September, six days on.
    assert made.ticks()[0] == 120 * 6 / 112
    assert len(made.ticks()) == 16


def test_ticks_grow_with_the_time_between() -> None:
    assert len(scale("January 2020", "January 2026").ticks()) == 5, "years"
    assert len(scale("1900", "2026").ticks()) == 12, "decades"
    assert len(scale("2020-01-01", "2024-06-01").ticks()) == 4, "years"


def test_there_are_never_too_many_ticks() -> None:
    for first, last in (("1000", "2999"), ("2020-01-01", "2999-01-01"), ("January 1000", "December 2999")):
        assert len(scale(first, last).ticks()) <= MOST_TICKS
