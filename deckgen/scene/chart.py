"""Charts in the scene: exact values, and everything about their look decided; words are measured."""

# Annotations are values here: of text, msgspec would have to compile each when a compiled brand is read (1 ms).
from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.scene.text import Color, Line, PlaceholderRef, TextStyle
from deckgen.units import Emu, Rect, pt

HAIR, PARTING = pt(0.75), pt(1.5)
"""The widths of an axis and its grid lines, and of what parts touching pieces, in the ground's colour."""

ChartType: TypeAlias = Literal["bar", "column", "stacked", "line", "area", "doughnut", "scatter"]
"""bar and stacked lie, column stands; an area has its line along the top."""
LabelPlace: TypeAlias = Literal["outEnd", "ctr", "t", "r", "l"]
"""Where a label stands at its point (ECMA-376 part 1, 21.2.3.10): beyond the bar's end, in its middle, above, right,
left."""


class ChartLook(Struct, frozen=True):
    """How words in a chart are set. `bold` is theirs, whatever the style says."""

    style: TextStyle
    color: Color
    bold: bool = False


class ChartWords(Struct, frozen=True):
    """Words of the chart, measured, as they stand when nobody has moved them.

    `series` is the number of the series whose label they are, None of an axis's words.
    """

    line: Line
    look: ChartLook
    series: int | None = None


class ChartLabel(Struct, frozen=True, kw_only=True):
    """A label at a point: its value, its series' name and value, or `text`. `format` is a code of Excel's.

    `apart` is what stands between name and value. `shift` moves it down (EMU) from where the renderer
    would set it.
    """

    look: ChartLook
    shows: Literal["value", "series", "text"] = "value"
    place: LabelPlace = "outEnd"
    format: str = "General"
    text: str = ""
    apart: str = "\n"
    shift: Emu = 0


class ChartPoint(Struct, frozen=True, kw_only=True):
    """What one point has of its own. `marker` is a dot's size in whole points (0: none)."""

    index: int
    fill: Color | None = None
    marker: int = 0
    label: ChartLabel | None = None


class ChartSeries(Struct, frozen=True, kw_only=True):
    """A series. `values` are exact decimals as text, None for a gap; `label` is that of every point.

    `color` fills bars and rings and draws lines, `stroke` wide. `tint` fills the area below a line.
    `order` says when it is drawn: later ones lie on top.
    """

    name: str
    values: tuple[str | None, ...]
    color: Color
    order: int
    stroke: Emu = 0
    marker: int = 0
    tint: Color | None = None
    format: str = "General"
    label: ChartLabel | None = None
    points: tuple[ChartPoint, ...] = ()


class ChartAxis(Struct, frozen=True, kw_only=True):
    """An axis. A hidden one still scales: `low`, `high` and `step` are those of a value axis.

    `grid` is the colour of its grid lines, `line` of the axis itself. `skip` shows every so manieth category.
    `title_at` is its title's upper left corner on the slide.
    """

    look: ChartLook
    shown: bool = True
    low: str = ""
    high: str = ""
    step: str = ""
    format: str = "General"
    grid: Color | None = None
    line: Color | None = None
    skip: int = 1
    title: str = ""
    title_at: tuple[Emu, Emu] = (0, 0)


class Chart(Struct, frozen=True, kw_only=True, tag=True):
    """A native chart. `plot` is where its values are drawn, without the axes' words, on the slide.

    `gap` (between categories) and `overlap` (of bars) are per cents of a bar's breadth, `hole` one of the ring's
    diameter. `words` is every label, measured. `ground` is the colour behind it, which parts touching pieces.
    With `rtl` bars grow from the right, and years go from right to left.
    """

    name: str
    rect: Rect
    form: ChartType
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    plot: Rect
    look: ChartLook
    ground: Color
    category_axis: ChartAxis | None = None
    value_axis: ChartAxis | None = None
    gap: int = 60
    overlap: int = -4
    hole: int = 62
    words: tuple[ChartWords, ...] = ()
    alt: str = ""
    placeholder: PlaceholderRef | None = None
    decorative: bool = False
    rtl: bool = False
    span: Span = NOWHERE
