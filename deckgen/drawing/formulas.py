"""Formulas as outlines. Office sets them in Cambria Math; they are drawn in the face that they were measured in."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.drawing.model import Element, Mark, Outline, PathCommand
from deckgen.drawing.sheet import Sheet
from deckgen.fonts.maths_outline import math_outline, math_place
from deckgen.scene import Formula
from deckgen.units import EMU_PER_PT


def formula_element(formula: Formula, sheet: Sheet) -> Element:
    """The formula in the middle of its box's height, at the side where reading begins: the box is a little wider.

    Nothing of it is text: its alternative text says it.

    ModuleNotFoundError without the extra `maths`, without which no formula is laid out either.
    """
    found, color, size = math_outline(formula.math), sheet.color(formula.color), formula.size
    x, y = math_place(formula, rtl=sheet.brand.writing.rtl)
    at = (formula.rect.x + x) / EMU_PER_PT, (formula.rect.y + y) / EMU_PER_PT
    marks: list[Mark] = [
        Outline(path=_placed(path, at, size), fill=color) for path in (found.filled, found.bars) if path
    ]
    if found.stroked:
        marks.append(Outline(path=_placed(found.stroked, at, size), stroke=color, width=found.stroke * size))
    return Element(role="Formula", node=formula.name, alt=formula.alt, children=tuple(marks))


def _placed(path: Sequence[PathCommand], at: tuple[float, float], size: float) -> tuple[PathCommand, ...]:
    """A path in em, `size` points large, its origin moved there."""
    return tuple([(name, *[at[odd % 2] + float(n) * size for odd, n in enumerate(places)]) for name, *places in path])
