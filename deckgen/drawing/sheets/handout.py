"""Handouts: two, three or six slides on a sheet, for those who listen.

Two are large; three have lines to write on beside them; six are an overview. Hidden slides are left out. What the last
sheet has no slides for stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckgen.drawing.draw import Drawing
from deckgen.drawing.model import Element, Mark, Page
from deckgen.drawing.sheets.desk import MARGIN, TOP, Column, Desk
from deckgen.drawing.sheets.prose import empty_lines
from deckgen.spec.formats import show_date

_HEAD = 34
"""From the baseline of the head to the first slide."""
_FOOT_GAP = 24
_CAPTION = 16
"""From a slide's edge to the baseline of its caption."""
_CAPTION_LINES = 3
_NUMBER = 22
"""What a slide's number takes beside its title."""
_WRITING_PITCH = 24


class Grid(Struct, frozen=True):
    """How slides stand on a sheet: so many columns and rows. `slide` is how wide slides are in points, with lines to
    write on beside them; None: as wide as their column."""

    columns: int
    rows: int
    gutter: float = 28
    slide: float | None = None


GRIDS = {2: Grid(1, 2), 3: Grid(1, 3, slide=280), 6: Grid(2, 3)}
PER_PAGE = tuple(GRIDS)
"""How many slides a sheet may have."""


def handout_pages(drawing: Drawing, per_page: int) -> Iterator[Page]:
    """The handout's sheets, one by one. KeyError where there is no sheet for so many slides."""
    sheets = _Sheets(drawing, GRIDS[per_page])
    shown = [index for index, slide in enumerate(drawing.deck.slides) if not slide.hidden]
    for number, start in enumerate(range(0, len(shown), per_page), 1):
        yield sheets.page(number, shown[start : start + per_page])


class _Sheets:
    """The sheets of a deck's handout."""

    def __init__(self, drawing: Drawing, grid: Grid) -> None:
        self._desk = desk = Desk(drawing)
        self._grid = grid
        self._column = (desk.width - (grid.columns - 1) * grid.gutter) / grid.columns
        self._slide = grid.slide or self._column
        self._top = TOP + _HEAD
        self._row = (desk.last - _FOOT_GAP - self._top) / grid.rows
        self._small = Column(left=MARGIN, width=desk.width, style=desk.style(9), color="muted")

    def page(self, number: int, slides: Sequence[int]) -> Page:
        """A sheet with these slides, by their places in the deck."""
        drawn = [element for place, index in enumerate(slides) for element in self._cell(place, index)]
        return self._desk.page(number, (*self._head(), *drawn, *self._foot(number)))

    def _cell(self, place: int, index: int) -> tuple[Element, ...]:
        """A slide, its caption, and lines beside it where there is room for any."""
        desk, grid = self._desk, self._grid
        row, column = divmod(place, grid.columns)
        top = self._top + row * self._row
        from_left = MARGIN + column * (self._column + grid.gutter)
        slide, frame = desk.slide(index, desk.x(from_left, self._slide), top, self._slide)
        beside = self._lines(top) if grid.slide else ()
        return (slide, frame, *self._caption(index, from_left, top), *beside)

    def _caption(self, index: int, from_left: float, top: float) -> tuple[Element, ...]:
        """The slide's number, and its title for the eye: the slide has said it already."""
        desk = self._desk
        y = top + self._slide * 9 / 16 + _CAPTION
        width = self._slide - _NUMBER
        number = replace(self._small, left=desk.x(from_left, _NUMBER), width=_NUMBER, style=desk.style(9, bold=True))
        title = replace(self._small, left=desk.x(from_left + _NUMBER, width), width=width)
        said = desk.label(desk.deck.slides[index].called, title, y, most=_CAPTION_LINES)
        return (
            Element(role="P", children=desk.label(str(index + 1), number, y)),
            Element(role="Artifact", children=said),
        )

    def _lines(self, top: float) -> tuple[Element, ...]:
        desk = self._desk
        width = self._column - self._slide - self._grid.gutter
        bottom = top + self._slide * 9 / 16 + _CAPTION + 12
        ys = tuple(empty_lines(top + _WRITING_PITCH - 2, bottom, _WRITING_PITCH))
        return (desk.rules(desk.x(MARGIN + self._slide + self._grid.gutter, width), width, ys),)

    def _head(self) -> tuple[Element, ...]:
        """What the talk is called; who hears it, and when."""
        desk, deck = self._desk, self._desk.deck
        day = show_date(deck.date, "long", deck.language) if deck.date else ""
        facts = " · ".join(filter(None, (deck.label, day)))
        width = desk.width * (0.62 if facts else 1)
        style = desk.style(11, font="major", bold=desk.brand.style("title").bold)
        title = Column(left=desk.x(MARGIN, width), width=width, style=style, color="title")
        end = Column(
            left=desk.x(MARGIN + width, desk.width - width),
            width=desk.width - width,
            style=desk.style(9),
            color="muted",
            end=True,
        )
        marks: list[Mark] = [*desk.label(deck.title, title, TOP + 10)]
        if facts:
            marks += desk.label(facts, end, TOP + 10)
        return (Element(role="Artifact", children=tuple(marks)),)

    def _foot(self, number: int) -> tuple[Element, ...]:
        """Who speaks, and the sheet's number."""
        desk = self._desk
        marks = (
            *desk.label(desk.deck.author, self._small, desk.last),
            *desk.label(str(number), replace(self._small, end=True), desk.last),
        )
        return (Element(role="Artifact", children=marks),)
