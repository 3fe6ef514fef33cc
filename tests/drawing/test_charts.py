"""Charts drawn: what a value is, its mark shows; places are those that PowerPoint gives them."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, hypot, pi

import pytest
from msgspec.structs import replace

from deckgen.drawing import Element, Outline
from deckgen.scene import Chart, ChartPoint, ChartType
from tests.drawing.charts import (
    HIGH,
    INK,
    LEFT,
    PAPER,
    QUIET,
    TOP,
    WIDE,
    area,
    around,
    dot,
    drawn,
    gallery,
    made,
    outlines,
    points,
    series_of,
    sheet,
    within,
)
from tests.drawing.pages import BRANDS, kinds_drawn
from tests.drawing.pages import within as elements_within

FORMS: tuple[ChartType, ...] = ("bar", "column", "stacked", "line", "area", "doughnut", "scatter")


def bars(chart: Chart, series: int = 0) -> list[tuple[float, float, float, float]]:
    return [area(outline) for outline in series_of(drawn(chart), series)]


def test_a_bar_of_half_the_axis_is_half_as_long() -> None:
    half, whole = bars(made("bar", [50, 100]))
    assert half[2] == pytest.approx(WIDE / 2) and whole[2] == pytest.approx(WIDE)
    assert half[0] == whole[0] == LEFT


def test_the_first_category_of_lying_bars_is_the_uppermost_and_of_columns_the_leftmost() -> None:
    upper, lower = bars(made("bar", [50, 100]))
    assert upper[1] < lower[1]
    left, right = bars(made("column", [50, 100]))
    assert left[0] < right[0]
    assert left[1] + left[3] == pytest.approx(TOP + HIGH), "columns stand on the foot"


def test_gap_and_overlap_are_shares_of_a_bars_breadth() -> None:
    """One bar and a gap of 60 % take 1.6 breadths of a category's 150 points: 93.75, in its middle."""
    [one, _] = bars(made("bar", [50, 100], gap=60))
    assert one[3] == pytest.approx(150 / 1.6)
    assert one[1] + one[3] / 2 == pytest.approx(TOP + 75)
    chart = made("bar", [50, 100], [40, 80], gap=60, overlap=-4)
    first, second = bars(chart, 0)[0], bars(chart, 1)[0]
    assert first[3] == pytest.approx(150 / (2 + 0.04 + 0.6))
    assert second[1] - (first[1] + first[3]) == pytest.approx(0.04 * first[3]), "parted by 4 % of a breadth"


def test_bars_below_nought_go_the_other_way() -> None:
    chart = made("bar", [-50, 100], low="-100", high="100", line=True)
    below, above = bars(chart)
    assert below[0] == pytest.approx(LEFT + 100) and below[0] + below[2] == pytest.approx(LEFT + 200) == above[0]
    [line] = around(drawn(chart))
    assert {x for x, _ in points(line)} == {LEFT + 200} and line.width == 0.75, "the axis stands at nought"


def test_pieces_of_a_stack_follow_each_other_parted_in_the_grounds_colour() -> None:
    chart = made("stacked", [20, 30], [30, 70], [50, 0], overlap=100)
    element = drawn(chart)
    ends = [series_of(element, n)[0] for n in range(3)]
    assert [area(piece)[0] for piece in ends] == pytest.approx([LEFT, LEFT + 80, LEFT + 200])
    assert sum(area(piece)[2] for piece in ends) == pytest.approx(WIDE)
    assert {(piece.stroke, piece.width) for piece in ends} == {(sheet().color(PAPER), 1.5)}
    assert len(series_of(element, 2)) == 1, "a piece of nought is not drawn"


def test_stacks_grow_from_nought_to_both_sides() -> None:
    chart = made("stacked", [-20, 30], [30, -70], low="-100", high="100", overlap=100)
    first, second = (series_of(drawn(chart), n)[0] for n in range(2))
    assert area(first)[0] + area(first)[2] == pytest.approx(area(second)[0]) == pytest.approx(LEFT + 200)


def test_a_gap_is_no_bar() -> None:
    assert len(bars(made("column", [1, None, 3]))) == 2


def test_a_point_in_focus_has_its_own_colour() -> None:
    chart = made("bar", [50, 100])
    series = replace(chart.series[0], points=(ChartPoint(index=1, fill=QUIET),))
    fills = [outline.fill for outline in series_of(drawn(replace(chart, series=(series,))), 0)]
    assert fills == [sheet().color(INK), sheet().color(QUIET)]


