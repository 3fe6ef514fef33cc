"""What is kept from one deck to the next: slides made ready, small parts deflated, what a check has found."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from deckgen.room import Room
from deckgen.scene import Image

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")


class Memo(Generic[K, V]):
    """Values made once per key. At most `limit` are kept, the oldest go first, so that a batch of
    thousands of decks stays within its memory; with 0 nothing is, and keys need not be told apart.

    `pictures` gives those that a value holds, which are kept as long as there is room for them.
    """

    def __init__(self, limit: int, *, pictures: Callable[[V], Iterable[Image]] | None = None) -> None:
        self._limit = limit
        self._made: dict[K, V] = {}
        self._pictures, self._room = pictures, Room[K]()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value of `key`, made now if it isn't there."""
        if not self._limit:
            return make()
        found = self.find(key)
        return self.keep(key, make()) if found is None else found

    def find(self, key: K) -> V | None:
        """The value of `key`, if it is there."""
        found = self._made.get(key)
        if found is not None and self._pictures:
            self._room.use(key)
        return found

    def keep(self, key: K, made: V) -> V:
        """`made`, kept for whoever asks for `key` next."""
        if not self._limit:
            return made
        self._made[key] = made
        if len(self._made) > self._limit:
            self._drop(next(iter(self._made)))
        for gone in self._room.take(key, self._pictures(made)) if self._pictures else ():
            del self._made[gone]
        return made

    def _drop(self, key: K) -> None:
        del self._made[key]
        self._room.leave(key)

    def __len__(self) -> int:
        return len(self._made)


class Once(Generic[T, V]):
    """Values made once for each object, however many equal ones there are: a slide that decks share is one object, and
    to compare it with others takes longer than many things that are made of it. `limit` and `pictures` (those that an
    object or its value holds) as in Memo."""

    def __init__(self, limit: int, *, pictures: Callable[[T, V], Iterable[Image]] | None = None) -> None:
        # The object is held with its value: as long as it is, no other has its identity.
        held = None if pictures is None else lambda known: pictures(*known)
        self._made: Memo[tuple[int, Hashable], tuple[T, V]] = Memo(limit, pictures=held)

    def get(self, one: T, make: Callable[[T], V], *, among: Hashable = None) -> V:
        """The value of an object, made of it now if it isn't there; another one for each thing that it is `among`."""
        key = id(one), among
        found = self._made.find(key)
        return (self._made.keep(key, (one, make(one))) if found is None else found)[1]
