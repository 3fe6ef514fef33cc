"""A scatter: each category is a dot; the first series is x, the second y."""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.layout.charts.lines import SCALE_CLEAR, SCALE_WIDTH, Field
from deckgen.layout.charts.model import Cell, NumberFormat, plain
from deckgen.layout.charts.sketch import Sketch
from deckgen.layout.charts.ticks import Scale, scale_for
from deckgen.scene import Chart, ChartAxis, ChartLabel, ChartPoint, ChartSeries
from deckgen.units import box, pt

DOT, FOCUS_DOT = 11, 15
TITLE, FOOT = 50, 58
"""Room above the plot for the name of y, and below it for the numbers and the name of x."""
Y_RISE, X_DROP = 6, 36
"""From the frame's top up to the name of y, and from the plot's foot down to that of x."""
NAME_GAP = 12
MOST_NAME = 220
"""Of an axis: LibreOffice sets y's in two lines of a fifth of the frame."""


def scatter(sketch: Sketch) -> Chart:
    """The dots, those in focus named."""
    return _Scatter(sketch).made()


class _Scatter:
    def __init__(self, sketch: Sketch) -> None:
        self._sketch, self._data = sketch, sketch.data
        self._labels = sketch.look(muted=True, style="label")
        self._x, self._y = (scale_for(series.numbers, zero=False) for series in sketch.data.series)
        bare = sketch.data.numbers.bare()
        self._x_numbers, self._y_numbers = bare.placed(self._x.places), bare.placed(self._y.places)
        self._plot = self._room()

    def _room(self) -> Field:
        """The plot: beside the numbers of y, and so that the last number of x doesn't run over."""
        sketch = self._sketch
        numbers = max(sketch.width(self._y_numbers.show(tick), self._labels) for tick in self._y.ticks)
        left = max(SCALE_WIDTH, numbers + SCALE_CLEAR)
        last = sketch.width(self._x_numbers.show(self._x.high), self._labels) / 2
        return Field(sketch.x + left, sketch.y + TITLE, sketch.w - left - last, sketch.h - TITLE - FOOT)

    def made(self) -> Chart:
        plot = self._plot
        axes = self._x_axis(), self._y_axis()
        points = tuple([self._point(part) for part in self._data.parts])
        color = self._sketch.colors.context if points else self._sketch.colors.focus
        series = [
            ChartSeries(
                name=one.name.text,
                values=one.texts,
                color=color,
                order=0,
                marker=DOT,
                format=self._data.numbers_of(one).code,
            )
            for one in self._data.series
        ]
        return self._sketch.chart(
            plot=box(plot.x, plot.y, plot.w, plot.h),
            series=(series[0], replace(series[1], points=points)),
            category_axis=axes[0],
            value_axis=axes[1],
        )

    def _x_axis(self) -> ChartAxis:
        sketch, plot = self._sketch, self._plot
        for tick in self._x.ticks:
            x = plot.x + plot.w * self._x.share(tick)
            sketch.write(self._x_numbers.show(tick), self._labels, x, plot.y + plot.h + 20, align="ctr")
        name = self._data.series[0].name
        left = sketch.right - sketch.width(name.text, self._labels)
        return self._axis(self._x, self._x_numbers, name, (left, plot.y + plot.h + X_DROP))

    def _y_axis(self) -> ChartAxis:
        sketch, plot = self._sketch, self._plot
        for tick in self._y.ticks:
            y = plot.y + plot.h * (1 - self._y.share(tick))
            sketch.write(self._y_numbers.show(tick), self._labels, plot.x - SCALE_CLEAR, y, align="r")
        return self._axis(self._y, self._y_numbers, self._data.series[1].name, (sketch.x, sketch.y - Y_RISE))

    def _axis(self, scale: Scale, numbers: NumberFormat, name: Cell, at: tuple[float, float]) -> ChartAxis:
        """An axis with its name, whose upper left corner is `at`."""
        self._sketch.write(name.text, self._labels, at[0], at[1] + self._labels.style.size * 0.6)
        if self._sketch.width(name.text, self._labels) > MOST_NAME:
            self._sketch.refuse_width(name, "the name")
        return ChartAxis(
            look=self._labels,
            low=plain(scale.low),
            high=plain(scale.high),
            step=plain(scale.step),
            format=numbers.code,
            grid=self._sketch.surface.color("rule"),
            title=name.text,
            title_at=(pt(at[0]), pt(at[1])),
        )

    def _point(self, part: int) -> ChartPoint:
        """A dot in focus and its name: to its right, or above it where that has no room."""
        sketch, plot = self._sketch, self._plot
        category = self._data.categories[part]
        across, up = (series.values[part] for series in self._data.series)
        assert across is not None and up is not None, "a scatter without gaps"
        x = plot.x + plot.w * self._x.share(across.value)
        y = plot.y + plot.h * (1 - self._y.share(up.value))
        look = sketch.look(focus=True, color=sketch.colors.focus)
        wide = sketch.width(category.text, look)
        beside = x + NAME_GAP + wide <= sketch.right
        if beside:
            sketch.write(category.text, look, x + NAME_GAP, y, series=1)
        else:
            sketch.write(category.text, look, x, y - 20, align="ctr", series=1)
            if x + wide / 2 > sketch.right + 36 or x - wide / 2 < sketch.x:
                sketch.refuse_width(category, "the name")
        label = ChartLabel(look=look, shows="text", place="r" if beside else "t", text=category.text)
        return ChartPoint(index=part, fill=sketch.colors.focus, marker=FOCUS_DOT, label=label)
