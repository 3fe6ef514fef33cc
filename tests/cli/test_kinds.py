"""`deckgen kinds`: the manual."""

from __future__ import annotations

from deckgen.kinds.registry import kind_names
from tests.cli.conftest import Deckgen


def test_every_kind_is_listed_with_what_it_is_for(deckgen: Deckgen) -> None:
    ran = deckgen("kinds")
    lines = [line.split(maxsplit=1) for line in ran.out.splitlines()]
    assert [line[0] for line in lines] == list(kind_names())
    assert all(len(line) == 2 for line in lines)


def test_a_kinds_page_has_its_slots_and_an_example_at_the_margin(deckgen: Deckgen) -> None:
    out = deckgen("kinds", "points").out
    assert out.startswith("points\n\nTwo to six things to say.")
    assert "\nSlots:\n" in out and "\nExample:\n\nkind: points\n" in out


def test_an_unknown_kind_is_wrong_usage(deckgen: Deckgen) -> None:
    ran = deckgen("kinds", "pionts")
    assert ran.code == 2 and 'did you mean "points"?' in ran.err


def test_for_programs(deckgen: Deckgen) -> None:
    (kind,) = deckgen("kinds", "quote", "--format", "json").json["kinds"]
    assert kind["slots"][0]["key"] == "quotation" and kind["example"].startswith("kind: quote\n")


def test_the_list_has_whole_sentences(deckgen: Deckgen) -> None:
    assert all(line.endswith(".") for line in deckgen("kinds").out.splitlines())
