"""Outlines: SVG path data and shapes as the few commands that a scene's path knows."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Command: TypeAlias = tuple[str | float, ...]
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("O", cx, cy, r) or ("Z",), in user units."""

Outline: TypeAlias = tuple[Command, ...]
Matrix: TypeAlias = tuple[float, float, float, float]
"""(sx, sy, tx, ty): x becomes sx x + tx. Art needs no turning and no slant."""

IDENTITY: Matrix = (1, 1, 0, 0)

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|[\s,]+|(.)")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


class BadOutline(ValueError):
    """Path data that cannot be read, with the reason in the author's words."""


def path_outline(data: str) -> Outline:
    """The outline of an SVG `d` attribute (SVG 1.1, 8.3); BadOutline when it can't be read."""
    return tuple(_Walk().follow(_steps(data)))


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each letter with one set of its numbers; a set without a letter repeats the last one."""
    letter = ""
    numbers: list[float] = []
    for found in _TOKEN.finditer(data):
        word, number, strange = found.groups()
        if strange:
            raise BadOutline(f'"{strange}" means nothing in a path')
        if word:
            if numbers:
                raise BadOutline(f'"{letter}" has numbers left over')
            letter = word
        elif number:
            if not letter or letter in "Zz":
                raise BadOutline("a path begins with M; no numbers stand before it or after Z")
            numbers.append(float(number))
        else:
            continue
        if len(numbers) == _ARITY[letter.upper()]:
            yield letter, numbers
            # Numbers that follow a moveto without a letter are linetos (SVG 1.1, 8.3.2).
            letter, numbers = {"M": "L", "m": "l"}.get(letter, letter), []
    if numbers:
        raise BadOutline(f'"{letter}" has numbers left over')


class _Walk:
    """A pen that knows where it is, where its figure began and how its last curve ended."""

    def __init__(self) -> None:
        self.x = self.y = 0.0
        self.start = (0.0, 0.0)
        self.cubic: tuple[float, float] | None = None
        self.quadratic: tuple[float, float] | None = None

    def follow(self, steps: Iterable[tuple[str, list[float]]]) -> Iterator[Command]:
        """The commands of the steps, absolute."""
        for count, (letter, numbers) in enumerate(steps):
            if count == 0 and letter not in "Mm":
                raise BadOutline("a path begins with M")
            cubic, quadratic = self.cubic, self.quadratic
            self.cubic = self.quadratic = None
            yield from self._step(letter, numbers, cubic, quadratic)

    def _step(
        self, letter: str, n: list[float], cubic: tuple[float, float] | None, quadratic: tuple[float, float] | None
    ) -> Iterator[Command]:
        ox, oy = (self.x, self.y) if letter.islower() else (0.0, 0.0)
        match letter.upper():
            case "M":
                self.start = (n[0] + ox, n[1] + oy)
                yield self._to("M", *self.start)
            case "L":
                yield self._to("L", n[0] + ox, n[1] + oy)
            case "H":
                yield self._to("L", n[0] + ox, self.y)
            case "V":
                yield self._to("L", self.x, n[0] + oy)
            case "C":
                yield self._curve(n[0] + ox, n[1] + oy, n[2] + ox, n[3] + oy, n[4] + ox, n[5] + oy)
            case "S":
                x1, y1 = self._mirrored(cubic)
                yield self._curve(x1, y1, n[0] + ox, n[1] + oy, n[2] + ox, n[3] + oy)
            case "Q":
                yield self._bend(n[0] + ox, n[1] + oy, n[2] + ox, n[3] + oy)
            case "T":
                x1, y1 = self._mirrored(quadratic)
                yield self._bend(x1, y1, n[0] + ox, n[1] + oy)
            case "A":
                yield from self._arc(n, n[5] + ox, n[6] + oy)
            case _:
                self.x, self.y = self.start
                yield ("Z",)

    def _to(self, letter: str, x: float, y: float) -> Command:
        self.x, self.y = x, y
        return (letter, x, y)

    def _curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> Command:
        self.x, self.y, self.cubic = x, y, (x2, y2)
        return ("C", x1, y1, x2, y2, x, y)

    def _bend(self, x1: float, y1: float, x: float, y: float) -> Command:
        """A quadratic curve, as the cubic that it equals."""
        x0, y0, self.x, self.y, self.quadratic = self.x, self.y, x, y, (x1, y1)
        return ("C", x0 + 2 / 3 * (x1 - x0), y0 + 2 / 3 * (y1 - y0), x + 2 / 3 * (x1 - x), y + 2 / 3 * (y1 - y), x, y)

    def _mirrored(self, control: tuple[float, float] | None) -> tuple[float, float]:
        return (2 * self.x - control[0], 2 * self.y - control[1]) if control else (self.x, self.y)

    def _arc(self, n: list[float], x: float, y: float) -> Iterator[Command]:
        start, self.x, self.y = (self.x, self.y), x, y
        yield from arc(start, (x, y), radii=(abs(n[0]), abs(n[1])), turn=n[2], large=n[3] != 0, clockwise=n[4] != 0)


def rect_outline(x: float, y: float, w: float, h: float) -> Outline:
    """A rectangle."""
    return (("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",))


def polygon_outline(points: list[float]) -> Outline:
    """A polygon through x1, y1, x2, y2 …; BadOutline for fewer than three points or half a point."""
    if len(points) % 2 or len(points) < 6:
        raise BadOutline("a polygon has at least three points, each of x and y")
    pairs = list(zip(points[::2], points[1::2], strict=True))
    return (("M", *pairs[0]), *(("L", *pair) for pair in pairs[1:]), ("Z",))


def ellipse_outline(cx: float, cy: float, rx: float, ry: float) -> Outline:
    """An ellipse: a circle stays one, another becomes four curves."""
    if rx == ry:
        return (("O", cx, cy, rx),)
    right, left = (cx + rx, cy), (cx - rx, cy)
    return (("M", *right), *arc(right, left, radii=(rx, ry)), *arc(left, right, radii=(rx, ry)), ("Z",))


def arc(
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    radii: tuple[float, float],
    turn: float = 0,
    large: bool = False,
    clockwise: bool = True,
) -> Iterator[Command]:
    """An elliptical arc as curves of at most a quarter each (SVG 1.1, F.6). `turn` is in degrees."""
    (x0, y0), (x1, y1), (rx, ry) = start, end, radii
    if start == end:
        return
    if not rx or not ry:
        yield ("L", x1, y1)
        return
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    # Half the chord, brought to where the ellipse is a unit circle and the chord's middle is 0, 0.
    ux = (cos * (x0 - x1) + sin * (y0 - y1)) / 2 / rx
    uy = (cos * (y0 - y1) - sin * (x0 - x1)) / 2 / ry
    half = math.hypot(ux, uy)
    if half > 1:  # radii too short for the chord grow until they reach (F.6.6)
        rx, ry, ux, uy, half = rx * half, ry * half, ux / half, uy / half, 1
    off = math.sqrt(max(0, 1 / half**2 - 1)) * (-1 if large == clockwise else 1)
    cx, cy = off * uy, -off * ux
    first = math.atan2(uy - cy, ux - cx)
    sweep = (math.atan2(-uy - cy, -ux - cx) - first) % (2 * math.pi)
    if not clockwise and sweep:
        sweep -= 2 * math.pi

    def placed(px: float, py: float) -> tuple[float, float]:
        px, py = rx * (px + cx), ry * (py + cy)
        return cos * px - sin * py + (x0 + x1) / 2, sin * px + cos * py + (y0 + y1) / 2

    for x_1, y_1, x_2, y_2, x, y in _unit_curves(first, sweep):
        yield ("C", *placed(x_1, y_1), *placed(x_2, y_2), *placed(x, y))


def _unit_curves(first: float, sweep: float) -> Iterator[tuple[float, float, float, float, float, float]]:
    """The curves of an arc of the unit circle, from an angle on."""
    count = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / count
    pull = 4 / 3 * math.tan(step / 4)
    for i in range(count):
        a, b = first + i * step, first + (i + 1) * step
        yield (
            math.cos(a) - pull * math.sin(a),
            math.sin(a) + pull * math.cos(a),
            math.cos(b) + pull * math.sin(b),
            math.sin(b) - pull * math.cos(b),
            math.cos(b),
            math.sin(b),
        )


def transformed(outline: Outline, matrix: Matrix) -> Outline:
    """The outline scaled and moved. A circle under unequal scales becomes an ellipse's curves."""
    sx, sy, tx, ty = matrix
    made: list[Command] = []
    for letter, *numbers in outline:
        values = [float(n) for n in numbers]
        if letter == "O":
            cx, cy, r = values
            made.extend(ellipse_outline(sx * cx + tx, sy * cy + ty, abs(sx) * r, abs(sy) * r))
        else:
            made.append((letter, *(sy * v + ty if i % 2 else sx * v + tx for i, v in enumerate(values))))
    return tuple(made)


def bounds(outline: Outline) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) of the outline's points; curves stay within their control points."""
    xs: list[float] = []
    ys: list[float] = []
    for letter, *numbers in outline:
        values = [float(n) for n in numbers]
        if letter == "O":
            cx, cy, r = values
            xs += (cx - r, cx + r)
            ys += (cy - r, cy + r)
        else:
            xs += values[::2]
            ys += values[1::2]
    return min(xs), min(ys), max(xs), max(ys)
