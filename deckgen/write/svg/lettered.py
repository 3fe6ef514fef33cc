"""Drawings that set words, with the faces to set them in: what an <img> shows can't see its page's faces.

Such a drawing asks for Arial, Calibri and the like; its words are measured, and drawn where no SVG can be, in the faces
that ship with deckgen and have the same widths. These are put into it under the names that it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from msgspec.structs import replace

from deckgen.brand.faces import OFFICE, TWINS
from deckgen.fonts.substitutes import shipped
from deckgen.ooxml.xml import value
from deckgen.scene import Image
from deckgen.write.svg.web_fonts import font_rule

_NAMES = {
    **{twin.lower(): twin for twin in TWINS},
    **{office.lower(): face.twin for office, face in OFFICE.items()},
    "helvetica": "Liberation Sans",
    "courier new": "Liberation Mono",
}
_FAMILY = re.compile(r"font-family\s*[:=]\s*[\"']?\s*(?:&quot;)?([^\"';,}&]+)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*[:=]\s*[\"']?\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*[:=]\s*[\"']?\s*(?:italic|oblique)", re.IGNORECASE)
_KEPT = 32


@lru_cache(_KEPT)
def lettered(drawing: Image) -> Image:
    """The drawing with its faces in it, where it sets words."""
    if b"<text" not in drawing.data:
        return drawing
    source = drawing.data.decode("utf-8")
    opened = source.index(">", source.index("<svg")) + 1
    style = f"<style>{value(''.join(_rules(source)))}</style>"
    return replace(drawing, data=f"{source[:opened]}{style}{source[opened:]}".encode())


def _rules(source: str) -> Iterator[str]:
    """A rule for each face that may be asked for; whatever stands in the file may be among the words."""
    weights = (False, True) if _BOLD.search(source) else (False,)
    slopes = (False, True) if _ITALIC.search(source) else (False,)
    names = dict.fromkeys(found[1].strip() for found in _FAMILY.finditer(source))
    for name, bold, italic in product(names, weights, slopes):
        if twin := _NAMES.get(name.lower()):
            font = shipped(twin, bold=bold, italic=italic)
            yield font_rule(replace(font, family=name), frozenset(source))
