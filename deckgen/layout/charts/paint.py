"""Colours of series and parts: one is the point, the others are context (design/PRINCIPLES.md 9)."""

from __future__ import annotations

from deckgen.layout.charts.sketch import Sketch
from deckgen.scene import Color


def series_colors(sketch: Sketch) -> list[Color]:
    """A colour for each series: focus and context; without a focus the sequence, and a single one has the focus's."""
    data, colors = sketch.data, sketch.colors
    count = len(data.series)
    if data.focus is None:
        if data.parts:
            return [colors.context] * count
        return [colors.focus] if count == 1 else _in_turn(sketch, colors.sequence, count)
    if count <= 2:
        return [colors.focus if n == data.focus else colors.context for n in range(count)]
    shades = [color for color in colors.sequence if color != colors.focus]
    others = iter(_in_turn(sketch, (colors.context, *shades[::-1]), count))
    return [colors.focus if n == data.focus else next(others) for n in range(count)]


def part_colors(sketch: Sketch) -> list[Color]:
    """A colour for each part of a ring: those in focus have the strong end of the sequence, the rest the quiet end."""
    data, colors = sketch.data, sketch.colors
    count, sequence = len(data.categories), colors.sequence
    if not data.parts:
        return _in_turn(sketch, sequence, count)
    split = min(3, len(sequence) - 1)
    strong = iter(_in_turn(sketch, sequence[:split], count))
    rest = iter(_in_turn(sketch, sequence[split:], count))
    return [next(strong) if n in data.parts else next(rest) for n in range(count)]


def _in_turn(sketch: Sketch, colors: tuple[Color, ...], count: int) -> list[Color]:
    """`count` of the colours; where they run out, lighter and darker shades of the context's."""
    context = sketch.colors.context
    more = (*colors, *(_shaded(context, mod) for mod in (-35, 75, -15, 55)))
    return [more[n % len(more)] for n in range(count)]


def _shaded(color: Color, share: int) -> Color:
    """A colour at so many per cent of its lightness; below nought lightened to that distance from white."""
    if share > 0:
        kept, added = (color.lum_mod or 100_000), (color.lum_off or 0)
        return Color(color.slot, kept * share // 100, added * share // 100 or None)
    kept, added = (color.lum_mod or 100_000), (color.lum_off or 0)
    return Color(color.slot, kept * -share // 100, added * -share // 100 + 100_000 + share * 1000)
