"""Series and parts of charts are told apart in every brand, and context is never louder than the point."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations

import pytest

from deckgen.brand.chart_colors import chart_colors
from deckgen.brand.color import contrast, hex_of, themed
from deckgen.brand.load import load_brand
from deckgen.brand.model import Brand
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.scene import Color
from deckgen.worlds import DiskWorld
from tests.layout.charts.test_charts import chart
from tests.support.tools import ROOT

BRANDS = ("plain", "cst", "cranmer")
STACK = """
type: stacked
categories: [North, South]
series:
  - {name: A, values: [20, 21]}
  - {name: B, values: [20, 21]}
  - {name: C, values: [20, 21]}
  - {name: D, values: [20, 21]}
  - {name: E, values: [20, 17]}
focus: C
"""
RING = """
type: doughnut
categories: [A, B, C, D, E, F]
series: {name: Pence, values: [25, 25, 20, 10, 10, 10]}
focus: [A, B, C, D]
"""
PURPLE = {
    "lt1": "#FFFFFF",
    "dk1": "#1D1226",
    "lt2": "#F4EEF7",
    "dk2": "#3B1F54",
    "accent1": "#FF8A3D",
    "accent2": "#B23A12",
    "accent3": "#D9C6E6",
    "accent4": "#17757A",
    "accent5": "#8A6A00",
    "accent6": "#54455F",
}
"""A brand whose one quiet colour stands in its sequence, too, as that of the example in docs/brands.md does."""


@cache
def brand(name: str) -> Brand:
    found = load_brand(DiskWorld(str(ROOT), today=date(2026, 1, 5)), name, Diagnostics(), NOWHERE)
    assert found
    return found


def vivid(color: str) -> int:
    """How far a colour is from grey: the span of red, green and blue."""
    parts = bytes.fromhex(color[1:])
    return max(parts) - min(parts)


@pytest.mark.parametrize("name", BRANDS)
def test_every_series_of_a_stack_has_a_shade_of_its_own(name: str) -> None:
    seen = [hex_of(series.color, brand(name).theme) for series in chart(STACK, brand=name).series]
    assert all(contrast(one, other) >= 1.25 for one, other in combinations([*seen[:2], *seen[3:]], 2)), seen
    assert vivid(seen[2]) > max(map(vivid, [*seen[:2], *seen[3:]]))


@pytest.mark.parametrize("name", BRANDS)
def test_a_fourth_part_in_focus_is_as_strong_as_the_others(name: str) -> None:
    points = chart(RING, brand=name).series[0].points
    seen = [hex_of(point.fill, brand(name).theme) for point in points if point.fill]
    assert len(set(seen)) == 6
    assert vivid(seen[3]) > max(map(vivid, seen[4:])), seen


def test_a_context_that_stands_in_the_sequence_is_not_given_out_twice() -> None:
    quiet = themed("#B7A6C2", PURPLE)
    colors = chart_colors(Color("accent2"), quiet, (Color("dk2"), Color("accent2"), Color("accent4"), quiet), PURPLE)
    seen = [hex_of(color, PURPLE) for color in colors.others[:4]]
    assert seen[0] == "#B7A6C2"
    assert all(contrast(one, other) >= 1.25 for one, other in combinations([*seen, "#FFFFFF"], 2)), seen
    assert Color("accent2") not in colors.others


def test_words_stand_light_on_every_shade_that_is_dark() -> None:
    colors = brand("plain").chart
    assert colors
    for color in (*colors.others, *colors.strong, *colors.rest):
        seen = hex_of(color, brand("plain").theme)
        assert (color in colors.dark) == (contrast(seen, "#FFFFFF") > contrast(seen, "#14181A"))
