"""What every chart needs while it is laid out: looks, measured words, colours, and refusals."""

from __future__ import annotations

from typing import Literal, Required, TypedDict, Unpack

from msgspec.structs import replace

from deckgen.layout.attempt import Refusal
from deckgen.layout.charts.model import Cell, ChartData
from deckgen.layout.setter import Page
from deckgen.scene import (
    Chart,
    ChartAxis,
    ChartLook,
    ChartSeries,
    ChartWords,
    Color,
    Line,
    PlaceholderRef,
    TextStyle,
)
from deckgen.spec.slots import clipped
from deckgen.units import EMU_PER_PT, Emu, Rect, pt

MARGIN = 1.02
"""Renderers set words a little wider or narrower than each other (FIT.md 3.1)."""
_RISE = 0.35  # from the middle of a line's figures to its baseline, in em


class Made(TypedDict, total=False):
    """What each form of chart decides for itself; as `Chart` has it."""

    series: Required[tuple[ChartSeries, ...]]
    plot: Required[Rect]
    category_axis: ChartAxis
    value_axis: ChartAxis
    gap: int
    overlap: int
    hole: int


class Sketch:
    """A chart in the making. Lengths are points; `style` is the size of names and values.

    `foot` is where what stands below it begins, None where nothing is in the way.
    """

    def __init__(self, page: Page, data: ChartData, style: str = "small", foot: float | None = None) -> None:
        self.page, self.data, self.style = page, data, style
        self.brand = page.setter.brand
        self.surface = self.brand.surface(page.layout.surface)
        self.colors = self.brand.chart
        frame = page.layout.placeholder("chart")
        self.frame = frame.rect
        if foot is not None:
            self.frame = replace(frame.rect, h=min(frame.rect.h, pt(foot) - frame.rect.y))
        self.idx = frame.idx
        self.x, self.y = self.frame.x / EMU_PER_PT, self.frame.y / EMU_PER_PT
        self.w, self.h = self.frame.w / EMU_PER_PT, self.frame.h / EMU_PER_PT
        self.words: list[ChartWords] = []
        self.refusals: list[Refusal] = []
        self._widths: dict[tuple[str, TextStyle, bool], Emu] = {}

    @property
    def right(self) -> float:
        """The frame's right edge."""
        return self.x + self.w

    def look(
        self, *, focus: bool = False, muted: bool = False, style: str = "", color: Color | None = None
    ) -> ChartLook:
        """The look of names and values; the focus is bold."""
        ink = color or self.surface.color("muted" if muted else "text")
        return ChartLook(self.brand.style(style or self.style), ink, focus)

    def ink(self, color: Color) -> Color:
        """The colour of words on a piece of `color`: paper's on dark ones, else the text's."""
        return self.surface.background if color in self.colors.dark else self.surface.color("text")

    def width(self, text: str, look: ChartLook) -> float:
        """How wide `text` is at most, in points."""
        return self._advance(text, look) * MARGIN / EMU_PER_PT

    def _advance(self, text: str, look: ChartLook) -> Emu:
        key = (text, look.style, look.bold)
        wide = self._widths.get(key)
        if wide is None:
            wide = self._widths[key] = self.page.setter.measurer.advance(text, look.style, bold=look.bold)
        return wide

    def write(
        self,
        text: str,
        look: ChartLook,
        x: float,
        middle: float,
        *,
        align: Literal["l", "ctr", "r"] = "l",
        series: int | None = None,
    ) -> None:
        """Note words that stand from, about or up to `x`, the middle of their figures at `middle`.

        `series` is the number of the one that they are a label of.
        """
        wide = self._advance(text, look)
        left = pt(x) - {"l": 0, "ctr": wide // 2, "r": wide}[align]
        baseline = pt(middle + _RISE * look.style.size)
        self.words.append(ChartWords(Line(text, 0, left, baseline, wide), look, series))

    def chart(self, **made: Unpack[Made]) -> Chart:
        """The chart with what the sketch knows of it. Ask last: its words are all those written."""
        data = self.data
        return Chart(
            name="chart",
            rect=self.frame,
            form=data.form,
            categories=tuple([category.text for category in data.categories]),
            look=self.look(),
            ground=self.surface.background,
            words=tuple(self.words),
            placeholder=PlaceholderRef("chart", self.idx),
            span=data.span,
            **made,
        )

    def refuse_size(self) -> None:
        """Say that words of this size are too tall; a smaller size is tried next."""
        size = self.brand.style(self.style).size
        message = f"there are too many bars for values at {size} pt"
        self.refusals.append(
            Refusal("too-many-bars", self.data.span, message, "leave out a series or a few categories")
        )

    def refuse_width(self, cell: Cell, what: str) -> None:
        """Say that a name is too wide, unless it has been said."""
        size = self.brand.style(self.style).size
        self.refusals.append(
            Refusal(
                "too-wide",
                cell.span,
                f'{what} "{clipped(cell.text, 40)}" is too wide for this chart at {size} pt',
                "use a shorter name" + ("" if self.data.form in ("bar", "stacked") else ", or type: bar"),
            )
        )
