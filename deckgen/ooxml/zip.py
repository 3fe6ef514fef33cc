"""Archives from ready members: deflated once, written many times, always the same bytes.

The standard library's zipfile deflates again for each archive and stamps members with the time; a
deck shares most of its members with the next one, so they are kept deflated (PERFORMANCE.md).
Format: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4; no ZIP64 (a deck stays below 4 GB).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from functools import lru_cache

from deflate import deflate_compress
from msgspec import Struct

from deckgen.ooxml.chunks import Chunk, Pieces, joined

# 1980-01-01 00:00, the first moment a DOS time can say; a deck has no other.
_DOS_TIME, _DOS_DATE = 0, 0x21
_COMMON = struct.Struct("<5H3I2H")
_CENTRAL = struct.Struct("<3HI")
_OFFSET = struct.Struct("<I")
_END = struct.Struct("<4s4H2IH")


class Member(Struct, frozen=True):
    """The content of one part, as it lies in the archive. `method` 8 is deflate, 0 stored."""

    method: int
    crc: int
    size: int
    data: bytes


class Streamed(Struct, frozen=True):
    """The content of a part that is too large to be held: it lies in the archive as it is, `size` bytes of it."""

    crc: int
    size: int
    pieces: Pieces


class Lead(Struct, frozen=True):
    """Members that archive after archive begins with, made ready once: all that lies at their places, and what the
    directory says of so many of them."""

    near: bytes = b""
    directory: bytes = b""
    count: int = 0


FAST = 1
"""The level for what is made anew for each deck: two thirds of the time that 6 takes, a twentieth larger."""


def deflated(content: bytes, level: int = 6) -> Member:
    """`content` deflated, at a level from 1 to 12.

    By libdeflate, in half of zlib's time; and the bytes are the same wherever the same version of it is, while zlib's
    depend on which zlib a system has put below Python.
    """
    return Member(8, zlib.crc32(content), len(content), bytes(deflate_compress(content, level)))


def stored(content: bytes) -> Member:
    """`content` as it is: for what is compressed already (JPEG, PNG)."""
    return Member(0, zlib.crc32(content), len(content), content)


def archive(members: list[tuple[str, Member]]) -> bytes:
    """The archive with these members, in this order."""
    return joined(archived(members))


def lead_of(members: Sequence[tuple[str, Member]]) -> Lead:
    """These members as the beginning of archives, in this order."""
    near: list[bytes] = []
    central: list[bytes] = []
    offset = 0
    for name, member in members:
        head, before, after, length = _headers(name, member.method, member.crc, len(member.data), member.size)
        near += (head, member.data)
        central += (before, _OFFSET.pack(offset), after)
        offset += length
    return Lead(b"".join(near), b"".join(central), len(members))


def archived(members: Sequence[tuple[str, Member | Streamed]], lead: Lead = Lead()) -> tuple[Chunk, ...]:
    """The archive in chunks: what it begins with, if anything, is one; a film is one, and what lies between two."""
    chunks: list[Chunk] = [lead.near] if lead.near else []
    near: list[bytes] = []
    central: list[bytes] = [lead.directory]
    offset = len(lead.near)
    for name, member in members:
        method, held = (0, member.size) if isinstance(member, Streamed) else (member.method, len(member.data))
        head, before, after, length = _headers(name, method, member.crc, held, member.size)
        central += (before, _OFFSET.pack(offset), after)
        near.append(head)
        offset += length
        if isinstance(member, Streamed):
            chunks += (b"".join(near), member.pieces)
            near = []
        else:
            near.append(member.data)
    directory, count = b"".join(central), lead.count + len(members)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), offset, 0)
    return (*chunks, b"".join((*near, directory, end)))


@lru_cache(2_000)
def _headers(name: str, method: int, crc: int, held: int, size: int) -> tuple[bytes, bytes, bytes, int]:
    """What stands before a member's data, of which `held` bytes lie in the archive; its entry in the directory before
    its offset, and after it; and how many bytes it takes in the archive with what stands before it."""
    encoded = name.encode("ascii")
    common = _COMMON.pack(20, 0, method, _DOS_TIME, _DOS_DATE, crc, held, size, len(encoded), 0)
    # Made by 3 (Unix) with mode 0600, on every system, so that bytes agree (RELIABILITY.md 5).
    entry = b"".join((b"PK\x01\x02\x14\x03", common, _CENTRAL.pack(0, 0, 0, 0o600 << 16)))
    head = b"".join((b"PK\x03\x04", common, encoded))
    return head, entry, encoded, len(head) + held
