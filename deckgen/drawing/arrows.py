"""Lines with an arrow's head, and the courses of connectors (ECMA-376 part 1, presetShapeDefinitions.xml)."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from deckgen.drawing.model import Mark, Outline, PathCommand
from deckgen.drawing.sheet import Sheet
from deckgen.scene import Connector
from deckgen.units import to_pt

Point = tuple[float, float]

HEAD = 5
"""A large triangle is so many line widths long and wide (20.1.10.33, `lg`)."""
THINNEST = 2
"""Points: a line thinner than that has the head of one that thick, or nobody would see it."""


def connector_outline(line: Connector, sheet: Sheet) -> tuple[Mark, ...]:
    """A connector's course, with its arrow's head where it has one."""
    points = [(to_pt(x), to_pt(y)) for x, y in line.points]
    path = _curved(points) if line.curved and len(points) > 2 else _straight(points)
    return headed(path, sheet.color(line.color), to_pt(line.width), head=line.head)


def headed(path: tuple[PathCommand, ...], color: str, width: float, *, head: bool) -> tuple[Mark, ...]:
    """A path drawn in lines of this width, with a triangle whose tip is at its end."""
    if not head:
        return (Outline(path=path, stroke=color, width=width),)
    length = HEAD * max(width, THINNEST)
    *before, last = path
    start = _end(before[-1])
    body, base = _shortened(start, last, length)
    tip = _end(last)
    return (
        Outline(path=(*before, body), stroke=color, width=width),
        Outline(path=_triangle(base, tip, length), fill=color),
    )


def _triangle(base: Point, tip: Point, size: float) -> tuple[PathCommand, ...]:
    """A triangle as long as it is wide, pointing from `base` to its tip."""
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    far = hypot(dx, dy) or 1
    ux, uy = dx / far, dy / far
    x, y = tip[0] - ux * size, tip[1] - uy * size
    half = size / 2
    return (("M", *tip), ("L", x - uy * half, y + ux * half), ("L", x + uy * half, y - ux * half), ("Z",))


def _shortened(start: Point, last: PathCommand, length: float) -> tuple[PathCommand, Point]:
    """The path's last part without what the head covers, and where the head begins."""
    if last[0] == "L":
        x, y = _end(last)
        far = hypot(x - start[0], y - start[1]) or 1
        share = max(0.0, 1 - length / far)
        base = (start[0] + (x - start[0]) * share, start[1] + (y - start[1]) * share)
        return ("L", *base), base
    x1, y1, x2, y2, x, y = (float(number) for number in last[1:])
    low, high = 0.0, 1.0
    curve = (start, (x1, y1), (x2, y2), (x, y))
    for _ in range(20):
        middle = (low + high) / 2
        at = _split(curve, middle)[3]
        low, high = (middle, high) if hypot(x - at[0], y - at[1]) > length else (low, middle)
    _, one, two, base = _split(curve, low)
    return ("C", *one, *two, *base), base


def _split(curve: tuple[Point, Point, Point, Point], at: float) -> tuple[Point, Point, Point, Point]:
    """The part of a Bézier curve up to `at` (de Casteljau)."""

    def between(one: Point, two: Point) -> Point:
        return one[0] + (two[0] - one[0]) * at, one[1] + (two[1] - one[1]) * at

    a, b, c = (between(one, two) for one, two in pairwise(curve))
    d, e = between(a, b), between(b, c)
    return curve[0], a, d, between(d, e)


def _end(command: PathCommand) -> Point:
    return float(command[-2]), float(command[-1])


def _straight(points: list[Point]) -> tuple[PathCommand, ...]:
    return (("M", *points[0]), *(("L", *point) for point in points[1:]))


def _curved(points: list[Point]) -> tuple[PathCommand, ...]:
    """curvedConnector2 for three points, curvedConnector3 for four."""
    start, end = points[0], points[-1]
    first = _middle(start, points[1])
    if len(points) == 3:
        return ("M", *start), ("C", *first, *_middle(points[1], end), *end)
    one, two = points[1:3]
    half = _middle(one, two)
    return (
        ("M", *start),
        ("C", *first, *_middle(one, half), *half),
        ("C", *_middle(half, two), *_middle(two, end), *end),
    )


def _middle(one: Point, two: Point) -> Point:
    return (one[0] + two[0]) / 2, (one[1] + two[1]) / 2
