"""Text as glyphs of one font file, to be drawn: what HarfBuzz makes of a piece of a line, fitted to its width."""

from __future__ import annotations

import unicodedata

import uharfbuzz as hb
from msgspec import Struct

from deckgen.scripts import is_plain

KEPT = 4_000
"""Shaped pieces kept of a face; most come again, as footers, numbers and labels do."""
SQUEEZE = 0.03
"""The share of its width by which a text may miss where it ends and still be spaced out to it; more comes of a face
that stands in for another, and there the letters themselves are made narrower or wider."""

_JOINED: dict[str, bool] = {}
_APART = {"liga": False, "clig": False}


class Glyph(Struct, frozen=True, gc=False):
    """A glyph, in font units: the pen's advance after it, where it stands off the pen, and whether a cluster ends."""

    id: int
    advance: int
    x: int
    y: int
    last: bool


class Fit(Struct, frozen=True, gc=False):
    """How a text comes to its width: points after each of its clusters, and a factor that letters are widened by."""

    spacing: float = 0
    stretch: float = 1


class Shaper:
    """Shapes text in one font file."""

    def __init__(self, data: bytes) -> None:
        self.face = hb.Face(hb.Blob(data))
        self.font = hb.Font(self.face)
        self.upem: int = self.face.upem
        self._kept: dict[tuple[str, bool, bool], tuple[Glyph, ...]] = {}

    def shape(self, text: str, *, rtl: bool = False, ligatures: bool = False) -> tuple[Glyph, ...]:
        """The glyphs of `text`, as they stand from left to right."""
        key = text, rtl, ligatures
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            found = self._kept[key] = self._shape(*key)
        return found

    def _shape(self, text: str, rtl: bool, ligatures: bool) -> tuple[Glyph, ...]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = "en"  # else it is that of the machine, and a build would not repeat
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self.font, buffer, _JOINED if ligatures else _APART)
        clusters = [info.cluster for info in buffer.glyph_infos]
        ends = [one != other for one, other in zip(clusters, [*clusters[1:], None], strict=True)]
        return tuple(
            Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset, end)
            for info, place, end in zip(buffer.glyph_infos, buffer.glyph_positions, ends, strict=True)
        )

    def fit(self, glyphs: tuple[Glyph, ...], text: str, size: float, *, width: float, tracking: float) -> Fit:
        """How `glyphs`, shaped of `text`, take `width` points in `size`. `tracking` is a part of the width."""
        natural = sum([glyph.advance for glyph in glyphs]) * size / self.upem
        clusters = sum([glyph.last for glyph in glyphs])
        if natural <= 0 or (clusters < 2 and not tracking):
            return Fit(tracking)
        left = width - natural - tracking * clusters
        if abs(left) > SQUEEZE * width or (tracking == 0 and joins(text)):
            return Fit(tracking, (natural + left) / natural)
        return Fit(tracking + left / clusters)


def joins(text: str) -> bool:
    """Whether `text` may join its letters, which no space may part then: it is of no alphabet like Latin."""
    return not is_plain(text) and any(unicodedata.east_asian_width(char) not in "WF" for char in text)
