"""A deck's pages, drawn one by one as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from deckgen.brand.color import hex_of
from deckgen.brand.model import Brand, Layout
from deckgen.drawing.foot import foot
from deckgen.drawing.model import Element, Page
from deckgen.drawing.nodes import decor, elements
from deckgen.drawing.sheet import Sheet
from deckgen.fonts.files import FontFile, font_files
from deckgen.fonts.measure import Measurer
from deckgen.scene import Color, Deck


class Drawing:
    """A deck in its brand, ready to be drawn. `layouts` are the brand's own, by name, mirrored where its decks are;
    `first` is the number of its first slide."""

    def __init__(
        self, deck: Deck, brand: Brand, layouts: Mapping[str, Layout], measurer: Measurer, *, first: int = 1
    ) -> None:
        self.deck, self.brand, self.layouts, self.measurer = deck, brand, layouts, measurer
        self._first = first
        self._colors: dict[Color, str] = {}
        self._decor: dict[str, tuple[Element, ...]] = {}

    @cached_property
    def fonts(self) -> Mapping[str, FontFile]:
        """Every font file that words may be set in, by `Words.face`; each is read when it is first asked for."""
        return font_files(self.measurer)

    def pages(self) -> Iterator[Page]:
        """Every slide's page in order, hidden ones too. No page is kept: a deck may have hundreds."""
        return (self.page(index) for index in range(len(self.deck.slides)))

    def page(self, index: int) -> Page:
        """The page of one slide, from 0: its layout's art, its nodes, its foot."""
        slide, number = self.deck.slides[index], self._first + index
        layout = self.layouts[slide.layout]
        sheet = Sheet(self.brand, self.measurer, layout, self._colors)
        drawn = [element for node in slide.nodes for element in elements(node, sheet)]
        return Page(
            elements=(*self._art(layout, sheet), *drawn, *foot(number, slide.footer, sheet)),
            background=hex_of(sheet.surface.background, self.brand.theme),
            number=number,
            language=slide.language,
            rtl=self.brand.writing.rtl,
            slide=slide,
        )

    def _art(self, layout: Layout, sheet: Sheet) -> tuple[Element, ...]:
        """What a layout draws below its slides; it is the same on all of them."""
        found = self._decor.get(layout.name)
        if found is None:
            found = self._decor[layout.name] = decor(layout.nodes, sheet)
        return found
