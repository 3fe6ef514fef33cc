"""A chart as an element: axes and grid, then its series, each with its labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.drawing.charts.axes import base, grid
from deckgen.drawing.charts.bars import bars
from deckgen.drawing.charts.field import Plot, plot_of
from deckgen.drawing.charts.lines import lines, scattered
from deckgen.drawing.charts.ring import ring
from deckgen.drawing.lines import Setting, set_lines
from deckgen.drawing.model import Element, Mark, Outline, Role, Words
from deckgen.drawing.sheet import Sheet
from deckgen.scene import Chart, ChartWords, Paragraph, Run
from deckgen.scripts.bidi import leaning


def chart_element(chart: Chart, sheet: Sheet) -> Element:
    """The chart as a figure with its alternative text.

    Its axes stand there from the first, as `a:bldChart` has it with `animBg` 0; each series is an element of its own
    by the number that builds know it by, its place in the order of drawing (20.1.2.2.3).
    """
    plot = plot_of(chart)
    drawn = sorted(range(len(chart.series)), key=lambda number: chart.series[number].order)
    children: list[Element | Mark] = [*grid(plot, sheet), *_words(chart.words, None, sheet)]
    children += [one for one in [_series(plot, number, sheet) for number in drawn] if one.children]
    children += base(plot, sheet)  # The axes are drawn over what stands on them.
    role: Role = "Artifact" if chart.decorative else "Figure"
    return Element(role=role, node=chart.name, alt=chart.alt, children=tuple(children))


def _series(plot: Plot, number: int, sheet: Sheet) -> Element:
    chart = plot.chart
    marks: tuple[Mark, ...] = (*_shapes(plot, number, sheet), *_words(chart.words, number, sheet))
    return Element(role="Span", node=chart.name, series=chart.series[number].order, children=marks)


def _shapes(plot: Plot, number: int, sheet: Sheet) -> Iterator[Outline]:
    """What a series draws. Of a scatter the dots are the second's: the first is where they stand."""
    match plot.chart.form:
        case "bar" | "column" | "stacked":
            return bars(plot, number, sheet)
        case "line" | "area":
            return lines(plot, number, sheet)
        case "doughnut":
            return ring(plot, sheet)
        case "scatter":
            return scattered(plot, sheet) if number else iter(())


def _words(words: Iterable[ChartWords], series: int | None, sheet: Sheet) -> Iterator[Words]:
    """The labels of a series, or the words of the axes, where they were measured."""
    for said in words:
        if said.series == series:
            yield from _set(said, sheet)


def _set(said: ChartWords, sheet: Sheet) -> Iterator[Words]:
    """Words of a chart run as their letters do: nothing in its markup says otherwise."""
    look, text = said.look, said.line.text
    paragraph = Paragraph((Run(text),), bold=look.bold, rtl=sheet.brand.writing.rtl and leaning(text) == "R")
    return (words for _, words in set_lines(paragraph, (said.line,), Setting(look.style, look.color), sheet))
