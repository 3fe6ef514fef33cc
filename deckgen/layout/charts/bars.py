"""Bars: lying, standing, and stacked. They begin at nought; their values stand at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from deckgen.layout.charts.model import ChartData, NumberFormat, plain
from deckgen.layout.charts.paint import series_colors
from deckgen.layout.charts.sketch import Sketch
from deckgen.scene import Chart, ChartAxis, ChartLabel, ChartLook, ChartPoint, ChartSeries, Color
from deckgen.units import Rect, box

GAP, OVERLAP = 60, -4
"""Per cents of a bar's breadth, between categories and between bars of one (design/tokens.json)."""
TOP, FOOT = 2.5, 9.5
"""Above the rows of lying bars and below them, in the frame."""
LEAST_BREADTH = 19
"""Of bars beside each other whose values are set at 20 pt."""
MOST_PITCH = {1: 64, 2: 84}
"""How far apart rows stand at most, by the bars in each: few rows don't grow into blocks."""
NAMES, MOST_NAMES, CLEAR = 132, 260, 12
"""The column of categories: its usual and greatest width, and what parts it from the bars."""
HUNDRED = 390
"""What a hundred per cent is long."""
VALUE_GAP, VALUE_RISE = 8, 14
"""From a bar's end to its value, beside it or (its middle) above it."""
STAND_TOP, STAND_FOOT, MOST_STAND = 30, 36, 142
"""Above standing bars for their values, below them for their names; and their greatest pitch."""


class Extent(Struct, frozen=True):
    """A hidden value axis: where it begins and ends, and how long it is in points."""

    low: Decimal
    high: Decimal
    length: float

    def at(self, value: Decimal) -> float:
        """How far from the low end `value` stands."""
        return float((value - self.low) / (self.high - self.low)) * self.length

    def with_room(self, room: float) -> Extent:
        """The same length, with so many points left free before what was the low end."""
        more = float(self.high - self.low) * room / (self.length - room)
        return Extent(self.low - Decimal(f"{more:.4g}"), self.high, self.length)


def bars(sketch: Sketch) -> Chart:
    """Lying bars, one row a category, the first uppermost."""
    data = sketch.data
    names = sketch.look()
    column = _name_column(sketch, names)
    left = sketch.x + column + CLEAR
    extent = _lying(sketch, sketch.w - column - CLEAR)
    pitch = _pitch(sketch, min(2, len(data.series)))
    if len(data.series) > 1 and sketch.style == "small" and _breadth(len(data.series), pitch) < LEAST_BREADTH:
        sketch.refuse_size()
    for row, category in enumerate(data.categories):
        middle = sketch.y + TOP + pitch * (row + 0.5)
        sketch.write(category.text, names, left - CLEAR, middle, align="r")
        for n, y in _bar_middles(len(data.series), pitch):
            if (number := data.series[n].values[row]) is not None:
                shown, look = value_look(sketch, n, row)
                below = number.value < 0
                x = left + extent.at(number.value) + (-VALUE_GAP if below else VALUE_GAP)
                sketch.write(shown.show(number.value), look, x, middle + y, align="r" if below else "l", series=n)
    plot = box(left, sketch.y + TOP, extent.length, pitch * len(data.categories))
    return _chart(sketch, plot, extent, _all(sketch))


def columns(sketch: Sketch) -> Chart:
    """Standing bars, one column a category, on a hair line."""
    data = sketch.data
    names = sketch.look()
    pitch = min(MOST_STAND, sketch.w / len(data.categories))
    top, foot = sketch.y + STAND_TOP, sketch.y + sketch.h - STAND_FOOT
    low, high = _ends(data)
    extent = Extent(low, high, foot - top)
    if low < 0:
        extent = extent.with_room(STAND_TOP)
    for number, category in enumerate(data.categories):
        if sketch.width(category.text, names) > pitch - VALUE_GAP:
            sketch.refuse_width(category, "the name")
        middle = sketch.x + pitch * (number + 0.5)
        sketch.write(category.text, names, middle, foot + 20, align="ctr")
        for n, x in _bar_middles(len(data.series), pitch):
            if (found := data.series[n].values[number]) is not None:
                shown, look = value_look(sketch, n, number)
                words = shown.show(found.value)
                if sketch.width(words, look) > pitch / len(data.series):
                    sketch.refuse_width(category, f"the value {words} of")
                end = foot - extent.at(found.value) + (VALUE_RISE if found.value < 0 else -VALUE_RISE)
                sketch.write(words, look, middle + x, end, align="ctr", series=n)
    plot = box(sketch.x, top, pitch * len(data.categories), foot - top)
    return _chart(sketch, plot, extent, _all(sketch))


