"""A paragraph whose widths are known: setting it at any width is then a few bisections."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import sub

from msgspec import Struct

from deckgen.fonts.breaking import Broken, Widths, firm_places
from deckgen.fonts.renderers import HALVES, HUNDREDTH_MM, Model, room
from deckgen.fonts.segments import Segment
from deckgen.scene import LINE_BREAK
from deckgen.units import Emu

MAX_KEPT = 8
"""Settings of a paragraph that are kept: cures try several widths, and other slides ask for them again."""


class SetLine(Struct, frozen=True, gc=False):
    """A line as it will stand: its words, and their width in EMU."""

    text: str
    width: Emu


class SetParagraph(Struct, frozen=True, gc=False):
    """A paragraph in lines.

    `lines` are PowerPoint's. `count` is how many lines must be reckoned with: the most that any
    renderer makes, PowerPoint's taken 1 % wider, and one more where a word is wider than a line.
    `widow`: the last of several lines is a single word; `broken`: a compound is broken at its
    hyphen, or a range at its dash; both in PowerPoint or in LibreOffice. `too_wide` are the words wider than a line.
    All of this is the same in a narrower box, as long as turned lines have `holds_to` (EMU).
    """

    lines: tuple[SetLine, ...]
    count: int
    widow: bool
    broken: bool
    too_wide: tuple[str, ...]
    holds_to: Emu


class Prepared:
    """A paragraph's segments, one more than it has typed line breaks, and how they were set before.

    `links` are its links and their widths in half EMU, `margin` is by how many per cent lines in
    PowerPoint may be wider than measured.
    """

    __slots__ = (
        "_asian",
        "_even",
        "_kept",
        "_known_widths",
        "_links",
        "_margin",
        "_missing",
        "_simple",
        "_stretches",
        "_text",
        "segments",
    )

    def __init__(self, segments: Sequence[Segment], links: Sequence[tuple[str, int]], margin: int) -> None:
        self.segments, self._links, self._margin = segments, links, margin
        self._text = LINE_BREAK.join([segment.text for segment in segments])
        self._even = False not in [segment.even for segment in segments]
        self._asian = True in [segment.asian for segment in segments]
        self._simple = self._even and not links and "/" not in self._text
        self._stretches: tuple[int, int] | None = None
        self._missing: str | None = None
        self._known_widths: dict[Model, int] = {}
        self._kept: list[tuple[int, int, SetParagraph]] = []

    @property
    def missing(self) -> str:
        """The characters that its faces have no glyphs for, each once."""
        if self._missing is None:
            self._missing = "".join(dict.fromkeys("".join([segment.missing() for segment in self.segments])))
        return self._missing

    def broken(self, model: Model, first: int, rest: int) -> list[Broken]:
        """The lines that a renderer makes; one after a typed break begins where turned lines do."""
        lines: list[Broken] = []
        for segment in self.segments:
            lines += segment.lines(model, first, rest)
            first = rest
        return lines

    def lines(self, found: Sequence[Broken]) -> tuple[SetLine, ...]:
        """The lines with their words."""
        return tuple([SetLine(self._text[line.start : line.stop], line.width // HALVES) for line in found])

    def set(self, first: Emu, rest: Emu) -> SetParagraph:
        """The paragraph in lines, the first with room for `first` and the others for `rest`."""
        for known_first, known_rest, known in self._kept:
            if known.holds_to <= rest <= known_rest and known_first - first == known_rest - rest:
                return known
        found = self._set_unbroken(first * HALVES, rest * HALVES) or self._set_broken(first * HALVES, rest * HALVES)
        if len(self._kept) >= MAX_KEPT:
            self._kept.clear()
        self._kept.append((first, rest, found))
        return found

    def _set_unbroken(self, first: int, rest: int) -> SetParagraph | None:
        """The paragraph where each segment fits on a line in every renderer, as most do; else None."""
        if not self._simple:
            return None
        width = min(first, rest)
        left = self._narrowed(width) - self._width("powerpoint")
        if left >= 0:
            left = min(left, _office_room(width) - self._width("libreoffice"), width - self._width("ideal"))
        if left < 0:
            return None
        lines = [SetLine(s.text, s.width("powerpoint") // HALVES) for s in self.segments]
        return SetParagraph(tuple(lines), len(lines), False, False, (), _holds_to(rest, left))

    def _width(self, model: Model) -> int:
        """The width of the widest segment; with ideal advances, the most that it may take."""
        found = self._known_widths.get(model)
        if found is None:
            if model == "ideal":
                found = max([segment.ideal_at_most(segment.start, segment.stop) for segment in self.segments])
            else:
                found = max([segment.width(model) for segment in self.segments])
            self._known_widths[model] = found
        return found

    def _set_broken(self, first: int, rest: int) -> SetParagraph:
        """The paragraph broken into lines for each renderer."""
        shown = tight = self.broken("powerpoint", first, rest)
        office = self.broken("libreoffice", first, rest)
        tight_first, tight_rest = self._narrowed(first), self._narrowed(rest)
        left = _left(_widths(shown), tight_first, tight_rest)
        if left < 0 or not self._even:
            tight = self.broken("powerpoint", tight_first, tight_rest)
            left = min(_left(_widths(shown), first, rest), _left(_widths(tight), tight_first, tight_rest))
        widest, address = self._widest()
        ideal = self._ideal_widths(tight, first, rest, chopped=widest > min(tight_first, tight_rest))
        left = min(
            left if self._even and not self._asian else 0,
            _left(ideal, first, rest),
            self._office_left(office, first, rest),
            min(tight_first, tight_rest) - widest,
            tight_rest - 2 * address,
        )
        count = max(len(office), len(tight), len(ideal), self._loose(first, rest) if self._asian else 0)
        # What fits on its line whole isn't broken, whatever a renderer thinks of slashes.
        doubtful = widest > tight_rest or (2 * address > tight_rest and count > len(self.segments))
        return SetParagraph(
            self.lines(shown),
            count + doubtful,
            self._widow(shown) or self._widow(office),
            self._torn(shown) or self._torn(office),
            self._too_wide(tight_rest) if widest > tight_rest else (),
            _holds_to(rest, max(left, 0)),
        )

    def _loose(self, first: int, rest: int) -> int:
        """The lines of East Asian text each of which ends a sign early, as marks may make them.

        The renderers' rules for marks at line ends are not known to the last sign.
        """
        sign = max([segment.sign for segment in self.segments])
        return len(self.broken("libreoffice", first - sign, rest - sign)) if sign < min(first, rest) else 0

    def _narrowed(self, width: int) -> int:
        """The room left of `width` when lines are taken wider by the margin (FIT.md 3.1)."""
        return width * 100 // (100 + self._margin)

    def _ideal_widths(self, tight: Sequence[Broken], first: int, rest: int, *, chopped: bool) -> list[int]:
        """Widths of the lines that ideal advances need, at most those of PowerPoint's `tight` ones.

        Where each of these has room with ideal advances too, there are no more of them, because lines
        are filled greedily. Only where words are chopped that isn't certain, nor where a line ends as it doesn't in
        every program.
        """
        if self._even and not chopped and not self._is_firm(tight):
            if len(self.segments) == 1:
                widths = self.segments[0].ideal_lines(tight)
            else:
                widths = [self._segment(line).ideal_at_most(line.start, line.stop) for line in tight]
            if _left(widths, first, rest) >= 0:
                return widths
        return _widths(self.broken("ideal", first, rest))

    def _is_firm(self, tight: Sequence[Broken]) -> bool:
        """Whether one of the lines ends where a newer LibreOffice would end none."""
        if "-" not in self._text and "\\" not in self._text:
            return False
        firm = firm_places(self._text)
        return any(line.stop in firm for line in tight[:-1])

    def _segment(self, line: Broken) -> Segment:
        """The segment that a line is of."""
        return next(segment for segment in reversed(self.segments) if segment.start <= line.start)

    def _office_left(self, office: Sequence[Broken], first: int, rest: int) -> int:
        """The least that LibreOffice's lines leave of their room, as far as that says what they become."""
        if len(office) > len(self.segments):
            for segment in self.segments:
                if segment.breaks("libreoffice")[0].moody:
                    return 0
        return _left(_widths(office), _office_room(first), _office_room(rest))

    def _widest(self) -> tuple[int, int]:
        """The widest stretch that doesn't break, and the widest between spaces that holds a slash (half EMU)."""
        if self._stretches is None:
            widest = [width for _, width in self._links]
            addresses = [0]
            for segment in self.segments:
                widths = segment.breaks("powerpoint")[1]
                widest.append(max(map(sub, widths.trims, chain((0,), widths.ends))))
                if "/" in segment.text:
                    addresses += _addresses(segment.text, widths)
            self._stretches = max(widest), max(addresses)
        return self._stretches

    def _widow(self, found: Sequence[Broken]) -> bool:
        """Whether the last segment takes several lines and the last of them is one word."""
        last = found[-1]
        if last.start <= self.segments[-1].start:
            return False
        words = self._text[last.start : last.stop].split()
        # East Asian text has no blanks between its words: one or two signs alone are what looks lost.
        return len(words) == 1 and not (self.segments[-1].asian and sum(map(str.isalnum, words[0])) > 2)

    def _torn(self, found: Sequence[Broken]) -> bool:
        """Whether a line that another follows ends in a hyphen within a word, or in the dash of a range (2025–26)."""
        text = self._text
        return True in [text[line.stop - 1] in "-\u2010\u2013" and not text[line.stop].isspace() for line in found[:-1]]

    def _too_wide(self, width: int) -> tuple[str, ...]:
        """The words and links wider than `width`, each once."""
        words = [word for segment in self.segments for word in _words(segment)]
        return tuple(dict.fromkeys([text for text, wide in [*words, *self._links] if wide > width]))


