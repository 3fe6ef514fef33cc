"""What else decides a deck's bytes: deckgen's own files, the libraries it draws and packs with, and Python."""

from __future__ import annotations

import hashlib
import os
import sys
import zlib
from importlib.metadata import PackageNotFoundError, version

import deckgen
from deckgen.batch.cache.folder import Folder
from deckgen.own_files import own_files

_LIBRARIES = (
    "brotli",
    "deflate",
    "fonttools",
    "latex2mathml",
    "lxml",
    "openpyxl",
    "pikepdf",
    "pillow",
    "pypdfium2",
    "python-docx",
    "resvg_py",
    "uharfbuzz",
    "ziamath",
)


def made_by(folder: Folder) -> str:
    """A hash of all this. That of deckgen's files is kept in the cache as long as none is written anew: there are ten
    megabytes of them."""
    parts = [_own(folder), sys.version.split(" ")[0], zlib.ZLIB_RUNTIME_VERSION, *map(_version, _LIBRARIES)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _own(folder: Folder) -> str:
    files = sorted(own_files(os.path.dirname(os.path.abspath(deckgen.__file__))))
    stamp = hashlib.sha256("\n".join([f"{path} {stamp}" for path, stamp in files]).encode()).hexdigest()
    kept = folder.read("asks", stamp)
    if kept is not None:
        return kept.decode("ascii", "replace")
    made = hashlib.sha256()
    for path, _ in files:
        with open(path, "rb") as file:
            made.update(hashlib.file_digest(file, "sha256").digest())
    folder.write("asks", stamp, made.hexdigest().encode())
    return made.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
