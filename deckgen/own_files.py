"""The files of deckgen itself, for what is kept as long as they stay as they are."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator


def own_hash(read: Callable[[str], bytes | None], write: Callable[[str, bytes], object]) -> str:
    """A hash of deckgen's own files, by which it knows itself better than by its version: that stays the same from one
    commit to the next. There are ten megabytes of them, so `read` and `write` keep the hash, under a name that says
    when they were written."""
    files = sorted(own_files(os.path.dirname(os.path.abspath(__file__))))
    stamped = "\n".join(["deckgen", *(f"{path} {stamp}" for path, stamp in files)])
    stamp = hashlib.sha256(stamped.encode()).hexdigest()
    kept = read(stamp)
    if kept is not None and re.fullmatch(b"[0-9a-f]{64}", kept):
        return kept.decode("ascii")
    made = hashlib.sha256()
    for path, _ in files:
        with open(path, "rb") as file:
            made.update(hashlib.file_digest(file, "sha256").digest())
    write(stamp, made.hexdigest().encode("ascii"))
    return made.hexdigest()


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
