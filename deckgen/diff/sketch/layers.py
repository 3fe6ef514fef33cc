"""A file's chart as charts of the scene, which deckgen can draw: a layer for each form, pieces of stacks summed up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from msgspec import Struct
from msgspec.structs import replace

from deckgen import scene
from deckgen.diff.view import Axis, Chart, Series
from deckgen.scene import ChartAxis, ChartLook, ChartPoint, ChartSeries, ChartType, Color, TextStyle
from deckgen.units import Rect, pt

FORMS: dict[str, ChartType] = {
    "column": "column",
    "bar": "bar",
    "line": "line",
    "area": "area",
    "pie": "doughnut",
    "ofPie": "doughnut",
    "doughnut": "doughnut",
    "scatter": "scatter",
    "bubble": "scatter",
}
"""What each is drawn as, stacked or not; the others (radar, stock, surface) are shown as their data."""
_OTHERWISE = ("#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47")
_LOOK = ChartLook(
    TextStyle(name="", size=12, spacing=100, font="minor", bold=False, tracking=0, seat=0, foot=0), Color("#333333")
)
GRID, LINE, GROUND = Color("#D9D9D9"), Color("#8C8C8C"), Color("#FFFFFF")
_PAINTED: tuple[ChartType, ...] = ("area", "column", "bar", "doughnut", "line", "scatter")
MOST = Decimal("1e15")
INTERVALS = 8
"""Of an axis that says no step, at most."""


class Layer(Struct, frozen=True):
    """A chart of the scene, and which of the file's series its last is (all of them belong to one form)."""

    chart: scene.Chart
    series: int


def number(value: str) -> Decimal | None:
    """A value as it is reckoned with; None for a gap, or for what is no number within reason."""
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found) < MOST else None


def form_of(series: Series) -> ChartType | None:
    """What a series is drawn as; None of a form that deckgen has none for."""
    return FORMS.get(series.form.removeprefix("stacked "))


def color_of(chart: Chart, place: int) -> Color:
    """The colour of a series, or of a part of a pie: the theme's in turn where it has none of its own."""
    turn = chart.inks[place % len(chart.inks)].rgb if chart.inks else _OTHERWISE[place % len(_OTHERWISE)]
    return Color(turn)


def sums(chart: Chart) -> list[list[Decimal | None]]:
    """Each series' values as far as they reach: of a stack, with those before them."""
    given = [[number(value) for value in one.values] for one in chart.series]
    count = max(map(len, given), default=0)
    given = [[*values, *[None] * (count - len(values))] for values in given]
    if chart.whole:
        given = [_shares(values, given) for values in given]
    below: dict[tuple[str, int, bool], Decimal] = {}
    for one, values in zip(chart.series, given, strict=True):
        if not one.form.startswith("stacked "):
            continue
        for place, value in enumerate(values):
            if value is not None:
                # Bars above nought and below are stacks of their own, lines are sums.
                key = one.form, place, value < 0 and form_of(one) in ("bar", "column")
                values[place] = below[key] = below.get(key, Decimal(0)) + value
    return given


def _shares(values: Sequence[Decimal | None], given: Sequence[Sequence[Decimal | None]]) -> list[Decimal | None]:
    """Values as shares of all of their category."""
    columns = zip(*given, strict=True)
    wholes = [sum((abs(one or Decimal(0)) for one in column), Decimal(0)) or Decimal(1) for column in columns]
    return [None if value is None else value / whole for value, whole in zip(values, wholes, strict=True)]


def scaled(axis: Axis, values: Sequence[Decimal]) -> ChartAxis:
    """The axis of these values, as a file says it or as programs choose: round numbers, nought on it."""
    least, most = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    low, high, step = (number(said) for said in (axis.low, axis.high, axis.step))
    span = (most if high is None else high) - (least if low is None else low)
    step = step if step is not None and step > 0 and span / step < 100 else _step(span)
    low = (least / step).to_integral_value("ROUND_FLOOR") * step if low is None else low
    high = (most * Decimal("1.02") / step).to_integral_value("ROUND_CEILING") * step if high is None else high
    grid = GRID if axis.grid else None
    return ChartAxis(look=_LOOK, shown=axis.shown, low=str(low), high=str(high), step=str(step), grid=grid)


def _step(span: Decimal) -> Decimal:
    """The round step of which a few make the span."""
    if span <= 0:
        return Decimal(1)
    lead = Decimal(1).scaleb(span.adjusted() - 1)
    return next(lead * times for times in (1, 2, 5, 10, 20, 50, 100) if span / (lead * times) <= INTERVALS)


