"""A slide layout: its ground, its decor, and the placeholders that slides fill."""

from __future__ import annotations

from deckgen.brand.model import Brand, Layout
from deckgen.ooxml.xml import Xml, document, el
from deckgen.write.pptx.colors import map_override_xml
from deckgen.write.pptx.draw import draw_node
from deckgen.write.pptx.master import background, header_footer
from deckgen.write.pptx.package import NAMESPACES
from deckgen.write.pptx.pen import Pen
from deckgen.write.pptx.placeholders import LEVELS, foot, levels, placeholder_shape
from deckgen.write.pptx.slide import shape_tree

FIRST_RELATION = 2
"""The layout's first relationship leads to its master; pictures of its decor follow."""


def layout(arrangement: Layout, brand: Brand, pen: Pen, *, cover: bool = False) -> bytes:
    """A `slideLayoutN.xml` (ECMA-376 part 1, 19.3.1.39).

    `cover` marks the brand's title slide. The others are no layout of PowerPoint's, so they carry none
    of its types; `preserve` keeps them although no slide uses them.
    """
    surface = brand.surface(arrangement.surface)
    muted = surface.color("muted")
    drawn = [draw_node(node, pen) for node in arrangement.nodes]
    filled = [
        placeholder_shape(
            p, pen, list_style=el("a:lstStyle", None, levels(p, pen, brand=brand, muted=muted, count=len(LEVELS)))
        )
        for p in arrangement.placeholders
    ]
    numbered = () if arrangement.number is None else foot(brand.style("footer"), arrangement.number, pen)
    return document(
        el(
            "p:sldLayout",
            {**NAMESPACES, "type": "title" if cover else None, "preserve": 1, "userDrawn": 1},
            el(
                "p:cSld",
                {"name": arrangement.name},
                *_ground(arrangement, brand, pen),
                shape_tree([*drawn, *filled, *numbered]),
            ),
            map_override_xml(pen.colors if surface.dark else None),
            header_footer(),
        )
    )


def _ground(arrangement: Layout, brand: Brand, pen: Pen) -> tuple[Xml, ...]:
    """The layout's background; nothing on a light layout that has the master's, so that it follows it."""
    surface = brand.surface(arrangement.surface)
    if surface.background.slot == "lt1" and surface.background.lum_mod is None and not surface.dark:
        return ()
    return (background(surface.background, pen.colors),)
