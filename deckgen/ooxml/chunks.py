"""Content in chunks: what is held in memory, and what is read in pieces when it is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeAlias


class Pieces(Protocol):
    """Content too large to be held. Gone through, it is read anew and gives the same bytes, or raises."""

    def __iter__(self) -> Iterator[bytes]: ...


Chunk: TypeAlias = bytes | Pieces


def pieces(chunks: Iterable[Chunk]) -> Iterator[bytes]:
    """The content of chunks one after another."""
    for chunk in chunks:
        if isinstance(chunk, bytes):
            yield chunk
        else:
            yield from chunk


def joined(chunks: tuple[Chunk, ...]) -> bytes:
    """The content of chunks as one, held in memory."""
    first = chunks[0] if len(chunks) == 1 else b""
    return first if first and isinstance(first, bytes) else b"".join(pieces(chunks))
