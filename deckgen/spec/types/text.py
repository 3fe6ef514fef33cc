"""A text with inline Markdown."""

from __future__ import annotations

from typing import Any

from deckgen.load.nodes import Node
from deckgen.spec.inline import parse_inline
from deckgen.spec.slots import BindContext
from deckgen.spec.text import Text
from deckgen.spec.types.shape import scalar

TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}
"""`no` and `1.20` are texts as well where a text is wanted."""


class TextType:
    """One text: bold, italic, links, super- and subscript, line breaks."""

    name = "text"

    def bind(self, node: Node, context: BindContext) -> Text | None:
        """The paragraph; empty texts are refused."""
        found = scalar(node, context, wanted="a text")
        return parse_inline(found, context) if found else None

    def schema(self) -> dict[str, Any]:
        """Text, or what YAML takes for a number or a truth value."""
        return dict(TEXT_SCHEMA)

    def count(self, value: Text) -> tuple[int, int]:
        """Words and characters."""
        return value.words, len(value.plain)