def _ends(data: ChartData) -> tuple[Decimal, Decimal]:
    """The least and the greatest value, nought being one of all."""
    low, high = min((Decimal(0), *data.values)), max((Decimal(0), *data.values))
    return low, high if high > low else low + 1


class Pile:
    """Bars of several parts while they grow: where each row's next part starts, and its middle, in points."""

    def __init__(self, left: float, middles: list[float], extent: Extent) -> None:
        self.starts, self.middles, self.extent = [left] * len(middles), middles, extent


def stacked(sketch: Sketch) -> Chart:
    """Lying bars of several parts each, a value in the middle of each part that has room for it."""
    data = sketch.data
    names = sketch.look()
    column = _name_column(sketch, names)
    left, length = sketch.x + column + CLEAR, sketch.w - column - CLEAR
    high = max(_totals(data)) or Decimal(1)
    pitch = _pitch(sketch, 1)
    top = sketch.y + TOP
    extent = Extent(Decimal(0), high, length)
    middles = [top + pitch * (row + 0.5) for row in range(len(data.categories))]
    for category, middle in zip(data.categories, middles, strict=True):
        sketch.write(category.text, names, left - CLEAR, middle, align="r")
    plot = box(left, top, length, pitch * len(data.categories))
    pile = Pile(left, middles, extent)
    made = [_stacked_series(sketch, n, color, pile) for n, color in enumerate(series_colors(sketch))]
    return _chart(sketch, plot, extent, made)


def _totals(data: ChartData) -> list[Decimal]:
    """How much each category has in all."""
    rows = zip(*(series.values for series in data.series), strict=True)
    return [sum((number.value for number in row if number is not None), Decimal(0)) for row in rows]


def _stacked_series(sketch: Sketch, number: int, color: Color, pile: Pile) -> ChartSeries:
    """A series whose values stand in those of its pieces that have room; the pile grows by them.

    Those of the focus, or of the first series where there is none, have their unit, where it has room too.
    """
    series, numbers = sketch.data.series[number], sketch.data.numbers
    look = sketch.look(focus=number == sketch.data.focus, color=sketch.ink(color))
    ways = (numbers, numbers.bare()) if number == (sketch.data.focus or 0) else (numbers.bare(),)
    points = []
    for row, value in enumerate(series.values):
        if value is None:
            continue
        length = pile.extent.at(value.value)
        for shown in ways:
            words = shown.show(value.value)
            if sketch.width(words, look) + VALUE_GAP <= length:
                middle = pile.starts[row] + length / 2
                sketch.write(words, look, middle, pile.middles[row], align="ctr", series=number)
                points.append(ChartPoint(index=row, label=ChartLabel(look=look, place="ctr", format=shown.code)))
                break
        pile.starts[row] += length
    return _plain_series(sketch, number, color, tuple(points))


def _pitch(sketch: Sketch, bars: int) -> float:
    """How far apart the rows stand, so many bars in each."""
    return min(MOST_PITCH[bars], (sketch.h - TOP - FOOT) / len(sketch.data.categories))


def _name_column(sketch: Sketch, look: ChartLook) -> float:
    """How wide the column of categories is; names that it has no room for are refused."""
    widths = [sketch.width(category.text, look) for category in sketch.data.categories]
    for category, width in zip(sketch.data.categories, widths, strict=True):
        if width > MOST_NAMES:
            sketch.refuse_width(category, "the name")
    widest = max(widths)
    # Short names (years) would leave the chart hanging in the air.
    return widest if widest < NAMES / 2 else min(max(widest, NAMES), MOST_NAMES)


