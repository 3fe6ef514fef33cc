"""The name that was likely meant."""

from __future__ import annotations

import time

from deckgen.diagnostics import did_you_mean
from deckgen.diagnostics.suggest import MANY


def test_the_nearest_name_is_named_and_else_the_first_ones() -> None:
    assert did_you_mean("govenors", ["parents", "governors"]) == 'did you mean "governors"?'
    assert did_you_mean("zzz", ["parents", "governors"]) == "known here: governors, parents"
    assert did_you_mean("zzz", ["x" * 61, "y" * 60]) == f"known here: {'x' * 59}…, {'y' * 60}"
    assert did_you_mean("zzz", []) is None


def test_of_thousands_only_what_is_all_but_the_same_is_near() -> None:
    maps = [f"{100_000 + number}.png" for number in range(20_000)]
    begun = time.process_time()
    for _ in range(20):
        assert did_you_mean("100020.svg", maps) == 'did you mean "100020.png"?'
        assert did_you_mean("100020.PNG", maps) == 'did you mean "100020.png"?'
        assert str(did_you_mean("900000.png", maps)).startswith("known here: ")
    assert time.process_time() - begun < 5  # it was a second each
    assert did_you_mean("10002.png", maps[: MANY - 1]) is not None


def test_of_several_years_all_are_named_for_none_is_nearer_than_another() -> None:
    assert did_you_mean("2023", ["School", "2024", "2026"]) == "known here: 2024, 2026, School"
    assert did_you_mean("2023", ["School", "2026"]) == 'did you mean "2026"?'


def test_marks_that_a_program_has_put_around_a_name_hide_nothing() -> None:
    assert did_you_mean("“id”", ["title", "id"]) == 'did you mean "id"?'
    assert did_you_mean("**title**", ["title", "id"]) == 'did you mean "title"?'
