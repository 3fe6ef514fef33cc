"""Faces in the file: each as a composite font that holds the glyphs that were shown (ISO 32000-1, 9.7).

Codes are glyph numbers of the face, which its subset keeps. What each stands for is told by a ToUnicode map; a glyph
that stands for something else, too, has another code for that. Where there is none to have, the text around it says
what it stands for (ActualText).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from deckgen.fonts.embedding import embedding
from deckgen.fonts.files import FontFile
from deckgen.fonts.shaper import INVISIBLE, Shaper
from deckgen.write.pdf.cff import numbered
from deckgen.write.pdf.glyph_pen import GlyphPen
from deckgen.write.pdf.metrics import Metrics
from deckgen.write.pdf.streams import compressed

_LAYOUT = ("GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "cmap", "name", "post", "OS/2", "gasp", "hdmx")
"""Tables that a PDF's own dictionaries stand for, or that nobody asks once text is shaped."""
_NARROW = {"\u00a0": " ", "\u202f": " ", "\u2011": "\u2010"}
"""What is found and copied as the sign that everybody types: they break lines another way, no more."""


LAST_CODE = 0xFFFF


class Face:
    """A font file on its way into a PDF: shapes, and remembers what was shown."""

    def __init__(self, pdf: Pdf, file: FontFile, number: int) -> None:
        self.name = f"/F{number}"
        self.reference = pdf.make_indirect(Dictionary())
        self.shaper = Shaper(file.data)
        self.upem: int = self.shaper.face.upem
        self._pdf, self._file = pdf, file
        self._codes: dict[tuple[int, str], int] = {}
        self._glyphs: dict[int, int] = {}
        self._means: dict[int, str] = {}
        self._may_mean: dict[int, str] = {}
        self._outlines: dict[int, str] = {}
        self._next: int = self.shaper.face.glyph_count
        self._compact = "glyf" not in self.shaper.face.table_tags
        self._widths: dict[int, float] = {}
        self._known = set(INVISIBLE)
        self._space: int = self.shaper.font.get_nominal_glyph(32) or 0
        self.metrics = Metrics(self.shaper)

    def width(self, gid: int) -> float:
        """A glyph's own advance, as the PDF has it: in thousandths of an em, to a hundredth."""
        found = self._widths.get(gid)
        if found is None:
            found = self._widths[gid] = round(self.shaper.font.get_glyph_h_advance(gid) * 1000 / self.upem, 2)
        return found

    def has(self, text: str) -> bool:
        """Whether there is a glyph for every visible character of `text`."""
        if self._known.issuperset(text):
            return True
        lacking = [char for char in text if char not in self._known and not self.shaper.has(char)]
        if lacking:
            return False
        self._known.update(text)
        return True

    def space(self) -> int | None:
        """The code of a space; None where the face has none."""
        return self.code(self._space, " ") if self._space else None

    def code(self, gid: int, text: str) -> int | None:
        """The code that shows a glyph and means `text`; None where there can be no such."""
        found = self._codes.get((gid, text))
        if found is None:
            plain = _NARROW.get(text, text)
            found = self._new_code(gid, plain)
            if found is None:
                return None
            self._codes[gid, text] = self._codes[gid, plain] = found
            self._means[found], self._glyphs[found] = plain, gid
        return found

    def _new_code(self, gid: int, plain: str) -> int | None:
        """A glyph's own number first; what else it means has numbers beyond those of the face's glyphs, which a
        compact font has no table for."""
        known = self._codes.get((gid, plain))
        if known is not None or gid not in self._means:
            return gid if known is None else known
        if self._compact or self._next > LAST_CODE:
            return None
        self._next += 1
        return self._next - 1

    def shown(self, gid: int, text: str) -> int:
        """The code that shows a glyph, whose meaning the text around it tells."""
        self._may_mean.setdefault(gid, text)
        return gid

    def outline(self, gid: int) -> str:
        """A glyph as a path, in font units."""
        found = self._outlines.get(gid)
        if found is None:
            pen = GlyphPen()
            self.shaper.font.draw_glyph_with_pen(gid, pen)
            found = self._outlines[gid] = pen.path()
        return found

    def finish(self) -> None:
        """Write the font: all is known of it now."""
        means = {**self._may_mean, **self._means}
        if not means:
            return
        postscript = self.shaper.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self._file.family
        whole = embedding(self._file) == "no_subset"
        name = Name("/" + ("" if whole else f"{_tag(postscript, means)}+") + _plain(postscript))
        self.reference.Type, self.reference.Subtype = Name.Font, Name.Type0
        self.reference.BaseFont, self.reference.Encoding = name, Name("/Identity-H")
        self.reference.DescendantFonts = Array(
            [self._pdf.make_indirect(self._descendant(name, sorted(means), whole=whole))]
        )
        self.reference.ToUnicode = compressed(self._pdf, _to_unicode(means))

    def _descendant(self, name: Name, codes: list[int], *, whole: bool) -> Dictionary:
        descriptor, face = self.metrics.descriptor(name), self.shaper.face
        if not whole:
            face = _subset(face, {self._glyphs.get(code, code) for code in codes})
        font = Dictionary(
            Type=Name.Font,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=self._pdf.make_indirect(descriptor),
            DW=0,
            W=Object.parse(_widths([(code, self.width(self._glyphs.get(code, code))) for code in codes])),
        )
        if self._compact:
            font.Subtype = Name.CIDFontType0
            program = bytes(face.reference_table("CFF ").data)
            program = program if whole else numbered(program)
            descriptor.FontFile3 = compressed(self._pdf, program, Subtype=Name.CIDFontType0C)
        else:
            font.Subtype, font.CIDToGIDMap = Name.CIDFontType2, self._map(codes)
            program = bytes(face.blob.data)
            descriptor.FontFile2 = compressed(self._pdf, program, Length1=len(program))
        return font

    def _map(self, codes: list[int]) -> Object:
        """Which glyph each code shows (9.7.4.2)."""
        if self._next == self.shaper.face.glyph_count:
            return Name.Identity
        shown = bytearray(2 * (codes[-1] + 1))
        for code in codes:
            shown[2 * code : 2 * code + 2] = self._glyphs.get(code, code).to_bytes(2, "big")
        return self._pdf.make_indirect(compressed(self._pdf, bytes(shown)))


