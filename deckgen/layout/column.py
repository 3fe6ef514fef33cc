"""A fill's paragraphs in their column: set at any right inset, and at the one that cures bad breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from deckgen.brand.model import Placeholder, space_after_at
from deckgen.fonts.measure import Measurer, Prepared, SetLine, SetParagraph
from deckgen.layout.attempt import Fill
from deckgen.scene import Line, Paragraph
from deckgen.units import EMU_PER_PT, Emu, Rect, pt

CURE_STEP = pt(2)
MAX_CURE = pt(40)
"""How far the right inset may go to cure a single last word or a broken compound (PRINCIPLES.md 10)."""
ACROSS = 11
"""Ems from which on a title is one that goes across the slide."""
SHORT, SHORTER = 3 / 5, 1 / 3
"""A last word, and a last line of any words, that is less of the longest line than this stands out."""

LOWERED_SHARE = 0.17
"""What LibreOffice 7.4 adds to the height of a line with lowered text, as a share of its size
(tests/render/test_kinds.py)."""


class Row(Struct, frozen=True, gc=False):
    """A paragraph of the column. `first` and `rest` are where its lines start, `gap` is what follows it (EMU).

    `lowered` is how many of its runs hang below the line; each may make one line `sag` higher. A `contrary` one
    runs against the deck: its margins are at the side where its lines end. A `turned` one
    begins at the other side of its box.
    """

    text: Prepared
    first: Emu
    rest: Emu
    seat: Emu
    pitch: Emu
    gap: Emu
    lowered: int
    sag: Emu
    contrary: bool
    turned: bool


class Measured(Struct, frozen=True, gc=False):
    """A column as set at a right inset, and the height it needs (EMU).

    `lines` are the most that any renderer needs. `flaws` is how many breaks an eye stumbles over.
    """

    sets: tuple[SetParagraph, ...]
    lines: int
    height: Emu
    flaws: int
    right_inset: Emu


class Column:
    """A fill's paragraphs, measured and ready to be set."""

    def __init__(self, fill: Fill, placeholder: Placeholder, measurer: Measurer) -> None:
        self._fill, self._placeholder = fill, placeholder
        self.rows = [_row(paragraph, fill, placeholder, measurer) for paragraph in fill.paragraphs]

    def best(self) -> Measured:
        """The column with the right inset that leaves the fewest bad breaks; titles balanced."""
        plain = self._set(0)
        titled = self._placeholder.type in ("title", "ctrTitle") and plain.lines > 1
        if not self._placeholder.wrap or not (titled or plain.flaws):
            return plain
        ways = self._ways(plain)
        if titled:
            return self._settled(*self._balanced(plain, list(ways)))
        return self._settled(*_least_flawed(ways))

    def lines(self, measured: Measured, rect: Rect) -> tuple[Line, ...]:
        """The measured lines where they stand on the slide, the column in `rect`."""
        rect = self._fill.look.inner(rect) if self._fill.look else rect
        placed: list[tuple[SetLine, int, Emu, Emu]] = []
        y = 0
        for number, (row, found) in enumerate(zip(self.rows, measured.sets, strict=True)):
            margin = row.first
            for line in found.lines:
                x = self._start(row, margin, line.width, measured, rect)
                placed.append((line, number, x, y + row.seat))
                margin, y = row.rest, y + row.pitch
            y += row.gap
        top = rect.y
        if self._placeholder.anchor == "b" and placed:
            # Anchored at its foot, the last baseline is the one that is known.
            top = rect.bottom - self._fill.style.foot - placed[-1][3]
        elif self._placeholder.anchor == "ctr":
            top += (rect.h - measured.height) // 2
        return tuple([Line(line.text, number, x, top + y, line.width) for line, number, x, y in placed])

    def _start(self, row: Row, margin: Emu, width: Emu, measured: Measured, rect: Rect) -> Emu:
        """Where a line of this width starts: at its margin, at the other side, ranged right, or in the middle."""
        if row.turned:
            return rect.right - measured.right_inset - margin - width
        match self._placeholder.align:
            case "r":
                return rect.right - width
            case "ctr":
                # LibreOffice counts the tracking after the last sign in a free box, and not in a placeholder.
                closing = 0 if self._fill.box else self._fill.style.tracking * 127
                return rect.x + (rect.w - measured.right_inset - width + closing) // 2
            case _:
                return rect.x + (0 if row.contrary else margin)

    def _set(self, inset: Emu) -> Measured:
        width = self._fill.inner.w - inset
        sets = [row.text.set(width - row.first, width - row.rest) for row in self.rows]
        lines = height = flaws = 0
        for row, found in zip(self.rows, sets, strict=True):
            lines += found.count
            height += found.count * row.pitch + min(found.count, row.lowered) * row.sag + row.gap
            flaws += _flaws(found)
        if self.rows:
            height -= self.rows[-1].gap
        return Measured(tuple(sets), lines, height, flaws, inset)

    def _ways(self, plain: Measured, most: Emu = MAX_CURE) -> Iterator[tuple[Measured, Emu]]:
        """The ways the lines may break as the right inset grows, without more lines than `plain`.

        Each as first met, at its smallest inset, and where it ends. Nothing changes until the inset
        eats what the fullest line leaves free, in PowerPoint: where a flaw stands, it may be
        LibreOffice's, whose lines are a little other, so steps are small there.
        """
        tried = plain
        while tried.lines <= plain.lines:
            until = following = self._free(tried)
            if tried.flaws:
                until, following = CURE_STEP, self._unchanging(tried)
            yield tried, min(tried.right_inset + until, most)
            following += tried.right_inset
            if following > most:
                break
            tried = self._set(following)

    def _balanced(self, plain: Measured, ways: list[tuple[Measured, Emu]]) -> tuple[Measured, Emu]:
        """The way that breaks a title best. One that ends poorly may turn earlier than other text, for nothing stands
        in line with its right edge, and by no more than its last line needs."""
        best = min(ways, key=lambda way: (_title_flaws(way[0]), _longest(way[0])))
        if not self._ends_poorly(best[0]):
            return best
        further = self._ways(plain, self._fill.inner.w // 3)
        return min(further, key=lambda way: (_title_flaws(way[0]) + _short(way[0], SHORTER), way[0].right_inset))

    def _ends_poorly(self, title: Measured) -> bool:
        """Whether a title across the slide has any flaw or a very short last line; whether one beside the body ends in
        a single short word. A cover's narrow title is to fill its lines."""
        if self._fill.inner.w >= ACROSS * self._fill.style.size * EMU_PER_PT:
            return bool(_title_flaws(title)) or _short(title, SHORTER)
        return self._placeholder.type == "title" and title.flaws > 0 and _short(title, SHORT)

    def _settled(self, way: Measured, until: Emu) -> Measured:
        """The way set at an inset from its middle; without any where it needs none.

        The middle, because a renderer that differs by a point then still breaks where we do.
        """
        if not way.right_inset:
            return way
        half = (way.right_inset + until) // 2
        middle = self._set(half - half % EMU_PER_PT)
        sound = middle.lines <= way.lines and middle.flaws <= way.flaws
        return middle if sound else way

    def _free(self, measured: Measured) -> Emu:
        """What the fullest line leaves of its width, and a little more: the next inset that changes anything."""
        width = self._fill.inner.w - measured.right_inset
        free = width
        for row, found in zip(self.rows, measured.sets, strict=True):
            start = row.first
            for line in found.lines:
                free = min(free, width - start - line.width)
                start = row.rest
        return max(_stepped(free), CURE_STEP)

    def _unchanging(self, measured: Measured) -> Emu:
        """The steps of the right inset that change nothing in any renderer, and the next one."""
        width = self._fill.inner.w - measured.right_inset
        return _stepped(
            min(width - row.rest - found.holds_to for row, found in zip(self.rows, measured.sets, strict=True))
        )


def _least_flawed(ways: Iterable[tuple[Measured, Emu]]) -> tuple[Measured, Emu]:
    """The first of the ways with the fewest flaws. Beyond one without any, none is tried."""
    tried: list[tuple[Measured, Emu]] = []
    for way in ways:
        tried.append(way)
        if not way[0].flaws:
            break
    return min(tried, key=lambda way: way[0].flaws)


def _stepped(free: Emu) -> Emu:
    return (free // CURE_STEP + 1) * CURE_STEP


def _row(paragraph: Paragraph, fill: Fill, placeholder: Placeholder, measurer: Measurer) -> Row:
    style = paragraph.style or fill.style
    margin, indent = placeholder.indents(paragraph.level)
    margin = margin if paragraph.margin is None else paragraph.margin
    indent = indent if paragraph.indent is None else paragraph.indent
    # A bullet stands in the indent; the text after it starts at the margin.
    bulleted = paragraph.bullet if paragraph.bullet is not None else placeholder.list == "bullets"
    first = margin if bulleted else margin + indent
    gap = space_after_at(fill.space_after, paragraph.level) if paragraph.space_after is None else paragraph.space_after
    lowered = sum([run.baseline < 0 for run in paragraph.runs])
    sag = pt(LOWERED_SHARE * style.size) if lowered else 0
    text, contrary, turned = measurer.prepare(paragraph, style), paragraph.rtl is not None, paragraph.align is not None
    high = paragraph.highest(style)
    return Row(text, first, margin, high.seat, high.pitch, gap, lowered, sag, contrary, turned)


def _flaws(found: SetParagraph) -> int:
    """How many breaks of a paragraph an eye stumbles over. A dash belongs to the line before.

    What is too wide for a line and has spaces is a link: LibreOffice takes a link for one word, and
    breaks one that is wider than the line anywhere (NATIVE.md 5).
    """
    if len(found.lines) == 1:
        return found.widow + found.broken + len(found.too_wide)
    dashed = [line for line in found.lines[1:] if line.text.startswith(("–", "—"))]
    return found.widow + found.broken + len(found.too_wide) + len(dashed)


def _title_flaws(measured: Measured) -> int:
    """The flaws of a title, of which a stump is worse than a single word at the end: a short word alone on a line
    within, such as 'Where we / shall / spend our / effort first'."""
    half = _longest(measured) // 2
    inner = [line for found in measured.sets for line in found.lines[:-1]]
    return measured.flaws + 2 * sum(line.width < half and " " not in line.text for line in inner)


def _short(measured: Measured, share: float) -> bool:
    """Whether the last line of the text is less than this share of its longest."""
    return measured.sets[-1].lines[-1].width < share * _longest(measured)


def _longest(measured: Measured) -> Emu:
    return max((line.width for found in measured.sets for line in found.lines), default=0)
