"""Faces: font files opened when first used, and texts shaped by HarfBuzz, each once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

import uharfbuzz as hb
from msgspec import Struct

from deckgen.brand.model import FontFamily
from deckgen.scene import FontRole
from deckgen.world import World

Shaping: TypeAlias = Literal["kerned", "unkerned", "ligated"]
"""How a renderer shapes: PowerPoint never sets ligatures and kerns from 12 pt on ("kerned", below
that "unkerned"); LibreOffice does both at every size ("ligated"). FIT.md 2.1."""

PACKAGE = "package:"
MAX_SHAPED = 500
"""Shaped texts kept per face and shaping, for other sizes; one of 150 characters takes 6 kB."""

_FEATURES: dict[Shaping, dict[str, bool]] = {
    "kerned": {"liga": False, "clig": False},
    "unkerned": {"liga": False, "clig": False, "kern": False},
    "ligated": {},
}
_FALLBACKS = {
    (False, False): ("regular",),
    (True, False): ("bold", "regular"),
    (False, True): ("italic", "regular"),
    (True, True): ("bold_italic", "bold", "italic", "regular"),
}
_ONE_BY_ONE = frozenset(
    map(chr, (*range(0xA0, 0xAD), *range(0xAE, 0xC0), *range(0x2010, 0x2023), *range(32, 127), 0x2026, 0x20AC))
)
"""Signs that no face takes apart: they may be joined, and then there are fewer glyphs."""
_INVISIBLE = frozenset(
    "\n\t\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


INSIDE = -(1 << 31)
"""Stands for the advance of a character that has joined the cluster before it: no width, no tracking."""


class Shaped(Struct, frozen=True, gc=False):
    """Advances of a text in font units, kerning included.

    One by character, INSIDE where a ligature has swallowed it; `inside` are those places. Only where
    a character became several glyphs, or they run from right to left, is there one by glyph, and
    `starts` says at which character each glyph's cluster begins.
    """

    advances: Sequence[int]
    inside: tuple[int, ...] = ()
    starts: Sequence[int] | None = None

    @property
    def joined(self) -> bool:
        """Whether glyphs and characters are not the same one by one."""
        return bool(self.inside) or self.starts is not None


class Face:
    """One font file, `file`. `upem` is its units per em; texts are shaped once and kept.

    `asian` faces are of texts whose lines end nearly anywhere; `margin` is what they add to a line, in per cent.
    """

    asian = False
    margin = 0

    def __init__(self, blob: hb.Blob, file: str = "") -> None:
        self.file = file
        face = hb.Face(blob)
        self.upem: int = face.upem
        self._font = hb.Font(face)
        self._shaped: dict[Shaping, dict[str, Shaped]] = {shaping: {} for shaping in _FEATURES}
        self._drawn = set(_INVISIBLE)

    def shape(self, text: str, shaping: Shaping) -> Shaped:
        """`text`, of one run, as a renderer of this shaping sets it."""
        known = self._shaped[shaping]
        found = known.get(text)
        if found is None:
            if len(known) >= MAX_SHAPED:
                known.clear()
            found = known[text] = self._shape(text, shaping)
        return found

    def _shape(self, text: str, shaping: Shaping) -> Shaped:
        if not text:
            return Shaped([])
        if shaping == "kerned":
            # What is turned off for it joins glyphs ("liga", "clig"); where none were, nothing is other.
            ligated = self.shape(text, "ligated")
            if not ligated.joined:
                return ligated
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.language = "en"  # else it is that of the machine, and a build would not repeat
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _FEATURES[shaping])
        advances = [position.x_advance for position in buffer.glyph_positions]
        joined = len(text) - len(advances)
        if joined < 0 or not (text.isascii() or _ONE_BY_ONE.issuperset(text)):
            return by_cluster(len(text), advances, [info.cluster for info in buffer.glyph_infos])
        # To read of which character every glyph is takes as long as shaping.
        return _spread(advances, _swallowed(joined, buffer.glyph_infos) if joined else ())

    def missing(self, text: str) -> str:
        """The visible characters of `text` that this face has no glyph for, each once, in order."""
        if self._drawn.issuperset(text):
            return ""
        new = dict.fromkeys(char for char in text if char not in self._drawn)
        self._drawn.update([char for char in new if self._font.get_nominal_glyph(ord(char)) is not None])
        return "".join([char for char in new if char not in self._drawn])

    def bearing(self, char: str) -> int:
        """How far right of its origin a character's ink begins, in font units; 0 for one that it has no glyph for."""
        glyph = self._font.get_nominal_glyph(ord(char))
        found = None if glyph is None else self._font.get_glyph_extents(glyph)
        return found.x_bearing if found else 0

    def ink(self, char: str) -> tuple[int, int] | None:
        """The foot and the head of a character's ink above the baseline, in font units; None where it has none."""
        glyph = self._font.get_nominal_glyph(ord(char))
        found = None if glyph is None else self._font.get_glyph_extents(glyph)
        # HarfBuzz counts upwards from the head: `height` is negative.
        return (found.y_bearing + found.height, found.y_bearing) if found and found.height else None

    def clear(self) -> None:
        """Forget every shaped text."""
        for known in self._shaped.values():
            known.clear()