def test_a_line_runs_from_edge_to_edge_through_its_values() -> None:
    [line] = series_of(drawn(made("line", [0, 100, 50])), 0)
    assert points(line) == [(LEFT, TOP + HIGH), (LEFT + WIDE / 2, TOP), (LEFT + WIDE, TOP + HIGH / 2)]
    assert line.fill is None and line.round and line.width == 3


def test_a_gap_parts_a_line() -> None:
    [line] = series_of(drawn(made("line", [10, 20, None, 40, 50])), 0)
    assert [command[0] for command in line.path] == ["M", "L", "M", "L"]


def test_a_point_between_gaps_has_no_line() -> None:
    assert series_of(drawn(made("line", [10, None, 40, None, 50])), 0) == []


def test_the_line_of_an_area_lies_along_its_top() -> None:
    filled, line = series_of(drawn(made("area", [50, 100, 50])), 0)
    assert filled.fill == sheet().color(QUIET) and filled.stroke is None
    assert points(filled)[:3] == points(line)
    assert {y for _, y in points(filled)[3:]} == {TOP + HIGH}


def test_an_area_below_nought_hangs_from_it() -> None:
    filled, _ = series_of(drawn(made("area", [-50, -100], low="-100", high="100")), 0)
    assert min(y for _, y in points(filled)) == pytest.approx(TOP + HIGH / 2)


def test_a_gap_in_an_area_goes_down_to_the_axis() -> None:
    *filled, _ = series_of(drawn(made("area", [50, 60, None, 70, 80])), 0)
    assert [len(outline.path) for outline in filled] == [5, 5]


def test_dots_are_as_wide_as_their_size() -> None:
    chart = made("line", [0, 100])
    series = replace(chart.series[0], points=(dot(1, 12),))
    *_, mark = series_of(drawn(replace(chart, series=(series,))), 0)
    assert mark.path == (("O", LEFT + WIDE, TOP, 6.0),)


def test_the_parts_of_a_ring_take_their_share_of_the_turn_from_twelve() -> None:
    chart = made("doughnut", [50, 25, 25])
    pieces = series_of(drawn(chart), 0)
    centre = LEFT + WIDE / 2, TOP + HIGH / 2
    assert [turned(piece, centre) for piece in pieces] == pytest.approx([0.5, 0.25, 0.25], abs=1e-6)
    assert pieces[0].path[0] == pytest.approx(("M", centre[0], centre[1] - HIGH / 2)), "from the top"
    for piece in pieces:
        reach = [hypot(x - centre[0], y - centre[1]) for x, y in on_the_ring(piece)]
        assert min(reach) == pytest.approx(HIGH / 2 * 0.62) and max(reach) == pytest.approx(HIGH / 2)
    assert {(piece.stroke, piece.width) for piece in pieces} == {(sheet().color(PAPER), 1.5)}


def on_the_ring(piece: Outline) -> list[tuple[float, float]]:
    """Where a piece's curves begin and end."""
    return [(float(command[-2]), float(command[-1])) for command in piece.path if len(command) > 2]


def turned(piece: Outline, centre: tuple[float, float]) -> float:
    """How much of a turn a piece takes: the angles between the ends of its outer curves."""
    outer = [p for p in on_the_ring(piece) if hypot(p[0] - centre[0], p[1] - centre[1]) > HIGH / 2 * 0.8]
    angles = [atan2(x - centre[0], centre[1] - y) / (2 * pi) for x, y in outer]
    return sum((after - before) % 1 for before, after in pairwise(angles))


def test_curves_of_a_ring_leave_its_circle_by_less_than_a_hair() -> None:
    for piece in series_of(drawn(made("doughnut", [40, 60])), 0):
        for x, y in points(piece):
            away = hypot(x - LEFT - WIDE / 2, y - TOP - HIGH / 2)
            assert min(abs(away - HIGH / 2), abs(away - HIGH / 2 * 0.62)) < 0.05


def test_a_part_that_is_all_is_a_whole_ring_without_a_seam() -> None:
    [piece] = series_of(drawn(made("doughnut", [0, 7, 0])), 0)
    kinds = [command[0] for command in piece.path]
    assert kinds.count("M") == kinds.count("Z") == 2 and "L" not in kinds


def test_a_scatter_sets_x_against_y() -> None:
    chart = made("scatter", [0, 50, 100], [100, 50, 0])
    marks = series_of(drawn(chart), 1)
    assert [mark.path[0][1:] for mark in marks] == [
        (LEFT, TOP, 5.0),
        (LEFT + WIDE / 2, TOP + HIGH / 2, 5.0),
        (LEFT + WIDE, TOP + HIGH, 5.0),
    ]


