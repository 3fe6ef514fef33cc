"""What else decides a deck's bytes: deckgen's own files, the libraries it draws and packs with, and Python."""

from __future__ import annotations

import hashlib
import sys
import zlib
from functools import partial
from importlib.metadata import PackageNotFoundError, version

from deckgen.batch.cache.folder import Folder
from deckgen.own_files import own_hash

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
    """A hash of all this."""
    own = own_hash(partial(folder.read, "asks"), partial(folder.write, "asks"))
    parts = [own, sys.version.split(" ")[0], zlib.ZLIB_RUNTIME_VERSION, *map(_version, _LIBRARIES)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
