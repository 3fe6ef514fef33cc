"""What is to be written, in pieces: read once more if need be, and hashed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from deckgen.ooxml.chunks import Chunk, pieces
from deckgen.output.atomic import NotWritten
from deckgen.world import Refused

SHARED = 4
"""So many beginnings are known: those of the brands that a build's decks wear."""


def readable(chunks: tuple[Chunk, ...], shown: str) -> Iterator[bytes]:
    """The content, piece by piece. NotWritten where a film can't be read any more."""
    try:
        yield from pieces(chunks)
    except Refused as refused:
        raise NotWritten("output-failed", f"{shown} can't be written: {refused.reason}", refused.hint) from None


class Hashes:
    """SHA-256 and size of contents. Decks of one brand begin alike: how far the hash of a first chunk has come is kept
    for the next content that begins with the very same one."""

    def __init__(self) -> None:
        self._begun: dict[int, tuple[Chunk, hashlib._Hash]] = {}

    def of(self, chunks: tuple[Chunk, ...], shown: str) -> tuple[str, int]:
        """The hash in hexadecimal, and the number of bytes. NotWritten where a film can't be read any more."""
        first = chunks[0] if len(chunks) > 1 else b""
        made, size = (self._after(first), len(first)) if first and isinstance(first, bytes) else (hashlib.sha256(), 0)
        for piece in readable(chunks[1:] if size else chunks, shown):
            made.update(piece)
            size += len(piece)
        return made.hexdigest(), size

    def _after(self, first: bytes) -> hashlib._Hash:
        # A chunk that is held here can't be gone, and so no other has its identity.
        if id(first) not in self._begun:
            if len(self._begun) == SHARED:
                del self._begun[next(iter(self._begun))]
            self._begun[id(first)] = first, hashlib.sha256(first)
        return self._begun[id(first)][1].copy()
