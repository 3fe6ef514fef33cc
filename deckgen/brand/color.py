"""Colours of a theme: how a brand file writes them, what they come to, and their contrast."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from deckgen.scene import Color

THEME_SLOTS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
"""The twelve colours of a theme, in the order of ECMA-376 part 1, 20.1.6.2."""

FIXED_SLOTS = THEME_SLOTS[:10]
"""Those that every colour map has a name for; hlink and folHlink may mean another on dark layouts."""

Rgb: TypeAlias = tuple[float, float, float]

_SHADE = re.compile(r"(\w+)(?:\*(\d{1,3})(?:\+(\d{1,3}))?)?")


def parse_color(text: str) -> Color | None:
    """The colour that `text` writes, or None: a slot ('dk2') or a shade of one ('lt2*86', 'dk2*85+14').

    The number after `*` is what the lightness is multiplied by (lumMod), that after `+` what is then
    added (lumOff), both per cent. Slots are not checked.
    """
    found = _SHADE.fullmatch(text)
    if found is None:
        return None
    slot, mod, off = found.groups()
    return Color(slot, int(mod) * 1000 if mod else None, int(off) * 1000 if off else None)


def hex_of(color: Color, theme: Mapping[str, str]) -> str:
    """The colour as '#RRGGBB' in a theme.

    lumMod and lumOff change the lightness of the HSL model (ECMA-376 part 1, 20.1.2.3.20 and .21).
    """
    rgb = _rgb(color.slot if color.slot.startswith("#") else theme[color.slot])
    if color.lum_mod is not None or color.lum_off is not None:
        rgb = _shaded(
            rgb, (color.lum_mod if color.lum_mod is not None else 100_000) / 100_000, (color.lum_off or 0) / 100_000
        )
    return "#" + "".join(f"{round(part * 255):02X}" for part in rgb)


def themed(color: Color | str, theme: Mapping[str, str]) -> Color:
    """A colour as a shade of one of the theme's, so that it changes with the theme.

    Where no shade comes to it (by one part in 255 at most, less than renderers differ), it stays '#RRGGBB', the
    one sort of colour that no theme has.
    """
    if isinstance(color, Color):
        return color
    wanted = _rgb(color)
    for slot in FIXED_SLOTS:
        shade = _shade_towards(slot, theme, wanted)
        if shade and all(abs(a - b) <= 1.5 / 255 for a, b in zip(_rgb(hex_of(shade, theme)), wanted, strict=True)):
            return shade
    return Color(color.upper())


def _shade_towards(slot: str, theme: Mapping[str, str], wanted: Rgb) -> Color | None:
    """The slot at the lightness of `wanted`, as Office's palette has its tints (lumMod and lumOff) and shades."""
    import colorsys

    lightness, goal = colorsys.rgb_to_hls(*_rgb(theme[slot]))[1], colorsys.rgb_to_hls(*wanted)[1]
    if not 0 < lightness < 1:
        return None
    if goal < lightness:
        return Color(slot, round(goal / lightness * 100_000))
    mod = round((1 - goal) / (1 - lightness) * 100_000)
    return Color(slot, mod, 100_000 - mod)


def _rgb(text: str) -> Rgb:
    red, green, blue = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _shaded(rgb: Rgb, mod: float, off: float) -> Rgb:
    import colorsys

    hue, lightness, saturation = colorsys.rgb_to_hls(*rgb)
    return colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness * mod + off)), saturation)


def luminance(text: str) -> float:
    """The relative luminance of '#RRGGBB', 0 to 1 (WCAG 2.2, 'relative luminance')."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(text))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 'contrast ratio')."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
