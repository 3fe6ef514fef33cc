"""Where a line may end, and which of these places a given width takes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from msgspec import Struct

SOFT_HYPHEN = "\u00ad"
OVERLONG = 66
"""LibreOffice breaks an address after a slash only where this many characters stand before it."""

_HYPHENS = frozenset("-\u2010\\")
_DASHES = frozenset("\u2013\u2014")
_OPENING = frozenset("([{\u201e\u201a\u00a1\u00bf")
_SIGNS = _HYPHENS | _DASHES | _OPENING | frozenset("\u00ad\u200b/|\u2026!?")
"""Signs beside which a line may end, in PowerPoint or in LibreOffice."""
_NO_LETTER = re.compile(r"[^\w\s,.]")
"""All of these and some others; a pattern of just these takes `re` twenty times as long to compile."""
_NEVER_FIRST = frozenset("\u2060!?)]},.:;\u2019\u201d\u00bb")
_FIRM = re.compile(r"(?<=[^\W\d_])-(?=\d)|\\")
"""Signs after which LibreOffice 25.2 ends no line, as UAX #14 has it (LB 24 and 25): in COVID-19, but not in 16-19."""
_SPACES = re.compile("[ \t]+")
_SPACED = re.compile(r" [)\]},.:;!?]")

_NEXT = (
    r"(?=[^\s\u00a0\u202f\u2060!?)\]},.:;/\\\"'\u2018\u2019\u201c\u201d\u00ab\u00bb"
    r"\-\u2010-\u2014\u2026|%])"
)
_OFFICE = (
    r"(?P<glued>(?<=[(\[{\u201e\u201a\u00a1\u00bf])[ \t]+|[ \t]+(?=[!?)\]},.:;/\\]|(?<=\u2014[ \t])\u2014))"
    r"|(?P<space>[ \t]+)"
    r"|(?<=[^\s\u00a0\u2060\u2014(\[{\"'\u2018\u201c\u00ab])(?=\u2014)"
    rf"|(?<![\u05d0-\u05ea])[-\u2010]{_NEXT}|[\u2013\u2014\u2026!?|]{_NEXT}"
    r"|[\u00ad\u200b]"
    rf"|(?<=\w)\\{_NEXT}"
    rf"|(?P<slash>/)(?!\d){_NEXT}"
)
"""LibreOffice 7.4's own, tried out sign by sign: it also breaks after ! ? | and an ellipsis inside a
word and before an em dash, but neither before a closing mark nor after an opening one where a space
stands between. After these spaces, and after a slash, see `_reconsidered`."""


class Opportunities(Struct, frozen=True, gc=False):
    """Where a text may be broken, the text's own end included.

    `ends` is where the next line would begin, `trims` where the line's visible text stops: spaces
    before a break hang beyond the edge and have no width. The rest are indices of opportunities:
    `spaces` of those that are spaces, `slashes` that follow a slash, `glued` that are spaces beside
    a bracket or the like, `fields` that end a link. `shared`: LibreOffice has the same.
    """

    ends: tuple[int, ...]
    trims: tuple[int, ...]
    spaces: tuple[int, ...] = ()
    slashes: frozenset[int] = frozenset()
    glued: frozenset[int] = frozenset()
    fields: frozenset[int] = frozenset()
    shared: bool = False

    @property
    def moody(self) -> bool:
        """Whether a renderer asks for more than what fits; see `_reconsidered`."""
        return bool(self.spaces and (self.glued or self.slashes))


