"""How many bytes the pictures may have of what is kept for the next deck: each deck of a batch may show its own."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from deckgen.scene import Group, Image, Node, Picture, Video

ROOM = 48 * 1024**2
"""Bytes. A talk of photographs has about thirty."""

K = TypeVar("K", bound=Hashable)


class Room(Generic[K]):
    """Which keys of a memo stand for pictures, the one first that was used the longest ago. A picture counts once,
    however many keys stand for it."""

    def __init__(self, size: int = ROOM) -> None:
        """`size` is in bytes."""
        self._free = size
        self._held: dict[K, tuple[Image, ...]] = {}
        self._users: dict[str, int] = {}

    def take(self, key: K, pictures: Iterable[Image]) -> list[K]:
        """Note that `key` stands for these pictures; the keys that have to go for it, which are forgotten here."""
        held = tuple(pictures)
        if not held:
            return []
        self.leave(key)
        self._held[key] = held
        for image in held:
            users = self._users[image.sha256] = self._users.get(image.sha256, 0) + 1
            self._free -= size_of(image) if users == 1 else 0
        gone = []
        while self._free < 0 and len(self._held) > 1:
            gone.append(next(iter(self._held)))
            self.leave(gone[-1])
        return gone

    def use(self, key: K) -> None:
        """Note that `key` was asked for."""
        if key in self._held:
            self._held[key] = self._held.pop(key)

    def leave(self, key: K) -> None:
        """Note that what `key` stands for is kept no longer."""
        for image in self._held.pop(key, ()):
            users = self._users[image.sha256] = self._users[image.sha256] - 1
            if not users:
                del self._users[image.sha256]
                self._free += size_of(image)


def size_of(image: Image) -> int:
    """The bytes of a picture, with the drawing that it is the twin of."""
    return len(image.data) + (len(image.vector.data) if image.vector else 0)


def pictures_in(nodes: Iterable[Node]) -> Iterator[Image]:
    """The pictures that nodes show, those in groups too."""
    for node in nodes:
        match node:
            case Picture():
                yield node.image
            case Video():
                yield node.poster
            case Group():
                yield from pictures_in(node.nodes)
