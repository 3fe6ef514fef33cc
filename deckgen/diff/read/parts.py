"""Slides, layouts and masters as parts: their colours, their styles, and which placeholder inherits from which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from deckgen.diff.read.numbers import whole
from deckgen.diff.read.opened import Presentation
from deckgen.diff.read.palette import Palette, mapped, theme_colors
from deckgen.diff.read.styles import PLAIN, Faces, Settings, Styler
from deckgen.verify.names import NS, tag
from deckgen.verify.package import Relation

_KINDS = {"ctrTitle": "title", "title": "title", "subTitle": "body", "body": "body", "obj": "body", "pic": "body"}
_HOLDERS = tuple(tag(f"p:{name}") for name in ("sp", "pic", "graphicFrame", "cxnSp"))


class Part:
    """A slide, a layout or a master. `above` is the part it takes from: a slide's layout, a layout's master."""

    def __init__(self, package: Presentation, name: str, above: Part | None, theme: Theme | None = None) -> None:
        self.package, self.name, self.above = package, name, above
        self.root = package.root(name)
        self.theme: Theme = theme or (above.theme if above else Theme(None))
        self.relations: Mapping[str, Relation] = {found.id: found for found in package.relations(name)}
        self.map = self._colors()
        self.palette = Palette(self.theme.colors, self.map)
        self.styler = Styler(self.palette, self.theme.faces)
        self._holders: list[tuple[str, str, Any]] | None = None
        self._settings: dict[tuple[str, str, str], Settings] = {}

    def _colors(self) -> dict[str, str]:
        own = None if self.root is None else self.root.find("p:clrMap", NS)
        if own is None and self.root is not None:
            own = self.root.find("p:clrMapOvr/a:overrideClrMapping", NS)
        if own is not None:
            return mapped(own)
        return self.above.map if self.above else mapped(None)

    @property
    def master(self) -> Part:
        """The master at the top."""
        return self.above.master if self.above else self

    def holder(self, place: tuple[str, str]) -> Any:
        """The placeholder of this part that one of the part below takes from, None where it has none.

        By idx; titles, and whatever a master has, by what they are for (19.3.1.36).
        """
        kind, idx = place
        sort = _KINDS.get(kind, kind)
        holders = self.holders()
        if self.above is not None:
            for found, number, element in holders:
                if number == idx and (sort == "title") == (_KINDS.get(found, found) == "title"):
                    return element
        return next((element for found, _, element in holders if _KINDS.get(found, found) == sort), None)

    def holders(self) -> list[tuple[str, str, Any]]:
        """(type, idx, element) of its placeholders."""
        if self._holders is None:
            self._holders = [] if self.root is None else list(_holders(self.root))
        return self._holders

    def inherited(self, place: tuple[str, str]) -> list[Any]:
        """The elements that a placeholder of a slide on this layout takes from, nearest first."""
        found = self.holder(place)
        if self.above is None:
            return [] if found is None else [found]
        kind = place[0] if found is None else place_of(found)[0]
        return ([] if found is None else [found]) + self.above.inherited((kind, place[1]))

    def settings(self, place: tuple[str, str] | None, below: Part | None = None) -> Settings:
        """How text is set in a placeholder of a part on this one, or in a shape that is none (None).

        `below` is the part whose colours count.
        """
        part = below if below and below.map != self.map else self
        kind, idx = place or ("", "")
        key = kind, idx, part.name
        if key not in self._settings:
            self._settings[key] = self._styled(place, part)
        return self._settings[key]

    def _styled(self, place: tuple[str, str] | None, part: Part) -> Settings:
        styler = part.styler
        settings = styler.layered(styler.recolored(PLAIN, part.palette.slot("tx1")), self.theme.defaults)
        if place is None:
            return settings
        root = self.master.root
        if root is not None:
            settings = styler.layered(settings, root.find(f"p:txStyles/p:{_style_of(place[0])}Style", NS))
        for element in reversed(self.inherited(place)):
            settings = styler.layered(settings, element.find("p:txBody/a:lstStyle", NS))
        return settings


class Theme:
    """A theme: its colours, faces, and the presentation's default text style."""

    def __init__(self, root: Any, defaults: Any = None) -> None:
        self.root, self.defaults = root, defaults
        self.colors = theme_colors(root)
        self.faces = _faces(root)
        self.name = "" if root is None else root.get("name", "")

    def line_width(self, index: int) -> float:
        """How wide the line of a theme's style is, in points (20.1.2.1.21)."""
        lines = () if self.root is None else self.root.findall("a:themeElements/a:fmtScheme/a:lnStyleLst/a:ln", NS)
        if not 0 < index <= len(lines):
            return 0.75
        return min(100.0, whole(lines[index - 1].get("w"), 9525) / 12_700)


def _faces(root: Any) -> Faces:
    scheme = None if root is None else root.find("a:themeElements/a:fontScheme", NS)
    if scheme is None:
        return Faces()
    named = [scheme.find(f"a:{role}Font/a:latin", NS) for role in ("major", "minor")]
    faces = ["" if found is None else found.get("typeface", "") for found in named]
    return Faces(faces[0] or "Calibri Light", faces[1] or "Calibri")


def _holders(root: Any) -> Iterator[tuple[str, str, Any]]:
    for element in root.iter(*_HOLDERS):
        place = place_of(element)
        if place is not None:
            yield (*place, element)


def place_of(element: Any) -> Any:
    """(type, idx) of the placeholder that a shape is or fills, None where it is none."""
    holder = element.find("./*/p:nvPr/p:ph", NS)
    return None if holder is None else (holder.get("type", "obj"), holder.get("idx", "0"))


def _style_of(kind: str) -> str:
    """Which of the master's text styles is for a kind of placeholder (19.3.1.52)."""
    sort = _KINDS.get(kind)
    return sort if sort else "body" if kind in ("tbl", "chart", "dgm", "media", "clipArt") else "other"
