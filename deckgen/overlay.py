"""A few files in memory laid over a world: what code has made, beside what lies in a project."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import BinaryIO

from deckgen.world import World
from deckgen.worlds import MemoryWorld


class OverlayWorld:
    """`files` as they are given; every other file, and the cache, as `below` has them."""

    def __init__(self, files: Mapping[str, str | bytes], *, below: World | None = None) -> None:
        self._own = MemoryWorld(files)
        self._below: World = below or MemoryWorld({})

    def _of(self, path: str) -> World:
        return self._own if self._own.exists(path) else self._below

    def read(self, path: str) -> bytes:
        """The file's bytes; Refused as the world below refuses."""
        return self._of(path).read(path)

    def open(self, path: str) -> BinaryIO:
        """The file, open for reading."""
        return self._of(path).open(path)

    def exists(self, path: str) -> bool:
        """Whether either has such a file."""
        return self._of(path).exists(path)

    def list(self, folder: str, suffix: str) -> list[str]:
        """The files of both below `folder`, sorted."""
        return sorted({*self._own.list(folder, suffix), *self._below.list(folder, suffix)})

    def stamp(self, path: str) -> str:
        """The stamp of whichever file is read."""
        return self._of(path).stamp(path)

    def packaged(self, path: str) -> bytes:
        """A file shipped inside the package deckgen."""
        return self._below.packaged(path)

    def packaged_path(self, path: str) -> str:
        """Where a shipped file lies on the disk."""
        return self._below.packaged_path(path)

    def cache_read(self, key: str) -> bytes | None:
        """What the world below has kept under `key`."""
        return self._below.cache_read(key)

    def cache_write(self, key: str, data: bytes) -> None:
        """Keep `data` in the world below."""
        self._below.cache_write(key, data)

    @property
    def epoch(self) -> int | None:
        """SOURCE_DATE_EPOCH, as the world below has it."""
        return self._below.epoch

    @property
    def today(self) -> date:
        """As the world below says."""
        return self._below.today
