"""Words on a page: shaped, placed to the hundredth of a point, and to be found and copied as they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from msgspec import Struct

from deckgen.drawing.model import SLANT, THICKER, Element, Words
from deckgen.fonts.shaper import Cluster, Fit, Setting, fit, steps
from deckgen.write.pdf import syntax
from deckgen.write.pdf.bounds import marks
from deckgen.write.pdf.content import Content
from deckgen.write.pdf.faces import Faces
from deckgen.write.pdf.fonts import Face
from deckgen.write.pdf.line import Line, Place

APART = 0.08
"""Letters set further apart than this (ems) are taken for words by programs that look at gaps alone."""
TOUCHING = 0.5
"""Points between pieces of a line that belong together."""
_BLANK = {**dict.fromkeys(range(32), " "), 0x2028: " ", 0x2029: " ", 0x7F: " "}
_HYPHENS = "-\u2010\u00ad/\u2013\u2014"


class Stretch(Struct, frozen=True):
    """Part of a piece that one face has glyphs for; `drawn` is False of what none has any for."""

    face: Face
    text: str
    clusters: tuple[Cluster, ...]
    drawn: bool

    @property
    def advance(self) -> float:
        """What it takes by itself, in ems."""
        return self.face.shaper.ems(self.clusters)

    def width(self, size: float, fit: Fit) -> float:
        """What it takes in this size, fitted."""
        return self.advance * size * fit.stretch + steps(self.clusters) * fit.spacing


def spaces(elements: Iterable[Element]) -> Iterator[bool]:
    """Of every `Words` in order, whether a space parts it from the next: lines end in none (14.8.2.5)."""
    before: Words | None = None
    for element in elements:
        for mark in marks(element):
            if isinstance(mark, Words):
                if before is not None:
                    yield _parted(before, mark)
                before = mark
    if before is not None:
        yield False


def _parted(a: Words, b: Words) -> bool:
    if not a.text or not b.text or a.text[-1].isspace() or b.text[0].isspace():
        return False
    near = min(abs(a.x + a.width - b.x), abs(b.x + b.width - a.x)) < TOUCHING
    if near and abs(a.baseline - b.baseline) < max(a.size, b.size):
        return False
    if a.text[-1] in _HYPHENS and a.text[-2:-1].isalnum():
        return False
    return not (_wide(a.text[-1]) and _wide(b.text[0]))


def _wide(char: str) -> bool:
    return east_asian_width(char) in "WF"


class Writer:
    """Writes words into a page's content, in the file's faces."""

    def __init__(self, content: Content, faces: Faces) -> None:
        self._content, self._faces = content, faces

    def write(self, words: Words, height: float, language: str, *, spaced: bool) -> None:
        """One piece of a line on a page of this height; `spaced`: with a space after it that takes no room."""
        stretches = self._stretches(words, language)
        gaps = sum(steps(stretch.clusters) for stretch in stretches)
        if not gaps:
            return
        natural = words.size * sum(stretch.advance for stretch in stretches)
        fitted = fit(words.text, natural, gaps, width=words.width, tracking=words.tracking)
        told = abs(fitted.spacing) > APART * words.size and not words.rtl
        content = self._content
        content.text()
        if told:
            actual = syntax.text_string(words.text + " " * spaced)
            content.put(f"/Span <</ActualText {actual}>> BDC")
        x = words.x
        for number, stretch in enumerate(stretches):
            end = spaced and number == len(stretches) - 1
            self._stretch(stretch, Place(words, x, height - words.baseline, fitted, told, end))
            x += stretch.width(words.size, fitted)
        if told:
            content.put("EMC")
        if words.underline:
            self._underline(words, height, stretches[0].face)

    def _stretches(self, words: Words, language: str) -> list[Stretch]:
        """The piece in parts of one face each, as they stand from left to right."""
        text = words.text.translate(_BLANK)
        setting = Setting(words.rtl, words.ligatures, words.kerned, language)
        parts = [
            Stretch(face, part, face.shaper.shape(part, setting), drawn)
            for face, part, drawn in self._faces.split(words.face, text)
        ]
        return parts[::-1] if words.rtl else parts

    def _stretch(self, stretch: Stretch, place: Place) -> None:
        words, content = place.words, self._content
        if not stretch.clusters:  # nothing of it is seen
            return
        if not stretch.drawn:
            self._box(stretch, place)
            return
        content.text()
        self._faces.used(stretch.face)
        content.set("Tf", f"{stretch.face.name} {syntax.num(words.size)}")
        content.set("rg", syntax.rgb(words.color))
        content.set("Tc", f"{place.spread:.4f}".rstrip("0").rstrip("."))
        lean = syntax.num(SLANT) if words.slanted else "0"
        content.put(f"{syntax.fine(place.fit.stretch)} 0 {lean} 1 {syntax.nums(place.x, place.y)} Tm")
        if words.thickened:
            content.set("RG", syntax.rgb(words.color))
            content.set("w", syntax.num(THICKER * words.size))
            content.set("d", "[] 0")
            content.put("2 Tr")
        Line(content, stretch.face, place).show(stretch.clusters)
        if words.thickened:
            content.put("0 Tr")

    def _box(self, stretch: Stretch, place: Place) -> None:
        """What no face has a sign for: an empty box that says what it stands for, as .notdef must not be shown
        (ISO 14289-1, 7.21.8)."""
        content, words = self._content, place.words
        if not place.told:
            content.put(f"/Span <</ActualText {syntax.text_string(stretch.text)}>> BDC")
        width = stretch.advance * words.size * place.fit.stretch / max(1, len(stretch.clusters))
        for number in range(len(stretch.clusters)):
            line = 0.05 * words.size
            left = place.x + number * (width + place.fit.spacing)
            content.no_text()
            content.set("RG", syntax.rgb(words.color))
            content.set("w", syntax.num(line))
            content.set("d", "[] 0")
            content.put(f"{syntax.nums(left + line, place.y, width - 2 * line, 0.7 * words.size)} re S")
        if not place.told:
            content.put("EMC")

    def _underline(self, words: Words, height: float, face: Face) -> None:
        """A line below words as their face has it: `post` says where its upper edge is (OpenType 1.9)."""
        top, breadth = face.metrics.underline
        breadth = max(breadth * words.size, 0.5)
        y = height - words.baseline + top * words.size - breadth
        self._content.rect(words.color, (words.x, y, words.width, breadth))
