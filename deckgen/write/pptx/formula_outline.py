"""A formula drawn, for programs that know no Office Math: its outlines, in the face that it was measured in."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.fonts.maths_outline import Command, math_outline, math_place
from deckgen.ooxml.xml import Xml, el
from deckgen.scene import Path
from deckgen.scene.math import Formula
from deckgen.scripts import writing_of
from deckgen.units import EMU_PER_PT
from deckgen.write.pptx.path import contour, geometry
from deckgen.write.pptx.pen import Pen, line


def outline(formula: Formula, pen: Pen) -> tuple[Xml, Xml]:
    """`a:custGeom` of the formula in its rect, and the `a:ln` of its boxes and strokes.

    Glyphs and the bars of fractions and roots are contours of their own: they may run round in different ways, and
    where they meet nothing may be left out.
    """
    found, em = math_outline(formula.math), formula.size * EMU_PER_PT
    begin = math_place(formula, rtl=writing_of(pen.language).rtl)

    def path(commands: Sequence[Command]) -> Path:
        placed: list[tuple[str | int, ...]] = []
        for name, *places in commands:
            placed.append((str(name), *[round(begin[n % 2] + float(at) * em) for n, at in enumerate(places)]))
        return Path(formula.rect.w, formula.rect.h, tuple(placed))

    contours = [contour(path(part), stroked=False) for part in (found.filled, found.bars) if part]
    if not found.stroked:
        return geometry(*contours), el("a:ln", None, el("a:noFill"))
    contours.append(contour(path(found.stroked), filled=False))
    return geometry(*contours), line(formula.color, round(found.stroke * em), pen)
