"""Where each value of a slide comes from."""

from __future__ import annotations

from deckgen.bind.explain import explain, short
from tests.resolve.projects import HEAD, deck, resolved
from tests.spec.reading import read

SLIDE = """\
kind: statement
title: A title
text: >-
  A sentence that is long enough to be cut in a table,
  for it goes on and on.
variants:
  x: {title: Another, notes: Pause.}
"""


def test_every_slot_has_its_row() -> None:
    order = "  - use: a\n    minutes: 2\n    with: {text: Short.}\n"
    found, _ = resolved(deck(order, HEAD + "audiences: {x: }\n", a=SLIDE), "x")
    assert found is not None
    rows = explain(found, "a")
    assert rows is not None
    assert [(row.slot, row.value, row.layer, str(row.span) if row.span else "") for row in rows] == [
        ("kind", "statement", "slide", "slides/a.yaml:1:7"),
        ("title", "Another", "variant x", "slides/a.yaml:7:14"),
        ("text", "Short.", "entry", "decks/talk.yaml:7:18"),
        ("surface", "bright", "kind default", ""),
        ("notes", "Pause.", "variant x", "slides/a.yaml:7:30"),
        ("minutes", "2", "entry", "decks/talk.yaml:6:14"),
        ("hidden", "false", "kind default", ""),
        ("build", "false", "kind default", ""),
        ("transition", "", "kind default", ""),
    ]


def test_keys_that_the_kind_does_not_have_are_shown_as_well() -> None:
    found, _ = resolved(deck("  - use: a\n", a=SLIDE + "txet: A\n"))
    assert found is not None
    rows = explain(found, "a")
    assert rows is not None
    assert rows[-1].slot == "txet"


def test_there_is_nothing_to_explain_of_a_slide_that_is_not_there() -> None:
    found, _ = resolved(deck("  - use: a\n", a=SLIDE))
    assert found is not None
    assert explain(found, "b") is None


def test_values_in_short() -> None:
    assert short(read("{a: [b, c], d: ~, e: 'f  g'}")) == "{a: b · c, d: , e: f g}"
    assert short(read("[" + "word, " * 30 + "]")).endswith(" …")
    assert len(short(read("[" + "word, " * 30 + "]"))) <= 60


def test_a_transition_is_shown_where_it_comes_from() -> None:
    order = (
        "  - use: a\n  - {section: Two, transition: push}\n  - {use: a, id: b}\n  - {use: a, id: c, transition: none}\n"
    )
    found, _ = resolved(deck(order, HEAD + "transition: fade\n", a=SLIDE), "full")
    assert found is not None
    rows = [row for slide in "abc" for row in explain(found, slide) or () if row.slot == "transition"]
    assert [(row.value, row.layer, row.span is not None) for row in rows] == [
        ("fade", "deck", True),
        ("push", "section", True),
        ("none", "entry", True),
    ]
