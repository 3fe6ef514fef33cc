"""Picture files as bytes: what a file is, and the same picture without its metadata.

JPEG: ITU-T T.81 annex B (markers); JFIF 1.02; ICC.1 annex B.4. PNG: W3C PNG, third edition.
"""

from __future__ import annotations

import re
import zlib
from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.scene import Image
from deckgen.world import Refused

Format: TypeAlias = Literal["png", "jpeg"]
Dropped: TypeAlias = Literal["", "animated", "pages", "moves"]

ACCEPTED = "SVG, PNG, JPEG, GIF, WebP, AVIF, TIFF, BMP and JPEG 2000"

_AS_PNG = "save it as PNG, at twice the size it is shown at"
_AS_JPEG = "save it as JPEG or PNG"
_DRAWING = rb"(?s)(?:\xef\xbb\xbf)?\s*(?:<\?xml.{0,4000}?|<!--.{0,4000}?|<!DOCTYPE svg.{0,4000}?)?<svg[\s>]"
_UNUSABLE = (
    (
        rb"(?is)\s*<(?:!doctype\s+html|html|head|body)",
        "it holds a web page, not a picture",
        "download the picture itself",
    ),
    (
        rb"version https://git-lfs",
        "it is a Git LFS pointer; the picture itself hasn't been fetched",
        "run: git lfs pull",
    ),
    (
        rb"(?s).{4}ftyp(?!avi[fs]).{0,24}(?:hei[cxms]|hev[cxms])",
        "it is a HEIC photo, which few programs can read",
        "save it as JPEG",
    ),
    (rb"(?s).{4}ftyp(?!avi[fs]|mif1|msf1)", "it is a video, not a picture", "save one frame of it as JPEG"),
    (rb"\xd7\xcd\xc6\x9a|(?s:\x01\x00\x00\x00.{36} EMF)", "it is a Windows metafile", _AS_PNG),
    (rb"%PDF|%!PS", "it is a PDF or PostScript document, not a picture", _AS_PNG),
    (rb"\xff\x0a|\x00\x00\x00\x0cJXL ", "it is a JPEG XL picture, which few programs can read", _AS_JPEG),
    (rb"\x1f\x8b", "it is a compressed file", "unpack it; a drawing is saved as plain SVG, not as SVGZ"),
    (rb"8BPS", "it is a Photoshop file", _AS_JPEG),
)
_KNOWN = (
    rb"(?s)\x89PNG|\xff\xd8|GIF8|BM|II\*\x00|MM\x00\*|RIFF.{4}WEBP|.{4}ftyp|.{4}jP  "
    rb"|\xff\x4f\xff\x51"
)

# What a PNG needs to be shown right. All else is text, times, thumbnails, animation or private.
_PNG_KEPT = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs")
)
_PNG_START = b"\x89PNG\r\n\x1a\n"

# Application segments that say how the colours are to be read; EXIF, XMP, thumbnails and the rest go.
_JPEG_KEPT = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
_JPEG_FRAMES = (0xC0, 0xC1, 0xC2)  # baseline, extended, progressive: what PowerPoint reads
_SCAN_END = rb"\xff[^\x00\xff\xd0-\xd7]"


class Prepared(Struct, frozen=True):
    """A picture, and what of its file it leaves out, if anything."""

    image: Image
    dropped: Dropped = ""


def is_drawing(data: bytes) -> bool:
    """Whether a file is an SVG drawing."""
    return re.match(_DRAWING, data[:16_384]) is not None


def refuse_unusable(data: bytes) -> None:
    """Raise Refused for files that are known not to be pictures deckgen can take, saying what they are."""
    if not data:
        raise Refused("the file is empty", "save or download it again")
    for pattern, reason, hint in _UNUSABLE:
        if re.match(pattern, data[:8192]):
            raise Refused(reason, hint)


def damaged(data: bytes) -> Refused:
    """Why a file that couldn't be decoded is refused."""
    if re.match(_KNOWN, data):
        return Refused("it is damaged, or was not saved to its end", "save or download it again")
    return Refused("it is no picture that can be read", f"save it as PNG or JPEG ({ACCEPTED} are read)")


def png_depth(data: bytes) -> int:
    """Bits per channel, as the header says."""
    return data[24] if len(data) > 24 else 0


def stripped_png(data: bytes) -> bytes | None:
    """The PNG with the chunks alone that show it; None where it isn't put together as a PNG is."""
    parts = [_PNG_START]
    at = len(_PNG_START)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        chunk = data[at : at + 12 + length]
        if len(chunk) < 12 + length:
            return None
        # A broken chunk that isn't needed is left out; the decoder has proved the others.
        if name in _PNG_KEPT and (name[0] < 0x60 or _crc_holds(chunk)):
            parts.append(chunk)
        if name == b"IEND":
            return b"".join(parts)
        at += 12 + length
    return None


def _crc_holds(chunk: bytes) -> bool:
    return zlib.crc32(chunk[4:-4]) == int.from_bytes(chunk[-4:], "big")


def stripped_jpeg(data: bytes) -> bytes | None:
    """The JPEG's first picture, coded as it is, without metadata.

    None where it is not put together as a JPEG is, or coded in a way that PowerPoint can't read.
    """
    parts = [b"\xff\xd8"]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        if marker == 0xD9:
            break
        if not 0xC0 <= marker <= 0xFE or 0xD0 <= marker <= 0xD8:
            return None
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            match = re.compile(_SCAN_END).search(data, end)
            end = match.start() if match else len(data)
        elif _is_frame(marker) and marker not in _JPEG_FRAMES:
            return None
        if _kept(marker, data[at + 4 : at + 16]):
            parts.append(data[at:end])
        at = end
    ended = data[at : at + 2] == b"\xff\xd9" or at == len(data)
    return b"".join([*parts, b"\xff\xd9"]) if ended and len(parts) > 2 else None


def _is_frame(marker: int) -> bool:
    """Whether a segment begins a frame (all SOFs; C4, C8 and CC are tables)."""
    return 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC)


def _kept(marker: int, begins: bytes) -> bool:
    """Whether a segment is needed to show the picture."""
    if 0xE0 <= marker <= 0xEF:
        return any(marker == kept and begins.startswith(name) for kept, name in _JPEG_KEPT)
    return marker < 0xF0  # JPGn and comments
