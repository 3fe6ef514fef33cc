"""Notes pages: a slide above, what its speaker says below, on as many sheets as that takes.

Beside the words stand the slide's number, when it is shown and for how long. A slide without notes has lines to write
on. Hidden slides come last, as back-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from msgspec.structs import replace

from deckgen.drawing.draw import Drawing
from deckgen.drawing.model import Element, Mark, Page
from deckgen.drawing.sheets.desk import MARGIN, TOP, Column, Desk
from deckgen.drawing.sheets.prose import blocks, empty_lines, flow, set_parts
from deckgen.scene import TextStyle
from deckgen.scene.clock import Turn, clicks_left, clock, clock_time
from deckgen.spec.talk_words import said_minutes, talk_words_of
from deckgen.spec.words import words_of
from deckgen.units import to_pt

SIDE = 92
"""How far the words stand in: beside them is what is said of the slide."""
_SIDE_GAP = 16
_BELOW = 40
"""From the slide's edge to the first baseline of the words."""
_HEAD = 16
"""From the top of a sheet that goes on to its head's baseline."""
_FOOT_GAP = 34
"""From the last line of the words to the baseline of the foot."""
_SPACING = 117
"""Per cent of 1.2 em: 1.4 em, for words that are looked up while speaking."""
_SIZES = (13, 12)
_SMALLEST = 11
_MEASURE = 62
"""Characters that a line should have room for."""
_SAMPLE = "What a speaker says is more than the slide has words for, in any room."
_WRITING_PITCH = 26
"""Between lines to write on."""


def notes_pages(drawing: Drawing) -> Iterator[Page]:
    """The notes pages of a deck, one by one."""
    times = clock(drawing.deck)
    sheets, numbers = _Sheets(drawing), count(1)
    for turn in (*times.shown, *times.backup):
        yield from sheets.of(turn, numbers)


class _Sheets:
    """The sheets of every slide of a deck."""

    def __init__(self, drawing: Drawing) -> None:
        self._desk = desk = Desk(drawing)
        width = desk.width - SIDE
        self._column = Column(left=desk.x(MARGIN + SIDE, width), width=width, style=_style(width, desk))
        self._pitch = to_pt(self._column.style.pitch)
        side = SIDE - _SIDE_GAP
        self._side = Column(left=desk.x(MARGIN, side), width=side, style=desk.style(9), color="muted")
        self._whole = Column(left=MARGIN, width=desk.width, style=desk.style(9), color="muted")
        self._first = TOP + desk.width * 9 / 16 + _BELOW
        self._rest = TOP + _HEAD + 28
        self._bottom = desk.last - _FOOT_GAP

    def of(self, turn: Turn, numbers: Iterator[int]) -> Iterator[Page]:
        """The sheets of a slide, which take their numbers from `numbers`."""
        notes = blocks(turn.slide.notes, self._column, self._desk)
        rooms = [self._bottom - first + self._pitch for first in (self._first, self._rest)]
        for index, parts in enumerate(flow(notes, self._pitch, *rooms)):
            head = self._continued(turn) if index else self._head(turn)
            words = set_parts(parts, self._column, self._rest if index else self._first, self._desk)
            number = next(numbers)
            yield self._desk.page(number, (*head, *words, *self._foot(number)))

    def _head(self, turn: Turn) -> tuple[Element, ...]:
        """The slide, and beside its words what is said of it."""
        section = talk_words_of(self._desk.deck.language).backup if turn.begins is None else None
        slide, frame = self._desk.slide(turn.number - 1, MARGIN, TOP, self._desk.width, section=section)
        empty = () if turn.slide.notes else (self._lines(),)
        return (slide, frame, *self._facts(turn), *empty)

    def _lines(self) -> Element:
        ys = tuple(empty_lines(self._first, self._bottom, _WRITING_PITCH))
        return self._desk.rules(self._column.left, self._column.width, ys)

    def _facts(self, turn: Turn) -> tuple[Element, ...]:
        """The slide's number, and its facts below."""
        number = replace(self._side, style=self._number_style(), color="title")
        marks = [self._desk.label(str(turn.number), number, self._first)]
        y = self._first + 20
        for fact in self._said(turn):
            marks.append(self._desk.label(fact, self._side, y, most=3))
            y += 13 * len(self._desk.broken(fact, self._side, 3)[1])
        return tuple([Element(role="P", children=said) for said in marks])

    def _number_style(self) -> TextStyle:
        desk = self._desk
        return desk.style(22, font=desk.brand.figure_font, bold=desk.brand.style("title").bold)

    def _said(self, turn: Turn) -> Iterator[str]:
        language = self._desk.deck.language
        words = talk_words_of(language)
        if turn.begins is None:
            yield words.backup
        else:
            yield clock_time(turn.begins)
        if turn.minutes:
            yield said_minutes(turn.minutes, language, estimated=turn.estimated)
        if clicks := clicks_left(turn.slide, words.click):
            yield f"[{words.click}]" if clicks == 1 else f"[{words.click}]\u00a0×\u00a0{clicks}"

    def _continued(self, turn: Turn) -> tuple[Element, ...]:
        """The head of a further sheet, for the eye alone: who hears the words hears them go on."""
        desk, word = self._desk, words_of(self._desk.deck.language).continued
        end = f" ({word})" if word else " …"
        number = replace(self._side, style=self._number_style(), color="title")
        heading = replace(self._column, style=desk.style(self._column.style.size, bold=True), color="title")
        marks = (
            *desk.label(str(turn.number), number, TOP + _HEAD),
            *desk.label(turn.title, heading, TOP + _HEAD, end=end),
        )
        return (Element(role="Artifact", children=marks),)

    def _foot(self, number: int) -> tuple[Element, ...]:
        """The talk, who hears it, and the sheet's number."""
        desk, deck = self._desk, self._desk.deck
        title = " · ".join(filter(None, (" ".join(deck.title.split()), deck.label)))
        left = replace(self._whole, left=desk.x(MARGIN, desk.width - 60), width=desk.width - 60)
        right = replace(self._whole, end=True)
        marks: Sequence[Mark] = (*desk.label(title, left, desk.last), *desk.label(str(number), right, desk.last))
        return (Element(role="Artifact", children=tuple(marks)),)


def _style(width: float, desk: Desk) -> TextStyle:
    """The largest size at which a line so wide has room for the characters it should have."""
    for size in _SIZES:
        style = desk.style(size, spacing=_SPACING)
        if to_pt(desk.measurer.advance(_SAMPLE, style)) * _MEASURE / len(_SAMPLE) <= width:
            return style
    return desk.style(_SMALLEST, spacing=_SPACING)
