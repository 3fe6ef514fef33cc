"""Pictures in their boxes: cropped to fill, never stretched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.layout.setter import Page
from deckgen.scene import Crop, Picture, PlaceholderRef

if TYPE_CHECKING:
    from deckgen.spec.types import PictureValue

_WHOLE = 100_000


def picture_in(page: Page, slot: str, value: PictureValue | None) -> Picture | None:
    """The picture that fills the slot's placeholder; None for none."""
    if value is None:
        return None
    placeholder = page.layout.placeholder(slot)
    rect = placeholder.rect
    return Picture(
        name=slot,
        rect=rect,
        image=value.image,
        alt=value.alt,
        decorative=value.decorative,
        crop=fill_crop(value.image.width / value.image.height, rect.w / rect.h, value.focus),
        placeholder=PlaceholderRef("pic", placeholder.idx),
        span=value.span,
    )


def fill_crop(shape: float, wanted: float, focus: tuple[float, float] = (0.5, 0.5)) -> Crop:
    """What to cut of a picture of aspect `shape` so that it fills a box of aspect `wanted`.

    `focus` is the point to keep, as shares of width and height from the upper left.
    """
    if shape > wanted:
        cut = round((1 - wanted / shape) * _WHOLE)
        left = round(cut * focus[0])
        return Crop(left=left, right=cut - left)
    cut = round((1 - shape / wanted) * _WHOLE)
    top = round(cut * focus[1])
    return Crop(top=top, bottom=cut - top)
