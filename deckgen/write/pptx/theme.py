"""The theme: the brand's twelve colours, its two families of type, effects that do nothing, and what
people draw in PowerPoint begins with."""

from __future__ import annotations

from deckgen.brand.color import THEME_SLOTS
from deckgen.brand.model import Brand
from deckgen.brand.tokens import HAIR, HEAVY, RULE
from deckgen.ooxml.xml import Xml, document, el
from deckgen.scene import FontRole
from deckgen.scripts import SYSTEMS
from deckgen.units import Emu
from deckgen.write.pptx.package import NAMESPACES


def theme(brand: Brand, name: str) -> bytes:
    """A theme part called `name` (ECMA-376 part 1, 20.1.6.9)."""
    return document(
        el(
            "a:theme",
            {"xmlns:a": NAMESPACES["xmlns:a"], "name": name},
            el("a:themeElements", None, _colors(brand, name), _fonts(brand, name), _formats(name)),
            _defaults(brand),
            el("a:extraClrSchemeLst"),
        )
    )


def _colors(brand: Brand, name: str) -> Xml:
    return el(
        "a:clrScheme",
        {"name": name},
        *(
            el(f"a:{slot}", None, el("a:srgbClr", {"val": brand.theme[slot].lstrip("#").upper()}))
            for slot in THEME_SLOTS
        ),
    )


def _fonts(brand: Brand, name: str) -> Xml:
    return el(
        "a:fontScheme",
        {"name": name},
        _faces("a:majorFont", brand, "major"),
        _faces("a:minorFont", brand, "minor"),
    )


def _faces(tag: str, brand: Brand, role: FontRole) -> Xml:
    """A family for Latin, the one that the deck's own writing system needs, and those of others by script.

    East Asian and complex scripts that the deck is not in are left to the list (20.1.4.1.16), and runs name them.
    """
    own = {"ea": "", "cs": ""}
    if brand.writing.system:
        families = brand.scripts.get(brand.writing.system) or brand.scripts[SYSTEMS[brand.writing.system].instead]
        own[SYSTEMS[brand.writing.system].slot] = families[role].office
    scripts = {SYSTEMS[name].script: by_role[role].office for name, by_role in brand.scripts.items() if role in by_role}
    return el(
        tag,
        None,
        el("a:latin", {"typeface": brand.fonts[role].office}),
        *(el(f"a:{slot}", {"typeface": typeface}) for slot, typeface in own.items()),
        *(el("a:font", {"script": script, "typeface": typeface}) for script, typeface in scripts.items()),
    )


def _formats(name: str) -> Xml:
    """`a:fmtScheme` (20.1.4.1.14): flat colour, square lines, no shadow (PRINCIPLES.md 13).

    Each list must hold three; they are alike, so that no entry of PowerPoint's style gallery brings in
    a gradient or a shadow.
    """
    fill = el("a:solidFill", None, el("a:schemeClr", {"val": "phClr"}))
    effect = el("a:effectStyle", None, el("a:effectLst"))
    return el(
        "a:fmtScheme",
        {"name": name},
        el("a:fillStyleLst", None, fill, fill, fill),
        el("a:lnStyleLst", None, *(_line(width, fill) for width in (HAIR, RULE, HEAVY))),
        el("a:effectStyleLst", None, effect, effect, effect),
        el("a:bgFillStyleLst", None, fill, fill, fill),
    )


def _line(width: Emu, fill: Xml) -> Xml:
    return el(
        "a:ln",
        {"w": width, "cap": "flat", "cmpd": "sng", "algn": "ctr"},
        fill,
        el("a:prstDash", {"val": "solid"}),
        el("a:miter", {"lim": 800_000}),
    )


def _defaults(brand: Brand) -> Xml:
    """`a:objectDefaults` (20.1.6.7): a shape that somebody draws is flat, in the bright surface's colours
    and without a line; a line is a rule; a text box has no insets and the size of running text."""
    bright, size = brand.surface("bright"), brand.style("body").size * 100
    ground, words = _scheme(bright.background.slot), _scheme(bright.color("text").slot)
    insets = {"lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0, "rtlCol": 0}
    shape = el(
        "a:spDef",
        None,
        el("a:spPr", None, ground, el("a:ln", None, el("a:noFill"))),
        el("a:bodyPr", {"rtlCol": 0, "anchor": "ctr"}),
        _set_in("ctr", el("a:defRPr", {"sz": size}, words), rtl=brand.writing.rtl),
    )
    line = el(
        "a:lnDef", None, el("a:spPr", None, el("a:ln", {"w": RULE}, _scheme("tx1"))), el("a:bodyPr"), el("a:lstStyle")
    )
    words_alone = el(
        "a:txDef",
        None,
        el("a:spPr", None, el("a:noFill")),
        el("a:bodyPr", {"wrap": "square", **insets}, el("a:spAutoFit")),
        _set_in("r" if brand.writing.rtl else "l", el("a:defRPr", {"sz": size}), rtl=brand.writing.rtl),
    )
    return el("a:objectDefaults", None, shape, line, words_alone)


def _set_in(align: str, look: Xml, *, rtl: bool) -> Xml:
    return el("a:lstStyle", None, el("a:defPPr", {"algn": align, "rtl": 1 if rtl else None}, look))


def _scheme(slot: str) -> Xml:
    """A fill that is the theme's slot itself, whatever a slide's colour map says (20.1.10.54)."""
    return el("a:solidFill", None, el("a:schemeClr", {"val": slot}))
