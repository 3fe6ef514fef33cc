"""The wordmark: mark and words, or a logo, as decorative nodes for each surface and size."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from deckgen.brand.art import Palette, Place, draw
from deckgen.brand.model import Surface, SurfaceName, Wordmark
from deckgen.brand.spec import PlaceSpec, WordmarkSpec
from deckgen.brand.svg import Drawing
from deckgen.brand.tokens import TypeSpec, Typography, text_style
from deckgen.diagnostics import Diagnostics
from deckgen.scene import Art, FontRole, Image, Paragraph, Picture, Run, TextBox
from deckgen.units import Rect, box, pt

MARK, WORDS = "Mark", "Wordmark"
WORDS_WIDTH = 300
"""Of the words' box, points: room enough for any name that leaves room for a slide."""


class WordmarkArt(Struct, frozen=True):
    """What a wordmark is drawn from: marks and logos by surface; a surface may lack either."""

    marks: Mapping[SurfaceName, Drawing]
    logos: Mapping[SurfaceName, Drawing | Image]


class WordmarkMaker(Struct, frozen=True):
    """Draws a brand's wordmark on its surfaces."""

    spec: WordmarkSpec
    art: WordmarkArt
    typography: Typography
    palette: Callable[[Surface], Palette]
    diags: Diagnostics

    def make(self, surfaces: Mapping[SurfaceName, Surface]) -> Wordmark:
        """The wordmark on every surface, for the foot of slides and for covers."""

        def nodes(place: PlaceSpec) -> dict[SurfaceName, tuple[Art, ...]]:
            return {name: self._nodes(surface, place) for name, surface in surfaces.items()}

        return Wordmark(tuple(self.spec.lines), nodes(self.spec.cover), nodes(self.spec.footer))

    def _nodes(self, surface: Surface, place: PlaceSpec) -> tuple[Art, ...]:
        logo = self.art.logos.get(surface.name)
        if logo is not None:
            return self._logo(logo, surface, place)
        mark = self.art.marks.get(surface.name)
        if mark is None:
            return (self._words(surface, place, place.x),)
        # The mark stands on the words' middle.
        y = place.y + (place.lead * len(self.spec.lines) - place.mark_height) / 2
        width = mark.width * place.mark_height / mark.height
        return (
            *self._drawn(mark, surface, place.x, y, place.mark_height),
            self._words(surface, place, place.x + width + place.gap),
        )

    def _logo(self, logo: Drawing | Image, surface: Surface, place: PlaceSpec) -> tuple[Art, ...]:
        height = place.mark_height
        if isinstance(logo, Drawing):
            return self._drawn(logo, surface, place.x, place.y, height)
        rect = box(place.x, place.y, height * logo.width / logo.height, height)
        return (Picture(name=WORDS, rect=rect, image=logo, alt="", decorative=True),)

    def _drawn(self, drawing: Drawing, surface: Surface, x: float, y: float, height: float) -> tuple[Art, ...]:
        return draw(
            drawing,
            name=MARK,
            place=Place(x, y, height / drawing.height),
            palette=self.palette(surface),
            diags=self.diags,
        )

    def _words(self, surface: Surface, place: PlaceSpec, x: float) -> TextBox:
        font: FontRole = "minor" if self.spec.font == "minor" else "major"
        style = text_style("wordmark", TypeSpec(round(place.size), round(place.lead), font, "bold"), self.typography)
        lines = tuple(Paragraph((Run(line),)) for line in self.spec.lines)
        # Unwrapped, and so never fitted: LibreOffice 7.4 sets free boxes that it may fit with the face's
        # own line height, and then other texts of the slide too.
        height = round(style.pitch * len(lines) * 1.015)
        rect = Rect(pt(x), pt(place.baseline) - style.seat, pt(WORDS_WIDTH), height)
        # On the bright ground a title may have a colour of its own; the name there is as running text.
        color = surface.color("text" if surface.name == "bright" else "title")
        return TextBox(
            name=WORDS, rect=rect, paragraphs=lines, lines=(), style=style, color=color, wrap=False, decorative=True
        )
