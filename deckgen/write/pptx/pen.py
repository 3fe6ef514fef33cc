"""The pen: what drawing a part needs to know, and the numbers it hands out as it goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.brand.model import Bullet, Placeholder
from deckgen.ooxml.xml import HOLE, Pattern, Xml, el, value
from deckgen.ooxml.zip import Member, Streamed
from deckgen.scene import Color, FontRole, Image, Link
from deckgen.scripts import LATIN, SYSTEMS, Writing
from deckgen.units import Emu
from deckgen.write.pptx.colors import ColorMap, color_xml, fill_xml
from deckgen.write.pptx.identity import shape_family, shape_guid


class MediaPart(Struct, frozen=True):
    """A film's file or its captions, and the kind of the relationship to it; without `content` it lies outside."""

    kind: Literal["video", "media", "track"]
    target: str
    content: Member | Streamed | None


class ChartPart(Struct, frozen=True):
    """A chart's part and the workbook behind it, ready; numbered when the deck is put together."""

    part: Member
    workbook: Member


Target: TypeAlias = Link | Image | MediaPart | ChartPart
"""What a relationship of a drawn part leads to."""
Targets: TypeAlias = tuple[tuple[str, Target], ...]
"""Relationship ids and where they lead, in the order first used."""

THEME_FONTS: Mapping[FontRole, str] = {"major": "+mj-lt", "minor": "+mn-lt", "mono": "Courier New"}

# The corners of an elbow are square, as PowerPoint's own connectors have them.
_MITER = el("a:miter", {"lim": 800_000})
_ARROW = {"type": "triangle", "w": "lg", "len": "lg"}
_HEADS = {"start": el("a:headEnd", _ARROW), "end": el("a:tailEnd", _ARROW)}
_CREATED = el(
    "a:ext",
    {"uri": "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"},
    el("a16:creationId", {"xmlns:a16": "http://schemas.microsoft.com/office/drawing/2014/main", "id": HOLE}),
)
_DECORATIVE = el(
    "a:ext",
    {"uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"},
    el("adec:decorative", {"xmlns:adec": "http://schemas.microsoft.com/office/drawing/2017/decorative", "val": 1}),
)

_NAMED = Pattern(el("p:cNvPr", {"id": HOLE, "name": HOLE}, el("a:extLst", None, _CREATED)))
_ADORNING = Pattern(el("p:cNvPr", {"id": HOLE, "name": HOLE}, el("a:extLst", None, _CREATED, _DECORATIVE)))
_DESCRIBED = Pattern(el("p:cNvPr", {"id": HOLE, "name": HOLE, "descr": HOLE}, el("a:extLst", None, _CREATED)))
_PLAYING = Pattern(el("p:cNvPr", {"id": HOLE, "name": HOLE, "descr": HOLE}, HOLE, el("a:extLst", None, _CREATED)))
_CLICKABLE = Pattern(el("p:cNvPr", {"id": HOLE, "name": HOLE}, HOLE, el("a:extLst", None, _CREATED)))


