"""How far marks reach."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.drawing.model import Element, Inset, Mark, Outline, Raster, Words
from deckgen.drawing.turning import words_box

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points."""
ASCENT, DESCENT = 0.9, 0.3
"""How far a line reaches above its baseline and below, in em: 1.2 together, as lines are pitched."""


def extent(element: Element) -> Box | None:
    """The box around all marks of an element; None where it has none."""
    boxes = list(_boxes(element))
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _boxes(element: Element) -> Iterator[Box]:
    for child in element.children:
        if isinstance(child, Element):
            yield from _boxes(child)
        elif (box := _box(child)) is not None:
            yield box


def _box(mark: Mark) -> Box | None:
    match mark:
        case Words():
            return words_box(mark, ASCENT, DESCENT)
        case Raster():
            return mark.x, mark.y, mark.x + mark.w, mark.y + mark.h
        case Inset():
            return mark.x, mark.y, mark.x + mark.page.width * mark.scale, mark.y + mark.page.height * mark.scale
        case Outline():
            return _around(mark)


def _around(mark: Outline) -> Box | None:
    xs: list[float] = []
    ys: list[float] = []
    for letter, *given in mark.path:
        values = [float(value) for value in given]
        if letter == "O":
            x, y, r = values
            values = [x - r, y - r, x + r, y + r]
        xs += values[::2]
        ys += values[1::2]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None
