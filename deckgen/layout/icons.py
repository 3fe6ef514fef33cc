"""Icons as native outlines, in a colour of the theme."""

from __future__ import annotations

from deckgen.brand.model import ColorRole, SurfaceName
from deckgen.layout.setter import Page
from deckgen.scene import Shape
from deckgen.units import Rect, pt

THICKEST = pt(6)
"""The heaviest line there is on a slide; small icons have lines of a sixteenth of their side."""


def icon_in(
    page: Page,
    name: str,
    rect: Rect,
    role: ColorRole = "emph",
    *,
    slot: str = "icon",
    on: SurfaceName | None = None,
    alt: str = "",
) -> Shape:
    """The icon `name` as large as fits in the middle of `rect`, one freeform that PowerPoint can recolour.

    Its colour plays `role` on the layout's surface, or on that of a panel, `on`. `slot` names the shape.
    Without `alt` it is decorative, as beside words that say the same.
    """
    from deckgen.icons.find import icon_path

    side = min(rect.w, rect.h)
    return Shape(
        name=slot,
        rect=Rect(rect.x + (rect.w - side) // 2, rect.y + (rect.h - side) // 2, side, side),
        geometry=icon_path(name),
        stroke=page.setter.brand.surface(on or page.layout.surface).color(role),
        stroke_width=min(side // 16, THICKEST),
        round=True,
        alt=alt,
        decorative=not alt,
    )
