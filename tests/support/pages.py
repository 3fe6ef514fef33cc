"""Pages made by hand, for the formats that draw them, in the faces of the brand `plain`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec.structs import replace

from deckgen.brand.load import load_brand
from deckgen.brand.model import Brand, FontFamily
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.drawing import Drawing
from deckgen.drawing.model import Element, Page, Words
from deckgen.fonts.files import FontFile
from deckgen.later import Later
from deckgen.worlds import MemoryWorld
from tests.drawing.pages import drawn

PACKAGED = "package:fonts/files"
REGULAR = f"{PACKAGED}/liberation-sans/LiberationSans-Regular.ttf"
BOLD = f"{PACKAGED}/liberation-sans/LiberationSans-Bold.ttf"
ITALIC = f"{PACKAGED}/liberation-sans/LiberationSans-Italic.ttf"
CARLITO = f"{PACKAGED}/carlito/Carlito-Regular.ttf"
NASKH = f"{PACKAGED}/noto-naskh-arabic/NotoNaskhArabic-Regular.ttf"
FAMILIES = {"liberation-sans": "Liberation Sans", "carlito": "Carlito", "noto-naskh-arabic": "Noto Naskh Arabic"}


@cache
def brand() -> Brand:
    """The brand that ships with deckgen."""
    found = load_brand(MemoryWorld({}), "plain", Diagnostics(), NOWHERE)
    assert found
    return found


@cache
def packaged(key: str) -> FontFile:
    """A face that ships with deckgen."""
    folder, _, name = key.removeprefix(f"{PACKAGED}/").partition("/")
    data = MemoryWorld({}).packaged(key.removeprefix("package:"))
    return FontFile(key, FAMILIES[folder], "Bold" in name, "Italic" in name, data)


def fonts() -> Mapping[str, FontFile]:
    """Every face that pages made by hand may use."""
    return Later({key: key for key in (REGULAR, BOLD, ITALIC, CARLITO, NASKH)}, packaged)


def restricted(font: FontFile, flags: int) -> FontFile:
    """The font file with these bits as its fsType."""
    data = bytearray(font.data)
    tables = int.from_bytes(data[4:6], "big")
    record = next(at for at in range(12, 12 + 16 * tables, 16) if data[at : at + 4] == b"OS/2")
    start = int.from_bytes(data[record + 8 : record + 12], "big")
    data[start + 8 : start + 10] = flags.to_bytes(2, "big")
    return replace(font, data=bytes(data))


def brand_with(family: FontFamily, **changed: Any) -> Brand:
    """The brand with its text in another family."""
    return replace(brand(), fonts={**brand().fonts, "minor": family}, **changed)


def words(text: str, *, x: float = 48, baseline: float = 72, width: float = 200, **more: Any) -> Words:
    """Words in 24 points of Liberation Sans."""
    given = {"face": REGULAR, "size": 24, "color": "#112233", **more}
    return Words(text=text, x=x, baseline=baseline, width=width, **given)


def page(*elements: Element, **more: Any) -> Page:
    """A white page."""
    return Page(**{"elements": elements, "background": "#FFFFFF", "number": 1, "language": "en-GB", **more})


@cache
def talk() -> Drawing:
    """A short deck, compiled: a cover, points with a link to it, and a hidden slide whose id has a slash."""
    return drawn(
        {
            "slides/cover.yaml": "kind: cover\ntitle: Growing well\nspeaker: A. Osei\n",
            "slides/more/points.yaml": "kind: points\ntitle: What we do\npoints:\n  - See [the start](slide:cover)\n"
            "  - Or [elsewhere](https://example.org)\n",
            "slides/last.yaml": "kind: statement\nhidden: true\ntitle: Not shown\ntext: Nobody sees this.\n",
            "decks/talk.yaml": "title: Talk\nbrand: plain\nlanguage: en-GB\nslides:\n"
            "  - use: cover\n  - use: more/points\n  - use: last\n",
        }
    )
