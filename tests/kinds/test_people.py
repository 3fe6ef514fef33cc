"""Rows of people stand apart, and further from the foot of the slide than from one another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.scene import TextBox
from deckgen.units import to_pt
from tests.layout.slides import fitting

WORDMARK = 492


@pytest.mark.parametrize(("count", "rows"), [(4, 1), (6, 2), (8, 3)])
def test_rows_stand_apart_and_further_from_the_foot(count: int, rows: int) -> None:
    slide = fitting(kind="people", title="Us", people=[{"name": f"Person {n}"} for n in range(count)])
    portraits = [node.rect for node in slide.nodes if isinstance(node, TextBox) and node.name.endswith("picture")]
    tops = sorted({(rect.y, rect.bottom) for rect in portraits})
    assert len(tops) == rows
    gaps = [to_pt(lower[0] - upper[1]) for upper, lower in pairwise(tops)]
    assert all(20 <= gap < WORDMARK - to_pt(tops[-1][1]) for gap in gaps), gaps


def names(*said: str) -> list[tuple[int, int]]:
    """(size, lines) of each of these names."""
    slide = fitting(kind="people", title="Us", people=[{"name": name} for name in said])
    boxes = [node for node in slide.nodes if isinstance(node, TextBox) and node.name.endswith("name")]
    return [(box.style.size, len(box.lines)) for box in boxes]


SHORT = ("Jo Falk", "Mei Tan", "Al Grey", "Li Na Chen")


@pytest.mark.parametrize(
    ("name", "size", "lines"), [("Tom Ellery", 24, 1), ("Grace Adeyemi", 20, 1), ("Dame Ruth Featherstone", 24, 2)]
)
def test_names_take_the_next_size_where_that_brings_all_onto_one_line(name: str, size: int, lines: int) -> None:
    assert names(name, *SHORT) == [(size, lines), *[(size, 1)] * 4]
