"""From a chart's data to the node of the scene."""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.layout.attempt import Refusal
from deckgen.layout.charts.alt import alt_text
from deckgen.layout.charts.bars import bars, columns, stacked
from deckgen.layout.charts.lines import lines
from deckgen.layout.charts.model import ChartData
from deckgen.layout.charts.ring import ring
from deckgen.layout.charts.scatter import scatter
from deckgen.layout.charts.sketch import Sketch
from deckgen.layout.setter import Page
from deckgen.scene import Chart

_WAYS = {
    "bar": bars,
    "column": columns,
    "stacked": stacked,
    "line": lines,
    "area": lines,
    "doughnut": ring,
    "scatter": scatter,
}


def chart_in(
    page: Page, data: ChartData, *, alt: str = "", style: str = "small", foot: float | None = None
) -> tuple[Chart, tuple[Refusal, ...]]:
    """The chart in the placeholder of slot "chart", down to `foot` (points), and what of it has no room."""
    sketch = Sketch(page, data, style, foot)
    made = _WAYS[data.form](sketch)
    return replace(made, alt=alt or alt_text(data)), tuple(dict.fromkeys(sketch.refusals))
