"""Picture files into pictures that can be stored in a deck as they are."""

from __future__ import annotations

import hashlib
import re
from typing import cast

from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.picture_files import Dropped, Format, Prepared
from deckgen.scene import Image
from deckgen.world import Refused, World

# Part of every cache key: count it up whenever the same file would give another picture.
_RECIPE = b"deckgen picture 1\n"

_FACTS = rb"(png|jpeg) ([0-9]{1,9}) ([0-9]{1,9}) ([0-9a-f]{64}) (animated|pages|) ([0-9]{1,9})"
_MAGIC = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8"}
_DROPPED = {
    "animated": ("moves, and only its first frame is used", "use a still picture to choose the frame"),
    "pages": ("has several pages, and only the first is used", "save the page that is meant by itself"),
}


def load_picture(world: World, path: str, span: Span, diags: Diagnostics) -> Image | None:
    """The picture at `path`: upright, sRGB, 8 bits, PNG or JPEG, without metadata; None if unusable.

    What is wrong is reported at `span`, where the picture is named. The file's content decides what
    it is, not its ending. What is made of a file is kept in the world's cache under the hash of its
    content, so that only the first build decodes it (and imports Pillow).
    """
    try:
        prepared = _prepared(world, world.read(path))
    except Refused as refused:
        diags.error(
            "unusable-picture",
            span,
            f'the picture "{path}" can\'t be used: {refused.reason}',
            hint=refused.hint or _hint(world, path, span),
        )
        return None
    if prepared.dropped:
        what, hint = _DROPPED[prepared.dropped]
        diags.warning("picture-frames", span, f'the picture "{path}" {what}', hint=hint)
    return prepared.image


def _hint(world: World, path: str, span: Span) -> str:
    """Where paths begin; and the path as it should be, where the author wrote it as seen from the slide."""
    beside = f"{span.file.rpartition('/')[0]}/{path}"
    if world.exists(beside):
        return f"write {beside}: paths begin at the project's folder"
    return "paths begin at the project's folder"


def _prepared(world: World, data: bytes) -> Prepared:
    """What is made of a file's `data`, from the cache where it has been made before."""
    key = hashlib.sha256(_RECIPE + data).hexdigest()
    kept = world.cache_read(key)
    prepared = None if kept is None else _unpacked(kept)
    if prepared is None:
        from deckgen.load.picture_convert import prepare  # imports Pillow: 15 ms and more

        prepared = prepare(data)
        world.cache_write(key, _packed(prepared))
    return prepared


def _packed(prepared: Prepared) -> bytes:
    """A line of facts, and the picture."""
    image = prepared.image
    facts = (image.format, image.width, image.height, image.sha256, prepared.dropped, len(image.data))
    return " ".join(map(str, facts)).encode() + b"\n" + image.data


def _unpacked(kept: bytes) -> Prepared | None:
    """What `_packed` packed; None where it isn't whole."""
    facts, _, data = kept.partition(b"\n")
    match = re.fullmatch(_FACTS, facts)
    if match is None or int(match[6]) != len(data):
        return None
    format_, digest, dropped = match[1].decode(), match[4].decode(), match[5].decode()
    if not data.startswith(_MAGIC[format_]):
        return None
    image = Image(digest, cast("Format", format_), int(match[2]), int(match[3]), data)
    return Prepared(image, cast("Dropped", dropped))
