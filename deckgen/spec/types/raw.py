"""Parts of a file that are read later, when it is known for whom."""

from __future__ import annotations

import re
from typing import Any

from deckgen.load.nodes import MapNode, Node, ScalarNode, SeqNode
from deckgen.spec.slots import BindContext, SlotType, article, describe, is_reported
from deckgen.spec.types.shape import mapping


def later(kind: SlotType[Any]) -> SlotType[Node]:
    """The type of a value that is kept as its node, to be bound as `kind` when more is known."""
    return _Later(kind)


class _Later:
    def __init__(self, kind: SlotType[Any]) -> None:
        self.kind = kind
        self.name = kind.name

    def bind(self, node: Node, context: BindContext) -> Node | None:
        """The node."""
        return node

    def schema(self) -> dict[str, Any]:
        """The schema of what it will be."""
        return self.kind.schema()

    def count(self, value: Node) -> tuple[int, int]:
        """Nothing yet."""
        return 0, 0


class SlotsType:
    """Slots of a kind that isn't known here."""

    name = "slots"

    def bind(self, node: Node, context: BindContext) -> MapNode | None:
        """The mapping as it is."""
        if isinstance(node, MapNode):
            return node
        if is_reported(node):
            return None
        context.diags.error(
            "wrong-type",
            node.span,
            f"slots are a mapping of keys to values, not {describe(node)}",
            hint="write {title: Another title}",
        )
        return None

    def schema(self) -> dict[str, Any]:
        """Any object."""
        return {"type": "object"}

    def count(self, value: MapNode) -> tuple[int, int]:
        """Nothing yet."""
        return 0, 0


class NamedSlotsType:
    """Slots under names: variants by audience, defaults by kind."""

    def __init__(self, of: str) -> None:
        self.of = of
        self.name = f"{of}: slots"

    def bind(self, node: Node, context: BindContext) -> MapNode | None:
        """The mapping as it is, if every value is a mapping or empty."""
        example = "points" if self.of == "kind" else "governors"
        given = mapping(
            node,
            context,
            wanted=f"{article(self.of)} and its slots are wanted here",
            hint=f"write {example}: {{title: Another title}}",
        )
        if given is None:
            return None
        wrong = [entry for entry in given.entries.values() if not isinstance(entry.value, MapNode)]
        for entry in [entry for entry in wrong if not is_reported(entry.value)]:
            name = entry.key.text[:40]
            context.diags.error(
                "wrong-type",
                entry.value.span,
                f'under "{name}" stand slots, not {describe(entry.value)}',
                hint=f"write {name}: {{title: …}}",
            )
        return None if wrong else given

    def schema(self) -> dict[str, Any]:
        """An object of objects."""
        return {"type": "object", "additionalProperties": {"type": "object"}}

    def count(self, value: MapNode) -> tuple[int, int]:
        """Nothing yet."""
        return 0, 0


class NodesType:
    """A list whose entries are read one by one; `entry` is their schema."""

    name = "list of entries"

    def __init__(self, entry: dict[str, Any]) -> None:
        self.entry = entry

    def bind(self, node: Node, context: BindContext) -> SeqNode | None:
        """The list as it is."""
        if isinstance(node, SeqNode):
            return node
        if is_reported(node):
            return None
        context.diags.error(
            "wrong-type",
            node.span,
            f"a list is wanted here, not {describe(node)}",
            hint=f"begin each entry on a line of its own with a hyphen and a space{_first_use(node)}",
        )
        return None

    def schema(self) -> dict[str, Any]:
        """An array of entries."""
        return {"type": "array", "items": self.entry}

    def count(self, value: SeqNode) -> tuple[int, int]:
        """Nothing yet."""
        return 0, 0


def _first_use(node: Node) -> str:
    """': - use: welcome', of a text or a mapping that names slides."""
    words = re.split(r"[,;\s]+", node.text.strip()) if isinstance(node, ScalarNode) and not node.is_null else []
    if isinstance(node, MapNode) and not node.entries.keys() & {"use", "kind", "section"}:
        words = list(node.entries)
    named = words and re.fullmatch(r"[\w./-]{1,60}", words[0])
    return f": - use: {words[0].removesuffix('.yaml').removeprefix('slides/')}" if named else ""
