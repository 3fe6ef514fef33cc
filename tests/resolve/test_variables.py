"""Variables: the deck's, the audience's, those of --set."""

from __future__ import annotations

import pytest

from deckgen.resolve import Settings
from tests.resolve.projects import HEAD, POINTS, deck, resolved

DECK = """\
title: A talk for {{ group }}
brand: plain
date: 2026-11-24
speaker: {name: Leora Cruddas CBE, handle: "@CSTVoice"}
vars: {group: schools, n: 1.20}
audiences:
  governors: {label: Governing boards, vars: {group: boards}}
  parents: {title: "A *talk* for {{ audience.name }}"}
"""


def variables(audience: str = "full", **given: str) -> dict[str, str]:
    found, lines = resolved(deck("  - use: a\n", DECK, a=POINTS), audience, settings=Settings(variables=given))
    assert found is not None
    assert not lines
    return found.variables


def test_what_a_deck_gives() -> None:
    assert variables() == {
        "audience.name": "full",
        "audience.label": "",
        "deck.date": "2026-11-24",
        "speaker.name": "Leora Cruddas CBE",
        "speaker.handle": "@CSTVoice",
        "group": "schools",
        "n": "1.20",
        "deck.title": "A talk for schools",
    }


def test_an_audience_has_its_own() -> None:
    assert {"audience.label": "Governing boards", "group": "boards", "deck.title": "A talk for boards"}.items() <= (
        variables("governors").items()
    )
    assert variables("parents")["deck.title"] == "A talk for parents"


def test_set_comes_last() -> None:
    found = variables("governors", group="heads", extra="*a*")
    assert (found["group"], found["extra"], found["deck.title"]) == ("heads", "*a*", "A talk for heads")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("a b", "c", "bad-name"),
        ("", "c", "bad-name"),
        ("a", "b" * 10_001, "value-too-long"),
        ("a", "\x07", "control-character"),
    ],
)
def test_what_set_can_not_take(name: str, value: str, code: str) -> None:
    _, lines = resolved(deck("  - use: a\n", DECK, a=POINTS), settings=Settings(variables={name: value}))
    assert [line.split()[2].rstrip(":") for line in lines] == [code]


def test_a_wrong_title_is_an_error_in_its_place() -> None:
    _, lines = resolved(deck("  - use: a\n", HEAD.replace("A talk", "A {{ talk }}"), a=POINTS))
    assert lines[0].startswith('error decks/talk.yaml:1:10 unknown-variable: there is no variable "talk"')
