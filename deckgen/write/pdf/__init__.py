"""PDF: a page for every slide that is shown, tagged for those who can't see it (PDF/UA-1, ISO 14289-1).

Hidden slides have no page, as PowerPoint's own export leaves them out; the others keep their numbers as page labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.fonts.embedding import Embeddable
from deckgen.write.formats import File, Options

if TYPE_CHECKING:
    from deckgen.write.pdf.metadata import About


def files(drawing: Drawing, options: Options, diags: Diagnostics) -> Iterator[File]:  # noqa: ARG001 - as all formats
    """The deck as one `.pdf`; none, and a warning, where every slide is hidden."""
    shown = [index for index, slide in enumerate(drawing.deck.slides) if not slide.hidden]
    if not shown:
        message = "every slide of this deck is hidden: there is no page to put into a PDF"
        diags.warning("nothing-shown", drawing.deck.span, message, hint="show one: take its `hidden: true` out")
        return
    from deckgen.write.pdf.document import pdf_chunks  # pikepdf: pictures are painted with what is here, without it

    fonts = Embeddable(drawing.fonts, drawing.brand, diags)
    yield File(".pdf", pdf_chunks((drawing.page(index) for index in shown), fonts, about(drawing)))


def about(drawing: Drawing) -> About:
    """What a file says of a deck."""
    from deckgen.write.pdf.metadata import About

    deck = drawing.deck
    return About(title=deck.title, author=deck.author, subject=deck.subject, language=deck.language, epoch=deck.epoch)
