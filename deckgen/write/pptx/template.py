"""A brand made ready: what every deck of it has in common, as members of an archive."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckgen.brand.model import Brand, Layout
from deckgen.ooxml.zip import Member
from deckgen.scene import FontRole, Image
from deckgen.write.pptx.colors import ColorMap

NUMBER_IDX, FOOTER_IDX, DATE_IDX = 92, 93, 94
"""The idx of slide number, footer text and date on every layout. PowerPoint's usual 10 to 12 are left
free: a slide pasted from another deck brings its own."""


class LayoutPart(Struct, frozen=True):
    """A layout and the number of its part, which is also its place in the master's list."""

    number: int
    layout: Layout

    @property
    def part(self) -> str:
        """The name of its part."""
        return f"ppt/slideLayouts/slideLayout{self.number}.xml"


class Template(Struct, frozen=True, kw_only=True):
    """What every deck of a brand has in common.

    `members` are the parts by name, deflated; `kinds` are (part, kind) for the content types and
    `extensions` those of the media. `light` is the master's colour map, `dark` that of the layouts
    whose surface is dark. `fonts` are the typefaces by role.
    """

    brand: Brand
    layouts: Mapping[str, LayoutPart]
    members: dict[str, Member]
    kinds: tuple[tuple[str, str], ...]
    extensions: tuple[str, ...]
    light: ColorMap
    dark: ColorMap
    fonts: dict[FontRole, str]

    def layout(self, name: str) -> Layout:
        """The layout of this name."""
        return self.layouts[name].layout

    def is_dark(self, name: str) -> bool:
        """Whether the layout carries the dark colour map."""
        return self.brand.surface(self.layouts[name].layout.surface).dark

    def colors(self, name: str) -> ColorMap:
        """The colour map that holds on the layout."""
        return self.dark if self.is_dark(name) else self.light

    def number_idx(self, name: str) -> int | None:
        """The idx of the layout's slide-number placeholder, None where it has none."""
        return None if self.layouts[name].layout.number is None else NUMBER_IDX


def media_part(image: Image) -> str:
    """The part of a picture, named for what is in it, so that equal pictures are stored once."""
    return f"ppt/media/{image.sha256[:32]}.{image.format}"