def opportunities(text: str) -> Opportunities:
    """PowerPoint's break opportunities of a text without typed line breaks.

    Lines end at spaces, after hyphens and backslashes between letters or digits, dashes, soft hyphens
    and zero-width spaces; at no-break spaces and hyphens never. Measured on LibreOffice 7.4 and the
    few native PowerPoint boxes there are (FIT.md 1.3). UAX #14 to the letter is worse: it breaks after
    a slash, and not between a hyphen and a digit.
    """
    trims, ends = _spaces(text)
    shared = not _SPACED.search(text) and "\t" not in text
    for found in _NO_LETTER.finditer(text):
        if found[0] not in _SIGNS:
            continue
        place = found.start()
        ending, alike = _judged(text, place)
        shared = shared and alike
        if ending:
            index = bisect_right(ends, place)
            ends.insert(index, place + 1)
            trims.insert(index, place + 1)
    if not ends or ends[-1] != len(text):
        ends.append(len(text))
        trims.append(len(text))
    return Opportunities(tuple(ends), tuple(trims), shared=shared)


def firm_places(text: str) -> frozenset[int]:
    """Where LibreOffice 25.2 ends no line though LibreOffice 7.4 does, and PowerPoint may."""
    return frozenset([found.end() for found in _FIRM.finditer(text)])


def firm_opportunities(text: str, at: Opportunities) -> Opportunities:
    """PowerPoint's opportunities without those at firm places."""
    firm = firm_places(text)
    if not firm:
        return at
    kept = [(end, trim) for end, trim in zip(at.ends, at.trims, strict=True) if end not in firm or end == len(text)]
    return Opportunities(tuple([end for end, _ in kept]), tuple([trim for _, trim in kept]))


def _spaces(text: str) -> tuple[list[int], list[int]]:
    """Where the spaces of a text begin and end; several in a row are one."""
    if "  " in text or "\t" in text:
        spans = [match.span() for match in _SPACES.finditer(text)]
        return [start for start, _ in spans], [end for _, end in spans]
    ends = list(accumulate([len(word) + 1 for word in text.split(" ")]))
    ends.pop()
    return [end - 1 for end in ends], ends


def _judged(text: str, place: int) -> tuple[bool, bool]:
    """Whether a line may end after the sign at `place`, and whether LibreOffice has no other rule for it."""
    sign, after = text[place], text[place + 1 : place + 2]
    if sign in _HYPHENS:
        before = text[place - 1 : place]
        # A Hebrew particle keeps what it is joined to (UAX #14, LB21a).
        if "\u05d0" <= before <= "\u05ea":
            return False, sign != "\\"
        inner = _in_word(before) and _in_word(after)
        return inner, sign != "\\" and (inner or not after)
    if sign in _DASHES:
        return after != "" and not after.isspace() and after not in _NEVER_FIRST, sign == "\u2013"
    if sign in _OPENING:
        return False, after not in (" ", "\t")
    if sign in "!?":
        return False, not after or after.isspace()
    unseen = sign in "\u00ad\u200b"
    return unseen, unseen


def _in_word(sign: str) -> bool:
    """Whether it is a letter or digit; "" is none."""
    return sign.isalnum() or sign == "_"


def office_opportunities(text: str, plain: Opportunities, links: Sequence[tuple[int, int]]) -> Opportunities:
    """LibreOffice's break opportunities; `plain` where its own rules make no difference.

    It sets a link (start, end) as one field: nothing breaks inside, and anything on either side.
    """
    if plain.shared and not links:
        return plain
    found = {edge: (edge, "") for link in links for edge in link if edge}
    for end, trim, kind in _shared(plain) if plain.shared else _office(text):
        if not any(first < end < last for first, last in links):
            found[end] = (trim, kind)
    found[len(text)] = (found.get(len(text), (len(text), ""))[0], "")  # The text may always end here.
    ends = sorted(found)
    kinds = [found[end][1] for end in ends]
    lasts = {last for _, last in links}
    return Opportunities(
        tuple(ends),
        tuple([found[end][0] for end in ends]),
        spaces=tuple([index for index, kind in enumerate(kinds) if kind in ("space", "glued")]),
        slashes=frozenset([index for index, kind in enumerate(kinds) if kind == "slash"]),
        glued=frozenset([index for index, kind in enumerate(kinds) if kind == "glued"]),
        fields=frozenset([index for index, end in enumerate(ends) if end in lasts]),
    )