def layers(chart: Chart, plot: tuple[float, float, float, float], value_axis: ChartAxis) -> Iterator[Layer]:
    """The chart's layers in the order of painting: x, y, width and height of the plot are points."""
    reached = sums(chart)
    for form in _PAINTED:
        members = [place for place, one in enumerate(chart.series) if form_of(one) == form]
        if not members:
            continue
        made = _Maker(chart, form, plot, value_axis)
        stacked = chart.series[members[0]].form.startswith("stacked ")
        if form == "doughnut":
            yield Layer(made.ring(members[0]), members[0])
        elif form == "scatter":
            yield from (Layer(made.dots(place, reached[place]), place) for place in members)
        elif stacked or form in ("line", "area"):
            # Of a stack the longest comes first, and what lies below it over it.
            ordered = reversed(members) if stacked else members
            yield from (Layer(made.one([place], reached), place) for place in ordered)
        else:
            yield Layer(made.one(members, reached), members[-1])


class _Maker(Struct, frozen=True):
    """Makes the scene's charts of one form."""

    source: Chart
    form: ChartType
    plot: tuple[float, float, float, float]
    value_axis: ChartAxis

    def one(self, members: Sequence[int], reached: Sequence[Sequence[Decimal | None]]) -> scene.Chart:
        """Bars, lines or areas."""
        lying = self.form == "bar"
        turned = lying and not self.source.across.backwards
        series = [self._series(place, reached[place]) for place in (members[::-1] if turned else members)]
        made = self._chart(tuple(series))
        return _upside_down(made) if turned else made

    def ring(self, place: int) -> scene.Chart:
        """A pie, or a ring: each part in a colour of its own."""
        one = self._series(place, [number(value) for value in self.source.series[place].values])
        own = {point.index: point for point in one.points}
        points = (own.get(n) or ChartPoint(index=n, fill=color_of(self.source, n)) for n in range(len(one.values)))
        hole = self.source.hole if self.source.series[place].form == "doughnut" else 0
        return replace(self._chart((replace(one, points=tuple(points)),)), hole=max(0, min(90, hole)))

    def dots(self, place: int, values: Sequence[Decimal | None]) -> scene.Chart:
        """A scatter: the categories are x where they are numbers, else each point is as far along as it is in order."""
        across = dict(enumerate(map(number, self.source.categories)))
        found = [across.get(n) for n in range(len(values))]
        xs = [Decimal(n) if x is None else x for n, x in enumerate(found, 1)]
        x = ChartSeries(name="", values=tuple(map(str, xs)), color=LINE, order=0)
        made = self._chart((x, replace(self._series(place, values), marker=7)))
        return replace(made, category_axis=scaled(self.source.across, xs))

    def _series(self, place: int, values: Sequence[Decimal | None]) -> ChartSeries:
        one = self.source.series[place]
        color = Color(one.ink.rgb) if one.ink else color_of(self.source, place)
        return ChartSeries(
            name=one.name,
            values=tuple([None if value is None else str(value) for value in values]),
            color=color,
            order=place,
            stroke=pt(2.25) if self.form == "line" else 0,
            tint=color if self.form == "area" else None,
            points=tuple([ChartPoint(index=at, fill=Color(ink.rgb)) for at, ink in one.inks]),
        )

    def _chart(self, series: tuple[ChartSeries, ...]) -> scene.Chart:
        x, y, w, h = self.plot
        count = max(1, *(len(one.values) for one in series))
        if self.form == "line" and self.source.across.between:
            # Points stand in the middle of their rooms, as bars do.
            x, w = x + w / count / 2, w - w / count
        rect = Rect(pt(x), pt(y), pt(w), pt(h))
        names = [*self.source.categories, *[""] * count][:count]
        stacked = any(one.form == f"stacked {self.form}" for one in self.source.series)
        return scene.Chart(
            name="",
            rect=rect,
            form=self.form,
            categories=tuple(names),
            series=series,
            plot=rect,
            look=_LOOK,
            ground=GROUND,
            category_axis=ChartAxis(look=_LOOK, line=LINE),
            value_axis=self.value_axis,
            gap=max(0, self.source.gap),
            overlap=100 if stacked else min(100, self.source.overlap),
        )


def _upside_down(chart: scene.Chart) -> scene.Chart:
    """Lying bars from the foot up, as programs set them unless they are told otherwise."""
    last = len(chart.categories) - 1
    series = [
        replace(
            one,
            values=one.values[::-1],
            points=tuple([replace(point, index=last - point.index) for point in one.points]),
        )
        for one in chart.series
    ]
    return replace(chart, categories=chart.categories[::-1], series=tuple(series))
