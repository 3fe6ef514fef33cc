"""A file's chart as it looks: axes, grid and series by deckgen's own drawing of charts, words set around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from math import ceil, cos, pi, sin

from msgspec.structs import replace

from deckgen.brand.color import hex_of, luminance
from deckgen.diff.sketch.layers import Layer, color_of, form_of, layers, number, scaled, sums
from deckgen.diff.sketch.text import Box
from deckgen.diff.view import Chart
from deckgen.drawing.charts.axes import base, grid
from deckgen.drawing.charts.bars import bars
from deckgen.drawing.charts.field import Plot, plot_of, ticks
from deckgen.drawing.charts.lines import lines, scattered
from deckgen.drawing.charts.ring import ring
from deckgen.drawing.model import Element, Outline
from deckgen.scene import ChartAxis, Color

Say = Callable[..., Element]
"""Sets words in a box: `say(text, box, size, align="ctr")`."""
MOST_POINTS = 5_000
_EDGE, _NEAR = 6.0, 4.0
_ROOM = 26.0
"""Points that a category's name needs at least; names that have less are left out in turn."""
_LEAST = 0.03
"""Of a pie, a part that a value can stand on."""
_INK, _DARK = "#333333", 0.35


class Hues:
    """Colours that no theme is needed for."""

    def color(self, color: Color, /) -> str:
        """A colour as '#RRGGBB'."""
        return hex_of(color, {})


def can_be_plotted(chart: Chart) -> bool:
    """Whether deckgen draws charts of every form that this one has, and it has values, not too many of them."""
    known = bool(chart.series) and all(form_of(one) is not None for one in chart.series)
    few = sum(len(one.values) for one in chart.series) <= MOST_POINTS
    return known and few and any(number(value) is not None for one in chart.series for value in one.values)


def plot_elements(chart: Chart, box: Box, say: Say) -> Iterator[Element]:
    """The chart in its box, below its title and its legend."""
    if any(form_of(one) == "doughnut" for one in chart.series):
        side = max(1.0, min(box.w, box.h) - 2 * _EDGE)
        plot = box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side
        (layer, *_) = layers(chart, plot, scaled(chart.upright, []))
        yield _drawn(ring(plot_of(layer.chart), Hues()))
        yield from _parts(chart, layer, say)
        return
    reached = [value for values in sums(chart) for value in values if value is not None]
    own = replace(chart.upright, high=chart.upright.high or "1") if chart.whole else chart.upright
    axis = scaled(own, reached)
    plot = _plot(chart, box, axis)
    found = list(layers(chart, plot, axis))
    # Lines may begin within the plot, whose grid is that of all.
    first = Plot(found[0].chart, *plot)
    yield _drawn(grid(first, Hues()))
    for layer in found:
        yield _drawn(_marks(layer))
    yield _drawn(base(first, Hues()))
    yield from _scale(chart, first, axis, say)
    yield from _names(chart, first, found[0], Box(*plot), say)
    for layer in found:
        yield from _values(chart, layer, say)


def _drawn(marks: Iterator[Outline]) -> Element:
    return Element(role="Artifact", children=tuple(marks))


def _size(box: Box) -> float:
    return max(8.0, min(14.0, box.h / 22))


def _plot(chart: Chart, box: Box, axis: ChartAxis) -> tuple[float, float, float, float]:
    """Where values are drawn: beside the words of the axes."""
    size = _size(box)
    numbers = max((len(_shown(tick, chart)) for tick in ticks(axis)), default=1) * size * 0.55 + _NEAR
    lying = form_of(chart.series[0]) == "bar"
    names = min(0.35 * box.w, max((len(name) for name in chart.categories), default=0) * size * 0.5 + _NEAR)
    beside = names if lying else numbers
    shown = (chart.across.shown, chart.upright.shown) if lying else (chart.upright.shown, chart.across.shown)
    left, below = beside * shown[0] + _EDGE, size * 1.8 * shown[1] + _EDGE
    return box.x + left, box.y + size, max(1.0, box.w - left - _EDGE - size), max(1.0, box.h - below - size)


