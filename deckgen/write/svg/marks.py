"""Paths and pictures as SVG (SVG 2, 9 and 12.3), and the numbers in them."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from deckgen.drawing.model import Outline, PathCommand, Raster
from deckgen.ooxml.xml import Xml, el
from deckgen.scene import Image

_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


def num(value: float) -> str:
    """A number to a thousandth, without zeros that say nothing."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def path(commands: Sequence[PathCommand]) -> str:
    """A path's data; a circle is two half ones."""
    parts = []
    for letter, *given in commands:
        values = [float(value) for value in given]
        if letter == "O":
            x, y, r = values
            turn = f"a{num(r)} {num(r)} 0 1 0 "
            parts.append(f"M{num(x - r)} {num(y)}{turn}{num(2 * r)} 0{turn}{num(-2 * r)} 0Z")
        else:
            parts.append(f"{letter}{' '.join([num(value) for value in values])}")
    return "".join(parts)


def outline(mark: Outline) -> Xml:
    """A path with its fill and stroke."""
    stroked = mark.stroke is not None and mark.width > 0
    attributes = {
        "d": path(mark.path),
        "fill": mark.fill or "none",
        "stroke": mark.stroke if stroked else None,
        "stroke-width": num(mark.width) if stroked else None,
        "stroke-linecap": "round" if stroked and mark.round else None,
        "stroke-linejoin": "round" if stroked and mark.round else None,
        "stroke-dasharray": " ".join(map(num, mark.dash)) if stroked and mark.dash else None,
    }
    return el("path", attributes)


def raster(mark: Raster, image: Image) -> Xml:
    """A picture in its box, drawn as `image`; where it is cropped, in a window that hides what lies outside."""
    crop, whole = mark.crop, 100_000
    box = {"x": num(mark.x), "y": num(mark.y), "width": num(mark.w), "height": num(mark.h)}
    if not (crop.left or crop.top or crop.right or crop.bottom):
        return el("image", {**box, "preserveAspectRatio": "none", "href": data_uri(image)})
    w = mark.w * whole / (whole - crop.left - crop.right)
    h = mark.h * whole / (whole - crop.top - crop.bottom)
    full = {"x": num(-w * crop.left / whole), "y": num(-h * crop.top / whole), "width": num(w), "height": num(h)}
    picture = el("image", {**full, "preserveAspectRatio": "none", "href": data_uri(image)})
    return el("svg", {**box, "overflow": "hidden"}, picture)


def data_uri(image: Image) -> str:
    """A picture's bytes as an address (RFC 2397)."""
    return f"data:{_TYPES[image.format]};base64,{base64.b64encode(image.data).decode('ascii')}"
