"""Charts made by hand, and what is drawn of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from msgspec.structs import replace

from deckgen.api import open_project
from deckgen.brands import Brands
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.drawing import Drawing, Element, Mark, Outline
from deckgen.drawing.charts.figure import chart_element
from deckgen.drawing.sheet import Sheet
from deckgen.overlay import OverlayWorld
from deckgen.scene import Chart, ChartAxis, ChartLook, ChartPoint, ChartSeries, ChartType, Color
from deckgen.units import box, to_pt
from deckgen.worlds import DiskWorld, MemoryWorld
from tests.drawing.pages import marks
from tests.support.tools import ROOT

GALLERY = ("chart", "chart-line", "chart-doughnut", "chart-column", "chart-stacked", "chart-area", "chart-scatter")
OTHERS = {
    "below-nought": """
kind: chart
title: Some went down
categories: [Ash, Birch, Cedar]
series: {name: Change, values: [1.25, -3, 0.5]}
format: number:2
unit: p
source: Illustrative data.
""",
    "columns-below": """
kind: chart
type: column
title: Profit and loss
categories: ["2024", "2025", "2026"]
series: {name: Result, values: [1200, -3400.5, 0]}
format: currency:GBP:1
source: Illustrative data.
""",
    "shares": """
kind: chart
type: stacked
title: Who pays for what
categories: [Boilers, Books]
series:
  - {name: Trust, values: [0.25, 0.5]}
  - {name: School, values: [0.745, 0.005]}
  - {name: State, values: [0.005, 0.495]}
format: percent:1
source: Illustrative data.
""",
    "gaps": """
kind: chart
type: line
title: Two years nobody counted
categories: ["2019", "2020", "2021", "2022", "2023", "2024"]
series:
  - {name: Ours, values: [10, ~, 30, ~, 50, 60]}
  - {name: Theirs, values: [15, 25, 20, 30, 35, ~]}
source: Illustrative data.
""",
    "beside": """
kind: chart
type: scatter
title: Large and small
categories: [Ash, Birch, Cedar]
series:
  - {name: Pupils, values: [100, 1200, 640]}
  - {name: Attendance, values: [-5, 92.25, 40]}
focus: [Ash, Birch]
source: Illustrative data.
""",
}
"""What the gallery lacks: numbers below nought, gaps, formats."""

FRAME = box(300, 50, 600, 400)
PLOT = box(400, 100, 400, 300)
LEFT, TOP, WIDE, HIGH = 400, 100, 400, 300
INK, QUIET, PAPER = Color("accent1"), Color("accent2"), Color("lt1")
Values = Sequence[float | str | None]


@cache
def sheet(name: str = "plain") -> Sheet:
    """The sheet of a brand's chart layout."""
    style = Brands(MemoryWorld({})).style(name, Diagnostics(), NOWHERE)
    assert style is not None
    return Sheet(style.template.brand, style.setter.measurer, style.setter.layouts["Chart"], {})


@cache
def gallery(brand: str) -> tuple[bytes, Drawing]:
    """A deck of every form of chart: the .pptx, and the drawing."""
    files: dict[str, str | bytes] = {f"slides/{name}.yaml": text for name, text in OTHERS.items()}
    uses = [*(f"gallery/{name}" for name in GALLERY), *OTHERS]
    order = "".join(f"  - use: {use}\n" for use in uses)
    files["decks/charts.yaml"] = f"title: Charts\nbrand: {brand}\nslides:\n{order}"
    project = open_project(OverlayWorld(files, below=DiskWorld(str(ROOT), today=date(2026, 1, 5))))
    compiled = project.compile("charts")
    assert compiled.data is not None, [d.message for d in project.diagnostics]
    return compiled.data, project.drawing(compiled)


