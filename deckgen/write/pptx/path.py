"""Outlines as custom geometry (ECMA-376 part 1, 20.1.9.8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from deckgen.ooxml.xml import HOLE, Pattern, Xml, el, join
from deckgen.scene import Path
from deckgen.units import Emu

_CLOSE = el("a:close")
_FULL_TURN, _HALF_TURN = 21_600_000, 10_800_000  # 60,000ths of a degree (20.1.10.3)
# One arc all the way round, from the circle's left; LibreOffice draws it like two halves (NATIVE.md 6).
_DOT = Pattern(
    join(
        (
            el("a:moveTo", None, el("a:pt", {"x": HOLE, "y": HOLE})),
            el("a:arcTo", {"wR": HOLE, "hR": HOLE, "stAng": _HALF_TURN, "swAng": _FULL_TURN}),
            _CLOSE,
        )
    )
)


def geometry(*contours: Xml) -> Xml:
    """`a:custGeom` of one contour or several, drawn over each other."""
    return el(
        "a:custGeom",
        None,
        el("a:avLst"),
        el("a:gdLst"),
        el("a:ahLst"),
        el("a:cxnLst"),
        el("a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"}),
        el("a:pathLst", None, *contours),
    )


def contour(path: Path, *, filled: bool = True, stroked: bool = True) -> Xml:
    """`a:path` (20.1.9.15), filled as one: hundreds of dots stay one shape. With the shape's fill and line, or without
    one of them."""
    strokes = (
        _dots(path.commands)
        if all(c[0] == "O" for c in path.commands)
        else join([_stroke(command) for command in path.commands])
    )
    look: dict[str, str | int | None] = {"fill": None if filled else "none", "stroke": None if stroked else 0}
    return el("a:path", {"w": path.w, "h": path.h, **look}, strokes)


def _stroke(command: tuple[str | int, ...]) -> Xml:
    """The markup of one command of a path."""
    match command:
        case ("O", int(), int(), int()):
            return _dots((command,))
        case ("M", int(x), int(y)):
            return el("a:moveTo", None, _point(x, y))
        case ("L", int(x), int(y)):
            return el("a:lnTo", None, _point(x, y))
        case ("C", int(x1), int(y1), int(x2), int(y2), int(x), int(y)):
            return el("a:cubicBezTo", None, _point(x1, y1), _point(x2, y2), _point(x, y))
        case ("Z",):
            return _CLOSE
        case _:
            raise ValueError(f"a path has no command {command!r}")


def _dots(commands: Sequence[tuple[str | int, ...]]) -> Xml:
    """Full circles, which come by the hundred (NATIVE.md 6)."""
    circles = cast("Sequence[tuple[str, Emu, Emu, Emu]]", commands)
    return _DOT.repeat(len(circles), [length for _, x, y, r in circles for length in (x - r, y, r, r)])


def _point(x: Emu, y: Emu) -> Xml:
    return el("a:pt", {"x": x, "y": y})