def _widths(found: Sequence[Broken]) -> list[int]:
    return [line.width for line in found]


def _left(widths: list[int], first: int, rest: int) -> int:
    """The least that any line leaves of its room: `first` or, beyond the first line, `rest`."""
    left = first - widths[0]
    return min(left, rest - max(widths[1:])) if len(widths) > 1 else left


def _holds_to(rest: int, left: int) -> Emu:
    """The least room for lines, a whole number of EMU, that is at most `left` less than `rest` (half EMU)."""
    return -((left - rest) // HALVES)


def _office_room(width: int) -> int:
    """What LibreOffice has at least where it has this width, and as much less as this is less."""
    return room("libreoffice", width) - HUNDREDTH_MM


def _words(segment: Segment) -> list[tuple[str, int]]:
    """What stands between the break opportunities, and its width."""
    at, widths = segment.breaks("powerpoint")
    starts, origins = chain((0,), at.ends), chain((0,), widths.ends)
    return [
        (segment.text[start:trim], width - origin)
        for start, trim, origin, width in zip(starts, at.trims, origins, widths.trims, strict=False)
    ]


def _addresses(text: str, widths: Widths) -> list[int]:
    """The stretches between spaces that hold a slash: renderers break inside them by different rules."""
    found, start = [], 0
    for part in text.split(" "):
        stop = start + len(part)
        if "/" in part:
            found.append(widths.all[stop] - widths.all[start])
        start = stop + 1
    return found
