"""Lines and areas over time: named at their ends, on a scale of a few hair lines."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from deckgen.layout.charts.model import NumberFormat, plain
from deckgen.layout.charts.paint import series_colors
from deckgen.layout.charts.sketch import Sketch
from deckgen.layout.charts.ticks import Scale, scale_for
from deckgen.scene import Chart, ChartAxis, ChartLabel, ChartLook, ChartPoint, ChartSeries, Color
from deckgen.spec.types.amounts import Amount
from deckgen.units import box, pt

TOP, FOOT = 18, 30
"""Above the uppermost hair line and below the lowest, in the frame."""
SCALE_WIDTH, SCALE_CLEAR = 40, 10
"""The column of the scale's numbers, and what parts them from the plot."""
END_WIDTH, MOST_END, END_CLEAR = 104, 220, 16
"""The column of names at the lines' ends: its usual and greatest width, and its distance."""
FOCUS_STROKE, STROKE = pt(4), pt(3)
FOCUS_DOT, DOT = 12, 10
LONE_DOT = 6
"""Of a value between two gaps, which no line shows."""
MOST_NAMES = 5
"""Years along the axis, where each is one after the other: more say no more."""
MOST_WHOLE = 8
"""As many are shown where fewer would leave out the last."""
BETWEEN_NAMES = 12
_LINE = 1.2  # em from line to line of a label
_AIR = 0.25  # em between two labels, at least: else their four lines are read as one list


class End(Struct, frozen=True):
    """A line's end: its series, where its last value stands, and the words there."""

    number: int
    x: float
    y: float
    last: int
    name: str
    value: str
    look: ChartLook


def lines(sketch: Sketch) -> Chart:
    """One or two lines, or an area, with their names at their ends instead of a legend."""
    data = sketch.data
    scale = scale_for(data.values or [Decimal(0)], zero=data.form == "area")
    shown = data.numbers.bare().placed(scale.places)
    plot = _plot(sketch, scale, shown)
    labels = sketch.look(muted=True, style="label")
    for tick in scale.ticks:
        y = plot.y + plot.h * (1 - scale.share(tick))
        sketch.write(shown.show(tick), labels, plot.x - SCALE_CLEAR, y, align="r")
    skip = _category_names(sketch, plot, labels)
    made = _series(sketch, plot, scale)
    return sketch.chart(
        plot=box(plot.x, plot.y, plot.w, plot.h),
        series=made,
        category_axis=ChartAxis(look=labels, skip=skip),
        value_axis=ChartAxis(
            look=labels,
            low=plain(scale.low),
            high=plain(scale.high),
            step=plain(scale.step),
            format=shown.code,
            grid=sketch.surface.color("rule"),
        ),
    )


class Field(Struct, frozen=True):
    """The plot in points."""

    x: float
    y: float
    w: float
    h: float


def _plot(sketch: Sketch, scale: Scale, shown: NumberFormat) -> Field:
    """The plot between the column of the scale and that of the names."""
    labels = sketch.look(muted=True, style="label")
    wide = max(sketch.width(shown.show(tick), labels) for tick in scale.ticks)
    left = max(SCALE_WIDTH, wide + SCALE_CLEAR)
    names = max((_end_width(sketch, n) for n in range(len(sketch.data.series))), default=0.0)
    right = END_CLEAR + min(max(END_WIDTH, names), MOST_END)
    return Field(sketch.x + left, sketch.y + TOP, sketch.w - left - right, sketch.h - TOP - FOOT)


def _end_width(sketch: Sketch, number: int) -> float:
    """How wide the words at a line's end are; a name that has no room is refused."""
    series = sketch.data.series[number]
    look = sketch.look(focus=_in_focus(sketch, number))
    last = series.numbers[-1:] or [Decimal(0)]
    name = sketch.width(series.name.text, look)
    if name > MOST_END:
        sketch.refuse_width(series.name, "the name")
    return max(name, sketch.width(sketch.data.numbers.show(last[0]), look))


def _in_focus(sketch: Sketch, number: int) -> bool:
    return sketch.data.focus == number or len(sketch.data.series) == 1


def _category_names(sketch: Sketch, plot: Field, look: ChartLook) -> int:
    """Write the categories' names along the axis; every how manieth of them is shown.

    Years may be left out between others, other names may not.
    """
    names = sketch.data.categories
    apart = plot.w / max(1, len(names) - 1)
    widths = [sketch.width(name.text, look) for name in names]
    skip = 1
    if all(name.text.isdigit() for name in names):
        skip = _skip(len(names), apart, max(widths))
    elif wide := [n for n in range(len(names)) if widths[n] + BETWEEN_NAMES > apart]:
        sketch.refuse_width(names[wide[0]], "the name")
    for number in range(0, len(names), skip):
        sketch.write(names[number].text, look, plot.x + apart * number, plot.y + plot.h + 20, align="ctr")
    return skip


