"""Colours: theme slots said in the names that a part's colour map gives them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckgen.ooxml.xml import Xml, el
from deckgen.scene import Color

NAMES = (
    "bg1",
    "tx1",
    "bg2",
    "tx2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
"""The twelve names of a colour map, in the order of ECMA-376 part 1, 19.3.1.6."""

_UNMAPPED = ("dk1", "lt1", "dk2", "lt2")
"""Slots that markup may name whatever the map says (20.1.10.54)."""
_LIGHT = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_MASTERS = el("p:clrMapOvr", None, el("a:masterClrMapping"))


class ColorMap(Struct, frozen=True):
    """Which slot of the theme each of the twelve names stands for, and the inverse of it."""

    slots: Mapping[str, str]
    names: Mapping[str, str]

    def name(self, slot: str) -> str:
        """The name by which markup reaches a slot of the theme: 'dk1' is 'tx1' on a light ground.

        ValueError for a slot that nothing reaches under this map.
        """
        name = self.names.get(slot)
        if name is None and slot in _UNMAPPED:
            return slot
        if name is None:
            raise ValueError(f"no name of the colour map stands for the theme's {slot!r}")
        return name


def color_map(changes: Mapping[str, str] | None = None) -> ColorMap:
    """The complete map: as on a light ground, with `changes` (name to slot; a brand's dark map)."""
    given = {**_LIGHT, **(changes or {})}
    slots = {name: given.get(name, name) for name in NAMES}
    names: dict[str, str] = {}
    for name, slot in slots.items():
        # Where two names reach a slot the first stands: accent1 rather than the hlink mapped to it.
        names.setdefault(slot, name)
    return ColorMap(slots, names)


def color_xml(color: Color, colors: ColorMap) -> Xml:
    """`a:schemeClr` (ECMA-376 20.1.2.3.29) with its shade; `a:srgbClr` for a colour that no theme has."""
    shade = []
    if color.lum_mod is not None:
        shade.append(el("a:lumMod", {"val": color.lum_mod}))
    if color.lum_off is not None:
        shade.append(el("a:lumOff", {"val": color.lum_off}))
    if color.slot.startswith("#"):
        return el("a:srgbClr", {"val": color.slot[1:].upper()}, *shade)
    return el("a:schemeClr", {"val": colors.name(color.slot)}, *shade)


def fill_xml(color: Color, colors: ColorMap) -> Xml:
    """`a:solidFill` of a colour."""
    return el("a:solidFill", None, color_xml(color, colors))


def map_override_xml(colors: ColorMap | None) -> Xml:
    """`p:clrMapOvr`: all twelve names of `colors`, or the master's map where None.

    A slide on a dark layout carries the layout's override itself, so that either reading of the
    rule (does a slide inherit it?) gives the same colours (NATIVE.md 6).
    """
    if colors is None:
        return _MASTERS
    return el("p:clrMapOvr", None, el("a:overrideClrMapping", dict(colors.slots)))
