from __future__ import annotations

import calendar

from lxml import etree
from msgspec.structs import replace

from deckgen.write.pptx.properties import Properties, core_properties
from deckgen.write.pptx.props import custom_properties, cut, deck_properties
from tests.write.pptx.decks import deck

TALK = replace(deck(), title="Joining a Trust", subject="Trusts", audience="governors")


def test_the_decks_words_are_its_properties() -> None:
    said = deck_properties(TALK)
    assert (said.title, said.author, said.subject, said.language) == (
        "Joining a Trust",
        "Leora",
        "Trusts",
        "en-GB",
    )
    assert said.epoch == 1_764_000_000


def test_a_long_title_is_cut_where_office_cuts() -> None:
    made = cut("x" * 300)
    assert len(made) == 255 and made.endswith("x…")
    assert cut("y" * 255) == "y" * 255


def test_the_file_says_what_made_it_and_for_whom() -> None:
    root = etree.fromstring(custom_properties(TALK, version="0.1.0"))
    assert [(p.get("pid"), p.get("name"), p[0].text) for p in root] == [
        ("2", "deckgen version", "0.1.0"),
        ("3", "deckgen source", "decks/talk.yaml"),
        ("4", "deckgen audience", "governors"),
    ]


def test_what_is_not_known_is_not_said() -> None:
    root = etree.fromstring(custom_properties(replace(TALK, source=""), version="0.1.0"))
    assert [p.get("pid") for p in root] == ["2", "3"]


def test_early_years_have_four_digits() -> None:
    day = calendar.timegm((987, 7, 3, 0, 0, 0))
    assert b">0987-07-03T00:00:00Z<" in core_properties(Properties(title="A", epoch=day))
