"""Boxes of a tree stand evenly: nobody is pushed to one side by what others have below them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.scene import Slide
from deckgen.units import to_pt
from tests.layout.slides import box_of, fitting

Team = tuple[int, ...]
"""How many answer to each of those who answer to the top."""


def chart(team: Team) -> Slide:
    """The org chart of a team."""
    return fitting(kind="org-chart", title="Who", top={"name": "T", "reports": list(map(lead, range(9), team))})


def lead(number: int, count: int) -> object:
    """Somebody to whom so many answer."""
    name = f"P{number}"
    return {"name": name, "reports": [f"{name}-{n}" for n in range(count)]} if count else name


def middle(slide: Slide, name: str) -> float:
    """Where a box has its middle, across."""
    rect = box_of(slide, name).rect
    return to_pt(rect.x) + to_pt(rect.w) / 2


@pytest.mark.parametrize("team", [(2, 0, 1), (1, 0, 2), (2, 0, 0, 1), (3, 0, 1), (0, 0, 3)])
def test_those_with_nobody_below_stand_evenly_between_their_neighbours(team: Team) -> None:
    slide = chart(team)
    boxes = [f"top.reports[{n}]" for n in range(len(team))]
    gaps = [round(middle(slide, right) - middle(slide, left), 1) for left, right in pairwise(boxes)]
    assert len(set(gaps)) == 1, gaps
    assert all(box_of(slide, left).rect.right < box_of(slide, right).rect.x for left, right in pairwise(boxes))


def test_those_with_people_below_stand_above_the_middle_of_them() -> None:
    slide = chart((0, 2, 0, 1))
    below = [middle(slide, f"top.reports[1].reports[{n}]") for n in range(2)]
    assert middle(slide, "top.reports[1]") == pytest.approx(sum(below) / 2, abs=0.1)


def names(*said: str) -> list[tuple[int, int]]:
    """(size, lines) of each name on a chart whose top has these below."""
    slide = fitting(
        kind="org-chart", title="Who", top={"name": "T", "reports": [{"name": n, "role": "R"} for n in said]}
    )
    boxes = [box_of(slide, f"top.reports[{n}]") for n in range(len(said))]
    styles = [box.paragraphs[0].style or box.style for box in boxes]
    return [
        (style.size, sum(line.paragraph == 0 for line in box.lines)) for style, box in zip(styles, boxes, strict=True)
    ]


def test_a_name_takes_the_next_size_before_a_second_line() -> None:
    assert names("Daniel Wright", "Owen Price", "Jo Falk", "Helen Marsh", "Mei Tan") == [(20, 1)] * 5


def test_names_that_have_room_keep_their_size() -> None:
    assert names("Owen Price", "Jo Falk", "Mei Tan") == [(24, 1)] * 3


def test_a_name_too_long_for_any_size_makes_none_of_them_smaller() -> None:
    assert names("Bartholomew Montgomery Featherstonehaugh", "Jo Falk", "Mei Tan") == [(24, 3), (24, 1), (24, 1)]


def test_siblings_are_of_one_size_where_one_is_too_long_and_another_fits_smaller() -> None:
    assert names("Bartholomew Montgomery-Smith", "Daniel Wright", "Jo Falk", "Mei Tan", "Al Grey") == [
        (20, 3),
        *[(20, 1)] * 4,
    ]
