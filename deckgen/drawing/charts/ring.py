"""A doughnut: the parts of a whole, with the clock from twelve."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, pairwise

from deckgen.drawing.charts.field import Plot, number
from deckgen.drawing.charts.paths import ring_piece
from deckgen.drawing.model import Outline
from deckgen.drawing.sheet import Inks
from deckgen.scene.chart import PARTING
from deckgen.units import to_pt


def ring(plot: Plot, inks: Inks) -> Iterator[Outline]:
    """The pieces, parted by a line in the ground's colour around each."""
    chart = plot.chart
    series = chart.series[0]
    values = [abs(number(value) or Decimal(0)) for value in series.values]
    whole = sum(values, Decimal(0))
    if not whole:
        return
    outer = min(plot.w, plot.h) / 2
    centre, radii = (plot.x + plot.w / 2, plot.y + plot.h / 2), (outer * chart.hole / 100, outer)
    fills = {point.index: point.fill for point in series.points if point.fill}
    turns = [float(share / whole) for share in accumulate(values, initial=Decimal(0))]
    for place, (start, stop) in enumerate(pairwise(turns)):
        if stop > start:
            yield Outline(
                path=ring_piece(centre, radii, start, stop),
                fill=inks.color(fills.get(place) or series.color),
                stroke=inks.color(chart.ground),
                width=to_pt(PARTING),
            )
