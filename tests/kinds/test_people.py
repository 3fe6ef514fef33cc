"""Rows of people stand apart, and further from the foot of the slide than from one another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.scene import Slide, TextBox
from deckgen.units import to_pt
from tests.layout.slides import box_of, fitting, set_slide

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


LONG = "Bartholomew Wolfeschlegelsteinhausen"
DOUBLE = "Jacqueline Cholmondeley-Warrington"


def team(*said: str) -> Slide:
    return fitting(kind="people", title="Us", people=[{"name": name, "role": "Director of education"} for name in said])


@pytest.mark.parametrize(
    ("count", "layout"),
    [(2, "People, two columns"), (6, "People, two columns"), (7, "People, two columns, four rows")],
)
def test_a_name_with_no_room_beside_its_portrait_gives_all_wider_columns(count: int, layout: str) -> None:
    slide = team(*[f"Person {n}" for n in range(count - 1)], LONG)
    assert slide.layout == layout
    assert [line.text for line in box_of(slide, f"people[{count - 1}].name").lines] == LONG.split()


@pytest.mark.parametrize("names", [(DOUBLE, *SHORT), (DOUBLE, LONG, *SHORT, *SHORT[:2])])
def test_a_double_name_is_not_broken_at_its_hyphen(names: tuple[str, ...]) -> None:
    slide = team(*names)
    assert slide.layout.startswith("People, two columns")
    assert [line.text for line in box_of(slide, "people[0].name").lines] == DOUBLE.split()


def test_where_even_those_have_no_room_the_refusal_says_what_is_too_long_there() -> None:
    people = [{"name": name} for name in (LONG, *SHORT)]
    slide, said = set_slide(
        kind="people", title="The five of us who answer for everything that is promised", people=people
    )
    assert slide is None
    assert [(one.code, one.hint) for one in said] == [("too-long", "cut about 6 words")]


def test_large_portraits_stay_large_with_a_double_name_below_them() -> None:
    assert team(DOUBLE, *SHORT[:3]).layout == "People"


def test_four_rows_end_above_the_wordmark_and_nobody_stands_on_anybody() -> None:
    slide = team(*[LONG] * 8)
    feet = [to_pt(box_of(slide, f"people[{n}].role").lines[-1].baseline) for n in range(8)]
    tops = [to_pt(box_of(slide, f"people[{n}].name").lines[0].baseline) for n in range(8)]
    assert max(feet) + 6 < WORDMARK - 18
    assert all(tops[n + 2] - feet[n] > 24 for n in range(6)), (tops, feet)
