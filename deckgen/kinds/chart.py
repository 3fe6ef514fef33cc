"""Chart: one message from numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias, cast

from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.attempt import Fill
from deckgen.layout.charts.draw import chart_in
from deckgen.layout.charts.model import Cell, ChartData, NumberFormat, SeriesData
from deckgen.layout.charts.paint import series_colors
from deckgen.layout.charts.parts import PartsKey
from deckgen.layout.charts.reading import cell, read_chart
from deckgen.layout.charts.shares import read_facts
from deckgen.layout.charts.sketch import Sketch
from deckgen.layout.frames import BODY_W, BODY_X, CLEAR, HANG, LEFT, SOURCE_FOOT, Frame
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.load.nodes import Node, ScalarNode
from deckgen.scene import Chart as ChartNode
from deckgen.scene import ChartType, Paragraph, Reveal, Run, Step
from deckgen.scene import Node as SceneNode
from deckgen.spec.formats import AS_WRITTEN, Format
from deckgen.spec.slots import Advice, BindContext, Spec, clipped, optional, required
from deckgen.spec.text import Text, TextRun
from deckgen.spec.types import ChoiceType, ListOf, One, TextType, WordType
from deckgen.spec.types.amounts import Amount, AmountsType
from deckgen.spec.types.data import DataSpec
from deckgen.spec.types.formats import FormatType

TITLE_LEAD, KEY_DROP = 40, 67
"""From line to line of the title, and from its last baseline to the key's first: two lines clear."""
KEY_FOOT = 426
HOLE_MIDDLE = 226
FIGURE_RISE = {"figure": 23.5, "phone": 16.5, "lead_bold": 9.7}
"""Sizes of the figure in the hole, and how far its baseline is below the middle."""
NEED_KEY = ("bar", "column", "stacked")
DOT, SMALL_DOT = "● ", "• "
"""Before the name of a series, in its colour. Arabic faces have the small one only."""

Found: TypeAlias = tuple[list[Cell], list[SeriesData], Format]
"""Categories, series, and the format that their numbers came with."""


class SeriesSpec(Spec):
    """A series."""

    name = required(TextType())
    values_ = required(AmountsType(), doc='one for each category; ~ is a gap, "{{ fact.attendance }}" a fact')


class FormType(ChoiceType):
    """A form of chart."""

    def __init__(self) -> None:
        super().__init__("bar", "column", "stacked", "line", "area", "doughnut", "scatter")
        self.name = "form of chart"

    def bind(self, node: Node, context: BindContext) -> str | None:
        """The form; a pie is a doughnut here."""
        if isinstance(node, ScalarNode) and node.text.lower() in ("pie", "donut"):
            context.diags.error(
                "bad-choice", node.span, f'there is no form "{node.text}" of a chart', hint="write type: doughnut"
            )
            return None
        return super().bind(node, context)


class ChartSpec(DataSpec):
    """What a chart holds."""

    numbers = True
    chart: ChartData

    title = required(TextType(), placeholder="title", doc="the message")
    type = optional(FormType(), "bar", doc="bar, column, stacked, line, area, doughnut or scatter")
    key = optional(
        TextType(),
        advice=Advice(words=15),
        placeholder="body",
        doc="what is counted; the focus series in **bold**",
    )
    categories = optional(ListOf(TextType(), 2, 200), doc="with series; else the first column of rows or data")
    series = optional(ListOf(One(SeriesSpec), 1, 5), doc="a scatter has two: x, then y")
    focus = optional(
        ListOf(TextType(), 1, 6), doc="the series or category that is the point; of a doughnut the parts that are"
    )
    format = optional(FormatType(), doc="how numbers are shown: number:1, percent100, currency:GBP")
    unit = optional(WordType("a unit"), doc="what stands after them: %, p, m")
    figure = optional(
        TextType(),
        advice=Advice(characters=5),
        placeholder="body",
        doc="in a doughnut’s hole; else the sum of the parts in focus",
    )
    source = required(TextType(), placeholder="body")
    alt = optional(
        WordType("what the chart shows"),
        advice=Advice(words=40),
        doc="for those who can’t see it; else made from the numbers",
    )

    @classmethod
    def check(cls, spec: ChartSpec, context: BindContext) -> None:
        """Read the chart out of its slots."""
        before = len(context.diags.errors)
        _check_looks(spec, context)
        if spec.categories or spec.series:
            found = _written(spec, context)
        else:
            if spec.data is None and spec.rows is None:
                hint = "write categories: and series:, or rows:, or data: assets/data/results.csv"
                context.diags.error("missing", spec.span, "this chart has no numbers", hint=hint)
                return
            super().check(spec, context)
            found = _tabular(spec)
        if found is None or len(context.diags.errors) > before:
            return
        categories, series, own = found
        shown = spec.format[0] if spec.format else own
        made = read_chart(
            cast("ChartType", spec.type),
            categories,
            series,
            focus=[cell(text) for text in spec.focus or ()],
            numbers=NumberFormat(shown, spec.unit or "", context.language),
            diags=context.diags,
            span=spec.at("series" if spec.series else "data" if spec.data else "rows"),
        )
        if made is not None:
            spec.chart = made
            _check_key(spec, context)


