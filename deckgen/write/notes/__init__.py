"""Notes pages as PDF: each slide above what its speaker says. The sheets are deckgen.drawing.sheets.notes's."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.drawing.sheets import notes_pages
from deckgen.fonts.embedding import Embeddable
from deckgen.scene import Slide
from deckgen.write.formats import File, Options
from deckgen.write.pdf import about
from deckgen.write.pdf.document import pdf_chunks


def files(drawing: Drawing, options: Options, diags: Diagnostics) -> Iterator[File]:  # noqa: ARG001 - as all formats
    """`.notes.pdf`. What no face has a glyph for is warned of: on paper it is an empty box."""
    for slide in drawing.deck.slides:
        _report_missing(slide, drawing, diags)
    yield File(
        ".notes.pdf", pdf_chunks(notes_pages(drawing), Embeddable(drawing.fonts, drawing.brand, diags), about(drawing))
    )


def _report_missing(slide: Slide, drawing: Drawing, diags: Diagnostics) -> None:
    style = drawing.brand.style("body")
    missing = dict.fromkeys("".join(drawing.measurer.missing(paragraph, style) for paragraph in slide.notes))
    if missing:
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing)
        diags.warning(
            "no-glyph",
            slide.span,
            f'the notes of slide "{slide.id}" hold {named}, which the brand\'s face has no glyph for',
            hint="on paper an empty box stands for it: use words there",
        )
