"""SVG files as figures: outlines with the paint that the file gives them.

Read with expat and nothing else: no document type, no entities, no references to anything outside,
no script. What the drawing of a brand needs is understood; everything else is reported, so that no
part of a picture is missing without a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckgen.brand.outline import (
    IDENTITY,
    BadOutline,
    Matrix,
    Outline,
    bounds,
    ellipse_outline,
    path_outline,
    polygon_outline,
    rect_outline,
    transformed,
)
from deckgen.diagnostics import Diagnostics, Span

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

MAX_BYTES, MAX_DEPTH, MAX_FIGURES = 1_000_000, 64, 5_000
MAX_COORDINATE = 100_000
"""In units of the drawing; larger numbers are slips."""

_SILENT = frozenset({"title", "desc", "metadata", "defs", "style"})
"""Elements that draw nothing; what is in them is skipped."""
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon"})
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TRANSFORM = re.compile(r"\s*(\w+)\s*\(([^)]*)\)\s*,?")
_EFFECTS = ("filter", "mask", "clip-path")


class Paint(Struct, frozen=True):
    """How the file colours a figure: the class names in force, and its fill."""

    classes: tuple[str, ...] = ()
    fill: str | None = None


class Figure(Struct, frozen=True):
    """One filled shape, in units of the drawing. `rect` says that it is an upright rectangle."""

    outline: Outline
    paint: Paint
    span: Span
    rect: bool = False


class Drawing(Struct, frozen=True):
    """A drawing: its figures from the lowest to the uppermost, on a field of `width` x `height`."""

    width: float
    height: float
    figures: tuple[Figure, ...]


def read_svg(data: bytes, file: str, diags: Diagnostics) -> Drawing | None:
    """The drawing in an SVG file, or None after reporting why there is none."""
    from xml.parsers import expat

    if len(data) > MAX_BYTES:
        diags.error(
            "big-drawing", Span.of_file(file), "this drawing is larger than a megabyte", hint="simplify its paths"
        )
        return None
    parser = expat.ParserCreate()
    reader = _Reader(parser, file, diags)
    before = len(diags.errors)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        at = Span(file, error.lineno, error.offset + 1, error.lineno, error.offset + 1)
        diags.error(
            "bad-svg",
            at,
            f"this is not SVG: {expat.ErrorString(error.code)}",
            hint="export it again from the drawing program, as plain SVG",
        )
    except _Stopped:
        pass
    return reader.drawing() if len(diags.errors) == before else None


class _Stopped(Exception):
    """Reading ends here; the reason is reported."""


class _Context(Struct, frozen=True):
    """What an element hands to those within it."""

    paint: Paint = Paint()
    matrix: Matrix = IDENTITY
    silent: bool = False


class _Reader:
    """Follows the parser through the file and collects the figures."""

    def __init__(self, parser: XMLParserType, file: str, diags: Diagnostics) -> None:
        self.parser, self.file, self.diags = parser, file, diags
        self.stack = [_Context()]
        self.figures: list[Figure] = []
        self.size: tuple[float, float] | None = None
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda name: self.stack.pop()
        parser.StartDoctypeDeclHandler = self._refuse_doctype

    def drawing(self) -> Drawing | None:
        """What was read, or None (reported) where there is nothing to draw."""
        if self.size and self.figures:
            return Drawing(*self.size, tuple(self.figures))
        self.diags.error("bad-svg", Span.of_file(self.file), "there is nothing to draw in this file")
        return None

    @property
    def span(self) -> Span:
        line, col = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        return Span(self.file, line, col, line, col + 1)

    def _error(self, message: str, hint: str | None = None) -> None:
        self.diags.error("bad-svg", self.span, message, hint=hint)

    def _refuse_doctype(self, *declared: Any) -> None:
        self._error("a drawing of a brand has no document type", "delete the line that begins <!DOCTYPE")
        raise _Stopped

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        outer = self.stack[-1]
        tag = name.rpartition(":")[2]
        if len(self.stack) > MAX_DEPTH or len(self.figures) >= MAX_FIGURES:
            self._error(
                f"this drawing is too large: at most {MAX_FIGURES} shapes, {MAX_DEPTH} groups deep", "simplify it"
            )
            raise _Stopped
        if outer.silent or tag in _SILENT or (":" in name and not name.startswith("svg:")):
            self.stack.append(_Context(silent=True))
            return
        inner = self._inner(outer, attributes)
        self.stack.append(inner)
        if tag == "svg":
            self._measure(attributes)
        elif tag in _SHAPES:
            self._draw(tag, attributes, inner)
        elif tag != "g":
            self._error(f"<{tag}> cannot be drawn", "turn it into a path: brand art is flat, filled outlines")
            self.stack[-1] = _Context(silent=True)

    def _measure(self, attributes: Mapping[str, str]) -> None:
        if self.size:
            self._error("a drawing within a drawing cannot be drawn", "use a group, <g>")
            return
        box = _numbers(attributes.get("viewBox", ""))
        if len(box) != 4 or box[0] or box[1] or not all(1 <= side <= MAX_COORDINATE for side in box[2:]):
            self._error("this drawing does not say how large its field is", 'write viewBox="0 0 960 540" in <svg>')
            raise _Stopped
        self.size = box[2], box[3]

    def _inner(self, outer: _Context, attributes: Mapping[str, str]) -> _Context:
        style = dict(_declarations(attributes.get("style", "")))
        given = {**attributes, **style}
        for effect in _EFFECTS:
            if given.get(effect, "none") != "none":
                self._error(f'"{effect}" cannot be drawn', "brand art is flat, filled outlines")
        if any(float((_numbers(given.get(key, "1")) or [0])[0]) != 1 for key in ("opacity", "fill-opacity")):
            self._error("see-through colours cannot be drawn", "use a shade of a theme colour")
        if given.get("stroke", "none") != "none":
            self._error("strokes cannot be drawn", "turn the stroke into a path")
        classes = tuple(attributes.get("class", "").split())
        fill = given.get("fill") or (None if classes else outer.paint.fill)
        paint = Paint(classes or outer.paint.classes, fill)
        return _Context(paint, self._matrix(outer.matrix, attributes.get("transform", "")))

    def _matrix(self, outer: Matrix, text: str) -> Matrix:
        sx, sy, tx, ty = outer
        for verb, values in _TRANSFORM.findall(text):
            n = _numbers(values)
            if verb == "translate" and len(n) in (1, 2):
                tx, ty = tx + sx * n[0], ty + sy * (n[1] if len(n) == 2 else 0)
            elif verb == "scale" and len(n) in (1, 2):
                sx, sy = sx * n[0], sy * n[-1]
            elif verb == "matrix" and len(n) == 6 and not n[1] and not n[2]:
                tx, ty, sx, sy = tx + sx * n[4], ty + sy * n[5], sx * n[0], sy * n[3]
            else:
                self._error(f'"{verb}({values})" cannot be drawn', "only translate and scale are understood")
        return sx, sy, tx, ty

    def _draw(self, tag: str, attributes: Mapping[str, str], context: _Context) -> None:
        if context.paint.fill == "none":
            return
        try:
            outline = self._outline(tag, attributes)
        except BadOutline as bad:
            self._error(str(bad))
            return
        placed = transformed(outline, context.matrix)
        if not placed:
            return
        # Said this way round, since no comparison holds for "not a number".
        if not all(abs(float(n)) <= MAX_COORDINATE for _, *numbers in placed for n in numbers):
            self._error("this shape reaches far outside the drawing", "look for a number that is too large")
            return
        left, top, right, bottom = bounds(placed)
        if left < right and top < bottom:  # a shape without an area has nothing to fill
            self.figures.append(Figure(placed, context.paint, self.span, rect=tag == "rect"))

    def _outline(self, tag: str, attributes: Mapping[str, str]) -> Outline:
        def length(key: str, default: float = 0) -> float:
            return _length(attributes[key], key) if key in attributes else default

        match tag:
            case "path":
                return path_outline(attributes.get("d", ""))
            case "rect":
                if length("rx") or length("ry"):
                    raise BadOutline("corners are square: a brand has no rounded rectangles")
                return rect_outline(length("x"), length("y"), max(0, length("width")), max(0, length("height")))
            case "circle":
                radius = max(0, length("r"))
                return ellipse_outline(length("cx"), length("cy"), radius, radius)
            case "ellipse":
                return ellipse_outline(length("cx"), length("cy"), max(0, length("rx")), max(0, length("ry")))
            case _:
                return polygon_outline(_numbers(attributes.get("points", "")))


def _declarations(style: str) -> list[tuple[str, str]]:
    pairs = (part.partition(":") for part in style.split(";"))
    return [(key.strip(), value.strip()) for key, colon, value in pairs if colon]


def _numbers(text: str) -> list[float]:
    return [float(n) for n in _NUMBER.findall(text)]


def _length(text: str, key: str) -> float:
    found = re.fullmatch(rf"\s*({_NUMBER.pattern})(?:px)?\s*", text)
    if not found:
        raise BadOutline(f'{key}="{text}" is no number of the drawing\'s own units')
    return float(found[1])
