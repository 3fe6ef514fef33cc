"""Words that stand on other words, or off the slide.

Why: layouts are drawn so that this can't happen, but a kind whose boxes depend on the text can get
it wrong, and on a stage nobody can mend it. The hint asks for a report, since it is our bug.
"""

from __future__ import annotations

from itertools import combinations

from deckgen.checks.registry import register
from deckgen.diagnostics import Diagnostics
from deckgen.scene import Deck, TextBox
from deckgen.units import SLIDE, Rect, pt

TOUCH = pt(1)
"""Extents that meet within a point don't overlap: a seat is halfway between two renderers."""
X_HEIGHT, DESCENT = 0.5, 0.2
"""The part of a line that is surely inked, in em above and below its baseline."""


@register("overlap")
def overlap(deck: Deck, diags: Diagnostics) -> None:
    """Report text boxes whose lines overlap or leave the slide."""
    for slide in deck.slides:
        boxes = [(node, inked(node)) for node in slide.nodes if isinstance(node, TextBox) and node.lines]
        for node, ink in boxes:
            if ink.x < -TOUCH or ink.y < -TOUCH or ink.right > SLIDE.w + TOUCH or ink.bottom > SLIDE.h + TOUCH:
                diags.error(
                    "off-slide",
                    node.span,
                    f'"{node.name}" of slide "{slide.id}" runs off the slide',
                    hint="cut the text; and please report it: the kind should have refused it",
                )
        for (one, ink), (other, over) in combinations(boxes, 2):
            if _meet(ink, over):
                diags.error(
                    "overlap",
                    other.span,
                    f'"{other.name}" of slide "{slide.id}" stands on "{one.name}"',
                    hint="cut the text; and please report it: the kind should have refused it",
                )


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
