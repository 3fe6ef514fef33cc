"""Font files as they go into other files: what their licence lets pass, and the parts of them that are needed.

A font says in its table OS/2 (fsType, OpenType 1.9) whether it may be embedded. One that may not is nowhere drawn
with: a face that ships with deckgen stands in for it, and the author is told.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, TypeAlias

import uharfbuzz as hb

from deckgen.brand.model import Brand
from deckgen.diagnostics import Diagnostics
from deckgen.fonts.files import FontFile
from deckgen.fonts.substitutes import substitute

Embedding: TypeAlias = Literal["allowed", "no_subset", "refused"]

_FS_TYPE = 8
"""Where fsType stands in OS/2 (OpenType 1.9, OS/2)."""
_USAGE, _RESTRICTED, _NO_SUBSETTING, _BITMAPS_ONLY = 0x000E, 0x0002, 0x0100, 0x0200
_NAMES = (0, 13, 14)
"""Beside a face's names: whose it is, and the terms it is given on."""
_BEGUN = 2 * (24_107 * 86_400).to_bytes(8, "big")
"""1970 in seconds since 1904, for when a font was made and when changed (OpenType 1.9, head)."""
_KEPT = 64
"""Web fonts kept for the next slide, deck or audience."""


def embedding(font: FontFile) -> Embedding:
    """What the font's licence lets pass: all, only the whole file, or nothing.

    Printing and previewing is as much as any of the outputs does, so what allows that allows them. Where several
    bits of the usage are set, as old fonts have it, the least restrictive holds.
    """
    table = bytes(hb.Face(hb.Blob(font.data)).reference_table("OS/2").data or b"")
    flags = int.from_bytes(table[_FS_TYPE : _FS_TYPE + 2], "big")
    if flags & _USAGE == _RESTRICTED or flags & _BITMAPS_ONLY:
        return "refused"
    return "no_subset" if flags & _NO_SUBSETTING else "allowed"


class Embeddable(Mapping[str, FontFile]):
    """The font files of a drawing as they may be embedded: in place of one that may not, its substitute.

    Each file is asked about when it is first used; that it may not be embedded is said in `diags`.
    """

    def __init__(self, fonts: Mapping[str, FontFile], brand: Brand, diags: Diagnostics) -> None:
        self._fonts, self._brand, self._diags = fonts, brand, diags
        self._found: dict[str, FontFile] = {}

    def __getitem__(self, key: str) -> FontFile:
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._allowed(self._fonts[key])
        return found

    def _allowed(self, font: FontFile) -> FontFile:
        if embedding(font) != "refused":
            return font
        instead = substitute(font, self._brand)
        self._diags.warning(
            "font-not-embeddable",
            self._brand.span,
            f'the brand "{self._brand.name}" has a font file that may not be embedded: {font.key}',
            hint=f"its text is drawn in {instead.family}; ask the font's maker for a file whose licence (fsType) "
            "allows embedding, or name another face in brand.yaml",
        )
        return instead

    def __iter__(self) -> Iterator[str]:
        return iter(self._fonts)

    def __len__(self) -> int:
        return len(self._fonts)


def subset(font: FontFile, characters: frozenset[str]) -> bytes:
    """The font file with what `characters` need of it: their glyphs and what these turn into, kerning, marks.

    All of it where its licence lets only the whole file pass. The same characters give the same bytes.
    """
    if embedding(font) == "no_subset":
        return font.data
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(sorted(map(ord, characters)))
    wanted.name_id_set.update(_NAMES)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(hb.subset(hb.Face(hb.Blob(font.data)), wanted).blob.data)


@lru_cache(_KEPT)
def web_font(font: FontFile, characters: frozenset[str]) -> bytes:
    """The subset for `characters` as WOFF2 (W3C, WOFF File Format 2.0)."""
    from fontTools.ttLib import TTFont  # 30 ms, for those formats alone that hold fonts

    # A year before 1970 in `head` makes fontTools talk; no reader asks for it.
    opened = TTFont(io.BytesIO(_dated(subset(font, characters))), recalcTimestamp=False, recalcBBoxes=False)
    opened.flavor = "woff2"
    made = io.BytesIO()
    opened.save(made, reorderTables=False)
    return made.getvalue()


def _dated(font: bytes) -> bytes:
    """The font file as if made in 1970: some say they are older, of which fontTools warns, and nobody asks."""
    for record in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        if font[record : record + 4] == b"head":
            created = int.from_bytes(font[record + 8 : record + 12], "big") + 20
            return font[:created] + _BEGUN + font[created + 16 :]
    return font
