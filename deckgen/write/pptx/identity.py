"""Identity: numbers and GUIDs that a slide and its shapes keep from build to build.

They are made from names, never from positions or the clock, so that a slide moved or a deck built
again says the same (DESIGN.md, P4 and P8).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

from msgspec import Struct

from deckgen.ooxml.xml import Xml

# The namespace of deckgen's own names: SHA-1 of its name, cut to a UUID's length.
_NAMESPACE = hashlib.sha1(b"deckgen", usedforsecurity=False).digest()[:16]
_FIRST_SLIDE_ID, _SLIDE_IDS = 256, 2**31 - 256
_CREATION_IDS = 2**32 - 1


class SlideNumbers(Struct, frozen=True):
    """A slide's `p:sldId` (256 up to 2**31 - 1, ECMA-376 19.7.13) and its `p14:creationId`."""

    slide_id: int
    creation_id: int


def guid(*names: str) -> Xml:
    """The GUID of these names, in braces: a version 5 UUID (RFC 9562, 5.5), always the same."""
    named = _NAMESPACE + "\x00".join(names).encode()
    text = hashlib.sha1(named, usedforsecurity=False).hexdigest().upper()
    variant = "89AB"[int(text[16], 16) & 3]
    return Xml(f"{{{text[:8]}-{text[8:12]}-5{text[13:16]}-{variant}{text[17:20]}-{text[20:32]}}}")


@lru_cache(16)
def style_guid(brand: str) -> Xml:
    """The GUID of a brand's table style."""
    return guid("table style", brand)


def shape_family(owner: str) -> str:
    """What the GUIDs of all shapes of one part begin with, up to their last eight digits."""
    text = hashlib.sha1(_NAMESPACE + owner.encode(), usedforsecurity=False).hexdigest().upper()
    return f"{text[:8]}-{text[8:12]}-8{text[12:15]}-{'89AB'[int(text[15], 16) & 3]}{text[16:19]}-{text[19:23]}"


def shape_guid(family: str, name: str) -> Xml:
    """The GUID of a shape by its name: a version 8 UUID (RFC 9562, 5.8), always the same.

    Shapes of a part have all but eight digits in common, which packs to half the size of unlike ones.
    """
    return Xml(f"{{{family}{crc32(name.encode()):08X}}}")


@lru_cache(16)
def slide_numbers(ids: tuple[str, ...]) -> Mapping[str, SlideNumbers]:
    """The numbers of each slide of a deck, made from its id and unique in the deck.

    Two ids whose hashes meet (once in 2**31 pairs) are told apart by counting on from the first.
    """
    numbers: dict[str, SlideNumbers] = {}
    slide_ids: set[int] = set()
    creation_ids: set[int] = set()
    for slide in ids:
        digest = hashlib.sha256(slide.encode()).digest()
        slide_id = _free(int.from_bytes(digest[:4]), slide_ids, _FIRST_SLIDE_ID, _SLIDE_IDS)
        creation_id = _free(int.from_bytes(digest[4:8]), creation_ids, 1, _CREATION_IDS)
        numbers[slide] = SlideNumbers(slide_id, creation_id)
    return numbers


def _free(wish: int, taken: set[int], first: int, count: int) -> int:
    """The first number from `wish` on that isn't taken; it is taken then."""
    offset = wish % count
    while first + offset in taken:
        offset = (offset + 1) % count
    taken.add(first + offset)
    return first + offset
