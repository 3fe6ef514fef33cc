"""Pictures with too few pixels for their place.

Why: on a Full HD projector a point is two pixels. A picture with fewer looks soft from the front row, and its author
has seen it on a small screen only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.checks.registry import register_for_slides
from deckgen.diagnostics import Diagnostics
from deckgen.scene import Group, Node, Picture, Slide
from deckgen.units import to_pt

PER_POINT = 2
"""Pixels to a point on a Full HD projector: 1,920 to 960, which is 144 to the inch of a slide."""
_WHOLE = 100_000


@register_for_slides("soft-picture")
def soft_pictures(slide: Slide, diags: Diagnostics) -> None:
    """Warn of pictures that a projector shows larger than they are. A drawing has no pixels."""
    for picture in _pictures(slide.nodes):
        share = _share(picture)
        if share < 1 and picture.image.vector is None:
            width, height = picture.image.width, picture.image.height
            diags.warning(
                "soft-picture",
                picture.span,
                f"this picture has {width:,} × {height:,} pixels, too few for its place: it will look soft",
                hint=f"use one that is at least {-(-width // share):,.0f} pixels wide, or a drawing (SVG)",
            )


def _pictures(nodes: Iterable[Node]) -> Iterator[Picture]:
    for node in nodes:
        match node:
            case Picture():
                yield node
            case Group():
                yield from _pictures(node.nodes)


def _share(picture: Picture) -> float:
    """How many of the pixels that its place wants a picture has, across or down, whichever is less."""
    crop, rect = picture.crop, picture.rect
    across = picture.image.width * (_WHOLE - crop.left - crop.right) / _WHOLE
    down = picture.image.height * (_WHOLE - crop.top - crop.bottom) / _WHOLE
    return min(across / to_pt(rect.w), down / to_pt(rect.h)) / PER_POINT
