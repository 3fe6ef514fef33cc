"""The one door to what is outside: files, packaged data, and the clock.

Stages ask a `World`, never the operating system, so that tests need no disk, reads stay inside the
project's folder, and builds repeat.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

MAX_FILE = 64 * 1024 * 1024
"""Larger files are refused before they are read (bytes)."""


class Refused(Exception):
    """A path that may not be read or written, with the reason in the user's words and a hint."""

    def __init__(self, reason: str, hint: str | None = None) -> None:
        super().__init__(reason)
        self.reason, self.hint = reason, hint


class World(Protocol):
    """Paths are relative to the project's root, with forward slashes.

    `read` raises `Refused` for what is absent, leaves the project (.., absolute, symlink), is no
    regular file or is larger than MAX_FILE.
    """

    def read(self, path: str) -> bytes: ...
    def exists(self, path: str) -> bool: ...
    def list(self, folder: str, suffix: str) -> Iterable[str]:
        """Paths of the files below `folder` (at any depth) that end in `suffix`, sorted."""
        ...
    def stamp(self, path: str) -> str:
        """A text that changes when the file does, cheaper than its content (size and time)."""
        ...
    def packaged(self, path: str) -> bytes:
        """A file shipped inside the package deckgen, e.g. 'brand/plain/brand.yaml'."""
        ...
    def packaged_path(self, path: str) -> str:
        """Where a shipped file lies on the disk, for libraries that map it (fonts)."""
        ...
    @property
    def epoch(self) -> int | None:
        """SOURCE_DATE_EPOCH in seconds, if set."""
        ...
    @property
    def today(self) -> date: ...