def test_grid_lines_stand_at_every_step() -> None:
    [grid] = around(drawn(made("line", [1, 2], high="100", step="25")))
    assert sorted({y for _, y in points(grid)}) == pytest.approx([TOP + 300 * n / 4 for n in range(5)])
    assert {x for x, _ in points(grid)} == {LEFT, LEFT + WIDE} and grid.width == 0.75


def test_a_chart_read_from_the_right_is_mirrored() -> None:
    half, whole = bars(made("bar", [50, 100], rtl=True))
    assert half[0] + half[2] == pytest.approx(LEFT + WIDE) and half[2] == pytest.approx(WIDE / 2)
    assert whole[0] == pytest.approx(LEFT) and half[1] < whole[1]
    first, second = bars(made("column", [50, 100], rtl=True))
    assert first[0] > second[0]
    [line] = series_of(drawn(made("line", [0, 100], rtl=True)), 0)
    assert points(line)[0] == (LEFT + WIDE, TOP + HIGH)


def test_later_series_lie_over_earlier_ones() -> None:
    chart = made("line", [1, 2], [3, 4])
    first, second = chart.series
    turned_round = replace(chart, series=(replace(first, order=1), replace(second, order=0)))
    found = [child for child in drawn(turned_round).children if isinstance(child, Element)]
    assert [one.series for one in found] == [0, 1]
    assert [outlines(one.children)[0].stroke for one in found] == [sheet().color(QUIET), sheet().color(INK)]


HOSTILE = {
    "one point": made("line", [5]),
    "one bar": made("bar", [5]),
    "all nought": made("column", [0, 0, 0]),
    "a ring of nought": made("doughnut", [0, 0]),
    "no axis to speak of": made("bar", [1, 2], low="0", high="0"),
    "gaps alone": made("line", [None, None]),
    "beyond the axis": made("bar", [500, -500], high="100"),
    "as large as a float": made("bar", ["1e308", "-1e308"], low="-1e308", high="1e308"),
    "larger than a float": made("column", ["1e400", "5e399"], high="1e400"),
    "as small as can be": made("line", ["1e-300", "2e-300"], high="2e-300"),
    "far apart": made("doughnut", ["1e308", "1e-300"]),
    "forty categories": made("column", list(range(40)), list(range(40, 0, -1)), high="40"),
    "a step of next to nothing": made("line", [1, 2], high="100", step="1e-9"),
    "a whole room of dots": made("scatter", [50] * 200, list(range(200)), high="199"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_the_numbers_are_nothing_lies_outside(name: str) -> None:
    chart = HOSTILE[name]
    found = outlines([drawn(chart)])
    for outline in found:
        assert within(outline, chart)
        assert all(place == place and abs(place) < 1e4 for at in points(outline) for place in at)
    assert len(found) <= 201


def test_a_bar_of_a_huge_axis_is_still_as_long_as_its_share() -> None:
    [half, whole] = bars(made("bar", ["5e399", "1e400"], high="1e400"))
    assert half[2] == pytest.approx(WIDE / 2) and whole[2] == pytest.approx(WIDE)


@pytest.mark.parametrize("brand", BRANDS)
def test_every_form_stays_in_its_frame(brand: str) -> None:
    met = set()
    for chart, element in charts(brand):
        met.add(chart.form)
        drawn_outlines = outlines([element])
        assert drawn_outlines
        for outline in drawn_outlines:
            assert within(outline, chart, by=6), (brand, chart.form)  # a dot at the edge of its plot
    assert met == set(FORMS)


@pytest.mark.parametrize("brand", BRANDS)
def test_a_figure_says_what_it_shows_and_holds_a_part_for_each_series(brand: str) -> None:
    for chart, element in charts(brand):
        assert element.role == "Figure" and element.alt == chart.alt != "" and element.node == chart.name
        parts = [child for child in element.children if isinstance(child, Element)]
        # The first of a scatter's series is where the second's dots stand.
        orders = sorted(series.order for series in chart.series)[chart.form == "scatter" :]
        assert [part.series for part in parts] == orders
        assert {part.node for part in parts} == {chart.name}


def charts(brand: str) -> list[tuple[Chart, Element]]:
    """The gallery's charts and those of the kind's three cases, with what is drawn of them."""
    found = []
    for drawing in (kinds_drawn(brand), gallery(brand)[1]):
        for number, slide in enumerate(drawing.deck.slides):
            nodes = [node for node in slide.nodes if isinstance(node, Chart)]
            if nodes:
                figures = [e for e in elements_within(drawing.page(number).elements) if e.role == "Figure"]
                found += [(node, next(e for e in figures if e.node == node.name)) for node in nodes]
    return found
