"""Lists: bulleted paragraphs as a list with lists in it (ISO 32000-1, 14.8.4.3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from deckgen.drawing.lines import Piecewise
from deckgen.drawing.model import Element, Mark, Words


class Item(Struct, frozen=True):
    """A paragraph set: its number in its box, its level, its bullet, its words, and these by what they mean."""

    number: int
    level: int
    bullet: Words | None
    words: Piecewise
    children: tuple[Element | Mark, ...]


def nested(items: Sequence[Item], node: str) -> Element:
    """The items as a list; deeper ones are a list within the item before them."""
    level = min(item.level for item in items)
    found: list[Element] = []
    start = 0
    while start < len(items):
        stop = start + 1
        while stop < len(items) and items[stop].level > level:
            stop += 1
        found.append(_item(items[start], items[start + 1 : stop], node))
        start = stop
    return Element(role="L", children=tuple(found))


def _item(item: Item, within: Sequence[Item], node: str) -> Element:
    label = () if item.bullet is None else (Element(role="Lbl", children=(item.bullet,)),)
    deeper = (nested(within, node),) if within else ()
    body = Element(role="LBody", children=(*item.children, *deeper))
    return Element(role="LI", children=(*label, body), node=node, paragraph=item.number)
