"""Places within a text, whatever way YAML holds it."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Diagnostics
from deckgen.load.nodes import MapNode, ScalarNode
from deckgen.spec.place import place
from deckgen.spec.slots import BindContext
from tests.spec.reading import read


@pytest.mark.parametrize(
    ("yaml", "needle", "nth", "where"),
    [
        ("value: a b a", "a", 0, (1, 8, 1, 9)),
        ("value: a b a", "a", 1, (1, 12, 1, 13)),
        ("value: 'a ''b'' c'", "c", 0, (1, 17, 1, 18)),
        ("value: |\n  a\n  b c\nother: c", "b c", 0, (3, 3, 3, 6)),
        ("value: >-\n  a\n\n  b c\n", "c", 0, (4, 5, 4, 6)),
        ("value: a\n  b c\n", "c", 0, (2, 5, 2, 6)),
        ("value: a b", "z", 0, (1, 8, 1, 11)),
        ("value: a\n  b", "a b", 0, (1, 8, 2, 4)),
        ("other: a\r\nvalue: |\r\n  x\r\n  a b\r\n", "b", 0, (4, 5, 4, 6)),
    ],
)
def test_places(yaml: str, needle: str, nth: int, where: tuple[int, int, int, int]) -> None:
    node = read(yaml)
    assert isinstance(node, MapNode)
    value = node.get("value")
    assert isinstance(value, ScalarNode)
    span = place(value, needle, nth, BindContext(Diagnostics(), source=lambda _: yaml))
    assert (span.line, span.col, span.end_line, span.end_col) == where


def test_without_the_source_the_whole_text_is_meant() -> None:
    node = read("value: a b")
    assert isinstance(node, MapNode)
    value = node.get("value")
    assert isinstance(value, ScalarNode)
    assert place(value, "b", 0, BindContext(Diagnostics())) == value.span
