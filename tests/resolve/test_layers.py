"""Layers: brand, deck, slide, variant, entry, the entry's variant."""

from __future__ import annotations

from deckgen.load.nodes import MapNode, ScalarNode
from deckgen.resolve import Settings
from tests.resolve.projects import HEAD, POINTS, deck, resolved
from tests.spec.reading import read

SLIDE = "kind: points\ntitle: slide\npoints: [a, b]\nnotes: slide\nvariants:\n  x: {title: variant, points: [c, d]}\n"
AUDIENCES = HEAD + "audiences: {x: , y: }\n"


def layer_of(key: str, order: str, audience: str = "x", head: str = AUDIENCES, brand: str = "") -> tuple[str, str, int]:
    """(value, layer, line) of a field of the only slide."""
    defaults = read(brand) if brand else None
    assert defaults is None or isinstance(defaults, MapNode)
    found, lines = resolved(deck(order, head, a=SLIDE), audience, settings=Settings(defaults=defaults))
    assert found is not None, lines
    assert not lines
    field = found.slides[0].fields[key]
    value = field.value.text if isinstance(field.value, ScalarNode) else type(field.value).__name__
    return value, field.layer, field.value.span.line


def test_the_last_layer_that_has_a_slot_gives_it() -> None:
    brand = "points: {title: brand, source: brand}\n"
    defaults = AUDIENCES + "defaults:\n  points: {title: deck, source: deck, link: deck}\n"
    entry = "  - use: a\n    with: {title: entry}\n    variants: {x: {title: entry's variant}}\n"
    assert layer_of("source", "  - use: a\n", brand=brand) == ("brand", "brand", 1)
    assert layer_of("source", "  - use: a\n", head=defaults, brand=brand) == ("deck", "deck", 5)
    assert layer_of("title", "  - use: a\n", "y", head=defaults, brand=brand) == ("slide", "slide", 2)
    assert layer_of("title", "  - use: a\n", head=defaults) == ("variant", "variant x", 6)
    assert layer_of("title", "  - {use: a, with: {title: entry}}\n") == ("entry", "entry", 5)
    assert layer_of("title", entry) == ("entry's variant", "entry's variant x", 7)
    assert layer_of("title", entry, "y") == ("entry", "entry", 6)


def test_the_whole_deck_takes_no_variants() -> None:
    assert layer_of("title", "  - {use: a, variants: {x: {title: b}}}\n", "full") == ("slide", "slide", 2)


def test_notes_minutes_and_hidden_are_layered_too() -> None:
    order = "  - {use: a, minutes: 2, hidden: true, variants: {x: {notes: entry's variant, minutes: 3}}}\n"
    assert layer_of("notes", order)[:2] == ("entry's variant", "entry's variant x")
    assert layer_of("minutes", order)[:2] == ("3", "entry's variant x")
    assert layer_of("minutes", order, "y")[:2] == ("2", "entry")
    assert layer_of("hidden", order)[:2] == ("true", "entry")


def test_an_empty_value_takes_a_slot_away() -> None:
    assert layer_of("notes", "  - {use: a, notes: }\n")[:2] == ("", "entry")


def test_reserved_keys_are_no_defaults() -> None:
    _, lines = resolved(deck("  - use: a\n", HEAD + "defaults: {points: {id: a}}\n", a=POINTS))
    assert lines == [
        'error decks/talk.yaml:3:21 reserved-key: "id" can\'t stand in defaults (write "id" beside '
        "the slide in the running order)"
    ]


def test_variants_may_be_for_audiences_of_other_decks() -> None:
    from tests.resolve.projects import project

    files = {
        "decks/talk.yaml": HEAD + "slides: [use: a]\n",
        "decks/other.yaml": HEAD + "audiences: {x: }\nslides: []\n",
        "slides/a.yaml": SLIDE,
    }
    assert resolved(project(files))[1] == []
    assert resolved(project({**files, "decks/other.yaml": HEAD}))[1] == [
        'error slides/a.yaml:6:3 unknown-audience: no deck of this project has an audience "x" '
        '(declare it under "audiences:" in the deck)'
    ]
