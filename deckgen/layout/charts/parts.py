"""The key of a doughnut: its parts and their values as a native table, a square of each part's colour beside it."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.fonts.measure import SetParagraph
from deckgen.layout.attempt import Refusal
from deckgen.layout.charts.model import ChartData
from deckgen.layout.setter import Page
from deckgen.scene import Cell, Chart, Color, Line, Paragraph, PlaceholderRef, Run, Shape, Table, TableRow
from deckgen.spec.slots import clipped
from deckgen.units import EMU_PER_PT, Emu, Rect, pt

MIDDLE, ROW, TALL = pt(225), pt(50), pt(62)
"""The middle of the key, and the height of a row with a name of one line, or of the two that there may be at most."""
MOST_LINES = 2
SQUARE, INDENT, GAP = pt(14), pt(24), pt(8)
STYLE = "small"
_PITCH, _SEAT = 1.2, 0.98  # em: of a cell's lines, and of the first baseline below their top (FIT.md 3.2)


class PartsKey:
    """The table of a doughnut's parts, and the squares beside its rows."""

    def __init__(self, page: Page, data: ChartData) -> None:
        self._page, self._data = page, data
        self._place = page.layout.placeholder("parts")
        self._surface = page.setter.brand.surface(page.layout.surface)
        count = len(data.categories)
        box = self._place.rect
        self._style = page.setter.brand.style(STYLE)
        values = [page.setter.measurer.advance(self._value(n), self._style, bold=True) for n in range(count)]
        self._value_width = max(values) * 102 // 100 + GAP
        self._names = [self._set_name(n, box.w - self._value_width - INDENT) for n in range(count)]
        self._heights = [ROW if found.count == 1 else TALL for found in self._names]
        self._rect = Rect(box.x, MIDDLE - sum(self._heights) // 2, box.w, sum(self._heights))

    def table(self) -> Table:
        """The table in its placeholder."""
        rows = [TableRow(height, (self._name_cell(n), self._value_cell(n))) for n, height in enumerate(self._heights)]
        return Table(
            name="parts",
            rect=self._rect,
            columns=(self._rect.w - self._value_width, self._value_width),
            rows=tuple(rows),
            header=False,
            first_column=True,
            alt="The parts and their values",
            placeholder=PlaceholderRef("tbl", self._place.idx),
            span=self._data.span,
        )

    def squares(self, ring: Chart) -> Iterator[Shape]:
        """A square of each part's colour."""
        for number, point in enumerate(ring.series[0].points):
            if point.fill is not None:
                yield self._square(number, point.fill)

    def refusals(self) -> Iterator[Refusal]:
        """What of the names has no room in its row."""
        for category, found in zip(self._data.categories, self._names, strict=True):
            if found.count > MOST_LINES or found.too_wide:
                message = f'the name "{clipped(category.text, 40)}" is too long for its row at {self._style.size} pt'
                yield Refusal("too-long", category.span, message, "use a shorter name")

    def _square(self, number: int, color: Color) -> Shape:
        """The square of a part, in the middle of its row."""
        top = self._top(number) + (self._heights[number] - SQUARE) // 2
        return Shape(name=f"parts.{number}.colour", rect=Rect(self._rect.x, top, SQUARE, SQUARE), fill=color)

    def _top(self, number: int) -> Emu:
        return self._rect.y + sum(self._heights[:number])

    def _value(self, number: int) -> str:
        value = self._data.series[0].values[number]
        return self._data.numbers.show(value.value) if value else ""

    def _ink(self, number: int) -> Color:
        """The colour of a row's words: what is only context is quiet."""
        out = self._data.parts and number not in self._data.parts
        return self._surface.color("muted" if out else "text")

    def _name_cell(self, number: int) -> Cell:
        return Cell(
            style=self._style,
            paragraphs=(self._name(number),),
            lines=tuple(self._lines(self._names[number], number, self._rect.x + INDENT, None)),
            left=INDENT,
            span=self._data.categories[number].span,
        )

    def _name(self, number: int) -> Paragraph:
        return Paragraph((Run(self._data.categories[number].text, color=self._ink(number)),))

    def _set_name(self, number: int, width: Emu) -> SetParagraph:
        return self._page.setter.measurer.set_paragraph(self._name(number), self._style, first=width, rest=width)

    def _value_cell(self, number: int) -> Cell:
        bold = number in self._data.parts
        paragraph = Paragraph((Run(self._value(number), bold=bold, color=self._ink(number)),))
        width = self._value_width
        found = self._page.setter.measurer.set_paragraph(paragraph, self._style, first=width, rest=width)
        return Cell(
            style=self._style,
            paragraphs=(paragraph,),
            lines=tuple(self._lines(found, number, self._rect.right - width, self._rect.right)),
            align="r",
            # LibreOffice gives the uppermost right cell the style of a last column's head, asked or not.
            fill=None if number else self._surface.background,
            span=self._data.categories[number].span,
        )

    def _lines(self, found: SetParagraph, number: int, left: Emu, right: Emu | None) -> Iterator[Line]:
        """The lines where they stand, in the middle of their row."""
        em = self._style.size * EMU_PER_PT
        top = self._top(number) + (self._heights[number] - round(len(found.lines) * _PITCH * em)) // 2
        for n, line in enumerate(found.lines):
            x = left if right is None else right - line.width
            yield Line(line.text, 0, x, top + round((_SEAT + n * _PITCH) * em), line.width)
