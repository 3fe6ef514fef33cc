"""A layout for text that runs from right to left."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from deckgen.brand.model import Layout, Placeholder
from deckgen.scene import Node, Shape
from deckgen.scene.mirror import is_mark, mirrored, mirrored_align, mirrored_look, mirrored_rect
from deckgen.units import Emu, Rect


def mirrored_layout(layout: Layout) -> Layout:
    """The layout with left and right exchanged; mirrored twice it is itself again."""
    placeholders = tuple([mirrored_placeholder(placeholder) for placeholder in layout.placeholders])
    return replace(layout, placeholders=placeholders, nodes=_nodes(layout.nodes))


def mirrored_placeholder(placeholder: Placeholder) -> Placeholder:
    """The box at the other side; its paragraphs' margins are at the side where lines begin anyway. Code is code."""
    coded = placeholder.style.font == "mono"
    align = placeholder.align if coded else mirrored_align(placeholder.align)
    look = placeholder.look and mirrored_look(placeholder.look)
    return replace(placeholder, rect=mirrored_rect(placeholder.rect), align=align, look=look)


def _nodes(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The layout's art and panels; a mark of several parts keeps their places within it."""
    marks = [node.rect for node in nodes if isinstance(node, Shape) and is_mark(node)]
    if not marks:
        return mirrored(nodes)
    left, right = min(rect.x for rect in marks), max(rect.right for rect in marks)
    shift = mirrored_rect(Rect(left, 0, right - left, 0)).x - left
    return tuple([_moved(old, new, shift) for old, new in zip(nodes, mirrored(nodes), strict=True)])


def _moved(old: Node, new: Node, shift: Emu) -> Node:
    """A part of the mark moved with the others, anything else as mirrored."""
    if not isinstance(old, Shape) or not is_mark(old):
        return new
    return replace(old, rect=replace(old.rect, x=old.rect.x + shift))
