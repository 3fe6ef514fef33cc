"""What stands on the grey box of a picture that can't be drawn: what it is, so that nobody takes the grey for its look.

Windows metafiles (EMF, WMF) are lists of calls to Windows' drawing functions. LibreOffice can draw them; a comparison
is made without it, in a second and on any machine.
"""

from __future__ import annotations

from deckgen.diff.sketch.text import Box, height_of, text_elements
from deckgen.diff.view import Body, Font, Ink, Paragraph, Run, Shape
from deckgen.drawing.model import Element

LARGEST, LEAST = 14.0, 6.0
"""Sizes of its words, in points; in a box too small for the least none are set."""
_INK = Ink("#4A4A4A")
_KINDS = {"emf": "Windows metafile (EMF)", "wmf": "Windows metafile (WMF)", "wdp": "JPEG XR picture"}


def told(shape: Shape, box: Box) -> tuple[Element, ...]:
    """The words for a shape's box (points), in its middle; above where it has words of its own."""
    lines = [line for line in (shape.name.strip()[:80], _what(shape)) if line]
    anchor = "t" if shape.body.text.strip() else "ctr"
    size = min(LARGEST, box.h / 4)
    while size >= LEAST:
        font = Font(size=size, color=_INK)
        paragraphs = [Paragraph(runs=(Run(line, font),), size=size, align="ctr") for line in lines]
        body = Body(paragraphs=tuple(paragraphs), insets=(25_400,) * 4, anchor=anchor)  # type: ignore[arg-type]
        if height_of(body, box.w) <= box.h and _longest_word(lines) * size * 0.6 <= box.w:
            return text_elements(body, box, shape.key)
        size -= 2
    return ()


def _longest_word(lines: list[str]) -> int:
    return max(len(word) for line in lines for word in line.split())


def _what(shape: Shape) -> str:
    """What sort of thing it is, how large, and that it isn't drawn."""
    if shape.picture is None:
        return {"film": "film", "object": "embedded object"}.get(shape.kind, "picture") + ", not drawn here"
    if not shape.picture.part:
        return "a picture outside of the file, not fetched"
    ending = shape.picture.part.rpartition(".")[2].lower()
    kind = _KINDS.get(ending, f"{ending.upper()} picture")
    return f"{kind}, {_size(shape.picture.size)}, not drawn here"


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB" if size else "empty"
