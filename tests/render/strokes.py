"""What a printed page has drawn: the colour at a place, whatever drew it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

SCALE = 2
"""Pixels to a point."""


def drawings(pdf: Path) -> list[Image.Image]:
    """The pages as pictures, two pixels to a point."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=SCALE).to_pil().convert("L") for page in document]
    finally:
        document.close()


def is_drawn(picture: Image.Image, x: float, y: float, *, within: float) -> bool:
    """Whether a line is drawn no further than `within` points from (x, y): something darker than what is around."""
    found = list(_around(picture, x, y, within))
    around = sorted(_around(picture, x, y, within + 3))
    return min(found) < around[len(around) // 2] - 30


def _around(picture: Image.Image, x: float, y: float, within: float) -> Iterator[int]:
    reach = round(within * SCALE)
    middle_x, middle_y = round(x * SCALE), round(y * SCALE)
    for across in range(middle_x - reach, middle_x + reach + 1):
        for down in range(middle_y - reach, middle_y + reach + 1):
            if 0 <= across < picture.width and 0 <= down < picture.height:
                yield int(picture.getpixel((across, down)))  # type: ignore[arg-type]
