"""Paints pages for pictures: words as the outlines of their glyphs, so that each stands exactly where it was measured.

PDFium sets text too, but puts every glyph at a whole pixel.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, assert_never

from deckgen.drawing.model import SLANT, THICKER, Element, Inset, Mark, Outline, Page, Raster, Words
from deckgen.fonts.shaper import placed
from deckgen.write.pdf import syntax
from deckgen.write.pdf.content import Content
from deckgen.write.pdf.glyph_pen import GlyphPen, Point
from deckgen.write.png.pixels import Pixels, drawn, pictured_pdf, plain_pdf
from deckgen.write.svg.faces import Face, Faces

if TYPE_CHECKING:
    from pikepdf import Pdf

    from deckgen.write.pdf.pictures import Pictures

_POST_UNDERLINE = 8
"""Where the underline's place and breadth stand in the table post (OpenType 1.9)."""


class Painter:
    """Draws pages as pixels: no links, nothing that is read out."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._paths: dict[tuple[str, int], str] = {}
        self._kept: tuple[Pdf, Pictures] | None = None
        self._content, self._height, self._photo = Content(), 0.0, False

    def pixels(self, page: Page, width: int) -> Pixels:
        """A page, `width` pixels wide."""
        height = max(1, round(width * page.height / page.width))
        self._content, self._photo = Content(), False
        self._content.put(f"{_scaled(width / page.width)} 0 0 {_scaled(height / page.height)} 0 0 cm")
        self._page(page)
        return drawn(self._pdf(self._content.data(), width, height), photo=self._photo)

    def _pdf(self, content: bytes, width: int, height: int) -> bytes:
        if self._kept is not None and (pictures := self._kept[1].of_page()):
            return pictured_pdf(self._kept[0], content, pictures, (width, height))
        return plain_pdf(content, width, height)

    def _page(self, page: Page) -> None:
        self._height = page.height
        self._content.rect(page.background, (0, 0, page.width, page.height))
        self._all(page.elements)

    def _all(self, children: Sequence[Element | Mark]) -> None:
        for child in children:
            if isinstance(child, Element):
                self._all(child.children)
            else:
                self._mark(child)

    def _mark(self, mark: Mark) -> None:
        match mark:
            case Words():
                self._turned(mark)
            case Outline():
                self._content.outline(mark, self._height)
            case Raster():
                self._raster(mark)
            case Inset():
                self._inset(mark)
            case _:
                assert_never(mark)

    def _raster(self, mark: Raster) -> None:
        from pikepdf import Pdf

        from deckgen.write.pdf.pictures import Pictures

        if self._kept is None:
            pdf = Pdf.new()
            self._kept = pdf, Pictures(pdf)
        self._photo |= mark.image.format == "jpeg"
        self._content.picture(mark, self._kept[1].name(mark.image), self._height)

    def _inset(self, mark: Inset) -> None:
        """A page on this one, clipped to its edges."""
        outer = self._height
        self._content.begin_inset(mark, outer)
        self._page(mark.page)
        self._content.restore()
        self._height = outer

    def _turned(self, words: Words) -> None:
        if not words.turn:
            self._words(words)
            return
        self._content.begin_turned(words, self._height)
        self._words(words)
        self._content.restore()

    def _words(self, words: Words) -> None:
        """Words in their colour."""
        content = self._content
        content.set("rg", syntax.rgb(words.color))
        paint = "f"
        if words.thickened:
            content.set("RG", syntax.rgb(words.color))
            # Letters are in font units, and so is the line around them.
            content.set("w", syntax.num(THICKER * self.faces.face(words.face).shaper.upem))
            content.set("j", "1")
            content.set("d", "[] 0")
            paint = "B"
        for matrix, path in self._glyphs(words):
            content.put(f"q {matrix} cm\n{path}\n{paint} Q")
        self._underline(words)

    def _glyphs(self, words: Words) -> Iterator[tuple[str, str]]:
        """The outlines of words, and where each stands."""
        face, fit = self.faces.face(words.face), self.faces.fit(words)
        tall = words.size / face.shaper.upem
        wide, lean = tall * fit.stretch, SLANT * tall if words.slanted else 0
        pen, y = words.x, self._height - words.baseline
        for cluster in self.faces.clusters(words):
            for gid, right, up in placed(cluster):
                if path := self._path(words.face, face, gid):
                    spot = syntax.nums(pen + right * wide, y + up * tall)
                    yield f"{_scaled(wide)} 0 {_scaled(lean)} {_scaled(tall)} {spot}", path
            pen += cluster.advance * wide + (fit.spacing if cluster.advance else 0)

    def _path(self, key: str, face: Face, glyph: int) -> str:
        """A glyph's outline in font units, y upwards; "" for a blank."""
        found = self._paths.get((key, glyph))
        if found is None:
            pen = _Pen()
            face.shaper.font.draw_glyph_with_pen(glyph, pen)
            found = self._paths[key, glyph] = pen.path()
        return found

    def _underline(self, words: Words) -> None:
        """A line below underlined words, as their face has it."""
        if not words.underline:
            return
        shaper = self.faces.face(words.face).shaper
        table = bytes(shaper.face.reference_table("post").data or b"")[_POST_UNDERLINE : _POST_UNDERLINE + 4]
        top, breadth = (int.from_bytes(table[at : at + 2], "big", signed=True) for at in (0, 2))
        em = words.size / shaper.upem
        thick = max(breadth * em, 0.5)
        y = self._height - words.baseline + top * em - thick
        self._content.rect(words.color, (words.x, y, words.width, thick))


class _Pen(GlyphPen):
    """Writes a glyph so that PDFium takes it for no rectangle: it moves those to whole pixels, and l would be as thick
    as that next to i, which is drawn as it is. A contour's first straight line is written as a curve."""

    def lineTo(self, to: Point) -> None:  # noqa: N802
        """Go straight."""
        if self.begun:
            self._put("c", self._at, to, to)
        else:
            super().lineTo(to)


def _scaled(value: float) -> str:
    """A factor: of a font of 2,000 units, none is moved by a thousandth of a point."""
    return f"{value:.7f}"