def made(form: ChartType, *values: Values, low: str = "0", high: str = "100", **changed: object) -> Chart:
    """A chart of series with these values. `changed` are fields of the chart, and `step`, `line` and `grid`."""
    paper = sheet()
    look = ChartLook(paper.brand.style("small"), INK)
    step = str(changed.pop("step", ""))
    line = INK if changed.pop("line", False) else None
    rule = QUIET if step else None
    series = changed.pop("series", None) or [
        ChartSeries(
            name=f"Series {number}",
            values=tuple(None if value is None else str(value) for value in one),
            color=INK if number == 0 else QUIET,
            order=number,
            stroke=38_100 if form in ("line", "area") else 0,
            tint=QUIET if form == "area" else None,
            marker=10 if form == "scatter" else 0,
        )
        for number, one in enumerate(values)
    ]
    axes = {} if form == "doughnut" else _axes(form, look, low, high, step)
    if axes:
        axes["value_axis"] = _with_grid(axes["value_axis"], rule)
        axes["category_axis"] = _with_line(axes["category_axis"], line)
    fields = {
        "name": "chart",
        "rect": FRAME,
        "form": form,
        "categories": tuple(f"c{n}" for n in range(len(values[0]) if values else 1)),
        "series": tuple(series),  # type: ignore[arg-type]
        "plot": PLOT,
        "look": look,
        "ground": PAPER,
        **axes,
        **changed,
    }
    return Chart(**fields)  # type: ignore[arg-type]


def _axes(form: ChartType, look: ChartLook, low: str, high: str, step: str) -> dict[str, ChartAxis]:
    values = ChartAxis(look=look, low=low, high=high, step=step)
    return {"category_axis": values if form == "scatter" else ChartAxis(look=look), "value_axis": values}


def _with_grid(axis: ChartAxis, rule: Color | None) -> ChartAxis:
    return replace(axis, grid=rule)


def _with_line(axis: ChartAxis, line: Color | None) -> ChartAxis:
    return replace(axis, line=line)


def drawn(chart: Chart) -> Element:
    """The chart as an element."""
    return chart_element(chart, sheet())


def series_of(element: Element, number: int) -> list[Outline]:
    """The outlines of the series that builds know by this number."""
    found = [child for child in element.children if isinstance(child, Element) and child.series == number]
    return [mark for one in found for mark in outlines(one.children)]


def around(element: Element) -> list[Outline]:
    """Grid and axes: what is in no series."""
    return [child for child in element.children if isinstance(child, Outline)]


def outlines(children: Iterable[Element | Mark]) -> list[Outline]:
    """The outlines alone."""
    return [mark for mark in marks(children) if isinstance(mark, Outline)]


def points(outline: Outline) -> list[tuple[float, float]]:
    """Places along a path: its corners, some of each curve, and of a circle its four sides."""
    found: list[tuple[float, float]] = []
    for name, *rest in outline.path:
        numbers = [float(place) for place in rest]
        if name == "O":
            x, y, r = numbers
            found += [(x - r, y), (x + r, y), (x, y - r), (x, y + r)]
        elif name == "C":
            found += [_on_curve(found[-1], numbers, step / 8) for step in range(1, 9)]
        elif numbers:
            found.append((numbers[0], numbers[1]))
    return found


def _on_curve(start: tuple[float, float], rest: list[float], t: float) -> tuple[float, float]:
    """A place of a cubic curve, `t` of the way."""
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (sum(s * p for s, p in zip(shares, (start[n], *rest[n::2]), strict=True)) for n in (0, 1))
    return x, y


def area(outline: Outline) -> tuple[float, float, float, float]:
    """(left, top, width, height) of an outline."""
    xs, ys = zip(*points(outline), strict=True)
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def within(outline: Outline, chart: Chart, *, by: float = 0.01) -> bool:
    """Whether an outline's places lie in the chart's frame."""
    rect = chart.rect
    left, top, right, foot = (to_pt(side) for side in (rect.x, rect.y, rect.right, rect.bottom))
    return all(left - by <= x <= right + by and top - by <= y <= foot + by for x, y in points(outline))


def dot(index: int, size: int, fill: Color | None = None) -> ChartPoint:
    """A point with a dot."""
    return ChartPoint(index=index, marker=size, fill=fill)
