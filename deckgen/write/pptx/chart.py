"""Charts: the frame on the slide, the chart's part (ECMA-376 part 1, 21.2), and the workbook behind it.

Where the plot stands is said outright (`c:manualLayout`), so that PowerPoint and LibreOffice put it in one
place. Addresses of cells and the numbers kept beside them are made from the same rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.ooxml.xml import Xml, document, el, join, text
from deckgen.ooxml.zip import FAST, deflated, stored
from deckgen.scene import Chart, ChartAxis, ChartLabel, ChartLook, ChartPoint, ChartSeries, Color
from deckgen.units import pt
from deckgen.write.pptx.pen import ChartPart, Pen
from deckgen.write.pptx.text import font_xml
from deckgen.write.xlsx.workbook import Cell, reference, workbook

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NAMESPACES = {
    "xmlns:c": _CHART,
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_CATEGORY_AXIS, _VALUE_AXIS = 111_111_111, 222_222_222
_HAIR = pt(0.75)
_PARTING = pt(1.5)  # between touching pieces
_NO_LINE = el("a:ln", None, el("a:noFill"))
_NOTHING = el("c:spPr", None, el("a:noFill"), _NO_LINE)
_NO_MARKER = el("c:marker", None, el("c:symbol", {"val": "none"}))
_SHOWS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
_UNSEEN = join(el(f"c:{name}", {"val": 0}) for name in _SHOWS)


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
            el("a:graphicData", {"uri": _CHART}, el("c:chart", {"xmlns:c": _CHART, "r:id": pen.relation(part)})),
        ),
    )


def _rows(chart: Chart) -> list[list[Cell]]:
    """The workbook: names of series above, categories on the left. A scatter's first series is x."""
    numbered = _numbered(chart)
    rows = [[Cell(""), *(Cell(series.name) for series in chart.series)]]
    for index, category in enumerate(chart.categories):
        values = [Cell(series.values[index] or "", series.format) for series in chart.series]
        rows.append([Cell(category, "General" if numbered else None), *values])
    return rows


def _numbered(chart: Chart) -> bool:
    """Whether the categories are numbers (years), which a workbook holds as such."""
    return all(c.isascii() and c.isdigit() and len(c) < 16 and str(int(c)) == c for c in chart.categories)


def chart_xml(chart: Chart, pen: Pen) -> bytes:
    """`c:chartSpace` (21.2.2.29), which refers to its workbook as rId1."""
    return document(
        el(
            "c:chartSpace",
            _NAMESPACES,
            _val("date1904", 0),
            _val("lang", pen.language),
            _val("roundedCorners", 0),
            el(
                "c:chart",
                None,
                _val("autoTitleDeleted", 1),
                el("c:plotArea", None, _plot_layout(chart), *_plots(chart, pen), *_axes(chart, pen), _NOTHING),
                _val("plotVisOnly", 1),
                _val("dispBlanksAs", "gap"),
            ),
            _NOTHING,
            _words(chart.look, pen),
            el("c:externalData", {"r:id": "rId1"}, _val("autoUpdate", 0)),
        )
    )


def _val(name: str, said: str | int) -> Xml:
    return el(f"c:{name}", {"val": said})


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
            _val("layoutTarget", "inner"),
            _val("xMode", "edge"),
            _val("yMode", "edge"),
            *(_val(side, f"{share:.6f}") for side, share in sides.items()),
        ),
    )


def _plots(chart: Chart, pen: Pen) -> Iterator[Xml]:
    """The plot, or the two of an area with its line."""
    match chart.form:
        case "bar" | "column" | "stacked":
            yield _bar_plot(chart, pen)
        case "line":
            yield _line_plot(chart, pen, 0)
        case "area":
            areas = [_area_series(chart, n, pen) for n in _drawn(chart)]
            yield el("c:areaChart", None, _val("grouping", "standard"), _val("varyColors", 0), *areas, *_AXIS_IDS)
            yield _line_plot(chart, pen, len(chart.series))
        case "doughnut":
            ring = _ring_series(chart, pen)
            yield el(
                "c:doughnutChart",
                None,
                _val("varyColors", 1),
                ring,
                _val("firstSliceAng", 0),
                _val("holeSize", chart.hole),
            )
        case "scatter":
            yield el(
                "c:scatterChart",
                None,
                _val("scatterStyle", "lineMarker"),
                _val("varyColors", 0),
                _dots(chart, pen),
                *_AXIS_IDS,
            )


