"""A file of rows that a deck is built for, one deck a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckgen.load.nodes import Node, ScalarNode
from deckgen.spec.slots import BindContext, bind
from deckgen.spec.types.lists import spec_schema
from deckgen.spec.types.names import Name

if TYPE_CHECKING:
    from deckgen.spec.row_file import RowFileSpec


class RowFileType:
    """A file, or {file, where, name, by}. Few decks have one, so what reads it is imported when one does."""

    name = "file, or {file, where, name, by}"

    def bind(self, node: Node, context: BindContext) -> RowFileSpec | None:
        """The file and how its rows are built; nothing is read yet."""
        from deckgen.spec.row_file import RowFileSpec

        if not isinstance(node, ScalarNode) or node.is_null:
            return bind(RowFileSpec, node, context, what="file of rows")
        if node.reported:
            return None
        return RowFileSpec({"file": Name(node.text, node.span)}, {"file": node.span}, node.span)

    def schema(self) -> dict[str, Any]:
        """A path or an object."""
        from deckgen.spec.row_file import RowFileSpec

        return {"anyOf": [{"type": "string"}, spec_schema(RowFileSpec)]}

    def count(self, value: RowFileSpec) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0
