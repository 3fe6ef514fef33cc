"""What a deck can be written as, beside a .pptx: each format is a package here, `deckgen.write.NAME`, with `files`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from msgspec import Struct

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.ooxml.chunks import Chunk

FORMATS = ("pdf", "png", "svg", "html", "notes", "handout", "script")
"""Their names, as `--to` takes them."""


class Options(Struct, frozen=True, kw_only=True):
    """What can be chosen of formats. `width` of pictures is in pixels, `per_page` how many slides a sheet has."""

    width: int = 1920
    per_page: int = 3


class File(Struct, frozen=True):
    """A file of a format: what its name has after the deck's (`.pdf`, `.slides/01-cover.png`), and its content."""

    suffix: str
    chunks: tuple[Chunk, ...]


class Format(Protocol):
    """What each package of a format has."""

    def files(self, drawing: Drawing, options: Options, diags: Diagnostics) -> Iterator[File]:
        """The deck's files, made one by one as they are asked for. The same drawing gives the same bytes."""
        ...


def format_of(name: str) -> Format:
    """The format of this name; what it needs is imported now. KeyError for none."""
    if name not in FORMATS:
        raise KeyError(name)
    return cast(Format, import_module(f"deckgen.write.{name}"))
