"""What a chart says to those who can't see it, made from its numbers where its author wrote nothing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from deckgen.layout.charts.model import ChartData, SeriesData
from deckgen.spec.words import FORMS, ChartWords, Signs, first_upper, words_of

LONGEST = 250
"""Characters: screen readers read it in one go."""


def alt_text(data: ChartData) -> str:
    """The chart in a few sentences in the deck's language; where it has no words for them, names and numbers alone."""
    known = words_of(data.numbers.language)
    if known.chart is None:
        return _joined(_neutral(data), known.signs)
    return _joined(_Teller(data, known.chart, known.signs).sentences(), known.signs)


class _Teller:
    """Tells one chart in the words of one language."""

    def __init__(self, data: ChartData, words: ChartWords, signs: Signs) -> None:
        self._data, self._words, self._signs = data, words, signs
        self._form = words.forms[FORMS.index(data.form)] if data.form in FORMS else ""

    def sentences(self) -> Iterable[str]:
        """The sentences in their order."""
        match self._data.form:
            case "doughnut":
                return [self._end(self._form), *self._parts()]
            case "line" | "area":
                return [self._over(), *(self._course(series) for series in self._focus_first())]
            case "scatter":
                return self._scattered()
            case _:
                return self._ranked()

    def _focus_first(self) -> list[SeriesData]:
        first = self._data.focus or 0
        return [self._data.series[first], *(s for n, s in enumerate(self._data.series) if n != first)]

    def _end(self, text: str) -> str:
        return text + self._signs.stop

    def _said(self, label: str, text: str) -> str:
        """'Highest: Fell View, 70%'."""
        return f"{label}{self._signs.colon}{text}"

    def _point(self, point: tuple[str, Decimal]) -> str:
        return f"{point[0]}{self._signs.comma}{self._data.numbers.show(point[1])}"

    def _over(self) -> str:
        first, last = self._data.categories[0].text, self._data.categories[-1].text
        return self._end(f"{self._form}{self._signs.comma}{self._words.over.format(a=first, b=last)}")

    def _points(self, series: SeriesData) -> list[tuple[str, Decimal]]:
        """The categories that have a value, with it."""
        pairs = zip(self._data.categories, series.values, strict=True)
        return [(category.text, number.value) for category, number in pairs if number is not None]

    def _parts(self) -> Iterable[str]:
        """Each part and its value."""
        points = self._points(self._data.series[0])
        for number, (name, value) in enumerate(points, 1):
            mark = self._signs.stop if number == len(points) else self._signs.comma.rstrip()
            yield f"{name} {self._data.numbers.show(value)}{mark}"

    def _course(self, series: SeriesData) -> str:
        """'Our trust: from 95.8 to 95.9, lowest 92.4 in 2021.'"""
        found, show, words = self._points(series), self._data.numbers.show, self._words
        if not found:
            return ""
        low, high = _lowest(found), _highest(found)
        turns = [
            words.turn.format(word=word, a=show(point[1]), at=point[0])
            for word, point in ((words.low, low), (words.high, high))
            if point not in (found[0], found[-1])
        ]
        course = words.course.format(a=show(found[0][1]), b=show(found[-1][1]))
        return self._end(self._said(series.name.text, self._signs.comma.join([course, *turns])))

    def _ranked(self) -> Iterable[str]:
        """Which category has most and which least of each series."""
        ordered = self._focus_first()
        yield self._end(self._said(self._form, self._named(ordered)) if len(ordered) > 1 else self._form)
        for series in ordered:
            if found := self._points(series):
                yield from self._extremes(found, series.name.text if len(ordered) > 1 else "")
        yield from (self._end(text) for text in self._in_focus())

    def _named(self, ordered: list[SeriesData]) -> str:
        """'2026 and 2023'."""
        named = ordered[0].name.text
        for series in ordered[1:]:
            named = self._words.both.format(a=named, b=series.name.text)
        return named

    def _extremes(self, found: list[tuple[str, Decimal]], name: str) -> Iterable[str]:
        high, low = _highest(found), _lowest(found)
        words, signs = self._words, self._signs
        if name:
            both = f"{words.high} {self._point(high)}{signs.semicolon}{words.low} {self._point(low)}"
            yield self._end(self._said(name, both))
            return
        yield self._end(self._said(first_upper(words.high), self._point(high)))
        if low != high:
            yield self._end(self._said(first_upper(words.low), self._point(low)))

    def _in_focus(self) -> Iterable[str]:
        """'In focus: Fell View, 70%'; of a scatter both numbers with their names."""
        data = self._data
        for part in data.parts:
            given = [(one, value.value) for one in data.series if (value := one.values[part]) is not None]
            if data.form == "scatter":
                shown = [f"{one.name.text} {data.numbers_of(one).show(value)}" for one, value in given]
            else:
                shown = [data.numbers.show(value) for _, value in given[:1]]
            if shown:
                text = self._signs.comma.join([data.categories[part].text, *shown])
                yield self._said(first_upper(self._words.focus), text)

    def _scattered(self) -> Iterable[str]:
        data, words = self._data, self._words
        x, y = data.series
        yield self._end(words.scatter.format(count=len(data.categories), a=x.name.text, b=y.name.text))
        for series in (x, y):
            show = data.numbers_of(series).show
            low, high = show(min(series.numbers)), show(max(series.numbers))
            yield self._end(words.spread.format(name=series.name.text, a=low, b=high))
        yield from (self._end(text) for text in self._in_focus())


def _lowest(found: list[tuple[str, Decimal]]) -> tuple[str, Decimal]:
    return min(found, key=lambda point: point[1])


def _highest(found: list[tuple[str, Decimal]]) -> tuple[str, Decimal]:
    return max(found, key=lambda point: point[1])


def _neutral(data: ChartData) -> Iterable[str]:
    """Every series with its numbers, without a word of our own."""
    for series in data.series:
        pairs = zip(data.categories, series.values, strict=True)
        yield f"{series.name.text}:"
        yield ", ".join(f"{c.text} {data.numbers.show(n.value)}" for c, n in pairs if n is not None) + "."


def _joined(said: Iterable[str], signs: Signs) -> str:
    """The sentences, as many as there is room for; a first one that is too long is cut at a word."""
    text = ""
    for sentence in said:
        longer = f"{text} {sentence}".strip()
        if len(longer) > LONGEST:
            ends = f".,{signs.stop}{signs.comma.strip()}"
            return f"{text.rstrip(ends)} …" if text else f"{longer[: LONGEST - 2].rpartition(' ')[0]} …"
        text = longer
    return text
