"""Brands made ready: each compiled once, for the writer and for the layout."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Diagnostics, Span
from deckgen.fonts.measure import Measurer
from deckgen.later import Later
from deckgen.layout.setter import Setter
from deckgen.scene import Image
from deckgen.scripts import LATIN, Writing
from deckgen.world import World
from deckgen.write.pptx.cache import load_template
from deckgen.write.pptx.template import Template


class Style(Struct, frozen=True):
    """A brand, ready: its template for the writer and its setter for the layout."""

    template: Template
    setter: Setter


class Brands:
    """The brands of a world, each compiled once. Pipelines of one process may share them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._styles: dict[tuple[str, str], Style] = {}

    def style(
        self, name: str, diags: Diagnostics, span: Span, writing: Writing = LATIN, written_at: Span = NOWHERE
    ) -> Style | None:
        """The brand `name`, asked for at `span`, for decks written so, as is said at `written_at`.

        None after reporting what is wrong with it.
        """
        key = name, writing.system
        if key not in self._styles:
            template = load_template(self._world, name, diags, span, writing=writing, written_at=written_at)
            if template is None:
                return None
            self._styles[key] = Style(template, _setter(template, self._world))
        return self._styles[key]

    def forget(self, paths: Collection[str]) -> bool:
        """Make the brands that have any of these files anew when they are next asked for; whether there are any."""
        changed = [key for key in self._styles if any(path.startswith(f"assets/brands/{key[0]}/") for path in paths)]
        for key in changed:
            del self._styles[key]
        return bool(changed)

    def forget_texts(self) -> None:
        """Drop every shaped and measured text; what is laid out anew comes out the same."""
        for style in self._styles.values():
            style.setter.clear()


def _setter(template: Template, world: World) -> Setter:
    """Layouts are filled from left to right; what runs the other way is mirrored when it is done."""
    brand = template.brand
    layouts = Later(template.layouts, lambda part: part.layout)
    if brand.writing.rtl:
        from deckgen.brand.mirror import mirrored_layout

        layouts = Later(layouts, mirrored_layout)
    measurer = Measurer(brand.fonts, world, scripts=brand.scripts, writing=brand.writing)

    def shrink(image: Image, width: int, height: int) -> Image:
        from deckgen.load.picture_shrink import shrunk  # many decks have no picture

        return shrunk(world, image, width, height)

    return Setter(brand, layouts, measurer, shrink)
