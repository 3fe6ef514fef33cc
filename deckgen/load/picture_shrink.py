"""Pictures made as small as a slide can show them, once for each size."""

from __future__ import annotations

import hashlib
import io

from msgspec.structs import replace

from deckgen.load.picture import pack, unpack
from deckgen.load.picture_files import Prepared
from deckgen.scene import Image
from deckgen.world import World

_RECIPE = "deckgen smaller picture 1"
_WORTH = 1.25
"""How many times as many pixels a side must have as are shown before it is worth coding the picture anew."""


def shrunk(world: World, image: Image, width: int, height: int) -> Image:
    """The picture on at least `width` x `height` pixels, and not on many more.

    One that is little larger is left as it is, so that it is not coded twice. What is made is kept in the world's
    cache under the hash of the picture.
    """
    scale = max(width / image.width, height / image.height)
    if scale * _WORTH > 1:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    key = hashlib.sha256(f"{_RECIPE} {image.sha256} {size}".encode()).hexdigest()
    kept = world.cache_read(key)
    prepared = None if kept is None else unpack(kept)
    if prepared is None:
        prepared = Prepared(_smaller(image, size))
        world.cache_write(key, pack(prepared))
    return replace(prepared.image, vector=image.vector)


def _smaller(image: Image, size: tuple[int, int]) -> Image:
    """The picture on `size` pixels, by Lanczos' filter in its sRGB values."""
    from PIL import Image as Pillow

    from deckgen.load.picture_convert import coded_like

    with Pillow.open(io.BytesIO(image.data), formats=("PNG", "JPEG")) as full:
        data, format_ = coded_like(full, size)
    return Image(hashlib.sha256(data).hexdigest(), format_, *size, data)
