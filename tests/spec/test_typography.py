"""Marks are set as a printer sets them; words, orders and numbers stay."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.spec.typography import mend


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Our 'Joining a Trust' short reads", "Our ‘Joining a Trust’ short reads"),
        ("Schools' views", "Schools’ views"),
        ("The State of the World's Children", "The State of the World’s Children"),
        ("don't, can't, O'Brien, 1990's", "don’t, can’t, O’Brien, 1990’s"),
        ("the '90s and '80s music", "the ’90s and ’80s music"),
        ("the class of '14", "the class of ’14"),
        ("'14 ways' is a title", "‘14 ways’ is a title"),
        ("rock 'n' roll, get 'em, 'tis", "rock ’n’ roll, get ’em, ’tis"),
        ("'single'", "‘single’"),
        ('"double"', "“double”"),
        ('He said "yes." "No."', "He said “yes.” “No.”"),
        ("\"she said 'no'\"", "“she said ‘no’”"),
        ("'she said \"no\"'", "‘she said “no”’"),
        ("\"'No'\"", "“‘No’”"),
        ('("quoted")', "(“quoted”)"),
        ('a dash –"and on"', "a dash –“and on”"),
        ('"broken off–"', "“broken off–”"),
        ('"Should my school become an academy?"', "“Should my school become an academy?”"),
        ('"87% of headteachers', "“87% of headteachers"),
        ("'critical to improving'.\"", "‘critical to improving’.”"),
        ('"one\ntwo"', "“one\ntwo”"),
        ("“typed 'so' already”", "“typed ‘so’ already”"),
        ("girls' and boys' schools", "girls’ and boys’ schools"),
        ("the Heads' 'new' rules", "the Heads’ ‘new’ rules"),
    ],
)
def test_quotation_marks_and_apostrophes(typed: str, set_: str) -> None:
    assert mend(typed) == set_


@pytest.mark.parametrize("text", ["a 6' 2\" door", 'a 12" ruler', "a ' b", 'a " b', "no marks at all", ""])
def test_marks_that_may_be_something_else_stay(text: str) -> None:
    assert mend(text) == text


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("ethos and values - finding a Trust", "ethos and values – finding a Trust"),
        ("values -- finding", "values – finding"),
        ("values - finding", "values – finding"),
        ("values -\nfinding", "values –\nfinding"),
        ("a - b - c", "a – b – c"),
    ],
)
def test_spaced_hyphens_are_dashes(typed: str, set_: str) -> None:
    assert mend(typed) == set_


@pytest.mark.parametrize("text", ["multi-academy", "- item", "well- or ill-kept", "-5", "a -b", "a --- b", "--"])
def test_other_hyphens_stay(text: str) -> None:
    assert mend(text) == text


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("pp. 351-393", "pp. 351–393"),
        ("pp. 24-7", "pp. 24–7"),
        ("pp.998-1004", "pp.998–1004"),
        ("Session 2013-14", "Session 2013–14"),
        ("1999-00", "1999–00"),
        ("2014-2015.", "2014–2015."),
        ("(ages 5-11)", "(ages 5–11)"),
        ("9-12 March", "9–12 March"),
        ("5-10%", "5–10%"),
        ("£5-10", "£5–10"),
    ],
)
def test_ranges_have_an_en_dash(typed: str, set_: str) -> None:
    assert mend(typed) == set_


@pytest.mark.parametrize(
    "text",
    [
        "0161 785 5082",
        "555-1234",
        "0161-785-5082",
        "0161 785-5082",
        "0161 12-34",
        "12-34 5678",
        "2026-11-24",
        "24-7",
        "2-1",
        "50-50",
        "3-2",
        "ISO 639-3",
        "A-12-34",
        "12-34A",
        "1-2-1",
        "GCSE 9-1",
        "1.5-2.5",
        "10:30-11",
        "020 7946-0958",
        "978-0-11",
        "ISO 8859-1",
        "a1-2",
        "12/13-14",
    ],
)
def test_numbers_that_are_no_ranges_stay(text: str) -> None:
    assert mend(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "https://x.org/2013-14/a",
        "www.cst.org/5-10",
        "o'neill-2013-14@x.org",
        "http://x.org/?q=a-1-2",
    ],
)
def test_addresses_in_the_text_stay(text: str) -> None:
    assert mend(text) == text


def test_a_quotation_mark_after_an_address_is_set() -> None:
    assert mend('"see www.x.org" - yes') == "“see www.x.org” – yes"


def test_other_languages_keep_their_marks_but_get_their_apostrophes() -> None:
    assert mend("l'école \"A\" - 'b' 5-11", "fr-FR") == "l’école \"A\" – 'b' 5–11"


@given(st.text(alphabet="ab '\"-1 29\n.,(“’w:/@", max_size=40))
def test_only_marks_change(text: str) -> None:
    level = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-"})
    levelled = re.sub("--", "-", text.translate(level))
    assert re.sub("--", "-", mend(text).translate(level)) == levelled


@given(st.text(alphabet="ab '\"-12\n.", max_size=30))
def test_what_is_set_stays_set(text: str) -> None:
    once = mend(text)
    assert mend(once) == once or "'" in once or '"' in once


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("اتصلوا على 01632 960 123", "ar", "اتصلوا على 01632\u00a0960\u00a0123"),
        ("In Arabic: اتصلوا على 01632 960 123", "en-GB", "In Arabic: اتصلوا على 01632\u00a0960\u00a0123"),
        ("Ring 01632 960 123", "en-GB", "Ring 01632 960 123"),
        ('הוא אמר "שלום" - 5-7', "he", 'הוא אמר "שלום" - 5-7'),
        ("他说“好” 3-5", "zh", "他说“好” 3-5"),
    ],
)
def test_other_writing_systems_keep_their_marks_and_whole_numbers(text: str, language: str, expected: str) -> None:
    assert mend(text, language) == expected
