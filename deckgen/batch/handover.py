"""Archives for hand-over, one for each folder of a batch's files: stored, for decks are compressed already."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, cast

from deckgen.batch.ledger import Ledger
from deckgen.batch.local_store import LocalStore
from deckgen.batch.task import Job
from deckgen.ooxml.chunks import Pieces

_PIECE = 1 << 20
_FIXED = (1980, 1, 1, 0, 0, 0)


def archives(ledger: Ledger, job: Job) -> Iterator[tuple[str, Pieces]]:
    """(name, content) of an archive for each folder of a run's files: `Kirklees.zip`; `talk.zip` of what lies in none.

    The same files give the same bytes, whatever order they were built in.
    """
    store = LocalStore(job.out, job.shown)
    for folder in ledger.archives:
        names = partial(ledger.of_archive, folder)
        yield f"{folder or job.deck.rpartition('/')[2]}.zip", _Archive(folder, names, store)


class _Archive:
    """An archive that is read from its files when it is written."""

    def __init__(self, folder: str, names: Callable[[], Iterator[str]], store: LocalStore) -> None:
        self._folder, self._names, self._store = folder, names, store

    def __iter__(self) -> Iterator[bytes]:
        sink = _Sink()
        with zipfile.ZipFile(cast("IO[bytes]", sink), "w", zipfile.ZIP_STORED) as archive:
            for name in self._names():
                info = zipfile.ZipInfo(name.removeprefix(f"{self._folder}/"), _FIXED)
                info.external_attr = 0o600 << 16
                info.create_system = 3
                with archive.open(info, "w", force_zip64=False) as held, self._store.open(name) as file:
                    while piece := file.read(_PIECE):
                        held.write(piece)
                        yield from sink.taken()
        yield from sink.taken()


class _Sink:
    """What an archive is written to: it gives away what it has, and can't be gone back in."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def write(self, piece: bytes) -> int:
        """Take a piece."""
        self._held.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing to do."""

    def taken(self) -> list[bytes]:
        """What has come since the last time."""
        held, self._held = self._held, []
        return held
