"""Words as the outlines of their glyphs, for pictures: where they stand is exact then, and no font is looked for.

resvg sets text too, but it joins letters that shall not be, reads fonts anew for each picture and only from the disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import uharfbuzz as hb

from deckgen.drawing.model import SLANT, THICKER, Words
from deckgen.fonts.shaper import placed
from deckgen.ooxml.xml import Xml, el, join
from deckgen.scene import Image
from deckgen.write.svg.faces import Face, Faces
from deckgen.write.svg.marks import num
from deckgen.write.svg.roles import Attributes
from deckgen.write.svg.slide import Painter
from deckgen.write.svg.text import Child, all_words

_POST_UNDERLINE = 8
"""Where the underline's place and breadth stand in the table post (OpenType 1.9)."""


class OutlinePainter(Painter):
    """Draws elements as SVG for a picture: no words, no links, nothing that is read out."""

    def __init__(self, faces: Faces) -> None:
        super().__init__(faces, lambda _: None)
        self._paths: dict[tuple[str, int], str] = {}
        self._pens = hb.DrawFuncs()
        _draw_with(self._pens)

    def group(self, given: Attributes, content: Xml, tag: str = "g") -> Xml:
        """What an element holds."""
        return content

    def text(self, line: Sequence[Child]) -> Xml:
        """The words of inline children."""
        return join(map(self.words, all_words(line)))

    def picture(self, image: Image) -> Image:
        """A vector picture, unless it sets text, for which it would need its own faces: then its twin in pixels."""
        return image.vector if image.vector and b"<text" not in image.vector.data else image

    def words(self, words: Words) -> Xml:
        """Words in their colour."""
        letters = join(self._glyphs(words))
        if words.thickened:
            # Letters are in font units, and so is the line around them.
            breadth = num(THICKER * self.faces.face(words.face).shaper.upem)
            letters = el("g", {"stroke": words.color, "stroke-width": breadth, "stroke-linejoin": "round"}, letters)
        return el("g", {"fill": words.color}, letters, *self._underline(words))

    def _glyphs(self, words: Words) -> Iterator[Xml]:
        face, fit = self.faces.face(words.face), self.faces.fit(words)
        tall = words.size / face.shaper.upem
        wide, lean = tall * fit.stretch, SLANT * tall if words.slanted else 0
        pen = words.x
        for cluster in self.faces.clusters(words):
            for gid, right, up in placed(cluster):
                if path := self._path(words.face, face, gid):
                    x, y = pen + right * wide, words.baseline - up * tall
                    matrix = f"matrix({wide:.7f} 0 {lean:.7f} {-tall:.7f} {num(x)} {num(y)})"
                    yield el("path", {"transform": matrix, "d": path})
            pen += cluster.advance * wide + (fit.spacing if cluster.advance else 0)

    def _path(self, key: str, face: Face, glyph: int) -> str:
        """A glyph's outline in font units, y upwards; "" for a blank."""
        found = self._paths.get((key, glyph))
        if found is None:
            parts: list[str] = []
            face.shaper.font.draw_glyph(glyph, self._pens, parts)
            found = self._paths[key, glyph] = "".join(parts)
        return found

    def _underline(self, words: Words) -> Iterator[Xml]:
        """A line below underlined words, as their face has it."""
        if not words.underline:
            return
        shaper = self.faces.face(words.face).shaper
        table = bytes(shaper.face.reference_table("post").data or b"")[_POST_UNDERLINE : _POST_UNDERLINE + 4]
        top, breadth = (int.from_bytes(table[at : at + 2], "big", signed=True) for at in (0, 2))
        em = words.size / shaper.upem
        box = {
            "x": num(words.x),
            "y": num(words.baseline - top * em),
            "width": num(words.width),
            "height": num(max(breadth * em, 0.5)),
        }
        yield el("rect", box)


def _draw_with(pens: hb.DrawFuncs) -> None:
    """Make `pens` write a path's data, command by command, into a list."""
    pens.set_move_to_func(lambda x, y, to: to.append(f"M{_n(x)} {_n(y)}"))
    pens.set_line_to_func(lambda x, y, to: to.append(f"L{_n(x)} {_n(y)}"))
    pens.set_quadratic_to_func(lambda a, b, x, y, to: to.append(f"Q{_n(a)} {_n(b)} {_n(x)} {_n(y)}"))
    pens.set_cubic_to_func(lambda a, b, c, d, x, y, to: to.append(f"C{_n(a)} {_n(b)} {_n(c)} {_n(d)} {_n(x)} {_n(y)}"))
    pens.set_close_path_func(lambda to: to.append("Z"))


def _n(value: float) -> str:
    return f"{value:g}"
