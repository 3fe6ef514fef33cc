"""A stretch of text without typed line breaks, and its widths as each renderer counts them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TypeAlias

from msgspec import Struct

from deckgen.fonts.breaking import (
    SOFT_HYPHEN,
    Broken,
    Opportunities,
    Widths,
    broken,
    office_opportunities,
    opportunities,
)
from deckgen.fonts.faces import Face
from deckgen.fonts.renderers import Grid, Grids, Model, room, shaping

Scaled: TypeAlias = tuple[list[int], frozenset[int], Grid | None]
"""Widths by character; the places inside clusters; and the grid of all advances, None where there are
several or a character has more than one glyph."""


class Piece(Struct, frozen=True, gc=False):
    """A run in its face. `last` is that of its paragraph."""

    text: str
    face: Face
    size: int
    raised: bool
    tracking: int
    last: bool
    link: bool


class Segment:
    """Text without typed line breaks. What a renderer makes of it is worked out when first asked for.

    Most texts fit on a line, and where they might break need not be known. `even`: a line of it is as
    wide as its characters are. Spaces at the end are not, which hang beyond the edge, nor are soft
    hyphens, which show only where they break.
    """

    __slots__ = ("_grids", "_pieces", "_powerpoint", "_scaled", "_whole", "_widths", "even", "text")

    def __init__(self, pieces: Sequence[Piece], grids: Grids) -> None:
        self.text = "".join([piece.text for piece in pieces])
        self._pieces, self._grids = pieces, grids
        self.even = self.text[-1:] not in (" ", "\t") and SOFT_HYPHEN not in self.text
        self._powerpoint: Opportunities | None = None
        self._scaled: dict[Model, Scaled] = {}
        self._whole: dict[Model, list[int]] = {}
        self._widths: dict[Model, tuple[Opportunities, Widths]] = {}

    def width(self, model: Model) -> int:
        """The width of the text on one line, in half EMU."""
        whole = self._whole.get(model)
        return whole[-1] if whole else sum(self._scale(model)[0])

    def breaks(self, model: Model) -> tuple[Opportunities, Widths]:
        """Where the text may be broken, and the widths there."""
        found = self._widths.get(model)
        if found is None:
            at = self._opportunities(model)
            found = self._widths[model] = at, self._gathered(model, at)
        return found

    def lines(self, model: Model, first: int, rest: int) -> list[Broken]:
        """The lines in a box with room for `first` and then `rest` (half EMU)."""
        first = room(model, first)
        if self.even:
            width = self.width(model)
            if width <= first:
                return [Broken(0, len(self.text), width)]
        at, widths = self.breaks(model)
        return broken(at, widths, first=first, rest=room(model, rest))

    def ideal_at_most(self, start: int, stop: int) -> int:
        """The most that text[start:stop], a line of an even text, may take with ideal advances (half EMU)."""
        grid = self._scale("libreoffice")[2]
        whole = self.whole("ideal" if grid is None else "libreoffice")
        width = whole[stop] - whole[start]
        return width if grid is None else grid.unrounded(width, stop - start)

    def ideal_width(self) -> int:
        """The most that the text on one line may take with ideal advances."""
        grid = self._scale("libreoffice")[2]
        return grid.unrounded(self.width("libreoffice"), len(self.text)) if grid else self.width("ideal")

    def whole(self, model: Model) -> list[int]:
        """Widths up to each character, with 0 before the first."""
        found = self._whole.get(model)
        if found is None:
            found = self._whole[model] = list(accumulate(self._scale(model)[0], initial=0))
        return found

    def _scale(self, model: Model) -> Scaled:
        found = self._scaled.get(model)
        if found is None:
            found = self._scaled[model] = scaled(self._pieces, self._grids, model)
        return found

    def _opportunities(self, model: Model) -> Opportunities:
        if self._powerpoint is None:
            self._powerpoint = opportunities(self.text)
        if model != "libreoffice":
            return self._powerpoint
        return office_opportunities(self.text, self._powerpoint, _links(self._pieces))

    def _gathered(self, model: Model, at: Opportunities) -> Widths:
        whole = self.whole(model)
        trims = [whole[place] for place in at.trims]
        if SOFT_HYPHEN in self.text and model != "libreoffice":  # That leaves the hyphen's width out.
            hyphen = sum(scaled([_hyphen(self._pieces[0])], self._grids, model)[0])
            trims = [
                width + hyphen if place and self.text[place - 1] == SOFT_HYPHEN else width
                for place, width in zip(at.trims, trims, strict=True)
            ]
        return Widths(whole, trims, [whole[place] for place in at.ends], self._scale(model)[1])


def scaled(pieces: Sequence[Piece], grids: Grids, model: Model) -> Scaled:
    """The pieces' advances in half EMU, as a renderer makes them."""
    every: list[int] = []
    inside = frozenset[int]()
    used: list[Grid | None] = []
    for piece in pieces:
        grid = grids[model, piece.size, piece.raised, piece.face.upem, piece.tracking]
        shaped = piece.face.shape(piece.text, shaping(model, piece.size))
        widths = list(map(grid.__getitem__, shaped.advances))
        if grid.tracking and model == "libreoffice" and widths and (grid.tracking < 0 or piece.last or piece.link):
            # LibreOffice does not condense a run's last sign, nor spread that of a paragraph or a link.
            widths[-1] -= grid.tracking
        if shaped.starts is not None:
            widths = _by_character(len(piece.text), shaped.starts, widths)
        if shaped.inside:
            inside = inside.union([place + len(every) for place in shaped.inside])
        every += widths
        used.append(None if shaped.starts is not None or grid.tracking > 0 else grid)
    return every, inside, used[0] if used and used.count(used[0]) == len(used) else None


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
    found, start = [], 0
    for piece in pieces:
        if piece.link:
            found.append((start, start + len(piece.text)))
        start += len(piece.text)
    return found
