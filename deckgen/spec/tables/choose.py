"""The data that a slide shows, chosen from a sheet."""

from __future__ import annotations

from deckgen.spec.choice import Choice, Pick
from deckgen.spec.data import Data
from deckgen.spec.sheet import Sheet
from deckgen.spec.slots import BindContext, clipped
from deckgen.spec.tables.columns import read_column
from deckgen.spec.tables.grid import Grid
from deckgen.spec.tables.heads import warn_of_figures
from deckgen.spec.tables.rows import wanted_rows

MAX_ROWS = 1_000
"""More rows than that are a mistake on a slide."""


def choose(sheet: Sheet, choice: Choice, context: BindContext) -> Data | None:
    """The wanted rows and columns of `sheet`, or None after reporting what is wrong with them."""
    before = len(context.diags.errors)
    grid = Grid(sheet, choice, context)
    picks = _picks(grid)
    rows = wanted_rows(grid)
    if len(context.diags.errors) > before or not _check_rows(len(rows), choice, context):
        return None
    if choice.columns is None and choice.file:
        warn_of_figures(grid)
    if sheet.hidden.columns or sheet.hidden.rows:
        _warn_of_hidden(grid, picks, rows)
    columns = [read_column(grid, picks, number, rows) for number in range(len(picks))]
    if len(context.diags.errors) > before:
        return None
    return Data(
        columns=tuple(column for column, _ in columns),
        rows=tuple(zip(*(cells for _, cells in columns), strict=True)),
        span=choice.span,
        file=choice.file,
    )


def _picks(grid: Grid) -> list[tuple[Pick, int]]:
    """The wanted columns with their numbers; those that there are not are reported."""
    wanted = grid.choice.columns
    if wanted is None:
        header = enumerate(grid.sheet.header)
        return [(Pick(name=name, span=grid.sheet.span(-1, number)), number) for number, name in header]
    found = [(pick, grid.find(pick.name, pick.span)) for pick in wanted]
    heads = [pick.head.plain if pick.head else pick.name for pick in wanted]
    for number in (number for number, head in enumerate(heads) if head in heads[:number]):
        message = f'two columns are called "{clipped(heads[number])}"'
        hint = "leave one out, or give it another name: {name: …, as: …}"
        grid.context.diags.error("duplicate-column", wanted[number].span, message, hint=hint)
    return [(pick, number) for pick, number in found if number is not None]


def _warn_of_hidden(grid: Grid, picks: list[tuple[Pick, int]], rows: list[int]) -> None:
    """Warn of what a slide shows though somebody has hidden it in the workbook; what is asked for by name is meant."""
    sheet, span = grid.sheet, grid.choice.span
    seen = [pick.name for pick, number in picks if number not in sheet.hidden.columns]
    for pick, number in picks if grid.choice.columns is None else ():
        if number in sheet.hidden.columns:
            message = (
                f'{sheet.called(-1, number)}the column "{clipped(pick.name)}" is hidden in the workbook, and shown here'
            )
            hint = f"name the columns that are wanted: columns: [{clipped(', '.join(seen))}]"
            grid.context.diags.warning("hidden-column", span, message, hint=hint)
    hidden = [sheet.called(row, 0).removesuffix(": ") for row in rows if row in sheet.hidden.rows]
    if hidden:
        named = ", ".join(hidden[:5]) + (" …" if len(hidden) > 5 else "")
        what = f"{len(hidden)} rows that are" if len(hidden) > 1 else "a row that is"
        hint = "choose rows with where:, or show them in the workbook if they are meant"
        message = f"{what} hidden in the workbook {'are' if len(hidden) > 1 else 'is'} shown here: {named}"
        grid.context.diags.warning("hidden-rows", span, message, hint=hint)


def _check_rows(rows: int, choice: Choice, context: BindContext) -> bool:
    """Whether as many rows can be shown; if not, that is reported."""
    if rows > MAX_ROWS:
        context.diags.error(
            "too-many-rows",
            choice.span,
            f"{rows:,} rows would stand on this slide; at most {MAX_ROWS:,} are taken",
            hint="choose some with where, or the first ones with sort and limit",
        )
    elif not rows:
        context.diags.error("no-rows", choice.span, "there is no row to show", hint="write some below the header")
    return 0 < rows <= MAX_ROWS
