"""What decks were made from, told by others: where each row has a picture of its own, all else that they are made from
is the same, and is held once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from deckgen.batch.task import Inputs


class Like(Struct, frozen=True, omit_defaults=True):
    """Inputs called `id`: those called `base`, but with these `files` and their hashes, and `without` others."""

    id: str
    base: str
    files: dict[str, str]
    without: tuple[str, ...] = ()


Told: TypeAlias = Inputs | Like


class Known:
    """Inputs by their ids."""

    def __init__(self) -> None:
        self._whole: dict[str, Inputs] = {}
        self._like: dict[str, Like] = {}
        self._latest: dict[tuple[str, tuple[str, ...]], str] = {}

    def __contains__(self, id: str) -> bool:
        return id in self._whole or id in self._like

    def get(self, id: str) -> Inputs | None:
        """The inputs; None for none, and where those are gone that they are told by."""
        like = self._like.get(id)
        if like is None:
            return self._whole.get(id)
        base = self._whole.get(like.base)
        if base is None:
            return None
        kept = {path: known for path, known in base.files.items() if path not in like.without}
        return Inputs(files=kept | like.files, asks=base.asks, said=base.said)

    def add(self, id: str, inputs: Inputs) -> Told:
        """Note inputs that are called `id`; how they are told."""
        kind = inputs.said, inputs.asks
        base = self._whole.get(self._latest.get(kind, ""))
        like = _told_by(base, self._latest[kind], id, inputs) if base else None
        if like is None:
            self._latest[kind] = id
        self.take(like or inputs, id)
        return like or inputs

    def take(self, told: Told, id: str) -> None:
        """Note inputs as they were told."""
        if isinstance(told, Like):
            self._like[id] = told
        else:
            self._whole[id] = told

    def update(self, others: Known) -> None:
        """Note all that others know."""
        self._whole |= others._whole
        self._like |= others._like
        self._latest |= others._latest

    def told(self, ids: Iterable[str]) -> Iterator[Told]:
        """How these are told, first those that others are told by. What isn't known is left out."""
        named = set(ids)
        like = [self._like[one] for one in sorted(named.intersection(self._like))]
        whole = named.union(one.base for one in like)
        yield from (self._whole[one] for one in sorted(whole.intersection(self._whole)))
        yield from like


def _told_by(base: Inputs, name: str, id: str, inputs: Inputs) -> Like | None:
    """The inputs told by others; None where that is hardly shorter."""
    own = {path: known for path, known in inputs.files.items() if base.files.get(path) != known}
    without = tuple([path for path in base.files if path not in inputs.files])
    return Like(id, name, own, without) if 2 * (len(own) + len(without)) < len(inputs.files) else None
