"""Lines as words: each measured line divided where its face, look or direction changes, exactly where it was measured.

Places are PowerPoint's, by which lines are broken (FIT.md 2.1): it sets no ligatures and kerns within runs.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckgen.drawing.model import Words
from deckgen.drawing.sheet import Sheet
from deckgen.fonts.breaking import SOFT_HYPHEN
from deckgen.fonts.measure import Prepared, is_bold
from deckgen.fonts.renderers import HALVES_PER_PT, shaping
from deckgen.fonts.segments import Piece
from deckgen.scene import LINE_BREAK, Color, Line, Paragraph, Run, TextBox, TextStyle
from deckgen.scripts import is_plain
from deckgen.units import EMU_PER_PT, SLIDE, Emu

RAISED = 2 / 3
"""The size of superscript and subscript in PowerPoint, as a share of the text's."""
_UNBROKEN: Emu = 100 * SLIDE.w
_WHOLE = 100_000  # thousandths of a per cent


class Setting(Struct, frozen=True):
    """How text is set where its paragraphs and runs say nothing. `rtl` is which way its paragraphs run."""

    style: TextStyle
    color: Color
    rtl: bool = False


class Bit(Struct, frozen=True, gc=False):
    """What of a paragraph is in one look and runs one way: text[start:stop].

    `places` are those of its segment's characters in half EMU, the first one's being that of text[base].
    """

    start: int
    stop: int
    run: Run
    piece: Piece
    level: int
    places: Sequence[int]
    base: int

    def width(self, start: int, stop: int) -> float:
        """Points from text[start] to text[stop]."""
        return (self.places[stop - self.base] - self.places[start - self.base]) / HALVES_PER_PT


Piecewise = list[tuple[Run, Words]]
"""Words in reading order, and the run that each is of."""


def set_lines(paragraph: Paragraph, lines: Sequence[Line], setting: Setting, sheet: Sheet) -> Piecewise:
    """A paragraph's measured lines as words.

    A blank that a line ends with, because it was broken there, hangs beyond it: who reads the words needs it.
    """
    return [said for line in set_each(paragraph, lines, setting, sheet) for said in line]


def set_each(paragraph: Paragraph, lines: Sequence[Line], setting: Setting, sheet: Sheet) -> list[Piecewise]:
    """The same, line by line."""
    prepared = sheet.measurer.prepare(paragraph, setting.style)
    rtl = setting.rtl if paragraph.rtl is None else paragraph.rtl
    bits = _bits(paragraph, prepared, rtl=rtl)
    text = paragraph.text
    brush = _Brush(text, bits, paragraph, setting, sheet, rtl)
    found: list[Piecewise] = []
    stop = 0
    for number, line in enumerate(lines, 1):
        start = _start(text, line.text, stop)
        stop = start + len(line.text)
        found.append(brush.line(line, start, stop, last=number == len(lines)))
    return found


def _start(text: str, words: str, after: int) -> int:
    """Where a line's words begin in their paragraph: blanks and breaks between lines are in none."""
    while not text.startswith(words, after):
        after += 1
        assert after <= len(text), f"no line {words!r} in {text!r}"
    return after


def _bits(paragraph: Paragraph, prepared: Prepared, *, rtl: bool) -> list[Bit]:
    runs = [run for run in paragraph.runs if run.text and run.text != LINE_BREAK]
    found: list[Bit] = []
    number = -1
    for segment in prepared.segments:
        places = segment.places("powerpoint")
        levels = _levels(segment.text, rtl=rtl)
        start = segment.start
        for piece in segment.pieces:
            number += not piece.joined
            level = levels[start - segment.start] if levels else 0
            stop = start + len(piece.text)
            found.append(Bit(start, stop, runs[number], piece, level, places, segment.start))
            start = stop
    return found


def _levels(text: str, *, rtl: bool) -> list[int]:
    """Which way each character runs; nothing where all run from left to right."""
    if not rtl and is_plain(text):
        return []
    from deckgen.scripts.bidi import levels

    return levels(text, rtl=rtl)


