"""Gradients of SVG drawings as shadings (SVG 1.1, 13.2; ISO 32000-1, 8.7.4.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Object

from deckgen.brand.outline import Outline
from deckgen.write.pdf.svg_state import Matrix, Unsupported, declarations, matrix, number, rgb

_KINDS = {"linearGradient": ("x1", "y1", "x2", "y2"), "radialGradient": ("cx", "cy", "r", "fx", "fy")}
_DEFAULTS = {"x1": "0%", "y1": "0%", "x2": "100%", "y2": "0%", "cx": "50%", "cy": "50%", "r": "50%"}
_CHAIN = 8
"""Gradients that may take from one another; more is a ring."""
_SAMPLES = 24
"""Points of a curve that its box is told by."""

Stop = tuple[float, tuple[float, float, float]]


class Shading(Struct, frozen=True):
    """A gradient, ready to be painted. `steps` lead to its own coordinates; with `boxed` those of the shape's box."""

    shading: Object
    steps: tuple[Matrix, ...]
    boxed: bool


class Gradients:
    """The gradients of a drawing by their ids; it is read for them before it is drawn, as they may come last."""

    def __init__(self) -> None:
        self._said: dict[str, dict[str, str]] = {}
        self._stops: dict[str, list[dict[str, str]]] = {}
        self._open = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = name.rpartition(" ")[2]
        given = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if tag in _KINDS:
            self._open = given.get("id", "")
            self._said[self._open] = {**given, "": tag}
            self._stops[self._open] = []
        elif tag == "stop" and self._open:
            self._stops[self._open].append({**given, **dict(declarations(given.get("style", "")))})

    def end(self, name: str) -> None:
        """An element ends."""
        if name.rpartition(" ")[2] in _KINDS:
            self._open = ""

    def shading(self, paint: str) -> Shading:
        """The gradient that "url(#…)" names. Unsupported where it is none, or none of the plain ones."""
        name = paint.removeprefix("url(").split(")")[0].strip().strip("'\"").removeprefix("#")
        chain = list(self._chain(name))
        said: dict[str, str] = {}
        for one in reversed(chain):
            said |= self._said[one]
        stops = next((self._stops[one] for one in chain if self._stops[one]), [])
        if said.get("spreadMethod", "pad") != "pad" or not stops:
            raise Unsupported("a gradient that comes again, or has no colours")
        boxed = said.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox"
        steps = tuple(matrix(said.get("gradientTransform", "")))
        return Shading(_shading(said, list(_colors(stops)), boxed=boxed), steps, boxed)

    def _chain(self, name: str) -> Iterator[str]:
        """A gradient, and those that it takes from in turn."""
        for _ in range(_CHAIN):
            if name not in self._said:
                raise Unsupported(name)
            yield name
            name = self._said[name].get("href", "").removeprefix("#")
            if not name:
                return
        raise Unsupported("gradients in a ring")


def _shading(said: Mapping[str, str], stops: list[Stop], *, boxed: bool) -> Object:
    def at(key: str) -> float:
        value = said.get(key, _DEFAULTS.get(key, ""))
        if value.endswith("%"):
            share = number(value[:-1]) / 100
            if share and not boxed:
                raise Unsupported("per cents of the drawing")
            return share
        return number(value)

    if said[""] == "linearGradient":
        kind, coordinates = 2, [at(key) for key in _KINDS["linearGradient"]]
    else:
        x, y = (at(focus) if focus in said else at(center) for focus, center in (("fx", "cx"), ("fy", "cy")))
        kind, coordinates = 3, [x, y, 0.0, at("cx"), at("cy"), at("r")]
    return Dictionary(
        ShadingType=kind,
        ColorSpace=Name.DeviceRGB,
        Coords=Array([round(value, 6) for value in coordinates]),
        Function=_function(stops),
        Extend=Array([True, True]),
    )


def _colors(stops: Iterable[Mapping[str, str]]) -> Iterator[Stop]:
    """Where each colour stands, from 0 to 1, never before the one that comes before it."""
    last = 0.0
    for stop in stops:
        offset = stop.get("offset", "0").strip()
        place = number(offset[:-1]) / 100 if offset.endswith("%") else number(offset)
        if number(stop.get("stop-opacity", "1")) != 1:
            raise Unsupported("a colour that is see-through")
        last = max(last, min(1.0, max(0.0, place)))
        yield last, rgb(stop.get("stop-color", "black"))


def _function(stops: list[Stop]) -> Object:
    """The colours from one stop to the next (7.10.4), those at the ends to the ends."""
    (_, first), (_, last) = stops[0], stops[-1]
    parts = list(pairwise([(0.0, first), *stops, (1.0, last)]))
    bounds, least = [], 0.0
    for _, (place, _) in parts[:-1]:
        least = min(1.0, max(least + 1e-6, place))
        bounds.append(round(least, 6))
    functions = [
        Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=_array(a), C1=_array(b), N=1) for (_, a), (_, b) in parts
    ]
    return Dictionary(
        FunctionType=3,
        Domain=Array([0, 1]),
        Functions=Array(functions),
        Bounds=Array(bounds),
        Encode=Array([0, 1] * len(functions)),
    )


def _array(values: Iterable[float]) -> Array:
    return Array([round(value, 4) for value in values])


def box_step(outline: Outline) -> Matrix:
    """From the unit square to the box of an outline. Unsupported for one that is flat."""
    points = list(_points(outline))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if not width or not height:
        raise Unsupported("a gradient over a line")
    return width, 0, 0, height, min(xs), min(ys)


def _points(outline: Outline) -> Iterator[tuple[float, float]]:
    """Points that the box of an outline is told by."""
    at = (0.0, 0.0)
    for letter, *given in outline:
        n: Any = [float(value) for value in given]
        if letter == "O":
            yield n[0] - n[2], n[1] - n[2]
            yield n[0] + n[2], n[1] + n[2]
        elif letter == "C":
            for i in range(_SAMPLES + 1):
                t, u = i / _SAMPLES, 1 - i / _SAMPLES
                a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
                yield tuple(a * at[k] + b * n[k] + c * n[2 + k] + d * n[4 + k] for k in (0, 1))
        elif n:
            yield n[0], n[1]
        if n and letter != "O":
            at = n[-2], n[-1]
