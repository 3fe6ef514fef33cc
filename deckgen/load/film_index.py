"""The index of an MP4 or QuickTime film: how long it plays, what it shows, how it is coded (ISO/IEC 14496-12).

Lengths in a file are its author's to claim, so each is held against what there is.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO, NoReturn

from msgspec import Struct

from deckgen.world import Refused

MAX_INDEX = 64 * 1024 * 1024
"""Of the index alone (bytes); an hour of film has one of about two million."""
MAX_BOXES = 100_000

_FIRST = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
"""What a film begins with; QuickTime's older ones have no `ftyp`."""
_INSIDE = (b"trak", b"mdia", b"minf", b"stbl")
"""Boxes on the way to what is wanted of a track."""
_TURNED = (0, 0x10000)
"""A film filmed upright: its matrix turns it by a quarter."""


class Index(Struct, frozen=True, kw_only=True):
    """`ms` is how long the film plays, `width` and `height` what it shows; `codec` is its sample entry's name."""

    quicktime: bool
    fragmented: bool
    ms: int
    width: int
    height: int
    codec: str


def read_index(file: BinaryIO, head: bytes) -> Index:
    """The index of the film in `file`, which begins with `head`. Refused where it is none, or not whole."""
    if head[4:8] not in _FIRST:
        raise Refused("it is no film", "use an MP4 file (H.264)")
    brand = head[8:12] if head[4:8] == b"ftyp" else b"qt  "
    try:
        found = _indexed(_whole_index(file))
    except (struct.error, IndexError):
        _damaged()
    ms, fragmented, (width, height, codec) = found
    return Index(quicktime=brand == b"qt  ", fragmented=fragmented, ms=ms, width=width, height=height, codec=codec)


def _damaged() -> NoReturn:
    raise Refused("it is damaged", "save or download it again")


def _whole_index(file: BinaryIO) -> bytes:
    """The content of `moov`, wherever it lies; every box of the file's row has to be there."""
    size = file.seek(0, 2)
    start, index = 0, None
    for _ in range(MAX_BOXES):
        if start >= size:
            break
        name, head, length = _box_at(file, start, size)
        if length < head:
            _damaged()
        if start + length > size:
            missing = start + length - size
            raise Refused(f"it is cut off: its last {missing:,} bytes are missing", "save or download it again")
        if name == b"moov":
            if length > MAX_INDEX:
                _damaged()
            file.seek(start + head)
            index = file.read(length - head)
        start += length
    if index is None:
        raise Refused("it has no index, so its recording was not brought to an end", "export or convert it again")
    return index


def _box_at(file: BinaryIO, start: int, size: int) -> tuple[bytes, int, int]:
    """(name, length of its head, length of all) of the box at `start`."""
    file.seek(start)
    head = file.read(16)
    if len(head) < 8:
        return b"", 8, 16  # which reaches beyond the end
    length, name = struct.unpack(">I4s", head[:8])
    if length == 1:  # the length proper follows, in eight bytes
        return name, 16, struct.unpack(">Q", head[8:16])[0]
    return name, 8, length or size - start  # 0: up to the end


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """(name, where its content begins, where it ends) of the boxes in `data` from `start` to `end`."""
    while start + 8 <= end:
        length, name = struct.unpack_from(">I4s", data, start)
        head = 8
        if length == 1:
            head, length = 16, struct.unpack_from(">Q", data, start + 8)[0]
        if length < head or start + length > end:
            _damaged()
        yield name, start + head, start + length
        start += length


def _indexed(index: bytes) -> tuple[int, bool, tuple[int, int, str]]:
    """(milliseconds, whether it is in fragments, what its picture is) of a `moov` box."""
    ms, fragmented, picture = 0, False, None
    for name, start, end in _boxes(index, 0, len(index)):
        if name == b"mvhd":
            ms = _duration(index[start:end])
        elif name == b"mvex":
            fragmented = True
        elif name == b"trak" and picture is None:
            picture = _picture(index, start, end)
    if picture is None:
        raise Refused("it has no picture, only sound", "this kind shows films")
    return ms, fragmented, picture


def _duration(box: bytes) -> int:
    """Milliseconds of a `mvhd` box (8.2.2)."""
    wide = box[0] == 1
    scale, length = struct.unpack_from(">IQ" if wide else ">II", box, 20 if wide else 12)
    unknown = 2**64 - 1 if wide else 2**32 - 1
    return 0 if not scale or length == unknown else round(length * 1000 / scale)


def _picture(data: bytes, start: int, end: int) -> tuple[int, int, str] | None:
    """(width, height, codec) of a track; None for one of sound or of anything else."""
    size, handler, codec = (0, 0), b"", ""
    waiting = [(start, end)]
    while waiting:
        for name, inner, close in _boxes(data, *waiting.pop()):
            if name in _INSIDE:
                waiting.append((inner, close))
            elif name == b"tkhd":
                size = _shown_size(data[inner:close])
            elif name == b"hdlr" and handler != b"vide":
                handler = data[inner + 8 : min(inner + 12, close)]
            elif name == b"stsd":
                codec = data[inner + 12 : min(inner + 16, close)].decode("ascii", "replace").strip()
    return (*size, codec) if handler == b"vide" and all(size) else None


def _shown_size(box: bytes) -> tuple[int, int]:
    """Width and height as shown, of a `tkhd` box (8.3.2): 16.16 numbers at its end, after the matrix."""
    matrix = 52 if box[0] == 1 else 40
    turn = struct.unpack_from(">ii", box, matrix)
    width, height = (length >> 16 for length in struct.unpack_from(">II", box, matrix + 36))
    return (height, width) if (turn[0], abs(turn[1])) == _TURNED else (width, height)
