"""Rules of pictures and films: what a part says it is, it is."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.verify.package import Package
from deckgen.verify.registry import Fault, rule

_BEGINNINGS = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/jpg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/bmp": (b"BM",),
    "image/tiff": (b"II*\x00", b"MM\x00*"),
    "image/x-wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00"),
    "image/x-emf": (b"\x01\x00\x00\x00",),
    "image/vnd.ms-photo": (b"II\xbc",),
    "image/svg+xml": (b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE", b"\xef\xbb\xbf<"),
}
"""How the bytes of each kind begin."""
_FIRST_BOXES = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
"""What MP4 and QuickTime films begin with, behind a length (ISO/IEC 14496-12, 4.2)."""
_LONGEST = max(len(beginning) for known in _BEGINNINGS.values() for beginning in known)


@rule("picture-bytes")
def picture_bytes(package: Package) -> Iterator[Fault]:
    """A picture that is empty, or of another kind than its content type says, shows as a red cross."""
    for name in package.names:
        kind = package.content_type(name)
        if not kind.startswith("image/"):
            continue
        beginning = package.head(name, _LONGEST)
        if not beginning:
            yield name, "is an empty picture"
        elif kind in _BEGINNINGS and not beginning.startswith(_BEGINNINGS[kind]):
            yield name, f"is no {kind}, though its content type says so"


@rule("film-bytes")
def film_bytes(package: Package) -> Iterator[Fault]:
    """A film that is none plays as a black frame, on the stage for the first time."""
    for name in package.names:
        if package.content_type(name) in ("video/mp4", "video/quicktime"):
            head = package.head(name, 8)
            if head[4:] not in _FIRST_BOXES:
                yield name, "is no film" if head else "is an empty film"
