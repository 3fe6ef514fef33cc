"""The scene: the laid-out deck. Pure data; nothing is left to decide.

A slide's nodes stand in reading order, which is also the order they are painted in. Lengths are
EMU, sizes whole points, tracking hundredths of a point (as `spc`, ECMA-376 21.1.2.3.9).
"""

# Annotations are values here: of text, msgspec would have to compile each when a compiled brand is read (1 ms).
from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.scene.build import Step, Transition
from deckgen.scene.chart import Chart
from deckgen.scene.diagram import BoxLook, Connector
from deckgen.scene.film import Video
from deckgen.scene.image import Crop, Image
from deckgen.scene.math import Formula
from deckgen.scene.table import Table
from deckgen.scene.text import (
    Align,
    Anchor,
    Color,
    Line,
    Link,
    Paragraph,
    PlaceholderRef,
    TextStyle,
)
from deckgen.units import Emu, Rect


class TextBox(Struct, frozen=True, kw_only=True, tag=True):
    """Text in a placeholder, or free of one (`placeholder` None).

    `rect` is where it stands; `moved` says that this is not the layout's own place. `style` is the
    size that fits; `restyled` says that it is not the layout's own style, or that `space_after`
    isn't. `right_inset` narrows the lines (the cure for a single word on the last line), at the left where
    the box is `rtl`: set from right to left. `click` is where a click anywhere on the box goes. A box with a
    `look` is a drawn shape; connectors may join it.
    """

    name: str
    rect: Rect
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    style: TextStyle
    space_after: Emu = 0
    placeholder: PlaceholderRef | None = None
    moved: bool = False
    restyled: bool = False
    right_inset: Emu = 0
    anchor: Anchor = "t"
    align: Align = "l"
    color: Color | None = None
    wrap: bool = True
    click: Link | None = None
    look: BoxLook | None = None
    rtl: bool = False
    decorative: bool = False
    span: Span = NOWHERE


class Picture(Struct, frozen=True, kw_only=True, tag=True):
    """A picture in a placeholder or free; `alt` is "" only where `decorative`."""

    name: str
    rect: Rect
    image: Image
    alt: str
    crop: Crop = Crop()
    placeholder: PlaceholderRef | None = None
    moved: bool = False
    decorative: bool = False
    span: Span = NOWHERE


class Path(Struct, frozen=True):
    """An outline in `w` x `h` units. Commands: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y),
    ("O", cx, cy, r) for a full circle, and ("Z",)."""

    w: int
    h: int
    commands: tuple[tuple[str | int, ...], ...]


class Shape(Struct, frozen=True, kw_only=True, tag=True):
    """A filled or outlined figure: a rectangle, an ellipse or a path. Never text.

    `round` lines end and turn round.
    """

    name: str
    rect: Rect
    geometry: Literal["rect", "ellipse"] | Path = "rect"
    fill: Color | None = None
    stroke: Color | None = None
    stroke_width: Emu = 0
    round: bool = False
    alt: str = ""
    decorative: bool = True
    span: Span = NOWHERE


class Rule(Struct, frozen=True, kw_only=True, tag=True):
    """A straight line from the rect's upper left corner, its start, to its lower right one. `head` is where it has an
    arrow's."""

    name: str
    rect: Rect
    color: Color
    width: Emu
    head: Literal["start", "end"] | None = None
    decorative: bool = True
    span: Span = NOWHERE


class Group(Struct, frozen=True, kw_only=True, tag=True):
    """Nodes that move together, read in their order."""

    name: str
    rect: Rect
    nodes: tuple["TextBox | Picture | Shape | Rule | Connector | Group", ...]
    alt: str = ""
    decorative: bool = False
    span: Span = NOWHERE


Art: TypeAlias = TextBox | Picture | Shape | Rule | Connector | Group
"""What stands in groups and on layouts; the rest stands on slides alone."""
Node: TypeAlias = TextBox | Picture | Video | Shape | Rule | Connector | Group | Table | Formula | Chart


class Slide(Struct, frozen=True, kw_only=True):
    """One laid-out slide. `layout` is a name of the brand's layouts; `title` is what its title placeholder says.

    `outline` is what the slide is called in outlines and contents, "" for its title: the title of a figure alone
    doesn't say it.
    `build` are the clicks that bring its nodes in (none: all are there from the first). `transition` is how it takes
    the place of the slide before; None where nothing is said of it.
    """

    id: str
    kind: str
    layout: str
    title: str
    nodes: tuple[Node, ...]
    notes: tuple[Paragraph, ...] = ()
    hidden: bool = False
    section: str | None = None
    footer: str = ""
    minutes: float | None = None
    build: tuple[Step, ...] = ()
    transition: Transition | None = None
    language: str = "en-GB"
    outline: str = ""
    span: Span = NOWHERE

    @property
    def called(self) -> str:
        """What the slide is called where it isn't seen."""
        return self.outline or self.title


class Deck(Struct, frozen=True, kw_only=True):
    """The laid-out deck. `audience` is "full" for the whole deck, `label` what people call it ("" for the whole one);
    `minutes` is how long the talk may take, `date` the day it is given ("2026-11-24", "" where nobody says);
    `epoch` is seconds since 1970."""

    title: str
    brand: str
    language: str
    slides: tuple[Slide, ...]
    author: str = ""
    subject: str = ""
    source: str = ""
    audience: str = "full"
    label: str = ""
    date: str = ""
    minutes: float | None = None
    epoch: int = 0
    span: Span = NOWHERE
