"""Values that are made when they are first asked for."""

from __future__ import annotations

import pytest

from deckgen.later import Later


def test_each_is_made_once_and_only_when_it_is_asked_for() -> None:
    asked: list[str] = []

    def make(given: str) -> str:
        asked.append(given)
        return given.upper()

    later = Later({"one": "a", "two": "b"}, make)
    assert (list(later), len(later), "two" in later, "three" in later) == (["one", "two"], 2, True, False)
    assert not asked
    assert (later["two"], later["two"], later.get("three")) == ("B", "B", None)
    assert asked == ["b"]


def test_it_equals_a_mapping_of_the_same() -> None:
    assert Later({"one": 1}, str) == {"one": "1"}


def test_another_name_has_no_value() -> None:
    with pytest.raises(KeyError):
        Later({"one": 1}, str)["two"]
