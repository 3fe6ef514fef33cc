"""Charts as their data: what kind, which categories, which series with which values (ECMA-376 21.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckgen.diff.read.numbers import whole
from deckgen.diff.read.parts import Part
from deckgen.diff.view import Chart, Series
from deckgen.verify.names import NS

_R = "{" + NS["r"] + "}"
MOST_POINTS = 20_000
"""Of a series."""


def chart_of(data: Any, part: Part) -> Chart:
    """The chart that a `a:graphicData` leads to; one without data where it leads nowhere."""
    reference = data.find("c:chart", NS)
    relation = None if reference is None else part.relations.get(reference.get(f"{_R}id", ""))
    root = None if relation is None or relation.external else part.package.root(relation.target)
    plot = None if root is None else root.find("c:chart/c:plotArea", NS)
    if plot is None:
        return Chart(form="chart", categories=(), series=())
    kinds = [child for child in plot if child.tag.endswith("Chart")]
    drawn = [found for kind in kinds for found in kind.iterfind("c:ser", NS)]
    categories = max((_values(series, "cat") or _values(series, "xVal") for series in drawn), key=len, default=())
    return Chart(
        form=" and ".join(dict.fromkeys(_form(kind) for kind in kinds)),
        categories=categories,
        series=tuple(_series(series, part) for series in drawn),
        titles=tuple(filter(None, _titles(root))),
    )


def _form(kind: Any) -> str:
    """'column', 'bar', 'line', 'pie' …"""
    name: str = kind.tag.rpartition("}")[2].removesuffix("Chart").removesuffix("3D")
    direction = kind.find("c:barDir", NS)
    if name == "bar" and direction is not None and direction.get("val", "col") == "col":
        name = "column"
    grouping = kind.find("c:grouping", NS)
    stacked = grouping is not None and "tacked" in grouping.get("val", "")
    return f"stacked {name}" if stacked else name


def _series(series: Any, part: Part) -> Series:
    name = " ".join(found.text or "" for found in series.iterfind("c:tx//c:v", NS)).strip()
    values = _values(series, "val") or _values(series, "yVal")
    ink = part.palette.filled(series.find("c:spPr", NS)) or part.palette.filled(series.find("c:spPr/a:ln", NS))
    return Series(name=name, values=values, ink=ink)


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
