from __future__ import annotations

import pytest

from deckgen.fonts.breaking import Widths, broken, firm_opportunities, office_opportunities, opportunities


def parts(text, at):
    """The text cut at every opportunity, with spaces that hang shown as _."""
    starts = [0, *at.ends]
    return [text[start:end].replace(" ", "_") for start, end in zip(starts, at.ends, strict=False)]


def office(text, links=()):
    return office_opportunities(text, opportunities(text), links)


def widths(text, at):
    """Widths of a face whose characters are all 10 wide."""
    every = list(range(0, 10 * len(text) + 1, 10))
    return Widths(every, [every[t] for t in at.trims], [every[e] for e in at.ends])


def lines(text, first, rest=None, at=None):
    at = at or opportunities(text)
    found = broken(at, widths(text, at), first=first, rest=rest or first)
    return [text[line.start : line.stop] for line in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", ["one_", "two"]),
        ("multi-academy", ["multi-", "academy"]),
        ("ISO-27001 2019-2024", ["ISO-", "27001_", "2019-", "2024"]),
        ("-5 to -10", ["-5_", "to_", "-10"]),
        ("years 3–6, trust—school", ["years_", "3–", "6,_", "trust—", "school"]),
        ("well – tried", ["well_", "–_", "tried"]),
        ("inter\u00adnational", ["inter\u00ad", "national"]),
        ("zero\u200bwidth", ["zero\u200b", "width"]),
        ("back\\slash", ["back\\", "slash"]),
        ("and/or 24/7", ["and/or_", "24/7"]),
        ("Dr\u00a0Patel 1\u202f250 non\u2011statutory", ["Dr\u00a0Patel_", "1\u202f250_", "non\u2011statutory"]),
        ("multi-\u2060academy", ["multi-\u2060academy"]),
        ("", [""]),
        ("ends with spaces  ", ["ends_", "with_", "spaces__"]),
    ],
)
def test_where_a_line_may_end(text, expected):
    assert parts(text, opportunities(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("who?me! knew…or a|b", ["who?", "me!_", "knew…", "or_", "a|", "b"]),
        ("trust—school", ["trust", "—", "school"]),
        ("-5 to -10", ["-", "5_", "to_", "-", "10"]),
        ("plain words", ["plain_", "words"]),
    ],
)
def test_where_libreoffice_may_end_one(text, expected):
    assert parts(text, office(text)) == expected


def test_text_that_libreoffice_treats_alike_is_not_searched_twice():
    plain = opportunities("a well-run school.")
    assert office_opportunities("a well-run school.", plain, ()) is plain


def test_a_link_is_solid_in_libreoffice_and_may_stand_apart_on_both_sides():
    text = "see (our guide)."
    start = text.index("our")
    assert parts(text, office(text, [(start, start + 9)])) == ["see_", "(", "our_guide", ")."]


def test_lines_are_filled_greedily_and_spaces_hang():
    # "aaa bbb" is 70 wide; with its trailing space 80.
    assert lines("aaa bbb ccc", 70) == ["aaa bbb", "ccc"]
    assert lines("aaa bbb ccc", 69) == ["aaa", "bbb", "ccc"]


def test_the_first_line_has_a_width_of_its_own():
    assert lines("aaa bbb ccc ddd", 30, 70) == ["aaa", "bbb ccc", "ddd"]


def test_a_word_wider_than_the_line_goes_to_a_new_one_and_is_broken_there():
    assert lines("aa bbbbbbbb cc", 50) == ["aa", "bbbbb", "bbb", "cc"]


def test_what_is_left_of_a_broken_word_shares_its_line():
    assert lines("bbbbbbb cc", 50) == ["bbbbb", "bb cc"]


def test_a_line_narrower_than_a_character_takes_one():
    assert lines("ab", 5) == ["a", "b"]
    assert lines("ab c", -5) == ["a", "b", "c"]


def test_nothing_breaks_inside_a_cluster():
    at = opportunities("abcdef")
    whole = [0, 10, 20, 45, 45, 45, 55]
    inside = Widths(whole, [55], [55], frozenset([3, 4]))
    # The cluster of the third to fifth character is 25 wide: "ab" and it are 45, more than 40.
    found = broken(at, inside, first=40, rest=40)
    assert [(line.start, line.stop) for line in found] == [(0, 2), (2, 6)]


def test_an_empty_text_is_one_empty_line():
    assert lines("", 100) == [""]


def test_libreoffice_moves_an_address_rather_than_break_it_after_a_slash():
    # 210: "see example.org/one/t" would fit; broken after the slash it would end at 200.
    text = "see example.org/one/two now"
    assert lines(text, 210, at=office(text)) == ["see", "example.org/one/two", "now"]


def test_it_breaks_an_address_that_begins_the_line_where_the_room_ends():
    text = "see example.org/one/two now"
    assert lines(text, 180, at=office(text)) == ["see", "example.org/one/tw", "o now"]


def test_it_takes_a_space_before_a_bracket_only_if_that_has_no_room():
    text = "aaa bbb !"
    assert lines(text, 70, at=office(text)) == ["aaa bbb", "!"]
    assert lines(text, 85, at=office(text)) == ["aaa", "bbb !"]


def test_a_bracket_and_a_space_at_the_end_cost_no_line():
    text = "aaa ( "
    assert lines(text, 200, at=office(text)) == ["aaa ("]


def test_the_end_of_a_link_longer_than_a_line_keeps_a_line_to_itself():
    text = "to aaaaaaaa b c"
    at = office(text, [(3, 11)])
    # The space after the link begins the next line.
    assert lines(text, 60, at=at) == ["to", "aaaaaa", "aa", " b c"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("COVID-19 in 2019-2024", ["COVID-19_", "in_", "2019-", "2024"]),
        ("3-tier KS2-3, well-run", ["3-", "tier_", "KS2-", "3,_", "well-", "run"]),
        ("A\\B is-", ["A\\B_", "is-"]),
        ("Year-7", ["Year-7"]),
    ],
)
def test_a_newer_libreoffice_keeps_figures_with_the_letters_before_their_hyphen(text, expected):
    at = firm_opportunities(text, opportunities(text))
    assert parts(text, at) == expected
    assert len(at.trims) == len(at.ends)
