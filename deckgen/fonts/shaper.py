"""Text as glyphs of one font file, to be drawn: what HarfBuzz makes of a piece of a line, fitted to its width."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import uharfbuzz as hb
from msgspec import Struct

from deckgen.scripts import is_plain

KEPT = 4_000
"""Shaped pieces kept of a face; most come again, as footers, numbers and labels do."""
SQUEEZE = 0.03
"""The share of its width by which a text may miss where it ends and still be spaced out to it; more comes of a face
that stands in for another, and there the letters themselves are made narrower or wider."""
LEAST = 0.1
"""How much narrower letters are made at most; what leaves them less room runs together."""
INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff\u061c"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Signs that steer how others are set, and are not shown themselves."""


class Setting(Struct, frozen=True):
    """How text is shaped: its direction, whether letters that need not be are joined, and whether pairs are kerned."""

    rtl: bool = False
    ligatures: bool = False
    kerned: bool = True
    language: str = "en"

    @property
    def features(self) -> dict[str, bool]:
        """What is asked of the face (OpenType 1.9, feature tags)."""
        apart = {} if self.ligatures else {"liga": False, "clig": False}
        return apart if self.kerned else {**apart, "kern": False}


PLAIN = Setting()


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


class Fit(Struct, frozen=True, gc=False):
    """How a text comes to its width: points after each of its clusters that the pen goes on after, and a factor that
    letters are widened by."""

    spacing: float = 0
    stretch: float = 1


class Shaper:
    """Shapes text in one font file."""

    def __init__(self, data: bytes) -> None:
        self.face = hb.Face(hb.Blob(data))
        self.font = hb.Font(self.face)
        self.upem: int = self.face.upem
        self._kept: dict[tuple[str, Setting], tuple[Cluster, ...]] = {}

    def shape(self, text: str, setting: Setting = PLAIN) -> tuple[Cluster, ...]:
        """The clusters of `text`, as they stand from left to right."""
        key = text, setting
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            found = self._kept[key] = tuple(self._shape(text, setting))
        return found

    def _shape(self, text: str, setting: Setting) -> list[Cluster]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if setting.rtl else "ltr"
        buffer.language = setting.language  # else it is that of the machine, and a build would not repeat
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self.font, buffer, setting.features)
        return _clusters(text, buffer)

    def has(self, char: str) -> bool:
        """Whether the face has a glyph for a character."""
        return bool(self.font.get_nominal_glyph(ord(char)))

    def ems(self, clusters: tuple[Cluster, ...]) -> float:
        """What clusters take by themselves, in ems."""
        return sum([cluster.advance for cluster in clusters]) / self.upem


def steps(clusters: tuple[Cluster, ...]) -> int:
    """After how many clusters the pen goes on, so that there may be more or less space."""
    return sum([cluster.advance != 0 for cluster in clusters])


def placed(cluster: Cluster) -> Iterator[tuple[int, int, int]]:
    """The glyphs of a cluster, and where each stands off where it begins."""
    pen = 0
    for glyph in cluster.glyphs:
        yield glyph.gid, pen + glyph.x, glyph.y
        pen += glyph.advance
    for mark in cluster.marks:
        yield mark.gid, mark.x, mark.y


def fit(text: str, natural: float, gaps: int, *, width: float, tracking: float) -> Fit:
    """How `text`, which takes `natural` points by itself and may be spaced at `gaps` places, takes `width` points.
    `tracking` is a part of the width."""
    if natural <= 0 or (gaps < 2 and not tracking):
        return Fit(tracking)
    left = width - natural - tracking * gaps
    stretched = (natural + left) / natural
    if stretched > LEAST and (abs(left) > SQUEEZE * width or (tracking == 0 and joins(text))):
        return Fit(tracking, stretched)
    return Fit(tracking + left / gaps)


def joins(text: str) -> bool:
    """Whether `text` may join its letters, which no space may part then: it is of no alphabet like Latin."""
    return not is_plain(text) and any(unicodedata.east_asian_width(char) not in "WF" for char in text)


def _clusters(text: str, buffer: hb.Buffer) -> list[Cluster]:
    infos, positions = buffer.glyph_infos, buffer.glyph_positions or ()
    glyphs: dict[int, list[Glyph]] = {}
    for info, place in zip(infos, positions, strict=True):
        glyph = Glyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset)
        glyphs.setdefault(info.cluster, []).append(glyph)
    stops = dict(pairwise((*sorted(glyphs), len(text))))
    return [_cluster(text[start : stops[start]], found) for start, found in glyphs.items()]


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
