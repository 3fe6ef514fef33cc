"""Which shape of a slide is which of its other version: by name, by place, by what is in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from deckgen.diff.view import Shape
from deckgen.diff.words import bag, likeness

MOST_SHAPES = 200
"""So many that differ are held against each other on a slide; the rest counts as gone and added."""
_WORN = re.compile(
    r"(place ?holder|text ?box|textfeld|content placeholder|title|subtitle|rectangle|shape|google shape|picture"
    r"|bild|image|table|chart|object|group|custom shape|line|straight connector|freeform)\W*\d*[;\w]*",
    re.IGNORECASE,
)


class Pair(Struct, frozen=True):
    """A shape on both sides, and what it is called."""

    before: Shape
    after: Shape

    @property
    def label(self) -> str:
        """Its name on the side where somebody gave it one."""
        names = [name for name in (self.before.name, self.after.name) if name]
        given = [name for name in names if not _WORN.fullmatch(name)]
        return (given or names or [self.after.kind])[0]


def content(shape: Shape) -> Counter[str]:
    """The words of a shape, its picture and its values."""
    found = Counter(bag(words_of(shape)))
    if shape.picture is not None:
        found[f"picture {shape.picture.content}"] += 3
    if shape.media:
        found[f"film {shape.media}"] += 3
    return found


def words_of(shape: Shape) -> str:
    """All that stands in a shape, a line a paragraph, a cell or a value."""
    said = [shape.body.text]
    if shape.table is not None:
        said += [cell.body.text for _, cells in shape.table.rows for cell in cells]
    if shape.chart is not None:
        said += [*shape.chart.titles, *shape.chart.categories]
        for series in shape.chart.series:
            said += [series.name, *series.values]
    return "\n".join(filter(None, said))


def matched_shapes(before: Sequence[Shape], after: Sequence[Shape]) -> list[Pair]:
    """The shapes that both versions of a slide have, in the order of the second."""
    same = {shape.key: shape for shape in before}
    found = [Pair(same[shape.key], shape) for shape in after if same.get(shape.key) == shape]
    done = {pair.after.key for pair in found}
    left, right = ([s for s in shapes if s.key not in done][:MOST_SHAPES] for shapes in (before, after))
    for rule in (_named, _titles, _places, _equals, _likes, _overlaps):
        pairs = [(score, i, j) for i, a in enumerate(left) for j, b in enumerate(right) if (score := rule(a, b))]
        taken: set[int] = set()
        gone: set[int] = set()
        for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[2])):
            if i not in gone and j not in taken:
                found.append(Pair(left[i], right[j]))
                gone.add(i)
                taken.add(j)
        left = [shape for i, shape in enumerate(left) if i not in gone]
        right = [shape for j, shape in enumerate(right) if j not in taken]
    order = {id(shape): place for place, shape in enumerate(after)}
    return sorted(found, key=lambda pair: order[id(pair.after)])


def _alike(a: Shape, b: Shape) -> bool:
    """Whether one can have become the other: a picture no text."""
    return (
        a.kind == b.kind or {a.kind, b.kind} <= {"text", "shape", "formula"} or {a.kind, b.kind} <= {"picture", "film"}
    )


def _named(a: Shape, b: Shape) -> float:
    """Same names; worn ones, such as "TextBox 3", only where something else agrees, too."""
    if not a.key or a.key != b.key or not _alike(a, b):
        return 0
    if not _WORN.fullmatch(a.name):
        return 2
    return 1 + _likes(a, b) if a.place == b.place or _likes(a, b) or _overlaps(a, b) else 0


def _titles(a: Shape, b: Shape) -> float:
    return float(a.is_title and b.is_title)


def _places(a: Shape, b: Shape) -> float:
    named = a.place is not None and a.place[1] != "0" and a.place == b.place
    return float(named and _alike(a, b))


def _equals(a: Shape, b: Shape) -> float:
    if a.kind == "shape" and b.kind == "shape":
        return float(_overlaps(a, b) > 0.8)
    return float(_alike(a, b) and bool(content(a)) and content(a) == content(b))


def _likes(a: Shape, b: Shape) -> float:
    if not _alike(a, b) or not content(a) or not content(b):
        return 0
    score = likeness(words_of(a), words_of(b)) if not a.picture else float(content(a) == content(b))
    return score if score >= 0.3 else 0


def _overlaps(a: Shape, b: Shape) -> float:
    """How much of both their boxes they have in common, where it is at least a third."""
    if not _alike(a, b):
        return 0
    across = min(a.rect.right, b.rect.right) - max(a.rect.x, b.rect.x)
    down = min(a.rect.bottom, b.rect.bottom) - max(a.rect.y, b.rect.y)
    if across < 0 or down < 0:
        return 0
    common = max(across, 1) * max(down, 1)
    total = max(a.rect.w, 1) * max(a.rect.h, 1) + max(b.rect.w, 1) * max(b.rect.h, 1) - common
    share = common / max(total, 1)
    return share if share > 0.33 else 0
