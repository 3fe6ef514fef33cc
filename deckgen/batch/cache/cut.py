"""Files cut into pieces where decks are alike: the members of an archive, the objects of a PDF, the lines of a page.

Whatever the cuts, the pieces one after another are the file; only how much two files share depends on them.
"""

from __future__ import annotations

import re
import struct

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<3H2I")
_END = struct.Struct("<4s4H2IH")
_MEMBER, _DIRECTORY = b"PK\x03\x04", b"PK\x01\x02"
_CUTS = re.compile(rb"\bendobj\s|\n|[A-Za-z0-9+/=]{4096,}")
SMALLEST = 48
"""A piece has at least so many bytes, or it would cost more to name than to keep."""


def cut(content: bytes) -> tuple[list[bytes], bool]:
    """The pieces, and whether they are an archive's members, after which its directory comes: `directory` makes it."""
    if content.startswith(_MEMBER):
        pieces, end = _members(content)
        if content[end:] == directory(pieces):
            return pieces, True
    return _cut_at_marks(content), False


def directory(members: list[bytes]) -> bytes:
    """The central directory of an archive as `deckgen.ooxml.zip` writes it."""
    listed: list[bytes] = []
    offset = 0
    for member in members:
        length = int.from_bytes(member[26:28], "little")
        listed += (b"PK\x01\x02\x14\x03", member[4:30], _CENTRAL.pack(0, 0, 0, 0o600 << 16, offset))
        listed.append(member[30 : 30 + length])
        offset += len(member)
    made = b"".join(listed)
    return made + _END.pack(b"PK\x05\x06", 0, 0, len(members), len(members), len(made), offset, 0)


def _members(content: bytes) -> tuple[list[bytes], int]:
    """The members of an archive, each with its header, and where they end."""
    pieces: list[bytes] = []
    begin = 0
    while content.startswith(_MEMBER, begin) and begin + _LOCAL.size <= len(content):
        head = _LOCAL.unpack_from(content, begin)
        end = begin + _LOCAL.size + head[7] + head[9] + head[10]
        pieces.append(content[begin:end])
        begin = end
    return pieces, begin


def _cut_at_marks(content: bytes) -> list[bytes]:
    pieces: list[bytes] = []
    begin = 0
    for found in _CUTS.finditer(content):
        for end in found.span() if found.end() - found.start() >= SMALLEST else (found.end(),):
            if end - begin >= SMALLEST:
                pieces.append(content[begin:end])
                begin = end
    return [*pieces, content[begin:]]
