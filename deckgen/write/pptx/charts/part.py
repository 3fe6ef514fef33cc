"""A chart: its frame on the slide, its part (ECMA-376 part 1, 21.2), and the workbook behind it.

Where the plot stands is said outright (`c:manualLayout`), so that PowerPoint and LibreOffice put it in one
place. Addresses of cells and the numbers kept beside them are made from the same rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.ooxml.xml import Xml, document, el
from deckgen.ooxml.zip import FAST, deflated, stored
from deckgen.scene import Chart
from deckgen.write.pptx.charts.axes import axes
from deckgen.write.pptx.charts.labels import words
from deckgen.write.pptx.charts.markup import CHART, NAMESPACES, NOTHING, numbered, val
from deckgen.write.pptx.charts.series import AXIS_IDS, area_series, bar_series, dots, drawn, line_plot, ring_series
from deckgen.write.pptx.pen import ChartPart, Pen
from deckgen.write.xlsx.workbook import Cell, workbook


def draw_chart(chart: Chart, pen: Pen, use: Xml) -> Xml:
    """`p:graphicFrame` (19.3.1.21) of a chart; its part and workbook go to the pen. `use` is its `p:nvPr`."""
    part = ChartPart(deflated(chart_xml(chart, pen), FAST), stored(workbook(_rows(chart))))
    rect = chart.rect
    return el(
        "p:graphicFrame",
        None,
        el(
            "p:nvGraphicFramePr",
            None,
            pen.identify(chart.name, alt=chart.alt, decorative=chart.decorative),
            el("p:cNvGraphicFramePr", None, el("a:graphicFrameLocks", {"noGrp": 1})),
            use,
        ),
        el("p:xfrm", None, el("a:off", {"x": rect.x, "y": rect.y}), el("a:ext", {"cx": rect.w, "cy": rect.h})),
        el(
            "a:graphic",
            None,
            el("a:graphicData", {"uri": CHART}, el("c:chart", {"xmlns:c": CHART, "r:id": pen.relation(part)})),
        ),
    )


def _rows(chart: Chart) -> list[list[Cell]]:
    """The workbook: names of series above, categories on the left. A scatter's first series is x."""
    with_numbers = numbered(chart)
    rows = [[Cell(""), *(Cell(series.name) for series in chart.series)]]
    for index, category in enumerate(chart.categories):
        values = [Cell(series.values[index] or "", series.format) for series in chart.series]
        rows.append([Cell(category, "General" if with_numbers else None), *values])
    return rows


def chart_xml(chart: Chart, pen: Pen) -> bytes:
    """`c:chartSpace` (21.2.2.29), which refers to its workbook as rId1."""
    return document(
        el(
            "c:chartSpace",
            NAMESPACES,
            val("date1904", 0),
            val("lang", pen.language),
            val("roundedCorners", 0),
            el(
                "c:chart",
                None,
                val("autoTitleDeleted", 1),
                el("c:plotArea", None, _plot_layout(chart), *_plots(chart, pen), *axes(chart, pen), NOTHING),
                val("plotVisOnly", 1),
                val("dispBlanksAs", "gap"),
            ),
            NOTHING,
            words(chart.look, pen),
            el("c:externalData", {"r:id": "rId1"}, val("autoUpdate", 0)),
        )
    )


def _plot_layout(chart: Chart) -> Xml:
    """The plot's own place, without the axes' words, as shares of the frame (21.2.2.95)."""
    frame, plot = chart.rect, chart.plot
    sides = {
        "x": (plot.x - frame.x) / frame.w,
        "y": (plot.y - frame.y) / frame.h,
        "w": plot.w / frame.w,
        "h": plot.h / frame.h,
    }
    return el(
        "c:layout",
        None,
        el(
            "c:manualLayout",
            None,
            val("layoutTarget", "inner"),
            val("xMode", "edge"),
            val("yMode", "edge"),
            *(val(side, f"{share:.6f}") for side, share in sides.items()),
        ),
    )


def _plots(chart: Chart, pen: Pen) -> Iterator[Xml]:
    """The plot, or the two of an area with its line."""
    match chart.form:
        case "bar" | "column" | "stacked":
            yield _bar_plot(chart, pen)
        case "line":
            yield line_plot(chart, pen, 0)
        case "area":
            areas = [area_series(chart, n, pen) for n in drawn(chart)]
            yield el("c:areaChart", None, val("grouping", "standard"), val("varyColors", 0), *areas, *AXIS_IDS)
            yield line_plot(chart, pen, len(chart.series))
        case "doughnut":
            ring = ring_series(chart, pen)
            yield el(
                "c:doughnutChart",
                None,
                val("varyColors", 1),
                ring,
                val("firstSliceAng", 0),
                val("holeSize", chart.hole),
            )
        case "scatter":
            yield el(
                "c:scatterChart",
                None,
                val("scatterStyle", "lineMarker"),
                val("varyColors", 0),
                dots(chart, pen),
                *AXIS_IDS,
            )


def _bar_plot(chart: Chart, pen: Pen) -> Xml:
    return el(
        "c:barChart",
        None,
        val("barDir", "col" if chart.form == "column" else "bar"),
        val("grouping", "stacked" if chart.form == "stacked" else "clustered"),
        val("varyColors", 0),
        *(bar_series(chart, n, pen) for n in range(len(chart.series))),
        val("gapWidth", chart.gap),
        val("overlap", chart.overlap),
        *AXIS_IDS,
    )