def _bar_plot(chart: Chart, pen: Pen) -> Xml:
    return el(
        "c:barChart",
        None,
        _val("barDir", "col" if chart.form == "column" else "bar"),
        _val("grouping", "stacked" if chart.form == "stacked" else "clustered"),
        _val("varyColors", 0),
        *(_bar_series(chart, n, pen) for n in range(len(chart.series))),
        _val("gapWidth", chart.gap),
        _val("overlap", chart.overlap),
        *_AXIS_IDS,
    )


_AXIS_IDS = (_val("axId", _CATEGORY_AXIS), _val("axId", _VALUE_AXIS))


def _drawn(chart: Chart) -> list[int]:
    """The series in the order they are drawn in."""
    return sorted(range(len(chart.series)), key=lambda number: chart.series[number].order)


def _line_plot(chart: Chart, pen: Pen, first: int) -> Xml:
    lines = [_line_series(chart, n, pen, first) for n in _drawn(chart)]
    return el(
        "c:lineChart",
        None,
        _val("grouping", "standard"),
        _val("varyColors", 0),
        *lines,
        _val("marker", 1),
        *_AXIS_IDS,
    )


def _named(chart: Chart, number: int, first: int = 0) -> tuple[Xml, Xml, Xml]:
    """`c:idx`, `c:order` and `c:tx` of a series. `first` counts on from those of another plot."""
    series = chart.series[number]
    at = reference(number + 1, 1)
    return (
        _val("idx", series.order + first),
        _val("order", series.order + first),
        el("c:tx", None, el("c:strRef", None, el("c:f", None, text(at)), _cache("str", [series.name]))),
    )


def _cache(kind: str, values: Sequence[str | None], code: str = "") -> Xml:
    """`c:strCache` or `c:numCache` (21.2.2.201, .121): what the cells hold."""
    points = [
        el("c:pt", {"idx": n}, el("c:v", None, text(value))) for n, value in enumerate(values) if value is not None
    ]
    coded = (el("c:formatCode", None, text(code)),) if code else ()
    return el(f"c:{kind}Cache", None, *coded, _val("ptCount", len(values)), *points)


def _categories(chart: Chart, tag: str = "c:cat") -> Xml:
    cells = el("c:f", None, text(reference(0, 2, len(chart.categories) + 1)))
    if _numbered(chart):
        return el(tag, None, el("c:numRef", None, cells, _cache("num", chart.categories, "General")))
    return el(tag, None, el("c:strRef", None, cells, _cache("str", chart.categories)))


def _values(chart: Chart, number: int, tag: str = "c:val") -> Xml:
    series = chart.series[number]
    cells = el("c:f", None, text(reference(number + 1, 2, len(chart.categories) + 1)))
    return el(tag, None, el("c:numRef", None, cells, _cache("num", series.values, series.format)))


def _bar_series(chart: Chart, number: int, pen: Pen) -> Xml:
    series = chart.series[number]
    parting = el("a:ln", {"w": _PARTING}, pen.fill(chart.ground)) if chart.form == "stacked" else _NO_LINE
    return el(
        "c:ser",
        None,
        *_named(chart, number),
        el("c:spPr", None, pen.fill(series.color), parting),
        _val("invertIfNegative", 0),
        *(
            el(
                "c:dPt",
                None,
                _val("idx", point.index),
                _val("invertIfNegative", 0),
                _val("bubble3D", 0),
                el("c:spPr", None, pen.fill(point.fill), parting),
            )
            for point in series.points
            if point.fill
        ),
        *_labels(series, chart, pen),
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
        _NO_MARKER,
        *(_marked(point, series, pen) for point in series.points if point.marker),
        *_labels(series, chart, pen),
        _categories(chart),
        _values(chart, number),
        _val("smooth", 0),
    )


def _stroke(series: ChartSeries, pen: Pen) -> Xml:
    return el("a:ln", {"w": series.stroke, "cap": "rnd"}, pen.fill(series.color), el("a:round"))


def _marker(size: int, color: Color, pen: Pen) -> Xml:
    """A dot (21.2.2.106); its size is whole points."""
    return el(
        "c:marker",
        None,
        _val("symbol", "circle"),
        _val("size", size),
        el("c:spPr", None, pen.fill(color), _NO_LINE),
    )


def _marked(point: ChartPoint, series: ChartSeries, pen: Pen) -> Xml:
    """`c:dPt` of a point with a dot. On a line its stroke is said again: a point's own look replaces it."""
    look = (el("c:spPr", None, _stroke(series, pen)),) if series.stroke else ()
    marker = _marker(point.marker, point.fill or series.color, pen)
    return el("c:dPt", None, _val("idx", point.index), marker, _val("bubble3D", 0), *look)


