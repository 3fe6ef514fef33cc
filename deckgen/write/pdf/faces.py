"""The faces that a file shows text in, opened when the first such text comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from pikepdf import Pdf

from deckgen.fonts.files import FontFile
from deckgen.write.pdf.fonts import Face


class Faces:
    """Every face of a file, by its key in the drawing's fonts."""

    def __init__(self, pdf: Pdf, files: Mapping[str, FontFile]) -> None:
        self._pdf, self._files = pdf, files
        self._faces: dict[str, Face] = {}
        self._drawn: dict[tuple[str, str], Face | None] = {}
        self._page: dict[str, Face] = {}

    def face(self, key: str) -> Face:
        """The face of a key; KeyError for none."""
        found = self._faces.get(key)
        if found is None:
            found = self._faces[key] = Face(self._pdf, self._files[key], len(self._faces) + 1)
        return found

    def split(self, key: str, text: str) -> Iterator[tuple[Face, str, bool]]:
        """`text` in parts of one face each: another one's where this one has no glyphs. False: nor has any other."""
        own = self.face(key)
        if own.has(text):
            yield own, text, True
            return
        for found, chars in groupby(text, lambda char: self._having(key, char)):
            yield found or own, "".join(chars), found is not None

    def _having(self, key: str, char: str) -> Face | None:
        """The face for one character: its own, or the first of all that has a glyph for it."""
        if (key, char) not in self._drawn:
            keys = [key, *(other for other in self._files if other != key)]
            faces = (self.face(one) for one in keys)
            self._drawn[key, char] = next((face for face in faces if face.has(char)), None)
        return self._drawn[key, char]

    def used(self, face: Face) -> None:
        """Note that the page that is drawn now shows text in a face."""
        self._page[face.name] = face

    def of_page(self) -> dict[str, Face]:
        """The faces that were used since this was asked last, by name."""
        found, self._page = self._page, {}
        return dict(sorted(found.items()))

    def finish(self) -> None:
        """Write every face that was used."""
        for face in self._faces.values():
            face.finish()
