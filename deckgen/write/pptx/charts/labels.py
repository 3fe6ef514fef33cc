"""Words in a chart: labels of values and lines, each where the layout put it."""

from __future__ import annotations

from deckgen.ooxml.xml import Xml, el, text
from deckgen.scene import Chart, ChartLabel, ChartLook, ChartPoint, ChartSeries
from deckgen.scene.chart import LabelPlace
from deckgen.write.pptx.charts.markup import NOTHING, SHOWS, UNSEEN, val
from deckgen.write.pptx.pen import Pen
from deckgen.write.pptx.text import font_xml


def labels(series: ChartSeries, chart: Chart, pen: Pen) -> tuple[Xml, ...]:
    """`c:dLbls` (21.2.2.49): labels of single points, then that of all others; nothing without any."""
    own = [_label(point, point.label, chart, pen) for point in series.points if point.label]
    if not own and series.label is None:
        return ()
    if series.label is None:
        return (el("c:dLbls", None, *own, UNSEEN),)
    return (el("c:dLbls", None, *own, *_labelled(series.label, pen), *_shown(series.label)),)


def _label(point: ChartPoint, label: ChartLabel, chart: Chart, pen: Pen) -> Xml:
    """`c:dLbl` of one point. Its place is said as a share of the frame away from the usual one (21.2.2.95)."""
    moved: tuple[Xml, ...] = ()
    if label.shift:
        down = val("y", f"{label.shift / chart.rect.h:.6f}")
        moved = (el("c:layout", None, el("c:manualLayout", None, val("x", 0), down)),)
    said = (_rich(label, pen),) if label.shows == "text" else ()
    return el("c:dLbl", None, val("idx", point.index), *moved, *said, *_labelled(label, pen), *_shown(label))


def _labelled(label: ChartLabel, pen: Pen) -> tuple[Xml, ...]:
    return (
        el("c:numFmt", {"formatCode": label.format, "sourceLinked": 0}),
        NOTHING,
        words(label.look, pen, beside=label.place),
        val("dLblPos", label.place),
    )


def _shown(label: ChartLabel) -> tuple[Xml, ...]:
    """What the label shows. A text stands in the place of a value."""
    shown = {"showVal": 1, "showSerName": int(label.shows == "series")}
    apart = (el("c:separator", None, text(label.apart)),) if label.shows == "series" else ()
    return (*(val(name, shown.get(name, 0)) for name in SHOWS), *apart)


def _rich(label: ChartLabel, pen: Pen) -> Xml:
    look = label.look
    run = el(
        "a:r",
        None,
        el("a:rPr", {"lang": pen.language, **weight(look)}, *ink(look, pen)),
        el("a:t", None, text(label.text)),
    )
    paragraph = el("a:p", None, run)
    return el("c:tx", None, el("c:rich", None, el("a:bodyPr", {"wrap": "none"}), el("a:lstStyle"), paragraph))


_RANGED = {"r": "l", "l": "r"}


def words(look: ChartLook, pen: Pen, *, beside: LabelPlace = "ctr") -> Xml:
    """`c:txPr` (21.2.2.216): size, weight, colour and face. Lines are centred; right or left `beside` a point they
    are ranged towards it."""
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
    default = el("a:defRPr", {**weight(look), "kern": 1200}, *ink(look, pen))
    paragraph = el(
        "a:p", None, el("a:pPr", {"algn": _RANGED.get(beside)}, default), el("a:endParaRPr", {"lang": pen.language})
    )
    return el("c:txPr", None, el("a:bodyPr", body), el("a:lstStyle"), paragraph)


def weight(look: ChartLook) -> dict[str, str | int | None]:
    """The size and weight of words, as attributes."""
    return {"sz": look.style.size * 100, "b": int(look.bold)}


def ink(look: ChartLook, pen: Pen) -> tuple[Xml, ...]:
    """Their colour and face."""
    return pen.fill(look.color), *font_xml(look.style.font, pen)
