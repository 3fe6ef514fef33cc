"""Boxes with words in them, drawn on the slide: what a diagram joins.

A box has a rank, which is its tone: "deep" stands on the brand's ground, "pale" on its tint, "stem" as well, but hides
a line that runs along its edge; "line" stands on the paper within a line. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from deckgen.brand.model import SurfaceName
from deckgen.diagnostics import Span
from deckgen.layout.attempt import Fill
from deckgen.layout.direction import directed
from deckgen.layout.frames import Frame
from deckgen.layout.paragraphs import paragraph
from deckgen.layout.setter import HEIGHT_MARGIN, Page
from deckgen.scene import BoxLook, Paragraph, TextStyle
from deckgen.spec.text import Text
from deckgen.units import Rect, box, pt

Rank = Literal["deep", "pale", "stem", "line"]
_SURFACES: dict[Rank, SurfaceName] = {"deep": "ground", "pale": "tint", "stem": "tint", "line": "paper"}
HAIR, COVER = 0.75, 1.5
"""A line around a box; and one in its own tone, wide enough that no pixel of a hair line below it shows."""


class BoxStyle(Struct, frozen=True):
    """How the words of a box are set: its name, the text below it, the gap between them, the insets."""

    name: str
    text: str
    gap: float = 0
    inset_x: float = 14
    inset_y: float = 12


class Words(Struct, frozen=True):
    """What stands in a box, by the slot path that its shape is known by."""

    slot: str
    name: Text
    text: Text | None
    span: Span


def boxed(page: Page, words: Words, rect: Rect, style: BoxStyle, rank: Rank) -> Fill:
    """The box in `rect`, its words from its upper inset on."""
    brand = page.setter.brand
    on = brand.surface(_SURFACES[rank])
    stroke, width = {"line": (on.color("rule"), HAIR), "stem": (on.background, COVER)}.get(rank, (None, 0))
    look = BoxLook(
        fill=on.background,
        stroke=stroke,
        stroke_width=pt(width),
        inset_x=pt(style.inset_x),
        inset_y=pt(style.inset_y),
    )
    main = style.text if words.text else style.name
    placed = Frame(brand).hang(words.slot, words.slot, idx=0, style=main, x=0, baseline=0, w=0, h=0, on=on.name)
    name = paragraph(words.name, placed)
    paragraphs: Sequence[Paragraph] = (name,)
    if words.text:
        own = replace(name, style=brand.style(style.name), space_after=pt(style.gap))
        paragraphs = (own, paragraph(words.text, placed))
    return Fill(
        slot=words.slot,
        name=words.slot,
        paragraphs=directed(tuple(paragraphs), placed, brand.writing),
        style=_main(page, main),
        space_after=0,
        rect=rect,
        limit=round(look.inner(rect).h / (1 + HEIGHT_MARGIN)),
        box=placed,
        look=look,
        span=words.span,
    )


def _main(page: Page, name: str) -> TextStyle:
    return page.setter.brand.style(name)


def box_height(page: Page, words: Words, width: float, style: BoxStyle) -> float:
    """How high a box of this width must be for its words."""
    height = page.height(boxed(page, words, box(0, 0, width, 0), style, "pale"))
    return height * (1 + HEIGHT_MARGIN) + 2 * style.inset_y
