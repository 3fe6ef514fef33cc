"""What drawing a page asks for: how its brand looks, what its layout has, and how wide its words are."""

from __future__ import annotations

from typing import Protocol

from deckgen.brand.color import hex_of
from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.fonts.measure import Measurer
from deckgen.scene import Color, TextBox


class Inks(Protocol):
    """What knows how colours are seen: a sheet, or whoever draws charts without a brand."""

    def color(self, color: Color, /) -> str:
        """A colour as '#RRGGBB'."""
        ...


class Sheet:
    """A page's layout in its brand. `colors` are those already worked out, which a deck's pages share."""

    def __init__(self, brand: Brand, measurer: Measurer, layout: Layout, colors: dict[Color, str]) -> None:
        self.brand, self.measurer, self.layout = brand, measurer, layout
        self.surface = brand.surface(layout.surface)
        self._colors = colors
        self._placeholders = {placeholder.idx: placeholder for placeholder in layout.placeholders}

    def color(self, color: Color) -> str:
        """A colour as '#RRGGBB'."""
        found = self._colors.get(color)
        if found is None:
            found = self._colors[color] = hex_of(color, self.brand.theme)
        return found

    @property
    def text(self) -> Color:
        """The colour of text that nobody has given one: the colour map's tx1 (ECMA-376 part 1, 19.3.1.6)."""
        return Color(self.brand.dark_map.get("tx1", "lt1") if self.surface.dark else "dk1")

    @property
    def link(self) -> Color:
        """The colour of links: the colour map's hlink."""
        return Color(self.brand.dark_map.get("hlink", "hlink") if self.surface.dark else "hlink")

    def given(self, box: TextBox) -> Placeholder | None:
        """The layout's placeholder that a box fills."""
        return None if box.placeholder is None else self._placeholders.get(box.placeholder.idx)
