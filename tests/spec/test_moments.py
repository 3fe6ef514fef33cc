"""Moments as people write them, and the years of those that have none."""

from __future__ import annotations

import pytest

from deckgen.spec.moments import Moment, dated, finest, parse_moment, place


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2026-09-03", Moment("day", 2026, 9, 3)),
        ("2026-09", Moment("month", 2026, 9)),
        ("2026", Moment("year", 2026)),
        ("2026/27", Moment("month", 2026, 9)),
        ("2026–27", Moment("month", 2026, 9)),
        ("2026-27", Moment("month", 2026, 9)),
        ("September 2026", Moment("month", 2026, 9)),
        ("Sept. 2026", Moment("month", 2026, 9)),
        ("march", Moment("month", None, 3)),
        ("3 March 2027", Moment("day", 2027, 3, 3)),
        ("3rd  March", Moment("day", None, 3, 3)),
        ("29 February", Moment("day", None, 2, 29)),
        ("Autumn term 2026", Moment("month", 2026, 9)),
        ("Summer term", Moment("month", None, 4)),
    ],
)
def test_a_moment_is_read(words: str, moment: Moment) -> None:
    assert parse_moment(words) == moment


@pytest.mark.parametrize(
    "words", ["", "soon", "At last", "Mid-autumn", "3", "20269", "ma", "Day 3", "سبتمبر", "3026-01"]
)
def test_other_words_are_no_moment(words: str) -> None:
    assert parse_moment(words) is None


@pytest.mark.parametrize("words", ["31 June 2026", "2026-02-30", "2026-09-00", "0 May", "29 February 2026"])
def test_a_day_that_there_is_not_is_a_mistake(words: str) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        parse_moment(words)


def _dated(*words: str) -> list[tuple[int | None, int]]:
    found = [moment for word in words if (moment := parse_moment(word))]
    assert len(found) == len(words)
    return [(moment.year, moment.month) for moment in dated(found)]


def test_a_month_without_a_year_is_the_next_one() -> None:
    assert _dated("September 2026", "November", "January", "September") == [(2026, 9), (2026, 11), (2027, 1), (2027, 9)]


def test_months_before_the_first_year_are_the_last_ones_before_it() -> None:
    assert _dated("November", "January", "March 2027") == [(2026, 11), (2027, 1), (2027, 3)]


def test_months_without_any_year_go_round() -> None:
    years = [year for year, _ in _dated("September", "March", "September")]
    assert years == [2000, 2001, 2001]


def test_29_february_has_a_place_in_any_year() -> None:
    assert [year for year, _ in _dated("1 March 2026", "29 February", "1 March")] == [2026, 2027, 2027]


def test_moments_are_counted_in_the_finest_unit_among_them() -> None:
    moments = [Moment("year", 2026), Moment("month", 2026, 9), Moment("day", 2026, 9, 3)]
    assert [finest(moments[:n]) for n in (1, 2, 3)] == ["year", "month", "day"]
    assert place(moments[1], "month") - place(moments[0], "month") == 8
    assert place(moments[2], "day") - place(moments[1], "day") == 2
