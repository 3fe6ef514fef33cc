"""Table: compares up to four choices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from deckgen.brand.model import Brand, Layout
from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import CLEAR, LEFT, SOURCE_FOOT, WIDTH, Frame
from deckgen.layout.rows import Look, Place, describe, equal_columns, needed_columns, table_part
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.layout.top import below_title
from deckgen.load.nodes import MapNode, SeqNode
from deckgen.spec.grid import Grid, GridCell, arrange, no_numbers
from deckgen.spec.overflow import cuts
from deckgen.spec.slots import BindContext, Spec, optional, required
from deckgen.spec.tables.inline import RowsType as DataRows
from deckgen.spec.text import Text
from deckgen.spec.types import ChoiceType, FlagType, ListOf, NumberType, TextType, WordType
from deckgen.spec.types.data import DataFileType, DataSpec, PickType
from deckgen.spec.types.rows import CellType, RowsType, WrittenRows, WrittenRowsType

TOP, FOOT, HEAD = 108, 456, 46
ROWS = ((58, 12, 2), (46, 6, 2), (46, 2, 2), (42, 0, 2), (34, 0, 4))
"""Heights of rows, what those of several lines have more above and below, and the margin above; best first. The first
two leave as much above the words of a row of several lines as of a single one. The last two are for seven rows, a
source below five, or both a source and a title of two lines: as close as lines of code."""
MOST_COLUMNS, MOST_ROWS, MOST_IN_ALL = 5, 7, 50
HANDOUT = "make it a handout"
CELLS = RowsType(1, MOST_IN_ALL)
CORNER = GridCell(Text(()))
Rows: TypeAlias = tuple[tuple[GridCell, ...], ...]


class TableSpec(Spec):
    """What a table holds."""

    title = required(TextType(), placeholder="title")
    head = optional(
        ListOf(CellType(), 1, MOST_COLUMNS),
        placeholder="table",
        doc="the columns' heads; the first column may go without. With data: other words for its own",
    )
    rows = optional(
        WrittenRowsType(CELLS, MOST_ROWS),
        placeholder="table",
        doc="a list of cells each; {text: …, span: 2} takes two columns, rows: 2 two rows",
    )
    columns = optional(
        ListOf(PickType()), doc="instead of heads: columns by name, each with its format; with data: the wanted ones"
    )
    data = optional(DataFileType(), doc="a CSV file or workbook below the project's folder, instead of rows")
    highlight = optional(TextType(), doc="the column that is the point, by its head")
    widths = optional(
        ListOf(NumberType(1, 20), 2, MOST_COLUMNS),
        doc="the columns' shares of the width; else equal, or as their words need",
    )
    row__heads = optional(FlagType(), True, doc="false: the first column is like the others")
    alt = optional(WordType("a description"), doc="for those who can't see the table; else made from its heads")
    overflow = optional(ChoiceType("split"), doc="split: rows that don't fit go on on a second slide")
    source = optional(TextType(), placeholder="body")

    @classmethod
    def check(cls, spec: TableSpec, context: BindContext) -> bool:
        """The rows must make a grid that a slide has room for, whose columns have heads."""
        rows = _rows(spec, context)
        if rows is None:
            return False
        misfits = arrange(rows, sum(cell.columns for cell in rows[0]))[1]
        for misfit in misfits:
            context.diags.error(misfit.code, misfit.span, misfit.message, hint=misfit.hint)
        spec.values["grid"] = rows
        _check_size(spec, context.diags)
        _check_heads(spec, context.diags)
        for cell in no_numbers(spec.grid):
            message = f'"{cell.text.plain[:40]}" is what a program writes for a figure that it lacks'
            context.diags.error("bad-number", cell.span, message, hint='write the figure, or "–" for none')
        return True

    @property
    def grid(self) -> Grid:
        """Head and rows."""
        rows = self.values["grid"]
        return arrange(rows, sum(cell.columns for cell in rows[0]))[0]

    @property
    def place(self) -> Span:
        """Where the rows stand, or are asked for."""
        return self.at("rows" if self.rows else "data")


def _rows(spec: TableSpec, context: BindContext) -> Rows | None:
    """The head and the rows, as written here or as a file has them; None after reporting what is wrong."""
    if spec.data or spec.columns or (spec.head is None and _names_columns(spec.rows)):
        return _from_data(spec, context)
    for key in ("head", "rows"):
        if not spec.values.get(key):
            hint = f"write {key}:, or data: assets/data/results.csv"
            context.diags.error("missing", spec.span, f'this table has no "{key}"', hint=hint)
    rows = CELLS.bind(spec.rows.node, context) if spec.rows else None
    if not rows or not spec.head:
        return None
    first, heads = (sum(cell.columns for cell in row) for row in (rows[0], spec.head))
    return ((CORNER, *spec.head) if first == heads + 1 else spec.head, *rows)


def _names_columns(rows: WrittenRows | None) -> bool:
    """Whether each row names the columns of its cells: {School: Fell View, Share: 70%}."""
    node = rows.node if rows else None
    first = node.items[0] if isinstance(node, SeqNode) and node.items else None
    return isinstance(first, MapNode) and len(first.entries) > 1


def _from_data(spec: TableSpec, context: BindContext) -> Rows | None:
    """The columns and rows that the slide chooses; those of a file may have other heads."""
    if spec.head and not spec.data:
        message = "this table has both heads and columns"
        context.diags.error("two-choices", spec.at("columns"), message, hint="keep one of the two")
        return None
    values: dict[str, Any] = {key: spec.values[key] for key in ("columns", "data") if key in spec.values}
    if spec.rows:
        values["rows"] = DataRows().bind(spec.rows.node, context)
    chosen = DataSpec(values, spec.spans, spec.span)
    if None not in values.values():
        DataSpec.check(chosen, context)
    if "table" not in chosen.values:
        return None
    heads = tuple(GridCell(column.head) for column in chosen.table.columns)
    rows = tuple(tuple(GridCell(Text(cell.text.runs, cell.span)) for cell in row) for row in chosen.table.rows)
    if spec.head:
        heads = (CORNER, *spec.head) if len(spec.head) == len(heads) - 1 else spec.head
    return (heads, *rows)


def _check_size(spec: TableSpec, diags: Diagnostics) -> None:
    """Report more columns or rows than can be read from the back row, and widths that don't match."""
    rows, columns = len(spec.grid) - 1, len(spec.grid[0])
    if columns > MOST_COLUMNS:
        diags.error(
            "too-many-columns",
            spec.at("head" if spec.head else "data"),
            f"this table has {columns} columns; a slide's holds {MOST_COLUMNS}",
            hint=f"leave some out, or {HANDOUT}",
        )
    if rows > (MOST_IN_ALL if spec.overflow else MOST_ROWS):
        diags.error(
            "wrong-count",
            spec.place,
            f"{rows} rows stand here; wanted: at most {MOST_IN_ALL if spec.overflow else MOST_ROWS}",
            hint=_too_many(spec),
        )
    if spec.widths and len(spec.widths) != columns:
        diags.error(
            "wrong-count",
            spec.at("widths"),
            f"{len(spec.widths)} widths stand here; the table has {columns} columns",
            hint="give each column its share: widths: [2, 1, 1]",
        )


