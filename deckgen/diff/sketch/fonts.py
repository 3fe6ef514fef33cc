"""Faces for whatever a file names: the twin of its face where one ships with deckgen, else the nearest in kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from deckgen.brand.faces import OFFICE, TWINS, shipped_family
from deckgen.fonts.faces import Face, font_blob, font_file
from deckgen.fonts.files import FontFile, font_data
from deckgen.later import Later
from deckgen.worlds import MemoryWorld

_SERIF = (
    "georgia", "times", "garamond", "cambria", "serif", "palatino", "book antiqua", "baskerville", "minion", "caslon",
    "didot", "bodoni", "merriweather", "playfair", "lora", "constantia", "century schoolbook", "rockwell", "roman",
)  # fmt: skip
_SANS = ("sans", "gothic")
_MONO = ("mono", "courier", "consol", "code", "menlo", "typewriter")
_NARROW = ("calibri", "carlito", "corbel", "candara", "lato", "aptos")
_WORLD = MemoryWorld({})
DRAWN_AS = {"Gelasio": "Georgia", "Carlito": "Calibri", "Liberation Sans": "Arial", "Liberation Mono": "Consolas"}


@cache
def twin_of(typeface: str) -> str:
    """The name of the face that stands for `typeface`."""
    if typeface in OFFICE and typeface != "Times New Roman":
        return OFFICE[typeface].twin
    name = typeface.casefold()
    if any(part in name for part in _MONO):
        return "Liberation Mono"
    if any(part in name for part in _NARROW):
        return "Carlito"
    if any(part in name for part in _SERIF) and not any(part in name for part in _SANS):
        return "Gelasio"
    return "Liberation Sans"


def face_key(typeface: str, text: str, *, bold: bool, italic: bool) -> str:
    """The key of the font file for words in this face; Arabic ones have their own."""
    twin = twin_of(typeface)
    if any("\u0600" <= char <= "\u06ff" or "\ufb50" <= char <= "\ufefc" for char in text):
        twin = "Noto Sans Arabic"
    return font_file(shipped_family(DRAWN_AS.get(twin, twin), twin), bold, italic)


@cache
def share_of(typeface: str) -> float:
    """How far below a line's top its baseline is, in em."""
    office = OFFICE.get(typeface) or OFFICE[DRAWN_AS.get(twin_of(typeface), "Arial")]
    return office.share


@cache
def face(key: str) -> Face:
    """The face of a key, for measuring."""
    return Face(font_blob(key, _WORLD))


def shipped_fonts() -> Mapping[str, FontFile]:
    """Every font file that ships with deckgen, by key, read when it is asked for."""
    known = {path: (name, look) for name, twin in TWINS.items() for look, path in twin.paths().items()}

    def read(key: str) -> FontFile:
        name, look = known[key]
        return FontFile(key, name, "bold" in look, "italic" in look, font_data(key, _WORLD))

    return Later({key: key for key in known}, read)
