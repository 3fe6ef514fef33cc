"""SVG pictures as a form: sharp at every size, and smaller than their twin in pixels.

Flat shapes, strokes, gradients and see-through colours are drawn as they are. What PDF would show differently or only
by much more than this (words, clips, masks, filters, markers, groups that are see-through as one) raises Unsupported,
and the twin is drawn, which shows exactly what the author saw. No library that is kept turns SVG into PDF under a
licence like ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.parsers import expat

from pikepdf import Array, Dictionary, Name, Object, Pdf

from deckgen.brand.outline import (
    BadOutline,
    Command,
    Outline,
    arc,
    ellipse_outline,
    path_outline,
    polygon_outline,
    rect_outline,
)
from deckgen.write.pdf import syntax
from deckgen.write.pdf.streams import compressed
from deckgen.write.pdf.svg_gradient import Gradients, box_step
from deckgen.write.pdf.svg_state import Look, Unsupported, matrix, number, numbers, sheet_of

if TYPE_CHECKING:
    from deckgen.scene import Image

_SILENT = frozenset({"title", "desc", "metadata", "defs", "symbol", "linearGradient", "radialGradient"})
_GROUPS = frozenset({"svg", "g"})
_CAPS, _JOINS = {"butt": 0, "round": 1, "square": 2}, {"miter": 0, "round": 1, "bevel": 2}


def vector_form(pdf: Pdf, image: Image) -> Object:
    """The drawing as a form that fills a square of 1 by 1, as pictures do. Unsupported where it can't be one."""
    gradients = Gradients()
    reader = _Reader(gradients)
    try:
        for one in (gradients, reader):
            parser = expat.ParserCreate(namespace_separator=" ")
            parser.StartElementHandler, parser.EndElementHandler = one.start, one.end
            parser.CharacterDataHandler = reader.words
            parser.Parse(image.data, True)
    except (expat.ExpatError, BadOutline, KeyError, ValueError) as error:
        raise Unsupported(str(error)) from None
    drawn = "\n".join(reader.parts)
    if "inf" in drawn or "nan" in drawn:  # no operator is written so
        raise Unsupported("numbers beyond all measure")
    x, y, w, h = reader.box
    resources = Dictionary()
    if reader.shades:
        states = {name: Dictionary(ca=fill, CA=stroke) for (fill, stroke), name in reader.shades.items()}
        resources.ExtGState = Dictionary(states)
    if reader.shadings:
        resources.Shading = Dictionary(reader.shadings)
    entries = {
        "Type": Name.XObject,
        "Subtype": Name.Form,
        "BBox": Array([x, y, x + w, y + h]),
        "Matrix": Array([1 / w, 0, 0, -1 / h, -x / w, 1 + y / h]),
        "Resources": resources,
    }
    return pdf.make_indirect(compressed(pdf, drawn.encode("ascii"), **entries))


class _Reader:
    """Follows the parser, and writes what is drawn."""

    def __init__(self, gradients: Gradients) -> None:
        self.parts: list[str] = []
        self.shadings: dict[str, Object] = {}
        self._gradients = gradients
        self.box = (0.0, 0.0, 0.0, 0.0)
        self.shades: dict[tuple[float, float], str] = {}
        self._sheet: dict[str, dict[str, str]] = {}
        self._looks = [Look({})]
        self._moved = [False]
        self._silent = 0
        self._style: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = name.rpartition(" ")[2]
        if self._silent or tag in _SILENT:
            self._silent += 1
            return
        if tag == "style":
            self._style = []
            return
        look = self._looks[-1].within(attributes, self._sheet)
        self._looks.append(look)
        self._moved.append(self._move(attributes))
        if look.get("display") == "none":
            raise Unsupported("display")  # rare, and so is all that would have to be kept in mind
        if tag in _GROUPS:
            self._group(tag, attributes, look)
        elif look.get("visibility") == "visible":
            self._shape(_outline(tag, attributes), look)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._silent:
            self._silent -= 1
        elif name.endswith(" style"):
            self._sheet |= sheet_of("".join(self._style or ()))
            self._style = None
        else:
            self._looks.pop()
            if self._moved.pop():
                self.parts.append("Q")

    def words(self, words: str) -> None:
        """Characters: none are drawn, a style sheet is made of them."""
        if self._style is not None:
            self._style.append(words)

    def _group(self, tag: str, attributes: Mapping[str, str], look: Look) -> None:
        if look.number("opacity") != 1:
            raise Unsupported("a group that is see-through as one")
        if tag != "svg":
            return
        if self.box[2]:
            raise Unsupported("a drawing in a drawing")
        x, y, w, h = numbers(attributes["viewBox"])
        width, height = (number(attributes.get(*given)) for given in (("width", str(w)), ("height", str(h))))
        self.box = _filled((x, y, w, h), width, height)
        if attributes.get("preserveAspectRatio", "xMidYMid meet") not in ("xMidYMid meet", "xMidYMid"):
            raise Unsupported("preserveAspectRatio")

    def _move(self, attributes: Mapping[str, str]) -> bool:
        steps = list(matrix(attributes.get("transform", "")))
        if steps:
            self.parts.append("q")
        self.parts += [f"{' '.join(syntax.fine(n) for n in step)} cm" for step in steps]
        return bool(steps)

    def _shape(self, outline: Outline, look: Look) -> None:
        if look.get("fill").startswith("url("):
            self._shaded(outline, look)
            look = look.without("fill")
        fill, stroke = look.color("fill"), look.color("stroke")
        if stroke is not None and not look.number("stroke-width"):
            stroke = None
        if not outline or (fill is None and stroke is None):
            return
        whole = look.number("opacity")
        if whole != 1 and fill is not None and stroke is not None:
            raise Unsupported("a fill and its stroke, see-through as one")
        self.parts.append("q")
        self._shade(whole * look.number("fill-opacity"), whole * look.number("stroke-opacity"))
        if fill is not None:
            self.parts.append(f"{syntax.nums(*fill)} rg")
        if stroke is not None:
            self.parts += _pen(stroke, look)
        self.parts.append(syntax.path(outline, write=syntax.fine))
        odd = "*" if look.get("fill-rule") == "evenodd" and fill is not None else ""
        self.parts.append(
            {(True, True): "B", (True, False): "f"}.get((fill is not None, stroke is not None), "S") + odd
        )
        self.parts.append("Q")

    def _shaded(self, outline: Outline, look: Look) -> None:
        """A gradient, clipped to a shape."""
        if not outline:
            return
        if look.number("opacity") != 1 and look.color("stroke") is not None:
            raise Unsupported("a fill and its stroke, see-through as one")
        found = self._gradients.shading(look.get("fill"))
        name = f"/G{len(self.shadings) + 1}"
        self.shadings[name] = found.shading
        self.parts.append("q")
        self._shade(look.number("opacity") * look.number("fill-opacity"), 1)
        odd = "*" if look.get("fill-rule") == "evenodd" else ""
        self.parts.append(f"{syntax.path(outline, write=syntax.fine)}\nW{odd} n")
        steps = (box_step(outline), *found.steps) if found.boxed else found.steps
        self.parts += [f"{' '.join(syntax.fine(n) for n in step)} cm" for step in steps]
        self.parts += [f"{name} sh", "Q"]

    def _shade(self, fill: float, stroke: float) -> None:
        """How much is seen of what is painted (ISO 32000-1, 11.6.4.4)."""
        if (fill, stroke) != (1, 1):
            name = self.shades.setdefault((fill, stroke), f"/S{len(self.shades) + 1}")
            self.parts.append(f"{name} gs")


