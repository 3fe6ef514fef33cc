"""The one door to what is outside: files, packaged data, and the clock.

Stages ask a `World`, never the operating system, so that tests need no disk, reads stay inside the
project's folder, and builds repeat. `worlds.py` holds the two worlds there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import BinaryIO, Protocol

MAX_FILE = 64 * 1024 * 1024
"""Larger files are refused before they are read (bytes)."""

MAX_FILM = 1024 * 1024 * 1024
"""The same of files that are copied in pieces (bytes)."""

MAX_PATH = 1_000
"""Longer paths are refused (characters)."""


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
    def open(self, path: str) -> BinaryIO:
        """The file, for what is too large to be held: refused as `read` refuses, but up to MAX_FILM."""
        ...

    def exists(self, path: str) -> bool:
        """Whether `read` would find a file there."""
        ...

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

    def cache_read(self, key: str) -> bytes | None:
        """What `cache_write` kept under `key` (a hash in hexadecimal), or None."""
        ...

    def cache_write(self, key: str, data: bytes) -> None:
        """Keep `data` for later runs; where nothing can be kept, nothing happens."""
        ...

    @property
    def epoch(self) -> int | None:
        """SOURCE_DATE_EPOCH in seconds, if set."""
        ...

    @property
    def today(self) -> date: ...


_PLAIN_NAME = re.compile(r"\.?[A-Za-z0-9_@+-][A-Za-z0-9_@+. -]*")
_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]*:"
_KEY = r"[0-9a-f]{8,128}"
_DEVICES = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    }
)


def below_root(path: str) -> str:
    """`path` with `.` and `..` resolved, as the project's root sees it.

    Raises Refused for what could lie elsewhere on any system a project is built on: absolute paths,
    drive letters, URLs, backslashes, device names (CON, NUL.png …), and `..` that leaves the root.
    """
    if len(path) > MAX_PATH:
        raise Refused("the path is too long", f"keep it under {MAX_PATH:,} characters")
    names = path.split("/")
    if not all(map(_PLAIN_NAME.fullmatch, names)):
        _refuse_spelling(path)
    parts: list[str] = []
    for part in names:
        if part == "..":
            if not parts:
                raise Refused("it leaves the project's folder", "copy the file into the project")
            parts.pop()
        elif part and part != ".":
            parts.append(_usable_name(part))
    return "/".join(parts)


def _refuse_spelling(path: str) -> None:
    """Raise Refused for a path that isn't relative and written with forward slashes."""
    if not path:
        raise Refused("the path is empty", "write the file's path below the project's folder")
    if any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in path):
        raise Refused("the path holds a control character", "rename the file")
    if re.match(r"[A-Za-z]:($|[\\/])", path) or path.startswith(("/", "\\", "~/")):
        raise Refused(
            "only paths within the project are read",
            "copy the file into the project and write its path from the project's folder",
        )
    if re.match(_SCHEME, path):
        raise Refused("nothing is fetched from outside the project", "save the file in the project and write its path")
    if "\\" in path:
        raise Refused("the path holds a backslash", f'write "{path.replace(chr(92), "/")}"')
    if ":" in path:
        raise Refused("the path holds a colon, which not every system allows", "rename the file")


def composed(name: str) -> str:
    """A file's name in one spelling (NFC): systems write é as one character or as two, and nobody sees which."""
    if name.isascii():
        return name
    import unicodedata  # few projects have such names

    return unicodedata.normalize("NFC", name)


def is_device(name: str) -> bool:
    """Whether Windows takes a file's name for a device: CON, nul.txt, com1 …"""
    return name.partition(".")[0].lower() in _DEVICES


def _usable_name(name: str) -> str:
    """`name`, or Refused where Windows reads it as a device or drops its last character."""
    if is_device(name):
        raise Refused(f'"{name}" is a device on Windows, not a file', "give the file another name")
    if name.endswith((".", " ")):
        raise Refused(f'the name "{name}" ends in a dot or a space, which Windows drops', "give the file another name")
    return name


def epoch_seconds(value: str | int | None) -> int | None:
    """SOURCE_DATE_EPOCH as a number of seconds, None where it isn't set.

    Raises Refused for what is no whole number from 0 to the end of the year 9999
    (reproducible-builds.org, SOURCE_DATE_EPOCH 1.1: a malformed value ends the build).
    """
    if value is None or value == "":
        return None
    text = str(value)
    if not re.fullmatch(r"[0-9]{1,12}", text) or int(text) > 253_402_300_799:
        raise Refused(
            f'SOURCE_DATE_EPOCH is "{text[:40]}", which is no number of seconds',
            "set it to whole seconds since 1970, such as 1767225600, or unset it",
        )
    return int(text)


def cache_key(key: str) -> str:
    """`key`, proven to be a hash in hexadecimal and so a safe file name."""
    if not re.fullmatch(_KEY, key):
        raise ValueError(f"no hexadecimal cache key: {key!r}")
    return key
