"""Rules of charts (ECMA-376 part 1, 21.2) and the workbooks in them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

from deckgen.verify.names import NS, tag, whole_number
from deckgen.verify.package import Package
from deckgen.verify.registry import Fault, rule

_ZIP = b"PK\x03\x04"
_CACHES = ("c:numCache", "c:strCache", "c:numLit", "c:strLit", "c:lvl")


@rule("chart-axes")
def chart_axes(package: Package) -> Iterator[Fault]:
    """An axis crosses an axis of its chart, and a plot names axes that are there."""
    for name, root in _charts(package):
        axes = {
            element.get("val")
            for child in root.iterfind(".//c:plotArea/*", NS)
            for element in child.iterfind("c:axId", NS)
            if child.tag.endswith("Ax")
        }
        named = {element.get("val") for element in root.iter(tag("c:crossAx"), tag("c:axId"))}
        for axis in sorted(str(value) for value in named - axes):
            yield name, f"names axis {axis}, which it doesn't have"


@rule("chart-series")
def chart_series(package: Package) -> Iterator[Fault]:
    """Series are told apart by their idx."""
    for name, root in _charts(package):
        counts = Counter(element.get("val") for element in root.iterfind(".//c:ser/c:idx", NS))
        for idx, count in counts.items():
            if count > 1:
                yield name, f"has {count} series with the idx {idx}"


@rule("chart-points")
def chart_points(package: Package) -> Iterator[Fault]:
    """A chart's kept values are numbers, no more of them than it says, each at a place of its own."""
    for name, root in _charts(package):
        for cache in root.iter(*(tag(kind) for kind in _CACHES)):
            if fault := _cache_fault(cache):
                yield name, fault


@rule("workbook")
def workbook(package: Package) -> Iterator[Fault]:
    """The workbook behind a chart is a package of its own, or 'Edit Data' fails."""
    for name in package.names:
        if name.endswith((".xlsx", ".xlsm", ".xlsb")) and package.head(name, 4) != _ZIP:
            yield name, "is no workbook"


def _charts(package: Package) -> Iterator[tuple[str, Any]]:
    for name in package.parts("chart+xml"):
        root = package.root(name)
        if root is not None:
            yield name, root


def _cache_fault(cache: Any) -> str:
    """What is wrong with kept values, or ""."""
    points = cache.findall("c:pt", NS)
    places = Counter(point.get("idx") for point in points)
    if any(count > 1 for count in places.values()):
        return "has two values in one place"
    said = cache.find("c:ptCount", NS)
    count = None if said is None else whole_number(said, "val")
    if count is not None and any((whole_number(point, "idx") or 0) >= count for point in points):
        return f"says that it keeps {count} values, and keeps one beyond"
    if cache.tag in (tag("c:numCache"), tag("c:numLit")) and not all(_is_number(point) for point in points):
        return "keeps a value that is no number"
    return ""


def _is_number(point: Any) -> bool:
    value = point.findtext("c:v", "", NS)
    try:
        # Excel's own words for a missing value stand in charts that Office made.
        return value.startswith("#") or math.isfinite(float(value))
    except ValueError:
        return False
