"""The least that a personal deck can cost: what is the same for all is copied as it lies in the archive, only what
differs is deflated, and the file is written. Nothing is read, laid out or checked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from itertools import groupby
from pathlib import Path

from deckgen.ooxml.chunks import joined
from deckgen.ooxml.zip import FAST, Member, Run, archived, deflated, run_of

_NAME_AND_EXTRA = struct.Struct("<2H")
_LOCAL = 30


class Floor:
    """Copies of a finished deck in which a few parts differ from one to the next."""

    def __init__(self, one: bytes, other: bytes, words: str) -> None:
        """Two finished decks, so that what differs between them is known. `words` is what `one` says and no other
        deck does."""
        theirs = dict(_members(other))
        self._parts: list[tuple[str, Run | bytes]] = []
        for changed, members in groupby(_members(one), key=lambda found: theirs[found[0]] != found[1]):
            if changed:
                self._parts += [(name, _content(member)) for name, member in members]
            else:
                self._parts.append(("", run_of(list(members))))
        self.changed = sum(isinstance(part, bytes) for _, part in self._parts)
        self._words = words.encode()

    def copy(self, words: str, target: Path) -> None:
        """The deck with other words, in a file."""
        said = words.encode()
        members: list[tuple[str, Member | Run]] = [
            (name, part if isinstance(part, Run) else deflated(part.replace(self._words, said), FAST))
            for name, part in self._parts
        ]
        target.write_bytes(joined(archived(members)))


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
