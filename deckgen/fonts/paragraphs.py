"""A paragraph whose widths are known: setting it at any width is then a few bisections."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from deckgen.fonts.breaking import Broken, Opportunities, Widths, broken
from deckgen.fonts.renderers import HALVES, Model, room
from deckgen.units import Emu


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


class Word(Struct, frozen=True):
    """What should not be broken: its width in half EMU with the margin, and whether it holds a slash."""

    text: str
    width: int
    slash: bool


class Segment(Struct, frozen=True):
    """Text without typed line breaks, and its widths by renderer."""

    text: str
    models: dict[Model, tuple[Opportunities, Widths]]


class Prepared(Struct, frozen=True):
    """A paragraph's segments, one more than it has typed line breaks, and its words."""

    segments: tuple[Segment, ...]
    words: tuple[Word, ...]

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
        count = max(
            _count(office),
            _count(self.broken("powerpoint", _less_margin(first), _less_margin(rest))),
            _count(self.broken("ideal", first, rest)),
        )
        doubtful = any(word.width > (rest // 2 if word.slash else rest) for word in self.words)
        return SetParagraph(
            self.lines(shown),
            count + doubtful,
            self._widow(shown) or self._widow(office),
            self._torn(shown) or self._torn(office),
            tuple([word.text for word in self.words if word.width > rest]) if doubtful else (),
        )

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


def prepared(segments: Sequence[Segment], links: Sequence[tuple[str, int]]) -> Prepared:
    """The segments with their words; `links` (text and width in half EMU) count as words too."""
    words = [word for segment in segments for word in _words(segment)]
    words += [Word(text, _with_margin(width), False) for text, width in links]
    return Prepared(tuple(segments), tuple(words))


def _words(segment: Segment) -> list[Word]:
    """What stands between the break opportunities, and between spaces where it holds a slash."""
    at, widths = segment.models["powerpoint"]
    found, start, origin = [], 0, 0
    for trim, end, width, after in zip(at.trims, at.ends, widths.trims, widths.ends, strict=True):
        found.append(Word(segment.text[start:trim], _with_margin(width - origin), False))
        start, origin = end, after
    if "/" in segment.text:
        found += _addresses(segment.text, widths)
    return found


def _addresses(text: str, widths: Widths) -> list[Word]:
    """The stretches between spaces that hold a slash: renderers break inside them by different rules."""
    found, start = [], 0
    for part in text.split(" "):
        stop = start + len(part)
        if "/" in part:
            found.append(Word(part, _with_margin(widths.all[stop] - widths.all[start]), True))
        start = stop + 1
    return found


def _count(found: list[list[Broken]]) -> int:
    return sum([len(lines) for lines in found])


def _with_margin(width: int) -> int:
    """A width 1 % wider: PowerPoint's line breaks are known to within that (FIT.md 3.1)."""
    return width * 101 // 100


def _less_margin(width: int) -> int:
    """The room that is left of `width` when lines are taken 1 % wider."""
    return width * 100 // 101