def _check_key(spec: ChartSpec, context: BindContext) -> None:
    """Warn of a key in whose words no series is named, where nothing else on the slide names them."""
    names = [series.name.text for series in spec.chart.series]
    if spec.key is None or spec.type not in NEED_KEY or len(names) < 2:
        return
    said = " ".join(spec.key.plain.split()).casefold()
    if not any(name.casefold() in said for name in names):
        focus = spec.chart.focus or 0
        first, other = clipped(names[focus], 40), clipped(names[0 if focus else 1], 40)
        context.diags.warning(
            "key-without-series",
            spec.at("key"),
            "this key names none of the series: nobody can tell them apart",
            hint=f"name them: **{first}** and {other}; without a key they are named beside dots",
        )


def _check_looks(spec: ChartSpec, context: BindContext) -> None:
    """Report what this form of chart would leave out: a figure without a hole, and numbers shown as days."""
    if spec.figure and spec.type != "doughnut":
        message = f"a figure stands in a doughnut's hole; this is type: {spec.type}"
        context.diags.error("no-hole", spec.at("figure"), message, hint="leave it out, or write type: doughnut")
    if spec.format and not spec.format[0].numeric:
        message = f'a chart shows numbers, which "{spec.format[0].name}" is no format for'
        context.diags.error("bad-format", spec.at("format"), message, hint="write number:1, percent or currency:GBP")


def _written(spec: ChartSpec, context: BindContext) -> Found | None:
    """Categories and series as the slide has them; with one of the two the other is missing."""
    other = next((key for key in ("rows", "data", "columns") if spec.values.get(key)), None)
    if other:
        message = f'this chart has categories or series of its own, and "{other}" as well'
        context.diags.error("two-datas", spec.at(other), message, hint="keep one of the two")
        return None
    if not spec.categories or not spec.series:
        lacking = "series" if spec.categories else "categories"
        hint = 'add "series:" with {name: …, values: […]}' if spec.categories else 'add "categories:", a list of names'
        at = spec.at("categories" if spec.categories else "series")
        context.diags.error("missing", at, f'this chart has no "{lacking}"', hint=hint)
        return None
    categories = [cell(text) for text in spec.categories]
    given = [SeriesData(cell(series.name), series.values_) for series in spec.series]
    shown = spec.format[0] if spec.format else None
    return categories, *read_facts(given, shown, spec.unit or "", context.diags)


def _tabular(spec: ChartSpec) -> Found | None:
    """Categories and series out of rows or a file: the first column names the rows, the others are series."""
    if "table" not in spec.values:
        return None
    data = spec.table
    categories = [Cell(" ".join(one.words.split()), one.span) for one in data.categories]
    series = [
        SeriesData(
            cell(one.column.head),
            tuple([None if c.number is None else Amount(c.number, c.span) for c in one.cells]),
        )
        for one in data.series
    ]
    formats = [one.column.format for one in data.series if one.column.format.numeric]
    return categories, series, formats[0] if formats else AS_WRITTEN


