"""Two versions of a chart, compared: categories and series found again, then value by value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from deckgen.diff.align import Pair as Places
from deckgen.diff.align import aligned
from deckgen.diff.changes import ChartChange, FactChange, PointChange
from deckgen.diff.match_shapes import Pair
from deckgen.diff.view import Chart, Series
from deckgen.diff.words import likeness

T = TypeVar("T")


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
    rows = _paired(before.categories, after.categories, str, likeness, 0.6)
    series = _paired(before.series, after.series, lambda one: one.name, _series_alike, 0.5)
    facts += _missing("categories", rows, before.categories, after.categories)
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


def _paired(
    before: Sequence[T], after: Sequence[T], key: Callable[[T], str], alike: Callable[[T, T], float], floor: float
) -> list[Places]:
    """Places of one thing on both sides, in the second's order: by name wherever it stands, the rest in order."""
    names, others = [key(one) for one in before], [key(one) for one in after]
    same = {j: names.index(name) for j, name in enumerate(others) if names.count(name) == others.count(name) == 1}
    left = [i for i in range(len(before)) if i not in same.values()]
    right = [j for j in range(len(after)) if j not in same]
    rest = aligned([before[i] for i in left], [after[j] for j in right], key, alike, floor=floor)
    pairs: list[Places] = [(i, j) for j, i in same.items()]
    pairs += [(None if i is None else left[i], None if j is None else right[j]) for i, j in rest]
    return sorted(pairs, key=lambda pair: (len(after) if pair[1] is None else pair[1], pair[0] or 0))


def _series_alike(one: Series, other: Series) -> float:
    if one.name and one.name == other.name:
        return 1
    same = sum(a == b for a, b in zip(one.values, other.values, strict=False))
    return max(likeness(one.name, other.name), same / max(1, len(one.values), len(other.values)))


def _missing(what: str, pairs: Sequence[Places], before: Sequence[str], after: Sequence[str]) -> Iterator[FactChange]:
    """What only one side has, what is called otherwise, and whether what stayed stands in another order."""
    stayed = [i for i, j in pairs if i is not None and j is not None]
    if stayed != sorted(stayed):
        yield FactChange(what=f"order of {what}", before=", ".join(before), after=", ".join(after))
    for i, j in pairs:
        was, now = "" if i is None else before[i], "" if j is None else after[j]
        if was != now:
            yield FactChange(what=what, before=was, after=now)


def _points(one: Series, other: Series, rows: Sequence[Places], categories: Sequence[str]) -> Iterator[PointChange]:
    pairs = rows or [(n, n) for n in range(max(len(one.values), len(other.values)))]
    for i, j in pairs:
        if i is None or j is None:
            continue
        was, now = (values[n] if n < len(values) else "" for values, n in ((one.values, i), (other.values, j)))
        if was != now:
            category = categories[j] if j < len(categories) else str(j + 1)
            yield PointChange(series=other.name or one.name, category=category, before=was, after=now)
