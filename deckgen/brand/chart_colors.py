"""Colours of charts: one series is the point, and its context comes in steps that can be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from deckgen.brand.color import contrast, hex_of
from deckgen.brand.model import ChartColors
from deckgen.scene import Color

TOLD_APART = 1.25
"""The least contrast between two shades of which a key tells one from the other (1 is none)."""
_SHADES = (75, -50, 55, -35, -15)
_TINTS = (-75, -55)


def chart_colors(focus: Color, context: Color, sequence: Sequence[Color], theme: Mapping[str, str]) -> ChartColors:
    """All that charts are drawn in, from the three that a brand names. The strong end of the sequence comes first."""
    split = min(3, len(sequence) - 1)
    strong, quiet = sequence[:split], sequence[split:]
    shades = [shaded(context, share) for share in _SHADES]
    tints = [shaded(color, share) for share in _TINTS for color in strong]
    others = told_apart((context, *reversed(quiet), *shades), theme)
    colors = {
        "sequence": tuple(dict.fromkeys((*sequence, *shades))),
        "others": tuple(color for color in (*others, *reversed(strong)) if color != focus),
        "strong": tuple(dict.fromkeys((*strong, *told_apart((*strong, *tints), theme)))),
        "rest": told_apart((*quiet, context, *shades), theme),
    }
    return ChartColors(focus, context, **colors, dark=_dark((focus, context, *chain(*colors.values())), theme))


def told_apart(colors: Iterable[Color], theme: Mapping[str, str]) -> tuple[Color, ...]:
    """The colours but those that can't be told from one before them, or from the paper."""
    found: dict[Color, str] = {}
    for color in colors:
        seen = hex_of(color, theme)
        if all(contrast(seen, other) >= TOLD_APART for other in (theme["lt1"], *found.values())):
            found[color] = seen
    return tuple(found)


def shaded(color: Color, share: int) -> Color:
    """A colour at so many per cent of its lightness; below nought lightened to that distance from white."""
    kept, added = (color.lum_mod or 100_000), (color.lum_off or 0)
    if share > 0:
        return Color(color.slot, kept * share // 100, added * share // 100 or None)
    return Color(color.slot, kept * -share // 100, added * -share // 100 + 100_000 + share * 1000)


def _dark(colors: Iterable[Color], theme: Mapping[str, str]) -> tuple[Color, ...]:
    """Those of the colours that words stand light on."""
    paper, ink = theme["lt1"], theme["dk1"]
    seen = {color: hex_of(color, theme) for color in colors}
    return tuple(color for color, shown in seen.items() if contrast(paper, shown) > contrast(ink, shown))