def _filled(box: tuple[float, float, float, float], width: float, height: float) -> tuple[float, float, float, float]:
    """What of the drawing's plane is seen in a field of this shape: its view box, and what is left free beside it."""
    x, y, w, h = box
    if abs(w / h * height / width - 1) < 0.01:  # as the twin is drawn: rounding leaves no seam
        return box
    if w / h < width / height:
        return x - (h * width / height - w) / 2, y, h * width / height, h
    return x, y - (w * height / width - h) / 2, w, w * height / width


def _pen(stroke: tuple[float, float, float], look: Look) -> list[str]:
    dashes = look.get("stroke-dasharray")
    lengths = [] if dashes == "none" else numbers(dashes)
    if "%" in dashes or (lengths and not sum(lengths)):
        raise Unsupported("stroke-dasharray")
    pattern = " ".join(map(syntax.fine, lengths * 2 if len(lengths) % 2 else lengths))
    return [
        f"{syntax.nums(*stroke)} RG",
        f"{syntax.fine(look.number('stroke-width'))} w",
        f"{_CAPS[look.get('stroke-linecap')]} J",
        f"{_JOINS[look.get('stroke-linejoin')]} j",
        f"{syntax.fine(max(1, look.number('stroke-miterlimit')))} M",
        f"[{pattern}] {syntax.fine(look.number('stroke-dashoffset'))} d",
    ]


def _outline(tag: str, attributes: Mapping[str, str]) -> Outline:
    """A shape's path (SVG 1.1, 8, 9)."""

    def at(name: str) -> float:
        return number(attributes.get(name, "0"))

    match tag:
        case "path":
            return path_outline(attributes.get("d", ""))
        case "rect":
            return _rect(attributes)
        case "circle":
            return ellipse_outline(at("cx"), at("cy"), at("r"), at("r")) if at("r") else ()
        case "ellipse":
            return ellipse_outline(at("cx"), at("cy"), at("rx"), at("ry")) if at("rx") and at("ry") else ()
        case "line":
            return ("M", at("x1"), at("y1")), ("L", at("x2"), at("y2"))
        case "polygon":
            return polygon_outline(numbers(attributes.get("points", "")))
        case "polyline":
            n = numbers(attributes.get("points", ""))
            pairs = list(zip(n[::2], n[1::2], strict=False))
            return tuple(("L" if index else "M", *pair) for index, pair in enumerate(pairs))
        case _:
            raise Unsupported(tag)


def _rect(attributes: Mapping[str, str]) -> Outline:
    x, y, w, h = (number(attributes.get(name, "0")) for name in ("x", "y", "width", "height"))
    rx, ry = (number(attributes[name]) if name in attributes else None for name in ("rx", "ry"))
    rx, ry = rx if rx is not None else ry or 0, ry if ry is not None else rx or 0
    if not w or not h:
        return ()
    rx, ry = min(rx, w / 2), min(ry, h / 2)
    if not rx or not ry:
        return rect_outline(x, y, w, h)
    corners = (
        ((x + w - rx, y), (x + w, y + ry)),
        ((x + w, y + h - ry), (x + w - rx, y + h)),
        ((x + rx, y + h), (x, y + h - ry)),
        ((x, y + ry), (x + rx, y)),
    )
    made: list[Command] = [("M", x + rx, y)]
    for start, end in corners:
        made += [("L", *start), *arc(start, end, radii=(rx, ry))]
    return (*made, ("Z",))
