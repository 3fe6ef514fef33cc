"""How text is set where it doesn't say so itself: the styles of masters, layouts and shapes laid over each other.

ECMA-376 21.1.2.4: a paragraph's own properties, then those of its level in the shape's list style, the layout's
placeholder's, the master's placeholder's, the master's text styles, and the presentation's.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckgen.diff.read.numbers import flag, fraction, whole
from deckgen.diff.read.palette import Palette
from deckgen.diff.view import Font, Ink, Setting
from deckgen.verify.names import NS, tag

LEVELS = 9
_SYMBOLS = ("wingdings", "symbol", "webdings", "zapf")
_ALIGNED = {"l": "l", "ctr": "ctr", "r": "r", "just": "l", "dist": "l"}
_RUN = {tag(f"a:{name}") for name in ("solidFill", "latin", "ln", "gradFill")}


class Faces(Struct, frozen=True):
    """The theme's faces, for headings and for text."""

    major: str = "Calibri Light"
    minor: str = "Calibri"

    def named(self, typeface: str) -> str:
        """The face that a name means: '+mj-lt' is the theme's for headings."""
        if typeface.startswith("+"):
            return self.major if typeface.startswith("+mj") else self.minor
        return typeface


class Level(Setting, frozen=True, kw_only=True):
    """How the paragraphs of a level are set. `bullet` is a sign, "#arabicPeriod" for numbers, "" for none.

    `before` and `after` are points, or below zero a share of the size.
    """

    font: Font = Font()


Settings = tuple[Level, ...]
"""By level, from 0."""
PLAIN: Settings = (Level(),) * LEVELS


class Styler:
    """Lays styles over each other, in one theme's faces and colours."""

    def __init__(self, palette: Palette, faces: Faces) -> None:
        self.palette, self.faces = palette, faces

    def layered(self, below: Settings, style: Any) -> Settings:
        """`below` with an `a:lstStyle` (or the like) over it."""
        if style is None or not len(style):
            return below
        general = style.find("a:defPPr", NS)
        settings = []
        for level, setting in enumerate(below, 1):
            begun = self.paragraph(setting, general)
            settings.append(self.paragraph(begun, style.find(f"a:lvl{level}pPr", NS)))
        return tuple(settings)

    def recolored(self, below: Settings, ink: Ink) -> Settings:
        """`below` in another colour: what a shape's style says of its text."""
        return tuple(replace(setting, font=replace(setting.font, color=ink)) for setting in below)

    def paragraph(self, below: Level, props: Any) -> Level:
        """`below` with an `a:pPr` over it, and the `a:defRPr` in it."""
        if props is None:
            return below
        found: dict[str, Any] = dict(_placed(props, below))
        for child in props:
            found.update(self._said(child, below))
        default = props.find("a:defRPr", NS)
        if default is not None:
            found["font"] = self.font(below.font, default)
        return replace(below, **found) if found else below

    def _said(self, child: Any, below: Level) -> dict[str, Any]:
        """What a child of `a:pPr` changes."""
        match child.tag.rpartition("}")[2]:
            case "buNone":
                return {"bullet": ""}
            case "buChar":
                return {"bullet": _sign(child.get("char", "•"), child.getparent())}
            case "buAutoNum":
                return {"bullet": f"#{child.get('type', 'arabicPeriod')}"}
            case "buBlip":
                return {"bullet": "•"}
            case "buClr":
                return {"bullet_ink": self.palette.ink(child)}
            case "lnSpc":
                return _spacing(child)
            case "spcBef":
                return {"before": _gap(child)}
            case "spcAft":
                return {"after": _gap(child)}
        return {}

    def font(self, below: Font, props: Any) -> Font:
        """`below` with an `a:rPr` or `a:defRPr` over it (21.1.2.3.9)."""
        if props is None:
            return below
        found: dict[str, Any] = {}
        for name, value in props.attrib.items():
            found.update(_attribute(name, value))
        for child in props:
            if child.tag not in _RUN:
                continue
            if child.tag == tag("a:latin"):
                found["typeface"] = self.faces.named(child.get("typeface") or below.typeface)
            elif child.tag != tag("a:ln"):
                found["color"] = self.palette.filled(props) or below.color
        return replace(below, **found) if found else below


def _attribute(name: str, value: str) -> dict[str, Any]:
    """What an attribute of a run says of its font."""
    match name:
        case "sz":
            return {"size": max(1.0, min(4000.0, whole(value, 1800) / 100))}
        case "b":
            return {"bold": flag(value)}
        case "i":
            return {"italic": flag(value)}
        case "u":
            return {"underline": value != "none"}
        case "strike":
            return {"strike": value != "noStrike"}
        case "baseline":
            return {"baseline": round(fraction(value) * 100_000)}
        case "spc":
            return {"tracking": whole(value) / 100}
    return {}


def _placed(props: Any, below: Level) -> list[tuple[str, Any]]:
    """What the attributes of `a:pPr` change."""
    found: list[tuple[str, Any]] = []
    for name, value in props.attrib.items():
        match name:
            case "algn":
                found.append(("align", _ALIGNED.get(value, below.align)))
            case "marL":
                found.append(("margin", whole(value)))
            case "indent":
                found.append(("indent", whole(value)))
            case "rtl":
                found.append(("rtl", flag(value)))
    return found


def _sign(char: str, props: Any) -> str:
    """A bullet's sign: those of symbol fonts mean nothing in any other."""
    font = props.find("a:buFont", NS)
    typeface = "" if font is None else font.get("typeface", "").lower()
    private = any("\ue000" <= sign <= "\uf8ff" for sign in char)
    return "•" if private or typeface.startswith(_SYMBOLS) or not char.strip() else char[:2]


def _spacing(element: Any) -> dict[str, Any]:
    points = element.find("a:spcPts", NS)
    if points is not None:
        return {"spacing": whole(points.get("val"), 1200) / 100, "exact": True}
    share = element.find("a:spcPct", NS)
    return {} if share is None else {"spacing": fraction(share.get("val"), 1) or 1, "exact": False}


def _gap(element: Any) -> float:
    """Points, or below zero a share of the size."""
    points = element.find("a:spcPts", NS)
    if points is not None:
        return whole(points.get("val")) / 100
    share = element.find("a:spcPct", NS)
    return 0 if share is None else -fraction(share.get("val"))
