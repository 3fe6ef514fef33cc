"""A picture's bytes, and what of it shows."""

# Annotations are values here: of text, msgspec would have to compile each when a compiled brand is read (1 ms).
from typing import Literal

from msgspec import Struct


class Image(Struct, frozen=True):
    """A picture's bytes, ready to be stored: upright, sRGB, PNG or JPEG; named by content.

    `vector` is the same picture as an SVG drawing, whose format alone is "svg": what shows wherever it can be drawn.
    """

    sha256: str
    format: Literal["png", "jpeg", "svg"]
    width: int
    height: int
    data: bytes
    vector: "Image | None" = None


class Crop(Struct, frozen=True):
    """What `a:srcRect` cuts from each side, in thousandths of a per cent."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0
