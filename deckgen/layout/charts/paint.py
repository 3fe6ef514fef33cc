"""Colours of series and parts: one is the point, the others are context (design/PRINCIPLES.md 9)."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.layout.charts.sketch import Sketch
from deckgen.scene import Color


def series_colors(sketch: Sketch) -> list[Color]:
    """A colour for each series: focus and context; without a focus the sequence, and a single one has the focus's."""
    data, colors = sketch.data, sketch.colors
    count = len(data.series)
    if data.focus is None:
        if data.parts:
            return [colors.context] * count
        return [colors.focus] if count == 1 else _in_turn(colors.sequence, count)
    others = iter(_in_turn(colors.others, count))
    return [colors.focus if n == data.focus else next(others) for n in range(count)]


def part_colors(sketch: Sketch) -> list[Color]:
    """A colour for each part of a ring: those in focus have the strong end of the sequence, the rest the quiet end."""
    data, colors = sketch.data, sketch.colors
    count = len(data.categories)
    if not data.parts:
        return _in_turn(colors.sequence, count)
    strong, rest = iter(_in_turn(colors.strong, count)), iter(_in_turn(colors.rest, count))
    return [next(strong) if n in data.parts else next(rest) for n in range(count)]


def _in_turn(colors: Sequence[Color], count: int) -> list[Color]:
    return [colors[n % len(colors)] for n in range(count)]
