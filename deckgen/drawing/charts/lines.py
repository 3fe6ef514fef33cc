"""Lines and areas over categories, dots, and the dots of a scatter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.drawing.charts.field import Plot, number
from deckgen.drawing.charts.paths import Point, polyline
from deckgen.drawing.model import Outline
from deckgen.drawing.sheet import Inks
from deckgen.scene import ChartSeries
from deckgen.units import to_pt


def lines(plot: Plot, series: int, inks: Inks) -> Iterator[Outline]:
    """A series' line over its area, if it has one, and its dots. A gap parts it (`dispBlanksAs`, 21.2.2.42)."""
    drawn = plot.chart.series[series]
    points = _points(plot, drawn)
    runs = [run for run in _runs(points) if len(run) > 1]
    if drawn.tint is not None and plot.chart.form == "area":
        yield from _areas(plot, runs, inks.color(drawn.tint))
    if drawn.stroke and runs:
        path = tuple([command for run in runs for command in polyline(run)])
        yield Outline(path=path, stroke=inks.color(drawn.color), width=to_pt(drawn.stroke), round=True)
    yield from _dots(drawn, points, inks)


def scattered(plot: Plot, inks: Inks) -> Iterator[Outline]:
    """The dots of a scatter: the first series is x, the second y."""
    chart = plot.chart
    if chart.category_axis is None or chart.value_axis is None:
        return
    across, upright = plot.across(chart.category_axis), plot.upright(chart.value_axis)
    pairs = zip(*(map(number, one.values) for one in chart.series[:2]), strict=True)
    points = [None if x is None or y is None else (across.at(x), upright.at(y)) for x, y in pairs]
    yield from _dots(chart.series[1], points, inks)


def _points(plot: Plot, series: ChartSeries) -> list[Point | None]:
    axis = plot.chart.value_axis
    if axis is None:
        return []
    scale, found = plot.values(axis), map(number, series.values)
    return [None if y is None else (x, scale.at(y)) for x, y in zip(plot.marks(), found, strict=True)]


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """The stretches between gaps."""
    run: list[Point] = []
    for point in (*points, None):
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def _areas(plot: Plot, runs: Sequence[list[Point]], fill: str) -> Iterator[Outline]:
    """The areas between each stretch and the axis."""
    axis = plot.chart.value_axis
    assert axis is not None, "points have an axis"
    foot = plot.values(axis).origin
    for run in runs:
        closing = [(run[-1][0], foot), (run[0][0], foot)]
        yield Outline(path=polyline([*run, *closing], closed=True), fill=fill)


def _dots(series: ChartSeries, points: Sequence[Point | None], inks: Inks) -> Iterator[Outline]:
    """A dot at each point that has one; its size is what it is wide (21.2.2.190)."""
    own = {point.index: point for point in series.points}
    for place, point in enumerate(points):
        said = own.get(place)
        size = (said.marker if said else 0) or series.marker
        if point is not None and size:
            color = (said.fill if said else None) or series.color
            yield Outline(path=(("O", *point, size / 2),), fill=inks.color(color))
