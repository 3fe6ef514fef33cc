"""What a deck can be written as, beside a .pptx: each format is a package here, `deckgen.write.NAME`, with `files`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from msgspec import Struct

from deckgen.diagnostics import Diagnostics
from deckgen.ooxml.chunks import Chunk, joined

if TYPE_CHECKING:
    from deckgen.drawing import Drawing

SUFFIXES = {
    "pptx": (".pptx",),
    "pdf": (".pdf",),
    "png": (".slides/*.png",),
    "svg": (".slides/*.svg",),
    "html": (".html",),
    "notes": (".notes.pdf",),
    "handout": (".handout.pdf",),
    "script": (".script.md", ".script.docx"),
}
"""What the names of a format's files have after the deck's; `*` stands for a slide's number and id."""

FORMATS = tuple(name for name in SUFFIXES if name != "pptx")
"""The names of those that are drawn, as `--to` takes them."""

LONGEST_ID = 80
"""So much of a slide's id goes into the name of its file (bytes)."""


class Options(Struct, frozen=True, kw_only=True):
    """What can be chosen of formats. `width` of pictures is in pixels, `per_page` how many slides a sheet has,
    `notes` whether HTML holds the speaker's."""

    width: int = 1920
    per_page: int = 3
    notes: bool = True


class File(Struct, frozen=True):
    """A file of a format: what its name has after the deck's (`.pdf`, `.slides/01-cover.png`), and its content."""

    suffix: str
    chunks: tuple[Chunk, ...]

    @property
    def data(self) -> bytes:
        """The whole content, held in memory."""
        return joined(self.chunks)


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


def slide_suffix(number: int, slides: int, id: str, ending: str) -> str:
    """The suffix of a slide's own file: `.slides/01-cover.png`. `number` counts from 1 to `slides`.

    Of the id letters, digits and the like remain: any disk takes such a name, Windows' too. Two slides never share
    one, for the number tells them apart.
    """
    digits = max(2, len(str(slides)))
    whole = re.sub(r"[^\w.~]+", "-", unicodedata.normalize("NFC", id)).encode("utf-8", "replace")
    name = whole[:LONGEST_ID].decode("utf-8", "ignore").strip("-.")
    return f".slides/{number:0{digits}}{'-' if name else ''}{name}.{ending}"