def _area_series(chart: Chart, number: int, pen: Pen) -> Xml:
    series = chart.series[number]
    tint = pen.fill(series.tint) if series.tint else el("a:noFill")
    return el(
        "c:ser",
        None,
        *_named(chart, number),
        el("c:spPr", None, tint, _NO_LINE),
        _categories(chart),
        _values(chart, number),
    )


def _ring_series(chart: Chart, pen: Pen) -> Xml:
    series = chart.series[0]
    parting = el("a:ln", {"w": _PARTING}, pen.fill(chart.ground))
    return el(
        "c:ser",
        None,
        *_named(chart, 0),
        *(
            el(
                "c:dPt",
                None,
                _val("idx", point.index),
                _val("bubble3D", 0),
                el("c:spPr", None, pen.fill(point.fill or series.color), parting),
            )
            for point in series.points
        ),
        _categories(chart),
        _values(chart, 0),
    )


def _dots(chart: Chart, pen: Pen) -> Xml:
    """The dots of a scatter: the first series is x, the second y."""
    series = chart.series[1]
    return el(
        "c:ser",
        None,
        *_named(chart, 1),
        el("c:spPr", None, el("a:ln", {"w": _HAIR}, el("a:noFill"))),
        _marker(series.marker, series.color, pen),
        *(_marked(point, series, pen) for point in series.points if point.marker),
        *_labels(series, chart, pen),
        _values(chart, 0, "c:xVal"),
        _values(chart, 1, "c:yVal"),
        _val("smooth", 0),
    )


def _labels(series: ChartSeries, chart: Chart, pen: Pen) -> tuple[Xml, ...]:
    """`c:dLbls` (21.2.2.49): labels of single points, then that of all others; nothing without any."""
    own = [_label(point, point.label, chart, pen) for point in series.points if point.label]
    if not own and series.label is None:
        return ()
    if series.label is None:
        return (el("c:dLbls", None, *own, _UNSEEN),)
    return (el("c:dLbls", None, *own, *_labelled(series.label, pen), *_shown(series.label)),)


def _label(point: ChartPoint, label: ChartLabel, chart: Chart, pen: Pen) -> Xml:
    """`c:dLbl` of one point. Its place is said as a share of the frame away from the usual one (21.2.2.95)."""
    moved: tuple[Xml, ...] = ()
    if label.shift:
        down = _val("y", f"{label.shift / chart.rect.h:.6f}")
        moved = (el("c:layout", None, el("c:manualLayout", None, _val("x", 0), down)),)
    said = (_rich(label, pen),) if label.shows == "text" else ()
    return el("c:dLbl", None, _val("idx", point.index), *moved, *said, *_labelled(label, pen), *_shown(label))


def _labelled(label: ChartLabel, pen: Pen) -> tuple[Xml, ...]:
    return (
        el("c:numFmt", {"formatCode": label.format, "sourceLinked": 0}),
        _NOTHING,
        _words(label.look, pen, left=label.place == "r"),
        _val("dLblPos", label.place),
    )


def _shown(label: ChartLabel) -> tuple[Xml, ...]:
    """What the label shows. A text stands in the place of a value."""
    shown = {"showVal": 1, "showSerName": int(label.shows == "series")}
    apart = (el("c:separator", None, text(label.apart)),) if label.shows == "series" else ()
    return (*(_val(name, shown.get(name, 0)) for name in _SHOWS), *apart)


def _rich(label: ChartLabel, pen: Pen) -> Xml:
    look = label.look
    run = el(
        "a:r",
        None,
        el("a:rPr", {"lang": pen.language, **_weight(look)}, *_ink(look, pen)),
        el("a:t", None, text(label.text)),
    )
    paragraph = el("a:p", None, run)
    return el("c:tx", None, el("c:rich", None, el("a:bodyPr", {"wrap": "none"}), el("a:lstStyle"), paragraph))


def _words(look: ChartLook, pen: Pen, *, left: bool = False) -> Xml:
    """`c:txPr` (21.2.2.216): size, weight, colour and face. Lines are centred, or stand to the `left`."""
    body: dict[str, str | int | None] = {
        "rot": 0,
        "vert": "horz",
        "wrap": "none",
        "lIns": 0,
        "tIns": 0,
        "rIns": 0,
        "bIns": 0,
        "anchor": "ctr",
    }
    default = el("a:defRPr", {**_weight(look), "kern": 1200}, *_ink(look, pen))
    paragraph = el(
        "a:p", None, el("a:pPr", {"algn": "l"} if left else None, default), el("a:endParaRPr", {"lang": pen.language})
    )
    return el("c:txPr", None, el("a:bodyPr", body), el("a:lstStyle"), paragraph)


