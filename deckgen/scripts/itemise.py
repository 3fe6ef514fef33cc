"""A paragraph's text in stretches of one writing system and one direction: what is shaped, and told, as one."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from msgspec import Struct

from deckgen.scripts.bidi import levels
from deckgen.scripts.systems import SYSTEMS, Writing

EAST_ASIAN = "east-asian"
"""Stands for marks and forms that East Asian systems share."""
HAN = "han"
"""Stands for ideographs, which four systems share."""

_STARTS: tuple[tuple[int, str], ...] = (
    (0x0000, ""),
    (0x0590, "hebrew"),
    (0x0600, "arabic"),
    (0x0700, ""),
    (0x0750, "arabic"),
    (0x0780, ""),
    (0x0870, "arabic"),
    (0x0900, "devanagari"),
    (0x0980, "bengali"),
    (0x0A00, "gurmukhi"),
    (0x0A80, "gujarati"),
    (0x0B00, ""),
    (0x0B80, "tamil"),
    (0x0C00, ""),
    (0x1100, "korean"),
    (0x1200, ""),
    (0x2E80, HAN),
    (0x3000, EAST_ASIAN),
    (0x3005, HAN),
    (0x3008, EAST_ASIAN),
    (0x3041, "japanese"),
    (0x3100, HAN),
    (0x3130, "korean"),
    (0x3190, HAN),
    (0x31F0, "japanese"),
    (0x3200, EAST_ASIAN),
    (0x3400, HAN),
    (0x4DC0, ""),
    (0x4E00, HAN),
    (0xA000, ""),
    (0xA8E0, "devanagari"),
    (0xA900, ""),
    (0xA960, "korean"),
    (0xA980, ""),
    (0xAC00, "korean"),
    (0xD800, ""),
    (0xF900, HAN),
    (0xFB00, ""),
    (0xFB1D, "hebrew"),
    (0xFB50, "arabic"),
    (0xFE00, ""),
    (0xFE10, EAST_ASIAN),
    (0xFE20, ""),
    (0xFE30, EAST_ASIAN),
    (0xFE70, "arabic"),
    (0xFEFF, ""),
    (0xFF00, EAST_ASIAN),
    (0xFFF0, ""),
    (0x10EC0, "arabic"),
    (0x10F00, ""),
    (0x1EE00, "arabic"),
    (0x1EF00, ""),
    (0x20000, HAN),
    (0x32000, ""),
)
"""Where the blocks of a system begin (Unicode Blocks.txt); "" for Latin, its like, and marks of no script."""
_PLACES = [start for start, _ in _STARTS]
_NAMES = [name for _, name in _STARTS]
_URDU = frozenset("ٹڈڑںھہۂۃےۓ")
"""Letters of Urdu that Arabic and Persian do without."""
_ASIAN_MARKS = frozenset("“”‘’…—·‥")
"""Marks that East Asian faces have at their own width: they follow the text before them, as blanks do."""


class Stretch(Struct, frozen=True, gc=False):
    """text[start:stop] is written in `system` ("" for Latin), at this level; odd levels run from right to left."""

    start: int
    stop: int
    system: str
    level: int


def stretches(text: str, writing: Writing, *, rtl: bool | None = None) -> tuple[Stretch, ...]:
    """The stretches of one paragraph, in the text's order.

    `rtl` None: it runs as the deck does. Faces go by PowerPoint's and LibreOffice's rule: what runs from
    right to left, marks and blanks among it, has the face of its letters; so have digits in such text.
    """
    if not text:
        return ()
    levelled = levels(text, rtl=writing.rtl if rtl is None else rtl)
    systems = _systems(text, levelled, writing)
    found: list[Stretch] = []
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or (systems[place], levelled[place]) != (systems[start], levelled[start]):
            found.append(Stretch(start, place, systems[start], levelled[start]))
            start = place
    return tuple(found)


def system_of(char: str) -> str:
    """The system that a character is surely of; Chinese stands for all that share its signs."""
    name = _NAMES[bisect_right(_PLACES, ord(char)) - 1]
    return "chinese" if name in (HAN, EAST_ASIAN) else name


def _systems(text: str, levelled: list[int], writing: Writing) -> list[str]:
    """The system of every character."""
    blocks = [_NAMES[bisect_right(_PLACES, ord(char)) - 1] for char in text]
    shared = {HAN: _asian(blocks, writing), "arabic": _arabic(text, writing)}
    shared[EAST_ASIAN] = shared[HAN]
    own = [shared.get(name, name) for name in blocks]
    first = next((name for name in own if _is_rtl(name)), writing.system)
    spoken = _spoken(text, levelled)
    found: list[str] = []
    for char, name, level, letters in zip(text, own, levelled, spoken, strict=True):
        before = found[-1] if found else ""
        if name:
            found.append(name)
        elif unicodedata.bidirectional(char) in ("NSM", "BN"):
            found.append(before)
        elif level % 2 or (level and not letters):
            # Blanks, marks and digits amid what runs from right to left.
            found.append(before if _is_rtl(before) else first)
        else:
            follows = before == shared[HAN] and (char.isspace() or char in _ASIAN_MARKS)
            found.append(before if follows else "")
    return found


def _spoken(text: str, levelled: list[int]) -> list[bool]:
    """Whether each character stands in a row of its level that holds any letter from left to right."""
    found: list[bool] = []
    while len(found) < len(text):
        start = stop = len(found)
        while stop < len(text) and levelled[stop] == levelled[start]:
            stop += 1
        found += ["L" in map(unicodedata.bidirectional, text[start:stop])] * (stop - start)
    return found


def _is_rtl(name: str) -> bool:
    return name in SYSTEMS and SYSTEMS[name].rtl


def _asian(own: list[str], writing: Writing) -> str:
    """The system whose ideographs and marks these are: the deck's, else as the letters beside them say."""
    if writing.system in SYSTEMS and SYSTEMS[writing.system].slot == "ea":
        return writing.system
    return "japanese" if "japanese" in own else "korean" if "korean" in own else "chinese"


def _arabic(text: str, writing: Writing) -> str:
    """Arabic, or Urdu where the deck is in it or the letters are."""
    if writing.system in ("arabic", "urdu"):
        return writing.system
    return "arabic" if _URDU.isdisjoint(text) else "urdu"