def _lying(sketch: Sketch, room: float) -> Extent:
    """The axis of lying bars, so long that no value at a bar's end runs over. Per cents are drawn out of a hundred."""
    data = sketch.data
    low, high = _ends(data)
    hundred = data.numbers.format.name == "percent100" or data.numbers.unit.strip() == "%"
    length = room
    if low == 0 and hundred and high <= 100:
        high, length = Decimal(100), min(HUNDRED, room)
    before = after = 0.0
    for n, series in enumerate(data.series):
        for row, number in enumerate(series.values):
            if number is None:
                continue
            shown, look = value_look(sketch, n, row)
            need = VALUE_GAP + sketch.width(shown.show(number.value), look)
            if number.value < 0:
                before = max(before, need)
            elif low < 0:
                after = max(after, need)
            elif number.value > 0:
                length = min(length, (room - need) * float(high / number.value))
    if low == 0:
        return Extent(low, high, length)
    return Extent(low, high, room - after).with_room(before)


def _bar_middles(count: int, pitch: float) -> list[tuple[int, float]]:
    """(series, distance of its bar's middle from its category's), as gap and overlap have it."""
    step = _breadth(count, pitch) * (1 - OVERLAP / 100)
    return [(n, step * (n - (count - 1) / 2)) for n in range(count)]


def _breadth(count: int, pitch: float) -> float:
    """How broad each of the bars of a category is, as gap and overlap have it."""
    return pitch / (count - (count - 1) * OVERLAP / 100 + GAP / 100)


def value_look(sketch: Sketch, series: int, row: int) -> tuple[NumberFormat, ChartLook]:
    """How a value is shown: the focus bold and with its unit, context quietly, without where any other has it."""
    data = sketch.data
    if data.focus is None and not data.parts:
        return data.numbers, sketch.look()
    if series == data.focus or row in data.parts:
        return data.numbers, sketch.look(focus=True)
    return data.numbers if data.pointless else data.numbers.bare(), sketch.look(muted=True)


def _chart(sketch: Sketch, plot: Rect, extent: Extent, series: Sequence[ChartSeries]) -> Chart:
    """The chart of these bars. Standing ones have a line to stand on, lying ones where some go the other way."""
    names = sketch.look()
    lined = sketch.data.form == "column" or extent.low < 0
    low, high, code = plain(extent.low), plain(extent.high), sketch.data.numbers.code
    return sketch.chart(
        plot=plot,
        series=tuple(series),
        category_axis=ChartAxis(look=names, line=sketch.surface.color("muted") if lined else None),
        value_axis=ChartAxis(look=names, shown=False, low=low, high=high, format=code),
        gap=GAP,
        overlap=100 if sketch.data.form == "stacked" else OVERLAP,
    )


def _all(sketch: Sketch) -> list[ChartSeries]:
    return [_series(sketch, n, color) for n, color in enumerate(series_colors(sketch))]


def _series(sketch: Sketch, number: int, color: Color) -> ChartSeries:
    data = sketch.data
    shown, look = value_look(sketch, number, -1)
    points = []
    for part in data.parts:
        bold, strong = value_look(sketch, number, part)
        points.append(
            ChartPoint(index=part, fill=sketch.colors.focus, label=ChartLabel(look=strong, format=_apart(sketch, bold)))
        )
    made = _plain_series(sketch, number, color, tuple(points))
    return replace(made, label=ChartLabel(look=look, format=_apart(sketch, shown)))


def _apart(sketch: Sketch, shown: NumberFormat) -> str:
    """The format of values at the ends of lying bars: a blank keeps them off the bar, in every renderer alike."""
    if sketch.data.form != "bar":
        return shown.code
    minus = '"−"' if shown.below else "-"
    return f'" "{shown.unsigned};{minus}{shown.unsigned}" "'


def _plain_series(sketch: Sketch, number: int, color: Color, points: tuple[ChartPoint, ...]) -> ChartSeries:
    series = sketch.data.series[number]
    return ChartSeries(
        name=series.name.text,
        values=series.texts,
        color=color,
        order=number,
        format=sketch.data.numbers.code,
        points=points,
    )
