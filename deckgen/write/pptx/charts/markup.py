"""What the parts of a chart's markup share."""

from __future__ import annotations

from deckgen.ooxml.xml import Xml, el, join
from deckgen.scene import Chart

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NAMESPACES = {
    "xmlns:c": CHART,
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
CATEGORY_AXIS, VALUE_AXIS = 111_111_111, 222_222_222
NO_LINE = el("a:ln", None, el("a:noFill"))
NOTHING = el("c:spPr", None, el("a:noFill"), NO_LINE)
NO_MARKER = el("c:marker", None, el("c:symbol", {"val": "none"}))
SHOWS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
UNSEEN = join(el(f"c:{name}", {"val": 0}) for name in SHOWS)


def val(name: str, said: str | int) -> Xml:
    """`c:name` with a value, as most of a chart says things."""
    return el(f"c:{name}", {"val": said})


def numbered(chart: Chart) -> bool:
    """Whether the categories are numbers (years), which a workbook holds as such."""
    return all(c.isascii() and c.isdigit() and len(c) < 16 and str(int(c)) == c for c in chart.categories)
