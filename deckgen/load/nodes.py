"""What YAML becomes: scalars, sequences and mappings, each with its place in the file.

Scalars stay text. Whether `no` or `1.20` means a word or a value is for the slot that takes it to
say, so an author's spelling is never lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from deckgen.diagnostics import Span


class ScalarNode(Struct, frozen=True, gc=False):
    """A text as written, quotes and block markers resolved.

    `plain` is true for an unquoted scalar; only those can mean null, a number or a truth value.
    `reported` is true for one that stands in for what could not be read: nothing more is said of it.
    """

    text: str
    span: Span
    plain: bool = False
    reported: bool = False

    @property
    def is_null(self) -> bool:
        """Whether the author wrote nothing, `~` or `null`, unquoted."""
        return self.plain and not self.reported and self.text in ("", "~", "null", "Null", "NULL")


class SeqNode(Struct, frozen=True, gc=False):
    """A list."""

    items: tuple[Node, ...]
    span: Span


class Entry(Struct, frozen=True, gc=False):
    """One `key: value` of a mapping."""

    key: ScalarNode
    value: Node


class MapNode(Struct, frozen=True, gc=False):
    """A mapping; keys are unique texts, in the file's order."""

    entries: dict[str, Entry]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value under `key`, or None."""
        entry = self.entries.get(key)
        return entry.value if entry else None


Node: TypeAlias = ScalarNode | SeqNode | MapNode


def scalars(node: Node) -> Iterator[ScalarNode]:
    """Every value within a node that is a scalar, in the file's order; keys are none."""
    if isinstance(node, ScalarNode):
        yield node
        return
    for below in [entry.value for entry in node.entries.values()] if isinstance(node, MapNode) else node.items:
        yield from scalars(below)
