"""Values by name that are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

From = TypeVar("From")
Made = TypeVar("Made")


class Later(Mapping[str, Made]):
    """`make` of each of `given`, under the same names in the same order; each is made once."""

    def __init__(self, given: Mapping[str, From], make: Callable[[From], Made]) -> None:
        self._names = given.keys()
        self._make: Callable[[str], Made] = lambda name: make(given[name])
        self._made: dict[str, Made] = {}

    def __getitem__(self, name: str) -> Made:
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = self._make(name)
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
