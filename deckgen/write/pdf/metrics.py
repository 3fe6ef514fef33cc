"""What a PDF says of a face beside its glyphs, read from the font file's own tables (ISO/IEC 14496-22, 5.2)."""

from __future__ import annotations

import struct

from pikepdf import Array, Dictionary, Name

from deckgen.fonts.shaper import Shaper


class Metrics:
    """What a font descriptor says of a face (9.8), in thousandths of an em; `underline` is its upper edge and its
    breadth, in ems."""

    def __init__(self, shaper: Shaper) -> None:
        face, self._scale = shaper.face, 1000 / shaper.face.upem
        head, hhea, post, os2 = (bytes(face.reference_table(tag).data) for tag in ("head", "hhea", "post", "OS/2"))
        self.box = [round(side * self._scale) for side in struct.unpack(">4h", head[36:44])]
        self.ascent, self.descent = (round(n * self._scale) for n in struct.unpack(">2h", hhea[4:8]))
        angle, top, breadth, fixed = struct.unpack(">ihhI", post[4:16].ljust(12, b"\0"))
        self.angle, self.fixed = angle / 65536, fixed != 0
        self.underline = top * self._scale / 1000, breadth * self._scale / 1000
        self.weight = int(struct.unpack(">H", os2[4:6])[0]) if os2 else 400
        self.serif = bool(os2) and is_serif(os2[30], os2[32], os2[33])
        known = int(struct.unpack(">h", os2[88:90])[0]) if len(os2) >= 90 and os2[1] >= 2 else 0
        self.capital = round(known * self._scale) or round(self.ascent * 0.7)

    def descriptor(self, name: Name) -> Dictionary:
        """The font descriptor, without its file. StemV is nowhere in a font file: it is guessed by the weight."""
        symbolic, fixed, serif, italic = 4, 1 * self.fixed, 2 * self.serif, 64 * (self.angle != 0)
        return Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=symbolic | fixed | serif | italic,
            FontBBox=Array(self.box),
            ItalicAngle=round(self.angle),
            Ascent=self.ascent,
            Descent=self.descent,
            CapHeight=self.capital,
            StemV=round(10 + 220 * max(0, self.weight - 50) / 900),
        )


def is_serif(sort: int, family: int, serifs: int) -> bool:
    """Whether letters have serifs, by the face's class or by what PANOSE says of Latin text (OpenType 1.9, OS/2)."""
    return sort in (1, 2, 3, 4, 5, 7) or (sort == 0 and family == 2 and 2 <= serifs <= 10)
