"""A formula's outlines: what ziamath draws, as filled and stroked paths.

They are of STIX Two Math (`deckgen.fonts.maths`), so that a drawn formula takes the room that was measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from deckgen.fonts.maths import AT, drawn
from deckgen.scene.math import Formula, Math
from deckgen.units import EMU_PER_PT

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Command: TypeAlias = tuple[str | float, ...]
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)."""
Move: TypeAlias = tuple[float, float, float]
"""Where a glyph's own origin stands, and what it is scaled by."""

_AS_IT_IS: Move = (0, 0, 1)


class MathOutline(Struct, frozen=True):
    """A formula in em from its upper left corner, `width` x `height`.

    `filled` are glyphs, `bars` the lines of fractions and roots: apart, since they may run round the other way, and
    where they meet nothing may be left out. `stroked` are boxes and strokes, `stroke` wide.
    """

    width: float
    height: float
    filled: tuple[Command, ...]
    bars: tuple[Command, ...]
    stroked: tuple[Command, ...]
    stroke: float


@lru_cache(64)
def math_outline(math: Math) -> MathOutline:
    """The outlines of a formula. ModuleNotFoundError without the extra `maths`."""
    root = drawn(math).svgxml()
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    reader = _Reader((-left, -top, 1))
    reader.read(root)
    return MathOutline(
        width / AT,
        height / AT,
        _in_em(reader.filled),
        _in_em(reader.bars),
        _in_em(reader.stroked),
        reader.stroke / AT,
    )


def math_place(formula: Formula, *, rtl: bool) -> tuple[float, float]:
    """Where in its rect a formula's outline begins, from the upper left corner (EMU): in the middle of its height, at
    the side where reading begins, for the rect is a little wider."""
    found, em = math_outline(formula.math), formula.size * EMU_PER_PT
    return formula.rect.w - found.width * em if rtl else 0.0, (formula.rect.h - found.height * em) / 2


class _Reader:
    """Reads what ziamath writes: glyphs are `symbol`s placed by `use`, lines are `rect`s, strokes `path`s (SVG 2)."""

    def __init__(self, origin: Move) -> None:
        self.filled: list[Command] = []
        self.bars: list[Command] = []
        self.stroked: list[Command] = []
        self.stroke = 0.0
        self._origin = origin
        self._symbols: dict[str, Element] = {}

    def read(self, element: Element) -> None:
        for child in element:
            match child.tag.rpartition("}")[2]:
                case "symbol":
                    self._symbols[child.attrib["id"]] = child
                case "use":
                    self._use(child)
                case "rect":
                    self._rect(child)
                case "path" if child.get("stroke-width"):
                    self._stroke(child, list(_commands(child.attrib["d"])))
                case "path":
                    self.filled += self._moved(_commands(child.attrib["d"]), _AS_IT_IS)
                case "g":
                    self.read(child)

    def _use(self, use: Element) -> None:
        """A glyph: its symbol's view box fills the place (SVG 2, 5.6)."""
        symbol = self._symbols[use.attrib["href"].removeprefix("#")]
        x, y, _, high = map(float, symbol.attrib["viewBox"].split())
        scale = float(use.attrib["height"]) / high
        move = (float(use.attrib["x"]) - x * scale, float(use.attrib["y"]) - y * scale, scale)
        for path in symbol:
            self.filled += self._moved(_commands(path.attrib["d"]), move)

    def _rect(self, rect: Element) -> None:
        x, y, w, h = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        corners: list[Command] = [("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",)]
        if rect.get("stroke-width"):
            self._stroke(rect, corners)
        else:
            self.bars += self._moved(corners, _AS_IT_IS)

    def _stroke(self, element: Element, path: Sequence[Command]) -> None:
        self.stroke = float(element.attrib["stroke-width"])
        self.stroked += self._moved(path, _AS_IT_IS)

    def _moved(self, path: Sequence[Command] | Iterator[Command], move: Move) -> Iterator[Command]:
        dx, dy, scale = move[0] + self._origin[0], move[1] + self._origin[1], move[2]
        for name, *places in path:
            numbers = [float(place) for place in places]
            yield name, *[n * scale + (dy if odd % 2 else dx) for odd, n in enumerate(numbers)]


def _commands(text: str) -> Iterator[Command]:
    """The commands of path data that has absolute moves, lines and curves alone; quadratic curves become cubic."""
    words = iter(text.split())
    x = y = 0.0
    for name in words:
        if name == "Z":
            yield ("Z",)
            continue
        numbers = [float(next(words)) for _ in range({"M": 2, "L": 2, "Q": 4, "C": 6}[name])]
        if name == "Q":
            x1, y1, x2, y2 = numbers
            numbers = [x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3]
            numbers += [x2, y2]
        yield "C" if name == "Q" else name, *numbers
        x, y = numbers[-2:]


def _in_em(path: Sequence[Command]) -> tuple[Command, ...]:
    return tuple([(name, *[float(place) / AT for place in places]) for name, *places in path])