def _too_many(spec: TableSpec) -> str:
    """What to do about rows that a slide has no room for."""
    return f"leave some out, or {HANDOUT}" + ("" if spec.overflow else "; overflow: split goes on on a second slide")


def _check_heads(spec: TableSpec, diags: Diagnostics) -> None:
    """Report columns without a head, and a highlighted one that there is not."""
    grid = spec.grid
    for column, cell in enumerate(grid[0]):
        if isinstance(cell, GridCell) and not cell.text and column:
            diags.error(
                "empty",
                cell.span,
                f"column {column + 1} has no head",
                hint="say what stands in it; only the first column may go without",
            )
    if spec.highlight and _highlighted(spec, grid) is None:
        heads = [cell.text.plain for cell in grid[0] if isinstance(cell, GridCell) and cell.text]
        diags.error(
            "unknown-column",
            spec.at("highlight"),
            f'no column is headed "{spec.highlight.plain[:60]}"',
            hint=did_you_mean(spec.highlight.plain, heads) or f"write one of: {', '.join(heads)}",
        )


def _highlighted(spec: TableSpec, grid: Grid) -> int | None:
    """The number of the column that is the point."""
    wanted = spec.highlight and _bare(spec.highlight)
    for column, cell in enumerate(grid[0]):
        if wanted and isinstance(cell, GridCell) and _bare(cell.text) == wanted:
            return column
    return None


