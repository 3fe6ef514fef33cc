"""Where a line may end, and which of these places a given width takes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

SOFT_HYPHEN = "\u00ad"
OVERLONG = 66
"""LibreOffice breaks an address after a slash only where this many characters stand before it."""

_OPPORTUNITY = re.compile(
    r"(?P<space>[ \t]+)"
    r"|(?<=\w)[-\u2010](?=\w)"
    r"|[\u2013\u2014](?=[^\s\u00a0\u202f\u2060!?)\]},.:;\u2019\u201d\u00bb])"
    r"|[\u00ad\u200b]"
    r"|(?<=\w)\\(?=\w)"
)
"""Spaces; a hyphen between letters or digits; a dash; a soft hyphen. No-break spaces and hyphens never.

Measured on LibreOffice 7.4 and the few native PowerPoint boxes there are (FIT.md 1.3). UAX #14 to
the letter is worse: it breaks after a slash, and not between a hyphen and a digit.
"""

_NEXT = (
    r"(?=[^\s\u00a0\u202f\u2060!?)\]},.:;/\\\"'\u2018\u2019\u201c\u201d\u00ab\u00bb"
    r"\-\u2010-\u2014\u2026|%])"
)
_OFFICE = re.compile(
    r"(?P<space>(?<![(\[{\u201e\u201a\u00a1\u00bf])[ \t]+(?![!?)\]},.:;/\\]|(?<=\u2014[ \t])\u2014))"
    rf"|[-\u2010\u2013\u2014\u2026!?|]{_NEXT}"
    r"|(?<=[^\s\u00a0\u2060\u2014(\[{\"'\u2018\u201c\u00ab])(?=\u2014)"
    r"|[\u00ad\u200b]"
    rf"|(?<=\w)\\{_NEXT}"
    rf"|(?P<slash>/)(?!\d){_NEXT}"
)
"""LibreOffice 7.4's own, tried out sign by sign: it also breaks after ! ? | and an ellipsis inside a
word and before an em dash, but neither before a closing mark nor after an opening one, not even
where a space stands between. After a slash see `_before_address`."""

_OFFICE_DIFFERS = re.compile(
    r"[/|\\\u2014\u2026]|[!?]\S|[ \t][)\]},.:;!?]|[(\[{\u201e\u201a\u00a1\u00bf][ \t]"
    r"|(?<!\w)[-\u2010]\S|[-\u2010]\W"
)


class Opportunities(Struct, frozen=True):
    """Where a text may be broken, the text's own end included.

    `ends` is where the next line would begin, `trims` where the line's visible text stops: spaces
    before a break hang beyond the edge and have no width. The rest are indices of opportunities:
    `spaces` of those that are spaces, `slashes` that follow a slash, `fields` that end a link.
    """

    ends: tuple[int, ...]
    trims: tuple[int, ...]
    spaces: tuple[int, ...] = ()
    slashes: frozenset[int] = frozenset()
    fields: frozenset[int] = frozenset()


def opportunities(text: str) -> Opportunities:
    """The break opportunities of a text without typed line breaks."""
    ends: list[int] = []
    trims: list[int] = []
    for match in _OPPORTUNITY.finditer(text):
        start, end = match.span()
        ends.append(end)
        trims.append(start if match.lastgroup else end)
    if not ends or ends[-1] != len(text):
        ends.append(len(text))
        trims.append(len(text))
    return Opportunities(tuple(ends), tuple(trims))


def office_opportunities(text: str, plain: Opportunities, links: Sequence[tuple[int, int]]) -> Opportunities:
    """LibreOffice's break opportunities; `plain` where its own rules make no difference.

    It sets a link (start, end) as one field: nothing breaks inside, and anything on either side.
    """
    if not links and not _OFFICE_DIFFERS.search(text):
        return plain
    found = {len(text): (len(text), "")}
    for edge in (edge for link in links for edge in link if edge):
        found[edge] = (edge, "")
    for match in _OFFICE.finditer(text):
        start, end = match.span()
        kind = match.lastgroup or ""
        if not any(first < end < last for first, last in links):
            found[end] = (start if kind == "space" else end, kind)
    ends = sorted(found)
    lasts = {last for _, last in links}
    return Opportunities(
        tuple(ends),
        tuple([found[end][0] for end in ends]),
        tuple([index for index, end in enumerate(ends) if found[end][1] == "space"]),
        frozenset([index for index, end in enumerate(ends) if found[end][1] == "slash"]),
        frozenset([index for index, end in enumerate(ends) if end in lasts]),
    )


class Widths(Struct, frozen=True):
    """A text's cumulative widths as one renderer counts them, in half EMU.

    `all[i]` is the width of the first i characters; `trims` and `ends` are those at the break
    opportunities. `inside` are the positions in the middle of a cluster, where nothing may break.
    """

    all: list[int]
    trims: list[int]
    ends: list[int]
    inside: frozenset[int] = frozenset()


class Broken(Struct, frozen=True):
    """A line: its text is text[start:stop]; its width in half EMU."""

    start: int
    stop: int
    width: int


def broken(at: Opportunities, widths: Widths, *, first: int, rest: int) -> list[Broken]:
    """The lines of a text, filled greedily: `first` is the room of the first line, `rest` of the others.

    A word wider than its line is broken between clusters, as all renderers do.
    """
    lines: list[Broken] = []
    trims, count = widths.trims, len(at.ends)
    start = origin = taken = 0
    limit, chopped = first, False
    while taken < count:
        fits = bisect_right(trims, limit, taken)
        if fits > taken and fits - 1 in at.slashes:
            fits = _before_address(at, widths, fits, taken, limit)
        if fits > taken:
            # The end of a link longer than a line keeps a line to itself.
            last = taken if chopped and taken in at.fields else fits - 1
            lines.append(Broken(start, at.trims[last], trims[last] - origin))
            start, origin, taken, chopped = at.ends[last], widths.ends[last], last + 1, False
        else:
            stop = _emergency(widths, start, limit)
            lines.append(Broken(start, stop, widths.all[stop] - origin))
            start, origin, chopped = stop, widths.all[stop], True
            while taken < count and at.trims[taken] <= stop:
                if at.ends[taken] > start:
                    start, origin = at.ends[taken], widths.ends[taken]
                taken += 1
        limit = origin + rest
    return lines


def _before_address(at: Opportunities, widths: Widths, fits: int, taken: int, limit: int) -> int:
    """How many opportunities are taken when the widest that fits stands after a slash.

    LibreOffice then goes back to the space before the whole address, unless it is overlong. A break
    after a slash that fills the line to the last sign it does not see.
    """
    while fits > taken and fits - 1 in at.slashes:
        end = at.ends[fits - 1]
        if end < len(widths.all) - 1 and widths.all[end + 1] > limit:
            fits -= 1
            continue
        before = [index for index in at.spaces if index < fits]
        if not before or end - at.ends[before[-1]] >= OVERLONG:
            return fits
        return max(before[-1] + 1, taken)
    return fits


def _emergency(widths: Widths, start: int, limit: int) -> int:
    """The last cluster boundary after `start` within `limit`, at least one cluster on."""
    stop = max(bisect_right(widths.all, limit, start + 1) - 1, start + 1)
    while stop in widths.inside and stop > start + 1:
        stop -= 1
    while stop in widths.inside:
        stop += 1
    return stop
