"""A chart's axes."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.ooxml.xml import Xml, el, text
from deckgen.scene import Chart, ChartAxis
from deckgen.scene.chart import HAIR
from deckgen.write.pptx.charts.labels import ink, weight, words
from deckgen.write.pptx.charts.markup import CATEGORY_AXIS, NO_LINE, VALUE_AXIS, val
from deckgen.write.pptx.pen import Pen


def axes(chart: Chart, pen: Pen) -> Iterator[Xml]:
    """The category axis, or a scatter's x, then the value axis."""
    across, values = chart.category_axis, chart.value_axis
    if across is None or values is None:
        return
    lying = chart.form in ("bar", "stacked")
    upright = "r" if chart.rtl else "l"
    if chart.form == "scatter":
        yield _axis("c:valAx", across, chart, pen, at="b", ids=(CATEGORY_AXIS, VALUE_AXIS))
    else:
        yield _axis("c:catAx", across, chart, pen, at=upright if lying else "b", ids=(CATEGORY_AXIS, VALUE_AXIS))
    yield _axis("c:valAx", values, chart, pen, at="b" if lying else upright, ids=(VALUE_AXIS, CATEGORY_AXIS))


def _axis(tag: str, axis: ChartAxis, chart: Chart, pen: Pen, *, at: str, ids: tuple[int, int]) -> Xml:
    """`c:catAx` (21.2.2.25) or `c:valAx` (21.2.2.226).

    On a lying chart the first category is the uppermost; where one reads from right to left, what lies runs so.
    """
    turned = chart.rtl if at == "b" else tag == "c:catAx"
    scale = [val("orientation", "maxMin" if turned else "minMax")]
    if axis.high:
        scale += [val("max", axis.high), val("min", axis.low)]
    line = el("a:ln", {"w": HAIR}, pen.fill(axis.line)) if axis.line else NO_LINE
    return el(
        tag,
        None,
        val("axId", ids[0]),
        el("c:scaling", None, *scale),
        val("delete", int(not axis.shown)),
        val("axPos", at),
        *_grid(axis, pen),
        *_axis_title(axis, chart, pen),
        el("c:numFmt", {"formatCode": axis.format, "sourceLinked": 0}),
        val("majorTickMark", "none"),
        val("minorTickMark", "none"),
        val("tickLblPos", "low"),
        el("c:spPr", None, el("a:noFill"), line),
        words(axis.look, pen),
        val("crossAx", ids[1]),
        val("crosses", "autoZero"),
        *(_category_ends(axis) if tag == "c:catAx" else _value_ends(axis, chart)),
    )


def _grid(axis: ChartAxis, pen: Pen) -> tuple[Xml, ...]:
    if axis.grid is None:
        return ()
    return (el("c:majorGridlines", None, el("c:spPr", None, el("a:ln", {"w": HAIR}, pen.fill(axis.grid)))),)


def _category_ends(axis: ChartAxis) -> tuple[Xml, ...]:
    skip = (val("tickLblSkip", axis.skip),)
    return val("auto", 0), val("lblAlgn", "ctr"), val("lblOffset", 100), *skip, val("noMultiLvlLbl", 1)


def _value_ends(axis: ChartAxis, chart: Chart) -> tuple[Xml, ...]:
    # Lines begin on the axis, bars stand between its ticks (21.2.2.32).
    crossing = "midCat" if chart.form in ("line", "area", "scatter") else "between"
    step = (val("majorUnit", axis.step),) if axis.step else ()
    return val("crossBetween", crossing), *step


def _axis_title(axis: ChartAxis, chart: Chart, pen: Pen) -> tuple[Xml, ...]:
    """`c:title` of an axis (21.2.2.210): over the upper end of the upright one, below the other's right end."""
    if not axis.title:
        return ()
    look = axis.look
    run = el(
        "a:r",
        None,
        el("a:rPr", {"lang": pen.language, **weight(look)}, *ink(look, pen)),
        el("a:t", None, text(axis.title)),
    )
    style = el("a:pPr", None, el("a:defRPr", weight(look), *ink(look, pen)))
    body = el("a:bodyPr", {"rot": 0, "vert": "horz", "wrap": "none"})
    rich = el("c:tx", None, el("c:rich", None, body, el("a:lstStyle"), el("a:p", None, style, run)))
    spot = axis.title_at
    place = el(
        "c:layout",
        None,
        el(
            "c:manualLayout",
            None,
            val("xMode", "edge"),
            val("yMode", "edge"),
            val("x", f"{(spot[0] - chart.rect.x) / chart.rect.w:.6f}"),
            val("y", f"{(spot[1] - chart.rect.y) / chart.rect.h:.6f}"),
        ),
    )
    return (el("c:title", None, rich, place, val("overlay", 1)),)