def _skip(count: int, apart: float, width: float) -> int:
    """Every how manieth year is shown: a few at equal distances, the first and the last always among them.

    The last is what the label at the line's end speaks of. Eight years can't be thinned so, and are all shown where
    they have room; where nothing between the ends divides the years, the ends alone are.
    """
    steps = max(1, count - 1)
    fits = [skip for skip in range(1, steps + 1) if steps % skip == 0 and skip * apart >= width + BETWEEN_NAMES]
    for most in (MOST_NAMES - 1, MOST_NAMES, MOST_WHOLE - 1):
        if found := [skip for skip in fits if 2 <= steps // skip <= most]:
            return found[0]
    return steps


def _series(sketch: Sketch, plot: Field, scale: Scale) -> tuple[ChartSeries, ...]:
    data = sketch.data
    colors = series_colors(sketch)
    ends = [end for n in range(len(data.series)) if (end := _end(sketch, n, colors[n], plot, scale))]
    labels = _end_labels(sketch, ends)
    made = []
    for n, series in enumerate(data.series):
        focus = _in_focus(sketch, n)
        last = [
            ChartPoint(index=end.last, marker=FOCUS_DOT if focus else DOT, label=labels[n])
            for end in ends
            if end.number == n
        ]
        lone = [ChartPoint(index=index, marker=LONE_DOT) for index in _alone(series.values) if index != last[0].index]
        # The focus is drawn last, over the others.
        order = len(data.series) - 1 if n == data.focus else n - (data.focus is not None and data.focus < n)
        made.append(
            ChartSeries(
                name=series.name.text,
                values=series.texts,
                color=colors[n],
                order=order,
                stroke=FOCUS_STROKE if focus else STROKE,
                tint=sketch.surface.color("rule") if data.form == "area" else None,
                format=data.numbers.code,
                points=(*lone, *last),
            )
        )
    return tuple(made)


def _end(sketch: Sketch, number: int, color: Color, plot: Field, scale: Scale) -> End | None:
    series = sketch.data.series[number]
    found = [n for n, value in enumerate(series.values) if value is not None]
    if not found:
        return None
    last = series.values[found[-1]]
    assert last is not None
    focus = _in_focus(sketch, number)
    # Only the focus's colour is strong enough for words.
    look = sketch.look(focus=True, color=color) if focus else sketch.look(muted=True)
    x = plot.x + plot.w * found[-1] / max(1, len(series.values) - 1)
    y = plot.y + plot.h * (1 - scale.share(last.value))
    return End(number, x, y, found[-1], series.name.text, sketch.data.numbers.show(last.value), look)


def _alone(values: Sequence[Amount | None]) -> list[int]:
    """The values with a gap, or nothing, on either side."""
    around = (None, *values, None)
    return [n for n, value in enumerate(values) if value is not None and around[n] is None and around[n + 2] is None]


def _end_labels(sketch: Sketch, ends: list[End]) -> dict[int, ChartLabel]:
    """The labels at the lines' ends, in two lines each; moved apart where they would lie on each other."""
    size = sketch.brand.style(sketch.style).size
    height = 2 * _LINE * size
    labels: dict[int, ChartLabel] = {}
    for end, middle in zip(ends, _apart([end.y for end in ends], height, _AIR * size, sketch), strict=True):
        x = end.x + END_CLEAR
        sketch.write(end.name, end.look, x, middle - _LINE * size / 2, series=end.number)
        sketch.write(end.value, end.look, x, middle + _LINE * size / 2, series=end.number)
        labels[end.number] = ChartLabel(
            look=end.look, shows="series", place="r", format=sketch.data.numbers.code, shift=pt(middle - end.y)
        )
    return labels


def _apart(middles: list[float], height: float, air: float, sketch: Sketch) -> list[float]:
    """The middles of labels so high, moved apart evenly until there is `air` between, and kept within the frame."""
    order = sorted(range(len(middles)), key=lambda n: middles[n])
    placed = list(middles)
    room = height + air
    if len(order) == 2 and placed[order[1]] - placed[order[0]] < room:
        centre = (placed[order[0]] + placed[order[1]]) / 2
        placed[order[0]], placed[order[1]] = centre - room / 2, centre + room / 2
    top, foot = sketch.y + height / 2 - TOP, sketch.y + sketch.h - height / 2
    lowest = max(placed, default=0)
    down = min(0, foot - lowest)
    placed = [middle + down for middle in placed]
    up = max(0, top - min(placed, default=top))
    return [middle + up for middle in placed]
