"""A tree of boxes: each below the one it belongs to, or its last level hanging from the level above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from deckgen.layout.attempt import Fill
from deckgen.layout.boxes import BoxStyle, Rank, Words, box_height, boxed
from deckgen.layout.connect import Thread, connect, hang
from deckgen.layout.setter import Page
from deckgen.scene import Connector
from deckgen.units import box, pt

GUTTER = 24
MOST_WIDE = 272
SET_IN = 20
"""How far hanging boxes stand in from the one they hang from."""
LEAST_GAP, MOST_GAP = 16, 44
"""Between levels."""
STACK_GAP = 6
"""Between boxes that hang one below the other."""


class Tree(Struct, frozen=True):
    """A box's words and the boxes below it."""

    words: Words
    below: tuple[Tree, ...] = ()

    @property
    def depth(self) -> int:
        """How many levels there are."""
        return 1 + max((child.depth for child in self.below), default=0)

    @property
    def width(self) -> int:
        """How many boxes stand side by side when each has a column of its own."""
        return max(1, sum(child.width for child in self.below))

    @property
    def line(self) -> str:
        """The name of the line that leads here."""
        return f"line to {self.words.slot}"

    def everybody(self) -> Iterator[Tree]:
        """This and all below it, in reading order."""
        yield self
        for child in self.below:
            yield from child.everybody()


class Area(Struct, frozen=True):
    """Where a tree may stand, in points."""

    left: float
    top: float
    width: float
    foot: float


class Place(Struct, frozen=True):
    """A box of the tree before it has a height: its place across, its width, its level, and if it hangs its number."""

    tree: Tree
    x: float
    w: float
    level: int
    hangs: int | None = None
    parent: str | None = None


def set_tree(
    page: Page, tree: Tree, area: Area, style: BoxStyle, focus: str, *, hanging: bool
) -> list[Fill | Connector]:
    """The boxes and lines of `tree` within `area`; `focus` is the slot of the box on the deep ground.

    With `hanging` the third level hangs from the second. Lines come first, so that they lie below the boxes.
    """
    places = list(_hanging(tree, area) if hanging else _spread(tree, area))
    heights = _heights(page, places, style)
    tops, wanting = _tops(places, heights, area)
    boxes: dict[str, Fill] = {}
    for place in places:
        y = tops[place.level] + (place.hangs or 0) * (heights[place.level] + STACK_GAP)
        slot = place.tree.words.slot
        rect = box(place.x, y, place.w, heights[place.level])
        boxes[slot] = boxed(page, place.tree.words, rect, style, _rank(place, slot == focus))
    if wanting:  # said once, of the box that says most: so many lines too many in all
        slot = max(boxes, key=lambda slot: sum(len(p.text) for p in boxes[slot].paragraphs))
        boxes[slot] = replace(boxes[slot], limit=boxes[slot].limit - pt(wanting))
    return [*_lines(page, places, boxes), *boxes.values()]


def broken_names(page: Page, tree: Tree, area: Area, style: BoxStyle, *, hanging: bool) -> int:
    """How many names would take more than one line, set so."""
    places = _hanging(tree, area) if hanging else _spread(tree, area)
    boxes = [boxed(page, place.tree.words, box(0, 0, place.w, 0), style, "pale") for place in places]
    return sum(page.paragraph_lines(made)[0] > 1 for made in boxes)


def _rank(place: Place, focus: bool) -> Rank:
    return "deep" if focus else ("pale", "stem", "line")[place.level]


def _spread(tree: Tree, area: Area) -> Iterator[Place]:
    """A column for each box of the last level; the others in the middle above theirs."""
    pitch = min(MOST_WIDE + GUTTER, (area.width + GUTTER) / tree.width)
    left = area.left + (area.width - (pitch * tree.width - GUTTER)) / 2
    top, *others = _subtree(tree, left, pitch, 0, None)
    # The top has room beside it.
    width = max(top.w, MOST_WIDE)
    middle = min(max(top.x + top.w / 2, area.left + width / 2), area.left + area.width - width / 2)
    yield replace(top, x=middle - width / 2, w=width)
    # The second level is as wide as each of its boxes has room for above those below it.
    wider = min(MOST_WIDE, min([pitch * child.width for child in tree.below]) - GUTTER)
    for place in others:
        yield replace(place, x=place.x + (place.w - wider) / 2, w=wider) if place.level == 1 else place