def by_cluster(count: int, advances: list[int], starts: list[int]) -> Shaped:
    """What HarfBuzz gave for `count` characters, by character wherever that can be said."""
    inside = sorted(set(range(count)).difference(starts))
    if len(starts) + len(inside) > count or starts != sorted(starts):
        return Shaped(advances, tuple(inside), starts)
    return _spread(advances, inside)


def _swallowed(count: int, infos: Sequence[hb.GlyphInfo]) -> list[int]:
    """The `count` characters that have joined another one's glyph, where glyphs stand in their order."""

    def ahead(glyph: int) -> int:
        cluster: int = infos[glyph].cluster
        return cluster - glyph

    glyphs = range(len(infos))
    return [before + bisect_right(glyphs, before, key=ahead) for before in range(count)]


def _spread(advances: list[int], inside: Sequence[int]) -> Shaped:
    """Advances by glyph as advances by character."""
    for place in inside:
        advances.insert(place, INSIDE)
    return Shaped(advances, tuple(inside))


class FaceSet:
    """The faces of a brand by role, weight and slope. A file is opened when its first text comes."""

    def __init__(self, fonts: Mapping[FontRole, FontFamily], world: World) -> None:
        self._fonts, self._world = fonts, world
        self._faces: dict[tuple[FontRole, bool, bool], Face] = {}
        self._files: dict[str, Face] = {}

    def face(self, role: FontRole, bold: bool, italic: bool) -> Face:
        """The face for this role, or the nearest that the family has; Refused when it can't be read."""
        found = self._faces.get((role, bold, italic))
        if found is None:
            found = self._faces[role, bold, italic] = self._open(font_file(self._fonts[role], bold, italic))
        return found

    def _open(self, file: str) -> Face:
        """The face of a file; two roles may share one."""
        found = self._files.get(file)
        if found is None:
            found = self._files[file] = Face(font_blob(file, self._world), file)
        return found

    def clear(self) -> None:
        """Forget every shaped text; the files stay open."""
        for face in self._files.values():
            face.clear()


def font_file(family: FontFamily, bold: bool, italic: bool) -> str:
    """The family's file for a weight and a slope, or the nearest that it has."""
    for name in _FALLBACKS[bool(bold), bool(italic)]:
        if name in family.files:
            return family.files[name]
    raise KeyError(f"font {family.build!r} has no file for its regular face")


def font_blob(file: str, world: World) -> hb.Blob:
    """A font file's bytes; Refused when it can't be read."""
    if file.startswith(PACKAGE):
        return hb.Blob.from_file_path(world.packaged_path(file.removeprefix(PACKAGE)))
    return hb.Blob(world.read(file))
