"""Formulas in their boxes, which are as large as the formulas are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.fonts.maths import extent, undrawn
from deckgen.layout.setter import Page
from deckgen.scene import Formula, PlaceholderRef
from deckgen.units import Rect, pt

if TYPE_CHECKING:
    from deckgen.spec.types.formula import FormulaValue

__all__ = ["extent", "formula_in", "undrawn"]


def formula_in(page: Page, slot: str, value: FormulaValue, *, size: int, top: float, alt: str | None) -> Formula:
    """The formula in the slot's placeholder, `size` points large, its box beginning at `top`.

    LibreOffice makes a picture of a formula and stretches it to the box, which is therefore no wider.
    """
    placeholder = page.layout.placeholder(slot)
    width, height = extent(value.math)
    text = " ".join(value.math.plain.split())
    return Formula(
        name=slot,
        rect=Rect(placeholder.rect.x, pt(top), pt(width * size), pt(height * size)),
        math=value.math,
        size=size,
        width=pt(width * size),
        height=pt(height * size),
        text=text,
        alt=alt or text,
        color=placeholder.color,
        placeholder=PlaceholderRef("body", placeholder.idx),
        moved=True,
        span=value.span,
    )
