"""Fills, outlines and geometry of shapes (ECMA-376 20.1.9, 20.1.8, 20.1.2.2.24)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from deckgen.diff.read.numbers import whole
from deckgen.diff.read.palette import has_fill
from deckgen.diff.read.parts import Part
from deckgen.diff.view import Ink, Look
from deckgen.verify.names import NS

Command = tuple[str | float, ...]
MOST_COMMANDS = 20_000
"""Of a shape; what goes beyond is not drawn."""


def look_of(element: Any, part: Part, below: list[Any]) -> Look:
    """How a shape is drawn; `below` are the placeholders it inherits from, nearest first."""
    props = [found for shape in (element, *below) if (found := shape.find("p:spPr", NS)) is not None]
    style = element.find("p:style", NS)
    geometry, paths = _geometry(props)
    stroke, width, line = _stroke(props, style, part)
    return Look(
        geometry=geometry,
        paths=paths,
        fill=_fill(props, style, part),
        stroke=stroke,
        width=width,
        dashed=line is not None and _dashed(line),
        arrows=(_arrow(line, "a:headEnd"), _arrow(line, "a:tailEnd")),
    )


def _fill(props: list[Any], style: Any, part: Part) -> Ink | None:
    holder = next((found for found in props if has_fill(found)), None)
    if holder is not None:
        return part.palette.filled(holder)
    reference = None if style is None else style.find("a:fillRef", NS)
    if reference is None or reference.get("idx", "0") in ("0", "1000"):
        return None
    return part.palette.ink(reference)


def _stroke(props: list[Any], style: Any, part: Part) -> tuple[Ink | None, float, Any]:
    """The line's colour and width (points), and the `a:ln` itself where there is one."""
    reference = None if style is None else style.find("a:lnRef", NS)
    index = 0 if reference is None else whole(reference.get("idx"))
    base = None if reference is None else part.palette.ink(reference)
    line = next((found for prop in props if (found := prop.find("a:ln", NS)) is not None), None)
    if line is None:
        return (base, part.theme.line_width(index), None) if index else (None, 0, None)
    ink = part.palette.filled(line) if has_fill(line) else base if index else None
    width = part.theme.line_width(index) if line.get("w") is None else min(100.0, whole(line.get("w")) / 12_700)
    return ink, width, line


def _dashed(line: Any) -> bool:
    dash = line.find("a:prstDash", NS)
    return line.find("a:custDash", NS) is not None or (dash is not None and dash.get("val", "solid") != "solid")


def _arrow(line: Any, end: str) -> bool:
    found = None if line is None else line.find(end, NS)
    return found is not None and found.get("type", "none") != "none"


def _geometry(props: list[Any]) -> tuple[str, tuple[tuple[Command, ...], ...]]:
    """The preset's name, and the paths of a shape that has its own."""
    for found in props:
        preset = found.find("a:prstGeom", NS)
        if preset is not None:
            return preset.get("prst", "rect"), ()
        custom = found.find("a:custGeom", NS)
        if custom is not None:
            paths = tuple(path for path in map(_path, custom.iterfind("a:pathLst/a:path", NS)) if path)
            return ("custom" if paths else "rect"), paths
    return "rect", ()


def _path(path: Any) -> tuple[Command, ...]:
    """A path (20.1.9.15) in shares of its box; () where it is made of formulas."""
    width, height = whole(path.get("w")) or 1, whole(path.get("h")) or 1
    commands: list[Command] = []
    at = (0.0, 0.0)
    for stroke in path:
        points = [(whole(p.get("x"), -1 << 40) / width, whole(p.get("y"), -1 << 40) / height) for p in stroke]
        if any(abs(part) > 1e6 for point in points for part in point) or len(commands) > MOST_COMMANDS:
            return ()
        found = list(_commands(stroke, points, at, (width, height)))
        commands += found
        at = _end(found, at)
    return tuple(commands)


def _commands(
    stroke: Any, points: list[tuple[float, float]], at: tuple[float, float], size: tuple[int, int]
) -> Iterator[Command]:
    match stroke.tag.rpartition("}")[2]:
        case "moveTo" if len(points) == 1:
            yield ("M", *points[0])
        case "lnTo" if len(points) == 1:
            yield ("L", *points[0])
        case "cubicBezTo" if len(points) == 3:
            yield ("C", *points[0], *points[1], *points[2])
        case "quadBezTo" if len(points) == 2:
            (cx, cy), (x, y) = points
            yield ("C", *_towards(at, (cx, cy)), *_towards((x, y), (cx, cy)), x, y)
        case "arcTo":
            yield from _arc(stroke, at, size)
        case "close":
            yield ("Z",)


def _towards(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Two thirds of the way: the cubic's control points of a quadratic curve."""
    return start[0] + (end[0] - start[0]) * 2 / 3, start[1] + (end[1] - start[1]) * 2 / 3


def _arc(stroke: Any, at: tuple[float, float], size: tuple[int, int]) -> Iterator[Command]:
    """An arc of an ellipse (20.1.9.4) from where the pen is, in curves of a quarter turn at most."""
    across, down = whole(stroke.get("wR")) / size[0], whole(stroke.get("hR")) / size[1]
    start, sweep = (math.radians(whole(stroke.get(name)) / 60_000) for name in ("stAng", "swAng"))
    x, y = at[0] - across * math.cos(start), at[1] - down * math.sin(start)
    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / pieces
    reach = 4 / 3 * math.tan(step / 4)
    for piece in range(min(pieces, 8)):
        a, b = start + piece * step, start + (piece + 1) * step
        yield (
            "C",
            x + across * (math.cos(a) - reach * math.sin(a)), y + down * (math.sin(a) + reach * math.cos(a)),
            x + across * (math.cos(b) + reach * math.sin(b)), y + down * (math.sin(b) - reach * math.cos(b)),
            x + across * math.cos(b), y + down * math.sin(b),
        )  # fmt: skip


def _end(commands: list[Command], at: tuple[float, float]) -> tuple[float, float]:
    """Where the pen is after these commands."""
    for command in reversed(commands):
        if len(command) > 2:
            return float(command[-2]), float(command[-1])
    return at
