"""Two versions of a chart, compared: categories and series found again, then value by value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.diff.align import aligned
from deckgen.diff.changes import ChartChange, FactChange, PointChange
from deckgen.diff.match_shapes import Pair
from deckgen.diff.view import Chart, Series
from deckgen.diff.words import likeness


def chart_changes(pair: Pair, before: Chart, after: Chart) -> Iterator[ChartChange]:
    """The values, categories and series that differ."""
    facts = [
        FactChange(what=what, before=was, after=now)
        for what, was, now in (
            ("chart type", before.form, after.form),
            ("titles", " · ".join(before.titles), " · ".join(after.titles)),
        )
        if was != now
    ]
    rows = aligned(before.categories, after.categories, str, likeness, floor=0.6)
    series = aligned(before.series, after.series, lambda one: one.name, _series_alike, floor=0.5)
    facts += _missing("category", rows, before.categories, after.categories)
    names = [one.name for one in before.series], [one.name for one in after.series]
    facts += _missing("series", series, *names)
    points = [
        point
        for i, j in series
        if i is not None and j is not None
        for point in _points(before.series[i], after.series[j], rows, after.categories)
    ]
    if facts or points:
        yield ChartChange(
            label=pair.label,
            shape_before=pair.before.key,
            shape_after=pair.after.key,
            points=tuple(points),
            facts=tuple(facts),
        )


def _series_alike(one: Series, other: Series) -> float:
    if one.name and one.name == other.name:
        return 1
    same = sum(a == b for a, b in zip(one.values, other.values, strict=False))
    return max(likeness(one.name, other.name), same / max(1, len(one.values), len(other.values)))


def _missing(
    what: str, pairs: Sequence[tuple[int | None, int | None]], before: Sequence[str], after: Sequence[str]
) -> Iterator[FactChange]:
    """What only one side has, and what is called otherwise."""
    for i, j in pairs:
        was, now = "" if i is None else before[i], "" if j is None else after[j]
        if was != now:
            yield FactChange(what=what, before=was, after=now)


def _points(
    one: Series, other: Series, rows: Sequence[tuple[int | None, int | None]], categories: Sequence[str]
) -> Iterator[PointChange]:
    pairs = rows or [(n, n) for n in range(max(len(one.values), len(other.values)))]
    for i, j in pairs:
        if i is None or j is None:
            continue
        was, now = (values[n] if n < len(values) else "" for values, n in ((one.values, i), (other.values, j)))
        if was != now:
            category = categories[j] if j < len(categories) else str(j + 1)
            yield PointChange(series=other.name or one.name, category=category, before=was, after=now)
