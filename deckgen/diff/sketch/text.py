"""Text in a box as words in lines: shaped with deckgen's own faces, broken where its own lines break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from deckgen.diff.sketch.fonts import face, face_key, share_of
from deckgen.diff.view import Body, Paragraph, Run
from deckgen.drawing.model import Element, Words
from deckgen.fonts.breaking import Broken, Widths, broken, opportunities
from deckgen.fonts.faces import INSIDE
from deckgen.scripts.bidi import leaning
from deckgen.units import EMU_PER_PT

PITCH = 1.2
"""From baseline to baseline at single spacing, in em."""
_UNIT = 1000
"""Widths are counted in thousandths of a point, for lines are broken in whole numbers."""
_RAISED = 2 / 3
_UNBROKEN = 1 << 40
_BULLET_GAP = 4.0
LONGEST = 20_000
"""Characters of a paragraph that are drawn."""


class Box(Struct, frozen=True):
    """Where text may stand, in points."""

    x: float
    y: float
    w: float
    h: float


class SetLine(Struct, frozen=True):
    """A line: its words at x from 0, its width, its pitch, and how far its baseline is below its top."""

    words: tuple[Words, ...]
    width: float
    pitch: float
    seat: float


class SetParagraph(Struct, frozen=True):
    """A paragraph's lines, and the gaps around it (points)."""

    paragraph: Paragraph
    lines: tuple[SetLine, ...]
    before: float
    after: float

    @property
    def height(self) -> float:
        """What its lines take."""
        return sum(line.pitch for line in self.lines)


def text_elements(body: Body, box: Box, node: str, *, title: bool = False) -> tuple[Element, ...]:
    """The paragraphs of a body as elements, each with its number; none where nothing is said."""
    if not body.text.strip():
        return ()
    left, top, right, bottom = (side / EMU_PER_PT for side in body.insets)
    inner = Box(box.x + left, box.y + top, max(1.0, box.w - left - right), max(1.0, box.h - top - bottom))
    found = [_set(paragraph, inner.w, body) for paragraph in body.paragraphs]
    height = _height(found)
    y = inner.y
    if body.anchor != "t":
        y += (inner.h - height) / (2 if body.anchor == "ctr" else 1)
    return tuple(_elements(found, inner, y, node, title=title))


def height_of(body: Body, width: float) -> float:
    """How high a body is in a box of this width, insets included."""
    left, top, right, bottom = (side / EMU_PER_PT for side in body.insets)
    found = [_set(paragraph, max(1.0, width - left - right), body) for paragraph in body.paragraphs]
    return _height(found) + top + bottom


def _height(found: Sequence[SetParagraph]) -> float:
    gaps = sum(one.before + one.after for one in found)
    return sum(one.height for one in found) + gaps - (found[0].before + found[-1].after if found else 0)


def _elements(found: Sequence[SetParagraph], box: Box, y: float, node: str, *, title: bool) -> Iterator[Element]:
    for number, one in enumerate(found):
        y += one.before if number else 0
        children: list[Element | Words] = []
        for index, line in enumerate(one.lines):
            x = (
                box.x
                + _indented(one.paragraph, first=index == 0)
                + _shift(one.paragraph, line, box.w, first=index == 0)
            )
            baseline = y + line.seat
            if index == 0 and one.paragraph.bullet:
                children.append(_bullet(one.paragraph, line, box, baseline))
            children += (_at(words, x, baseline) for words in line.words)
            y += line.pitch
        y += one.after
        if children:
            yield Element(
                role="H1" if title and number == 0 else "P", children=tuple(children), node=node, paragraph=number
            )


def _at(words: Words, x: float, baseline: float) -> Words:
    return Words(
        text=words.text,
        x=words.x + x,
        baseline=baseline + words.baseline,
        width=words.width,
        face=words.face,
        size=words.size,
        color=words.color,
        tracking=words.tracking,
        rtl=words.rtl,
        kerned=words.kerned,
        underline=words.underline,
    )


def _indented(paragraph: Paragraph, *, first: bool) -> float:
    """How far in a line begins, in points. A bullet stands where the first line would."""
    margin, indent = paragraph.margin / EMU_PER_PT, paragraph.indent / EMU_PER_PT
    if not first:
        return margin
    if paragraph.bullet:
        return max(margin, margin + indent + _BULLET_GAP)
    return max(0.0, margin + indent)


def _shift(paragraph: Paragraph, line: SetLine, width: float, *, first: bool) -> float:
    """What aligning moves a line by."""
    side = paragraph.align
    if paragraph.rtl and side != "ctr":
        side = "r" if side == "l" else "l"
    room = width - _indented(paragraph, first=first) - line.width
    return 0 if side == "l" else room if side == "r" else room / 2


