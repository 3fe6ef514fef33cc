"""Rows that stand in the slide itself."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from deckgen.diagnostics import Span, did_you_mean
from deckgen.load.nodes import MapNode, Node, ScalarNode, SeqNode
from deckgen.spec.choice import Pick
from deckgen.spec.exact import exact_value, fact_alone, filled_in, is_filled_in
from deckgen.spec.inline import parse_inline
from deckgen.spec.numbers import Mark, parse_number
from deckgen.spec.sheet import NOTHING
from deckgen.spec.slots import BindContext, clipped, describe, is_reported
from deckgen.spec.tables.index import Index
from deckgen.spec.text import Text
from deckgen.spec.types.shape import scalar, sequence, table_hint

_MAX_REPORTED = 5
_CELL = {"type": ["string", "number", "boolean", "null"]}


class RowNodes(Struct, frozen=True):
    """The rows as nodes, until it is known which columns there are."""

    items: tuple[SeqNode | MapNode, ...]
    span: Span


class RowsType:
    """Rows: lists of cells, mappings of columns to cells, or one mapping of labels to cells."""

    name = "list of rows"

    def bind(self, node: Node, context: BindContext) -> RowNodes | None:
        """The rows; one that is neither a list nor a mapping refuses them."""
        if isinstance(node, MapNode):
            return RowNodes(tuple(_labelled(entry.key, entry.value) for entry in node.entries.values()), node.span)
        found = sequence(node, context, wanted="a list of rows", hint=table_hint(node))
        if found is None:
            return None
        sound = tuple(item for item in found.items if not isinstance(item, ScalarNode))
        for item in found.items:
            if isinstance(item, ScalarNode):
                _report_row(item, context)
        return RowNodes(sound, found.span) if len(sound) == len(found.items) else None

    def schema(self) -> dict[str, Any]:
        """An array of arrays or objects, or an object."""
        cells = {"type": "array", "items": dict(_CELL), "minItems": 1}
        mapping = {"type": "object", "additionalProperties": dict(_CELL)}
        labelled = {"type": "object", "additionalProperties": {"anyOf": [dict(_CELL), cells]}}
        return {"anyOf": [{"type": "array", "items": {"anyOf": [cells, mapping]}, "minItems": 1}, labelled]}

    def count(self, value: RowNodes) -> tuple[int, int]:
        """Nothing yet."""
        return 0, 0


def _labelled(key: ScalarNode, value: Node) -> SeqNode:
    """A row that is written as its label, and its cell or cells."""
    cells = value.items if isinstance(value, SeqNode) else (value,)
    return SeqNode((key, *cells), key.span)


def _report_row(node: ScalarNode, context: BindContext) -> None:
    if not is_reported(node):
        context.diags.error(
            "wrong-type",
            node.span,
            f"a row is wanted here, not {describe(node)}",
            hint="write its cells in square brackets: [Fell View, 70%]",
        )


class InlineCell(Struct, frozen=True):
    """A cell with its Markdown, None for nothing; `exact` is the number behind its words, where they round it."""

    text: Text | None
    span: Span
    exact: str | None = None


class InlineSheet:
    """Rows of a slide, their Markdown and variables read."""

    decimal: Mark | None = None
    hidden = NOTHING
    formats: dict[int, str] = {}
    plain = True
    marked = True
    semicolons = False

    def __init__(self, header: list[str], names: list[Span], cells: list[list[InlineCell]]) -> None:
        """`names` say where the columns are named."""
        self.header, self._names, self._cells = header, names, cells
        self.rows = [[cell.text.plain if cell.text else "" for cell in row] for row in cells]
        self.index = Index(self.rows)
        self.exact = {
            (r, c): cell.exact for r, row in enumerate(cells) for c, cell in enumerate(row) if cell.exact is not None
        }

    def span(self, row: int, column: int) -> Span:
        """The scalar's place."""
        return self._names[column] if row < 0 else self._cells[row][column].span

    def called(self, row: int, column: int) -> str:
        """The place says it all."""
        return ""

    def text(self, row: int, column: int) -> Text | None:
        """The cell with its Markdown."""
        return self._cells[row][column].text


def inline_sheet(rows: RowNodes, picks: tuple[Pick, ...] | None, context: BindContext) -> InlineSheet | None:
    """The sheet of these rows, its columns named by `picks` or by the keys of the rows; None after reporting."""
    names = _names(rows, picks, context)
    if names is None:
        return None
    before = len(context.diags.errors)
    header = [name for name, _ in names]
    cells = [_cells(row, header, context) for row in rows.items]
    if len(context.diags.errors) > before:
        return None
    return InlineSheet(header, [span for _, span in names], cells)


def _names(rows: RowNodes, picks: tuple[Pick, ...] | None, context: BindContext) -> list[tuple[str, Span]] | None:
    """The columns' names and where they stand; None after reporting that there are none, or two of one name."""
    first = rows.items[0] if rows.items else None
    if picks is None and isinstance(first, MapNode):
        return [(name, entry.key.span) for name, entry in first.entries.items()]
    if picks is None:
        context.diags.error(
            "missing", rows.span, "these columns have no names", hint="write columns: [School, 2025, 2026] above rows:"
        )
        return None
    names = [pick.name for pick in picks]
    twice = [pick for number, pick in enumerate(picks) if pick.name in names[:number]]
    for pick in twice:
        message = f'two columns are called "{clipped(pick.name)}"'
        context.diags.error("duplicate-column", pick.span, message, hint="rename one")
    return None if twice else [(pick.name, pick.span) for pick in picks]


def _cells(row: SeqNode | MapNode, header: list[str], context: BindContext) -> list[InlineCell]:
    """The cells of a row in the columns' order; what is wrong with them is reported."""
    if isinstance(row, MapNode):
        for key in (entry.key for name, entry in row.entries.items() if name not in header):
            message = f'there is no column "{clipped(key.text)}"'
            context.diags.error("unknown-column", key.span, message, hint=did_you_mean(key.text, header))
        nodes = [row.get(name) for name in header]
        return [_cell(node, context) if node is not None else InlineCell(None, row.span) for node in nodes]
    if len(row.items) != len(header):
        cells, columns = _counted(len(row.items), "cell"), _counted(len(header), "column")
        context.diags.error(
            "ragged-row",
            row.span,
            f"this row has {cells}, and there are {columns}",
            hint='leave a cell empty with ""; put a cell that holds a comma in quotes',
        )
    return [_cell(node, context) for node in row.items]


def _cell(node: Node, context: BindContext) -> InlineCell:
    if isinstance(node, ScalarNode) and (node.is_null or not (node.text.strip() or node.reported)):
        return InlineCell(None, node.span)
    found = scalar(node, context, wanted="a cell")
    if found is None:
        return InlineCell(None, node.span)
    if is_filled_in(found.text) and not fact_alone(found.text) and filled_in(found, context) == "":
        return InlineCell(None, node.span)  # a row without this figure
    text = parse_inline(found, context)
    alone = fact_alone(found.text)
    exact = exact_value(alone, context) if alone and text else None
    return InlineCell(text, node.span, exact if exact is not None and parse_number(exact) is not None else None)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
