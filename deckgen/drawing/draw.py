"""A deck's pages, drawn one by one as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.brand.color import hex_of
from deckgen.brand.model import Brand, Layout
from deckgen.drawing.model import Page
from deckgen.fonts.measure import Measurer
from deckgen.scene import Deck


class Drawing:
    """A deck in its brand, ready to be drawn. `layouts` are the brand's own, by name, mirrored where its decks are."""

    def __init__(self, deck: Deck, brand: Brand, layouts: Mapping[str, Layout], measurer: Measurer) -> None:
        self.deck, self.brand, self.layouts, self.measurer = deck, brand, layouts, measurer

    def pages(self) -> Iterator[Page]:
        """Every slide's page in order, hidden ones too. No page is kept: a deck may have hundreds."""
        return (self.page(index) for index in range(len(self.deck.slides)))

    def page(self, index: int) -> Page:
        """The page of one slide, from 0."""
        slide = self.deck.slides[index]
        surface = self.brand.surface(self.layouts[slide.layout].surface)
        return Page(
            elements=(),
            background=hex_of(surface.background, self.brand.theme),
            number=index + 1,
            language=slide.language,
            rtl=self.brand.writing.rtl,
            slide=slide,
        )
