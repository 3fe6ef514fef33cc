"""Turning things on a page: degrees with the clock, lengths in points, y downwards."""

from __future__ import annotations

import math

from deckgen.drawing.model import PathCommand, Words

Point = tuple[float, float]


def turned(point: Point, around: Point, degrees: float) -> Point:
    """Where a point comes to."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = point[0] - around[0], point[1] - around[1]
    return around[0] + x * cos - y * sin, around[1] + x * sin + y * cos


def turned_path(path: tuple[PathCommand, ...], around: Point, degrees: float) -> tuple[PathCommand, ...]:
    """Where a path of lines and curves comes to."""
    if not degrees:
        return path
    return tuple([_command(command, around, degrees) for command in path])


def words_box(words: Words, ascent: float, descent: float) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of words that reach so far above their baseline and below (ems)."""
    left, right = words.x, words.x + words.width
    top, bottom = words.baseline - ascent * words.size, words.baseline + descent * words.size
    if not words.turn:
        return left, top, right, bottom
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    xs, ys = zip(*(turned(corner, (words.x, words.baseline), words.turn) for corner in corners), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _command(command: PathCommand, around: Point, degrees: float) -> PathCommand:
    letter, *given = command
    pairs = [(float(given[n]), float(given[n + 1])) for n in range(0, len(given), 2)]
    return (letter, *(part for pair in pairs for part in turned(pair, around, degrees)))