def _subset(face: hb.Face, glyphs: Iterable[int]) -> hb.Face:
    """The face with these glyphs alone, under their own numbers, without instructions for coarse screens."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DESUBROUTINIZE
    wanted.flags |= hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    if face.has_var_data:  # a PDF shows one weight of a face that has many: that which text was measured in
        wanted.pin_all_axes_to_default(face)
        wanted.flags |= hb.SubsetFlags.DOWNGRADE_CFF2
    wanted.drop_table_tag_set.update([int.from_bytes(tag.encode(), "big") for tag in _LAYOUT])
    return hb.subset(face, wanted)


def _tag(name: str, means: dict[int, str]) -> str:
    """Six capitals that tell subsets of one face apart (9.6.4)."""
    digest = hashlib.sha256(repr((name, sorted(means))).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _plain(name: str) -> str:
    return "".join(char for char in name if char.isascii() and (char.isalnum() or char in "-_")) or "Font"


def _runs(glyphs: list[tuple[int, float]]) -> Iterator[list[tuple[int, float]]]:
    """Glyphs in stretches of consecutive numbers."""
    run: list[tuple[int, float]] = []
    for glyph in glyphs:
        if run and glyph[0] != run[-1][0] + 1:
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _widths(glyphs: list[tuple[int, float]]) -> bytes:
    """The W array (9.7.4.3)."""
    parts = [f"{run[0][0]}[{' '.join(f'{width:g}' for _, width in run)}]" for run in _runs(glyphs)]
    return f"[{' '.join(parts)}]".encode()


def _to_unicode(means: dict[int, str]) -> bytes:
    """The ToUnicode map (9.10.3), at most a hundred entries in a block."""
    entries = [f"<{gid:04x}> <{text.encode('utf-16-be', 'replace').hex()}>" for gid, text in sorted(means.items())]
    blocks = [entries[i : i + 100] for i in range(0, len(entries), 100)]
    body = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return _CMAP.replace("BODY", body).encode()


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
BODY
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
