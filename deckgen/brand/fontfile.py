"""What a brand must know of its own font files: the opening quotation mark, and how high lines sit."""

from __future__ import annotations

from msgspec import Struct

OPENING_QUOTE = 0x201C
_WIN_ASCENT = 74
"""Where usWinAscent stands in the table OS/2; usWinDescent follows (OpenType 1.9, OS/2)."""


class FontFacts(Struct, frozen=True):
    """The advance of “ in em (0: the face lacks it), and the share of a 1.2 em line above the baseline."""

    quote: float
    share: float


def font_facts(data: bytes) -> FontFacts | None:
    """The facts of a TrueType or OpenType file; None when it is none, or was not saved to its end."""
    import uharfbuzz as hb

    if not _whole(data):
        return None
    face = hb.Face(hb.Blob(data))
    metrics = face.reference_table("OS/2").data or b""
    if not face.glyph_count or len(metrics) < _WIN_ASCENT + 4:
        return None
    ascent, descent = (int.from_bytes(metrics[at : at + 2], "big") for at in (_WIN_ASCENT, _WIN_ASCENT + 2))
    if not ascent:
        return None
    font = hb.Font(face)
    glyph = font.get_nominal_glyph(OPENING_QUOTE)
    advance = font.get_glyph_h_advance(glyph) if glyph is not None else 0
    return FontFacts(advance / face.upem, 1.2 * ascent / (ascent + descent))


def _whole(data: bytes) -> bool:
    """Whether every table that the file's directory names is in it (OpenType 1.9, Table Directory).

    HarfBuzz takes a table that is cut off for an empty one, and then no letter has any width.
    """
    tables = int.from_bytes(data[4:6], "big")
    records = (data[at : at + 16] for at in range(12, 12 + 16 * tables, 16))
    ends = [int.from_bytes(record[8:12], "big") + int.from_bytes(record[12:16], "big") for record in records]
    return bool(ends) and len(data) >= 12 + 16 * tables and max(ends) <= len(data)
