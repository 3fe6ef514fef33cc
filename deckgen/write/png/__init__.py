"""PNG: a picture of every slide, hidden ones too, as wide as is asked for; drawn by resvg (MIT, Apache-2.0)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.drawing import Drawing, Page
from deckgen.fonts.embedding import Embeddable
from deckgen.ooxml.xml import Xml, el
from deckgen.write.formats import File, Options
from deckgen.write.png.outlines import OutlinePainter
from deckgen.write.svg.faces import Faces
from deckgen.write.svg.marks import num
from deckgen.write.svg.names import slide_suffix
from deckgen.write.svg.roles import Attributes
from deckgen.write.svg.slide import SVG

NARROWEST, WIDEST = 16, 16_384
"""Pixels. resvg takes 4 bytes for each: 600 MB for the widest slide."""


def files(drawing: Drawing, options: Options, diags: Diagnostics) -> Iterator[File]:
    """Each slide's `.png`, one after another; none, and an error, where the width is none that can be drawn."""
    if not NARROWEST <= options.width <= WIDEST:
        diags.error(
            "picture-width",
            NOWHERE,
            f"a picture {options.width:,} pixels wide can't be drawn",
            hint=f"ask for a width from {NARROWEST} to {WIDEST:,}; 1,920 fills a screen",
        )
        return
    painter = painter_of(drawing, diags)
    for index, page in enumerate(drawing.pages()):
        yield File(slide_suffix(drawing.deck, index, "png"), (picture(page, painter, options.width),))


def painter_of(drawing: Drawing, diags: Diagnostics) -> OutlinePainter:
    """What draws the pages of a deck; it keeps the outlines of letters for the next page."""
    return OutlinePainter(Faces(Embeddable(drawing.fonts, drawing.brand, diags), drawing.brand))


def picture(page: Page, painter: OutlinePainter, width: int) -> bytes:
    """A page as PNG, `width` pixels wide."""
    from resvg_py import svg_to_bytes

    height = max(1, round(width * page.height / page.width))
    svg = _svg(page, painter.page(page), width, height)
    return bytes(svg_to_bytes(svg_string=svg, skip_system_fonts=True))


def _svg(page: Page, content: Xml, width: int, height: int) -> Xml:
    view = f"0 0 {num(page.width)} {num(page.height)}"
    size: Attributes = {"width": width, "height": height, "viewBox": view, "preserveAspectRatio": "none"}
    return el("svg", {"xmlns": SVG, **size}, content)
