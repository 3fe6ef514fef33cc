"""The rules of a face (OpenType 1.9.1: GSUB and GPOS), as far as they concern some of its glyphs."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

FOLLOWED = frozenset(
    {
        *("abvm", "blwm", "calt", "ccmp", "clig", "curs", "dist", "kern", "liga", "locl", "ltra", "ltrm", "mark"),
        *("mkmk", "rand", "rclt", "rlig", "rvrn", "BUZZ", "Buzz", "HARF", "Harf"),
    }
)
"""The features that HarfBuzz follows unasked in Latin script, which runs from left to right."""

_PAIR, _LIGATURE, _CONTEXT, _CHAIN, _REVERSE, _EXTENSION = "pair", "ligature", "context", "chain", "reverse", "more"
SUBSTITUTIONS = {4: _LIGATURE, 5: _CONTEXT, 6: _CHAIN, 7: _EXTENSION, 8: _REVERSE}
POSITIONS = {2: _PAIR, 7: _CONTEXT, 8: _CHAIN, 9: _EXTENSION}
"""What rules of a number do. All others do something to the glyphs that their first coverage names: of an
attachment of marks these are the marks."""

_LOOKS_OVER = 0x0002 | 0x0004
"""A rule that looks over signs or ligatures, and so beyond the next one."""
_NO_FEATURE = 0xFFFF


class Unclear(Exception):
    """A rule that may do more than join signs, or kern the first of a pair."""


class Rules:
    """The rules of one table, as far as they concern some glyphs. Places are bytes from its beginning."""

    def __init__(self, data: bytes, kinds: Mapping[int, str], glyphs: set[int]) -> None:
        self._data, self._kinds, self._glyphs = data, kinds, glyphs

    def _words(self, at: int, count: int) -> tuple[int, ...]:
        """So many numbers of 16 bits."""
        return struct.unpack_from(f">{count}H", self._data, at)

    def _listed(self, at: int) -> tuple[int, ...]:
        """The numbers after their count."""
        return self._words(at + 2, self._words(at, 1)[0])

    def _named(self, at: int) -> list[tuple[str, int]]:
        """The tags of a list, and where each leads."""
        records = struct.iter_unpack(">4sH", self._data[at + 2 : at + 2 + 6 * self._words(at, 1)[0]])
        return [(tag.decode("latin-1"), at + offset) for tag, offset in records]

    def followed(self) -> Iterator[tuple[str, int]]:
        """Feature and place of every lookup that HarfBuzz follows, in its order (chapter 2)."""
        if not self._data:
            return
        major, minor, scripts, features, lookups = self._words(0, 5)
        if major != 1 or (minor and self._words(10, 2) != (0, 0)):  # what holds only for some of a variable face
            raise Unclear
        named = self._named(features)
        used = [named[number] for number in self._features(dict(self._named(scripts)))]
        places = self._listed(lookups)
        for number, feature in sorted({(n, tag) for tag, at in used if tag in FOLLOWED for n in self._listed(at + 2)}):
            yield feature, lookups + places[number]

    def _features(self, scripts: Mapping[str, int]) -> list[int]:
        """The numbers of the features of Latin script in English."""
        script = next((scripts[tag] for tag in ("latn", "DFLT", "dflt") if tag in scripts), None)
        if script is None:
            return []
        (usual,) = self._words(script, 1)
        if not usual or "ENG " in dict(self._named(script + 2)):
            raise Unclear
        _, required = self._words(script + usual, 2)
        if required != _NO_FEATURE:
            raise Unclear
        return list(self._listed(script + usual + 4))

    def joins(self, lookup: int) -> dict[tuple[int, ...], int]:
        """A lookup's ligatures, each with its parts; Unclear where it may do other things."""
        number, flags = self._words(lookup, 2)
        if flags & _LOOKS_OVER:
            raise Unclear
        joined: dict[tuple[int, ...], int] = {}
        for offset in self._listed(lookup + 4):
            kind, at = self._kinds.get(number, ""), lookup + offset
            if kind == _EXTENSION:
                _, number_within, offset_within = struct.unpack_from(">HHI", self._data, at)
                kind, at = self._kinds.get(number_within, ""), at + offset_within
            if kind == _LIGATURE:
                joined = self._ligatures(at) | joined
            elif self._may_act(kind, at):
                raise Unclear
        return joined

    def _may_act(self, kind: str, at: int) -> bool:
        """Whether a rule may do to these glyphs anything but kern the first of a pair."""
        form, first = self._words(at, 2)
        if kind == _PAIR:
            return self._words(at + 6, 1) != (0,)  # something for the second of the pair
        if kind in (_CONTEXT, _CHAIN) and form == 3:
            within = self._words(at + 6, first) if kind == _CONTEXT else self._chained(at + 2, 3)
        elif kind == _REVERSE:
            within = (first, *self._chained(at + 4, 2))
        else:
            within = (first,)
        # Each of these stands for a glyph beside the last: where one is none of ours, the rule has no use.
        covered = all(self._covered(at + offset) for offset in within)
        return self._may_chain(at) if covered and kind == _CHAIN and form == 2 else covered

    def _may_chain(self, at: int) -> bool:
        """Whether a chain of classes may be made of these glyphs (chapter 2, chained sequence context format 2)."""
        _, _, before, here, after, count = self._words(at, 6)
        classes = [self._classes(at + offset) for offset in (before, here, after)]
        for first, offset in enumerate(self._words(at + 12, count)):
            if offset and first in classes[1]:
                for rule in self._listed(at + offset):
                    place = at + offset + rule
                    earlier = self._listed(place)
                    place += 2 + 2 * len(earlier)
                    inner = self._words(place + 2, self._words(place, 1)[0] - 1)
                    later = self._listed(place + 2 + 2 * len(inner))
                    wanted = zip((earlier, inner, later), classes, strict=True)
                    if all(known.issuperset(asked) for asked, known in wanted):
                        return True
        return False

    def _classes(self, at: int) -> set[int]:
        """The classes that these glyphs are of; one that isn't listed is of class 0."""
        form, first = self._words(at, 2)
        if form == 1:
            given = dict(enumerate(self._listed(at + 4), first))
        elif form == 2:
            spans = struct.iter_unpack(">3H", self._data[at + 4 : at + 4 + 6 * first])
            given = {g: kind for start, end, kind in spans for g in self._glyphs if start <= g <= end}
        else:
            raise Unclear
        return {given.get(glyph, 0) for glyph in self._glyphs}

    def _chained(self, at: int, lists: int) -> tuple[int, ...]:
        """The numbers of several lists that follow each other."""
        found: tuple[int, ...] = ()
        for _ in range(lists):
            more = self._listed(at)
            found, at = found + more, at + 2 + 2 * len(more)
        return found

    def _ligatures(self, at: int) -> dict[tuple[int, ...], int]:
        """A ligature rule's ligatures of these glyphs, each with its parts."""
        _, coverage, count = self._words(at, 3)
        sets = self._words(at + 6, count)
        joined: dict[tuple[int, ...], int] = {}
        for first, index in self._covered(at + coverage).items():
            place = at + sets[index]
            for offset in self._listed(place):
                ligature, length = self._words(place + offset, 2)
                rest = self._words(place + offset + 4, length - 1)
                if not rest:
                    raise Unclear
                if self._glyphs.issuperset(rest):
                    joined.setdefault((first, *rest), ligature)
        return joined

    def _covered(self, at: int) -> dict[int, int]:
        """Which of these glyphs a coverage table names, and as its how manieth."""
        form, count = self._words(at, 2)
        if form == 1:
            return {glyph: n for n, glyph in enumerate(self._words(at + 4, count)) if glyph in self._glyphs}
        if form != 2:
            raise Unclear
        ranges = struct.iter_unpack(">3H", self._data[at + 4 : at + 4 + 6 * count])
        spans = [(start, end, index - start) for start, end, index in ranges]
        return {g: g + ahead for start, end, ahead in spans for g in self._glyphs if start <= g <= end}
