"""Formulas as outlines. Office sets them in Cambria Math; they are drawn in the face that they were measured in."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.drawing.model import Element, Mark, Outline, PathCommand
from deckgen.drawing.sheet import Sheet
from deckgen.fonts.maths_outline import math_outline
from deckgen.scene import Formula
from deckgen.units import to_pt


def formula_element(formula: Formula, sheet: Sheet) -> Element:
    """The formula in the middle of its box's height, at the side where reading begins: the box is a little wider.

    Nothing of it is text: its alternative text says it.

    ModuleNotFoundError without the extra `maths`, without which no formula is laid out either.
    """
    found, color, size = math_outline(formula.math), sheet.color(formula.color), formula.size
    rect = formula.rect
    beyond = to_pt(rect.w) - found.width * size if sheet.brand.writing.rtl else 0
    at = to_pt(rect.x) + beyond, to_pt(rect.y) + (to_pt(rect.h) - found.height * size) / 2
    marks: list[Mark] = [
        Outline(path=_placed(path, at, size), fill=color) for path in (found.filled, found.bars) if path
    ]
    if found.stroked:
        marks.append(Outline(path=_placed(found.stroked, at, size), stroke=color, width=found.stroke * size))
    return Element(role="Formula", node=formula.name, alt=formula.alt, children=tuple(marks))


def _placed(path: Sequence[PathCommand], at: tuple[float, float], size: float) -> tuple[PathCommand, ...]:
    """A path in em, `size` points large, its origin moved there."""
    return tuple([(name, *[at[odd % 2] + float(n) * size for odd, n in enumerate(places)]) for name, *places in path])