def _bare(text: Text) -> str:
    return " ".join(text.plain.split()).casefold()


@register("table")
class Table(Kind):
    """Compares up to four choices, row by row; one column may be the point. More than that is a handout.

    Figures stand to the right, their decimal points one above the other. A cell may take in its neighbours:
    `{text: Every school, span: 2}` two columns, `{text: …, rows: 2}` two rows; what it takes in isn't written.
    PowerPoint brings in a table as a whole, so there is no build.

    Slots:
        slot       type                                                required  advice  placeholder
        title      text                                                yes       –       title
        head       1 to 5 of: text, or {text, span, rows}              no        –       table
            the columns' heads; the first column may go without. With data: other words for its own
        rows       1–7 rows of cells                                   no        –       table
            a list of cells each; {text: …, span: 2} takes two columns, rows: 2 two rows
        columns    1 or more of: column's name, or {name, as, format}  no        –       –
            instead of heads: columns by name, each with its format; with data: the wanted ones
        data       file, or {file, columns, where, sort, limit}        no        –       –
            a CSV file or workbook below the project's folder, instead of rows
        highlight  text                                                no        –       –
            the column that is the point, by its head
        widths     2 to 5 of: number from 1 to 20                      no        –       –
            the columns' shares of the width; else equal, or as their words need
        row-heads  true or false                                       no        –       –
            false: the first column is like the others
        alt        words                                               no        –       –
            for those who can't see the table; else made from its heads
        overflow   split                                               no        –       –
            split: rows that don't fit go on on a second slide
        source     text                                                no        –       body

    Example:
        kind: table
        title: Three ways to work together
        head: [Partnership, Federation, School Trust]
        rows:
          - [Who is accountable, Each school, One governing body, One trust board]
          - [Shared staff, By goodwill, Possible, By contract]
          - [Shared money, "No", Seldom, "Yes"]
          - [Help in a hard year, If it asks, Usually, Always]
          - [To leave, Any time, By agreement, By agreement]
        highlight: School Trust
    """

    spec = TableSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        table = frame.table("rows", "Table", x=LEFT, y=TOP, w=WIDTH, h=336)
        return (frame.layout("table", "Table", frame.title_top(), table, frame.source(x=LEFT, w=WIDTH)),)

    def split(self, spec: TableSpec) -> Iterator[Sequence[Spec]]:
        head, *rows = spec.values["grid"]
        grid = spec.grid
        if spec.overflow:
            # No slide begins within a cell of several rows.
            for bounds in cuts(
                len(rows), most=MOST_ROWS, allowed=lambda cut: not {"above", "both"} & set(grid[cut + 1])
            ):
                pairs = pairwise(bounds)
                yield tuple(spec.having(grid=(head, *rows[first:end])) for first, end in pairs)

    def attempts(self, spec: TableSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Table")
        equal = equal_columns(WIDTH, spec.widths or (1,) * len(spec.grid[0]))
        yield _attempt(page, spec, equal, *ROWS[0])
        # Slides that a table is split onto have the same columns.
        fixed = spec.widths or spec.overflow
        needed = None if fixed else needed_columns(page, spec.grid, WIDTH, "small")
        for step in ROWS:
            if needed:
                yield _attempt(page, spec, needed, *step)
            if step != ROWS[0]:
                yield _attempt(page, spec, equal, *step)  # the last one: a refusal is about equal columns


def _attempt(page: Page, spec: TableSpec, columns: tuple[float, ...], row: float, air: float, above: float) -> Attempt:
    grid = spec.grid
    title, source = page.fill("title", spec.title), page.fill("source", spec.source)
    foot = SOURCE_FOOT - page.height(source) - CLEAR if source else FOOT
    look = Look(
        style="small",
        row=row,
        air=air,
        top=above,
        bottom=10 - above,
        head=HEAD,
        columns=columns,
        row_heads=spec.row__heads,
        highlight=_highlighted(spec, grid),
    )
    table = table_part(
        page,
        "rows",
        grid,
        look,
        Place(x=LEFT, y=TOP + below_title(page, title), foot=foot),
        alt=spec.alt or describe(grid, page.setter.language, head=True),
        refusal=_too_many(spec),
        span=spec.place,
    )
    return page.attempt(title, table, source)
