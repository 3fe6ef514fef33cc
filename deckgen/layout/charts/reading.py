"""From the slots of a slide to a chart's data."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from deckgen.diagnostics import Diagnostics, Span
from deckgen.layout.charts.model import Cell, ChartData, NumberFormat, SeriesData, settled
from deckgen.layout.charts.rules import Rules
from deckgen.scene import ChartType
from deckgen.spec.formats import Format
from deckgen.spec.slots import clipped
from deckgen.spec.text import Text


def cell(text: Text) -> Cell:
    """A name in one line, without its markup."""
    return Cell(" ".join(text.plain.split()), text.span)


def read_chart(
    form: ChartType,
    categories: Sequence[Cell],
    series: Sequence[SeriesData],
    *,
    focus: Sequence[Cell],
    numbers: NumberFormat,
    diags: Diagnostics,
    span: Span,
) -> ChartData | None:
    """The data of a chart, or None after reporting all that keeps them from being one."""
    rules = Rules(form, diags, span)
    found = rules.focus(categories, series, focus) if rules.hold(categories, series) else None
    if found is None:
        return None
    values = [value for one in series for value in one.numbers]
    _check_shares(values, numbers, diags, span)
    given = numbers.format if numbers.format.name else Format("number", numbers.format.places)
    if form == "scatter":
        categories, series, found = _focus_last(categories, series, found[1])
    data = ChartData(
        form=form,
        categories=tuple(categories),
        series=tuple(series),
        numbers=NumberFormat(
            settled(given, values), numbers.unit, numbers.language, any(value < 0 for value in values)
        ),
        focus=found[0],
        parts=found[1],
        span=span,
    )
    if data.pointless:
        diags.warning(
            "gap",
            focus[0].span,
            f'the focus "{clipped(focus[0].text, 40)}" has no value, so nothing shows what the chart is about',
            hint="fill the value in, or leave this slide out",
        )
    return data


def _focus_last(
    categories: Sequence[Cell], series: Sequence[SeriesData], parts: Sequence[int]
) -> tuple[Sequence[Cell], Sequence[SeriesData], tuple[None, tuple[int, ...]]]:
    """The dots of a scatter with those in focus at the end: later ones are drawn over earlier ones."""
    order = sorted(range(len(categories)), key=lambda number: number in parts)
    sorted_series = [SeriesData(one.name, tuple([one.values[number] for number in order])) for one in series]
    last = range(len(order) - len(parts), len(order))
    return [categories[number] for number in order], sorted_series, (None, tuple(last))


def _check_shares(values: Sequence[Decimal], numbers: NumberFormat, diags: Diagnostics, span: Span) -> None:
    """Warn where per cents were likely meant, and shares of one were written."""
    percent = numbers.format.name == "percent100" or numbers.unit.strip() == "%"
    if percent and values and all(abs(value) <= 1 for value in values) and any(value % 1 for value in values):
        shown = NumberFormat(settled(Format("number"), values), "%", numbers.language).show(values[0])
        diags.warning(
            "shares",
            span,
            f"these are shares of one: the first of them is shown as {shown}",
            hint="write 82 for 82%, or format: percent",
        )
