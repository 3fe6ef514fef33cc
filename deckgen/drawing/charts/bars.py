"""Bars: lying, standing, and stacked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from deckgen.drawing.charts.field import Plot, number
from deckgen.drawing.charts.paths import rectangle
from deckgen.drawing.model import Outline
from deckgen.drawing.sheet import Inks
from deckgen.scene.chart import PARTING
from deckgen.units import to_pt


def bars(plot: Plot, series: int, inks: Inks) -> Iterator[Outline]:
    """The bars of a series. Pieces of a stack are parted by a line in the ground's colour around each."""
    chart = plot.chart
    drawn = chart.series[series]
    fills = {point.index: point.fill for point in drawn.points if point.fill}
    stacked = chart.form == "stacked"
    for category, low, high in _spans(plot, series):
        if low == high:
            continue
        one, other = _sides(plot, series, category)
        path = rectangle((low, one), (high, other)) if plot.lying else rectangle((one, low), (other, high))
        yield Outline(
            path=path,
            fill=inks.color(fills.get(category) or drawn.color),
            stroke=inks.color(chart.ground) if stacked else None,
            width=to_pt(PARTING) if stacked else 0,
        )


def _spans(plot: Plot, series: int) -> Iterator[tuple[int, float, float]]:
    """(category, where its bar begins, where it ends) along the value axis; no bar for a gap."""
    chart = plot.chart
    if chart.value_axis is None:
        return
    scale = plot.values(chart.value_axis)
    for category, text in enumerate(chart.series[series].values):
        value = number(text)
        if value is not None:
            below = _below(plot, series, category) if chart.form == "stacked" else Decimal(0)
            yield category, scale.at(below), scale.at(below + value)


def _below(plot: Plot, series: int, category: int) -> Decimal:
    """What is stacked before the piece of a series: those of its own sign."""
    own = Decimal(plot.chart.series[series].values[category] or 0)
    before = [number(other.values[category]) or Decimal(0) for other in plot.chart.series[:series]]
    return sum((value for value in before if (value < 0) == (own < 0)), Decimal(0))


def _sides(plot: Plot, series: int, category: int) -> tuple[float, float]:
    """Where a bar begins and ends along the categories' axis.

    Of a category's room the bars and half a gap on either side take all (`gapWidth`, 21.2.2.75); each lies by
    `overlap` over the next (21.2.2.131). Both are per cents of a bar's breadth.
    """
    chart = plot.chart
    count, overlap = len(chart.series), chart.overlap / 100
    start, pitch = plot.slots()
    breadth = pitch / (count - (count - 1) * overlap + chart.gap / 100)
    one = start + pitch * category + breadth * (chart.gap / 200 + series * (1 - overlap))
    return one, one + breadth
