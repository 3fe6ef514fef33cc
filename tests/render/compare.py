"""A laid-out slide held against its printed page: what differs, in words.

Every line that the scene has measured must stand on the page with the same words at the same place, and
the page may hold nothing else than the layout's wordmark, the slide's number and the bullets.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from deckgen.brand.model import Layout
from deckgen.fonts.measure import Measurer
from deckgen.layout.column import LOWERED_SHARE
from deckgen.scene import Chart, Group, Line, Node, Slide, Table, TextBox
from deckgen.units import Rect, to_pt
from tests.render.chart_words import chart_differs
from tests.render.office_lines import office_lines
from tests.render.pdf import Glyph, Page

BASELINE, BASELINE_SHARE = 1.0, 0.01
"""How far a drawn baseline may be from the measured one: a point, and this share of the size. The
renderers' seats differ by up to 0.8 for text and 2.7 at 192 points, and the scene stands between them
(design/NATIVE.md 4)."""
LINK_SHARE = 0.02
"""The share for a line that is a link: LibreOffice 7.4 sets a line of one field as if its spacing were 100 per cent."""
EDGE = 1.0
"""How far, in points, a drawn line may begin from where it was measured."""
SLACK = 3.0
"""What a drawn line may be wider than measured: tracking and the rounding to 600 dpi (NATIVE.md 6)."""
NUMBER = (838, 492, 912, 530)
"""Where the slide's number stands (design/KINDS.md), generously."""


class Sheet(NamedTuple):
    """A slide as it should be printed: its scene, its layout, its number, the bullets of its lists."""

    slide: Slide
    layout: Layout
    number: int
    bullets: Collection[str]


def text_boxes(nodes: Iterable[Node]) -> Iterator[TextBox]:
    """The text boxes among `nodes`, those in groups too, and the cells of tables."""
    for node in nodes:
        if isinstance(node, TextBox):
            yield node
        elif isinstance(node, Group):
            yield from text_boxes(node.nodes)
        elif isinstance(node, Table):
            yield from cell_boxes(node)


