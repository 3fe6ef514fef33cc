"""`deckgen schema`: JSON Schema on stdout."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Deckgen


@pytest.mark.parametrize("name", ["deck", "slide", "brand"])
def test_each_is_a_schema(deckgen: Deckgen, name: str) -> None:
    ran = deckgen("schema", name)
    assert ran.code == 0 and ran.json["$schema"].startswith("https://json-schema.org/")


def test_anything_else_is_wrong_usage(deckgen: Deckgen) -> None:
    assert deckgen("schema", "house").code == 2
