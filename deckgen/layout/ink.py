"""Large letters by their ink: where a line of them begins to be seen, beside where its box does."""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.layout.attempt import Fill
from deckgen.layout.setter import Page
from deckgen.units import Emu, Rect, pt

NEAR = pt(2)
"""How far from an edge the ink of one large figure may stand before it is seen to stand beside it."""


def on_edge(page: Page, fill: Fill, edge: Emu, *, near: Emu = NEAR) -> Fill:
    """The fill with the ink of its first sign on the edge, where its layout would set it further off than `near`.

    A tabular 1 has up to an eighth of an em of air on its left. Set from right to left, it stays where it is.
    """
    if page.setter.brand.writing.rtl:
        return fill
    x = edge - page.setter.measurer.bearing(fill.paragraphs[0].text, fill.style)
    return replace(fill, rect=Rect(x, fill.rect.y, fill.rect.w, fill.rect.h)) if abs(x - fill.rect.x) > near else fill
