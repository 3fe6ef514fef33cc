"""Table: compares up to four choices."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.brand.model import Brand, Layout
from deckgen.diagnostics import Diagnostics, did_you_mean
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import CLEAR, LEFT, SOURCE_FOOT, WIDTH, Frame
from deckgen.layout.rows import Look, Place, describe, equal_columns, table_part
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.layout.top import below_title
from deckgen.spec.grid import Grid, GridCell, arrange, no_numbers
from deckgen.spec.slots import BindContext, Spec, optional, required
from deckgen.spec.text import Text
from deckgen.spec.types import FlagType, ListOf, NumberType, TextType, WordType
from deckgen.spec.types.rows import CellType, RowsType

TOP, FOOT, HEAD = 108, 456, 46
ROWS = ((58, 4), (46, 2), (42, 0))
"""Heights of rows, and what those of several lines have more above and below; best first. The last is
for seven rows, or a source below five."""
MOST_COLUMNS, MOST_ROWS, MOST_IN_ALL = 5, 7, 50
HANDOUT = "make it a handout"
CORNER = GridCell(Text(()))


class TableSpec(Spec):
    """What a table holds."""

    title = required(TextType(), placeholder="title")
    head = required(
        ListOf(CellType(), 1, MOST_COLUMNS),
        placeholder="table",
        doc="the columns' heads; the first column may go without",
    )
    rows = required(
        RowsType(1, MOST_IN_ALL, shown=MOST_ROWS),
        placeholder="table",
        doc="a list of cells each; {text: …, span: 2} takes two columns, rows: 2 two rows",
    )
    highlight = optional(WordType("the head of a column"), doc="the column that is the point, by its head")
    widths = optional(ListOf(NumberType(1, 20), 2, MOST_COLUMNS), doc="the columns' shares of the width; else equal")
    row__heads = optional(FlagType(), True, doc="false: the first column is like the others")
    alt = optional(WordType("a description"), doc="for those who can't see the table; else made from its heads")
    source = optional(TextType(), placeholder="body")

    @classmethod
    def check(cls, spec: TableSpec, context: BindContext) -> None:
        """The rows must make a grid that a slide has room for, whose columns have heads."""
        grid, misfits = arrange([spec.head_row, *spec.rows], spec.width)
        for misfit in misfits:
            context.diags.error(misfit.code, misfit.span, misfit.message, hint=misfit.hint)
        _check_size(spec, context.diags)
        _check_heads(spec, grid, context.diags)
        _check_figures(grid, context.diags)

    @property
    def head_row(self) -> tuple[GridCell, ...]:
        """The heads, with an empty one where the first column has none."""
        first = sum(cell.columns for cell in self.rows[0])
        heads = sum(cell.columns for cell in self.head)
        return (CORNER, *self.head) if first == heads + 1 else self.head

    @property
    def width(self) -> int:
        """How many columns there are."""
        return sum(cell.columns for cell in self.head_row)

    @property
    def grid(self) -> Grid:
        """Head and rows."""
        return arrange([self.head_row, *self.rows], self.width)[0]


def _check_size(spec: TableSpec, diags: Diagnostics) -> None:
    """Report more columns or rows than can be read from the back row, and widths that don't match."""
    if spec.width > MOST_COLUMNS:
        diags.error(
            "too-many-columns",
            spec.at("head"),
            f"this table has {spec.width} columns; a slide's holds {MOST_COLUMNS}",
            hint=f"leave some out, or {HANDOUT}",
        )
    if len(spec.rows) > MOST_ROWS:
        diags.error(
            "wrong-count",
            spec.at("rows"),
            f"{len(spec.rows)} rows stand here; wanted: at most {MOST_ROWS}",
            hint=f"leave some out, or {HANDOUT}",
        )
    if spec.widths and len(spec.widths) != spec.width:
        diags.error(
            "wrong-count",
            spec.at("widths"),
            f"{len(spec.widths)} widths stand here; the table has {spec.width} columns",
            hint="give each column its share: widths: [2, 1, 1]",
        )


def _check_heads(spec: TableSpec, grid: Grid, diags: Diagnostics) -> None:
    """Report columns without a head, and a highlighted one that there is not."""
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
            f'no column is headed "{spec.highlight[:60]}"',
            hint=did_you_mean(spec.highlight, heads) or f"write one of: {', '.join(heads)}",
        )


def _check_figures(grid: Grid, diags: Diagnostics) -> None:
    """Report what programs write for a figure that they lack."""
    for cell in no_numbers(grid):
        diags.error(
            "bad-number",
            cell.span,
            f'"{cell.text.plain[:40]}" is what a program writes for a figure that it lacks',
            hint='write the figure, or "–" for none',
        )


def _highlighted(spec: TableSpec, grid: Grid) -> int | None:
    """The number of the column that is the point."""
    wanted = " ".join((spec.highlight or "").split()).casefold()
    for column, cell in enumerate(grid[0]):
        if wanted and isinstance(cell, GridCell) and " ".join(cell.text.plain.split()).casefold() == wanted:
            return column
    return None


@register("table")
class Table(Kind):
    """Compares up to four choices, row by row; one column may be the point. More than that is a handout.

    Figures stand to the right, their decimal points one above the other. A cell may take in its neighbours:
    `{text: Every school, span: 2}` two columns, `{text: …, rows: 2}` two rows; what it takes in isn't written.
    PowerPoint brings in a table as a whole, so there is no build.

    Slots:

    Slots:
        slot       type                                    required  advice  placeholder
        title      text                                    yes       –       title
        head       1 to 5 of: text, or {text, span, rows}  yes       –       table
            the columns' heads; the first column may go without
        rows       1–7 rows of cells                       yes       –       table
            a list of cells each; {text: …, span: 2} takes two columns, rows: 2 two rows
        highlight  words                                   no        –       –
            the column that is the point, by its head
        widths     2 to 5 of: number from 1 to 20          no        –       –
            the columns' shares of the width; else equal
        row-heads  true or false                           no        –       –
            false: the first column is like the others
        alt        words                                   no        –       –
            for those who can't see the table; else made from its heads
        source     text                                    no        –       body

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

    def attempts(self, spec: TableSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Table")
        for row, air in ROWS:
            yield _attempt(page, spec, row, air)


def _attempt(page: Page, spec: TableSpec, row: float, air: float) -> Attempt:
    grid = spec.grid
    title, source = page.fill("title", spec.title), page.fill("source", spec.source)
    foot = SOURCE_FOOT - page.height(source) - CLEAR if source else FOOT
    look = Look(
        style="small",
        row=row,
        air=air,
        head=HEAD,
        columns=equal_columns(WIDTH, spec.widths or (1,) * spec.width),
        row_heads=spec.row__heads,
        highlight=_highlighted(spec, grid),
    )
    table = table_part(
        page,
        "rows",
        grid,
        look,
        Place(x=LEFT, y=TOP + below_title(page, title), foot=foot),
        alt=spec.alt or describe(grid, head=True),
        refusal=f"leave some out, or {HANDOUT}",
        span=spec.at("rows"),
    )
    return page.attempt(title, table, source)
