"""Setting aside what can't be read, so that the mistakes in the rest of its file are found as well."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.load.quoting import value_at
from deckgen.load.source import Source

STAND_IN = "\ue0fe\ue0ff\ue0fe"
"""What is read in place of a value that was set aside: of it nothing more is said. Nobody writes it."""

_BREAKS = r"\r\n|[\r\n]"


class Aside(Struct, frozen=True):
    """A file without what can't be read.

    `first` and `last` are the lines (from 1) that were touched, `keys` says whether keys may have gone with them.
    """

    source: Source
    first: int
    last: int
    keys: bool

    def holds(self, span: Span) -> bool:
        """Whether what is there has been set aside."""
        return self.first <= span.line <= self.last


def value_aside(source: Source, start: int) -> Aside:
    """The file with a stand-in for the list or mapping in brackets that begins at offset `start`.

    It is taken to end with its line and those below that are indented further, or begin with its closing bracket.
    """
    begin, line_end = source.line_at(start)
    _, end = value_at(source, start)
    last = _last_below(source, line_end, _indent(source.text[begin:line_end]), closing="]}")
    return _without(source, start, end if last == line_end and end > start else last, STAND_IN)


def lines_aside(source: Source, offset: int, above: int) -> Aside:
    """The file without the line of `offset` and those below that are indented further than the line of `above`."""
    begin, line_end = source.line_at(offset)
    indent = _indent(source.text[slice(*source.line_at(above))])
    return _without(source, begin, _last_below(source, line_end, indent), "")


def _last_below(source: Source, end: int, indent: int, closing: str = "") -> int:
    """The end of the last line that is indented further than `indent`, going on from the line that ends at `end`.

    A line that begins with a mark of `closing` belongs to it as well.
    """
    last = end
    while end < len(source.text):
        below, end = source.line_at(end + 1 + source.text.startswith("\r\n", end))
        line = source.text[below:end]
        if line.strip() and _indent(line) <= indent and line.lstrip()[0] not in closing:
            break
        last = end if line.strip() else last
    return last


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _without(source: Source, start: int, end: int, text: str) -> Aside:
    """The source with `text` in place of what stands from `start` to `end`, its lines left as many."""
    kept = "".join(re.findall(_BREAKS, source.text[start:end]))
    place = source.span(start, end)
    return Aside(source.patched(start, end, text + kept), place.line, place.end_line, keys=not text)
