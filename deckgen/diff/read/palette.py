"""Colours of DrawingML as they come out: by theme, by colour map, lightened or darkened (ECMA-376 20.1.2.3)."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Any

from deckgen.diff.view import Ink
from deckgen.verify.names import NS, tag

_OFFICE = {
    "dk1": "#000000", "lt1": "#FFFFFF", "dk2": "#44546A", "lt2": "#E7E6E6", "accent1": "#4472C4", "accent2": "#ED7D31",
    "accent3": "#A5A5A5", "accent4": "#FFC000", "accent5": "#5B9BD5", "accent6": "#70AD47", "hlink": "#0563C1",
    "folHlink": "#954F72",
}  # fmt: skip
"""What stands in for colours that a damaged theme lacks."""
_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_NAMED = {
    "black": "#000000", "white": "#FFFFFF", "red": "#FF0000", "green": "#008000", "blue": "#0000FF",
    "yellow": "#FFFF00", "gray": "#808080", "orange": "#FFA500", "purple": "#800080", "navy": "#000080",
}  # fmt: skip
_COLORS = {tag(f"a:{name}"): name for name in ("srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr", "hslClr")}
_A = tag("a:x")[:-1]
_HEX = frozenset("0123456789abcdefABCDEF")


def theme_colors(theme: Any) -> dict[str, str]:
    """The twelve colours of an `a:theme`, by slot."""
    found = dict(_OFFICE)
    scheme = None if theme is None else theme.find("a:themeElements/a:clrScheme", NS)
    for entry in () if scheme is None else scheme:
        slot = _local(entry)
        if slot in found and len(entry):
            value = entry[0].get("lastClr") or entry[0].get("val", "")
            if _is_hex(value):
                found[slot] = f"#{value.upper()}"
    return found


def mapped(element: Any, below: Mapping[str, str] | None = None) -> dict[str, str]:
    """The colour map of a `p:clrMap` or `a:overrideClrMapping`: names of use to slots."""
    given = {} if element is None else dict(element.attrib)
    return {**_MAP, **(below or {}), **given}


class Palette:
    """A theme's colours under a colour map."""

    def __init__(self, theme: Mapping[str, str], colors: Mapping[str, str]) -> None:
        self._theme, self._map = theme, colors
        self._known: dict[bytes, Ink | None] = {}

    def under(self, colors: Mapping[str, str]) -> Palette:
        """The same theme under another map."""
        return Palette(self._theme, colors)

    def slot(self, name: str) -> Ink:
        """The colour of a name of use ('tx1', 'accent1')."""
        slot = self._map.get(name, name)
        return Ink(self._theme.get(slot, "#000000"), slot)

    def ink(self, element: Any, base: Ink | None = None) -> Ink | None:
        """The colour that stands in `element` (`a:solidFill`, `a:fillRef` …); None where it holds none.

        `base` is what 'phClr', the colour of whoever asks a theme's style, means.
        """
        color = None if element is None else next((child for child in element if child.tag in _COLORS), None)
        if color is None:
            return None
        start = self._start(color, base)
        return start if start is None or not len(color) else _changed(start, color)

    def _start(self, color: Any, base: Ink | None) -> Ink | None:
        value = color.get("val", "")
        match _COLORS[color.tag]:
            case "srgbClr":
                return Ink(f"#{value.upper()}") if _is_hex(value) else None
            case "schemeClr":
                return base if value == "phClr" else self.slot(value)
            case "sysClr":
                last = color.get("lastClr", "")
                return Ink(f"#{last.upper()}") if _is_hex(last) else Ink("#FFFFFF" if value == "window" else "#000000")
            case "prstClr":
                return Ink(_NAMED.get(value, "#808080"))
            case "scrgbClr":
                return Ink(_hex([_share(color.get(part)) ** (1 / 2.2) for part in "rgb"]))
            case _:
                hue, saturation, lightness = (_number(color.get(part)) for part in ("hue", "sat", "lum"))
                parts = (hue / 21_600_000, lightness / 100_000, saturation / 100_000)
                return Ink(_hex(colorsys.hls_to_rgb(*(max(0, min(1, part)) for part in parts))))

    def filled(self, holder: Any, base: Ink | None = None) -> Ink | None:
        """The colour of the fill in `holder`: its own, the middle one of a gradient, the lines of a pattern."""
        for child in holder if holder is not None else ():
            match _local(child):
                case "solidFill":
                    return None if _is_seen_through(child) else self.ink(child, base)
                case "gradFill":
                    stops = child.findall("a:gsLst/a:gs", NS)
                    middle = stops[len(stops) // 2] if stops else None
                    return None if middle is None or _is_seen_through(middle) else self.ink(middle, base)
                case "pattFill":
                    return self.ink(child.find("a:fgClr", NS), base)
                case _:
                    continue
        return None


def _is_seen_through(holder: Any) -> bool:
    """Whether a colour lets more through than it covers (20.1.2.3.1): what lies below counts then."""
    alpha = holder.find("./*/a:alpha", NS)
    return alpha is not None and _share(alpha.get("val")) < 0.5


def has_fill(holder: Any) -> bool:
    """Whether `holder` says how it is filled, be it not at all."""
    return holder is not None and any(
        _local(child) in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill") for child in holder
    )


def _changed(start: Ink, color: Any) -> Ink:
    """The colour with its changes in order: lumMod, lumOff, satMod in HSL, tint and shade towards white and black."""
    rgb = [int(start.rgb[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    for change in color:
        amount = _share(change.get("val"))
        match _local(change):
            case "lumMod" | "lumOff" | "satMod" as name:
                hue, lightness, saturation = colorsys.rgb_to_hls(*rgb)
                if name == "satMod":
                    saturation *= amount
                else:
                    lightness = lightness * amount if name == "lumMod" else lightness + amount
                rgb = list(colorsys.hls_to_rgb(hue, max(0, min(1, lightness)), max(0, min(1, saturation))))
            case "tint":
                rgb = [1 - (1 - part) * amount for part in rgb]
            case "shade":
                rgb = [part * amount for part in rgb]
    return Ink(_hex(rgb), start.slot)


def near(one: Ink, other: Ink) -> bool:
    """Whether two colours are the same to the eye, or the same of their themes."""
    if one.slot and one.slot == other.slot:
        return True
    parts = ((int(one.rgb[at : at + 2], 16), int(other.rgb[at : at + 2], 16)) for at in (1, 3, 5))
    return all(abs(a - b) <= 4 for a, b in parts)


def _hex(rgb: Any) -> str:
    return "#" + "".join(f"{round(max(0.0, min(1.0, part)) * 255):02X}" for part in rgb)


def _is_hex(value: str) -> bool:
    return len(value) == 6 and _HEX.issuperset(value)


def _number(value: str | None) -> float:
    try:
        number = float(value or 0)
    except ValueError:
        return 0
    return number if abs(number) < 1e12 else 0


def _share(value: str | None) -> float:
    """A share as thousandths of a per cent, or with its sign."""
    if value and value.endswith("%"):
        return _number(value[:-1]) / 100
    return _number(value) / 100_000


def _local(element: Any) -> str:
    name = element.tag
    return name[len(_A) :] if isinstance(name, str) and name.startswith(_A) else ""
