"""What every sheet is made with: the paper, its margins, the brand's faces and colours, and words set in lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckgen.brand.color import hex_of
from deckgen.brand.model import ColorRole, Layout
from deckgen.brand.outline import rect_outline
from deckgen.drawing.draw import Drawing
from deckgen.drawing.lines import Piecewise, Setting, set_each
from deckgen.drawing.model import Element, Inset, Mark, Outline, Page
from deckgen.drawing.paper import paper_of
from deckgen.drawing.sheet import Sheet
from deckgen.fonts.measure import SetLine
from deckgen.scene import FontRole, Line, Paragraph, Run, TextStyle
from deckgen.units import pt, to_pt

MARGIN = 56
"""Points at the left and at the right: 2 cm, so that no printer cuts into words."""
TOP = 44
"""Points above what stands first."""
FOOT = 40
"""Points from the last baseline to the sheet's edge."""
HAIRLINE = 0.5
WHITE = "#FFFFFF"
_ELLIPSIS = "…"
_BLANKS = re.compile(r"[ \t\n]+")


class Column(Struct, frozen=True, kw_only=True):
    """Where words stand: from `left` on, at most so wide, ranged at their beginning or, with `end`, at their end."""

    left: float
    width: float
    style: TextStyle
    color: ColorRole = "text"
    end: bool = False


class Desk:
    """Makes the sheets of a drawing. Lengths are points; sides are exchanged where the deck runs from the right."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing, self.brand, self.deck = drawing, drawing.brand, drawing.deck
        self.measurer = drawing.measurer
        self.paper = paper_of(self.deck.language)
        self.rtl = self.brand.writing.rtl
        layout = Layout(name="", kind="", surface="paper", placeholders=())
        self.sheet = Sheet(self.brand, self.measurer, layout, {})

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.paper.width - 2 * MARGIN

    @property
    def last(self) -> float:
        """The baseline of the sheet's foot."""
        return self.paper.height - FOOT

    def x(self, left: float, width: float) -> float:
        """The left edge of what is so wide and would begin at `left` if the deck ran from left to right."""
        return self.paper.width - left - width if self.rtl else left

    def style(self, size: int, *, font: FontRole = "minor", bold: bool = False, spacing: int = 100) -> TextStyle:
        """A size of type for paper, which is read at half the distance of a slide. It stands by its baselines."""
        # Faces of some systems need more room between lines: as much as the brand's body has there.
        loose = max(spacing, self.brand.style("body").spacing)
        return TextStyle(name="", size=size, spacing=loose, font=font, bold=bold, tracking=0, seat=0, foot=0)

    def broken(self, text: str, column: Column, most: int, end: str = "") -> tuple[Paragraph, tuple[SetLine, ...]]:
        """A label and its `end` in lines, at most so many: the last words of a longer one give way to an ellipsis."""
        words = _BLANKS.split(text.strip())
        kept = len(words)
        while True:
            shown = _label(" ".join(words[:kept]) + (_ELLIPSIS if kept < len(words) else "") + end)
            lines = self.lines(shown, column)
            if len(lines) <= most or kept <= 1:
                return shown, lines[:most]
            kept -= max(1, kept // 3) if len(lines) > 2 * most else 1

    def lines(self, paragraph: Paragraph, column: Column, inset: float = 0) -> tuple[SetLine, ...]:
        """The paragraph's lines in a column, narrower by `inset`."""
        room = pt(column.width - inset)
        return self.measurer.break_lines(paragraph, column.style, first=room, rest=room)

    def label(self, text: str, column: Column, baseline: float, *, most: int = 1, end: str = "") -> tuple[Mark, ...]:
        """A few words from a baseline on, on one line or on as many as there may be."""
        shown, lines = self.broken(text, column, most, end)
        pitch = to_pt(column.style.pitch)
        baselines = [baseline + pitch * number for number in range(len(lines))]
        return tuple(words for line in self.placed(shown, lines, column, baselines) for _, words in line)

    def placed(
        self, paragraph: Paragraph, lines: Sequence[SetLine], column: Column, baselines: Sequence[float]
    ) -> list[Piecewise]:
        """The paragraph's lines at these baselines."""
        rtl = self.rtl if paragraph.rtl is None else paragraph.rtl
        setting = Setting(column.style, self.brand.surface("paper").color(column.color), self.rtl)
        left, right = pt(column.left), pt(column.left + column.width)
        at = [
            Line(line.text, 0, right - line.width if rtl != column.end else left, pt(y), line.width)
            for line, y in zip(lines, baselines, strict=True)
        ]
        return set_each(paragraph, at, setting, self.sheet)

    def slide(
        self, index: int, left: float, top: float, width: float, *, section: str | None = None
    ) -> tuple[Element, Element]:
        """A slide so wide within a hairline. It keeps its own structure: whoever can't see it reads it as a slide.

        `section` is what it stands under, where that isn't its own section.
        """
        page = self.drawing.page(index)
        if section is not None and page.slide is not None:
            page = replace(page, slide=replace(page.slide, section=section))
        inset = Inset(page=page, x=left, y=top, scale=width / page.width)
        frame = rect_outline(left, top, width, width * page.height / page.width)
        rule = Outline(path=frame, stroke=self.color("rule"), width=HAIRLINE)
        return Element(role="Div", children=(inset,)), Element(role="Artifact", children=(rule,))

    def rules(self, left: float, width: float, ys: Sequence[float]) -> Element:
        """Lines to write on."""
        color = self.color("rule")
        drawn = [Outline(path=(("M", left, y), ("L", left + width, y)), stroke=color, width=HAIRLINE) for y in ys]
        return Element(role="Artifact", children=tuple(drawn))

    def color(self, role: ColorRole) -> str:
        """The colour of a role on paper."""
        return hex_of(self.brand.surface("paper").color(role), self.brand.theme)

    def page(self, number: int, elements: Sequence[Element]) -> Page:
        """A sheet."""
        return Page(
            elements=tuple(elements),
            background=WHITE,
            number=number,
            language=self.deck.language,
            width=self.paper.width,
            height=self.paper.height,
            rtl=self.rtl,
        )


def _label(text: str) -> Paragraph:
    return Paragraph((Run(text),))
