"""Charts as their data: what kind, which categories, which series with which values (ECMA-376 21.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from deckgen.diff.read.numbers import flag, whole
from deckgen.diff.read.parts import Part
from deckgen.diff.view import Axis, Chart, Series
from deckgen.verify.names import NS

_R = "{" + NS["r"] + "}"
_QUOTED = re.compile(r'"[^"]*"|\\.')
"""What a format code shows as it is (18.8.31)."""
MOST_POINTS = 20_000
"""Of a series."""


def chart_of(data: Any, part: Part) -> Chart:
    """The chart that a `a:graphicData` leads to; one without data where it leads nowhere."""
    reference = data.find("c:chart", NS)
    relation = None if reference is None else part.relations.get(reference.get(f"{_R}id", ""))
    root = None if relation is None or relation.external else part.package.root(relation.target)
    plot = None if root is None else root.find("c:chart/c:plotArea", NS)
    if root is None or plot is None:
        return Chart(form="chart", categories=(), series=())
    kinds = [child for child in plot if child.tag.endswith("Chart")]
    drawn = [found for kind in kinds for found in kind.iterfind("c:ser", NS)]
    categories = max((_values(series, "cat") or _values(series, "xVal") for series in drawn), key=len, default=())
    return Chart(
        form=" and ".join(dict.fromkeys(_form(kind) for kind in kinds)),
        categories=categories,
        series=tuple(_series(series, kind, part) for kind in kinds for series in kind.iterfind("c:ser", NS)),
        titles=tuple(filter(None, _titles(root))),
        inks=tuple(part.palette.slot(f"accent{number}") for number in range(1, 7)),
        legend=root.find("c:chart/c:legend", NS) is not None,
        **_axes(plot),
        **_measures(kinds),
    )


def _axes(plot: Any) -> dict[str, Any]:
    """The first axis of each direction: of a scatter's two the one at the foot is that of x."""
    values = plot.findall("c:valAx", NS)
    categories = [*plot.findall("c:catAx", NS), *plot.findall("c:dateAx", NS)]
    if not categories:
        values.sort(key=lambda axis: _said(axis, "axPos") not in ("b", "t"))
    found = [*categories[:1], *values]
    return {name: _axis(axis, values) for name, axis in zip(("across", "upright"), found, strict=False)}


def _axis(axis: Any, values: list[Any]) -> Axis:
    number = axis.find("c:numFmt", NS)
    return Axis(
        low=_said(axis, "scaling/c:min"),
        high=_said(axis, "scaling/c:max"),
        step=_said(axis, "majorUnit"),
        shown=not flag(_said(axis, "delete", "0")) and _said(axis, "tickLblPos") != "none",
        grid=axis.find("c:majorGridlines", NS) is not None,
        percent=number is not None and "%" in _QUOTED.sub("", number.get("formatCode", "")),
        between=all(_said(other, "crossBetween") != "midCat" for other in values),
        backwards=_said(axis, "scaling/c:orientation") == "maxMin",
    )


def _measures(kinds: list[Any]) -> dict[str, Any]:
    names = (("gap", "gapWidth"), ("overlap", "overlap"), ("hole", "holeSize"))
    said = {name: _said(kind, tag) for kind in kinds for name, tag in names if _said(kind, tag)}
    whole_ones = any(_said(kind, "grouping") == "percentStacked" for kind in kinds)
    return {"whole": whole_ones, **{name: max(-100, min(500, whole(value))) for name, value in said.items()}}


def _said(element: Any, name: str, otherwise: str = "") -> str:
    """The `val` of what stands in an element."""
    found = element.find(f"c:{name}", NS)
    return otherwise if found is None else found.get("val", otherwise)


def _form(kind: Any) -> str:
    """'column', 'bar', 'line', 'pie' …"""
    name: str = kind.tag.rpartition("}")[2].removesuffix("Chart").removesuffix("3D")
    direction = kind.find("c:barDir", NS)
    if name == "bar" and direction is not None and direction.get("val", "col") == "col":
        name = "column"
    grouping = kind.find("c:grouping", NS)
    stacked = grouping is not None and "tacked" in grouping.get("val", "")
    return f"stacked {name}" if stacked else name


def _series(series: Any, kind: Any, part: Part) -> Series:
    name = " ".join(found.text or "" for found in series.iterfind("c:tx//c:v", NS)).strip()
    values = _values(series, "val") or _values(series, "yVal")
    ink = part.palette.filled(series.find("c:spPr", NS)) or part.palette.filled(series.find("c:spPr/a:ln", NS))
    own = series.iterfind("c:dPt", NS)
    points = ((whole(_said(one, "idx")), part.palette.filled(one.find("c:spPr", NS))) for one in own)
    return Series(
        name=name,
        values=values,
        ink=ink,
        form=_form(kind),
        inks=tuple((place, ink) for place, ink in points if ink is not None),
        labelled=tuple(_labelled(series, kind, len(values))),
    )


def _labelled(series: Any, kind: Any, count: int) -> Iterator[int]:
    """The places of points whose values are written beside them."""
    labels = series.find("c:dLbls", NS)
    labels = kind.find("c:dLbls", NS) if labels is None else labels
    if labels is None:
        return
    every = flag(_said(labels, "showVal", "0"))
    own = {whole(_said(one, "idx")): one for one in labels.iterfind("c:dLbl", NS)}
    for place in range(count):
        one = own.get(place)
        deleted = one is not None and flag(_said(one, "delete", "0"))
        if not deleted and (every if one is None else flag(_said(one, "showVal", "0"))):
            yield place


def _values(series: Any, role: str) -> tuple[str, ...]:
    """The cached values of a role by index, "" for gaps."""
    holder = series.find(f"c:{role}", NS)
    if holder is None:
        return ()
    levels = holder.findall(".//c:lvl", NS)
    points = (levels[0] if levels else holder).iterfind(".//c:pt", NS)
    found = {whole(point.get("idx")): _value(point) for point in points}
    count = holder.find(".//c:ptCount", NS)
    size = max([whole(None if count is None else count.get("val")), *(index + 1 for index in found)])
    return tuple(found.get(index, "") for index in range(min(size, MOST_POINTS)))


def _value(point: Any) -> str:
    """A value as it is meant: 0.1 however many digits a program writes of it."""
    value = point.find("c:v", NS)
    text: str = "" if value is None else (value.text or "").strip()
    try:
        return f"{float(text):.12g}"
    except ValueError:
        return text


def _titles(root: Any) -> Iterator[str]:
    for title in root.iterfind(".//c:title", NS):
        yield "".join(found.text or "" for found in title.iterfind(".//a:t", NS)).strip()
