"""The series of a chart: what they draw, and the numbers kept beside the cells' addresses."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.ooxml.xml import Xml, el, text
from deckgen.scene import Chart, ChartPoint, ChartSeries, Color
from deckgen.scene.chart import HAIR, PARTING
from deckgen.write.pptx.charts.labels import labels
from deckgen.write.pptx.charts.markup import CATEGORY_AXIS, NO_LINE, NO_MARKER, VALUE_AXIS, numbered, val
from deckgen.write.pptx.pen import Pen
from deckgen.write.xlsx.workbook import reference

AXIS_IDS = (val("axId", CATEGORY_AXIS), val("axId", VALUE_AXIS))


def drawn(chart: Chart) -> list[int]:
    """The series in the order they are drawn in."""
    return sorted(range(len(chart.series)), key=lambda number: chart.series[number].order)


def line_plot(chart: Chart, pen: Pen, first: int) -> Xml:
    """`c:lineChart` (21.2.2.97) with the lines from `first` on."""
    lines = [_line_series(chart, n, pen, first) for n in drawn(chart)]
    return el(
        "c:lineChart",
        None,
        val("grouping", "standard"),
        val("varyColors", 0),
        *lines,
        val("marker", 1),
        *AXIS_IDS,
    )


def _named(chart: Chart, number: int, first: int = 0) -> tuple[Xml, Xml, Xml]:
    """`c:idx`, `c:order` and `c:tx` of a series. `first` counts on from those of another plot."""
    series = chart.series[number]
    at = reference(number + 1, 1)
    return (
        val("idx", series.order + first),
        val("order", series.order + first),
        el("c:tx", None, el("c:strRef", None, el("c:f", None, text(at)), _cache("str", [series.name]))),
    )


def _cache(kind: str, values: Sequence[str | None], code: str = "") -> Xml:
    """`c:strCache` or `c:numCache` (21.2.2.201, .121): what the cells hold."""
    points = [
        el("c:pt", {"idx": n}, el("c:v", None, text(value))) for n, value in enumerate(values) if value is not None
    ]
    coded = (el("c:formatCode", None, text(code)),) if code else ()
    return el(f"c:{kind}Cache", None, *coded, val("ptCount", len(values)), *points)


def _categories(chart: Chart, tag: str = "c:cat") -> Xml:
    cells = el("c:f", None, text(reference(0, 2, len(chart.categories) + 1)))
    if numbered(chart):
        return el(tag, None, el("c:numRef", None, cells, _cache("num", chart.categories, "General")))
    return el(tag, None, el("c:strRef", None, cells, _cache("str", chart.categories)))


def _values(chart: Chart, number: int, tag: str = "c:val") -> Xml:
    series = chart.series[number]
    cells = el("c:f", None, text(reference(number + 1, 2, len(chart.categories) + 1)))
    return el(tag, None, el("c:numRef", None, cells, _cache("num", series.values, series.format)))


def bar_series(chart: Chart, number: int, pen: Pen) -> Xml:
    """`c:ser` of bars or columns (21.2.2.170)."""
    series = chart.series[number]
    parting = el("a:ln", {"w": PARTING}, pen.fill(chart.ground)) if chart.form == "stacked" else NO_LINE
    return el(
        "c:ser",
        None,
        *_named(chart, number),
        el("c:spPr", None, pen.fill(series.color), parting),
        val("invertIfNegative", 0),
        *(
            el(
                "c:dPt",
                None,
                val("idx", point.index),
                val("invertIfNegative", 0),
                val("bubble3D", 0),
                el("c:spPr", None, pen.fill(point.fill), parting),
            )
            for point in series.points
            if point.fill
        ),
        *labels(series, chart, pen),
        _categories(chart),
        _values(chart, number),
    )


def _line_series(chart: Chart, number: int, pen: Pen, first: int) -> Xml:
    series = chart.series[number]
    return el(
        "c:ser",
        None,
        *_named(chart, number, first),
        el("c:spPr", None, _stroke(series, pen)),
        NO_MARKER,
        *(_marked(point, series, pen) for point in series.points if point.marker),
        *labels(series, chart, pen),
        _categories(chart),
        _values(chart, number),
        val("smooth", 0),
    )


def _stroke(series: ChartSeries, pen: Pen) -> Xml:
    return el("a:ln", {"w": series.stroke, "cap": "rnd"}, pen.fill(series.color), el("a:round"))


def _marker(size: int, color: Color, pen: Pen) -> Xml:
    """A dot (21.2.2.106); its size is whole points."""
    return el(
        "c:marker",
        None,
        val("symbol", "circle"),
        val("size", size),
        el("c:spPr", None, pen.fill(color), NO_LINE),
    )


def _marked(point: ChartPoint, series: ChartSeries, pen: Pen) -> Xml:
    """`c:dPt` of a point with a dot. On a line its stroke is said again: a point's own look replaces it."""
    look = (el("c:spPr", None, _stroke(series, pen)),) if series.stroke else ()
    marker = _marker(point.marker, point.fill or series.color, pen)
    return el("c:dPt", None, val("idx", point.index), marker, val("bubble3D", 0), *look)


def area_series(chart: Chart, number: int, pen: Pen) -> Xml:
    """`c:ser` of an area (21.2.2.169)."""
    series = chart.series[number]
    tint = pen.fill(series.tint) if series.tint else el("a:noFill")
    return el(
        "c:ser",
        None,
        *_named(chart, number),
        el("c:spPr", None, tint, NO_LINE),
        _categories(chart),
        _values(chart, number),
    )


def ring_series(chart: Chart, pen: Pen) -> Xml:
    """`c:ser` of a doughnut (21.2.2.174): one series, a colour a part."""
    series = chart.series[0]
    parting = el("a:ln", {"w": PARTING}, pen.fill(chart.ground))
    return el(
        "c:ser",
        None,
        *_named(chart, 0),
        *(
            el(
                "c:dPt",
                None,
                val("idx", point.index),
                val("bubble3D", 0),
                el("c:spPr", None, pen.fill(point.fill or series.color), parting),
            )
            for point in series.points
        ),
        _categories(chart),
        _values(chart, 0),
    )


def dots(chart: Chart, pen: Pen) -> Xml:
    """The dots of a scatter: the first series is x, the second y."""
    series = chart.series[1]
    return el(
        "c:ser",
        None,
        *_named(chart, 1),
        el("c:spPr", None, el("a:ln", {"w": HAIR}, el("a:noFill"))),
        _marker(series.marker, series.color, pen),
        *(_marked(point, series, pen) for point in series.points if point.marker),
        *labels(series, chart, pen),
        _values(chart, 0, "c:xVal"),
        _values(chart, 1, "c:yVal"),
        val("smooth", 0),
    )
