"""Shapes, rules and panels as outlines."""

from __future__ import annotations

from deckgen.brand.outline import ellipse_outline, rect_outline, transformed
from deckgen.drawing.arrows import headed
from deckgen.drawing.model import Mark, Outline
from deckgen.drawing.sheet import Sheet
from deckgen.scene import BoxLook, Path, Rule, Shape
from deckgen.units import Rect, to_pt


def shape_outline(shape: Shape, sheet: Sheet) -> tuple[Mark, ...]:
    """A shape's outline, painted."""
    return _painted(_path(shape), shape, sheet, round_=shape.round)


def box_outline(rect: Rect, look: BoxLook, sheet: Sheet) -> tuple[Mark, ...]:
    """The panel that a box's text stands on; nothing where it has neither fill nor stroke."""
    return _painted(_rect(rect), look, sheet)


def rule_outline(rule: Rule, sheet: Sheet) -> tuple[Mark, ...]:
    """A rule, with its arrow's head where it has one."""
    rect = rule.rect
    ends = (to_pt(rect.x), to_pt(rect.y)), (to_pt(rect.right), to_pt(rect.bottom))
    start, end = ends[::-1] if rule.head == "start" else ends
    path = (("M", *start), ("L", *end))
    return headed(path, sheet.color(rule.color), to_pt(rule.width), head=rule.head is not None)


def _painted(
    path: tuple[tuple[str | float, ...], ...], look: Shape | BoxLook, sheet: Sheet, *, round_: bool = False
) -> tuple[Mark, ...]:
    fill = None if look.fill is None else sheet.color(look.fill)
    stroke = None if look.stroke is None else sheet.color(look.stroke)
    if fill is None and stroke is None:
        return ()
    width = to_pt(look.stroke_width) if stroke else 0
    return (Outline(path=path, fill=fill, stroke=stroke, width=width, round=round_),)


def _path(shape: Shape) -> tuple[tuple[str | float, ...], ...]:
    rect, geometry = shape.rect, shape.geometry
    if isinstance(geometry, Path):
        scale = to_pt(rect.w) / geometry.w if geometry.w else 1, to_pt(rect.h) / geometry.h if geometry.h else 1
        return transformed(geometry.commands, (*scale, to_pt(rect.x), to_pt(rect.y)))
    if geometry == "rect":
        return _rect(rect)
    rx, ry = to_pt(rect.w) / 2, to_pt(rect.h) / 2
    return ellipse_outline(to_pt(rect.x) + rx, to_pt(rect.y) + ry, rx, ry)


def _rect(rect: Rect) -> tuple[tuple[str | float, ...], ...]:
    return rect_outline(to_pt(rect.x), to_pt(rect.y), to_pt(rect.w), to_pt(rect.h))
