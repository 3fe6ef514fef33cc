"""What a chart can show, and what not: said at the place of what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.layout.charts.model import Cell, SeriesData
from deckgen.scene import ChartType
from deckgen.spec.slots import clipped


class Limits(Struct, frozen=True):
    """What a form of chart is called, how many categories (`pieces`) it shows at most, and how many series."""

    called: str
    categories: int
    least: int
    most: int
    pieces: str = "categories"


LIMITS: dict[ChartType, Limits] = {
    "bar": Limits("a bar chart", 8, 1, 2),
    "column": Limits("a column chart", 8, 1, 2),
    "stacked": Limits("a stacked chart", 8, 2, 5),
    "line": Limits("a line chart", 60, 1, 2, "points"),
    "area": Limits("an area chart", 60, 1, 1, "points"),
    "doughnut": Limits("a doughnut", 6, 1, 1, "parts"),
    "scatter": Limits("a scatter", 200, 2, 2, "dots"),
}
"""As design/KINDS.md has them: bars 8, lines 2, parts 6."""
_GAPLESS = ("doughnut", "stacked", "scatter", "area")
_WHOLES = ("doughnut", "stacked")


class Rules:
    """Looks at the data of one chart, and reports."""

    def __init__(self, form: ChartType, diags: Diagnostics, span: Span) -> None:
        self._form, self._diags, self._span = form, diags, span
        self._limits = LIMITS[form]

    def hold(self, categories: Sequence[Cell], series: Sequence[SeriesData]) -> bool:
        """Whether the data make such a chart; if not, all that is wrong has been reported."""
        before = len(self._diags.errors)
        self._check_series(series)
        self._check_categories(categories)
        self._check_names(categories, "category")
        self._check_names([one.name for one in series], "series")
        for one in series:
            self._check_values(one, len(categories))
        return len(self._diags.errors) == before

    def _check_series(self, series: Sequence[SeriesData]) -> None:
        limits, count = self._limits, len(series)
        if count > limits.most:
            hint = (
                "a whole has one; type: stacked shows several" if limits.most == 1 else "keep those that make the point"
            )
            said = f"{limits.called} shows {limits.most} series at most, and this is number {limits.most + 1}"
            self._diags.error(
                "too-many-series", series[limits.most].name.span, said, hint=f"{hint}; a table holds more"
            )
        if count < limits.least:
            hint = "the first is x, the second y" if self._form == "scatter" else "type: bar shows one"
            self._diags.error(
                "too-few-series", self._span, f"{limits.called} needs {limits.least} series, and has {count}", hint=hint
            )

    def _check_categories(self, categories: Sequence[Cell]) -> None:
        limits = self._limits
        if len(categories) > limits.categories:
            self._diags.error(
                "too-many-categories",
                categories[limits.categories].span,
                f"{limits.called} shows {limits.categories} {limits.pieces} at most, and here are {len(categories)}",
                hint="keep the most telling and sum up the rest; a longer list is a table",
            )

    def _check_names(self, names: Sequence[Cell], what: str) -> None:
        seen: dict[str, Cell] = {}
        for name in names:
            first = seen.setdefault(name.text, name)
            if first is not name:
                line = f" in line {first.span.line}" if first.span.line != name.span.line else ""
                message = f'there is a {what} "{clipped(name.text, 40)}" already{line}'
                self._diags.error("duplicate-name", name.span, message, hint="give each a name of its own")

    def _check_values(self, series: SeriesData, count: int) -> None:
        name = f'series "{clipped(series.name.text, 40)}"'
        if len(series.values) != count:
            values = "1 value" if len(series.values) == 1 else f"{len(series.values)} values"
            self._diags.error(
                "unequal-series",
                series.name.span,
                f"{name} has {values} for {count} categories",
                hint="write one value for each category, ~ where there is none",
            )
        elif not series.numbers:
            self._diags.error(
                "empty-series", series.name.span, f"{name} has no values", hint="fill it in, or take it out"
            )
        elif self._form in _GAPLESS and None in series.values:
            message = f"{name} has a gap, which {self._limits.called} can't show"
            # Renderers let the area fall to nought there.
            hint = "type: line shows one" if self._form == "area" else "write 0, or take the category out"
            self._diags.error("gap", series.name.span, message, hint=hint)
        elif self._form in _WHOLES:
            self._check_parts(series)

    def _check_parts(self, series: SeriesData) -> None:
        below = next((number for number in series.values if number is not None and number.value < 0), None)
        if below is not None:
            message = f"{below.value} is below nought, which no part of a whole can be"
            self._diags.error("negative-part", below.span, message, hint="use type: bar")
        elif self._form == "doughnut" and not sum(series.numbers):
            message = "the parts of this doughnut come to nought"
            self._diags.error("empty-series", series.name.span, message, hint="give the parts their values")

    def focus(
        self, categories: Sequence[Cell], series: Sequence[SeriesData], wanted: Sequence[Cell]
    ) -> tuple[int | None, tuple[int, ...]] | None:
        """(the focus series, the focus categories); None after reporting what is wrong with the wish."""
        by_series = self._form in ("line", "area") or (self._form != "scatter" and len(series) > 1)
        names = [one.name.text for one in series] if by_series else [one.text for one in categories]
        unknown = next((cell for cell in wanted if cell.text not in names), None)
        if unknown is not None:
            what = "series" if by_series else "category"
            message = f'there is no {what} "{clipped(unknown.text, 40)}" to be in focus'
            hint = did_you_mean(unknown.text, names) or f"it is one of: {clipped(', '.join(names), 100)}"
            self._diags.error("unknown-focus", unknown.span, message, hint=hint)
            return None
        if len(wanted) > 1 and self._form not in ("doughnut", "scatter"):
            message = "a chart has one focus, and this is a second"
            self._diags.error("two-focuses", wanted[1].span, message, hint="keep the one that makes the point")
            return None
        found = [names.index(cell.text) for cell in wanted]
        return (found[0] if found else None, ()) if by_series else (None, tuple(sorted(set(found))))
