"""What is wrong with the fonts that a PDF shows text in (Matterhorn Protocol 1.1, checkpoint 31)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import uharfbuzz as hb
from pikepdf import Array, Name, Object


class Shown:
    """The codes that were shown, by font."""

    def __init__(self) -> None:
        self.fonts: dict[tuple[int, int], tuple[Object, set[int]]] = {}
        self._now: set[int] = set()

    def select(self, font: Object) -> None:
        """Text is in this font from now on."""
        self._now = self.fonts.setdefault(font.objgen, (font, set()))[1]

    def show(self, operand: Any) -> None:
        """A string, or strings with numbers between."""
        for part in operand if isinstance(operand, Array) else [operand]:
            if not isinstance(part, int | float) and hasattr(part, "__bytes__"):
                codes = bytes(part)
                self._now.update(int.from_bytes(codes[i : i + 2], "big") for i in range(0, len(codes), 2))


def font_faults(shown: Shown) -> Iterator[str]:
    """Every font is in the file, as a subset, and says of every code what it means and how wide it is."""
    for font, codes in shown.fonts.values():
        yield from _font(font, codes)


def _font(font: Object, codes: set[int]) -> Iterator[str]:
    name = str(font.BaseFont)
    descendant = font.DescendantFonts[0]
    descriptor = descendant.FontDescriptor
    if not re.fullmatch(r"/[A-Z]{6}\+\S+", name) or descendant.BaseFont != font.BaseFont:
        yield f"9.6.4 {name} has no tag of a subset"
    if descriptor.FontName != font.BaseFont:
        yield f"9.8 {name} is described by another name"
    if font.Encoding != Name("/Identity-H"):
        yield f"31-006 {name} has a character map of its own"
    yield from _meanings(font, codes)
    yield from _glyphs(font, codes)


def _meanings(font: Object, codes: set[int]) -> Iterator[str]:
    name, meant = str(font.BaseFont), to_unicode(font)
    if not meant:
        yield f"31-027 {name} does not say what its codes mean"
    for code in sorted(codes):
        said = meant.get(code)
        if said is None:
            yield f"10-001 {name} does not say what {code} means"
        elif not said or any(char in "\x00\ufeff\ufffe" for char in said):
            yield f"31-028 {name} says that {code} means {said!r}"


def _glyphs(font: Object, codes: set[int]) -> Iterator[str]:
    name, descendant = str(font.BaseFont), font.DescendantFonts[0]
    widths = _widths(descendant)
    program = _program(descendant, descendant.FontDescriptor)
    if program is None:
        yield f"31-009 {name} is not in the file"
        return
    glyph_of, width_of = program
    for code in sorted(codes):
        glyph = glyph_of(code)
        if glyph == 0:
            yield f"31-030 {code} of {name} shows .notdef"
        elif (width := width_of(glyph)) is None:
            yield f"31-011 {name} lacks the glyph of {code}"
        elif abs(width - widths.get(code, 0)) > 1:
            yield f"31-016 {name} has {code} {widths.get(code, 0)} wide, its file {width}"


def to_unicode(font: Object) -> dict[int, str]:
    """What each code means."""
    if "/ToUnicode" not in font:
        return {}
    text = font.ToUnicode.read_bytes().decode("ascii")
    blocks = "".join(re.findall(r"beginbfchar\n(.*?)endbfchar", text, re.DOTALL))
    pairs = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]*)>\n", blocks)
    return {int(code, 16): bytes.fromhex(meant).decode("utf-16-be") for code, meant in pairs}


def _widths(descendant: Object) -> dict[int, float]:
    held = list(descendant.W)
    found: dict[int, float] = {}
    for first, run in zip(held[::2], held[1::2], strict=True):
        found |= {int(first) + i: float(width) for i, width in enumerate(run)}
    return found


def _program(descendant: Object, descriptor: Object) -> Any:
    """Two functions: a code's glyph, and a glyph's width in thousandths of an em (None for none)."""
    if descendant.Subtype == Name.CIDFontType0:
        return _compact(descriptor)
    if "/FontFile2" not in descriptor or "/CIDToGIDMap" not in descendant:
        return None
    face = hb.Face(descriptor.FontFile2.read_bytes())
    font = hb.Font(face)
    mapped = None if descendant.CIDToGIDMap == Name.Identity else descendant.CIDToGIDMap.read_bytes()

    def glyph_of(code: int) -> int:
        return code if mapped is None else int.from_bytes(mapped[2 * code : 2 * code + 2], "big")

    def width_of(glyph: int) -> float | None:
        return font.get_glyph_h_advance(glyph) * 1000 / face.upem if glyph < face.glyph_count else None

    return glyph_of, width_of


def _compact(descriptor: Object) -> Any:
    from fontTools.cffLib import CFFFontSet
    from fontTools.pens.basePen import NullPen

    if "/FontFile3" not in descriptor or descriptor.FontFile3.Subtype != Name.CIDFontType0C:
        return None
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(descriptor.FontFile3.read_bytes()), None)
    top = fonts[0]
    assert top.ROS == ("Adobe", "Identity", 0)

    def glyph_of(code: int) -> int:
        return code

    def width_of(glyph: int) -> float | None:
        if glyph >= len(top.charset) or top.charset[glyph] != f"cid{glyph:05d}":
            return None
        shape = top.CharStrings[top.charset[glyph]]
        shape.draw(NullPen())
        return float(shape.width)

    return glyph_of, width_of
