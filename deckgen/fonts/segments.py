"""A stretch of text without typed line breaks, and its widths as each renderer counts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TypeAlias

from msgspec import Struct

from deckgen.fonts.breaking import (
    SOFT_HYPHEN,
    Broken,
    Opportunities,
    Widths,
    broken,
    firm_opportunities,
    office_opportunities,
    opportunities,
)
from deckgen.fonts.faces import Face
from deckgen.fonts.renderers import HALVES_PER_PT, Grid, Grids, Model, room, shaping

Cumulative: TypeAlias = tuple[list[int], frozenset[int], Grid | None]
"""Widths up to each character, with 0 before the first; the places inside clusters; and the grid of
all advances, None where there are several or a character has more than one glyph."""


class Piece(Struct, frozen=True, gc=False):
    """A run in its face. `last` is that of its paragraph; `joined` ones are one run with the piece before."""

    text: str
    face: Face
    size: int
    raised: bool
    tracking: int
    last: bool
    link: bool
    joined: bool = False


class Segment:
    """Text without typed line breaks. What a renderer makes of it is worked out when first asked for.

    Most texts fit on a line, and where they might break need not be known. `even`: a line of it is as
    wide as its characters are. Spaces at the end are not, which hang beyond the edge, nor are soft
    hyphens, which show only where they break. In its paragraph's text it is [start:stop]. An `asian` one
    holds East Asian text, whose lines end nearly anywhere.
    """

    __slots__ = ("_grids", "_powerpoint", "_whole", "_widths", "asian", "even", "pieces", "start", "stop", "text")

    def __init__(self, pieces: Sequence[Piece], grids: Grids, start: int = 0, *, asian: bool = False) -> None:
        self.text, self.start = "".join([piece.text for piece in pieces]), start
        self.stop = start + len(self.text)
        self.pieces, self._grids, self.asian = pieces, grids, asian
        self.even = self.text[-1:] not in (" ", "\t") and SOFT_HYPHEN not in self.text
        self._powerpoint: Opportunities | None = None
        self._whole: dict[Model, Cumulative] = {}
        self._widths: dict[Model, tuple[Opportunities, Widths]] = {}

    def missing(self) -> str:
        """The visible characters that the pieces' faces have no glyphs for."""
        return "".join([piece.face.missing(piece.text) for piece in self.pieces])

    @property
    def sign(self) -> int:
        """The width of an East Asian sign, in half EMU; 0 where there is none."""
        return max([piece.size for piece in self.pieces]) * HALVES_PER_PT if self.asian else 0

    def places(self, model: Model) -> Sequence[int]:
        """How far from the text's start each character begins, and the last ends, in half EMU."""
        return self._cumulative(model)[0]

    def width(self, model: Model) -> int:
        """The width of the text on one line, in half EMU."""
        return self._cumulative(model)[0][-1]

    def breaks(self, model: Model) -> tuple[Opportunities, Widths]:
        """Where the text may be broken, and the widths there."""
        found = self._widths.get(model)
        if found is None:
            at = self._opportunities(model)
            found = self._widths[model] = at, self._gathered(model, at)
        return found

    def lines(self, model: Model, first: int, rest: int) -> list[Broken]:
        """The lines in a box with room for `first` and then `rest` (half EMU), by their places in the paragraph."""
        first = room(model, first)
        if self.even:
            width = self.width(model)
            if width <= first:
                return [Broken(self.start, self.stop, width)]
        at, widths = self.breaks(model)
        lines = broken(at, widths, first=first, rest=room(model, rest))
        if not self.start:
            return lines
        return [Broken(self.start + line.start, self.start + line.stop, line.width) for line in lines]

    def ideal_at_most(self, start: int, stop: int) -> int:
        """The most that a line of an even text may take with ideal advances, in half EMU."""
        return self.ideal_lines([Broken(start, stop, 0)])[0]

    def ideal_lines(self, lines: Sequence[Broken]) -> list[int]:
        """The same for each of several lines."""
        whole, _, grid = self._cumulative("libreoffice")
        if grid is None:
            whole, _, _ = self._cumulative("ideal")
        start = self.start
        widths = [whole[line.stop - start] - whole[line.start - start] for line in lines]
        if grid is None:
            return widths
        return [grid.unrounded(width, line.stop - line.start) for width, line in zip(widths, lines, strict=True)]

    def _cumulative(self, model: Model) -> Cumulative:
        found = self._whole.get(model)
        if found is None:
            found = cumulative(self.pieces, self._grids, model)
            if self.asian and model == "libreoffice":
                found = _parted(found, _gaps(self.pieces))
            self._whole[model] = found
        return found

    def _opportunities(self, model: Model) -> Opportunities:
        if self.asian:
            from deckgen.fonts.asian import asian_opportunities

            return asian_opportunities(self.text, _links(self.pieces), model)
        if self._powerpoint is None:
            self._powerpoint = opportunities(self.text)
        if model == "ideal":
            return firm_opportunities(self.text, self._powerpoint)
        if model != "libreoffice":
            return self._powerpoint
        return office_opportunities(self.text, self._powerpoint, _links(self.pieces))

    def _gathered(self, model: Model, at: Opportunities) -> Widths:
        whole, inside, _ = self._cumulative(model)
        trims = [whole[place] for place in at.trims]
        if SOFT_HYPHEN in self.text and model != "libreoffice":  # That leaves the hyphen's width out.
            hyphen = cumulative([_hyphen(self.pieces[0])], self._grids, model)[0][-1]
            trims = [
                width + hyphen if place and self.text[place - 1] == SOFT_HYPHEN else width
                for place, width in zip(at.trims, trims, strict=True)
            ]
        ends = [whole[place] for place in at.ends]
        if self.asian and model == "libreoffice":  # A line does not begin with the gap.
            gaps = _gaps(self.pieces)
            ends = [width + gaps.get(place, 0) for place, width in zip(at.ends, ends, strict=True)]
        return Widths(whole, trims, ends, inside)


