"""What stands in for a font file that may not be embedded: a face that ships with deckgen."""

from __future__ import annotations

from collections.abc import Iterator

import uharfbuzz as hb

from deckgen.brand.faces import OFFICE, SCRIPTS, TWINS, shipped_family
from deckgen.brand.model import Brand, FontFamily
from deckgen.fonts.faces import PACKAGE, font_file
from deckgen.fonts.files import FontFile
from deckgen.worlds import packaged_path

_PANOSE = 32
"""Where PANOSE's ten digits stand in OS/2; the first tells text faces (2), the second how they end their strokes."""
_SERIFS = range(2, 11)


def substitute(font: FontFile, brand: Brand) -> FontFile:
    """The packaged face that stands in for a brand's font file: the twin of the office face that it stands for;
    where that has none, the one that ships for its writing system; else one of its sort, which words are fitted to."""
    return shipped(_twin(font, brand), bold=font.bold, italic=font.italic)


def shipped(twin: str, *, bold: bool, italic: bool) -> FontFile:
    """A face that ships with deckgen, in this weight and slope or the nearest that it has; KeyError for none."""
    file = font_file(shipped_family("", twin), bold, italic)
    with open(packaged_path(file.removeprefix(PACKAGE)), "rb") as opened:
        data = opened.read()
    look = next(look for look, path in TWINS[twin].paths().items() if path == file)
    return FontFile(file, twin, "bold" in look, "italic" in look, data)


def _twin(font: FontFile, brand: Brand) -> str:
    """The packaged face to take."""
    role, system, family = next(_places(font, brand), ("minor", "", None))
    office = family.office if family else ""
    if system in SCRIPTS:
        return SCRIPTS[system][1]
    if office in OFFICE and not system:
        return OFFICE[office].twin
    return "Liberation Mono" if role == "mono" else _of_its_sort(font)


def _places(font: FontFile, brand: Brand) -> Iterator[tuple[str, str, FontFamily]]:
    """What the brand uses a font file for: role, writing system ("" Latin), family."""
    faces = [("", brand.fonts), *brand.scripts.items()]
    for system, roles in faces:
        for role, family in roles.items():
            if font.key in family.files.values():
                yield role, system, family


def _of_its_sort(font: FontFile) -> str:
    """A packaged face with serifs for one that has some, as its PANOSE digits tell, else one without."""
    table = bytes(hb.Face(hb.Blob(font.data)).reference_table("OS/2").data or b"")
    digits = table[_PANOSE : _PANOSE + 2]
    return "Gelasio" if len(digits) == 2 and digits[0] == 2 and digits[1] in _SERIFS else "Liberation Sans"
