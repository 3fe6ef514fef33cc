"""The speaker's text, as Markdown and as a Word document: what is said on each slide, and when."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.write.formats import File, Options
from deckgen.write.script.markdown import markdown


def files(drawing: Drawing, options: Options, diags: Diagnostics) -> Iterator[File]:  # noqa: ARG001 - as all formats
    """`.script.md` and `.script.docx`."""
    yield File(".script.md", (markdown(drawing.deck).encode(),))
    from deckgen.write.script.document import document  # python-docx takes longer than most scripts

    yield File(".script.docx", (document(drawing),))
