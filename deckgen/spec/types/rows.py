"""Rows of a table: lists of cells, each a text, nothing, or a text that takes in its neighbours."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from deckgen.load.nodes import MapNode, Node, ScalarNode, SeqNode
from deckgen.spec.grid import GridCell
from deckgen.spec.slots import BindContext, Spec, bind, is_reported, optional, required
from deckgen.spec.tables.inline import RowsType as DataRows
from deckgen.spec.text import Text
from deckgen.spec.types.lists import spec_schema
from deckgen.spec.types.shape import check_count, colon_trap, count_range, sequence, table_hint
from deckgen.spec.types.text import TEXT_SCHEMA, TextType
from deckgen.spec.types.values import NumberType

MOST = 50
"""No table on a slide has more columns or rows than that to span."""


class CountType(NumberType):
    """A whole number from 1 on."""

    def __init__(self) -> None:
        super().__init__(1, MOST)
        self.name = "whole number, 1 or more"

    def bind(self, node: Node, context: BindContext) -> float | None:
        """The number; a fraction is refused."""
        found = super().bind(node, context)
        if found is not None and found != int(found):
            context.diags.error("bad-number", node.span, "a whole number is wanted here", hint="write 2 or 3")
            return None
        return found


class CellSpec(Spec):
    """A cell that takes in its neighbours."""

    text = required(TextType())
    span_ = optional(CountType(), 1, doc="how many columns it takes")
    rows = optional(CountType(), 1, doc="how many rows it takes")


class CellType:
    """A text, "" for an empty cell, or {text, span, rows}."""

    name = "text, or {text, span, rows}"

    def bind(self, node: Node, context: BindContext) -> GridCell | None:
        """The cell."""
        match node:
            case ScalarNode() if not node.reported and (node.is_null or not node.text.strip()):
                return GridCell(Text((), node.span))
            case MapNode() if colon_trap(node) is None or any(key in CellSpec.slots for key in node.entries):
                found = bind(CellSpec, node, context, what="cell")
                return GridCell(found.text, int(found.span_), int(found.rows)) if found else None
            case _:
                text = TextType().bind(node, context)
                return GridCell(text) if text else None

    def schema(self) -> dict[str, Any]:
        """A text, nothing, or an object with spans."""
        return {"anyOf": [dict(TEXT_SCHEMA), {"type": "null"}, spec_schema(CellSpec)]}

    def count(self, value: GridCell) -> tuple[int, int]:
        """Words and characters."""
        return value.text.words, len(value.text.plain)


class RowsType:
    """`least` to `most` rows of cells. A row may be a list, or its first cell with the others below it."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most
        self._cell = CellType()

    def bind(self, node: Node, context: BindContext) -> tuple[tuple[GridCell, ...], ...] | None:
        """The rows in order; one that is wrong refuses them all."""
        found = _listed(node, context)
        if found is None:
            return None
        counted = check_count(found, len(found.items), self.least, self.most, context)
        rows = [self._row(item, context) for item in found.items]
        sound = tuple(row for row in rows if row is not None)
        return sound if counted and len(sound) == len(rows) else None

    def _row(self, node: Node, context: BindContext) -> tuple[GridCell, ...] | None:
        nodes = _cells(node)
        if nodes is None:
            if not is_reported(node):
                context.diags.error("wrong-type", node.span, "a row is a list of cells", hint=_row_hint(node))
            return None
        cells = [self._cell.bind(cell, context) for cell in nodes]
        sound = tuple(cell for cell in cells if cell is not None)
        return sound if len(sound) == len(cells) else None

    def schema(self) -> dict[str, Any]:
        """An array of arrays, or of objects with one key, which is the first cell."""
        cell = self._cell.schema()
        cells = {"type": "array", "items": cell, "minItems": 1}
        named = {"type": "object", "additionalProperties": {"anyOf": [cell, cells]}, "maxProperties": 1}
        return {
            "type": "array",
            "items": {"anyOf": [cells, named]},
            "minItems": self.least,
            "maxItems": self.most,
        }


class WrittenRows(Struct, frozen=True):
    """Rows, not yet read."""

    node: SeqNode | MapNode


class WrittenRowsType:
    """Rows as they are written. Whether they are cells or data for named columns, what stands beside them tells."""

    def __init__(self, rows: RowsType, most: int) -> None:
        self._rows = rows
        self.name = count_range(rows.least, most, "rows of cells")

    def bind(self, node: Node, context: BindContext) -> WrittenRows | None:
        """A list, or a mapping of labels to cells."""
        found = (
            node
            if isinstance(node, MapNode)
            else sequence(node, context, wanted="a list of rows", hint=table_hint(node))
        )
        return WrittenRows(found) if found else None

    def schema(self) -> dict[str, Any]:
        """Rows of cells, or of data."""
        return {"anyOf": [self._rows.schema(), DataRows().schema()]}

    def count(self, value: WrittenRows) -> tuple[int, int]:
        """Nothing yet."""
        return 0, 0


def _listed(node: Node, context: BindContext) -> SeqNode | None:
    """The rows; those of a mapping begin with their labels."""
    if not isinstance(node, MapNode):
        return sequence(node, context, wanted="a list of rows", hint=table_hint(node))
    rows = [MapNode({key: entry}, entry.key.span) for key, entry in node.entries.items()]
    return SeqNode(tuple(rows), node.span)


def _cells(node: Node) -> list[Node] | None:
    """The nodes of a row's cells; `First: [second, third]` is a row as well. None where it is no row."""
    match node:
        case SeqNode() if node.items:
            return list(node.items)
        case MapNode() if len(node.entries) == 1:
            entry = next(iter(node.entries.values()))
            rest: list[Node] = list(entry.value.items) if isinstance(entry.value, SeqNode) else [entry.value]
            return [entry.key, *rest]
        case _:
            return None


def _row_hint(node: Node) -> str:
    words = node.text.strip() if isinstance(node, ScalarNode) and not node.is_null else ""
    for mark in ("|", ";", ","):
        if mark in words and len(words) <= 80:
            cells = [part.strip() for part in words.strip(mark).split(mark)]
            return f"write - [{', '.join(cells)}]"
    return "write - [One, Two, Three]"
