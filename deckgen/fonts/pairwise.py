"""Faces that set a text pair by pair: a sign's advance depends on the sign after it and on nothing else.

Faces for Latin script are nearly all like that, if a ligature counts as a sign. Then what HarfBuzz gave for one
text holds for the same pairs in every other. Whether a face is like that, its own rules say: none of those that
HarfBuzz follows may look further than one sign ahead, change a sign, or move the second of a pair. Whatever isn't
understood here is taken for a no, and HarfBuzz goes on being asked.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

import uharfbuzz as hb

from deckgen.fonts.rules import POSITIONS, SUBSTITUTIONS, Rules, Unclear

_JOINING = frozenset({"liga", "clig"})
"""The features that renderers switch off where they set no ligatures."""
_APPLES = frozenset({"kerx", "mort", "morx", "trak"})
"""Tables with rules of another sort, which HarfBuzz follows as well."""
_LAST = 2
"""Glyphs of a higher class are marks and parts of others; rules may be told to look over them."""
_LATIN = re.compile("[A-Za-z]")
"""What makes a text Latin script. Figures and marks alone are of no script, and faces may set them otherwise."""
_END = "\0"
"""Stands for what follows the last sign."""


class Pairs:
    """Advances that HarfBuzz gave for a sign before another, in one face: facts of the face, which hold no text.

    `signs` are those it holds for. A ligature counts as one: `ligatures` are the texts that join, each before those
    that it is preferred to.
    """

    def __init__(self, signs: Iterable[str], ligatures: Sequence[str]) -> None:
        self._signs = frozenset(signs)
        # Halves of surrogates stand for ligatures, since no text holds any.
        self._joined = {text: chr(0xD800 + number) for number, text in enumerate(ligatures)}
        self._joining = re.compile("|".join(map(re.escape, ligatures)) or "(?!)")
        self._known: Mapping[bool, dict[tuple[str, str], int]] = {True: {}, False: {}}

    def advances(self, text: str, *, ligated: bool) -> tuple[list[int], list[int]] | None:
        """The advances of a text's signs, and the places that are inside of ligatures; None where a pair is new."""
        if not _LATIN.search(text):
            return None
        signs, inside = self._join(text) if ligated else (text, [])
        try:
            return list(map(self._known[ligated].__getitem__, zip(signs, signs[1:] + _END, strict=True))), inside
        except KeyError:
            return None

    def learn(self, text: str, advances: Sequence[int], *, ligated: bool) -> None:
        """Keep the advances that HarfBuzz gave for a text."""
        if self._signs.issuperset(text) and _LATIN.search(text):
            signs, _ = self._join(text) if ligated else (text, [])
            if len(signs) == len(advances):
                self._known[ligated].update(zip(zip(signs, signs[1:] + _END, strict=True), advances, strict=True))

    def _join(self, text: str) -> tuple[str, list[int]]:
        """The text with a sign for each ligature, and which characters have joined the one before."""
        if not self._joining.search(text):
            return text, []
        inside: list[int] = []

        def sign(found: re.Match[str]) -> str:
            inside.extend(range(found.start() + 1, found.end()))
            return self._joined[found[0]]

        return self._joining.sub(sign, text), inside


def pairs(face: hb.Face, signs: Iterable[str]) -> Pairs | None:
    """What is known of the face's pairs of these `signs`: nothing yet. None where it may not set them pair by pair.

    Texts are taken for Latin script in English.
    """
    font = hb.Font(face)
    drawn: dict[int, list[str]] = {}
    for sign in signs:
        if glyph := font.get_nominal_glyph(ord(sign)):
            drawn.setdefault(glyph, []).append(sign)
    try:
        joined = _joined(face, set(drawn))
    except (Unclear, struct.error):
        return None
    ligatures = ["".join(text) for glyphs in joined for text in product(*[drawn[glyph] for glyph in glyphs])]
    return Pairs([sign for of_glyph in drawn.values() for sign in of_glyph], ligatures)


def _joined(face: hb.Face, glyphs: set[int]) -> dict[tuple[int, ...], int]:
    """The ligatures of glyphs, in their order; Unclear where more than joining and kerning may happen."""
    if not _APPLES.isdisjoint(face.table_tags):
        raise Unclear
    substitutions = Rules(face.reference_table("GSUB").data, SUBSTITUTIONS, glyphs)
    joined: dict[tuple[int, ...], int] = {}
    for feature, lookup in substitutions.followed():
        joins = substitutions.joins(lookup)
        if joins and (joined or feature not in _JOINING):  # of several lookups each goes through all the text
            raise Unclear
        joined |= joins
        glyphs.update(joins.values())  # which the lookups after this one may see
    positions = Rules(face.reference_table("GPOS").data, POSITIONS, glyphs)
    features = set()
    for feature, lookup in positions.followed():
        positions.joins(lookup)
        features.add(feature)
    if "kern" not in features and "kern" in face.table_tags:  # HarfBuzz shares such kerning out to both signs.
        raise Unclear
    if any(face.get_layout_glyph_class(glyph) > _LAST for glyph in glyphs):
        raise Unclear
    return joined
