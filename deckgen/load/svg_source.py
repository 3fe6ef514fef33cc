"""SVG drawings made harmless: what an author gives comes out as a drawing that shows the same and does nothing else.

Read with expat, which fetches nothing; nothing of the file is written on but elements and attributes that are known
to draw (SVG 1.1). What runs, reaches outside or was made to exhaust is refused with its place; what is merely of no
use on a slide (editors' notes, animation, links) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckgen.ooxml.xml import value
from deckgen.world import Refused

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS = 4_000_000, 64, 20_000
MAX_DRAWN = 300_000
"""Elements that are drawn once every <use> is followed: each may use others that use others."""
MAX_STYLED = 400
"""Gradients and other parts that a drawing's style sheet may name."""
MAX_SIDE, MAX_SHAPE = 1_000_000, 40
"""The longest side of a view box in its units, and how many times the shorter one it may be."""
MAX_FAULTS = 10

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"

_DRAWN = frozenset(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "switch",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "style",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "pattern",
        "marker",
        "filter",
        "feGaussianBlur",
        "feOffset",
        "feFlood",
        "feBlend",
        "feComposite",
        "feMerge",
        "feMergeNode",
        "feColorMatrix",
        "feDropShadow",
        "feComponentTransfer",
        "feFuncR",
        "feFuncG",
        "feFuncB",
        "feFuncA",
    ]
)
_DROPPED = frozenset(["title", "desc", "metadata", "view", "cursor"])
_MOVING = frozenset(["animate", "animateColor", "animateMotion", "animateTransform", "set", "discard", "mpath"])
_PATHS = "turn it into paths in the drawing program, and save it again as plain SVG"
_REFUSED = {
    "script": ("a script", "delete it, or save the drawing again as plain SVG"),
    "handler": ("a script", "delete it, or save the drawing again as plain SVG"),
    "foreignObject": ("a piece of a web page (<foreignObject>)", _PATHS),
    "image": ("a picture of its own (<image>)", "place that picture by itself, as JPEG or PNG"),
    "feImage": ("a picture within a filter (<feImage>)", "place that picture by itself, as JPEG or PNG"),
    "font": ("a font of its own", _PATHS),
    "font-face": ("a font of its own", _PATHS),
}
_OUTSIDE = ("something outside the drawing", "copy it into the drawing, or delete it")
_PLAIN = "save it again as plain SVG"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_LENGTH = re.compile(r"\s*\+?(\d+\.?\d*|\.\d+)(?:[eE]\+?(\d{1,2}))?\s*(px|pt|pc|mm|cm|in|)\s*")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")\s]*)", re.IGNORECASE)
_RUNS = re.compile(r"javascript:|vbscript:|expression\(|-moz-binding|behavior\s*:", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class Fault(Struct, frozen=True):
    """What keeps a drawing from being used, and where in its file it stands."""

    line: int
    col: int
    message: str
    hint: str


class BadDrawing(Refused):
    """A drawing that isn't used. `faults` are all that was found, in the order of the file."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults[0].message, faults[0].hint)
        self.faults = faults


class Element(Struct):
    """An element of the drawing that is kept: attributes as they are written, children and words in order."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str]
    line: int
    col: int


class Source(Struct, frozen=True):
    """A drawing that has been read. `width` and `height` say its shape; `moves` that animation was left out."""

    root: Element
    width: float
    height: float
    moves: bool

    def written(self) -> bytes:
        """The drawing as a file of its own."""
        return written(self.root).encode()


def read_source(data: bytes) -> Source:
    """The drawing in `data`. Raises BadDrawing."""
    from xml.parsers import expat

    if len(data) > MAX_BYTES:
        limit = f"at most {MAX_BYTES // 1_000_000} MB are read"
        raise BadDrawing((Fault(1, 1, f"this drawing is {len(data) / 1e6:.0f} MB large; {limit}", "simplify it"),))
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader(parser)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        what = f"this is not SVG: {expat.ErrorString(error.code)}"
        reader.faults.append(Fault(error.lineno, error.offset + 1, what, "export it again from the drawing program"))
    except _Stopped:
        pass
    if reader.faults or reader.root is None:
        raise BadDrawing(tuple(reader.faults))
    return _measured(reader.root, moves=reader.moves)


class _Stopped(Exception):
    """Reading ends here; the reason is among the faults."""


class _Reader:
    """Follows the parser and keeps what draws."""

    def __init__(self, parser: XMLParserType) -> None:
        self.parser = parser
        self.faults: list[Fault] = []
        self.root: Element | None = None
        self.moves = False
        self.count = self.silent = 0
        self.stack: list[Element] = []
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.EntityDeclHandler = self._refuse_entity
        parser.ProcessingInstructionHandler = self._instruct

    def fault(self, message: str, hint: str) -> None:
        """Note what is wrong here; enough is enough."""
        where = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self.faults.append(Fault(*where, message, hint))
        if len(self.faults) >= MAX_FAULTS:
            raise _Stopped

    def _refuse_entity(self, *declared: Any) -> None:
        self.fault("this drawing declares entities, which may unfold without end", _PLAIN)
        raise _Stopped

    def _instruct(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            self.fault(f"this drawing reaches for {_OUTSIDE[0]}: a style sheet", "copy its rules into <style>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        self.count += 1
        if self.count > MAX_ELEMENTS or len(self.stack) + self.silent > MAX_DEPTH:
            self.fault(f"this drawing has more than {MAX_ELEMENTS:,} parts, or {MAX_DEPTH} groups deep", "simplify it")
            raise _Stopped
        if self.silent or not self._is_kept(space, tag):
            self.silent += 1
            return
        element = Element(
            "g" if tag == "a" else tag,
            self._attributes(attributes),
            [],
            self.parser.CurrentLineNumber,
            self.parser.CurrentColumnNumber + 1,
        )
        if self.stack:
            self.stack[-1].children.append(element)
        elif tag == "svg":
            self.root = element
        else:
            self.fault(f"this is no SVG drawing: it begins with <{tag}>", "export it again from the drawing program")
            raise _Stopped
        self.stack.append(element)

    def _is_kept(self, space: str, tag: str) -> bool:
        """Whether an element draws. One that must not be there is noted."""
        if space not in (SVG, "") or tag in _DROPPED:
            return False
        if tag in _MOVING:
            self.moves = True
            return False
        if tag in _DRAWN or tag == "a":
            return True
        what, hint = _REFUSED.get(tag, (f"<{tag[:40]}>, which can't be drawn", _PATHS))
        self.fault(f"this drawing holds {what}", hint)
        return False

    def _end(self, name: str) -> None:
        if self.silent:
            self.silent -= 1
            return
        element = self.stack.pop()
        if element.tag == "style":
            self._judge("".join(part for part in element.children if isinstance(part, str)), sheet=True)

    def _words(self, words: str) -> None:
        if not self.silent and self.stack and self.stack[-1].tag in ("text", "tspan", "textPath", "style"):
            self.stack[-1].children.append(words)

    def _attributes(self, given: Mapping[str, str]) -> dict[str, str]:
        """The attributes that draw. Editors' own are left out; what runs or reaches outside is noted."""
        kept: dict[str, str] = {}
        for name, said in given.items():
            space, _, local = name.rpartition(" ")
            if local == "href" and space in ("", XLINK):
                if said.strip().startswith("#"):
                    kept["xlink:href"] = said.strip()
                elif said.strip():
                    self.fault(f'this drawing reaches for {_OUTSIDE[0]}: "{said.strip()[:60]}"', _OUTSIDE[1])
            elif not space and local[:2].lower() == "on":
                self.fault(f'this drawing holds a script ("{local[:40]}")', "delete it, or save it again as plain SVG")
            elif not space and _NAME.fullmatch(local) and not local.startswith("data-") and local != "base":
                self._judge(said)
                kept[local] = said
        return kept

    def _judge(self, said: str, *, sheet: bool = False) -> None:
        """Note what a value or a style sheet reaches for beside the drawing's own parts."""
        text = _COMMENT.sub("", said)
        if "\\" in text:
            self.fault("this drawing's styles hold backslashes, which can hide anything", _PLAIN)
        elif _RUNS.search(text):
            self.fault("this drawing holds a script", "delete it, or save it again as plain SVG")
        elif sheet and re.search(r"@(import|font-face|namespace)", text, re.IGNORECASE):
            self.fault(f"this drawing reaches for {_OUTSIDE[0]}: a style sheet or a font", _PATHS)
        for found in _URL.finditer(text):
            if not found[1].startswith("#"):
                self.fault(f'this drawing reaches for {_OUTSIDE[0]}: "{found[1][:60]}"', _OUTSIDE[1])


def _measured(root: Element, *, moves: bool) -> Source:
    """The drawing with its size said, its parts within bounds. Raises BadDrawing."""
    width, height = (_length(root.attributes.get(side, "")) for side in ("width", "height"))
    box = [
        float(n)
        for n in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?", root.attributes.get("viewBox", ""))
    ]
    if not box and width and height:
        box = [0, 0, width, height]
    if len(box) != 4:
        raise _bad(root, "this drawing does not say how large it is", 'write viewBox="0 0 960 540" in <svg>')
    if not (width and height):
        width, height = box[2:]
    sides = (*box[2:], width, height)
    if not (all(0 < side <= MAX_SIDE for side in sides) and all(abs(n) <= MAX_SIDE for n in box)):
        raise _bad(root, "this drawing's view box is empty or beyond all measure", 'write viewBox="0 0 960 540"')
    if max(width, height) > MAX_SHAPE * min(width, height):
        raise _bad(root, f"this drawing is more than {MAX_SHAPE} times as long as wide", "look at its view box")
    said = " ".join(f"{n:.9g}" for n in box)
    root.attributes.update(width=f"{width:.9g}", height=f"{height:.9g}", viewBox=said)
    _check_uses(root)
    return Source(root, width, height, moves)


def _bad(element: Element, message: str, hint: str) -> BadDrawing:
    return BadDrawing((Fault(element.line, element.col, message, hint),))


def _length(text: str) -> float:
    """A side in pixels of 1/96 inch; 0 where it isn't said absolutely."""
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * 10 ** int(found[2] or 0) * _UNITS[found[3]] if found else 0.0


def _check_uses(root: Element) -> None:
    """Raise BadDrawing where what is used is used again until there is no end."""
    elements = _all(root)
    named = {e.attributes["id"]: e for e in elements if "id" in e.attributes}
    # Which elements a style sheet's rules are for isn't worked out: each may be drawn with all that they name.
    rules = dict.fromkeys(name for e in elements if e.tag == "style" for name in _urls("".join(map(str, e.children))))
    styled = [named[name] for name in rules if name in named]
    if len(styled) > MAX_STYLED:
        raise _bad(root, f"this drawing's style sheet names more than {MAX_STYLED} parts of it", "simplify it")
    drawn: dict[int, int] = {}

    def count(element: Element, within: frozenset[int]) -> int:
        if id(element) in within or len(within) > MAX_DEPTH * 2:
            raise _bad(element, "this drawing uses itself", "look at its <use> and url(#…)")
        if id(element) not in drawn:
            inside = within | {id(element)}
            parts = [child for child in element.children if isinstance(child, Element)]
            parts += [named[name] for name in _named(element) if name in named]
            parts += [part for part in styled if id(part) not in inside]
            drawn[id(element)] = min(1 + sum(count(part, inside) for part in parts), MAX_DRAWN + 1)
        return drawn[id(element)]

    if count(root, frozenset()) > MAX_DRAWN:
        raise _bad(root, f"this drawing unfolds to more than {MAX_DRAWN:,} parts", "simplify it")


def _named(element: Element) -> list[str]:
    """The ids of what an element draws with."""
    names = [said[1:] for key, said in element.attributes.items() if key == "xlink:href"]
    return names + [name for said in element.attributes.values() for name in _urls(said)]


def _urls(text: str) -> list[str]:
    """The ids that a value or a style sheet names."""
    return [found[1][1:] for found in _URL.finditer(text)]


def _all(element: Element) -> list[Element]:
    """The element and all within it."""
    found = [element]
    for child in element.children:
        if isinstance(child, Element):
            found += _all(child)
    return found


def written(root: Element) -> str:
    """The element as a document; every name in it was known, every word is escaped."""
    parts: list[str] = []
    _write(root, parts, {"xmlns": SVG, "xmlns:xlink": XLINK})
    return "".join(parts)


def _write(element: Element, parts: list[str], more: Mapping[str, str]) -> None:
    said = "".join(f' {key}="{value(words)}"' for key, words in {**more, **element.attributes}.items())
    parts.append(f"<{element.tag}{said}>")
    for child in element.children:
        if isinstance(child, str):
            parts.append(value(child))
        else:
            _write(child, parts, {})
    parts.append(f"</{element.tag}>")
