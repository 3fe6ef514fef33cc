"""Glyphs shown one after another, each where it was measured to be (ISO 32000-1, 9.4.3)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from deckgen.drawing.model import SLANT, Words
from deckgen.fonts.shaper import Cluster, Fit, Glyph, Mark
from deckgen.write.pdf import syntax
from deckgen.write.pdf.content import Content
from deckgen.write.pdf.fonts import Face


class Place(Struct, frozen=True):
    """Where a stretch of glyphs begins, and how it comes to its width; `told`: what it says is told around it, `end`:
    a space follows."""

    words: Words
    x: float
    y: float
    fit: Fit
    told: bool
    end: bool

    @property
    def spread(self) -> float:
        """What is put after every cluster, before letters are stretched."""
        return self.fit.spacing / self.fit.stretch


class Line:
    """Shows glyphs by TJ, broken off where the meaning of some must be told.

    Marks on letters are drawn as paths: programs that find words by where glyphs stand would take them for letters
    that are out of place. Their letter's code means both.
    """

    def __init__(self, content: Content, face: Face, place: Place) -> None:
        self._content, self._face, self._place = content, face, place
        self._parts: list[str] = []
        self._codes = ""
        self._back = 0.0
        self._thousand = 1000 / face.upem
        self._marks: list[tuple[float, Mark]] = []

    def show(self, clusters: Sequence[Cluster]) -> None:
        """All of them, from left to right."""
        face, place = self._face, self._place
        pen = place.x
        for cluster in clusters:
            # Who takes text off a page turns what runs to the left round, sign by sign: so are a letter and its marks.
            meant = cluster.text[::-1] if cluster.marks and place.words.rtl else cluster.text
            code = face.code(cluster.glyphs[0].gid, meant) if len(cluster.glyphs) == 1 else None
            if code is not None:
                self._glyph(cluster.glyphs[0], code, spread=cluster.advance != 0)
            else:
                self._told(cluster)
            if cluster.marks:
                self._marks += [(pen, mark) for mark in cluster.marks]
            pen += cluster.advance / face.upem * place.words.size * place.fit.stretch
            pen += place.fit.spacing if cluster.advance else 0
        if place.end and (space := face.space()) is not None:
            self._show(space)
        self._flush()
        self._draw_marks()

    def _told(self, cluster: Cluster) -> None:
        """Glyphs whose meaning stands around them."""
        if not self._place.told:
            self._flush()
            self._content.put(f"/Span <</ActualText {syntax.text_string(cluster.text)}>> BDC")
        for number, glyph in enumerate(cluster.glyphs, 1):
            spread = number == len(cluster.glyphs) and cluster.advance != 0
            self._glyph(glyph, self._face.shown(glyph.gid, cluster.text), spread=spread)
        if not self._place.told:
            self._flush()
            self._content.put("EMC")

    def _glyph(self, glyph: Glyph, code: int, *, spread: bool) -> None:
        """A glyph, with space after it or none: Tc is put after every code."""
        size, thousand = self._place.words.size, self._thousand
        if glyph.y:
            self._flush()
            self._content.put(f"{syntax.num(glyph.y * size / self._face.upem)} Ts")
        self._back -= glyph.x * thousand
        self._show(code)
        self._back += self._face.width(glyph.gid) + (glyph.x - glyph.advance) * thousand
        if not spread:
            self._back += self._place.spread * 1000 / size
        if glyph.y:
            self._flush()
            self._content.put("0 Ts")

    def _show(self, code: int) -> None:
        """A glyph where the pen is, which TJ moves back by thousandths of an em."""
        if abs(self._back) >= 0.05:
            if self._codes:
                self._parts.append(f"<{self._codes}>")
                self._codes = ""
            self._parts.append(f"{self._back:.1f}".removesuffix(".0"))
        self._back = 0.0
        self._codes += f"{code:04x}"

    def _flush(self) -> None:
        if self._codes:
            self._parts.append(f"<{self._codes}>")
        if abs(self._back) >= 0.05:
            self._parts.append(f"{self._back:.1f}".removesuffix(".0"))
        if self._parts:
            self._content.put(f"[{''.join(self._parts)}] TJ")
        self._codes, self._parts, self._back = "", [], 0.0

    def _draw_marks(self) -> None:
        scale = self._place.words.size / self._face.upem
        lean = scale * SLANT if self._place.words.slanted else 0
        for pen, mark in self._marks:
            outline = self._face.outline(mark.gid)
            if outline:
                wide = scale * self._place.fit.stretch
                x, y = pen + mark.x * wide, self._place.y + mark.y * scale
                self._content.no_text()
                self._content.put(
                    f"q {syntax.fine(wide)} 0 {syntax.fine(lean)} {syntax.fine(scale)} {syntax.nums(x, y)} cm"
                )
                self._content.put(f"{outline} f Q")
