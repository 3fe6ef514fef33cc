"""The deck as one HTML file that presents it: no program but a browser, no network, from disk."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.write.formats import File, Options
from deckgen.write.html.document import document


def files(drawing: Drawing, options: Options, diags: Diagnostics) -> Iterator[File]:
    """The one file: all slides, faces and pictures, and the script that presents them."""
    yield File(".html", document(drawing, diags, notes=options.notes))
