"""Films made of bytes: the boxes that an MP4 file needs, and none of the picture (ISO/IEC 14496-12)."""

from __future__ import annotations

import struct


def box(name: bytes, *content: bytes) -> bytes:
    """A box: its length, its name, its content."""
    inside = b"".join(content)
    return struct.pack(">I4s", 8 + len(inside), name) + inside


def movie(ms: int = 4_000, *, wide: bool = False) -> bytes:
    """`mvhd`: how long the film plays, in thousandths of a second; `wide` writes it in eight bytes."""
    if wide:
        return box(b"mvhd", struct.pack(">IQQIQ", 0x01000000, 0, 0, 1000, ms), bytes(80))
    return box(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 1000, ms), bytes(80))


def track(
    width: int = 1280, height: int = 720, *, codec: bytes = b"avc1", handler: bytes = b"vide", turned: bool = False
) -> bytes:
    """`trak`: what it shows, or with another handler says; `turned` is filmed upright."""
    a, b, c, d = (0, 1, -1, 0) if turned else (1, 0, 0, 1)
    matrix = struct.pack(">9i", a << 16, b << 16, 0, c << 16, d << 16, 0, 0, 0, 1 << 30)
    header = box(b"tkhd", bytes(40), matrix, struct.pack(">II", width << 16, height << 16))
    said = box(b"hdlr", bytes(8), handler, bytes(13))
    samples = box(b"stsd", struct.pack(">II", 0, 1), box(codec, bytes(78)))
    return box(b"trak", header, box(b"mdia", said, box(b"minf", box(b"stbl", samples))))


def film(*parts: bytes, brand: bytes = b"isom", picture: bytes = b"\x00" * 64, index_last: bool = False) -> bytes:
    """A film with these boxes in its index: by default one picture of 1280 × 720 that plays four seconds."""
    index = box(b"moov", *(parts or (movie(), track())))
    head, content = box(b"ftyp", brand, bytes(4), brand), box(b"mdat", picture)
    return b"".join((head, content, index) if index_last else (head, index, content))
