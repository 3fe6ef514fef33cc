"""Deck files: keys, audiences, and what is said of mistakes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from deckgen.diagnostics import Diagnostics
from deckgen.spec.deck import DeckSpec
from deckgen.spec.slots import BindContext, bind
from tests.spec.reading import read, said

WHOLE = """\
title: Joining a Trust – The Case for Collaboration
brand: cst
language: en-GB
date: 2026-11-24
speaker: {name: Leora Cruddas CBE, handle: "@LeoraCruddas @CSTVoice", role: Chief executive}
minutes: 30
vars: {group: school}
audiences:
  headteachers: {label: Headteachers}
  governors: {label: Governing boards, minutes: 20, vars: {group: governing board}}
  parents:
full: false
typography: keep
defaults:
  points: {source: A report}
slides:
  - use: a
"""


def deck(yaml: str) -> tuple[Any, list[str]]:
    diags = Diagnostics()
    return bind(DeckSpec, read(yaml), BindContext(diags), what="deck"), said(diags)


def test_a_whole_deck() -> None:
    spec, lines = deck(WHOLE)
    assert lines == []
    assert (spec.brand.text, spec.language, spec.date, spec.minutes) == ("cst", "en-GB", date(2026, 11, 24), 30)
    assert spec.speaker.values == {
        "name": "Leora Cruddas CBE",
        "handle": "@LeoraCruddas @CSTVoice",
        "role": "Chief executive",
    }
    assert list(spec.audiences) == ["headteachers", "governors", "parents"]
    assert (spec.audiences["governors"].minutes, spec.audiences["governors"].vars) == (20, {"group": "governing board"})
    assert spec.audiences["parents"].values == {}
    assert (spec.full, spec.typography) == (False, "keep")


def test_what_a_deck_may_leave_out() -> None:
    spec, lines = deck("title: a\nbrand: plain\nslides: []\n")
    assert lines == []
    assert (spec.language, spec.date, spec.audiences, spec.full, spec.typography) == ("en-GB", None, None, True, "mend")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Joining a Trust – The Case for Collaboration\n", "", '1:1 missing: this deck has no "title"'),
        ("brand: cst", "brnad: cst", '2:1 unknown-key: a deck has no "brnad" (did you mean "brand"?)'),
        ("en-GB", "en_GB", "3:11 bad-language"),
        ("2026-11-24", "24.11.2026", "4:7 bad-date"),
        ("minutes: 30", "minutes: half an hour", "6:10 bad-number"),
        ("name: Leora Cruddas CBE, ", "", '5:10 missing: this speaker has no "name"'),
        ("  parents:", "  full:", '11:3 reserved-name: "full" is the name of the whole deck'),
        ("  parents:", "  my parents:", "11:3 bad-name: \"my parents\" can't be an audience's name"),
        ("  parents:", "  Governors:", '11:3 duplicate-name: two audiences are called "Governors"'),
        (
            "  parents:",
            "  parents: {lable: a}",
            '11:13 unknown-key: an audience has no "lable" (did you mean "label"?)',
        ),
        ("  parents:", "  parents: a", "11:12 wrong-type: an audience is a mapping of keys to values"),
        ("full: false", "full: no", '12:7 bad-flag: "no" is neither true nor false (write false, without quotes)'),
        ("keep", "keeep", "13:13 bad-choice"),
        ("  points: {source: A report}", "  points: a", '15:11 wrong-type: under "points" stand slots'),
        ("slides:\n  - use: a", "slides: a", "16:9 wrong-type: a list is wanted here"),
    ],
)
def test_mistakes_have_their_place(old: str, new: str, expected: str) -> None:
    _, lines = deck(WHOLE.replace(old, new, 1))
    assert lines[0].startswith(f"error {expected}"), lines


def test_what_is_right_of_an_audience_is_there_beside_what_is_wrong() -> None:
    spec, lines = deck(WHOLE.replace("minutes: 20", "minutes: x").replace("handle", "hand"))
    assert [line.split()[1] for line in lines] == ["5:36", "10:49"]
    assert (spec.audiences["governors"].vars, spec.speaker.name) == ({"group": "governing board"}, "Leora Cruddas CBE")


def test_all_mistakes_are_said_at_once() -> None:
    _, lines = deck("titel: a\nbrand: [b]\nminutes: x\naudiences: [a]\nslides: 1\n")
    assert [line.split()[1] for line in lines] == ["1:1", "2:8", "3:10", "4:12", "5:9"]
