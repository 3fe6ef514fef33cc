"""What no brand may change: the scale of sizes, the named styles made from it, and the widths of lines.

The grid is deckgen/layout/frames.py's. Sizes and leads are points (design/tokens.json); what comes
out is a `TextStyle` with the line spacing and the seats of design/NATIVE.md section 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from deckgen.brand.model import FontFamily
from deckgen.scene import FontRole, TextStyle
from deckgen.units import pt

SCALE = (12, 14, 17, 20, 24, 28, 34, 40, 48, 56, 68, 80, 96, 112, 136, 160, 192)
"""Every size of type there is: quarter octaves from 12 pt."""

MAX_SPACING = 99
"""Per cent. From 100 on, PowerPoint and LibreOffice seat the first line apart (NATIVE.md 1)."""

HAIR, RULE, HEAVY = pt(0.75), pt(1.5), pt(6)
"""The three widths of a line (design/tokens.json, rules)."""

Weight = Literal["regular", "title", "bold"]


class TypeSpec(Struct, frozen=True):
    """A style before a brand sets it: points, a face by its part, and whether it is bold.

    `weight` "title" is as bold as the brand's titles. `one_line` styles never wrap, so that their
    lead says nothing. `tracked` names the style whose tracking it has, where that isn't its own.
    """

    size: int
    lead: int
    font: Literal["major", "minor", "mono", "figure"] = "minor"
    weight: Weight = "regular"
    one_line: bool = False
    tracked: str = ""


COVER_TITLE = "cover_title"
"""The one style whose size a brand chooses."""

STYLES: dict[str, TypeSpec] = {
    "footer": TypeSpec(12, 14),
    "imprint": TypeSpec(12, 15),
    "source": TypeSpec(14, 18),
    "label": TypeSpec(17, 22),
    "small": TypeSpec(20, 26),
    "body": TypeSpec(24, 30),
    "lead": TypeSpec(28, 36),
    "big": TypeSpec(34, 42),
    "code": TypeSpec(20, 34, "mono"),
    "title": TypeSpec(34, 40, "major", "title"),
    "quote_s": TypeSpec(28, 36, "major"),
    "quote": TypeSpec(34, 42, "major"),
    "quote_m": TypeSpec(48, 58, "major"),
    "quote_l": TypeSpec(68, 78, "major"),
    "headline": TypeSpec(40, 48, "major", "title"),
    "callout": TypeSpec(48, 54, "major", "title"),
    "display": TypeSpec(56, 64, "major", "title"),
    "cover_title_s": TypeSpec(80, 84, "major", "title", tracked="display"),
    "poster": TypeSpec(136, 132, "major", "title", one_line=True),
    "sign": TypeSpec(160, 160, "minor", "title", one_line=True),  # between letters of a poster
    "figure": TypeSpec(68, 70, "figure", "bold", one_line=True),
    "step": TypeSpec(112, 112, "figure", "bold", one_line=True),
    "initials": TypeSpec(34, 40, "figure", "bold", one_line=True, tracked="figure"),
    "initials_s": TypeSpec(28, 36, "figure", "bold", one_line=True, tracked="figure"),
    "number": TypeSpec(192, 180, "figure", "bold", one_line=True),
    "number_s": TypeSpec(136, 132, "figure", "bold", one_line=True, tracked="number"),
    # The same sizes in another weight or face, for the roles that want it.
    "small_bold": TypeSpec(20, 26, "minor", "bold"),
    "body_bold": TypeSpec(24, 30, "minor", "bold"),
    "lead_bold": TypeSpec(28, 36, "minor", "bold"),
    "body_major": TypeSpec(24, 30, "major"),
    "phone": TypeSpec(48, 54, "figure", "bold"),
    "source_bold": TypeSpec(14, 18, "minor", "bold"),
    "source_major": TypeSpec(14, 18, "major", "bold"),
}

STYLE_NAMES = (*STYLES, COVER_TITLE)


class Typography(Struct, frozen=True, kw_only=True):
    """A brand's choices in type, as far as it has any: faces, weight of titles, tracking in points."""

    fonts: Mapping[FontRole, FontFamily]
    figure_font: FontRole
    bold_titles: bool
    tracking: Mapping[str, float]
    cover_title: tuple[int, int]


def text_styles(typography: Typography) -> dict[str, TextStyle]:
    """Every style by name, as a brand sets it."""
    size, lead = typography.cover_title
    specs = {**STYLES, COVER_TITLE: TypeSpec(size, lead, "major", "title")}
    return {name: text_style(name, spec, typography) for name, spec in specs.items()}


def text_style(name: str, spec: TypeSpec, typography: Typography) -> TextStyle:
    """One style: line spacing from its lead, seat and foot from its face."""
    font = typography.figure_font if spec.font == "figure" else spec.font
    spacing = MAX_SPACING if spec.one_line else line_spacing(spec.size, spec.lead)
    share = typography.fonts[font].share
    bold = spec.weight == "bold" or (spec.weight == "title" and typography.bold_titles)
    return TextStyle(
        name=name,
        size=spec.size,
        spacing=spacing,
        font=font,
        bold=bold,
        tracking=round(100 * typography.tracking.get(spec.tracked or name, 0)),
        seat=pt(seat(spec.size, spacing, share)),
        foot=pt(foot(spec.size, spacing, share)),
    )


def line_spacing(size: float, lead: float) -> int:
    """The lead as per cent of a 1.2 em line, at most 99."""
    return min(MAX_SPACING, round(100 * lead / (1.2 * size)))


def seat(size: float, spacing: int, share: float) -> float:
    """Points from a box's top to its first baseline: halfway between the two renderers.

    LibreOffice puts it at 0.96 of the spacing, whatever the face; PowerPoint takes what the spacing
    saves from above the line, and rounds to whole points (NATIVE.md 2 and 4).
    """
    part = spacing / 100
    if spacing > MAX_SPACING:
        return _loose_seat(size, part)
    libreoffice = 0.96 * part * size
    powerpoint = round((1.2 * part - (1.2 - share)) * size)
    return (libreoffice + powerpoint) / 2


def _loose_seat(size: float, part: float) -> float:
    """The same where lines stand further apart than a face's own, as Nastaliq's: the renderers differ there."""
    libreoffice = (1.2 * part - 0.2) * size
    powerpoint = 0.9 * part * size
    return (libreoffice + powerpoint) / 2


def foot(size: float, spacing: int, share: float) -> float:
    """Points from the last baseline to the foot of a box anchored there: halfway, as `seat`."""
    part = spacing / 100
    if spacing > MAX_SPACING:
        return (0.2 + 0.3 * part) / 2 * size
    libreoffice = 0.24 * part * size
    powerpoint = (1.2 - share) * size
    return (libreoffice + powerpoint) / 2