def cumulative(pieces: Sequence[Piece], grids: Grids, model: Model) -> Cumulative:
    """What the pieces' advances add up to, in half EMU."""
    whole, inside = [0], frozenset[int]()
    used: list[Grid | None] = []
    for piece in pieces:
        grid = grids[model, piece.size, piece.raised, piece.face.upem, piece.tracking]
        shaped = piece.face.shape(piece.text, shaping(model, piece.size))
        if len(pieces) == 1 and shaped.starts is None and not grid.tracking:  # as nearly all texts are
            whole = list(accumulate(map(grid.__getitem__, shaped.advances), initial=0))
            return whole, frozenset(shaped.inside), grid
        widths = list(map(grid.__getitem__, shaped.advances))
        if grid.tracking and model == "libreoffice" and widths and (grid.tracking < 0 or piece.last or piece.link):
            # LibreOffice does not condense a run's last sign, nor spread that of a paragraph or a link.
            widths[-1] -= grid.tracking
        if shaped.starts is not None:
            widths = _by_character(len(piece.text), shaped.starts, widths)
        if shaped.inside:
            offset = len(whole) - 1
            inside = inside.union([place + offset for place in shaped.inside])
        whole.extend(accumulate(widths, initial=whole.pop()))
        used.append(None if shaped.starts is not None or grid.tracking > 0 else grid)
    return whole, inside, used[0] if used and used.count(used[0]) == len(used) else None


def _gaps(pieces: Sequence[Piece]) -> dict[int, int]:
    """Where LibreOffice 7.4 parts East Asian text from other, and by how much: a fifth of a line (half EMU)."""
    found: dict[int, int] = {}
    stop = 0
    for piece, following in pairwise(pieces):
        stop += len(piece.text)
        if piece.face.asian != following.face.asian:
            found[stop] = piece.size * HALVES_PER_PT * 12 // 50
    if pieces and pieces[0].text[0] in "“‘" and pieces[0].face.asian:
        found.setdefault(1, pieces[0].size * HALVES_PER_PT * 12 // 50)
    return found


def _parted(found: Cumulative, gaps: Mapping[int, int]) -> Cumulative:
    """Widths with these gaps, each of which begins what stands after it."""
    whole, inside, _ = found
    for place, gap in gaps.items():
        whole[place + 1 :] = [width + gap for width in whole[place + 1 :]]
    return whole, inside, None


def _by_character(count: int, starts: Sequence[int], widths: Sequence[int]) -> list[int]:
    """Widths by character where clusters are several characters or glyphs: the first has it all."""
    found = [0] * count
    for start, width in zip(starts, widths, strict=True):
        found[start] += width
    return found


def _hyphen(piece: Piece) -> Piece:
    """The hyphen that a broken soft hyphen shows."""
    return Piece("-", piece.face, piece.size, piece.raised, piece.tracking, False, False)


def _links(pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Where the links stand in the pieces' text."""
    found: list[tuple[int, int]] = []
    start = 0
    for piece in pieces:
        if piece.link and piece.joined:
            found[-1] = found[-1][0], start + len(piece.text)
        elif piece.link:
            found.append((start, start + len(piece.text)))
        start += len(piece.text)
    return found
