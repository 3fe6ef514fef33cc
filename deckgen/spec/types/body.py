"""Paragraphs and lists, as a body or the notes hold them."""

from __future__ import annotations

from typing import Any

from deckgen.load.nodes import MapNode, Node, ScalarNode, SeqNode
from deckgen.spec.prose import parse_prose
from deckgen.spec.slots import BindContext
from deckgen.spec.text import Block, Item
from deckgen.spec.types.items import bind_item, bind_items
from deckgen.spec.types.shape import check_count, count_range, scalar
from deckgen.spec.types.text import TEXT_SCHEMA


class BodyType:
    """`least` to `most` paragraphs and items, lists below them not counted.

    One text (in a `|` block an empty line begins a paragraph, a hyphen an item), or a list of texts,
    each a paragraph; a list within the list, or below a text that ends in a colon, has bullets.
    """

    def __init__(self, least: int = 1, most: int | None = None) -> None:
        self.least, self.most = least, most
        self.name = count_range(least, most, "paragraphs")

    def bind(self, node: Node, context: BindContext) -> tuple[Block, ...] | None:
        """The paragraphs and items in order."""
        blocks = _sequence(node, context) if isinstance(node, SeqNode) else _text(node, context)
        if blocks is None:
            return None
        outermost = sum(block.level == 0 for block in blocks)
        return blocks if check_count(node, outermost, self.least, self.most, context) else None

    def schema(self) -> dict[str, Any]:
        """A text, or a list of texts and lists."""
        nested = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": {"type": "array"}}
        entry = {"anyOf": [dict(TEXT_SCHEMA), {"type": "array", "items": dict(TEXT_SCHEMA)}, nested]}
        return {"anyOf": [dict(TEXT_SCHEMA), {"type": "array", "minItems": 1, "items": entry}]}

    def count(self, value: tuple[Block, ...]) -> tuple[int, int]:
        """Words and characters of all paragraphs and items."""
        return sum(block.text.words for block in value), sum(len(block.text.plain) for block in value)


def _text(node: Node, context: BindContext) -> tuple[Block, ...] | None:
    found = scalar(node, context, wanted="a text or a list of texts")
    return parse_prose(found, context) if found else None


def _sequence(node: SeqNode, context: BindContext) -> tuple[Block, ...] | None:
    parts = [_entry(entry, context) for entry in node.items]
    sound = [part for part in parts if part is not None]
    return tuple(block for part in sound for block in part) if len(sound) == len(parts) else None


def _entry(node: Node, context: BindContext) -> tuple[Block, ...] | None:
    """The blocks of one entry: paragraphs, a bulleted list, or a paragraph with a list below it."""
    if isinstance(node, ScalarNode):
        return _text(node, context)
    if isinstance(node, SeqNode):
        items = bind_items(node, context, 3)
        return tuple(_bulleted(items, 0)) if items is not None else None
    assert isinstance(node, MapNode)
    item = bind_item(node, context, 4)
    return (Block(item.text), *_bulleted(item.children, 1)) if item else None


def _bulleted(items: tuple[Item, ...], level: int) -> list[Block]:
    """The items of a list and of the lists below, in order."""
    found: list[Block] = []
    for item in items:
        found.append(Block(item.text, bullet=True, level=level))
        found += _bulleted(item.children, level + 1)
    return found