def _weight(look: ChartLook) -> dict[str, str | int | None]:
    return {"sz": look.style.size * 100, "b": int(look.bold)}


def _ink(look: ChartLook, pen: Pen) -> tuple[Xml, ...]:
    return pen.fill(look.color), *font_xml(look.style.font, pen)


def _axes(chart: Chart, pen: Pen) -> Iterator[Xml]:
    """The category axis, or a scatter's x, then the value axis."""
    across, values = chart.category_axis, chart.value_axis
    if across is None or values is None:
        return
    lying = chart.form in ("bar", "stacked")
    if chart.form == "scatter":
        yield _axis("c:valAx", across, chart, pen, at="b", ids=(_CATEGORY_AXIS, _VALUE_AXIS))
    else:
        yield _axis("c:catAx", across, chart, pen, at="l" if lying else "b", ids=(_CATEGORY_AXIS, _VALUE_AXIS))
    yield _axis("c:valAx", values, chart, pen, at="b" if lying else "l", ids=(_VALUE_AXIS, _CATEGORY_AXIS))


def _axis(tag: str, axis: ChartAxis, chart: Chart, pen: Pen, *, at: str, ids: tuple[int, int]) -> Xml:
    """`c:catAx` (21.2.2.25) or `c:valAx` (21.2.2.226). On a lying chart the first category is the uppermost."""
    turned = tag == "c:catAx" and at == "l"
    scale = [_val("orientation", "maxMin" if turned else "minMax")]
    if axis.high:
        scale += [_val("max", axis.high), _val("min", axis.low)]
    line = el("a:ln", {"w": _HAIR}, pen.fill(axis.line)) if axis.line else _NO_LINE
    return el(
        tag,
        None,
        _val("axId", ids[0]),
        el("c:scaling", None, *scale),
        _val("delete", int(not axis.shown)),
        _val("axPos", at),
        *_grid(axis, pen),
        *_axis_title(axis, chart, pen),
        el("c:numFmt", {"formatCode": axis.format, "sourceLinked": 0}),
        _val("majorTickMark", "none"),
        _val("minorTickMark", "none"),
        _val("tickLblPos", "low"),
        el("c:spPr", None, el("a:noFill"), line),
        _words(axis.look, pen),
        _val("crossAx", ids[1]),
        _val("crosses", "autoZero"),
        *(_category_ends(axis) if tag == "c:catAx" else _value_ends(axis, chart)),
    )


def _grid(axis: ChartAxis, pen: Pen) -> tuple[Xml, ...]:
    if axis.grid is None:
        return ()
    return (el("c:majorGridlines", None, el("c:spPr", None, el("a:ln", {"w": _HAIR}, pen.fill(axis.grid)))),)


def _category_ends(axis: ChartAxis) -> tuple[Xml, ...]:
    skip = (_val("tickLblSkip", axis.skip),)
    return _val("auto", 0), _val("lblAlgn", "ctr"), _val("lblOffset", 100), *skip, _val("noMultiLvlLbl", 1)


def _value_ends(axis: ChartAxis, chart: Chart) -> tuple[Xml, ...]:
    # Lines begin on the axis, bars stand between its ticks (21.2.2.32).
    crossing = "midCat" if chart.form in ("line", "area", "scatter") else "between"
    step = (_val("majorUnit", axis.step),) if axis.step else ()
    return _val("crossBetween", crossing), *step


def _axis_title(axis: ChartAxis, chart: Chart, pen: Pen) -> tuple[Xml, ...]:
    """`c:title` of an axis (21.2.2.210): over the upper end of the upright one, below the other's right end."""
    if not axis.title:
        return ()
    look = axis.look
    run = el(
        "a:r",
        None,
        el("a:rPr", {"lang": pen.language, **_weight(look)}, *_ink(look, pen)),
        el("a:t", None, text(axis.title)),
    )
    style = el("a:pPr", None, el("a:defRPr", _weight(look), *_ink(look, pen)))
    body = el("a:bodyPr", {"rot": 0, "vert": "horz", "wrap": "none"})
    rich = el("c:tx", None, el("c:rich", None, body, el("a:lstStyle"), el("a:p", None, style, run)))
    spot = axis.title_at
    place = el(
        "c:layout",
        None,
        el(
            "c:manualLayout",
            None,
            _val("xMode", "edge"),
            _val("yMode", "edge"),
            _val("x", f"{(spot[0] - chart.rect.x) / chart.rect.w:.6f}"),
            _val("y", f"{(spot[1] - chart.rect.y) / chart.rect.h:.6f}"),
        ),
    )
    return (el("c:title", None, rich, place, _val("overlay", 1)),)
