"""Paragraphs set in lines: what a renderer will make of a text in a box of some width.

Three renderers are reckoned with (FIT.md 1.2, 2, 3): PowerPoint rounds every advance to 1/8 pt,
LibreOffice 7.4 to 1/600 inch, and newer ones not at all. Text that fits must fit in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.brand.model import FontFamily
from deckgen.fonts.breaking import SOFT_HYPHEN, Broken, Opportunities, Widths, broken, opportunities
from deckgen.fonts.faces import FaceSet, Shaping
from deckgen.scene import LINE_BREAK, FontRole, Paragraph, Run, TextStyle
from deckgen.units import Emu
from deckgen.world import World

Model: TypeAlias = Literal["powerpoint", "libreoffice", "ideal"]

HALVES = 2
"""Widths inside this module are half EMU: an eighth of a point (1587.5 EMU) is whole in them."""
EIGHTH_PT = 3_175
PIXEL_600 = 3_048
HALVES_PER_PT = 25_400
TRACKING_UNIT = 254
"""A hundredth of a point, the unit of `spc`."""
LIBREOFFICE_SLACK = 508
"""LibreOffice still takes a line 0.02 pt too wide, since it counts in 1/100 mm (FIT.md 1.2)."""
KERNING_FROM = 12
"""PowerPoint kerns from this size on, in points: kern="1200"."""
MAX_PREPARED = 4_000
"""Paragraphs kept ready for another width; each holds about 600 numbers."""


class SetLine(Struct, frozen=True):
    """A line as it will stand: its words, and their width in EMU."""

    text: str
    width: Emu


class SetParagraph(Struct, frozen=True):
    """A paragraph in lines.

    `lines` are PowerPoint's. `count` is how many lines must be reckoned with: the most that any
    renderer makes, PowerPoint's taken 1 % wider, and one more where a word is wider than a line.
    `widow`: the last of several lines is a single word; `broken`: a compound is broken at its
    hyphen; both in PowerPoint or in LibreOffice. `too_wide` are the words wider than a line.
    """

    lines: tuple[SetLine, ...]
    count: int
    widow: bool
    broken: bool
    too_wide: tuple[str, ...] = ()


class Measurer:
    """Measures text in a brand's faces. What it has shaped and scaled once it keeps until `clear`."""

    def __init__(self, fonts: Mapping[FontRole, FontFamily], world: World) -> None:
        self._faces = FaceSet(fonts, world)
        self._prepared: dict[tuple[tuple[Run, ...], TextStyle, bool | None], _Prepared] = {}
        self._grids: dict[tuple[Model, int, bool, int, int], _Grid] = {}

    def set_paragraph(self, paragraph: Paragraph, style: TextStyle, *, first: Emu, rest: Emu) -> SetParagraph:
        """`paragraph` in lines, the first `first` wide and the others `rest` (EMU, indents taken off)."""
        return self._prepare(paragraph, style).set(first=first * HALVES, rest=rest * HALVES)

    def break_lines(
        self, paragraph: Paragraph, style: TextStyle, *, first: Emu, rest: Emu, model: Model = "powerpoint"
    ) -> tuple[SetLine, ...]:
        """The lines that one renderer makes, without margin."""
        prepared = self._prepare(paragraph, style)
        return prepared.lines(prepared.broken(model, first * HALVES, rest * HALVES))

    def advance(self, text: str, style: TextStyle, *, bold: bool | None = None, italic: bool = False) -> Emu:
        """The width of `text` on one line in PowerPoint, in EMU; `bold` None means: as the style is."""
        run = Run(text, bold=style.bold if bold is None else bold, italic=italic)
        widths = self._run_widths(run, style, run.bold, "powerpoint")[0]
        return -(-widths[-1] // HALVES) if widths else 0

    def missing(self, paragraph: Paragraph, style: TextStyle) -> str:
        """The characters that the paragraph's faces have no glyphs for, each once."""
        style = paragraph.style or style
        found: dict[str, None] = {}
        for run in paragraph.runs:
            face = self._faces.face(style.font, _bold(run, paragraph, style), run.italic)
            found.update(dict.fromkeys(face.missing(run.text)))
        return "".join(found)

    def clear(self) -> None:
        """Forget what was shaped and scaled; results stay the same."""
        self._prepared.clear()
        self._grids.clear()
        self._faces.clear()

    def _prepare(self, paragraph: Paragraph, style: TextStyle) -> _Prepared:
        style = paragraph.style or style
        key = (paragraph.runs, style, paragraph.bold)
        found = self._prepared.get(key)
        if found is None:
            if len(self._prepared) >= MAX_PREPARED:
                self._prepared.clear()
            found = self._prepared[key] = _Prepared(self._segments(paragraph, style))
        return found

    def _segments(self, paragraph: Paragraph, style: TextStyle) -> list[_Segment]:
        """The stretches between typed line breaks, measured for every model."""
        segments: list[list[Run]] = [[]]
        for run in paragraph.runs:
            if run.text == LINE_BREAK:
                segments.append([])
            elif run.text:
                segments[-1].append(run)
        return [self._segment(runs, paragraph, style) for runs in segments]

    def _segment(self, runs: list[Run], paragraph: Paragraph, style: TextStyle) -> _Segment:
        text = "".join(run.text for run in runs)
        at = opportunities(text)
        links = _links(runs)
        fields = opportunities(text, solid=links) if links else at
        widths: dict[Model, tuple[Opportunities, Widths]] = {}
        for model in _MODELS:
            where = fields if model == "libreoffice" else at
            widths[model] = where, self._widths(text, runs, where, paragraph, style, model)
        return _Segment(text, widths)

    def _widths(
        self, text: str, runs: list[Run], at: Opportunities, paragraph: Paragraph, style: TextStyle, model: Model
    ) -> Widths:
        whole, inside = [0], set[int]()
        for run in runs:
            offset, origin = len(whole) - 1, whole[-1]
            widths, hidden = self._run_widths(run, style, _bold(run, paragraph, style), model)
            whole += [origin + width for width in widths] if origin else widths
            inside.update(offset + place for place in hidden)
        trims = [whole[place] for place in at.trims]
        if SOFT_HYPHEN in text:
            hyphen = self.advance("-", style) * HALVES
            trims = [w + hyphen * (p > 0 and text[p - 1] == SOFT_HYPHEN) for w, p in zip(trims, at.trims, strict=True)]
        return Widths(whole, trims, [whole[place] for place in at.ends], frozenset(inside))

    def _run_widths(self, run: Run, style: TextStyle, bold: bool, model: Model) -> tuple[list[int], list[int]]:
        """Cumulative widths after each character of a run, and the places inside a cluster."""
        face = self._faces.face(style.font, bold, run.italic)
        shaped = face.shape(run.text, _shaping(model, style.size))
        tracking = style.tracking if run.tracking is None else run.tracking
        grid = self._grid(model, style.size, run.baseline != 0, face.upem, tracking)
        scaled = list(map(grid.__getitem__, shaped.advances))
        if tracking and model == "libreoffice" and scaled:
            scaled[-1] -= tracking * TRACKING_UNIT  # None after the last glyph of a run.
        if shaped.starts is None:
            return list(accumulate(scaled)), []
        return _by_character(len(run.text), shaped.starts, scaled)

    def _grid(self, model: Model, size: int, raised: bool, upem: int, tracking: int) -> _Grid:
        key = (model, size, raised, upem, tracking)
        found = self._grids.get(key)
        if found is None:
            found = self._grids[key] = _Grid(model, size, raised, upem, tracking)
        return found


_MODELS: tuple[Model, ...] = ("powerpoint", "libreoffice", "ideal")


class _Grid(dict[int, int]):
    """Advance in font units -> width in half EMU at one size, as a renderer rounds it; tracking added."""

    def __init__(self, model: Model, size: int, raised: bool, upem: int, tracking: int) -> None:
        super().__init__()
        step = {"powerpoint": EIGHTH_PT, "libreoffice": PIXEL_600, "ideal": 1}[model]
        # Superscript and subscript are set at two thirds of the size.
        self._step, self._tracking = step, tracking * TRACKING_UNIT
        self._numerator = size * HALVES_PER_PT * (2 if raised else 3)
        self._denominator = 3 * upem * step

    def __missing__(self, advance: int) -> int:
        steps = (2 * advance * self._numerator + self._denominator) // (2 * self._denominator)
        width = self[advance] = steps * self._step + self._tracking
        return width


class _Segment:
    """A stretch of text without typed line breaks, measured for every model."""

    __slots__ = ("text", "widths")

    def __init__(self, text: str, widths: dict[Model, tuple[Opportunities, Widths]]) -> None:
        self.text, self.widths = text, widths


class _Prepared:
    """A paragraph whose widths are known: setting it at another width is a few bisections."""

    __slots__ = ("segments", "words")

    def __init__(self, segments: list[_Segment]) -> None:
        self.segments = segments
        self.words = [word for segment in segments for word in _words(segment)]

    def broken(self, model: Model, first: int, rest: int) -> list[list[Broken]]:
        """The lines of each segment; a line after a typed break begins where turned lines do."""
        if model == "libreoffice":
            first, rest = first + LIBREOFFICE_SLACK, rest + LIBREOFFICE_SLACK
        lines = []
        for segment in self.segments:
            lines.append(broken(*segment.widths[model], first=first, rest=rest))
            first = rest
        return lines

    def lines(self, broken_: list[list[Broken]]) -> tuple[SetLine, ...]:
        """The lines with their words."""
        return tuple(
            SetLine(segment.text[line.start : line.stop], line.width // HALVES)
            for segment, lines in zip(self.segments, broken_, strict=True)
            for line in lines
        )

    def set(self, *, first: int, rest: int) -> SetParagraph:
        """The paragraph in lines of these widths (half EMU)."""
        shown = self.broken("powerpoint", first, rest)
        office = self.broken("libreoffice", first, rest)
        models = [
            office,
            self.broken("powerpoint", first * 100 // 101, rest * 100 // 101),
            self.broken("ideal", first, rest),
        ]
        too_wide = tuple(word for word, width, _ in self.words if width > rest)
        doubtful = any(width > (rest // 2 if slashed else rest) for _, width, slashed in self.words)
        count = max(sum(map(len, lines)) for lines in models) + doubtful
        both = (shown, office)
        return SetParagraph(
            self.lines(shown), count, any(map(self._widow, both)), any(map(self._torn, both)), too_wide
        )

    def _widow(self, broken_: list[list[Broken]]) -> bool:
        """Whether the last segment takes several lines and the last of them is one word."""
        last = broken_[-1][-1]
        return len(broken_[-1]) > 1 and len(self.segments[-1].text[last.start : last.stop].split()) == 1

    def _torn(self, broken_: list[list[Broken]]) -> bool:
        """Whether a line but the last ends in a hyphen within a word."""
        return any(
            segment.text[line.stop - 1] in "-\u2010" and not segment.text[line.stop].isspace()
            for segment, lines in zip(self.segments, broken_, strict=True)
            for line in lines[:-1]
            if line.stop
        )


def _words(segment: _Segment) -> list[tuple[str, int, bool]]:
    """What can't be broken: its text, its width 1 % wide, and whether it is a path or an address."""
    at, widths = segment.widths["powerpoint"]
    found = []
    start = origin = 0
    for trim, end, width, next_origin in zip(at.trims, at.ends, widths.trims, widths.ends, strict=True):
        word = segment.text[start:trim]
        found.append((word, (width - origin) * 101 // 100, "/" in word))
        start, origin = end, next_origin
    return found


def _by_character(count: int, starts: list[int], scaled: list[int]) -> tuple[list[int], list[int]]:
    """Cumulative widths after each character when clusters are several characters or glyphs."""
    widths = [0] * count
    for start, width in zip(starts, scaled, strict=True):
        widths[start] += width
    known = set(starts)
    # A cluster's whole width counts from its first character on: no line ends inside it.
    return list(accumulate(widths)), [place for place in range(1, count) if place not in known]


def _bold(run: Run, paragraph: Paragraph, style: TextStyle) -> bool:
    """Whether a run is set bold: by itself, its paragraph, or its style."""
    return run.bold or (style.bold if paragraph.bold is None else paragraph.bold)


def _shaping(model: Model, size: int) -> Shaping:
    """How a renderer shapes text of a size."""
    if model != "powerpoint":
        return "ligated"
    return "kerned" if size >= KERNING_FROM else "unkerned"


def _links(runs: list[Run]) -> list[tuple[int, int]]:
    """Where the links stand in the runs' text."""
    found, start = [], 0
    for run in runs:
        if run.link is not None:
            found.append((start, start + len(run.text)))
        start += len(run.text)
    return found
