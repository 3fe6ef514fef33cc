"""Pages: slides as marks in a tree of meaning. Pure data, with nothing left to decide.

Lengths are points, from the page's upper left corner; colours are "#RRGGBB". Elements stand in reading order, which
is also the order they are painted in. Their roles are the structure types of PDF (ISO 32000-1, 14.8.4).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.scene import Crop, Image, Link, Slide

PathCommand: TypeAlias = tuple[str | float, ...]
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("O", cx, cy, r) for a full circle, ("Z",)."""

Role: TypeAlias = Literal[
    "H1", "P", "L", "LI", "Lbl", "LBody", "BlockQuote", "Code", "Link", "Span", "Div",
    "Table", "TR", "TH", "TD", "Figure", "Formula", "Artifact",
]  # fmt: skip
"""What an element is to somebody who can't see it. An artifact is decoration: nothing is read out."""


THICKER = 1 / 30
"""How broad the line around a letter is that stands in for bold, as a share of the size: as browsers do it."""
SLANT = 0.25
"""How far to the right a letter leans that stands in for italic, as a share of its height."""


class Words(Struct, frozen=True, kw_only=True):
    """A piece of a line in one face and look, as it is read. `x` is its left edge, also of what runs to the left.

    `face` is the key of a font (`Drawing.fonts`); `width` is what it takes: where a writer's own advances come to
    another sum, it spreads the difference over the characters. `tracking` (points after each) is in the width.
    `ligatures` tells whether the renderer joins letters that need not be joined, `kerned` whether it moves pairs
    together that leave a gap, which PowerPoint does not in small text. Blanks at either end are part of it;
    one that a line is broken at hangs beyond the line's edge, so that whoever takes the words has them apart.
    `thickened` and `slanted` words are bold or italic in a family without such a face: their letters are drawn with a
    line around them (THICKER of the size), leaning (by SLANT of their height).
    `turn` is how far they are turned around where they begin on their baseline: degrees, with the clock.
    """

    text: str
    x: float
    baseline: float
    width: float
    face: str
    size: float
    color: str
    tracking: float = 0
    rtl: bool = False
    ligatures: bool = False
    kerned: bool = True
    underline: bool = False
    thickened: bool = False
    slanted: bool = False
    turn: float = 0


class Outline(Struct, frozen=True, kw_only=True):
    """A path, filled (non-zero winding), stroked or both. `dash` are lengths on and off, () for a whole line."""

    path: tuple[PathCommand, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0
    round: bool = False
    dash: tuple[float, ...] = ()


class Raster(Struct, frozen=True, kw_only=True):
    """A picture in a box; `crop` is what of it lies outside. Writers that can, draw `image.vector`."""

    x: float
    y: float
    w: float
    h: float
    image: Image
    crop: Crop = Crop()


class Inset(Struct, frozen=True, kw_only=True):
    """A page drawn on another, its upper left corner at `x`, `y`, `scale` times its size, clipped to its own edges."""

    page: Page
    x: float
    y: float
    scale: float


Mark: TypeAlias = Words | Outline | Raster | Inset


class Element(Struct, frozen=True, kw_only=True):
    """Marks that mean one thing. `node` is the scene's node it draws, where it draws all or, of a text or a chart, the
    `paragraph` or `series` of that number: what builds bring in by itself. A node is what is in the outermost
    elements of its name; a paragraph of it is the element of that name and number, with lists below it in it.

    A series' number is that of `Reveal.series`: its place in the order of drawing.

    `alt` is read instead of what is in it; of a table, whose cells are read, it is a summary. `link` is where a click
    goes, anywhere on it. `columns`, `rows` and `scope` are of table cells. `language` None means: as around it.
    """

    role: Role
    children: tuple[Element | Mark, ...] = ()
    node: str = ""
    paragraph: int | None = None
    series: int | None = None
    alt: str = ""
    link: Link | None = None
    language: str | None = None
    columns: int = 1
    rows: int = 1
    scope: Literal["", "Column", "Row"] = ""


class Page(Struct, frozen=True, kw_only=True):
    """A page. `slide` is what it shows, for its title, notes, build and so on: None of a sheet that shows several."""

    elements: tuple[Element, ...]
    background: str
    number: int
    language: str
    width: float = 960
    height: float = 540
    rtl: bool = False
    slide: Slide | None = None
