"""Decoding a picture, once, and making it fit to be stored: Pillow's part.

Pillow is imported where it is used: builds that find their pictures in the cache do without.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from deckgen import scene
from deckgen.load.picture_files import (
    Dropped,
    Format,
    Prepared,
    damaged,
    png_depth,
    refuse_unusable,
    stripped_jpeg,
    stripped_png,
)
from deckgen.world import Refused

if TYPE_CHECKING:
    from PIL import Image, ImageCms

MAX_PIXELS = 100_000_000
"""Larger pictures are refused before they are decoded."""

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF", "TIFF", "BMP", "JPEG2000")
_ORIENTATION = 0x0112  # EXIF 2.3, tag 274
_UPRIGHT = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
_STORED = ("1", "L", "LA", "P", "RGB", "RGBA")
_AS_STORED = {
    "PA": "RGBA",
    "La": "LA",
    "RGBa": "RGBA",
    "CMYK": "RGB",
    "YCbCr": "RGB",
    "HSV": "RGB",
    "LAB": "RGB",
    "RGBX": "RGB",
}
_QUALITY = 92
_PHOTO = 1_000_000
"""Bytes that a PNG takes before it is asked whether it is a photograph."""
_SMALLER = "make it smaller: a slide shows 2,000 pixels across"


def prepare(data: bytes, frame: int = 1) -> Prepared:
    """The picture that is stored for a file's `data`: its `frame`, counted from 1. Raises Refused.

    A PNG or JPEG that is upright, sRGB and 8 bits deep keeps its coded data.
    """
    from PIL import Image

    refuse_unusable(data)
    with _guarded(data), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        if image.width * image.height > MAX_PIXELS:
            raise Refused(f"it is {image.width:,} × {image.height:,} pixels; at most 100 million are read", _SMALLER)
        dropped = _dropped(image)
        _turn_to(image, frame)
        image.load()
        as_it_is = _as_it_is(image, data) if frame == 1 else None
        stored, format_, (width, height) = as_it_is or _made_over(image)
        digest = hashlib.sha256(stored).hexdigest()
        return Prepared(scene.Image(digest, format_, width, height, stored), dropped)


def _turn_to(image: Image.Image, frame: int) -> None:
    """Go to the frame that is wanted. Raises Refused where there is none of that number."""
    if frame == 1:
        return
    frames = getattr(image, "n_frames", 1)
    if frame > frames:
        found = f"{frames} frames" if frames > 1 else "one frame"
        raise Refused(f"it has {found}, and frame {frame} is asked for", f"write a frame from 1 to {frames}")
    image.seek(frame - 1)


@contextmanager
def _guarded(data: bytes) -> Iterator[None]:
    """Whatever Pillow raises on a file comes out as Refused, and its warnings not at all."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Refused:
        raise
    except Image.DecompressionBombError:
        raise Refused("it has more than 100 million pixels", _SMALLER) from None
    except Exception:  # noqa: BLE001 - decoders meet broken data with any exception there is
        raise damaged(data) from None


def _dropped(image: Image.Image) -> Dropped:
    """What of the file the picture leaves out. An MPO's further pictures are previews."""
    if image.format == "MPO" or not getattr(image, "is_animated", False):
        return ""
    return "pages" if image.format == "TIFF" else "animated"


def _as_it_is(image: Image.Image, data: bytes) -> tuple[bytes, Format, tuple[int, int]] | None:
    """The file less its metadata, if nothing else is to be done to it."""
    if _orientation(image) != 1 or not _is_srgb(image):
        return None
    if image.format in ("JPEG", "MPO") and image.mode in ("L", "RGB"):
        stripped = stripped_jpeg(data)
        return None if stripped is None else (stripped, "jpeg", image.size)
    if image.format == "PNG" and png_depth(data) <= 8 and image.mode in _STORED:
        stripped = stripped_png(data)
        if stripped is None:
            raise damaged(data)
        return stripped, "png", image.size
    return None


def _made_over(image: Image.Image) -> tuple[bytes, Format, tuple[int, int]]:
    """The picture upright, in sRGB and 8 bits: a JPEG stays one, all else becomes PNG."""
    from PIL import Image

    turn = _UPRIGHT.get(_orientation(image))
    upright = _in_srgb(image if turn is None else image.transpose(Image.Transpose[turn]))
    if image.format in ("JPEG", "MPO"):
        return _jpeg(upright, fine=_is_fine(image)), "jpeg", upright.size
    stored, format_ = coded(upright)
    return stored, format_, upright.size


