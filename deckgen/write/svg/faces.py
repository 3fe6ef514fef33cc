"""The faces of a page's text: how each is named in it, how its text is shaped, and which characters are set in it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckgen.brand.model import Brand
from deckgen.drawing.model import Words
from deckgen.fonts.files import FontFile
from deckgen.fonts.shaper import Cluster, Fit, Setting, Shaper, fit, steps


class Face(Struct, frozen=True):
    """A font file with what shapes its text. `css` is the list of families that names it."""

    file: FontFile
    css: str
    shaper: Shaper


class Faces:
    """The faces of a deck, each opened when its first text comes. `used` are the characters set in each, by its key."""

    def __init__(self, files: Mapping[str, FontFile], brand: Brand | None) -> None:
        """Without a brand there are no office faces to fall back to."""
        self._files, self._office = files, office_names(brand) if brand else {}
        self._faces: dict[str, Face] = {}
        self.used: dict[str, set[str]] = {}

    def face(self, key: str) -> Face:
        """The face of a key; KeyError for one that the drawing doesn't have."""
        found = self._faces.get(key)
        if found is None:
            file = self._files[key]
            found = self._faces[key] = Face(file, self._named(file.family), Shaper(file.data))
        return found

    def _named(self, family: str) -> str:
        # Where its file doesn't reach, the office face has the same widths.
        names = dict.fromkeys((family, self._office.get(family, family)))
        return ", ".join(quoted(name) for name in names)

    def clusters(self, words: Words) -> tuple[Cluster, ...]:
        """The glyphs of words; their characters are noted as used."""
        self.used.setdefault(words.face, set()).update(words.text)
        setting = Setting(words.rtl, words.ligatures, words.kerned)
        return self.face(words.face).shaper.shape(words.text, setting)

    def fit(self, words: Words) -> Fit:
        """How words come to their width."""
        clusters = self.clusters(words)
        natural = self.face(words.face).shaper.ems(clusters) * words.size
        return fit(words.text, natural, steps(clusters), width=words.width, tracking=words.tracking)

    def taken(self) -> dict[str, frozenset[str]]:
        """The characters used since this was asked for last."""
        found = {key: frozenset(characters) for key, characters in sorted(self.used.items())}
        self.used = {}
        return found


def office_names(brand: Brand) -> dict[str, str]:
    """The office face of each build face."""
    families = [*brand.fonts.values(), *(family for roles in brand.scripts.values() for family in roles.values())]
    return {family.build: family.office for family in families}


def quoted(family: str) -> str:
    """A family's name in CSS (CSS Fonts 4, 2.1; CSS Syntax 3, 4.3.7)."""
    escaped = "".join(f"\\{ord(char):x} " if char in "\\'\"\n\r\f<&" else char for char in family)
    return f"'{escaped}'"
