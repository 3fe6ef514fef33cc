"""A doughnut: parts of a whole. Its figure and its key stand in boxes of their own."""

from __future__ import annotations

from deckgen.layout.charts.paint import part_colors
from deckgen.layout.charts.sketch import Sketch
from deckgen.scene import Chart, ChartPoint, ChartSeries

HOLE = 62


def ring(sketch: Sketch) -> Chart:
    """The ring, which fills its frame."""
    data = sketch.data
    colors = part_colors(sketch)
    series = data.series[0]
    points = tuple([ChartPoint(index=n, fill=color) for n, color in enumerate(colors)])
    whole = ChartSeries(
        name=series.name.text,
        values=series.texts,
        color=colors[0],
        order=0,
        format=data.numbers.code,
        points=points,
    )
    return sketch.chart(plot=sketch.frame, series=(whole,), hole=HOLE)
