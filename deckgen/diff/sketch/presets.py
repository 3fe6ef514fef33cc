"""Outlines of the usual preset shapes (ECMA-376 20.1.10.56) in shares of their boxes; the rest are rectangles."""

from __future__ import annotations

import math

from deckgen.drawing.model import PathCommand

Path = tuple[PathCommand, ...]
_K = 0.5522847498
"""How far a quarter circle's control points are from its ends."""


def _polygon(*points: tuple[float, float]) -> Path:
    first, *others = points
    return (("M", *first), *(("L", *point) for point in others), ("Z",))


_RECT = _polygon((0, 0), (1, 0), (1, 1), (0, 1))
_ELLIPSE: Path = (
    ("M", 0, 0.5),
    ("C", 0, 0.5 - _K / 2, 0.5 - _K / 2, 0, 0.5, 0),
    ("C", 0.5 + _K / 2, 0, 1, 0.5 - _K / 2, 1, 0.5),
    ("C", 1, 0.5 + _K / 2, 0.5 + _K / 2, 1, 0.5, 1),
    ("C", 0.5 - _K / 2, 1, 0, 0.5 + _K / 2, 0, 0.5),
    ("Z",),
)
_OUTLINES: dict[str, Path] = {
    "ellipse": _ELLIPSE,
    "flowChartConnector": _ELLIPSE,
    "triangle": _polygon((0.5, 0), (1, 1), (0, 1)),
    "rtTriangle": _polygon((0, 0), (1, 1), (0, 1)),
    "diamond": _polygon((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "flowChartDecision": _polygon((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "parallelogram": _polygon((0.25, 0), (1, 0), (0.75, 1), (0, 1)),
    "trapezoid": _polygon((0.25, 0), (0.75, 0), (1, 1), (0, 1)),
    "hexagon": _polygon((0.2, 0), (0.8, 0), (1, 0.5), (0.8, 1), (0.2, 1), (0, 0.5)),
    "octagon": _polygon((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3)),
    "homePlate": _polygon((0, 0), (0.8, 0), (1, 0.5), (0.8, 1), (0, 1)),
    "pentagon": _polygon((0.5, 0), (1, 0.38), (0.81, 1), (0.19, 1), (0, 0.38)),
    "chevron": _polygon((0, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0, 1), (0.25, 0.5)),
    "rightArrow": _polygon((0, 0.25), (0.6, 0.25), (0.6, 0), (1, 0.5), (0.6, 1), (0.6, 0.75), (0, 0.75)),
    "leftArrow": _polygon((1, 0.25), (0.4, 0.25), (0.4, 0), (0, 0.5), (0.4, 1), (0.4, 0.75), (1, 0.75)),
    "downArrow": _polygon((0.25, 0), (0.75, 0), (0.75, 0.6), (1, 0.6), (0.5, 1), (0, 0.6), (0.25, 0.6)),
    "upArrow": _polygon((0.25, 1), (0.75, 1), (0.75, 0.4), (1, 0.4), (0.5, 0), (0, 0.4), (0.25, 0.4)),
    "plus": _polygon(
        (0.33, 0), (0.67, 0), (0.67, 0.33), (1, 0.33), (1, 0.67), (0.67, 0.67), (0.67, 1), (0.33, 1), (0.33, 0.67),
        (0, 0.67), (0, 0.33), (0.33, 0.33),
    ),
    "star5": _polygon(
        *((0.5 + math.sin(n * math.pi / 5) * r, 0.5 - math.cos(n * math.pi / 5) * r)
          for n, r in enumerate((0.5, 0.2) * 5))
    ),
}  # fmt: skip
_LINES = ("line", "straightConnector1")


def is_line(geometry: str) -> bool:
    """Whether it is a line and no figure."""
    return geometry in _LINES or geometry.startswith(("bentConnector", "curvedConnector"))


def outline_of(geometry: str, ratio: float) -> Path:
    """The outline of a preset in shares of its box, which is `ratio` times as wide as it is high."""
    if is_line(geometry):
        return _connector(geometry)
    if geometry in ("roundRect", "flowChartAlternateProcess", "flowChartTerminator"):
        return _rounded(0.5 if geometry.endswith("Terminator") else 1 / 6, ratio)
    return _OUTLINES.get(geometry, _RECT)


def _connector(geometry: str) -> Path:
    if geometry.startswith("bentConnector") and geometry != "bentConnector2":
        return ("M", 0, 0), ("L", 0.5, 0), ("L", 0.5, 1), ("L", 1, 1)
    if geometry == "bentConnector2":
        return ("M", 0, 0), ("L", 1, 0), ("L", 1, 1)
    if geometry.startswith("curvedConnector"):
        return ("M", 0, 0), ("C", 0.5, 0, 0.5, 1, 1, 1)
    return ("M", 0, 0), ("L", 1, 1)


def _rounded(share: float, ratio: float) -> Path:
    """A rectangle whose corners have a radius of a share of its shorter side."""
    x, y = (share / ratio, share) if ratio > 1 else (share, share * ratio)
    a, b = x * (1 - _K), y * (1 - _K)
    return (
        ("M", x, 0), ("L", 1 - x, 0), ("C", 1 - a, 0, 1, b, 1, y), ("L", 1, 1 - y), ("C", 1, 1 - b, 1 - a, 1, 1 - x, 1),
        ("L", x, 1), ("C", a, 1, 0, 1 - b, 0, 1 - y), ("L", 0, y), ("C", 0, b, a, 0, x, 0), ("Z",),
    )  # fmt: skip
