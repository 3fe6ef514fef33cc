"""A row's file put in its place: whole or not at all, and never over somebody's edits."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from typing import Literal

from deckgen.batch.ledger import add_to_ledger
from deckgen.batch.task import Entry, Job
from deckgen.ooxml.chunks import Chunk, pieces
from deckgen.output.atomic import NotWritten, is_leftover, not_written, remove_leftovers, write_atomically


def put(
    name: str, chunks: tuple[Chunk, ...], job: Job, before: Sequence[Entry]
) -> tuple[Literal["written", "unchanged"], Entry]:
    """Put a file at `name` below `job.out`. Raises NotWritten, the file there untouched."""
    shown, path = f"{job.shown}/{name}", os.path.join(job.out, *name.split("/"))
    present = _present(path, shown)
    digest, size = _measured(chunks)
    if present == digest:
        return "unchanged", _entry(name, path, digest)
    if present is not None and not job.force and present not in {entry.sha256 for entry in before}:
        raise _foreign(shown, known=bool(before))
    _make_folder(os.path.dirname(path), shown)
    entry = Entry(name=name, sha256=digest, size=size, mtime=0)
    write_atomically(path, pieces(chunks), shown=shown, before_replace=lambda: add_to_ledger(job.out, entry))
    return "written", _entry(name, path, digest)


def untouched(job: Job, entry: Entry) -> bool:
    """Whether a file lies there as it was written, as far as its size and time tell."""
    try:
        info = os.lstat(os.path.join(job.out, *entry.name.split("/")))
    except OSError:
        return False
    return stat.S_ISREG(info.st_mode) and (info.st_size, info.st_mtime_ns) == (entry.size, entry.mtime)


def remove_all_leftovers(folder: str) -> None:
    """Remove what a killed run has left of half-written files in a batch's folder, and in those below."""
    for place, _, names in os.walk(folder):
        if any(map(is_leftover, names)):
            remove_leftovers(place)


def _entry(name: str, path: str, digest: str) -> Entry:
    try:
        info = os.stat(path)
    except OSError as error:
        raise not_written(path, error) from None
    return Entry(name=name, sha256=digest, size=info.st_size, mtime=info.st_mtime_ns)


def _present(path: str, shown: str) -> str | None:
    """The hash of the file that is there now, None for none. Raises NotWritten for no file."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise NotWritten("output-refused", f"{shown} is no ordinary file; deckgen leaves it alone", "move it away")
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise not_written(shown, error) from None


def _measured(chunks: tuple[Chunk, ...]) -> tuple[str, int]:
    made, size = hashlib.sha256(), 0
    for piece in pieces(chunks):
        made.update(piece)
        size += len(piece)
    return made.hexdigest(), size


def _foreign(shown: str, *, known: bool) -> NotWritten:
    if known:
        hint = "save your edits under another name, or overwrite them with --force"
        return NotWritten("output-edited", f"{shown} has been edited since deckgen wrote it", hint)
    hint = "move it away, or overwrite it with --force"
    return NotWritten("output-foreign", f"{shown} is there already and not from this batch", hint)


def _make_folder(path: str, shown: str) -> None:
    try:
        os.makedirs(path, exist_ok=True)
    except OSError as error:
        raise not_written(shown, error) from None
