"""Words that stand on other words, on a picture, table, chart, film or formula, or off the slide.

Why: layouts are drawn so that this can't happen, but a kind whose boxes depend on the text can get
it wrong, and on a stage nobody can mend it. The hint asks for a report, since it is our bug.

Meant are: a panel on a picture or film and what stands on it; the figure in a doughnut's hole; and words on a picture
where a layout has the places of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import hypot

from msgspec import Struct

from deckgen.checks.registry import register_for_slides
from deckgen.diagnostics import Diagnostics
from deckgen.scene import Chart, Formula, Group, Node, Picture, Shape, Slide, Table, TextBox, Video
from deckgen.units import SLIDE, Rect, pt

TOUCH = pt(1)
"""Extents that meet within a point don't overlap: a seat is halfway between two renderers."""
X_HEIGHT, DESCENT = 0.5, 0.2
"""The part of a line that is surely inked, in em above and below its baseline."""


class _Placed(Struct, frozen=True):
    """What may neither hide anything nor be hidden: a node, its extent, and when it is painted."""

    node: Node
    extent: Rect
    turn: int


class _Panel(Struct, frozen=True):
    """Something filled that words may stand on, and when it is painted."""

    rect: Rect
    turn: int


@register_for_slides("overlap")
def overlap(slide: Slide, diags: Diagnostics) -> None:
    """Report what overlaps or leaves the slide."""
    nodes = list(_leaves(slide.nodes))
    placed = [_Placed(node, extent, turn) for turn, node in enumerate(nodes) if (extent := _extent(node))]
    for one in placed:
        if _leaves_slide(one.extent):
            _report("off-slide", one, f'"{one.node.name}" of slide "{slide.id}" runs off the slide', diags)
    for one, other in combinations(placed, 2):
        if _meet(one.extent, other.extent) and not _is_meant(one, other, nodes):
            _report("overlap", other, _said(slide, one, other), diags)


def _leaves(nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes in the order they are painted, groups taken apart."""
    for node in nodes:
        if isinstance(node, Group):
            yield from _leaves(node.nodes)
        else:
            yield node


def _extent(node: Node) -> Rect | None:
    """What of the slide a node takes for itself; None for ornaments."""
    match node:
        case TextBox():
            return inked(node) if node.lines else None
        case Picture() | Video() | Table() | Chart() | Formula():
            return node.rect
        case _:
            return None


def _leaves_slide(extent: Rect) -> bool:
    return extent.x < -TOUCH or extent.y < -TOUCH or extent.right > SLIDE.w + TOUCH or extent.bottom > SLIDE.h + TOUCH


def _said(slide: Slide, one: _Placed, other: _Placed) -> str:
    return f'"{other.node.name}" of slide "{slide.id}" stands on "{one.node.name}"'


def _report(code: str, placed: _Placed, message: str, diags: Diagnostics) -> None:
    hint = "cut the text; and please report it: the kind should have refused it"
    diags.error(code, placed.node.span, message, hint=hint)


def _is_meant(below: _Placed, above: _Placed, nodes: Sequence[Node]) -> bool:
    """Whether the upper of two shall stand on the lower: words may, and nothing else."""
    words = above.node
    if not isinstance(words, TextBox):
        return False
    match below.node:
        case Picture() | Video() as picture:
            return (
                (_is_own_place(picture) and _is_own_place(words))
                or _is_filled(words)
                or any(_holds(panel, below, above) for panel in _panels(nodes))
            )
        case Chart(form="doughnut") as chart:
            return _in_hole(above.extent, chart)
        case _:
            return False


def _is_own_place(node: TextBox | Picture | Video) -> bool:
    """Whether it stands where its layout has its placeholder."""
    return node.placeholder is not None and not node.moved


def _is_filled(node: Node) -> bool:
    if isinstance(node, TextBox):
        return bool(node.look and node.look.fill)
    return isinstance(node, Shape) and node.geometry == "rect" and node.fill is not None


def _panels(nodes: Sequence[Node]) -> Iterator[_Panel]:
    return (_Panel(node.rect, turn) for turn, node in enumerate(nodes) if _is_filled(node))


def _holds(panel: _Panel, below: _Placed, above: _Placed) -> bool:
    """Whether the panel is painted between the two, and all of the upper one stands on it."""
    rect, extent = panel.rect, above.extent
    return (
        below.turn < panel.turn < above.turn
        and rect.x - TOUCH <= extent.x
        and rect.y - TOUCH <= extent.y
        and extent.right <= rect.right + TOUCH
        and extent.bottom <= rect.bottom + TOUCH
    )


def _in_hole(extent: Rect, chart: Chart) -> bool:
    """Whether all of the extent is within a ring's hole."""
    plot = chart.plot
    middle = plot.x + plot.w / 2, plot.y + plot.h / 2
    radius = min(plot.w, plot.h) / 2 * chart.hole / 100 + TOUCH
    corners = [(x, y) for x in (extent.x, extent.right) for y in (extent.y, extent.bottom)]
    return all(hypot(x - middle[0], y - middle[1]) <= radius for x, y in corners)


def inked(box: TextBox) -> Rect:
    """The smallest rect around what is surely inked of a box's lines; all of a box that is drawn, but for what it
    keeps free at its foot (a picture's credit stands there, in the caption's panel)."""
    if box.look and (box.look.fill or box.look.stroke):
        return Rect(box.rect.x, box.rect.y, box.rect.w, box.rect.h - (box.look.inset_bottom or 0))
    left = min([line.x for line in box.lines])
    right = max([line.x + line.width for line in box.lines])
    sizes = {number: (paragraph.style or box.style).size for number, paragraph in enumerate(box.paragraphs)}
    top = min([line.baseline - pt(sizes[line.paragraph] * X_HEIGHT) for line in box.lines])
    foot = max([line.baseline + pt(sizes[line.paragraph] * DESCENT) for line in box.lines])
    return Rect(left, top, right - left, foot - top)


def _meet(one: Rect, other: Rect) -> bool:
    return (
        one.x + TOUCH < other.right
        and other.x + TOUCH < one.right
        and one.y + TOUCH < other.bottom
        and other.y + TOUCH < one.bottom
    )
