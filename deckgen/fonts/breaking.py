"""Where a line may end, and which of these places a given width takes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

_OPPORTUNITY = re.compile(
    r"(?P<space>[ \t]+)"
    # A hyphen breaks after a letter (also before a digit) and between digits.
    r"|(?<=[^\W\d_])[-\u2010](?=\w)"
    r"|(?<=\d)[-\u2010](?=\d)"
    r"|[\u2013\u2014](?=[^\s\u00a0\u202f\u2060])"
    r"|[\u00ad\u200b]"
    r"|\\(?=\w)"
)
"""Measured on LibreOffice 7.4 and the few native PowerPoint boxes there are (FIT.md 1.3): plain
UAX #14 is worse, since it breaks after a slash. No-break spaces and hyphens never break."""

SOFT_HYPHEN = "\u00ad"


class Opportunities(Struct, frozen=True):
    """Where a text may be broken, the text's own end included.

    `ends` is where the next line would begin, `trims` where the line's visible text stops: spaces
    before a break hang beyond the edge and have no width.
    """

    ends: tuple[int, ...]
    trims: tuple[int, ...]


def opportunities(text: str, *, solid: Sequence[tuple[int, int]] = ()) -> Opportunities:
    """The break opportunities of a text without typed line breaks.

    Nothing breaks inside the spans `solid` (start, end): LibreOffice sets a link as one field.
    """
    ends: list[int] = []
    trims: list[int] = []
    for match in _OPPORTUNITY.finditer(text):
        end = match.end()
        if end < len(text) and not any(start < end < stop for start, stop in solid):
            ends.append(end)
            trims.append(match.start() if match.lastgroup else end)
    ends.append(len(text))
    trims.append(len(text.rstrip(" \t")))
    return Opportunities(tuple(ends), tuple(trims))


class Widths(Struct, frozen=True):
    """A text's cumulative widths in one renderer's grid.

    `all[i]` is the width of the first i characters; `trims` and `ends` are those at the break
    opportunities. `inside` are the positions in the middle of a cluster, where nothing may break.
    """

    all: list[int]
    trims: list[int]
    ends: list[int]
    inside: frozenset[int]


class Broken(Struct, frozen=True):
    """A line: its text is text[start:stop], its width in the grid's units."""

    start: int
    stop: int
    width: int


def broken(at: Opportunities, widths: Widths, *, first: int, rest: int) -> list[Broken]:
    """The lines of a text, filled greedily: `first` is the width of the first line, `rest` of the others.

    A word wider than its line is broken between clusters, as all renderers do.
    """
    lines: list[Broken] = []
    trims, count = widths.trims, len(at.ends)
    start = origin = taken = 0
    room = first
    while taken < count:
        fits = bisect_right(trims, origin + room, taken)
        if fits > taken:
            lines.append(Broken(start, at.trims[fits - 1], trims[fits - 1] - origin))
            start, origin, taken = at.ends[fits - 1], widths.ends[fits - 1], fits
        else:
            stop = _emergency(at.trims[taken], widths, start, origin + room)
            lines.append(Broken(start, stop, widths.all[stop] - origin))
            if stop == at.trims[taken]:  # A single cluster wider than the line.
                start, origin, taken = at.ends[taken], widths.ends[taken], taken + 1
            else:
                start, origin = stop, widths.all[stop]
        room = rest
    return lines


def _emergency(trim: int, widths: Widths, start: int, limit: int) -> int:
    """The last cluster boundary after `start` and up to `trim` within `limit`, at least one cluster on."""
    stop = max(bisect_right(widths.all, limit, start + 1, trim + 1) - 1, start + 1)
    while stop in widths.inside and stop > start + 1:
        stop -= 1
    while stop in widths.inside:
        stop += 1
    return min(stop, trim)
