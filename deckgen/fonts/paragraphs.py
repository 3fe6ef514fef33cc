"""A paragraph whose widths are known: setting it at any width is then a few bisections."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import sub

from msgspec import Struct

from deckgen.fonts.breaking import Broken, Opportunities, Widths, broken
from deckgen.fonts.renderers import HALVES, Model, room
from deckgen.units import Emu


class SetLine(Struct, frozen=True, gc=False):
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


class Segment(Struct, frozen=True):
    """Text without typed line breaks, and its widths by renderer."""

    text: str
    models: dict[Model, tuple[Opportunities, Widths]]


class Prepared(Struct, frozen=True):
    """A paragraph's segments, one more than it has typed line breaks.

    `links` are its links and their widths, `widest` is the width of the widest stretch that doesn't
    break and `widest_address` of the widest between spaces that holds a slash, in half EMU. `margin`
    is by how many per cent lines in PowerPoint may be wider than measured.
    """

    segments: tuple[Segment, ...]
    links: tuple[tuple[str, int], ...]
    widest: int
    widest_address: int
    margin: int

    def broken(self, model: Model, first: int, rest: int) -> list[list[Broken]]:
        """The lines of each segment; a line after a typed break begins where turned lines do."""
        first, rest = room(model, first), room(model, rest)
        lines = []
        for segment in self.segments:
            at, widths = segment.models[model]
            lines.append(broken(at, widths, first=first, rest=rest))
            first = rest
        return lines

    def lines(self, found: Sequence[Sequence[Broken]]) -> tuple[SetLine, ...]:
        """The lines with their words."""
        return tuple([
            SetLine(segment.text[line.start : line.stop], line.width // HALVES)
            for segment, lines in zip(self.segments, found, strict=True)
            for line in lines
        ])

    def set(self, first: int, rest: int) -> SetParagraph:
        """The paragraph in lines of these widths (half EMU)."""
        shown = self.broken("powerpoint", first, rest)
        office = self.broken("libreoffice", first, rest)
        narrow_first, narrow = self._narrowed(first), self._narrowed(rest)
        count = max(
            _count(office),
            _count(self.broken("powerpoint", narrow_first, narrow)),
            _count(self.broken("ideal", first, rest)),
        )
        doubtful = self.widest > narrow or self.widest_address * 2 > narrow
        return SetParagraph(
            self.lines(shown),
            count + doubtful,
            self._widow(shown) or self._widow(office),
            self._torn(shown) or self._torn(office),
            self._too_wide(narrow) if self.widest > narrow else (),
        )

    def _narrowed(self, width: int) -> int:
        """The room left of `width` when lines are taken wider by the margin (FIT.md 3.1)."""
        return width * 100 // (100 + self.margin)

    def _widow(self, found: list[list[Broken]]) -> bool:
        """Whether the last segment takes several lines and the last of them is one word."""
        last = found[-1]
        return len(last) > 1 and len(self.segments[-1].text[last[-1].start : last[-1].stop].split()) == 1

    def _torn(self, found: list[list[Broken]]) -> bool:
        """Whether a line that another follows ends in a hyphen within a word."""
        for segment, lines in zip(self.segments, found, strict=True):
            text = segment.text
            for line in lines[:-1]:
                if text[line.stop - 1] in "-\u2010" and not text[line.stop].isspace():
                    return True
        return False

    def _too_wide(self, room: int) -> tuple[str, ...]:
        """The words and links wider than `room`, each once."""
        words = [word for segment in self.segments for word in _words(segment)]
        return tuple(dict.fromkeys([text for text, width in [*words, *self.links] if width > room]))


def prepared(segments: Sequence[Segment], links: Sequence[tuple[str, int]], margin: int) -> Prepared:
    """The segments with their widest words; `links` are texts and widths in half EMU."""
    widest = [width for _, width in links]
    addresses = [0]
    for segment in segments:
        _, widths = segment.models["powerpoint"]
        widest.append(max(map(sub, widths.trims, chain((0,), widths.ends))))
        if "/" in segment.text:
            addresses += _addresses(segment.text, widths)
    return Prepared(tuple(segments), tuple(links), max(widest), max(addresses), margin)


def _words(segment: Segment) -> list[tuple[str, int]]:
    """What stands between the break opportunities, and its width."""
    at, widths = segment.models["powerpoint"]
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


def _count(found: list[list[Broken]]) -> int:
    return sum([len(lines) for lines in found])
