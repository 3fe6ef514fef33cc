"""Where shapes stand: their own boxes, those of the groups they are in, and those they inherit (ECMA-376 20.1.7)."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from deckgen.diff.read.numbers import flag, length, whole
from deckgen.units import Rect
from deckgen.verify.names import NS


class Field(Struct, frozen=True):
    """What lengths of a group come to on the slide: scaled, then moved."""

    scale_x: float = 1
    scale_y: float = 1
    x: float = 0
    y: float = 0

    def rect(self, rect: Rect) -> Rect:
        """A box of this field on the slide."""
        return Rect(
            round(self.x + rect.x * self.scale_x),
            round(self.y + rect.y * self.scale_y),
            round(rect.w * self.scale_x),
            round(rect.h * self.scale_y),
        )


class Frame(Struct, frozen=True):
    """A box, how far it is turned (degrees, clockwise), and whether it is mirrored across and upside down."""

    rect: Rect
    turn: float = 0
    mirrored: tuple[bool, bool] = (False, False)


def frame_of(transform: Any) -> Frame | None:
    """What an `a:xfrm` or `p:xfrm` says, None where there is none."""
    if transform is None:
        return None
    rect = _box(transform, "a:off", "a:ext")
    if rect is None:
        return None
    return Frame(
        rect, whole(transform.get("rot")) / 60_000, (flag(transform.get("flipH")), flag(transform.get("flipV")))
    )


def field_of(group: Any, around: Field) -> Field:
    """The field within a `p:grpSp`, in the field around it."""
    transform = group.find("p:grpSpPr/a:xfrm", NS)
    outer = None if transform is None else _box(transform, "a:off", "a:ext")
    inner = None if transform is None else _box(transform, "a:chOff", "a:chExt")
    if outer is None or inner is None:
        return around
    scale_x = outer.w / inner.w if inner.w else 1
    scale_y = outer.h / inner.h if inner.h else 1
    return Field(
        around.scale_x * scale_x,
        around.scale_y * scale_y,
        around.x + around.scale_x * (outer.x - inner.x * scale_x),
        around.y + around.scale_y * (outer.y - inner.y * scale_y),
    )


def _box(transform: Any, offset: str, extent: str) -> Rect | None:
    off, ext = transform.find(offset, NS), transform.find(extent, NS)
    if off is None or ext is None:
        return None
    return Rect(
        length(off.get("x")), length(off.get("y")), max(0, length(ext.get("cx"))), max(0, length(ext.get("cy")))
    )
