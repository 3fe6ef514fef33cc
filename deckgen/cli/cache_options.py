"""Which cache of finished decks is used, and how large it may be."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from deckgen.batch.task import CacheUse

DEFAULT = ("build", ".cache", "decks")
"""Where it lies below the project, unless it is said."""
_UNITS = {"": 1, "k": 1024, "m": 1024**2, "g": 1024**3, "t": 1024**4}


class SizeType(click.ParamType[int]):
    """A size: 500MB, 2 GB, 0. Units are those of disks' tools: 1 MB is 1,048,576 bytes."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,3})?)\s*([kmgt]?)i?b?", str(value).strip().lower())
        if found is None:
            self.fail(f'"{value}" is no size; write 500MB or 2GB', param, ctx)
        return int(float(found[1]) * _UNITS[found[2]])


def default_folder(root: str) -> str | None:
    """The cache of the project at `root`; None where a link would lead out of it."""
    path = root
    for part in DEFAULT:
        path = os.path.join(path, part)
        if os.path.islink(path):
            return None
    return path


def cache_use(folder: str, size: int | None) -> CacheUse | None:
    """The cache in `folder`, of at most `size` bytes; None where it can't be used."""
    from deckgen.batch.cache.folder import LIMIT, Folder
    from deckgen.batch.cache.made_by import made_by
    from deckgen.batch.task import CacheUse

    path = os.path.abspath(folder)
    try:
        os.makedirs(path, exist_ok=True)
    except OSError:  # what can't be kept is made again
        if not os.path.isdir(path):
            return None
    limit = LIMIT if size is None else size
    return CacheUse(folder=path, limit=limit, made_by=made_by(Folder(path, limit)))
