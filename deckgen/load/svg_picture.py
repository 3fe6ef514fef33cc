"""An SVG drawing as a picture: the drawing itself made harmless, and its twin in pixels.

The twin is what shows where a program can't draw SVG. It is drawn by resvg (MIT, Apache-2.0), with deckgen's own fonts
and no others.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator

from deckgen import scene
from deckgen.load.picture_files import Prepared
from deckgen.load.svg_source import BadDrawing, Element, Fault, Source, read_source, written

LONGEST = 2_560
"""Pixels of the twin's longer side."""

_FOLDERS = {
    "Liberation Sans": ("liberation-sans/LiberationSans", ("Regular", "Bold", "Italic", "BoldItalic")),
    "Carlito": ("carlito/Carlito", ("Regular", "Bold", "Italic", "BoldItalic")),
    "Gelasio": ("gelasio/Gelasio", ("Regular", "Bold", "Italic", "BoldItalic")),
    "Liberation Mono": ("liberation-mono/LiberationMono", ("Regular", "Bold")),
}
_TWINS = {
    "arial": "Liberation Sans",
    "helvetica": "Liberation Sans",
    "liberation sans": "Liberation Sans",
    "sans-serif": "Liberation Sans",
    "calibri": "Carlito",
    "carlito": "Carlito",
    "georgia": "Gelasio",
    "gelasio": "Gelasio",
    "serif": "Gelasio",
    "courier new": "Liberation Mono",
    "consolas": "Liberation Mono",
    "liberation mono": "Liberation Mono",
    "monospace": "Liberation Mono",
}
_FAMILY = re.compile(r"(font-family\s*:\s*)([^;}]+)", re.IGNORECASE)
_SHORT = re.compile(r"(?:^|[;{\s])font\s*:", re.IGNORECASE)


def prepare_svg(data: bytes, packaged: Callable[[str], str]) -> Prepared:
    """The drawing in `data` and its twin. `packaged` says where deckgen's files lie. Raises BadDrawing."""
    source = read_source(data)
    words = any(element.tag in ("text", "tspan") for element in _elements(source.root))
    if words:
        source.root.attributes.setdefault("font-family", "Arial")
        _check_fonts(source)
    kept = source.written()
    vector = scene.Image(
        hashlib.sha256(kept).hexdigest(), "svg", max(1, round(source.width)), max(1, round(source.height)), kept
    )
    twin, width, height = _drawn(source, [packaged(f"fonts/files/{file}.ttf") for file in _files()] if words else [])
    image = scene.Image(hashlib.sha256(twin).hexdigest(), "png", width, height, twin, vector)
    return Prepared(image, "moves" if source.moves else "")


def _elements(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from _elements(child)


def _files() -> Iterator[str]:
    for stem, faces in _FOLDERS.values():
        for face in faces:
            yield f"{stem}-{face}"


def _check_fonts(source: Source) -> None:
    """Raise BadDrawing where words are set in a face that isn't there to draw them."""
    faults = []
    for element in _elements(source.root):
        for families in _families(element):
            first = families.split(",")[0].strip().strip("'\"")
            if first.lower() not in _TWINS:
                what = f'this drawing sets words in "{first[:40]}", which is not there to draw them'
                hint = "turn its words into paths, or set them in Arial, Calibri or Georgia"
                faults.append(Fault(element.line, element.col, what, hint))
    if faults:
        raise BadDrawing(tuple(faults))


def _families(element: Element) -> Iterator[str]:
    """The lists of faces that an element, or a style sheet, asks for."""
    if "font-family" in element.attributes:
        yield element.attributes["font-family"]
    texts = [element.attributes.get("style", "")]
    if element.tag == "style":
        texts.append("".join(child for child in element.children if isinstance(child, str)))
    for text in texts:
        yield from (found[2] for found in _FAMILY.finditer(text))
        if _SHORT.search(text) or "font" in element.attributes:
            yield "font: …"


def _drawn(source: Source, fonts: list[str]) -> tuple[bytes, int, int]:
    """The drawing as PNG, with its width and height in pixels."""
    from resvg_py import svg_to_bytes

    scale = LONGEST / max(source.width, source.height)
    width, height = max(1, round(source.width * scale)), max(1, round(source.height * scale))
    source.root.attributes.update(width=str(width), height=str(height))
    if _fits(source):  # else rounding to whole pixels would leave a seam at two edges
        source.root.attributes["preserveAspectRatio"] = "none"
    if fonts:
        for element in _elements(source.root):
            _twin_faces(element)
    try:
        drawn = bytes(svg_to_bytes(svg_string=written(source.root), skip_system_fonts=True, font_files=fonts or None))
    except BaseException as error:
        if not isinstance(error, ValueError) and type(error).__name__ != "PanicException":
            raise
        raise BadDrawing((Fault(1, 1, "this drawing can't be drawn", "export it again as plain SVG"),)) from None
    return drawn, int.from_bytes(drawn[16:20], "big"), int.from_bytes(drawn[20:24], "big")


def _fits(source: Source) -> bool:
    """Whether the view box has the shape of the drawing, so that nothing is left free beside it."""
    *_, width, height = (float(n) for n in source.root.attributes["viewBox"].split())
    return abs(width / height * source.height / source.width - 1) < 0.01


def _twin_faces(element: Element) -> None:
    """Name the twin of each face that the element asks for."""
    attributes = element.attributes
    if "font-family" in attributes:
        attributes["font-family"] = _twin(attributes["font-family"])
    if "style" in attributes:
        attributes["style"] = _FAMILY.sub(lambda found: found[1] + _twin(found[2]), attributes["style"])
    if element.tag == "style":
        element.children = [
            _FAMILY.sub(lambda found: found[1] + _twin(found[2]), child) if isinstance(child, str) else child
            for child in element.children
        ]


def _twin(families: str) -> str:
    return _TWINS[families.split(",")[0].strip().strip("'\"").lower()]
