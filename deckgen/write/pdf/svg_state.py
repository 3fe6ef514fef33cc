"""What an SVG element is painted with: attributes, `style` and simple style sheets, handed down (SVG 1.1, 6, 11)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping

from msgspec import Struct


class Unsupported(Exception):
    """Something that PDF's own paths don't show as SVG does: its twin in pixels is drawn instead."""


_INHERITED = {
    "fill": "black",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-opacity": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "color": "black",
    "visibility": "visible",
}
_OWN = {"opacity": "1", "display": "inline"}
_PLAIN = {"none", "normal", "auto", "visible", "inline", "isolate", ""}
_EFFECTS = ("filter", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end", "mix-blend-mode")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"\.[A-Za-z_][\w-]*")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TRANSFORM = re.compile(r"\s*(\w+)\s*\(([^)]*)\)\s*,?")

Matrix = tuple[float, float, float, float, float, float]


class Look(Struct, frozen=True):
    """Properties in force for an element; `said` holds what isn't as SVG has it by itself."""

    said: Mapping[str, str]

    def get(self, name: str) -> str:
        """A property's value."""
        return self.said.get(name) or _INHERITED.get(name) or _OWN[name]

    def number(self, name: str) -> float:
        """A property that is a length or a share. Unsupported in units beside the drawing's own."""
        return number(self.get(name))

    def color(self, name: str) -> tuple[float, float, float] | None:
        """A paint, from 0 to 1 each; None for "none"."""
        value = self.get(name).strip()
        return (
            None if value in ("none", "transparent") else rgb(self.get("color") if value == "currentColor" else value)
        )

    def without(self, name: str) -> Look:
        """The same with nothing for a paint."""
        return Look({**self.said, name: "none"})

    def within(self, attributes: Mapping[str, str], sheet: Mapping[str, Mapping[str, str]]) -> Look:
        """The look of an element in one of this look."""
        said = {name: value for name, value in self.said.items() if name in _INHERITED}
        given = {name: value.strip() for name, value in _given(attributes, sheet)}
        for name in _EFFECTS:
            if given.get(name, "") not in _PLAIN:
                raise Unsupported(name)
        said |= {name: v for name, v in given.items() if (name in _INHERITED or name in _OWN) and v != "inherit"}
        return Look(said)


def _given(attributes: Mapping[str, str], sheet: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Attributes, then the style sheet, then the element's own style: the later win."""
    yield from attributes.items()
    for name in attributes.get("class", "").split():
        yield from sheet.get(name, {}).items()
    yield from declarations(attributes.get("style", ""))


def declarations(style: str) -> Iterator[tuple[str, str]]:
    """The properties of a `style`."""
    for part in style.split(";"):
        name, colon, value = part.partition(":")
        if "!" in value:
            raise Unsupported("!important")
        if colon:
            yield name.strip().lower(), value.strip()


def sheet_of(text: str) -> dict[str, dict[str, str]]:
    """A style sheet's rules by class. Unsupported where any is for anything else."""
    rules: dict[str, dict[str, str]] = {}
    text = re.sub(r"/\*.*?\*/|<!--|-->", "", text, flags=re.DOTALL)
    if _RULE.sub("", text).strip():
        raise Unsupported("style sheet")
    for selectors, body in _RULE.findall(text):
        for selector in selectors.split(","):
            if not _CLASS.fullmatch(selector.strip()):
                raise Unsupported("selector")
            rules.setdefault(selector.strip()[1:], {}).update(declarations(body))
    return rules


def number(text: str) -> float:
    """One number, in the drawing's units."""
    found = _NUMBER.fullmatch(text.strip().removesuffix("px"))
    if not found:
        raise Unsupported(text)
    return float(found[0])


def numbers(text: str) -> list[float]:
    """All numbers of a list."""
    return [float(found) for found in _NUMBER.findall(text)]


def rgb(text: str) -> tuple[float, float, float]:
    """A colour of SVG's (11.2); gradients and patterns are Unsupported."""
    from PIL import ImageColor

    try:
        red, green, blue, *alpha = ImageColor.getrgb(text)
    except ValueError:
        raise Unsupported(text) from None
    if alpha and alpha != [255]:
        raise Unsupported(text)
    return red / 255, green / 255, blue / 255


def matrix(text: str) -> Iterator[Matrix]:
    """The steps of a `transform` (7.6), outermost first."""
    if _TRANSFORM.sub("", text).strip():
        raise Unsupported(text)
    for verb, values in _TRANSFORM.findall(text):
        yield from _step(verb, numbers(values))


def _step(verb: str, n: list[float]) -> Iterator[Matrix]:
    match verb, len(n):
        case "matrix", 6:
            yield n[0], n[1], n[2], n[3], n[4], n[5]
        case "translate", 1 | 2:
            yield 1, 0, 0, 1, n[0], n[1] if len(n) == 2 else 0
        case "scale", 1 | 2:
            yield n[0], 0, 0, n[-1], 0, 0
        case "rotate", 1 | 3:
            x, y = n[1:] or (0, 0)
            cos, sin = math.cos(math.radians(n[0])), math.sin(math.radians(n[0]))
            yield cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y
        case "skewX", 1:
            yield 1, 0, math.tan(math.radians(n[0])), 1, 0, 0
        case "skewY", 1:
            yield 1, math.tan(math.radians(n[0])), 0, 1, 0, 0
        case _:
            raise Unsupported(verb)
