"""A list of texts, each with a list below it where wanted."""

from __future__ import annotations

from typing import Any

from deckgen.load.nodes import MapNode, Node, SeqNode
from deckgen.spec.inline import parse_inline
from deckgen.spec.slots import BindContext
from deckgen.spec.text import Item, Text
from deckgen.spec.types.shape import check_count, colon_trap, count_range, report_colon, scalar, sequence
from deckgen.spec.types.text import TEXT_SCHEMA


class ItemsType:
    """`least` to `most` items; lists below them may go `depth` levels down.

    `shown` is the number that the manual gives, where a slide may take more only as several.
    """

    def __init__(self, least: int = 1, most: int | None = None, *, depth: int = 3, shown: int | None = None) -> None:
        self.least, self.most, self.depth = least, most, depth
        self.name = count_range(least, shown or most, "items")

    def bind(self, node: Node, context: BindContext) -> tuple[Item, ...] | None:
        """The items; a wrong number of them, or one that is wrong, refuses the list."""
        found = sequence(node, context, wanted="a list")
        if found is None:
            return None
        counted = check_count(found, len(found.items), self.least, self.most, context)
        items = bind_items(found, context, self.depth)
        return items if counted else None

    def schema(self) -> dict[str, Any]:
        """Texts, or one-key mappings from a text to a list."""
        item: dict[str, Any] = dict(TEXT_SCHEMA)
        for _ in range(self.depth - 1):
            below = {"type": "array", "minItems": 1, "items": item}
            nested = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": below}
            item = {"anyOf": [dict(TEXT_SCHEMA), nested]}
        schema: dict[str, Any] = {"type": "array", "items": item, "minItems": self.least}
        return schema | ({"maxItems": self.most} if self.most is not None else {})

    def count(self, value: tuple[Item, ...]) -> tuple[int, int]:
        """Words and characters of all items."""
        words = characters = 0
        for item in value:
            below = self.count(item.children)
            words += item.text.words + below[0]
            characters += len(item.text.plain) + below[1]
        return words, characters


def bind_items(node: SeqNode, context: BindContext, depth: int) -> tuple[Item, ...] | None:
    """The items of a list, or None when one of them is wrong."""
    found = [bind_item(item, context, depth) for item in node.items]
    items = tuple(item for item in found if item is not None)
    return items if len(items) == len(found) else None


def bind_item(node: Node, context: BindContext, depth: int) -> Item | None:
    """A text, or a text with a list below it (`- Text:` and the list)."""
    if isinstance(node, MapNode):
        return _parent(node, context, depth)
    if isinstance(node, SeqNode) and node.span.line != node.span.end_line:
        context.diags.error(
            "wrong-type",
            node.span,
            "this list has no item above it to belong to",
            hint="end the item above with a colon and write the list below it",
        )
        return None
    found = scalar(node, context, wanted="a text")
    text = parse_inline(found, context) if found else None
    return Item(text) if text else None


def _parent(node: MapNode, context: BindContext, depth: int) -> Item | None:
    if words := colon_trap(node):
        report_colon(node, words, "a text", context)
        return None
    entries = list(node.entries.values())
    if len(entries) != 1 or not isinstance(entries[0].value, SeqNode):
        context.diags.error(
            "wrong-type",
            node.span,
            "an item is a text, or a text with a list below it",
            hint="put a text that holds a colon in quotes",
        )
        return None
    if depth < 2:
        context.diags.error(
            "too-deep", entries[0].value.span, "this list goes too deep", hint="bring its items up a level"
        )
        return None
    text: Text | None = parse_inline(entries[0].key, context)
    children = bind_items(entries[0].value, context, depth - 1)
    return Item(text, children) if text and children is not None else None
