"""What a writer keeps from one deck to the next: slides made ready, and small parts deflated."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memo(Generic[K, V]):
    """Values made once per key. At most `limit` are kept, the oldest go first, so that a batch of
    thousands of decks stays within its memory; with 0 nothing is, and keys need not be told apart."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._made: dict[K, V] = {}

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value of `key`, made now if it isn't there."""
        if not self._limit:
            return make()
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = make()
            if len(self._made) > self._limit:
                del self._made[next(iter(self._made))]
        return found

    def __len__(self) -> int:
        return len(self._made)
