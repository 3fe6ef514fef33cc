"""A chart as it looks; of a form that deckgen has none for, as its data: a bar for every value, with its category."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from deckgen.diff.sketch.layers import color_of
from deckgen.diff.sketch.plots import can_be_plotted, keys, plot_elements
from deckgen.diff.sketch.text import Box, text_elements
from deckgen.diff.view import Body, Chart, Font, Ink, Paragraph, Run
from deckgen.drawing.model import Element, Outline

_INK = "#333333"
_HEAD = 24.0
MOST_BARS = 60
_LABELS = 0.3
"""The share of the width that categories take."""


def chart_elements(chart: Chart, box: Box) -> Iterator[Element]:
    """The chart below its titles and its legend."""
    if not can_be_plotted(chart):
        yield from _rows(chart, box)
        return
    named = keys(chart)
    head = min(_HEAD, box.h / 4) if named or chart.titles else 0.0
    if head:
        yield from _heading(chart.titles, named, Box(box.x, box.y, box.w, head))
    yield from plot_elements(chart, Box(box.x, box.y + head, box.w, box.h - head), _said)


def _rows(chart: Chart, box: Box) -> Iterator[Element]:
    """Rows of bars, a row a category, a bar a series."""
    rows = [(n, category) for n, category in enumerate(chart.categories)]
    series = chart.series[:8]
    if not rows and series:
        rows = [(n, str(n + 1)) for n in range(max(len(one.values) for one in series))]
    rows = rows[: max(1, MOST_BARS // max(1, len(series)))]
    head = _HEAD if len(series) > 1 or chart.titles else 0.0
    if head:
        named = [(one.name, _ink(chart, n)) for n, one in enumerate(series)] if len(series) > 1 else []
        yield from _heading(chart.titles, named, Box(box.x, box.y, box.w, head))
    if not rows or not series:
        yield _said(f"{chart.form} chart", box, 14, align="l")
        return
    most = max([1e-9, *(abs(_number(value)) for one in series for value in one.values)])
    pitch = (box.h - head) / len(rows)
    for place, (index, category) in enumerate(rows):
        row = Box(box.x, box.y + head + place * pitch, box.w, pitch)
        yield _said(category, Box(row.x, row.y, row.w * _LABELS, row.h), _size(pitch), align="l")
        bar = pitch * 0.8 / len(series)
        for number, one in enumerate(series):
            value = one.values[index] if index < len(one.values) else ""
            yield from _bar(value, abs(_number(value)) / most, _bar_box(row, number, bar), _ink(chart, number))


def _heading(given: Sequence[str], named: Sequence[tuple[str, str]], box: Box) -> Iterator[Element]:
    """A chart's titles, and names beside their colours."""
    titles = " · ".join(given)
    x = box.x
    if titles:
        yield _said(titles, Box(x, box.y, box.w, box.h), 13, align="l", bold=True)
        x += len(titles) * 6.5 + 16
    for name, ink in named:
        y = box.y + box.h / 2 - 5
        path = (("M", x, y), ("L", x + 10, y), ("L", x + 10, y + 10), ("L", x, y + 10), ("Z",))
        yield Element(role="Artifact", children=(Outline(path=path, fill=ink),))
        yield _said(name, Box(x + 14, box.y, box.w, box.h), 13, align="l")
        x += len(name) * 6.5 + 34


def _ink(chart: Chart, place: int) -> str:
    own = chart.series[place].ink
    return own.rgb if own else color_of(chart, place).slot


def _bar_box(row: Box, number: int, height: float) -> Box:
    left = row.x + row.w * _LABELS
    return Box(left, row.y + row.h * 0.1 + number * height, row.w * (1 - _LABELS) * 0.85, height)


def _bar(value: str, share: float, box: Box, ink: str) -> Iterator[Element]:
    right, bottom = box.x + max(0.5, box.w * share), box.y + max(1.0, box.h * 0.9)
    path = (("M", box.x, box.y), ("L", right, box.y), ("L", right, bottom), ("L", box.x, bottom), ("Z",))
    yield Element(role="Artifact", children=(Outline(path=path, fill=ink),))
    if value:
        yield _said(value, Box(right + 4, box.y, 120, box.h), _size(box.h), align="l")


def _size(pitch: float) -> float:
    return max(9.0, min(17.0, pitch * 0.7))


def _number(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        return 0
    return number if abs(number) < 1e15 else 0


def _said(
    text: str, box: Box, size: float, *, align: Literal["l", "ctr", "r"] = "ctr", bold: bool = False, color: str = _INK
) -> Element:
    font = Font(typeface="Calibri", size=size, bold=bold, color=Ink(color))
    body = Body(
        paragraphs=(Paragraph(runs=(Run(text or " ", font),), align=align),),
        insets=(0, 0, 0, 0),
        anchor="ctr",
        wrap=False,
    )
    return Element(
        role="Span", children=tuple(mark for element in text_elements(body, box, "") for mark in element.children)
    )
