"""A cover below a band: what belongs together stands together, and lines of columns are level."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.overlay import OverlayWorld
from deckgen.pipeline import Pipeline
from deckgen.scene import Slide
from deckgen.units import to_pt
from deckgen.worlds import DiskWorld, MemoryWorld
from deckgen.write.pptx.cache import load_template
from tests.decks.library import TODAY
from tests.layout.slides import box_of, fitting, words
from tests.support.tools import ROOT

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


LONG = "St Mary’s and St John’s Church of England Voluntary Aided Primary School, Upper Wharfedale"


@pytest.mark.parametrize("title", ["Together", "Working together", words(8, length=8)])
def test_a_long_name_takes_two_lines_below_the_title_and_above_the_rule(title: str) -> None:
    slide = fitting(kind="cover", title=title, subtitle=LONG, speaker="Amara Osei")
    first, second = baselines(slide, "subtitle")
    assert second <= 402
    short = fitting(kind="cover", title=title, subtitle="What we found out", speaker="Amara Osei")
    above, under = baselines(slide, "title")[-1], baselines(short, "subtitle")[0]
    assert first - above >= 28 and first <= under


def test_the_largest_title_stands_out_and_a_smaller_one_on_the_margin() -> None:
    large, small = fitting(kind="cover", title="Together"), fitting(kind="cover", title=words(9))
    assert to_pt(box_of(large, "title").rect.x) == MARGIN - 3
    assert to_pt(box_of(small, "title").rect.x) == MARGIN


@pytest.mark.parametrize(
    ("said", "sizes"),
    [
        ({"title": "Growing well, together"}, (112, 2)),
        ({"title": "What our schools learned in a year"}, (80, 2)),
        ({"title": "Growing well together", "subtitle": "What we found out"}, (80, 1)),
        ({"title": "Our annual report to governors"}, (56, 1)),  # at 80 its last word would stand alone
        ({"title": "What our schools learned in a year", "subtitle": "What we found out"}, (56, 2)),
    ],
)
def test_a_title_too_long_for_the_largest_size_takes_the_one_between_where_it_breaks_well(
    said: dict[str, str], sizes: tuple[int, int]
) -> None:
    title = box_of(fitting(kind="cover", speaker="Amara Osei", **said), "title")
    assert (title.style.size, len(title.lines)) == sizes


def test_a_role_may_take_two_lines_where_one_person_speaks() -> None:
    role = "Chief executive, Tidewater Schools Trust"
    slide = fitting(kind="cover", title="Together", speaker="Amara Osei", handle=role, event=EVENT)
    steps = [lower - upper for upper, lower in pairwise(baselines(slide, "speaker", "handle"))]
    assert len(steps) == 2 and max(steps) - min(steps) < 0.2


def test_beside_art_what_follows_a_role_of_two_lines_stands_clear_of_it() -> None:
    role = "Chief executive of the Tidewater Schools Trust and its charity"
    files = {
        "decks/d.yaml": msgspec.json.encode(
            {
                "title": "T",
                "brand": "cst",
                "slides": [
                    {"kind": "cover", "title": "T", "speaker": "Amara Osei", "handle": role, "date": "26 June 2026"}
                ],
            }
        )
    }
    world = OverlayWorld(files, below=DiskWorld(str(ROOT), today=TODAY))
    scene = Pipeline(world).compile("d", "full").scene
    assert scene is not None
    said = baselines(scene.slides[0], "speaker", "handle", "date")
    assert len(said) == 4 and said[-1] == 487
    assert all(lower - upper > 23 for upper, lower in pairwise(said))


def test_a_title_of_the_size_between_stands_out_a_little_less() -> None:
    slide = fitting(kind="cover", title="What our schools learned in a year")
    assert to_pt(box_of(slide, "title").rect.x) == MARGIN - 2


def rules(slide: Slide) -> list[str]:
    """The rules that the slide's layout draws."""
    template = load_template(MemoryWorld({}), "plain", Diagnostics(), NOWHERE)
    assert template is not None
    return [node.name for node in template.layouts[slide.layout].layout.nodes if node.name == "Rule"]


@pytest.mark.parametrize("slot", ["speaker", "handle", "event", "date"])
def test_there_is_a_rule_above_what_stands_below_it(slot: str) -> None:
    assert rules(fitting(kind="cover", title="Together", **{slot: "Words"})) == ["Rule"]


@pytest.mark.parametrize("more", [{}, {"subtitle": "What we found out"}])
def test_there_is_no_rule_with_nothing_below_it(more: dict[str, str]) -> None:
    assert rules(fitting(kind="cover", title="Together", **more)) == []
