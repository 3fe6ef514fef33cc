"""How a side's slides are drawn: by deckgen's own layout, or sketched from the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from deckgen.brand.model import Brand
from deckgen.diagnostics import Diagnostics
from deckgen.diff.read.opened import Presentation
from deckgen.diff.view import Deck
from deckgen.drawing import Drawing, Page
from deckgen.fonts.files import FontFile


class Drawn(Struct, frozen=True, kw_only=True):
    """Pages of slides by number, from 1; the fonts of their words; and whether they are sketches of a file."""

    page: Callable[[int], Page]
    fonts: Mapping[str, FontFile]
    brand: Brand | None
    sketch: bool


def drawn(drawing: Drawing, diags: Diagnostics) -> Drawn:
    """The slides of a deck that deckgen has laid out. A font that may not be embedded is named in `diags`."""
    from deckgen.fonts.embedding import Embeddable

    return Drawn(
        page=lambda number: drawing.page(number - 1),
        fonts=Embeddable(drawing.fonts, drawing.brand, diags),
        brand=drawing.brand,
        sketch=False,
    )


def sketched(package: Presentation, deck: Deck) -> Drawn:
    """The slides of a file."""
    from deckgen.diff.sketch.fonts import shipped_fonts
    from deckgen.diff.sketch.page import Sketch

    return Drawn(page=Sketch(package, deck).page, fonts=shipped_fonts(), brand=None, sketch=True)
