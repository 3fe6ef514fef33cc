"""Tabular data: rows in the slide, or a file with a choice of its columns and rows.

A kind that shows data takes its slots from `DataSpec` and reads `spec.table`:

    class TableSpec(DataSpec):
        title = required(TextType(), placeholder="title")

    spec.table.columns, spec.table.rows, spec.table.series
"""

from __future__ import annotations

from typing import Any, ClassVar, cast

from deckgen.diagnostics import Span
from deckgen.load.nodes import Node, ScalarNode, SeqNode
from deckgen.spec.choice import LITERAL, Choice, Condition, Pick
from deckgen.spec.data import Data
from deckgen.spec.numbers import Mark
from deckgen.spec.sheet import SheetFile
from deckgen.spec.slots import BindContext, Spec, bind, optional, required
from deckgen.spec.tables.choose import choose
from deckgen.spec.tables.inline import RowsType, inline_sheet
from deckgen.spec.types.formats import FormatType
from deckgen.spec.types.lists import ListOf, spec_schema
from deckgen.spec.types.names import Name, NameType
from deckgen.spec.types.shape import mapping, scalar
from deckgen.spec.types.text import TextType
from deckgen.spec.types.values import ChoiceType, NumberType
from deckgen.spec.variables import AnyVariables, protect

_SCALAR = {"type": ["string", "number", "boolean"]}


class ColumnSpec(Spec):
    """A column that is wanted."""

    name = required(NameType("a column's name"), doc="as the data has it")
    as_ = optional(TextType(), doc="what the slide calls it")
    format = optional(FormatType(), doc="how its numbers are shown: number:1, percent, currency:GBP, date:short")


class PickType:
    """A column by its name, or with what the slide calls it and how its numbers are shown."""

    name = "column's name, or {name, as, format}"

    def bind(self, node: Node, context: BindContext) -> Pick | None:
        """The column that is wanted."""
        if isinstance(node, ScalarNode) and not node.is_null:
            return None if node.reported else Pick(name=node.text.strip(), span=node.span)
        spec = bind(ColumnSpec, node, context, what="column")
        if spec is None:
            return None
        shown, span = spec.format or (None, None)
        return Pick(name=spec.name.text.strip(), span=spec.name.span, head=spec.as_, format=shown, format_span=span)

    def schema(self) -> dict[str, Any]:
        """A name or an object."""
        return {"anyOf": [dict(_SCALAR), spec_schema(ColumnSpec)]}

    def count(self, value: Pick) -> tuple[int, int]:
        """The words of its head."""
        words = value.head.plain if value.head else value.name
        return len(words.split()), len(words)


class WhereType:
    """What rows have to hold: {Phase: primary}, {Phase: [primary, special]}, {2026: ">= 50"}."""

    name = "{column: words}"

    def bind(self, node: Node, context: BindContext) -> tuple[Condition, ...] | None:
        """The conditions, all of which have to hold."""
        given = mapping(
            node, context, wanted="columns and what they hold are wanted here", hint="write {Phase: primary}"
        )
        if given is None:
            return None
        found = [_condition(entry.key, entry.value, context) for entry in given.entries.values()]
        sound = tuple(one for one in found if one is not None)
        return sound if len(sound) == len(found) else None

    def schema(self) -> dict[str, Any]:
        """An object of words."""
        return {
            "type": "object",
            "additionalProperties": {"anyOf": [dict(_SCALAR), {"type": "array", "items": dict(_SCALAR)}]},
        }

    def count(self, value: tuple[Condition, ...]) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


def _condition(key: ScalarNode, value: Node, context: BindContext) -> Condition | None:
    items = value.items if isinstance(value, SeqNode) else (value,)
    words = [_words(item, context) for item in items]
    open_ = isinstance(context.variables, AnyVariables) and any(
        "{{" in one.text for one in items if isinstance(one, ScalarNode)
    )
    if None not in words and open_:
        return Condition(key.text, key.span, ())  # names stand in for values to come: nobody knows which rows hold them
    sound = tuple(one for one in words if one is not None)
    return Condition(key.text, key.span, sound) if len(sound) == len(words) and sound else None


