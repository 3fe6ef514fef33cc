"""The least that a personal deck can cost: what is the same for all is copied as it lies in the archive, only what
differs is deflated, and the file is written. Nothing is read, laid out or checked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from deckgen.ooxml.chunks import pieces
from deckgen.ooxml.zip import FAST, Member, archived, deflated, lead_of

_NAME_AND_EXTRA = struct.Struct("<2H")
_LOCAL = 30


class Floor:
    """Copies of a finished deck in which a few parts differ from one to the next."""

    def __init__(self, one: bytes, other: bytes, words: str) -> None:
        """Two finished decks, so that what differs between them is known. `words` is what `one` says and no other
        deck does."""
        members, theirs = _members(one), dict(_members(other))
        same = [theirs[name] == member for name, member in members]
        led = same.index(False)
        self._lead = lead_of(members[:led])
        self._parts = [
            (name, member if alike else _content(member))
            for (name, member), alike in zip(members[led:], same[led:], strict=True)
        ]
        self.changed = same.count(False)
        self._words = words.encode()

    def copy(self, words: str, target: Path) -> None:
        """The deck with other words, in a file."""
        said = words.encode()
        members = [
            (name, part if isinstance(part, Member) else deflated(part.replace(self._words, said), FAST))
            for name, part in self._parts
        ]
        with target.open("wb", buffering=0) as file:
            for piece in pieces(archived(members, self._lead)):
                file.write(piece)


def _members(deck: bytes) -> list[tuple[str, Member]]:
    """A finished deck's members, in their order and as they lie there."""
    found = []
    with zipfile.ZipFile(BytesIO(deck)) as opened:
        for info in opened.infolist():
            begin = info.header_offset + _LOCAL + sum(_NAME_AND_EXTRA.unpack_from(deck, info.header_offset + 26))
            data = deck[begin : begin + info.compress_size]
            found.append((info.filename, Member(info.compress_type, info.CRC, info.file_size, data)))
    return found


def _content(member: Member) -> bytes:
    return zlib.decompress(member.data, -15) if member.method else member.data
