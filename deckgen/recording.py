"""What went into a deck: the hashes of its files, and the variables that a slide asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import BinaryIO

from deckgen.world import Refused, World

_PIECE = 1024 * 1024


class RecordingWorld:
    """A world that keeps the hash of what was last read from each file, so that it can say what went into a deck."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._hashes: dict[str, str] = {}

    def forget(self, paths: Iterable[str]) -> None:
        """Forget what was read of these files: they have changed since."""
        for path in paths:
            self._hashes.pop(path, None)

    def hashes(self, paths: Iterable[str]) -> dict[str, str]:
        """Path and SHA-256 of these files, as they were when read, sorted by path; those that can't be read
        are left out."""
        return {path: found for path in sorted(paths) if (found := self._hash(path))}

    def _hash(self, path: str) -> str:
        if not self._hashes.get(path):
            try:
                self._hashes[path] = self._hash_of_opened(path) if path in self._hashes else self._hash_read(path)
            except (Refused, OSError):
                return ""
        return self._hashes[path]

    def _hash_read(self, path: str) -> str:
        return hashlib.sha256(self._world.read(path)).hexdigest()

    def _hash_of_opened(self, path: str) -> str:
        with self._world.open(path) as file:
            made = hashlib.sha256()
            while piece := file.read(_PIECE):
                made.update(piece)
            return made.hexdigest()

    def open(self, path: str) -> BinaryIO:
        """As the world opens it. It is hashed once, when its hash is asked for: such files are large."""
        self._hashes.setdefault(path, "")
        return self._world.open(path)

    def read(self, path: str) -> bytes:
        """As the world reads it."""
        content = self._world.read(path)
        self._hashes[path] = hashlib.sha256(content).hexdigest()
        return content

    def exists(self, path: str) -> bool:
        """As the world has it."""
        return self._world.exists(path)

    def list(self, folder: str, suffix: str) -> Iterable[str]:
        """As the world lists it."""
        return self._world.list(folder, suffix)

    def stamp(self, path: str) -> str:
        """As the world stamps it."""
        return self._world.stamp(path)

    def packaged(self, path: str) -> bytes:
        """As the world has it."""
        return self._world.packaged(path)

    def packaged_path(self, path: str) -> str:
        """As the world has it."""
        return self._world.packaged_path(path)

    def cache_read(self, key: str) -> bytes | None:
        """As the world keeps it."""
        return self._world.cache_read(key)

    def cache_write(self, key: str, data: bytes) -> None:
        """As the world keeps it."""
        self._world.cache_write(key, data)

    @property
    def epoch(self) -> int | None:
        """As the world says."""
        return self._world.epoch

    @property
    def today(self) -> date:
        """As the world says."""
        return self._world.today


class Used(Mapping[str, str]):
    """Variables that remember which of them were asked for, and what the answer was."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values
        self.asked: dict[str, str | None] = {}

    def __getitem__(self, name: str) -> str:
        self.asked[name] = self._values.get(name)
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
