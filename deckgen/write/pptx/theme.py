"""The theme: the brand's twelve colours, its two families of type, and effects that do nothing."""

from __future__ import annotations

from deckgen.brand.model import Brand
from deckgen.ooxml.xml import Xml, document, el
from deckgen.units import Emu, pt
from deckgen.write.pptx.package import NAMESPACES

SLOTS = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
         "hlink", "folHlink")
"""The theme's colours in the order of ECMA-376 part 1, 20.1.6.2."""
HAIR, RULE, HEAVY = pt(0.75), pt(1.5), pt(6)
"""The three widths of a line (design/tokens.json, rules)."""


def theme(brand: Brand, name: str) -> bytes:
    """A theme part called `name` (ECMA-376 part 1, 20.1.6.9)."""
    return document(el(
        "a:theme", {"xmlns:a": NAMESPACES["xmlns:a"], "name": name},
        el("a:themeElements", None, _colors(brand, name), _fonts(brand, name), _formats(name)),
        el("a:objectDefaults"), el("a:extraClrSchemeLst")))


def _colors(brand: Brand, name: str) -> Xml:
    return el("a:clrScheme", {"name": name},
              *(el(f"a:{slot}", None, el("a:srgbClr", {"val": brand.theme[slot].lstrip("#").upper()}))
                for slot in SLOTS))


def _fonts(brand: Brand, name: str) -> Xml:
    return el("a:fontScheme", {"name": name}, _faces("a:majorFont", brand.fonts["major"].office),
              _faces("a:minorFont", brand.fonts["minor"].office))


def _faces(tag: str, latin: str) -> Xml:
    """A family for Latin; East Asian and complex scripts are left to the reader's machine."""
    return el(tag, None, el("a:latin", {"typeface": latin}), el("a:ea", {"typeface": ""}),
              el("a:cs", {"typeface": ""}))


def _formats(name: str) -> Xml:
    """`a:fmtScheme` (20.1.4.1.14): flat colour, square lines, no shadow (PRINCIPLES.md 13).

    Each list must hold three; they are alike, so that no entry of PowerPoint's style gallery brings in
    a gradient or a shadow.
    """
    fill = el("a:solidFill", None, el("a:schemeClr", {"val": "phClr"}))
    effect = el("a:effectStyle", None, el("a:effectLst"))
    return el("a:fmtScheme", {"name": name},
              el("a:fillStyleLst", None, fill, fill, fill),
              el("a:lnStyleLst", None, *(_line(width, fill) for width in (HAIR, RULE, HEAVY))),
              el("a:effectStyleLst", None, effect, effect, effect),
              el("a:bgFillStyleLst", None, fill, fill, fill))


def _line(width: Emu, fill: Xml) -> Xml:
    return el("a:ln", {"w": width, "cap": "flat", "cmpd": "sng", "algn": "ctr"}, fill,
              el("a:prstDash", {"val": "solid"}), el("a:miter", {"lim": 800_000}))
