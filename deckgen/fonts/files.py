"""Font files as they are embedded: every face that text of a brand may be set in, by its key."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckgen.fonts.faces import PACKAGE
from deckgen.fonts.measure import Measurer
from deckgen.later import Later
from deckgen.world import World


class FontFile(Struct, frozen=True):
    """A font file. `family` is the build face's own name, `bold` and `italic` are what the file itself is."""

    key: str
    family: str
    bold: bool
    italic: bool
    data: bytes


def font_files(measurer: Measurer) -> Mapping[str, FontFile]:
    """The files of every face that `measurer` may set text in, by key, each read when it is first asked for.

    A file keeps its key from machine to machine. Refused when it can't be read.
    """
    known = measurer.files

    def read(key: str) -> FontFile:
        family, look = known[key]
        return FontFile(key, family.build, "bold" in look, "italic" in look, font_data(key, measurer.world))

    return Later({key: key for key in known}, read)


def font_data(file: str, world: World) -> bytes:
    """A font file's bytes; Refused when it can't be read."""
    if file.startswith(PACKAGE):
        return world.packaged(file.removeprefix(PACKAGE))
    return world.read(file)
