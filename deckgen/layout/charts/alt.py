"""What a chart says to those who can't see it, made from its numbers where its author wrote nothing."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.layout.charts.model import ChartData, SeriesData

LONGEST = 250
"""Characters: screen readers read it in one go."""
_FORMS = {
    "bar": "Bar chart",
    "column": "Column chart",
    "stacked": "Stacked bar chart",
    "line": "Line chart",
    "area": "Area chart",
    "doughnut": "Doughnut chart",
    "scatter": "Scatter chart",
}


def alt_text(data: ChartData) -> str:
    """The chart in a few sentences, in English; in other languages its names and numbers alone."""
    if data.numbers.language.partition("-")[0].lower() != "en":
        return _joined(_neutral(data))
    match data.form:
        case "doughnut":
            return _joined([f"{_FORMS[data.form]}.", *_parts(data)])
        case "line" | "area":
            return _joined([f"{_FORMS[data.form]}, {_over(data)}.", *(_course(data, s) for s in _focus_first(data))])
        case "scatter":
            return _joined(_scattered(data))
        case _:
            return _joined(_ranked(data))


def _focus_first(data: ChartData) -> list[SeriesData]:
    first = data.focus or 0
    return [data.series[first], *(s for n, s in enumerate(data.series) if n != first)]


def _over(data: ChartData) -> str:
    return f"{data.categories[0].text} to {data.categories[-1].text}"


def _parts(data: ChartData) -> Iterable[str]:
    """Each part and its value."""
    pairs = list(zip(data.categories, data.series[0].values, strict=True))
    for number, (category, value) in enumerate(pairs, 1):
        if value is not None:
            yield f"{category.text} {data.numbers.show(value.value)}{'.' if number == len(pairs) else ','}"


def _course(data: ChartData, series: SeriesData) -> str:
    """'Our trust: from 95.8 to 95.9, lowest 92.4 in 2021.'"""
    found = [(c.text, n.value) for c, n in zip(data.categories, series.values, strict=True) if n is not None]
    if not found:
        return ""
    low, high = min(found, key=lambda point: point[1]), max(found, key=lambda point: point[1])
    ends = {found[0], found[-1]}
    turns = [
        f"{word} {data.numbers.show(point[1])} in {point[0]}"
        for word, point in (("lowest", low), ("highest", high))
        if point not in ends
    ]
    course = f"from {data.numbers.show(found[0][1])} to {data.numbers.show(found[-1][1])}"
    return f"{series.name.text}: {', '.join([course, *turns])}."


def _ranked(data: ChartData) -> list[str]:
    """Which category has most and which least of each series."""
    form = _FORMS[data.form]
    names = [series.name.text for series in _focus_first(data)]
    said = [f"{form}: {' and '.join(names)}." if len(names) > 1 else f"{form}."]
    for series in _focus_first(data):
        found = [(c.text, n.value) for c, n in zip(data.categories, series.values, strict=True) if n is not None]
        if not found:
            continue
        high, low = max(found, key=lambda point: point[1]), min(found, key=lambda point: point[1])
        if len(names) > 1:
            said.append(
                f"{series.name.text}: highest {high[0]}, {data.numbers.show(high[1])};"
                f" lowest {low[0]}, {data.numbers.show(low[1])}."
            )
        else:
            said.append(f"Highest: {high[0]}, {data.numbers.show(high[1])}.")
            if low != high:
                said.append(f"Lowest: {low[0]}, {data.numbers.show(low[1])}.")
    for part in data.parts:
        value = data.series[0].values[part]
        if value is not None:
            said.append(f"In focus: {data.categories[part].text}, {data.numbers.show(value.value)}.")
    return said


def _scattered(data: ChartData) -> list[str]:
    x, y = data.series
    said = [f"Scatter chart of {len(data.categories)} points: {y.name.text} against {x.name.text}."]
    for series in (x, y):
        low, high = min(series.numbers), max(series.numbers)
        numbers = data.numbers_of(series)
        said.append(f"{series.name.text} from {numbers.show(low)} to {numbers.show(high)}.")
    for part in data.parts:
        pairs = [(one, value) for one in data.series if (value := one.values[part])]
        values = ", ".join(f"{one.name.text} {data.numbers_of(one).show(value.value)}" for one, value in pairs)
        said.append(f"In focus: {data.categories[part].text}, {values}.")
    return said


def _neutral(data: ChartData) -> Iterable[str]:
    """Every series with its numbers, without a word of our own."""
    for series in data.series:
        pairs = zip(data.categories, series.values, strict=True)
        yield f"{series.name.text}:"
        yield ", ".join(f"{c.text} {data.numbers.show(n.value)}" for c, n in pairs if n is not None) + "."


def _joined(said: Iterable[str]) -> str:
    """The sentences, as many as there is room for; a first one that is too long is cut at a word."""
    text = ""
    for sentence in said:
        longer = f"{text} {sentence}".strip()
        if len(longer) > LONGEST:
            return f"{text.rstrip('.,')} …" if text else f"{longer[: LONGEST - 2].rpartition(' ')[0]} …"
        text = longer
    return text
