"""Text as glyphs: what HarfBuzz makes of a piece of a line, with the characters that each glyph stands for."""

from __future__ import annotations

from itertools import pairwise

import uharfbuzz as hb
from msgspec import Struct

KEPT = 4_000
"""Shaped pieces kept of a face; most come again, as footers, numbers and labels do."""

INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff\u061c"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Signs that steer how others are set, and are not shown themselves."""

_JOINED: dict[str, bool] = {}
_APART = {"liga": False, "clig": False}


class Glyph(Struct, frozen=True, gc=False):
    """A glyph, in font units: how far the pen goes on, and where the glyph stands off it."""

    gid: int
    advance: int
    x: int
    y: int


class Mark(Struct, frozen=True, gc=False):
    """A glyph that the pen stays before, `x` and `y` off where its cluster begins: an accent, the dots of a letter."""

    gid: int
    x: int
    y: int


class Cluster(Struct, frozen=True, gc=False):
    """Glyphs that together are `text`: as a rule one, and the marks that stand on it. `advance` is theirs together."""

    text: str
    glyphs: tuple[Glyph, ...]
    marks: tuple[Mark, ...]
    advance: int


class Shaper:
    """Shapes text in one font file."""

    def __init__(self, data: bytes) -> None:
        self.face = hb.Face(hb.Blob(data))
        self.font = hb.Font(self.face)
        self._kept: dict[tuple[str, bool, bool, str], tuple[Cluster, ...]] = {}

    def shape(self, text: str, *, rtl: bool, ligatures: bool, language: str) -> tuple[Cluster, ...]:
        """The clusters of `text`, as they stand from left to right."""
        key = text, rtl, ligatures, language
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            found = self._kept[key] = self._shape(*key)
        return found

    def _shape(self, text: str, rtl: bool, ligatures: bool, language: str) -> tuple[Cluster, ...]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = language  # else it is that of the machine, and a build would not repeat
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self.font, buffer, _JOINED if ligatures else _APART)
        return tuple(self._clusters(text, buffer))

    def _clusters(self, text: str, buffer: hb.Buffer) -> list[Cluster]:
        infos, positions = buffer.glyph_infos, buffer.glyph_positions or ()
        glyphs: dict[int, list[Glyph]] = {}
        for info, place in zip(infos, positions, strict=True):
            glyph = Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset)
            glyphs.setdefault(info.cluster, []).append(glyph)
        starts = sorted(glyphs)
        stops = dict(pairwise((*starts, len(text))))
        return [_cluster(text[start : stops[start]], found) for start, found in glyphs.items()]

    def has(self, char: str) -> bool:
        """Whether the face has a glyph for a character."""
        return bool(self.font.get_nominal_glyph(ord(char)))


def _cluster(text: str, glyphs: list[Glyph]) -> Cluster:
    if len(glyphs) == 1:
        return Cluster(text, tuple(glyphs), (), glyphs[0].advance)
    first = next((glyph for glyph in glyphs if glyph.advance), glyphs[0])
    letters: list[Glyph] = []
    marks: list[Mark] = []
    pen = 0
    for glyph in glyphs:
        if glyph.advance or glyph is first:
            letters.append(glyph)
        else:
            marks.append(Mark(glyph.gid, pen + glyph.x, glyph.y))
        pen += glyph.advance
    return Cluster(text, tuple(letters), tuple(marks), pen)
