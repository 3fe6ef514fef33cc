"""How much of a page marks take up: for links, for the boxes of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, assert_never

from deckgen.drawing.model import Element, Inset, Mark, Outline, Raster, Words
from deckgen.drawing.turning import words_box

Box: TypeAlias = tuple[float, float, float, float]
"""left, top, right, bottom, in points of the page."""

ASCENT, DESCENT = 0.8, 0.22
"""What a line takes above and below its baseline, in ems, when it is clicked."""


def marks(element: Element) -> Iterator[Mark]:
    """Every mark in an element, in order."""
    for child in element.children:
        if isinstance(child, Element):
            yield from marks(child)
        else:
            yield child


def box_of(mark: Mark) -> Box:
    """What a mark takes up."""
    match mark:
        case Words():
            return words_box(mark, ASCENT, DESCENT)
        case Outline():
            return _outline(mark)
        case Raster():
            return mark.x, mark.y, mark.x + mark.w, mark.y + mark.h
        case Inset():
            page = mark.page
            return mark.x, mark.y, mark.x + page.width * mark.scale, mark.y + page.height * mark.scale
        case _:
            assert_never(mark)


def _outline(outline: Outline) -> Box:
    """Curves lie within their control points; a line is half its breadth wider than its course."""
    xs: list[float] = []
    ys: list[float] = []
    for letter, *given in outline.path:
        values = [float(value) for value in given]
        if letter == "O":
            x, y, r = values
            xs += (x - r, x + r)
            ys += (y - r, y + r)
        else:
            xs += values[::2]
            ys += values[1::2]
    if not xs:
        return 0, 0, 0, 0
    more = outline.width / 2 if outline.stroke else 0
    return min(xs) - more, min(ys) - more, max(xs) + more, max(ys) + more


def union(boxes: Iterable[Box]) -> Box | None:
    """The least box around all; None around nothing."""
    found = list(boxes)
    if not found:
        return None
    lefts, tops, rights, bottoms = zip(*found, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def places(element: Element) -> list[Box]:
    """Where an element can be clicked: one box, or of bare words one a line."""
    found = list(marks(element))
    words = [mark for mark in found if isinstance(mark, Words)]
    if len(words) < len(found):
        whole = union(box_of(mark) for mark in found)
        return [whole] if whole else []
    lines: list[list[Words]] = []
    for piece in words:
        if lines and abs(lines[-1][-1].baseline - piece.baseline) < piece.size / 2:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [box for line in lines if (box := union(box_of(piece) for piece in line))]
