"""The shipped families, and the styles and measurers that tests of fonts are written with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from deckgen.brand.model import FontFamily
from deckgen.fonts.measure import Measurer
from deckgen.scene import FontRole, TextStyle
from deckgen.scripts import LATIN, Writing
from deckgen.worlds import MemoryWorld
from tests.support.tools import ROOT

FACES = ("regular", "bold", "italic", "bold_italic")


def family(office: str, build: str, folder: str, *files: str) -> FontFamily:
    """A family whose files lie below deckgen/fonts/files."""
    paths = {face: f"package:fonts/files/{folder}/{file}" for face, file in zip(FACES, files, strict=False)}
    return FontFamily(office=office, build=build, share=0.9, files=paths)


GELASIO = family(
    "Georgia",
    "Gelasio",
    "gelasio",
    "Gelasio-Regular.ttf",
    "Gelasio-Bold.ttf",
    "Gelasio-Italic.ttf",
    "Gelasio-BoldItalic.ttf",
)
CARLITO = family(
    "Calibri",
    "Carlito",
    "carlito",
    "Carlito-Regular.ttf",
    "Carlito-Bold.ttf",
    "Carlito-Italic.ttf",
    "Carlito-BoldItalic.ttf",
)
SANS = family(
    "Arial",
    "Liberation Sans",
    "liberation-sans",
    "LiberationSans-Regular.ttf",
    "LiberationSans-Bold.ttf",
    "LiberationSans-Italic.ttf",
    "LiberationSans-BoldItalic.ttf",
)
ADVENTOR = family(
    "Century Gothic",
    "TeX Gyre Adventor",
    "texgyre-adventor",
    "texgyreadventor-regular.otf",
    "texgyreadventor-bold.otf",
    "texgyreadventor-italic.otf",
    "texgyreadventor-bolditalic.otf",
)
MONO = family("Consolas", "Liberation Mono", "liberation-mono", "LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf")
FAMILIES = (GELASIO, CARLITO, SANS, ADVENTOR, MONO)


def measurer(
    fonts: Mapping[FontRole, FontFamily] | None = None,
    *,
    script: FontFamily | None = None,
    writing: Writing = LATIN,
) -> Measurer:
    """A measurer of these fonts; without any, of those of the brand cst. `script` is the face of `writing`."""
    faces: Mapping[FontRole, FontFamily] = {"major": GELASIO, "minor": CARLITO, "mono": MONO}
    world = MemoryWorld({}, today=date(2026, 1, 5))
    if script is None:
        return Measurer(fonts or faces, world)
    files = {path: (ROOT / path).read_bytes() for path in script.files.values() if not path.startswith("package:")}
    scripts = {writing.system: dict.fromkeys(faces, script)}
    return Measurer(fonts or faces, MemoryWorld(files, today=world.today), scripts=scripts, writing=writing)


def style(size: int, font: FontRole = "minor", *, bold: bool = False, tracking: int = 0) -> TextStyle:
    """A style of this size; seat and foot play no part in measuring."""
    return TextStyle(name="test", size=size, spacing=99, font=font, bold=bold, tracking=tracking, seat=0, foot=0)
