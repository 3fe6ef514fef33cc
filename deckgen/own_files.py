"""The files of deckgen itself, for what is kept as long as they stay as they are."""

from __future__ import annotations

import os
from collections.abc import Iterator


def own_files(folder: str) -> Iterator[tuple[str, str]]:
    """Path and stamp (size and time) of every file below `folder` that Python hasn't made itself."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from own_files(entry.path)
            else:
                info = entry.stat()
                yield entry.path, f"{info.st_size} {info.st_mtime_ns}"