def cell_boxes(table: Table) -> Iterator[TextBox]:
    """The cells of a table that hold words, as boxes: within their margins, and as high as their rows."""
    y = table.rect.y
    for r, row in enumerate(table.rows):
        x = table.rect.x
        for c, (width, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            if cell.paragraphs:
                wide = sum(table.columns[c : c + cell.columns]) - cell.left - cell.right
                high = sum(spanned.height for spanned in table.rows[r : r + cell.rows])
                yield TextBox(
                    name=f"{table.name}[{r}][{c}]",
                    rect=Rect(x + cell.left, y, wide, high),
                    paragraphs=cell.paragraphs,
                    lines=cell.lines,
                    style=cell.style,
                )
            x += width
        y += row.height


def differences(sheet: Sheet, page: Page, measurer: Measurer) -> list[str]:
    """What differs between a slide of the scene and its page, [] when nothing does."""
    left = list(page.glyphs)
    found: list[str] = []
    for box in text_boxes(sheet.slide.nodes):
        lines = _lines(box, sheet.layout, measurer)
        for line in lines:
            drawn = _on_line(left, line, _shifts(box, line), _tolerance(box, line))
            left = [g for g in left if g not in drawn]
            found += _line_differs(box, line, drawn)
            left = _without_bullet(left, line, sheet.bullets)
        found += [*_outside(box, box.lines), *_outside(box, lines)]
    for chart in (node for node in sheet.slide.nodes if isinstance(node, Chart)):
        left, missed = chart_differs(chart, left)
        found += missed
    left = _without_number(_without_wordmark(left, sheet.layout), sheet.number)
    if left:
        found.append(f"drawn but not in the scene: {_read(left)!r} near ({left[0].x:.1f}, {left[0].y:.1f})")
    return [*found, *_off_the_page(page)]


def strays(sheet: Sheet, page: Page) -> list[Glyph]:
    """What is drawn outside of every box: the slide's text boxes, the layout's, the number's place."""
    boxes = [*text_boxes(sheet.slide.nodes), *text_boxes(sheet.layout.nodes)]
    places = [*map(_place, boxes), NUMBER]
    return [g for g in page.glyphs if not any(_inside(g, place) for place in places)]


def _place(box: TextBox) -> tuple[float, float, float, float]:
    rect = box.rect
    return to_pt(rect.x), to_pt(rect.y), to_pt(rect.right), to_pt(rect.bottom)


def _inside(glyph: Glyph, place: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = place
    return left - EDGE <= glyph.x <= right + EDGE and top <= glyph.y <= bottom + EDGE


def _lines(box: TextBox, layout: Layout, measurer: Measurer) -> tuple[Line, ...]:
    for placeholder in layout.placeholders:
        if box.placeholder and placeholder.idx == box.placeholder.idx:
            return office_lines(box, placeholder, measurer)
    return box.lines


def _tolerance(box: TextBox, line: Line) -> float:
    paragraph = box.paragraphs[line.paragraph]
    linked = any(run.link and line.text.strip() in run.text for run in paragraph.runs)
    lowered = sum(any(run.baseline < 0 for run in p.runs) for p in box.paragraphs[: line.paragraph + 1])
    share = (LINK_SHARE if linked else BASELINE_SHARE) + lowered * LOWERED_SHARE  # LibreOffice makes such lines higher
    return BASELINE + share * (paragraph.style or box.style).size


def _shifts(box: TextBox, line: Line) -> frozenset[float]:
    """How far above the line's baseline its runs stand, in points: raised and lowered ones have their own."""
    paragraph = box.paragraphs[line.paragraph]
    size = (paragraph.style or box.style).size
    return frozenset({0.0, *(run.baseline / 100_000 * size for run in paragraph.runs)})


def _on_line(glyphs: Sequence[Glyph], line: Line, shifts: Collection[float], tolerance: float) -> list[Glyph]:
    x, width = to_pt(line.x), to_pt(line.width)
    baselines = [to_pt(line.baseline) - shift for shift in shifts]
    near = [g for g in glyphs if x - SLACK <= g.x < x + width + SLACK]
    return sorted((g for g in near if any(abs(g.y - b) <= tolerance for b in baselines)), key=lambda g: g.x)


def _line_differs(box: TextBox, line: Line, drawn: Sequence[Glyph]) -> Iterator[str]:
    wanted = _bare(line.text)
    if not wanted:
        return
    if _read(drawn) != wanted:
        yield f"{box.name}: measured {wanted!r}, drawn {_read(drawn)!r} at y {to_pt(line.baseline):.1f}"
    elif abs(drawn[0].x - to_pt(line.x)) > EDGE:
        yield f"{box.name}: {wanted!r} begins at {drawn[0].x:.2f}, measured {to_pt(line.x):.2f}"


def _outside(box: TextBox, lines: Iterable[Line]) -> Iterator[str]:
    rect = box.rect
    for line in lines:
        wide = box.wrap and line.x + line.width > rect.right + 12_700
        if line.x < rect.x - 12_700 or wide or not rect.y < line.baseline <= rect.bottom:
            yield f"{box.name}: the line {line.text!r} leaves its box"


def _off_the_page(page: Page) -> Iterator[str]:
    for glyph in page.glyphs:
        if not (0 <= glyph.x <= page.width and 0 <= glyph.y <= page.height):
            yield f"off the page: {glyph.text!r} at ({glyph.x:.1f}, {glyph.y:.1f})"


def _without_bullet(glyphs: list[Glyph], line: Line, bullets: Collection[str]) -> list[Glyph]:
    x, baseline = to_pt(line.x), to_pt(line.baseline)
    # LibreOffice lifts a bullet that is smaller than its text.
    return [g for g in glyphs if not (g.text in bullets and x - 25 < g.x < x and abs(g.y - baseline) <= 5)]


def _without_wordmark(glyphs: list[Glyph], layout: Layout) -> list[Glyph]:
    for box in text_boxes(layout.nodes):
        inside = [g for g in glyphs if _inside(g, _place(box))]
        wanted = _bare("".join(p.text for p in box.paragraphs))
        if _read(sorted(inside, key=lambda g: (round(g.y), g.x))) == wanted:
            glyphs = [g for g in glyphs if g not in inside]
    return glyphs


def _without_number(glyphs: list[Glyph], number: int) -> list[Glyph]:
    inside = [g for g in glyphs if _inside(g, NUMBER)]
    return [g for g in glyphs if g not in inside] if _read(inside) == str(number) else glyphs


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _read(glyphs: Iterable[Glyph]) -> str:
    return "".join(g.text for g in glyphs)