class Pen:
    """Draws the shapes of one part (a slide, a layout, a notes page).

    `owner` names the part in the identities of its shapes (the slide's id, 'layout/Points').
    `placeholders` are the layout's, by idx: what a shape shares with its own isn't written again.
    `table_style` is the id of the brand's table style; `writing` is how the deck is written.
    `first_relation` is the first relationship number that is free for links and pictures.
    """

    def __init__(
        self,
        *,
        owner: str,
        colors: ColorMap,
        language: str,
        fonts: Mapping[FontRole, str] = THEME_FONTS,
        placeholders: Mapping[int, Placeholder] | None = None,
        bullet: Bullet = Bullet("•", 100),
        first_relation: int = 1,
        table_style: str = "",
        user_drawn: bool = False,
        writing: Writing = LATIN,
    ) -> None:
        self.colors, self.language, self.fonts = colors, language, fonts
        self._family = shape_family(owner)
        self.placeholders: Mapping[int, Placeholder] = placeholders or {}
        self.bullet, self.user_drawn, self.writing = bullet, user_drawn, writing
        self.asian = writing.system != "" and SYSTEMS[writing.system].slot == "ea"
        self.table_style = table_style
        self.targets: list[tuple[str, Target]] = []
        """(relationship id, where it leads), in the order first used."""
        self._first_relation = first_relation
        self.looks: dict[object, Pattern] = {}
        """Runs already made, by what they look like, with a hole for their words."""
        self._relations: dict[str, str] = {}
        self._fills: dict[Color, Xml] = {}
        self._last_shape = 1  # 1 is the shape tree itself
        self._names: dict[str, int] = {}
        self.numbers: dict[str, int] = {}
        """The ids of the shapes drawn, by name; of two with one name, the first's."""
        self._promised: dict[str, int] = {}

    def relation(self, target: Target) -> str:
        """The id of the relationship to `target`; equal targets share one, but no two charts do."""
        match target:
            case Image():
                key = f"image {target.sha256}"
            case MediaPart():
                key = f"{target.kind} {target.target}"
            case ChartPart():
                key = f"chart {len(self.targets)}"
            case _:
                key = f"link {target.url} {target.slide}"
        if key not in self._relations:
            self._relations[key] = f"rId{self._first_relation + len(self.targets)}"
            self.targets.append((self._relations[key], target))
        return self._relations[key]

    def color(self, color: Color) -> Xml:
        """`a:schemeClr` of a colour, under this part's colour map."""
        return color_xml(color, self.colors)

    def fill(self, color: Color) -> Xml:
        """`a:solidFill` of a colour, under this part's colour map."""
        if color not in self._fills:
            self._fills[color] = fill_xml(color, self.colors)
        return self._fills[color]

    def click(self, link: Link, *more: Xml) -> Xml:
        """`a:hlinkClick` (ECMA-376 21.1.2.3.5): to an address, or to a slide of the deck."""
        action = "ppaction://hlinksldjump" if link.slide is not None else None
        return el("a:hlinkClick", {"r:id": self.relation(link), "action": action}, *more)

    def number(self, name: str) -> int:
        """The id of the shape of this name, which is given it when it is drawn, be that later than now."""
        if name not in self.numbers and name not in self._promised:
            self._last_shape = self._promised[name] = self._last_shape + 1
        return self.numbers.get(name) or self._promised[name]

    def identify(
        self, name: str, *, alt: str = "", decorative: bool = False, click: Link | None = None, plays: Xml | None = None
    ) -> Xml:
        """`p:cNvPr` of the next shape (ECMA-376 19.3.1.12): a new id, its name, GUID, alt text unless it
        is decorative, and where a click on the whole shape goes, or what makes it play."""
        number = self._promised.pop(name, 0) if self._promised else 0
        if not number:
            number = self._last_shape = self._last_shape + 1
        self.numbers.setdefault(name, number)
        seen = self._names[name] = self._names.get(name, 0) + 1
        identity = shape_guid(self._family, name if seen == 1 else f"{name} {seen}")
        if click is not None:
            return _CLICKABLE.fill(number, value(name), self.click(click), identity)
        if plays is not None:
            return _PLAYING.fill(number, value(name), value(alt), plays, identity)
        if decorative:
            return _ADORNING.fill(number, value(name), identity)
        if alt:
            return _DESCRIBED.fill(number, value(name), value(alt), identity)
        return _NAMED.fill(number, value(name), identity)


def line(color: Color, width: Emu, pen: Pen, *, head: Literal["start", "end"] | None = None) -> Xml:
    """`a:ln` (20.1.2.2.24), with an arrow's head at one end or without."""
    return el("a:ln", {"w": width}, pen.fill(color), *((_MITER, _HEADS[head]) if head else ()))