@register("chart")
class Chart(Kind):
    """One message from numbers: bars, columns, lines, an area, a doughnut or a scatter, native and editable.

    Slots:
        slot             type                                                required  advice                placeholder
        columns          1 or more of: column's name, or {name, as, format}  no        –                     –
            names of the columns; with data: the ones that are wanted
        rows             list of rows                                        no        –                     –
            lists of cells, or mappings of columns to cells
        data             file, or {file, columns, where, sort, limit}        no        –                     –
            a CSV file or workbook below the project's folder
        title            text                                                yes       –                     title
            the message
        type             form of chart                                       no        –                     –
            bar, column, stacked, line, area, doughnut or scatter
        key              text                                                no        at most 15 words      body
            what is counted; the focus series in **bold**
        categories       2 to 200 of: text                                   no        –                     –
            with series; else the first column of rows or data
        series           1 to 5 of: mapping                                  no        –                     –
            a scatter has two: x, then y
        series[].name    text                                                yes       –                     –
        series[].values  numbers                                             yes       –                     –
            one for each category; ~ is a gap, "{{ fact.attendance }}" a fact
        focus            1 to 6 of: text                                     no        –                     –
            the series or category that is the point; of a doughnut the parts that are
        format           format, as number:1, percent or currency:GBP        no        –                     –
            how numbers are shown: number:1, percent100, currency:GBP
        unit             words                                               no        –                     –
            what stands after them: %, p, m
        figure           text                                                no        at most 5 characters  body
            in a doughnut’s hole; else the sum of the parts in focus
        source           text                                                yes       –                     body
        alt              words                                               no        at most 40 words      –
            for those who can’t see it; else made from the numbers

    Example:
        kind: chart
        title: Reading rose in all six schools
        key: "Pupils at the expected standard, age 11: **2026** against 2023"
        categories: [Wren Green, St Aidan’s, Moor Lane, Millbrook, Holy Trinity, Fell View]
        series:
          - {name: "2026", values: [82, 80, 77, 75, 73, 70]}
          - {name: "2023", values: [71, 74, 62, 58, 66, 54]}
        focus: "2026"
        unit: "%"
        source: Key stage 2 results by school. Illustrative data.
    """

    spec = ChartSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        title, key, source = frame.title_side(), _key_place(frame), frame.source()
        chart = frame.object("chart", "Chart", type_="chart", idx=90, x=BODY_X, y=42, w=BODY_W, h=384)
        ring = frame.object("chart", "Chart", type_="chart", idx=90, x=BODY_X, y=96, w=260, h=260)
        figure = frame.hang(
            "figure",
            "Figure",
            idx=61,
            style="figure",
            x=394,
            baseline=HOLE_MIDDLE + FIGURE_RISE["figure"],
            w=160,
            h=82,
            align="ctr",
            max_lines=1,
        )
        table = frame.object("parts", "Parts", type_="tbl", idx=91, x=652, y=100, w=260, h=250)
        return (
            frame.layout("chart", "Chart", title, key, chart, source),
            frame.layout("chart", "Chart, doughnut", title, key, ring, figure, table, source),
        )

    def attempts(self, spec: ChartSpec, setter: Setter) -> Iterator[Attempt]:
        if spec.type == "doughnut":
            page = setter.on("Chart, doughnut")
            for style in FIGURE_RISE:
                yield _doughnut(page, spec, style)
            return
        page = setter.on("Chart")
        title, source = page.fill("title", spec.title), page.fill("source", spec.source)
        foot = SOURCE_FOOT - page.height(source) - CLEAR
        for style in ("small", "label"):
            chart, refusals = chart_in(page, spec.chart, alt=spec.alt or "", style=style, foot=foot)
            yield page.attempt(title, _key(page, spec, title), chart, source, refusals=refusals)

    def build(self, spec: ChartSpec, nodes: Sequence[SceneNode]) -> tuple[Step, ...]:
        """The context, then the focus."""
        focus = spec.chart.focus
        drawn = next((node.series for node in nodes if isinstance(node, ChartNode)), ())
        if focus is None or len(drawn) < 2:
            return ()
        others = [series.order for n, series in enumerate(drawn) if n != focus]
        return tuple((Reveal("chart", series=order),) for order in (*others, drawn[focus].order))


def _key_place(frame: Frame) -> Placeholder:
    """The key's box; its bold words have the colour of the series in focus."""
    key = frame.hang("key", "Key", idx=60, style="small", x=LEFT, baseline=179, w=252, h=170, role="muted", max_lines=7)
    return replace(key, emph=frame.brand.chart.focus)


def _key(page: Page, spec: ChartSpec, title: Fill | None) -> Fill | None:
    """The key, two lines below the title. Where its author wrote none, several bars are named beside dots."""
    baseline = HANG + TITLE_LEAD * (max(1, page.shown_lines(title)) - 1) + KEY_DROP
    limit = KEY_FOOT - baseline + page.seat("small")
    if spec.key:
        return page.fill("key", spec.key, baseline=baseline, limit=limit)
    if len(spec.chart.series) < 2 or spec.type not in NEED_KEY:
        return None
    colors = series_colors(Sketch(page, spec.chart))
    dot = SMALL_DOT if page.setter.brand.writing.rtl else DOT
    named = [
        Paragraph((Run(dot, color=color), Run(series.name.text)))
        for color, series in zip(colors, spec.chart.series, strict=True)
    ]
    return page.fill("key", named, baseline=baseline, limit=limit, span=spec.at("series"))


def _doughnut(page: Page, spec: ChartSpec, style: str) -> Attempt:
    """The ring with its figure in it and its parts beside it."""
    data = spec.chart
    title = page.fill("title", spec.title)
    ring, refusals = chart_in(page, data, alt=spec.alt or "")
    key = PartsKey(page, data)
    figure = page.fill("figure", _figure(spec), style=style, baseline=HOLE_MIDDLE + FIGURE_RISE[style])
    return page.attempt(
        title,
        _key(page, spec, title),
        ring,
        figure,
        key.table(),
        *key.squares(ring),
        page.fill("source", spec.source),
        refusals=(*refusals, *key.refusals()),
    )


def _figure(spec: ChartSpec) -> Text | None:
    """What stands in the hole: the author's words, or what the parts in focus come to."""
    if spec.figure or not spec.chart.parts:
        return spec.figure
    values = spec.chart.series[0].values
    whole = sum((value.value for n in spec.chart.parts if (value := values[n])), Decimal(0))
    return Text((TextRun(spec.chart.numbers.show(whole)),), spec.at("focus"))
