"""Film files into films that a deck can hold. Nothing is converted: what PowerPoint can't play is refused.

The content decides what a file is, not its ending. An MP4 or QuickTime file is a row of boxes (ISO/IEC 14496-12, 4.2),
each beginning with its length; `moov` holds the index.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO
from zlib import crc32

from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.film_index import Index, read_index
from deckgen.scene import Film
from deckgen.world import Refused, World

_PIECE = 1024 * 1024
_HEAD = 64

_CONVERT = "convert it: ffmpeg -i {0} -c:v libx264 -c:a aac film.mp4"
_OTHERS = (
    (0, b"\x1aE\xdf\xa3", "is a WebM or Matroska film, which PowerPoint can't play", _CONVERT),
    (8, b"AVI ", "is an AVI film, which PowerPoint plays on few computers", _CONVERT),
    (0, b"\x30\x26\xb2\x75", "is a Windows Media film, which PowerPoint plays on Windows alone", _CONVERT),
    (0, b"FLV", "is a Flash film, which PowerPoint can't play", _CONVERT),
    (0, b"OggS", "is an Ogg film, which PowerPoint can't play", _CONVERT),
    (0, b"\x00\x00\x01\xba", "is an MPEG film, which PowerPoint plays on few computers", _CONVERT),
    (0, b"\x00\x00\x01\xb3", "is an MPEG film, which PowerPoint plays on few computers", _CONVERT),
    (0, b"GIF8", "is a GIF picture", "show it with kind: picture, or convert it to MP4"),
    (0, b"\x89PNG", "is a picture", "show it with kind: picture"),
    (0, b"\xff\xd8\xff", "is a picture", "show it with kind: picture"),
    (0, b"version https://git-lfs", "is a note of Git LFS in place of the film", "fetch the film: git lfs pull"),
    (0, b"ID3", "is a sound", "this kind shows films"),
    (0, b"PK\x03\x04", "is an archive", "unpack it, and use the film in it"),
)
_PAGES = (b"<!doctype", b"<html", b"<?xml")
_PLAYED = {"avc1": "H.264", "avc3": "H.264"}
_CODECS = {"hvc1": "HEVC", "hev1": "HEVC", "av01": "AV1", "vp09": "VP9", "mp4v": "MPEG-4 part 2", "apcn": "ProRes"}


class Copied(Struct, frozen=True):
    """A file of the project, read in pieces each time it is asked for: a deck's `Pieces`."""

    world: World
    path: str
    sha256: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Copied) and other.sha256 == self.sha256

    def __hash__(self) -> int:
        return hash(self.sha256)

    def __iter__(self) -> Iterator[bytes]:
        """The file's content. Refused at its end where it isn't what was looked at."""
        seen = hashlib.sha256()
        with self.world.open(self.path) as file:
            while piece := file.read(_PIECE):
                seen.update(piece)
                yield piece
        if seen.hexdigest() != self.sha256:
            raise Refused(f"the film {self.path} was changed while the deck was made", "build again")


def load_film(world: World, path: str, span: Span, diags: Diagnostics) -> Film | None:
    """The film at `path`; None after reporting at `span`, where it is named, why it can't be used."""
    try:
        with world.open(path) as file:
            index = _index(file, path)
            sha256, crc, size = _digest(file)
    except (Refused, OSError) as error:
        reason = error.reason if isinstance(error, Refused) else "it can't be read"
        hint = (error.hint if isinstance(error, Refused) else None) or beside_hint(world, path, span)
        diags.error("unusable-film", span, f'the film "{path[:80]}" can\'t be used: {reason}', hint=hint, about=path)
        return None
    _advise(index, path, span, diags)
    return Film(
        sha256=sha256,
        format="mov" if index.quicktime else "mp4",
        size=size,
        crc=crc,
        ms=index.ms,
        width=index.width,
        height=index.height,
        pieces=Copied(world, path, sha256),
    )


def _index(file: BinaryIO, path: str) -> Index:
    """What the film's index says. Refused for what is no film that PowerPoint plays."""
    head = file.read(_HEAD)
    if not head:
        raise Refused("it is empty", "save the film again")
    for offset, magic, what, hint in _OTHERS:
        if head[offset:].startswith(magic):
            raise Refused(f"it {what}", hint.format(path))
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES):
        raise Refused("it is a web page, not a film", "download the film itself")
    return read_index(file, head)


def _digest(file: BinaryIO) -> tuple[str, int, int]:
    """SHA-256, CRC-32 and length of a file's content."""
    file.seek(0)
    seen, crc, size = hashlib.sha256(), 0, 0
    while piece := file.read(_PIECE):
        seen.update(piece)
        crc, size = crc32(piece, crc), size + len(piece)
    return seen.hexdigest(), crc, size


def _advise(index: Index, path: str, span: Span, diags: Diagnostics) -> None:
    """Warn of what some PowerPoint or other won't play."""
    if index.codec not in _PLAYED:
        diags.warning(
            "film-codec",
            span,
            f'the film "{path}" is coded as {_CODECS.get(index.codec, index.codec)}; PowerPoint plays H.264 everywhere',
            hint=_CONVERT.format(path),
            about=path,
        )
    elif index.fragmented:
        diags.warning(
            "film-codec",
            span,
            f'the film "{path}" is made for streaming, in fragments, which PowerPoint may not play',
            hint=f"write it anew: ffmpeg -i {path} -c copy film.mp4",
            about=path,
        )


def beside_hint(world: World, path: str, span: Span) -> str:
    """What to do about a path that leads nowhere: it may be written as seen from the slide, at `span`."""
    beside = f"{span.file.rpartition('/')[0]}/{path}"
    if world.exists(beside):
        return f"write {beside}: paths begin at the project's folder"
    return "paths begin at the project's folder"