def _marks(layer: Layer) -> Iterator[Outline]:
    plot = plot_of(layer.chart)
    count = len(layer.chart.series)
    match layer.chart.form:
        case "bar" | "column":
            return (mark for number in range(count) for mark in bars(plot, number, Hues()))
        case "scatter":
            return scattered(plot, Hues())
        case _:
            return lines(plot, 0, Hues())


def _shown(value: Decimal, chart: Chart) -> str:
    if chart.upright.percent or chart.whole:
        return f"{value * 100:.0f}%"
    return f"{value.normalize():f}" if value else "0"


def _scale(chart: Chart, plot: Plot, axis: ChartAxis, say: Say) -> Iterator[Element]:
    """The numbers along the value axis."""
    if not chart.upright.shown:
        return
    size = _size(Box(plot.x, plot.y, plot.w, plot.h))
    scale = plot.values(axis)
    for tick in ticks(axis):
        at, text = scale.at(tick), _shown(tick, chart)
        if plot.lying:
            yield say(text, Box(at - 30, plot.y + plot.h + _NEAR, 60, size * 1.3), size)
        else:
            yield say(text, Box(plot.x - 90 - _NEAR, at - size, 90, 2 * size), size, align="r")


def _names(chart: Chart, plot: Plot, layer: Layer, whole: Box, say: Say) -> Iterator[Element]:
    """The categories' names; of a scatter the numbers along its foot."""
    if not chart.across.shown:
        return
    size, foot = _size(whole), whole.y + whole.h + _NEAR
    if layer.chart.form == "scatter" and layer.chart.category_axis is not None:
        across = plot.across(layer.chart.category_axis)
        for tick in ticks(layer.chart.category_axis):
            yield say(f"{tick.normalize():f}", Box(across.at(tick) - 30, foot, 60, size * 1.3), size)
        return
    names = layer.chart.categories
    pitch = (whole.h if plot.lying else whole.w) / max(1, len(names))
    every = max(1, ceil((size * 1.3 if plot.lying else _ROOM) / pitch))
    for place in range(0, len(names), every):
        if plot.lying:
            room = Box(whole.x - 200 - _NEAR, whole.y + place * pitch, 200, pitch)
            yield say(names[place], room, size, align="r")
        else:
            middle = whole.x + (place + 0.5) * pitch
            if layer.chart.form == "area" or (layer.chart.form == "line" and not chart.across.between):
                middle = whole.x + whole.w * place / max(1, len(names) - 1)
            room = Box(middle - every * pitch / 2, foot, every * pitch, size * 1.3)
            yield say(_cut(names[place], room.w, size), room, size)


def _cut(name: str, room: float, size: float) -> str:
    most = max(2, int(room / (size * 0.5)))
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _values(chart: Chart, layer: Layer, say: Say) -> Iterator[Element]:
    """The values that the file writes at their points: beyond bars, above points, in pieces of stacks."""
    plot = plot_of(layer.chart)
    size = _size(Box(plot.x, plot.y, plot.w, plot.h))
    for inner, one in enumerate(layer.chart.series):
        source = chart.series[one.order]
        if layer.chart.form == "scatter" and not inner:
            continue
        for place, box in _places(plot, layer, inner, size):
            own = len(one.values) - 1 - place if plot.lying and not chart.across.backwards else place
            value = number(source.values[own]) if own in source.labelled and own < len(source.values) else None
            if value is None:
                continue
            if source.form.startswith("stacked ") and layer.chart.form in ("bar", "column"):
                fill = next((p.fill for p in one.points if p.index == place and p.fill), one.color)
                room = _within(plot, layer, Decimal(one.values[place] or 0), value, box)
                yield say(_shown(value, chart), room, size, color=_legible(fill))
            else:
                yield say(_shown(value, chart), box, size, align="l" if plot.lying else "ctr")