def _subtree(tree: Tree, left: float, pitch: float, level: int, parent: str | None) -> Iterator[Place]:
    starts = [left]
    for child in tree.below:
        starts.append(starts[-1] + pitch * child.width)
    inner = [list(_subtree(c, x, pitch, level + 1, tree.words.slot)) for c, x in zip(tree.below, starts, strict=False)]
    inner = _evened(inner)
    x = (inner[0][0].x + inner[-1][0].x) / 2 if inner else left
    yield Place(tree, x, pitch - GUTTER, level, parent=parent)
    for places in inner:
        yield from places


def _evened(inner: list[list[Place]]) -> list[list[Place]]:
    """Boxes side by side, each with those below it: one with none below it stands half-way between its neighbours,
    several of them as far from one another as from these."""
    fixed = [n for n, places in enumerate(inner) if len(places) > 1 or n in (0, len(inner) - 1)]
    made = list(inner)
    for first, last in pairwise(fixed):
        step = (inner[last][0].x - inner[first][0].x) / (last - first)
        for n in range(first + 1, last):
            made[n] = [replace(inner[n][0], x=inner[first][0].x + step * (n - first))]
    return made


def _hanging(tree: Tree, area: Area) -> Iterator[Place]:
    """A column for each box of the second level, with the third in a stack below it."""
    count = len(tree.below)
    pitch = min(MOST_WIDE + GUTTER, (area.width + GUTTER) / count)
    left = area.left + (area.width - (pitch * count - GUTTER)) / 2
    yield Place(tree, area.left + (area.width - MOST_WIDE) / 2, MOST_WIDE, 0)
    for i, child in enumerate(tree.below):
        x = left + pitch * i
        yield Place(child, x, pitch - GUTTER, 1, parent=tree.words.slot)
        for n, leaf in enumerate(child.below):
            yield Place(leaf, x + SET_IN, pitch - GUTTER - SET_IN, 2, hangs=n, parent=child.words.slot)


def _heights(page: Page, places: Sequence[Place], style: BoxStyle) -> list[float]:
    """The height of the boxes of each level: what the one with the most words needs."""
    depth = max(place.level for place in places) + 1
    levels = [[place for place in places if place.level == level] for level in range(depth)]
    return [max(box_height(page, p.tree.words, p.w, style) for p in level) for level in levels]


def _tops(places: Sequence[Place], heights: Sequence[float], area: Area) -> tuple[list[float], float]:
    """Where each level begins, with gaps as wide as there is room for within reason; and how much room is wanting."""
    stacked = max((place.hangs or 0) for place in places)
    used = sum(heights) + stacked * (heights[-1] + STACK_GAP)
    free = (area.foot - area.top - used) / max(1, len(heights) - 1)
    gap = max(LEAST_GAP, min(MOST_GAP, free))
    tops = [area.top]
    for height in heights[:-1]:
        tops.append(tops[-1] + height + gap)
    return tops, max(0, gap - free) * (len(heights) - 1)


def _lines(page: Page, places: Sequence[Place], boxes: dict[str, Fill]) -> list[Connector]:
    thread = Thread(page.setter.brand.surface("paper").color("muted"), pt(0.75))
    made = []
    for place in places:
        if place.parent is None:
            continue
        parent, child = boxes[place.parent], boxes[place.tree.words.slot]
        if place.hangs is not None:
            made.append(hang(place.tree.line, parent, child, thread))
        else:
            made.append(connect(place.tree.line, (parent, "bottom"), (child, "top"), thread))
    return made
