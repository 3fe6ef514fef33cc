"""The files of a project as they stand on the disk at one moment, and what has changed since another."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress

from msgspec import Struct

from deckgen.world import composed

Stamp = tuple[int, int, int]
"""Time, size and inode of a file: they change when it is written anew, also by a rename."""

_UNREAD = frozenset(("node_modules", "__pycache__"))


class Changes(Struct, frozen=True):
    """Paths below the project's folder: of files written anew, and of those that came and went."""

    changed: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    @property
    def paths(self) -> frozenset[str]:
        """All of them."""
        return self.changed | self.new | self.gone

    def told(self, most: int = 3) -> str:
        """'slides/a.yaml changed, slides/b.yaml is gone and 2 more'; at least one path is wanted."""
        words = dict.fromkeys(self.changed, "changed")
        words |= dict.fromkeys(self.new, "is new") | dict.fromkeys(self.gone, "is gone")
        named = [f"{path} {words[path]}" for path in sorted(words)]
        more = f" and {len(named) - most} more" if len(named) > most else ""
        return ", ".join(named[:most]) + more


class Tree(Struct, frozen=True):
    """The files below a folder with their stamps, and the folders they lie in, each by its place on the disk."""

    files: dict[str, Stamp]
    folders: frozenset[str]

    def since(self, before: Tree) -> Changes:
        """What has changed since."""
        return Changes(
            frozenset(path for path, stamp in self.files.items() if before.files.get(path, stamp) != stamp),
            frozenset(self.files.keys() - before.files.keys()),
            frozenset(before.files.keys() - self.files.keys()),
        )


def scan(root: str, skipped: Callable[[str], bool]) -> Tree:
    """What lies below `root`, links followed that stay within; hidden names and what editors leave are passed over.

    `skipped` tells of a path below the root whether nobody wants to know of it.
    """
    files: dict[str, Stamp] = {}
    folders: set[str] = set()
    top = os.path.realpath(root)
    pending: list[tuple[str, str, frozenset[str]]] = [(top, "", frozenset((top,)))]
    while pending:
        real, prefix, above = pending.pop()
        folders.add(real)
        for entry, path in _entries(real, prefix, skipped):
            below = _folder(entry, top)
            if below is None:
                with suppress(OSError):  # gone in the meantime, or a link to nothing
                    files[path] = stamp_of(entry.stat())
            elif below not in above and entry.name not in _UNREAD:  # no link in a circle
                pending.append((below, f"{path}/", above | {below}))
    return Tree(files, frozenset(folders))


def stamp_of(info: os.stat_result) -> Stamp:
    """The stamp of a file of this status."""
    return info.st_mtime_ns, info.st_size, info.st_ino


def _entries(real: str, prefix: str, skipped: Callable[[str], bool]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """What lies in one folder, with its path below the root."""
    try:
        entries = list(os.scandir(real))
    except OSError:
        return
    for entry in entries:
        path = f"{prefix}{composed(entry.name)}"
        if not entry.name.startswith((".", "~$", "#")) and not entry.name.endswith("~") and not skipped(path):
            yield entry, path


def _folder(entry: os.DirEntry[str], top: str) -> str | None:
    """Where a folder really lies; `top` for one that leads out of it, which is not gone into; None for a file."""
    try:
        if not entry.is_dir():
            return None
    except OSError:
        return None
    real = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
    return real if real.startswith(os.path.join(top, "")) else top
