"""A finished file told by another one: what both have is named, the rest is kept as it is.

Of thousands of decks each has a few slides of its own. What they share is kept once, in the base that they are told
by; large pieces that no base has (a trust's logo) by their hashes; and the few small ones with the deck.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import accumulate
from typing import TypeAlias

import msgspec
from msgspec import Struct

from deckgen.batch.cache.cut import cut, directory

LARGE = 16 * 1024
"""A piece of so many bytes is kept by its hash, where another deck finds it."""

Part: TypeAlias = tuple[int, int] | bytes | int
"""Pieces of the base from one up to another; a piece itself; which of the large ones."""


class Told(Struct, frozen=True, array_like=True):
    """A file told by a base (its hash; "" for none). `large` are the SHA-256 of large pieces, `archive` says that a
    directory follows the parts."""

    suffix: str
    size: int
    base: str
    archive: bool
    parts: tuple[Part, ...]
    large: tuple[str, ...] = ()

    @property
    def own(self) -> int:
        """Bytes that are kept with this file alone."""
        return sum(len(part) for part in self.parts if isinstance(part, bytes))


class Base:
    """A finished file that others are told by."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces
        self._content = b"".join(pieces)
        self._ends = [0, *accumulate(map(len, pieces))]
        self._places: dict[bytes, int] | None = None

    @classmethod
    def cut_from(cls, content: bytes) -> Base:
        """A base of a file's pieces."""
        return cls(cut(content)[0])

    @classmethod
    def of(cls, packed: bytes) -> Base:
        """A base as `packed` has it. Raises msgspec.MsgspecError for what is none."""
        return cls(msgspec.msgpack.decode(packed, type=list[bytes]))

    def packed(self) -> bytes:
        """The base in bytes."""
        return msgspec.msgpack.encode(self._pieces)

    def place(self, piece: bytes) -> int | None:
        """Which of the base's pieces is the same; None for none."""
        if self._places is None:
            self._places = {one: place for place, one in enumerate(self._pieces)}
        return self._places.get(piece)

    def between(self, first: int, last: int) -> bytes:
        """The pieces from the first up to the last. IndexError where there are none."""
        if not 0 <= first < last < len(self._ends):
            raise IndexError(f"a base of {len(self._pieces)} pieces has none from {first} to {last}")
        return self._content[self._ends[first] : self._ends[last]]

    def members(self, first: int, last: int) -> list[bytes]:
        """The same, one by one."""
        return self._pieces[first:last]


def told_by(base: Base | None, name: str, suffix: str, content: bytes, keep: Callable[[str, bytes], None]) -> Told:
    """`content` told by a base that is called `name`. `keep` is given large pieces with their hashes."""
    pieces, archive = cut(content) if base else ([content], False)
    parts: list[Part] = []
    large: list[str] = []
    for piece in pieces:
        place = base.place(piece) if base else None
        last = parts[-1] if parts else None
        if place is not None and isinstance(last, tuple) and last[1] == place:
            parts[-1] = (last[0], place + 1)
        elif place is not None:
            parts.append((place, place + 1))
        elif len(piece) >= LARGE:
            large.append(hashlib.sha256(piece).hexdigest())
            parts.append(len(large) - 1)
            keep(large[-1], piece)
        elif isinstance(last, bytes) and not archive:  # an archive's directory is made of single members
            parts[-1] = last + piece
        else:
            parts.append(piece)
    return Told(suffix, len(content), name, archive, tuple(parts), tuple(large))


def whole(told: Told, base: Base | None, large: Callable[[str], bytes]) -> bytes:
    """The file again. `large` gives a piece by its hash. LookupError and ValueError where it can't be put together."""
    made: list[bytes] = []
    members: list[bytes] = []
    for part in told.parts:
        if isinstance(part, tuple):
            if base is None:
                raise LookupError("there is no base")
            made.append(base.between(*part))
            members += base.members(*part) if told.archive else ()
        else:
            made.append(part if isinstance(part, bytes) else large(told.large[part]))
            members.append(made[-1])
    content = b"".join([*made, directory(members)] if told.archive else made)
    if len(content) != told.size:
        raise ValueError("it is not as long as it was")
    return content
