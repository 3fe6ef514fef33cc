"""Films: a file to be copied into the deck as it is, or an address; and the frame it plays in."""

# Annotations are values here: of text, msgspec would have to compile each when a compiled brand is read (1 ms).
from typing import Any, Literal

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.scene.image import Crop, Image
from deckgen.scene.text import PlaceholderRef
from deckgen.units import Rect


class Film(Struct, frozen=True, kw_only=True):
    """A film's file, named by its content. It is too large to be held, so `pieces` reads it when the deck is written
    (`deckgen.ooxml.chunks.Pieces`).

    `crc` is its CRC-32, `ms` how long it plays, `width` and `height` what it shows, in pixels.
    """

    sha256: str
    format: Literal["mp4", "mov"]
    size: int
    crc: int
    ms: int
    width: int
    height: int
    pieces: Any


class Captions(Struct, frozen=True, kw_only=True):
    """A film's captions as a WebVTT file, the language they are in, and what people choose them by.

    They begin at these moments (ms), sorted; the `last` in this place of their file.
    """

    sha256: str
    data: bytes
    language: str
    label: str
    begins: tuple[int, ...] = ()
    last: Span = NOWHERE


class Video(Struct, frozen=True, kw_only=True, tag=True):
    """A film in a placeholder: `film` in the deck itself, or the address `link` outside of it. `poster` shows until it
    plays; `alt` says what it shows."""

    name: str
    rect: Rect
    poster: Image
    alt: str
    film: Film | None = None
    link: str = ""
    captions: Captions | None = None
    crop: Crop = Crop()
    placeholder: PlaceholderRef | None = None
    moved: bool = False
    decorative: bool = False
    span: Span = NOWHERE
