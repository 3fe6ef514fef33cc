"""PNG: a picture of every slide, hidden ones too, as wide as is asked for; drawn by PDFium (BSD, Apache-2.0)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.drawing import Drawing, Page
from deckgen.fonts.embedding import Embeddable
from deckgen.write.formats import File, Options
from deckgen.write.png.packing import packed, png
from deckgen.write.png.painter import Painter
from deckgen.write.svg.faces import Faces
from deckgen.write.svg.names import slide_suffix

NARROWEST, WIDEST = 16, 16_384
"""Pixels. Each takes 3 bytes: 450 MB for the widest slide."""


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
    drawn = (painter.pixels(page, options.width) for page in drawing.pages())
    for index, data in enumerate(packed(drawn)):
        yield File(slide_suffix(drawing.deck, index, "png"), (data,))


def painter_of(drawing: Drawing, diags: Diagnostics) -> Painter:
    """What draws the pages of a deck; it keeps the outlines of letters, and pictures, for the next page."""
    return Painter(Faces(Embeddable(drawing.fonts, drawing.brand, diags), drawing.brand))


def picture(page: Page, painter: Painter, width: int) -> bytes:
    """A page as PNG, `width` pixels wide."""
    return png(painter.pixels(page, width))
