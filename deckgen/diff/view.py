"""A deck as it is compared and sketched: what its slides say and show, with nothing left to be inherited.

Both sides of a comparison are read from .pptx files, ours too, so that nothing differs which is not different
in the file. Lengths are EMU, sizes points, colours "#RRGGBB".
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.units import Rect

Kind: TypeAlias = Literal["text", "picture", "table", "chart", "film", "formula", "diagram", "object", "shape"]


class Ink(Struct, frozen=True):
    """A colour as it comes out, and the theme's slot that it was taken from, "" for one of its own."""

    rgb: str
    slot: str = ""


BLACK = Ink("#000000")


class Font(Struct, frozen=True, kw_only=True):
    """How a run is set. `baseline` is in thousandths of a per cent: 30000 is superscript. `tracking` is in points."""

    typeface: str = "Calibri"
    size: float = 18
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    baseline: int = 0
    tracking: float = 0
    color: Ink = BLACK


class Run(Struct, frozen=True):
    """Words of one look. A typed line break is a run of "\\n" alone.

    `link` is an address, or "slide 3", the number of a slide of the same deck.
    """

    text: str
    font: Font = Font()
    link: str = ""


class Setting(Struct, frozen=True, kw_only=True):
    """How a paragraph is set. `spacing` is a share of single lines, or points where `exact`; `before` and `after` are
    points."""

    align: Literal["l", "ctr", "r"] = "l"
    margin: int = 0
    indent: int = 0
    bullet: str = ""
    bullet_ink: Ink | None = None
    spacing: float = 1
    exact: bool = False
    before: float = 0
    after: float = 0
    rtl: bool = False


class Paragraph(Setting, frozen=True, kw_only=True):
    """A paragraph. `size` is that of its largest words."""

    runs: tuple[Run, ...]
    level: int = 0
    size: float = 18

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join([run.text for run in self.runs])


class Body(Struct, frozen=True, kw_only=True):
    """Text in a box: how far it keeps from each side, where it stands, and whether its lines turn. It is `turned`
    degrees in its box, with the clock; `upright` text doesn't turn with its box."""

    paragraphs: tuple[Paragraph, ...] = ()
    insets: tuple[int, int, int, int] = (91_440, 45_720, 91_440, 45_720)
    anchor: Literal["t", "ctr", "b"] = "t"
    wrap: bool = True
    turned: int = 0
    upright: bool = False
    shrink: float = 1

    @property
    def text(self) -> str:
        """The words, a line a paragraph."""
        return "\n".join([paragraph.text for paragraph in self.paragraphs])


class Look(Struct, frozen=True, kw_only=True):
    """Outline and fill. `geometry` is a preset's name (ECMA-376 20.1.10.56), `paths` those of one drawn freely,
    in shares of its box. `width` is in points."""

    geometry: str = "rect"
    paths: tuple[tuple[tuple[str | float, ...], ...], ...] = ()
    fill: Ink | None = None
    stroke: Ink | None = None
    width: float = 0
    dashed: bool = False
    arrows: tuple[bool, bool] = (False, False)


class Picture(Struct, frozen=True, kw_only=True):
    """A picture: `part` is where its bytes are, "" outside of the file; `content` what its content is known by;
    `crop` what is cut from each side, in shares."""

    part: str
    content: str
    size: int
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)


class Cell(Struct, frozen=True, kw_only=True):
    """A cell of a table; one that another spans is there too, `covered`."""

    body: Body = Body()
    fill: Ink | None = None
    columns: int = 1
    rows: int = 1
    covered: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """Widths of columns, and rows: each a height and its cells."""

    columns: tuple[int, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]


class Series(Struct, frozen=True, kw_only=True):
    """A series of a chart: its values by category as they are written, "" for a gap. `form` is that of a chart of
    several; `inks` are those of single points, by place, `labelled` the places whose values are written beside them."""

    name: str
    values: tuple[str, ...]
    ink: Ink | None = None
    form: str = ""
    inks: tuple[tuple[int, Ink], ...] = ()
    labelled: tuple[int, ...] = ()


class Axis(Struct, frozen=True, kw_only=True):
    """An axis: its ends and its step, "" where the program chooses. `between`: categories stand in rooms, not on their
    marks; `backwards`: the first is at the far end."""

    low: str = ""
    high: str = ""
    step: str = ""
    shown: bool = True
    grid: bool = False
    percent: bool = False
    between: bool = True
    backwards: bool = False


class Chart(Struct, frozen=True, kw_only=True):
    """The data of a chart: `form` as PowerPoint calls it ("bar", "line"), its title and axes' titles in `titles`. For
    its picture: the theme's colours that series take in turn, and gaps, overlaps and holes in per cents."""

    form: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    titles: tuple[str, ...] = ()
    across: Axis = Axis()
    upright: Axis = Axis()
    inks: tuple[Ink, ...] = ()
    legend: bool = False
    whole: bool = False
    gap: int = 150
    overlap: int = 0
    hole: int = 50


class Shape(Struct, frozen=True, kw_only=True):
    """Something on a slide. `name` is as in PowerPoint's selection pane; `key` is the name, told apart from others
    of the slide. `place` is the placeholder it fills, as (type, idx). `turn` is in degrees. `drawn` is what a diagram
    looks like, whose words are in `body`."""

    key: str
    name: str
    kind: Kind
    rect: Rect
    place: tuple[str, str] | None = None
    turn: float = 0
    mirrored: tuple[bool, bool] = (False, False)
    alt: str = ""
    decorative: bool = False
    link: str = ""
    body: Body = Body()
    look: Look | None = None
    picture: Picture | None = None
    table: Table | None = None
    chart: Chart | None = None
    media: str = ""
    drawn: tuple[Shape, ...] = ()

    @property
    def is_title(self) -> bool:
        """Whether the slide is named by it."""
        return self.place is not None and self.place[0] in ("title", "ctrTitle")

    @property
    def is_foot(self) -> bool:
        """Whether it is the deck's rather than the slide's: a number, a date, a footer."""
        return self.place is not None and self.place[0] in ("sldNum", "dt", "ftr", "hdr")


class Slide(Struct, frozen=True, kw_only=True):
    """A slide. `name`, `created` and `number_id` are what it may be known by elsewhere; `build` is what comes in on
    each click: the shape's name, and which part of it. `backdrop` is what its layout and master paint below it."""

    number: int
    title: str
    shapes: tuple[Shape, ...]
    name: str = ""
    created: str = ""
    slide_id: str = ""
    layout: str = ""
    section: str = ""
    hidden: bool = False
    transition: str = ""
    build: tuple[tuple[tuple[str, str], ...], ...] = ()
    notes: tuple[Paragraph, ...] = ()
    minutes: float | None = None
    ground: Ink | None = None
    ground_picture: Picture | None = None
    backdrop: tuple[Shape, ...] = ()


class Deck(Struct, frozen=True, kw_only=True):
    """A deck. `facts` are what it says of itself, by what they are called; None is what this side can't know.
    `faces` are the theme's, for headings and for text."""

    slides: tuple[Slide, ...]
    width: int = 12_192_000
    height: int = 6_858_000
    facts: dict[str, str | None] = {}
    faces: tuple[str, str] = ("", "")
    written_by: str = ""
    source: str = ""
    audience: str = ""
