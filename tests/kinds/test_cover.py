"""A cover below a band: what belongs together stands together, and lines of columns are level."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.scene import Slide
from deckgen.units import to_pt
from tests.layout.slides import box_of, fitting, words

RULE, MARGIN = 420, 48
EVENT = "Trustees’ and heads’ summer conference"


def baselines(slide: Slide, *names: str) -> list[float]:
    """The baselines of the lines of these slots, in points."""
    return [round(to_pt(line.baseline), 1) for name in names for line in box_of(slide, name).lines]


@pytest.mark.parametrize("speaker", ["Amara Osei", ["Amara Osei", "Daniel Wright"]])
def test_lines_of_the_columns_are_level(speaker: object) -> None:
    slide = fitting(kind="cover", title="Together", speaker=speaker, handle="Head", event=EVENT)
    assert baselines(slide, "event") == baselines(slide, "speaker", "handle")[:2]
    lines = baselines(slide, "speaker", "handle")
    steps = [lower - upper for upper, lower in pairwise(lines)]
    assert max(steps) - min(steps) < 0.2


@pytest.mark.parametrize("title", ["Together", "Working together", "Growing well together, in every school"])
def test_a_subtitle_stands_with_the_title_not_with_what_is_below_the_rule(title: str) -> None:
    slide = fitting(kind="cover", title=title, subtitle="What we found out", speaker="Amara Osei")
    last, under = baselines(slide, "title")[-1], baselines(slide, "subtitle")[0]
    size = box_of(slide, "title").style.size
    assert under - last == pytest.approx(size / 2 + 28, abs=0.1)
    assert RULE - under > 30


def test_a_title_that_leaves_no_room_for_that_begins_higher_and_the_subtitle_stands_on_the_rule() -> None:
    slide = fitting(kind="cover", title=words(8, length=8), subtitle="What we found out")
    assert baselines(slide, "title")[0] == 222
    assert baselines(slide, "subtitle") == [402]


def test_the_largest_title_stands_out_and_a_smaller_one_on_the_margin() -> None:
    large, small = fitting(kind="cover", title="Together"), fitting(kind="cover", title=words(9))
    assert to_pt(box_of(large, "title").rect.x) == MARGIN - 3
    assert to_pt(box_of(small, "title").rect.x) == MARGIN
