"""Where values and categories stand in a chart's plot. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from deckgen.scene import Chart, ChartAxis
from deckgen.units import to_pt

MOST_LINES = 100
"""Grid lines along an axis: more are no help, and a step of nearly nought would never end."""
LYING = ("bar", "stacked")


class Scale(Struct, frozen=True):
    """A value axis: from `low` at `start`, `length` long to `high`, against x or y where it is negative."""

    low: Decimal
    high: Decimal
    start: float
    length: float

    def at(self, value: Decimal) -> float:
        """Where `value` stands; one beyond the axis stands at its end, as the plot cuts off what is outside."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + self.length * float(min(max(share, Decimal(0)), Decimal(1)))

    @property
    def origin(self) -> float:
        """Where the other axis crosses: at nought or what is nearest to it (`autoZero`, 21.2.2.33)."""
        return self.at(Decimal(0))


class Plot(Struct, frozen=True):
    """A chart's plot."""

    chart: Chart
    x: float
    y: float
    w: float
    h: float

    @property
    def lying(self) -> bool:
        """Whether its values run from side to side, its categories from the top down."""
        return self.chart.form in LYING

    def across(self, axis: ChartAxis) -> Scale:
        """The scale from side to side, from the right where the chart is read so."""
        start, length = (self.x + self.w, -self.w) if self.chart.rtl else (self.x, self.w)
        return Scale(*ends(axis), start, length)

    def upright(self, axis: ChartAxis) -> Scale:
        """The scale from the foot up."""
        return Scale(*ends(axis), self.y + self.h, -self.h)

    def values(self, axis: ChartAxis) -> Scale:
        """The scale of the values of this form."""
        return self.across(axis) if self.lying else self.upright(axis)

    def slots(self) -> tuple[float, float]:
        """(where the first category's room begins, how far apart the categories are): bars stand in rooms."""
        count = max(1, len(self.chart.categories))
        if self.lying:
            return self.y, self.h / count
        return (self.x + self.w, -self.w / count) if self.chart.rtl else (self.x, self.w / count)

    def marks(self) -> list[float]:
        """x of each category where they stand on their marks, the first on the axis (`midCat`, 21.2.2.32)."""
        count = len(self.chart.categories)
        apart = self.w / max(1, count - 1)
        if self.chart.rtl:
            return [self.x + self.w - apart * n for n in range(count)]
        return [self.x + apart * n for n in range(count)]


def plot_of(chart: Chart) -> Plot:
    """The plot of a chart."""
    rect = chart.plot
    return Plot(chart, to_pt(rect.x), to_pt(rect.y), to_pt(rect.w), to_pt(rect.h))


def ends(axis: ChartAxis) -> tuple[Decimal, Decimal]:
    """Where a value axis begins and ends; one that goes nowhere is one long."""
    low, high = Decimal(axis.low or 0), Decimal(axis.high or 1)
    return low, high if high > low else low + 1


def ticks(axis: ChartAxis) -> Iterator[Decimal]:
    """The values of an axis's grid lines: every `step` from its low end (`majorUnit`, 21.2.2.103)."""
    low, high = ends(axis)
    step = Decimal(axis.step or 0)
    value = low
    for _ in range(MOST_LINES if step > 0 else 0):
        if value > high:
            return
        yield value
        value += step


def number(value: str | None) -> Decimal | None:
    """A value of a series, None for a gap."""
    return None if value is None else Decimal(value)
