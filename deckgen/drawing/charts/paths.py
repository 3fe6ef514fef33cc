"""The outlines that charts are made of. Lengths are points, angles are turns from twelve o'clock with the clock."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, cos, pi, sin, tan
from typing import TypeAlias

from deckgen.drawing.model import PathCommand

Point: TypeAlias = tuple[float, float]


def rectangle(one: Point, other: Point) -> tuple[PathCommand, ...]:
    """The rectangle between two opposite corners."""
    (left, right), (top, foot) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return ("M", left, top), ("L", right, top), ("L", right, foot), ("L", left, foot), ("Z",)


def polyline(points: Sequence[Point], *, closed: bool = False) -> tuple[PathCommand, ...]:
    """A line through the points, and back to the first where it is closed."""
    first, *rest = points
    return ("M", *first), *[("L", *point) for point in rest], *((("Z",),) if closed else ())


def ring_piece(centre: Point, radii: tuple[float, float], start: float, stop: float) -> tuple[PathCommand, ...]:
    """A piece of a ring between two angles, its inner and its outer radius given; all of the ring from 0 to 1."""
    inner, outer = radii
    begins = _at(centre, outer, start)
    there, back = _arc(centre, outer, start, stop), _arc(centre, inner, stop, start)
    turn: PathCommand = ("L", *_at(centre, inner, stop))
    if stop - start >= 1:  # Two circles, one in the other, without a seam between its ends.
        return ("M", *begins), *there, ("Z",), ("M", *turn[1:]), *back, ("Z",)
    return ("M", *begins), *there, turn, *back, ("Z",)


def _arc(centre: Point, radius: float, start: float, stop: float) -> list[PathCommand]:
    """Cubic curves along the circle, each a quarter at most: they leave it by 0.03 per cent of its radius at most."""
    parts = max(1, ceil(abs(stop - start) * 4 - 1e-9))
    step = (stop - start) / parts
    reach = radius * tan(step * pi / 2) * 4 / 3
    curves: list[PathCommand] = []
    for part in range(parts):
        one, other = start + part * step, start + (part + 1) * step
        (x1, y1), (x2, y2) = _at(centre, radius, one), _at(centre, radius, other)
        (dx1, dy1), (dx2, dy2) = _along(one), _along(other)
        curves.append(("C", x1 + reach * dx1, y1 + reach * dy1, x2 - reach * dx2, y2 - reach * dy2, x2, y2))
    return curves


def _at(centre: Point, radius: float, turn: float) -> Point:
    return centre[0] + radius * sin(2 * pi * turn), centre[1] - radius * cos(2 * pi * turn)


def _along(turn: float) -> Point:
    """The direction of the circle there, with the clock."""
    return cos(2 * pi * turn), sin(2 * pi * turn)
