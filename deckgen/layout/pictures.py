"""Pictures in their boxes: cropped to fill or shown whole, never stretched, no larger than a projector shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.layout.setter import Page
from deckgen.scene import Crop, Picture, PlaceholderRef
from deckgen.units import Rect, to_pt

if TYPE_CHECKING:
    from deckgen.spec.types import PictureValue

PER_POINT = 4
"""Pixels to a point on a 4K projector: 3,840 to 960."""

_WHOLE = 100_000
_CENTRE = (0.5, 0.5)


def picture_in(
    page: Page,
    slot: str,
    value: PictureValue | None,
    *,
    focus: tuple[float, float] = _CENTRE,
    alt: str = "",
    rect: Rect | None = None,
) -> Picture | None:
    """The picture in the slot's placeholder, or in `rect`; None for none.

    `focus` and `alt` are taken where the author says nothing else.
    """
    if value is None:
        return None
    placeholder = page.layout.placeholder(slot)
    box = rect or placeholder.rect
    point = value.focus or _of_the_rest(focus, value.crop)
    shape = value.image.width / value.image.height
    left, top, right, bottom = value.crop
    shown = shape * (1 - left - right) / (1 - top - bottom)
    placed = contained(shown, box, value.focus or focus) if value.contain else box
    crop = fill_crop(shape, placed.w / placed.h, point, within=value.crop)
    return Picture(
        name=slot,
        rect=placed,
        image=page.setter.shrink(value.image, *pixels_shown(placed, crop)),
        alt="" if value.decorative else value.alt or alt,
        decorative=value.decorative,
        crop=crop,
        placeholder=PlaceholderRef("pic", placeholder.idx),
        moved=placed != placeholder.rect,
        span=value.span,
    )


def _of_the_rest(point: tuple[float, float], cut: tuple[float, float, float, float]) -> tuple[float, float]:
    """A point of what is left of a picture as one of the whole picture."""
    left, top, right, bottom = cut
    return left + point[0] * (1 - left - right), top + point[1] * (1 - top - bottom)


def pixels_shown(rect: Rect, crop: Crop) -> tuple[int, int]:
    """How many pixels across and down the whole picture needs to fill `rect` sharply with what is left of it."""
    across = (_WHOLE - crop.left - crop.right) / _WHOLE
    down = (_WHOLE - crop.top - crop.bottom) / _WHOLE
    return round(to_pt(rect.w) * PER_POINT / across), round(to_pt(rect.h) * PER_POINT / down)


def contained(shape: float, box: Rect, focus: tuple[float, float] = _CENTRE) -> Rect:
    """The largest rect of aspect `shape` in `box`; what is left free lies around it as `focus` says."""
    w, h = min(box.w, round(box.h * shape)), min(box.h, round(box.w / shape))
    return Rect(box.x + round((box.w - w) * focus[0]), box.y + round((box.h - h) * focus[1]), w, h)


def fill_crop(
    shape: float,
    wanted: float,
    focus: tuple[float, float] = _CENTRE,
    *,
    within: tuple[float, float, float, float] = (0, 0, 0, 0),
) -> Crop:
    """What to cut of a picture of aspect `shape` so that it fills a box of aspect `wanted`.

    `focus` is the point to keep in the middle, or as near to it as the picture reaches, as shares of width and height
    from the upper left. `within` is what is cut of left, top, right and bottom before that.
    """
    left, top, right, bottom = within
    width, height = 1 - left - right, 1 - top - bottom
    if shape * width / height > wanted:
        left, right = _cut(wanted * height / shape, focus[0], left, right)
    else:
        top, bottom = _cut(shape * width / wanted, focus[1], top, bottom)
    return Crop(*(round(side * _WHOLE) for side in (left, top, right, bottom)))


def _cut(kept: float, focus: float, before: float, after: float) -> tuple[float, float]:
    """What is cut on either side to keep `kept` about `focus`, without going beyond what is cut already."""
    start = min(max(focus - kept / 2, before), 1 - after - kept)
    return start, 1 - start - kept
