"""Handouts as PDF: two, three or six slides on a sheet. The sheets are deckgen.drawing.sheets.handout's."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.drawing.sheets import handout_pages
from deckgen.fonts.embedding import Embeddable
from deckgen.write.formats import File, Options
from deckgen.write.pdf import about
from deckgen.write.pdf.document import pdf_chunks


def files(drawing: Drawing, options: Options, diags: Diagnostics) -> Iterator[File]:
    """`.handout.pdf` with `options.per_page` slides on a sheet; none, and a warning, where every slide is hidden."""
    if all(slide.hidden for slide in drawing.deck.slides):
        message = "every slide of this deck is hidden: there is nothing to hand out"
        diags.warning("nothing-shown", drawing.deck.span, message, hint="show one: take its `hidden: true` out")
        return
    pages = handout_pages(drawing, options.per_page)
    yield File(".handout.pdf", pdf_chunks(pages, Embeddable(drawing.fonts, drawing.brand, diags), about(drawing)))
