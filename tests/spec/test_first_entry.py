"""A list that stands there as one text: how its first entry is written."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.load.nodes import ScalarNode
from deckgen.spec.slots import BindContext
from deckgen.spec.types.shape import sequence


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("1. One thing 2. Two", "- One thing"),
        ("1) One thing 2) Two", "- One thing"),
        ("– One thing – Two", "- One thing"),
        ("One thing", "- One thing"),
    ],
)
def test_the_first_entry_ends_where_the_next_begins(text: str, entry: str) -> None:
    diags = Diagnostics()
    assert sequence(ScalarNode(text, NOWHERE), BindContext(diags), wanted="a list") is None
    (said,) = diags
    assert str(said.hint).endswith(f": {entry}")
