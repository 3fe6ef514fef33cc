"""A brand as another writing system has it: its faces' seats and leading, and no letterspacing."""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.brand.model import Brand, FontFamily
from deckgen.brand.tokens import foot, seat
from deckgen.scene import FontRole, TextStyle
from deckgen.scripts import SYSTEMS, Writing
from deckgen.units import pt


def written(brand: Brand, writing: Writing) -> Brand | None:
    """The brand for decks written so; None when it has no face for them. Latin decks have the brand as it is."""
    if not writing.system:
        return brand
    families = script_families(brand, writing.system)
    if families is None:
        return None
    styles = {name: _written(style, families[style.font]) for name, style in brand.styles.items()}
    return replace(brand, styles=styles, writing=Writing(SYSTEMS[writing.system].language, writing.system, writing.rtl))


def script_families(brand: Brand, system: str) -> dict[FontRole, FontFamily] | None:
    """The brand's faces for a system, or for the one whose faces may stand in."""
    return brand.scripts.get(system) or brand.scripts.get(SYSTEMS[system].instead)


def _written(style: TextStyle, family: FontFamily) -> TextStyle:
    """The style in a face of the system. Joined letters may not be spaced, and others aren't meant to be."""
    # The foot of a slide is one line, in a box of its own.
    leading = 100 if style.name == "footer" else family.leading
    spacing = round(style.spacing * leading / 100)
    return replace(
        style,
        spacing=spacing,
        tracking=0,
        seat=pt(seat(style.size, spacing, family.share)),
        foot=pt(foot(style.size, spacing, family.share)),
    )