def _words(node: Node, context: BindContext) -> tuple[str, Span] | None:
    """What cells hold, variables filled in. A sign is the author's: in what a variable gives there is none."""
    found = scalar(node, context, wanted="what the cells hold")
    if found is None:
        return None
    if "{{" not in found.text:
        return found.text, found.span
    protected = protect(found.text, found, "", context)
    filled = protected.fill(protected.text)
    return (
        (LITERAL + filled if found.text.lstrip().startswith("{{") else filled, found.span) if protected.sound else None
    )


class DataFileSpec(Spec):
    """A file with data, and what is taken of it."""

    file = required(NameType("a file"), doc="path below the project's folder: assets/data/results.csv")
    sheet = optional(NameType("a sheet's name"), doc="of a workbook; without it the first")
    columns = optional(ListOf(PickType()), doc="the columns in their order; without it all of them")
    where = optional(WhereType(), doc="what rows have to hold")
    sort = optional(ListOf(NameType("a column's name")), doc="columns; with a hyphen before it, falling: -2026")
    limit = optional(NumberType(1, 1000, whole=True), doc="only so many rows")
    decimal = optional(ChoiceType(".", ","), doc="the mark before decimals, where the file doesn't tell")


class DataFileType:
    """A file, or {file, sheet, columns, where, sort, limit}."""

    name = "file, or {file, columns, where, sort, limit}"

    def bind(self, node: Node, context: BindContext) -> DataFileSpec | None:
        """The file and what is taken of it; nothing is read yet."""
        if not isinstance(node, ScalarNode) or node.is_null:
            return bind(DataFileSpec, node, context, what="file of data")
        if node.reported:
            return None
        return DataFileSpec({"file": Name(node.text, node.span)}, {"file": node.span}, node.span)

    def schema(self) -> dict[str, Any]:
        """A path or an object."""
        return {"anyOf": [{"type": "string"}, spec_schema(DataFileSpec)]}

    def count(self, value: DataFileSpec) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


class DataSpec(Spec):
    """A kind's slots for tabular data: `rows` with `columns`, or `data`. `table` is what they give.

    A subclass with `numbers = True` wants numbers in every column but the first.
    """

    numbers: ClassVar[bool] = False

    columns = optional(ListOf(PickType()), doc="names of the columns; with data: the ones that are wanted")
    rows = optional(RowsType(), doc="lists of cells, or mappings of columns to cells")
    data = optional(DataFileType(), doc="a CSV file or workbook below the project's folder")

    @property
    def table(self) -> Data:
        """The data as the slide shows it."""
        return cast("Data", self.values["table"])

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        """Read the data, so that `table` is there; what is wrong with it is reported."""
        data = _read(spec, context, numbers=cls.numbers)
        if data is not None:
            spec.values["table"] = data


def _read(spec: DataSpec, context: BindContext, *, numbers: bool) -> Data | None:
    if spec.data is not None and spec.rows is not None:
        message = "this slide has rows of its own and a file of data"
        context.diags.error("two-datas", spec.at("data"), message, hint="keep one of the two")
        return None
    if spec.data is not None:
        return _from_file(spec, spec.data, context, numbers=numbers)
    if spec.rows is None:
        hint = "write columns: and rows:, or data: assets/data/results.csv"
        context.diags.error("missing", spec.span, "this slide has no data", hint=hint)
        return None
    sheet = inline_sheet(spec.rows, spec.columns, context)
    choice = Choice(span=spec.at("rows"), columns=spec.columns, numbers=numbers)
    return choose(sheet, choice, context) if sheet else None


def _from_file(spec: DataSpec, data: DataFileSpec, context: BindContext, *, numbers: bool) -> Data | None:
    if spec.columns is not None and data.columns is not None:
        message = "the columns are chosen twice: here and under data"
        context.diags.error("two-choices", spec.at("columns"), message, hint="keep one of the two")
        return None
    sheet = context.sheet(SheetFile(data.file.text, data.file.span, data.sheet))
    choice = Choice(
        span=data.span,
        columns=spec.columns if data.columns is None else data.columns,
        where=data.where or (),
        sort=tuple((name.text, name.span) for name in data.sort or ()),
        limit=None if data.limit is None else int(data.limit),
        decimal=cast("Mark | None", data.decimal),
        numbers=numbers,
        file=data.file.text,
    )
    return choose(sheet, choice, context) if sheet else None