def _orientation(image: Image.Image) -> int:
    """How the camera was held, 1 to 8 (EXIF); 1 where it isn't said or makes no sense."""
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - broken EXIF data is no reason to refuse the picture
        return 1
    return value if value in range(1, 9) else 1


def _profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """The picture's colour profile, if it has a sound one."""
    data = image.info.get("icc_profile")
    if not data:
        return None
    from PIL import ImageCms

    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(data))
    except (OSError, ImageCms.PyCMSError):
        return None


def _is_srgb(image: Image.Image) -> bool:
    """Whether the colours can be taken as they are: no profile, an sRGB one, or shades of grey."""
    profile = _profile(image)
    if profile is None or image.mode in ("1", "L", "LA"):
        return True
    from PIL import ImageCms

    name = ImageCms.getProfileDescription(profile).strip()
    return "srgb" in name.lower() or name == "c2"  # c2: the compact sRGB profile of many web sites


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in sRGB, 8 bits a channel, by its own profile where it has a sound one."""
    profile = _profile(image)
    if profile is None or _is_srgb(image):
        return _eight_bit(image)
    from PIL import ImageCms

    source = image if image.mode in ("CMYK", "LAB") else _eight_bit(image)
    if source.mode == "P":
        source = source.convert("RGBA" if source.has_transparency_data else "RGB")
    mode = "RGBA" if source.mode == "RGBA" else "RGB"
    target = ImageCms.createProfile("sRGB")
    try:
        return ImageCms.profileToProfile(source, profile, target, outputMode=mode) or _eight_bit(image)
    except ImageCms.PyCMSError:  # a profile for other pixels than these
        return _eight_bit(image)


def _eight_bit(image: Image.Image) -> Image.Image:
    """The picture in a mode that PNG and JPEG store with 8 bits or fewer. Raises Refused."""
    if image.mode in _STORED:
        return image
    if image.mode in _AS_STORED:
        return image.convert(_AS_STORED[image.mode])
    if image.mode.startswith("I;16") or (image.mode == "I" and _sixteen_bit(image)):
        # A plain conversion would cut off at 255 instead of scaling.
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    raise Refused("its pixels are not stored as 8 or 16 bits", "save it with 8 bits a channel")


def _sixteen_bit(image: Image.Image) -> bool:
    low, high = image.getextrema()
    return isinstance(low, int | float) and isinstance(high, int | float) and low >= 0 and high <= 65_535


def coded(image: Image.Image) -> tuple[bytes, Format]:
    """The picture as PNG; one that is plainly a photograph as JPEG, which takes a fraction of the room."""
    as_png = _png(image)
    if len(as_png) < _PHOTO or image.mode not in ("L", "RGB") or image.has_transparency_data:
        return as_png, "png"
    as_jpeg = _jpeg(image, fine=True)
    return (as_jpeg, "jpeg") if len(as_jpeg) * 2 < len(as_png) else (as_png, "png")


def coded_like(image: Image.Image, size: tuple[int, int]) -> tuple[bytes, Format]:
    """A stored picture on `size` pixels: a JPEG stays one, with its colours sampled as they were."""
    from PIL import Image

    photo, fine = image.format == "JPEG", image.format == "JPEG" and _is_fine(image)
    if photo:
        image.draft(None, (size[0] * 2, size[1] * 2))  # decoded at half or a quarter where that is still twice as many
    if image.mode in ("1", "P") or "transparency" in image.info:  # between these there are no shades
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    smaller = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return (_jpeg(smaller, fine=fine), "jpeg") if photo else coded(smaller)


def _png(image: Image.Image) -> bytes:
    """The picture as PNG, without metadata."""
    transparency = image.info.get("transparency")
    image.info = {} if transparency is None else {"transparency": transparency}
    file = io.BytesIO()
    image.save(file, format="PNG", compress_level=6)
    return file.getvalue()


def _is_fine(original: Image.Image) -> bool:
    """Whether a JPEG's colours are sampled as finely as its light.

    Halved one way only (4:2:2) would be halved the other way after turning.
    """
    from PIL import JpegImagePlugin

    return JpegImagePlugin.get_sampling(original) in (-1, 0, 1) and original.mode == "RGB"


def _jpeg(image: Image.Image, *, fine: bool) -> bytes:
    """The picture as JPEG; `fine` keeps every pixel's colour."""
    image.info = {}
    file = io.BytesIO()
    image.save(file, format="JPEG", quality=_QUALITY, subsampling=0 if fine else 2)
    return file.getvalue()
