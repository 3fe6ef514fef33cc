"""Moments as people write them, and the years of those that have none."""

from __future__ import annotations

import pytest

from deckgen.spec.formats import show_date
from deckgen.spec.locales import _CALENDARS
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
    ("language", "words", "moment"),
    [
        ("de", "3. März 2027", Moment("day", 2027, 3, 3)),
        ("de-AT", "Sept. 2026", Moment("month", 2026, 9)),
        ("fr-FR", "1er mars 2027", Moment("day", 2027, 3, 1)),
        ("fr", "Févr. 2027", Moment("month", 2027, 2)),
        ("cy", "3ydd Mawrth 2027", Moment("day", 2027, 3, 3)),
        ("cy-GB", "Hydref 2026", Moment("month", 2026, 10)),
        ("cy-GB", "Tymor yr Hydref 2026", Moment("month", 2026, 9)),
        ("cy-GB", "Tymor y Gwanwyn", Moment("month", None, 1)),
        ("es", "3 de marzo de 2027", Moment("day", 2027, 3, 3)),
        ("pt", "março de 2027", Moment("month", 2027, 3)),
        ("ga", "3 Meán Fómhair 2026", Moment("day", 2026, 9, 3)),
        ("ga", "MFómh 2026", Moment("month", 2026, 9)),
        ("ar", "3 سبتمبر 2026", Moment("day", 2026, 9, 3)),
        ("ar-EG", "٣ سبتمبر 2026", Moment("day", 2026, 9, 3)),
        ("ur", "3 ستمبر، 2026", Moment("day", 2026, 9, 3)),
        ("en-US", "September 3, 2026", Moment("day", 2026, 9, 3)),
        ("en-GB", "3rd of March 2027", Moment("day", 2027, 3, 3)),
        ("pl", "3 września 2026", Moment("day", 2026, 9, 3)),
        ("de", "March 2027", Moment("month", 2027, 3)),
        ("fi", "September 2026", Moment("month", 2026, 9)),
    ],
)
def test_a_moment_is_read_in_the_decks_language_too(language: str, words: str, moment: Moment) -> None:
    assert parse_moment(words, language) == moment


@pytest.mark.parametrize("language", [*_CALENDARS])
@pytest.mark.parametrize("form", ["long", "short", "month", "year"])
@pytest.mark.parametrize("month", range(1, 13))
def test_what_a_format_shows_is_read(language: str, form: str, month: int) -> None:
    shown = show_date(f"2026-{month:02}-03", form, language)
    day = Moment("day", 2026, month, 3)
    expected = {"month": Moment("month", 2026, month), "year": Moment("year", 2026)}.get(form, day)
    assert parse_moment(shown, language) == expected


@pytest.mark.parametrize(("language", "words"), [("fr", "jui 2027"), ("en-GB", "März 2027"), ("en-GB", "Tymor yr Haf")])
def test_words_of_another_language_and_of_two_months_are_no_moment(language: str, words: str) -> None:
    assert parse_moment(words, language) is None


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