def _legible(fill: Color) -> str:
    return _INK if luminance(fill.slot) > _DARK else "#FFFFFF"


def _within(plot: Plot, layer: Layer, end: Decimal, value: Decimal, beside: Box) -> Box:
    """The middle of a piece of a stack that ends there; `beside` is where a bar's value would be written."""
    axis = layer.chart.value_axis
    assert axis is not None, "stacks have an axis"
    scale = plot.values(axis)
    middle = (scale.at(end) + scale.at(end - value)) / 2
    if plot.lying:
        return Box(middle - beside.w / 2, beside.y, beside.w, beside.h)
    return Box(beside.x, middle - beside.h / 2, beside.w, beside.h)


def _places(plot: Plot, layer: Layer, series: int, size: float) -> Iterator[tuple[int, Box]]:
    """Where a series' values are written: beyond bars, above points."""
    chart, one = layer.chart, layer.chart.series[series]
    if chart.value_axis is None:
        return
    scale = plot.values(chart.value_axis)
    if chart.form in ("bar", "column"):
        drawn = [n for n, value in enumerate(one.values) if value and scale.at(Decimal(value)) != scale.origin]
        for place, bar in zip(drawn, bars(plot, series, Hues()), strict=False):
            yield place, _beyond(bar, size, lying=plot.lying)
        return
    across = plot.marks() if chart.form != "scatter" else []
    for place, value in enumerate(one.values[: len(across)]):
        if value is not None:
            yield place, Box(across[place] - 45, scale.at(Decimal(value)) - 1.8 * size, 90, 1.3 * size)


def _beyond(bar: Outline, size: float, *, lying: bool) -> Box:
    xs, ys = ([float(command[side]) for command in bar.path if len(command) == 3] for side in (1, 2))
    if lying:
        return Box(max(xs) + _NEAR, (min(ys) + max(ys)) / 2 - size, 90, 2 * size)
    return Box((min(xs) + max(xs)) / 2 - 45, min(ys) - 1.4 * size, 90, 1.3 * size)


def _parts(chart: Chart, layer: Layer, say: Say) -> Iterator[Element]:
    """The values that are written on a pie's parts."""
    plot, one = plot_of(layer.chart), layer.chart.series[0]
    source = chart.series[layer.series]
    values = [abs(Decimal(value or 0)) for value in one.values]
    whole = sum(values, Decimal(0)) or Decimal(1)
    ends = [float(sum(values[:place], Decimal(0)) / whole) for place in range(len(values) + 1)]
    outer, size = min(plot.w, plot.h) / 2, _size(Box(plot.x, plot.y, plot.w, plot.h))
    reach = outer * (1 + layer.chart.hole / 100) / 2 if layer.chart.hole else outer * 0.65
    for place, (start, stop) in enumerate(pairwise(ends)):
        value = number(source.values[place]) if place in source.labelled else None
        if value is not None and stop - start > _LEAST:
            turn = pi * (start + stop)
            x, y = plot.x + plot.w / 2 + reach * sin(turn), plot.y + plot.h / 2 - reach * cos(turn)
            fill = one.points[place].fill or one.color
            yield say(_shown(value, chart), Box(x - 30, y - size, 60, 2 * size), size, color=_legible(fill))


def keys(chart: Chart) -> Sequence[tuple[str, str]]:
    """What a legend says: names beside their colours, of a pie its parts'."""
    if any(form_of(one) == "doughnut" for one in chart.series):
        own = dict(chart.series[0].inks)
        colors = [own[n].rgb if n in own else color_of(chart, n).slot for n in range(len(chart.categories))]
        return list(zip(chart.categories, colors, strict=True)) if chart.legend else ()
    if not chart.legend:
        return ()
    return [(one.name, one.ink.rgb if one.ink else color_of(chart, n).slot) for n, one in enumerate(chart.series)]
