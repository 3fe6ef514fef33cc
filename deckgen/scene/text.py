"""Text in the scene: styles, runs, paragraphs, and the lines they were measured to."""

# Annotations are values here: of text, msgspec would have to compile each when a compiled brand is read (1 ms).
from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.units import Emu

FontRole: TypeAlias = Literal["major", "minor", "mono"]
Anchor: TypeAlias = Literal["t", "ctr", "b"]
Align: TypeAlias = Literal["l", "ctr", "r"]


class Color(Struct, frozen=True):
    """A colour of the theme: a slot as the theme names it (dk1, lt2, accent3, hlink …), shaded.

    `lum_mod` and `lum_off` are thousandths of a per cent (ECMA-376 20.1.2.3.20, .21). In charts alone the slot
    may be '#RRGGBB', a colour that the theme lacks.
    """

    slot: str
    lum_mod: int | None = None
    lum_off: int | None = None


class TextStyle(Struct, frozen=True, kw_only=True):
    """A named size of type as the brand sets it. The one place that knows size, leading and seat.

    `seat` is the distance from a box's top to its first baseline, `foot` from the last baseline to
    the bottom of a bottom-anchored box (design/NATIVE.md section 4).
    """

    name: str
    size: int
    spacing: int
    font: FontRole
    bold: bool
    tracking: int
    seat: Emu
    foot: Emu

    @property
    def pitch(self) -> Emu:
        """Distance from baseline to baseline: 1.2 x size x spacing (FIT.md 2.1)."""
        return round(self.size * 12_700 * 12 * self.spacing / 1000)


class Link(Struct, frozen=True):
    """Where a click goes: `url` (http, https, mailto, tel) or `slide`, an id within the deck."""

    url: str | None = None
    slide: str | None = None


class Script(Struct, frozen=True):
    """A writing system other than the deck's: its language tag, and its face where the theme has another.

    `slot` is the kind of face that is meant: "cs" of complex scripts, "ea" East Asian, "" Latin.
    """

    language: str
    slot: Literal["", "cs", "ea"] = ""
    typeface: str = ""


class Run(Struct, frozen=True):
    """Text of one look. A line break is a run whose text is LINE_BREAK alone.

    `color` and `tracking` None mean: as the placeholder's style has it; `script` None: as the slide is written;
    `style` None: as its paragraph is set. `baseline` is in thousandths of a per cent (30000 superscript, -25000
    subscript).
    """

    text: str
    bold: bool = False
    italic: bool = False
    color: Color | None = None
    link: Link | None = None
    baseline: int = 0
    tracking: int | None = None
    script: Script | None = None
    style: TextStyle | None = None


LINE_BREAK = "\n"


class Paragraph(Struct, frozen=True):
    """Runs in order. `level` is the depth in a list, 0 outermost.

    `style` and `space_after` None mean: as the text box has them. `margin` (where turned
    lines and bulleted text start) and `indent` (of the first line, negative hangs) are EMU, None =
    as the placeholder's level has them. `bullet` None means: as the level has it. `rtl` says that its words
    run from right to left, None that they run as the slide does; it stands at its box's side, unless `align`
    names another.
    """

    runs: tuple[Run, ...]
    level: int = 0
    style: TextStyle | None = None
    space_after: Emu | None = None
    margin: Emu | None = None
    indent: Emu | None = None
    color: Color | None = None
    bold: bool | None = None
    bullet: bool | None = None
    rtl: bool | None = None
    align: Align | None = None

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)

    def highest(self, style: TextStyle) -> TextStyle:
        """The style that its lines are as high as, in a box of `style`: its own, or a larger one of its runs."""
        own = self.style or style
        larger = [run.style for run in self.runs if run.style is not None and run.style.size > own.size]
        return max(larger, key=lambda found: found.size) if larger else own


class Line(Struct, frozen=True):
    """A measured line: its words as they are read, its left edge, its width and baseline, on the slide."""

    text: str
    paragraph: int
    x: Emu
    baseline: Emu
    width: Emu


class PlaceholderRef(Struct, frozen=True):
    """Which placeholder of the slide's layout a node fills."""

    type: Literal["title", "ctrTitle", "subTitle", "body", "pic", "media", "tbl", "chart", "sldNum"]
    idx: int
