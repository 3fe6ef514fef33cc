"""`.deckgen.json`: what deckgen has written into an output folder, so that it knows its own."""

from __future__ import annotations

import os
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from deckgen.output.atomic import NotWritten, not_written, write_atomically

MANIFEST = ".deckgen.json"
# Ends like a half-written file, for that is what it is: a manifest that hasn't been closed.
JOURNAL = ".deckgen-journal.tmp"


class Record(Struct, frozen=True, kw_only=True):
    """One file as deckgen wrote it. `project` is the way from the output folder to the project;
    `inputs` the hash of every file that went in, said of the first file of each format; `stale` says that its deck
    has failed since."""

    sha256: str
    deck: str
    audience: str
    source: str
    project: str
    format: str = "pptx"
    inputs: dict[str, str] = {}
    stale: bool = False

    @property
    def owner(self) -> tuple[str, str]:
        """The deck and the audience, whose files there may be several of."""
        return self.deck, self.audience


class Manifest(Struct, frozen=True, kw_only=True):
    """Every file written, by its path below the folder."""

    version: int = 1
    outputs: dict[str, Record] = {}


class _Line(Struct, frozen=True):
    """A line of the journal: this file is about to be put there."""

    name: str
    record: Record


def load_manifest(folder: str, shown: str) -> Manifest:
    """The folder's manifest; an empty one where there is none. Raises NotWritten for a damaged one."""
    try:
        content = _read(os.path.join(folder, MANIFEST))
        manifest = msgspec.json.decode(content, type=Manifest) if content is not None else Manifest()
    except OSError as error:
        raise not_written(f"{shown}/{MANIFEST}", error) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _damaged(shown, "is damaged") from None
    if manifest.version != 1 or not all(map(_is_below, manifest.outputs)):
        raise _damaged(shown, "is not one that this version of deckgen has written")
    return manifest


def recorded(folder: str) -> tuple[str, ...]:
    """The names of all that deckgen has written into a folder; none where that can't be told."""
    try:
        return tuple(load_manifest(folder, folder).outputs)
    except NotWritten:
        return ()


def _read(path: str) -> bytes | None:
    """The file's content, None for no file; a pipe of that name would never end."""
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        return file.read()


def _damaged(shown: str, how: str) -> NotWritten:
    return NotWritten(
        "output-manifest",
        f"{shown}/{MANIFEST} {how}, so deckgen can't tell its own files from yours",
        "build with --force to overwrite, or with --out into an empty folder",
    )


def _is_below(name: str) -> bool:
    parts = name.split("/")
    return all(part not in ("", ".", "..") and "\\" not in part and "\0" not in part for part in parts)


def save_manifest(folder: str, manifest: Manifest, shown: str) -> None:
    """Write the manifest, whole or not at all. Raises NotWritten."""
    ordered = msgspec.structs.replace(manifest, outputs=dict(sorted(manifest.outputs.items())))
    text = msgspec.json.format(msgspec.json.encode(ordered), indent=1) + b"\n"
    write_atomically(os.path.join(folder, MANIFEST), text, shown=f"{shown}/{MANIFEST}")


def add_to_journal(folder: str, name: str, record: Record) -> None:
    """Say that `name` is about to be written. A kill between this and the manifest loses nothing."""
    with open(os.path.join(folder, JOURNAL), "ab", buffering=0) as file:
        file.write(msgspec.json.encode(_Line(name, record)) + b"\n")


def read_journal(folder: str) -> Iterator[tuple[str, Record]]:
    """What a killed run was about to write or had written, oldest first."""
    try:
        content = _read(os.path.join(folder, JOURNAL)) or b""
    except OSError:
        return
    for line in content.splitlines():
        try:
            found = msgspec.json.decode(line, type=_Line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue  # cut short by the kill: its file was not put there
        if _is_below(found.name):
            yield found.name, found.record
