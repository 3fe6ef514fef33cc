"""What stands behind and around the values: grid lines, and the line that bars stand on."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.drawing.charts.field import Plot, Scale, ticks
from deckgen.drawing.charts.paths import polyline
from deckgen.drawing.model import Outline, PathCommand
from deckgen.drawing.sheet import Inks
from deckgen.scene import ChartAxis, Color
from deckgen.scene.chart import HAIR
from deckgen.units import to_pt


def grid(plot: Plot, inks: Inks) -> Iterator[Outline]:
    """The grid lines of both axes, one outline each."""
    chart = plot.chart
    if chart.value_axis is not None:
        scale = plot.values(chart.value_axis)
        yield from _lines(plot, chart.value_axis, scale, inks, upright=not plot.lying)
    if chart.category_axis is not None and chart.form == "scatter":
        yield from _lines(plot, chart.category_axis, plot.across(chart.category_axis), inks, upright=False)


def _lines(plot: Plot, axis: ChartAxis, scale: Scale, inks: Inks, *, upright: bool) -> Iterator[Outline]:
    """The lines at each step of an axis, lying where the axis is upright."""
    if axis.grid is None:
        return
    places = [scale.at(tick) for tick in ticks(axis)]
    if places:
        path = tuple([command for place in places for command in _through(plot, place, lying=upright)])
        yield _hair(path, axis.grid, inks)


def base(plot: Plot, inks: Inks) -> Iterator[Outline]:
    """The axes' own lines, where they have one: that of the categories at nought, that of the values beside them."""
    categories, values = plot.chart.category_axis, plot.chart.value_axis
    if categories is None or values is None:
        return
    if categories.line is not None:
        yield _hair(_through(plot, plot.values(values).origin, lying=not plot.lying), categories.line, inks)
    if values.line is not None:
        yield _hair(_through(plot, _beside(plot, categories), lying=plot.lying), values.line, inks)


def _beside(plot: Plot, categories: ChartAxis) -> float:
    """Where the value axis stands: at the first category's side, of a scatter where x is nought."""
    if plot.chart.form == "scatter":
        return plot.across(categories).origin
    return plot.slots()[0]


def _through(plot: Plot, place: float, *, lying: bool) -> tuple[PathCommand, ...]:
    """A line through all of the plot, at a height or at an x."""
    if lying:
        return polyline([(plot.x, place), (plot.x + plot.w, place)])
    return polyline([(place, plot.y), (place, plot.y + plot.h)])


def _hair(path: tuple[PathCommand, ...], color: Color, inks: Inks) -> Outline:
    return Outline(path=path, stroke=inks.color(color), width=to_pt(HAIR))
