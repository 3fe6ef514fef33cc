"""Rows' files on their way from a process to their places.

A file is written by whoever has made it, and waits beside its place. To be safe on the disk takes it longer than to be
made, and files that become so together hardly longer than one: so several rows' files are sent on together, and threads
wait for them while the next rows are made. The more of it a thread did beside waiting, the more it would keep Python
from making rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeAlias

from deckgen.batch.store import LEDGER, Half, Placed, Store
from deckgen.output.atomic import NotWritten, not_written

TOGETHER = 8
"""So many files are sent on together, at least."""
WRITERS = 4
"""So many threads wait."""

Came: TypeAlias = Placed | NotWritten
"""What came of a file."""


class Placing:
    """The threads that wait for the files of one store, whose `ways` are so many."""

    def __init__(self, store: Store, *, ways: int = WRITERS) -> None:
        self._store, self._threads = store, ThreadPoolExecutor(ways)

    def send(self, halves: Sequence[Half]) -> Callable[[], list[Came]]:
        """Send files on together. What comes back waits for them."""
        sent: Future[list[Came]] = self._threads.submit(placed, self._store, halves)
        return sent.result


def placed(store: Store, halves: Sequence[Half]) -> list[Came]:
    """Put files in their places: when all are safe, and the ledger knows of them."""
    came: dict[int, Came] = {}
    lines = []
    for number, half in enumerate(halves):
        try:
            lines.append(half.sync())
        except NotWritten as refusal:
            came[number] = refusal
    try:
        if any(lines):
            store.add_to_ledger(b"".join(lines))
    except OSError as error:
        for number, half in enumerate(halves):
            half.discard()
            came.setdefault(number, not_written(LEDGER, error))
    for number, half in enumerate(halves):
        if number not in came:
            came[number] = _placed(half)
    return [came[number] for number in range(len(halves))]


def _placed(half: Half) -> Came:
    try:
        return half.place()
    except NotWritten as refusal:
        return refusal