class _Brush(Struct, frozen=True):
    """Sets the lines of one paragraph, whose text and bits it has."""

    text: str
    bits: list[Bit]
    paragraph: Paragraph
    setting: Setting
    sheet: Sheet
    rtl: bool

    def line(self, line: Line, start: int, stop: int, *, last: bool) -> Piecewise:
        """The words of the line that is text[start:stop], in reading order."""
        parts = [
            (bit, max(bit.start, start), min(bit.stop, stop))
            for bit in self.bits
            if bit.start < stop and start < bit.stop
        ]
        if not parts:
            return []
        widths = [bit.width(first, end) for bit, first, end in parts]
        if self.text[stop - 1] == SOFT_HYPHEN:
            widths[-1] += line.width / EMU_PER_PT - sum(widths)  # the hyphen's
        x, baseline = line.x / EMU_PER_PT, line.baseline / EMU_PER_PT
        found: Piecewise = []
        for place, (bit, first, end), width in zip(self._places(parts, widths), parts, widths, strict=True):
            words = _shown(self.text[first:end], ends_line=end == stop)
            if words:
                found.append((bit.run, self._words(bit, words, x + place, baseline, width)))
        return found if last or not found else self._with_blank(found, parts[-1][0], stop, x, line)

    def _places(self, parts: Sequence[tuple[Bit, int, int]], widths: Sequence[float]) -> list[float]:
        """How far from the line's left edge each part stands (UAX #9, L2)."""
        order: Sequence[int] = range(len(parts))
        if any(bit.level for bit, _, _ in parts):
            from deckgen.scripts.bidi import visual

            order = visual([bit.level for bit, _, _ in parts])
        places = [0.0] * len(parts)
        at = 0.0
        for number in order:
            places[number], at = at, at + widths[number]
        return places

    def _with_blank(self, found: Piecewise, bit: Bit, stop: int, x: float, line: Line) -> Piecewise:
        """The words with the blank at which their line is broken."""
        sign = self.text[stop : stop + 1]
        # A word that its author has broken after its hyphen is one.
        if not sign.isspace() or found[-1][1].text.endswith(("-", " ") if sign == LINE_BREAK else " "):
            return found
        run, words = found[-1]
        if sign != LINE_BREAK and stop < bit.stop:
            width = bit.width(stop, stop + 1)
        else:
            style = self.paragraph.style or self.setting.style
            width = self.sheet.measurer.advance(" ", style, bold=run.bold or None, italic=run.italic) / EMU_PER_PT
        if not self.rtl and not words.rtl and not words.underline:
            return [*found[:-1], (run, replace(words, text=f"{words.text} ", width=words.width + width))]
        at = x - width if self.rtl else x + line.width / EMU_PER_PT
        return [*found, (run, self._words(bit, " ", at, line.baseline / EMU_PER_PT, width, blank=True))]

    def _words(self, bit: Bit, text: str, x: float, baseline: float, width: float, *, blank: bool = False) -> Words:
        piece, run = bit.piece, bit.run
        _, look = self.sheet.measurer.files[piece.face.file]
        return Words(
            text=text,
            x=x,
            baseline=baseline - run.baseline / _WHOLE * piece.size,
            width=width,
            face=piece.face.file,
            size=piece.size * RAISED if piece.raised else piece.size,
            color=self.sheet.color(self._color(run)),
            tracking=piece.tracking / 100,
            rtl=bit.level % 2 == 1,
            kerned=shaping("powerpoint", piece.size) != "unkerned",
            underline=run.link is not None and not blank,
            thickened="bold" not in look and is_bold(run, self.paragraph, run.style or self.setting.style),
            slanted=run.italic and "italic" not in look,
        )

    def _color(self, run: Run) -> Color:
        """A run's colour. A link has the theme's unless it has its own (ECMA-376 part 1, 21.1.2.3.5)."""
        if run.color is not None:
            return run.color
        if run.link is not None:
            return self.sheet.link
        return self.paragraph.color or self.setting.color


def _shown(text: str, *, ends_line: bool) -> str:
    """What is seen of a text: a soft hyphen shows where its line is broken."""
    if SOFT_HYPHEN not in text:
        return text
    hyphen = "-" if ends_line and text.endswith(SOFT_HYPHEN) else ""
    return text.replace(SOFT_HYPHEN, "") + hyphen


def unmeasured(box: TextBox, sheet: Sheet) -> list[Line]:
    """The lines of a box that nobody has measured, since it is as wide as it needs: layouts have such."""
    inner = box.look.inner(box.rect) if box.look else box.rect
    y = inner.y
    found: list[Line] = []
    for number, paragraph in enumerate(box.paragraphs):
        style = paragraph.style or box.style
        for line in sheet.measurer.break_lines(paragraph, style, first=_UNBROKEN, rest=_UNBROKEN):
            left = {"l": 0, "ctr": (inner.w - line.width) // 2, "r": inner.w - line.width}[box.align]
            found.append(Line(line.text, number, inner.x + left, y + style.seat, line.width))
            y += style.pitch
        y += box.space_after if paragraph.space_after is None else paragraph.space_after
    return found
