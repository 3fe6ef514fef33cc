"""A chart's words held against its printed page.

Renderers set a chart's labels themselves, so that they stand near where they were measured, not there: LibreOffice
7.4 centres the lines of a label, shows every year where the chart says every other, and turns a long name of an axis
to a second line.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from deckgen.scene import Chart, Line
from deckgen.units import to_pt
from tests.render.pdf import Glyph

ASIDE, APART = 18.0, 12.0
"""How far, in points, a label may stand from where it was measured: across, and down."""


def chart_differs(chart: Chart, glyphs: list[Glyph]) -> tuple[list[Glyph], list[str]]:
    """The glyphs that are none of the chart's, and which of its words are not drawn near their place."""
    found: list[str] = []
    for words in chart.words:
        drawn = nearest(words.line, glyphs)
        if drawn is None and chart.form == "scatter":
            drawn = [g for part in words.line.text.split() for g in _anywhere(chart, part, glyphs)]
        if not drawn:
            found.append(f"{chart.name}: {words.line.text!r} is not drawn near its place")
            continue
        glyphs = [g for g in glyphs if g not in drawn]
    if chart.category_axis and chart.category_axis.skip > 1:
        for category in chart.categories:
            unasked = _anywhere(chart, category, glyphs)
            glyphs = [g for g in glyphs if g not in unasked]
    return glyphs, found


def nearest(line: Line, glyphs: Sequence[Glyph]) -> list[Glyph] | None:
    """The glyphs that say the line nearest to its place, None where none do."""
    x, y, width = to_pt(line.x), to_pt(line.baseline), to_pt(line.width)
    near = [g for g in glyphs if x - ASIDE <= g.x <= x + width + ASIDE and abs(g.y - y) <= APART]
    runs = _runs(line.text, near)
    return min(runs, key=lambda run: abs(run[0].x - x) + abs(run[0].y - y), default=None)


def _anywhere(chart: Chart, text: str, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs within the chart that say `text`; [] where none do."""
    rect = chart.rect
    left, top, right, foot = (
        to_pt(side) - 24 for side in (rect.x, rect.y, rect.right + 600_000, rect.bottom + 600_000)
    )
    return next(iter(_runs(text, [g for g in glyphs if left <= g.x <= right and top <= g.y <= foot])), [])


def _runs(text: str, glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Every run of glyphs on one baseline that says `text`, blanks aside."""
    wanted = "".join(unicodedata.normalize("NFKC", text).split())
    rows: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in sorted(glyphs, key=lambda g: g.x):
        rows[round(glyph.y)].append(glyph)
    found = []
    for row in rows.values():
        for first in range(len(row)):
            said = ""
            for last in range(first, len(row)):
                said += row[last].text
                if said == wanted:
                    found.append(row[first : last + 1])
                if len(said) >= len(wanted):
                    break
    return found