def _bullet(paragraph: Paragraph, line: SetLine, box: Box, baseline: float) -> Element:
    run = paragraph.runs[0] if paragraph.runs else Run("")
    size = line.words[0].size if line.words else paragraph.size
    key = face_key(
        run.font.typeface, paragraph.bullet, bold=run.font.bold and paragraph.bullet[:1].isalnum(), italic=False
    )
    ink = paragraph.bullet_ink or run.font.color
    x = box.x + max(0.0, (paragraph.margin + paragraph.indent) / EMU_PER_PT)
    words = Words(
        text=paragraph.bullet,
        x=x,
        baseline=baseline,
        width=_width(paragraph.bullet, key, size, 0)[-1] / _UNIT,
        face=key,
        size=size,
        color=ink.rgb,
    )
    return Element(role="Lbl", children=(words,))


def _set(paragraph: Paragraph, width: float, body: Body) -> SetParagraph:
    """A paragraph broken into lines."""
    lines: list[SetLine] = []
    stretch: list[Run] = []
    taken = 0
    for run in (*paragraph.runs, Run("\n")):
        if run.text != "\n":
            if taken < LONGEST:
                stretch.append(Run(run.text.replace("\t", "    ")[: LONGEST - taken], run.font, run.link))
                taken += len(run.text)
            continue
        first = width - _indented(paragraph, first=not lines)
        rest = width - _indented(paragraph, first=False)
        lines += _broken(stretch, paragraph, (first, rest) if body.wrap else (_UNBROKEN, _UNBROKEN), body.shrink)
        stretch = []
    return SetParagraph(paragraph, tuple(lines), paragraph.before, paragraph.after)


def _broken(runs: list[Run], paragraph: Paragraph, room: tuple[float, float], shrink: float) -> Iterator[SetLine]:
    text = "".join([run.text for run in runs])
    if not text:
        yield _line((), paragraph, shrink)
        return
    widths = _widths(runs, shrink)
    at = opportunities(text)
    known = Widths(widths, [widths[place] for place in at.trims], [widths[place] for place in at.ends])
    first, rest = (max(1, round(side * _UNIT)) for side in room)
    for line in broken(at, known, first=first, rest=rest):
        yield _line(tuple(_words(runs, widths, line, paragraph, shrink)), paragraph, shrink)


def _widths(runs: Sequence[Run], shrink: float) -> list[int]:
    """How wide the text is up to each character."""
    widths = [0]
    for run in runs:
        before = widths[-1]
        widths += [before + width for width in _run_widths(run, shrink)]
    return widths


def _run_widths(run: Run, shrink: float) -> list[int]:
    key = face_key(run.font.typeface, run.text, bold=run.font.bold, italic=run.font.italic)
    return _width(run.text, key, _size(run, shrink), run.font.tracking)


def _width(text: str, key: str, size: float, tracking: float) -> list[int]:
    """Widths of a text's beginnings, from its first character on, in `_UNIT`s."""
    shaped = face(key).shape(text, "kerned")
    scale = size * _UNIT / face(key).upem
    if shaped.starts is None and len(shaped.advances) == len(text):
        advances = [0.0 if advance == INSIDE else advance * scale + tracking * _UNIT for advance in shaped.advances]
    else:
        total = sum(advance for advance in shaped.advances if advance != INSIDE)
        advances = [total * scale / len(text)] * len(text)
    return [round(width) for width in accumulate(advances)]


def _size(run: Run, shrink: float) -> float:
    return run.font.size * shrink * (_RAISED if run.font.baseline else 1)


def _words(
    runs: Sequence[Run], widths: Sequence[int], line: Broken, paragraph: Paragraph, shrink: float
) -> Iterator[Words]:
    """A line's pieces, from x = 0; what runs to the left is one piece, for its viewer to order."""
    text = "".join([run.text for run in runs])
    if paragraph.rtl or _is_rtl(text):
        yield _piece(runs[0], text[line.start : line.stop], 0, line.width / _UNIT, shrink, rtl=True)
        return
    start = 0
    for run in runs:
        begin, end = max(start, line.start), min(start + len(run.text), line.stop)
        if begin < end:
            x, width = widths[begin] - widths[line.start], widths[end] - widths[begin]
            yield _piece(run, run.text[begin - start : end - start], x / _UNIT, width / _UNIT, shrink)
        start += len(run.text)


def _piece(run: Run, text: str, x: float, width: float, shrink: float, *, rtl: bool = False) -> Words:
    return Words(
        text=text,
        x=x,
        baseline=-run.font.size * shrink * run.font.baseline / 100_000,
        width=width,
        face=face_key(run.font.typeface, run.text, bold=run.font.bold, italic=run.font.italic),
        size=_size(run, shrink),
        color=run.font.color.rgb,
        tracking=run.font.tracking,
        rtl=rtl,
        underline=run.font.underline,
    )


def _is_rtl(text: str) -> bool:
    return not text.isascii() and leaning(text) == "R"


def _line(words: tuple[Words, ...], paragraph: Paragraph, shrink: float) -> SetLine:
    size = max((word.size for word in words), default=paragraph.size * shrink)
    pitch = paragraph.spacing if paragraph.exact else size * PITCH * paragraph.spacing
    typeface = paragraph.runs[0].font.typeface if paragraph.runs else "Calibri"
    seat = size * share_of(typeface) - max(0.0, size * PITCH - pitch)
    return SetLine(words, sum(word.width for word in words), pitch, max(seat, size * 0.6))