def _shared(plain: Opportunities) -> Iterator[tuple[int, int, str]]:
    """Where a line ends, where its visible text stops, and nothing that LibreOffice would mind."""
    for end, trim in zip(plain.ends, plain.trims, strict=True):
        yield end, trim, ""


def _office(text: str) -> Iterator[tuple[int, int, str]]:
    """The same by LibreOffice's own rules, and of which kind each is."""
    for match in _office_pattern().finditer(text):
        start, end = match.span()
        kind = match.lastgroup or ""
        yield end, start if kind in ("space", "glued") else end, kind


@cache
def _office_pattern() -> re.Pattern[str]:
    # Compiled when first needed: it takes longer than laying out a slide, and many decks can do without.
    return re.compile(_OFFICE)


class Widths(Struct, frozen=True, gc=False):
    """A text's cumulative widths as one renderer counts them, in half EMU.

    `all[i]` is the width of the first i characters; `trims` and `ends` are those at the break
    opportunities. `inside` are the positions in the middle of a cluster, where nothing may break.
    """

    all: Sequence[int]
    trims: list[int]
    ends: list[int]
    inside: frozenset[int] = frozenset()


class Broken(Struct, frozen=True, gc=False):
    """A line: its text is text[start:stop]; its width in half EMU."""

    start: int
    stop: int
    width: int


def broken(at: Opportunities, widths: Widths, *, first: int, rest: int) -> list[Broken]:
    """The lines of a text, filled greedily: `first` is the room of the first line, `rest` of the others.

    A word wider than its line is broken between clusters, as all renderers do.
    """
    lines: list[Broken] = []
    trims, ends, count, moody = widths.trims, widths.ends, len(at.ends), at.moody
    if count == 1 and not at.ends[0]:
        return [Broken(0, 0, 0)]  # No text is an empty line in a box of any width.
    start = origin = taken = 0
    limit, chopped = first, False
    while taken < count:
        fits = bisect_right(trims, limit, taken)
        if moody:
            fits = _reconsidered(at, widths, fits, taken, limit)
        if fits > taken:
            # The end of a link longer than a line keeps a line to itself.
            last = taken if chopped and taken in at.fields else fits - 1
            lines.append(Broken(start, at.trims[last], trims[last] - origin))
            start, origin, taken, chopped = at.ends[last], ends[last], last + 1, False
        else:
            stop = _emergency(widths, start, limit)
            lines.append(Broken(start, stop, widths.all[stop] - origin))
            start, origin, chopped = stop, widths.all[stop], True
            while taken < count and at.trims[taken] <= stop:
                if at.ends[taken] > start:
                    start, origin = at.ends[taken], ends[taken]
                taken += 1
        limit = origin + rest
    return lines


def _reconsidered(at: Opportunities, widths: Widths, fits: int, taken: int, limit: int) -> int:
    """How many opportunities LibreOffice takes where `fits` would fit.

    A glued space it takes only where the space itself finds no room. A slash that fills the line to
    the last sign it does not see; from any other it goes back to the space before the whole
    address, unless that is overlong.
    """
    while fits > taken:
        last = fits - 1
        if last in at.glued:
            seen = widths.all[at.trims[last] + 1] > limit
        elif last in at.slashes:
            end = at.ends[last]
            seen = end == len(widths.all) - 1 or widths.all[end + 1] <= limit
            before = [index for index in at.spaces if index < last]
            if seen and before and end - at.ends[before[-1]] < OVERLONG:
                return max(before[-1] + 1, taken)
        else:
            return fits
        if seen:
            return fits
        fits = last
    return fits


def _emergency(widths: Widths, start: int, limit: int) -> int:
    """The last cluster boundary after `start` within `limit`, at least one cluster on."""
    stop = max(bisect_right(widths.all, limit, start + 1) - 1, start + 1)
    while stop in widths.inside and stop > start + 1:
        stop -= 1
    while stop in widths.inside:
        stop += 1
    return stop
