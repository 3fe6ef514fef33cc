"""A chart as text: scales, series, labels and where their words stand."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.scene import facts
from deckgen.scene.chart import Chart, ChartAxis, ChartLabel, ChartLook, ChartSeries


def chart_lines(chart: Chart) -> Iterator[str]:
    """The chart, fact by fact."""
    yield facts.said(f"chart {chart.name}", chart.form, facts.rect(chart.rect), facts.place(chart), facts.mark(chart))
    bars = f"gap {chart.gap} overlap {chart.overlap}" if chart.form in ("bar", "column", "stacked") else ""
    hole = f"hole {chart.hole}%" if chart.form == "doughnut" else ""
    yield "  " + facts.said(
        f"plot {facts.rect(chart.plot)}",
        _chart_look(chart.look),
        bars,
        hole,
        f"on {facts.color(chart.ground)}",
        facts.flag("rtl", chart.rtl),
    )
    yield f'  alt "{chart.alt}"'
    yield "  categories " + " | ".join(chart.categories)
    for name, axis in (("category", chart.category_axis), ("value", chart.value_axis)):
        if axis is not None:
            yield f"  {name} axis  {_axis(axis)}"
    for series in chart.series:
        yield from facts.indent(_series(series))
    for words in chart.words:
        yield "  " + facts.said(facts.line(words.line), _chart_look(words.look))


def _axis(axis: ChartAxis) -> str:
    scale = f"{axis.low} to {axis.high} by {axis.step}" if axis.high else ""
    return facts.said(
        "shown" if axis.shown else "hidden",
        scale,
        axis.format if axis.high else "",
        facts.flag(f"every {axis.skip}", axis.skip > 1),
        f"grid {facts.color(axis.grid)}" if axis.grid else "",
        f"line {facts.color(axis.line)}" if axis.line else "",
        facts.named("title", axis.title),
        _chart_look(axis.look),
    )


def _series(series: ChartSeries) -> Iterator[str]:
    yield facts.said(
        f'series "{series.name}"',
        f"drawn {series.order}",
        facts.color(series.color),
        facts.length("stroke", series.stroke or None),
        facts.flag(f"marker {series.marker}", series.marker > 0),
        f"tint {facts.color(series.tint)}" if series.tint else "",
        series.format,
    )
    yield "  values " + " ".join("–" if value is None else value for value in series.values)
    if series.label:
        yield "  " + _label(series.label)
    for point in series.points:
        yield "  " + facts.said(
            f"point {point.index}",
            facts.color(point.fill),
            facts.flag(f"marker {point.marker}", point.marker > 0),
            _label(point.label) if point.label else "",
        )


def _label(label: ChartLabel) -> str:
    shift = f"shift {facts.pt(label.shift)}" if label.shift else ""
    return facts.said(
        f"label {label.shows} {label.place}",
        facts.named("text", label.text),
        label.format,
        _chart_look(label.look),
        shift,
    )


def _chart_look(look: ChartLook) -> str:
    return facts.said(facts.style(look.style), facts.flag("in bold", look.bold), facts.color(look.color))
