"""Picture files into pictures that can be stored in a deck as they are."""

from __future__ import annotations

import hashlib
import re
from typing import cast

from msgspec.structs import replace

from deckgen.diagnostics import Diagnostics, Note, Span
from deckgen.load.picture_files import Dropped, Format, Prepared, is_drawing
from deckgen.scene import Image
from deckgen.world import Refused, World

# Part of every cache key: count it up whenever the same file would give another picture.
_RECIPE = b"deckgen picture 4\n"

_FACTS = rb"(png|jpeg) ([0-9]{1,9}) ([0-9]{1,9}) ([0-9a-f]{64}) (animated|pages|moves|) ([0-9]{1,9})"
_VECTOR = rb" ([0-9]{1,9}) ([0-9]{1,9}) ([0-9a-f]{64}) ([0-9]{1,9})"
_MAGIC = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8"}
_DROPPED = {
    "animated": ("moves, and only its first frame is used", 'choose the frame: "frame: 2", or "frame: 1" for this one'),
    "pages": (
        "has several pages, and only the first is used",
        'choose the page: "frame: 2", or "frame: 1" for this one',
    ),
    "moves": ("moves, and is shown standing still", "leave it at that, or take the animation out of the file"),
}


def load_picture(world: World, path: str, span: Span, diags: Diagnostics, *, frame: int | None = None) -> Image | None:
    """The picture at `path`: upright, sRGB, 8 bits, PNG or JPEG, without metadata; None if unusable.

    An SVG drawing comes with its twin in pixels. `frame` is the one to take of several, from 1.

    What is wrong is reported at `span`, where the picture is named, and within a drawing where it stands. The file's
    content decides what it is, not its ending. What is made of a file is kept in the world's cache under the hash of
    its content, so that only the first build decodes it (and imports Pillow).
    """
    return usable_picture(read_picture(world, path, frame), world, path, span, diags)


def read_picture(world: World, path: str, frame: int | None = None) -> Prepared | Refused:
    """What is made of the file at `path`, or why nothing can be: for `usable_picture`, wherever it is named."""
    try:
        found = _prepared(world, world.read(path), frame)
    except Refused as refused:
        refused.__traceback__ = refused.__context__ = None  # it may be kept, and would keep all that was at hand
        return refused
    return replace(found, dropped="") if frame is not None else found


def usable_picture(found: Prepared | Refused, world: World, path: str, span: Span, diags: Diagnostics) -> Image | None:
    """The picture that was found at `path`, None for one that is refused; what is to be said of it at `span`, said."""
    if isinstance(found, Refused):
        _refuse(found, world, path, span, diags)
        return None
    if found.dropped:
        what, hint = _DROPPED[found.dropped]
        diags.warning("picture-frames", span, f'the picture "{path}" {what}', hint=hint, about=path)
    return found.image


def _refuse(refused: Refused, world: World, path: str, span: Span, diags: Diagnostics) -> None:
    faults = getattr(refused, "faults", ())
    for fault in faults:
        at = Span(path, fault.line, fault.col, fault.line, fault.col + 1)
        notes = (Note(span, "it is shown here"),)
        diags.error("bad-svg", at, fault.message, hint=fault.hint, notes=notes, about=path)
    if not faults:
        said = f'the picture "{path[:80]}" can\'t be used: {refused.reason}'
        diags.error("unusable-picture", span, said, hint=refused.hint or _hint(world, path, span), about=path)


def _hint(world: World, path: str, span: Span) -> str:
    """Where paths begin; and the path as it should be, where the author wrote it as seen from the slide."""
    beside = f"{span.file.rpartition('/')[0]}/{path}"
    if world.exists(beside):
        return f"write {beside}: paths begin at the project's folder"
    return "paths begin at the project's folder"


def _prepared(world: World, data: bytes, frame: int | None) -> Prepared:
    """What is made of a file's `data`, from the cache where it has been made before."""
    key = hashlib.sha256(b"%b%d\n%b" % (_RECIPE, frame or 0, data)).hexdigest()
    kept = world.cache_read(key)
    prepared = None if kept is None else unpack(kept)
    if prepared is None:
        prepared = _made(world, data, frame)
        world.cache_write(key, pack(prepared))
    return prepared


def _made(world: World, data: bytes, frame: int | None) -> Prepared:
    """What is made of a file's `data`, made now. Raises Refused."""
    if not is_drawing(data):
        from deckgen.load.picture_convert import prepare  # imports Pillow: 15 ms and more

        return prepare(data, frame or 1)
    if frame is not None and frame != 1:
        raise Refused("it is a drawing, which has one frame", 'leave out "frame"')
    from deckgen.load.svg_picture import prepare_svg

    return prepare_svg(data, world.packaged_path)


def pack(prepared: Prepared) -> bytes:
    """A line of facts, the picture, and the drawing that it is the twin of."""
    image, vector = prepared.image, prepared.image.vector
    facts: tuple[object, ...] = (
        image.format,
        image.width,
        image.height,
        image.sha256,
        prepared.dropped,
        len(image.data),
    )
    if vector is not None:
        facts += (vector.width, vector.height, vector.sha256, len(vector.data))
    return b"".join((" ".join(map(str, facts)).encode(), b"\n", image.data, vector.data if vector else b""))


def unpack(kept: bytes) -> Prepared | None:
    """What `pack` packed; None where it isn't whole."""
    facts, _, data = kept.partition(b"\n")
    match = re.fullmatch(_FACTS + b"(?:" + _VECTOR + b")?", facts)
    if match is None or int(match[6]) + int(match[10] or 0) != len(data):
        return None
    format_, digest, dropped = match[1].decode(), match[4].decode(), match[5].decode()
    if not data.startswith(_MAGIC[format_]):
        return None
    vector = None
    if match[10]:
        data, drawing = data[: int(match[6])], data[int(match[6]) :]
        vector = Image(match[9].decode(), "svg", int(match[7]), int(match[8]), drawing)
    image = Image(digest, cast("Format", format_), int(match[2]), int(match[3]), data, vector)
    return Prepared(image, cast("Dropped", dropped))
