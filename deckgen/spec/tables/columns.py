"""A wanted column with its cells: checked, and shown as its format has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.spec.choice import Pick
from deckgen.spec.clean import clean
from deckgen.spec.data import Cell, Column, Spot, plain_runs
from deckgen.spec.formats import (
    AS_WRITTEN,
    CURRENCY_SIGNS,
    Format,
    Unfit,
    as_day,
    parse_format,
    places_for,
    show_date,
    show_number,
)
from deckgen.spec.numbers import Mark, is_fault, is_no_number, parse_number
from deckgen.spec.slots import clipped
from deckgen.spec.tables.grid import Grid
from deckgen.spec.text import Text
from deckgen.spec.typography import mend, needs_mending

if TYPE_CHECKING:
    from decimal import Decimal

_MAX_REPORTED = 5
"""So many cells of a column are named; the rest are counted."""

_WRITTEN = r"[-−+]?\s?([£€$¥₹]?)\s?([\d.,\s’']+?)\s?([£€]?)\s?(%?)"
_BIG_SHARE = 10


def read_column(grid: Grid, picks: list[tuple[Pick, int]], wanted: int, rows: list[int]) -> tuple[Column, list[Cell]]:
    """The column of number `wanted` among `picks`, and its cells in these rows; mistakes are reported."""
    pick, column = picks[wanted]
    numbers = grid.numbers(rows, column)
    texts = [grid.rows[row][column] for row in rows]
    _check(grid, (pick, column), rows, numbers, all_numbers=grid.choice.numbers and wanted > 0)
    shown, asked = _format(grid, pick, column, texts, numbers)
    numeric = any(number is not None for number in numbers) and not any(
        text and number is None for text, number in zip(texts, numbers, strict=True)
    )
    cells = _cells(grid, (column, rows), numbers, shown if asked else AS_WRITTEN)
    head = pick.head or Text(plain_runs(_mended(pick.name, grid)), pick.span)
    return Column(name=grid.sheet.header[column], head=head, numeric=numeric, format=shown), cells


def _check(
    grid: Grid, picked: tuple[Pick, int], rows: list[int], numbers: list[Decimal | None], *, all_numbers: bool
) -> None:
    """Report what is no number where numbers are wanted, and what programs write for a number they lack."""
    pick, column = picked
    texts = [grid.rows[row][column] for row in rows]
    words = [row for row, text, number in zip(rows, texts, numbers, strict=True) if text and number is None]
    counted = any(number is not None for number in numbers)
    wrong = [row for row in words if is_fault(grid.rows[row][column])]
    if all_numbers or (counted and all(_is_missing(grid.rows[row][column]) for row in words)):
        wrong = words
    for place, row in enumerate(wrong[:_MAX_REPORTED], 1):
        more = f", and {len(wrong) - place} more below it" if place == _MAX_REPORTED < len(wrong) else ""
        text = grid.rows[row][column]
        grid.report(
            "bad-number",
            (row, column),
            f'"{clipped(text)}" is no number{more}',
            hint="leave the cell empty where there is no figure"
            if _is_missing(text)
            else _number_hint(pick, text, grid),
        )


_LACKING = frozenset(
    {"-", "–", "—", "−", ".", "..", "...", "…", "?", "n/a", "na", "n.a.", "nil", "tbc", "supp", "c", "x", "z"}
)
"""What people and offices of statistics write where there is no figure."""


def _is_missing(text: str) -> bool:
    return is_fault(text) or is_no_number(text)


def _number_hint(pick: Pick, text: str, grid: Grid) -> str:
    name = clipped(pick.name)
    if parse_number(text, "," if grid.mark() == "." else ".") is not None:
        mark = "a point" if grid.mark() == "." else "a comma"
        return f"elsewhere in this data {mark} stands before decimals; write the same here"
    if text.strip().lower() in _LACKING:
        return "leave the cell empty where there is no figure"
    if negative := re.fullmatch(r"\(\s*([£€$]?[\d.,]+)\s*\)", text.strip()):
        return f"write -{negative[1]}: brackets mean less than nothing to accountants alone"
    if counted := re.fullmatch(r"([-−]?[\d.,]*\d)\s*([^\W\d]{1,20})", text.strip()):
        return f'write {counted[1]} alone; what is counted goes into the slide: unit: " {counted[2]}"'
    return f'every cell of "{name}" has to be a number or empty; choose other columns with columns: […]'


def _format(
    grid: Grid, pick: Pick, column: int, texts: list[str], numbers: list[Decimal | None]
) -> tuple[Format, bool]:
    """The format of the column with its places filled in, and whether anybody asked for one."""
    found = [number for number in numbers if number is not None]
    kept = grid.sheet.formats.get(column)
    asked = pick.format or (parse_format(kept) if kept and found else None)
    if asked is None:
        return _settled(_written(texts, numbers, grid.mark()), found), False
    if asked.numeric and not found and any(texts):
        grid.context.diags.error(
            "bad-format",
            pick.format_span or pick.span,
            f'no cell of "{clipped(pick.name)}" is a number',
            hint="leave the format out, or choose another column",
        )
    if asked.name == "percent" and pick.format_span and found and "%" not in "".join(texts):
        _check_shares(grid, pick, found)
    return _settled(asked, found), True


def _check_shares(grid: Grid, pick: Pick, found: list[Decimal]) -> None:
    """Warn where the numbers of a column of shares are rather per cents already."""
    if max(abs(number) for number in found) >= _BIG_SHARE and all(abs(n) >= 1 for n in found if n):
        first = next(number for number in found if number)
        wrong = show_number(first, Format("percent"), grid.context.language)
        grid.context.diags.warning(
            "share-of-one",
            pick.format_span or pick.span,
            f'the format percent is for shares of one: "{first}" is shown as {wrong}',
            hint="write percent100 where the numbers are per cents already",
        )


def _settled(format: Format, numbers: list[Decimal]) -> Format:
    """`format` with the places that all of these numbers are shown with."""
    if not format.numeric or format.places is not None:
        return format
    places = max((places_for(format, number) for number in numbers), default=0)
    return Format(format.name, places, format.detail)


def _written(texts: list[str], numbers: list[Decimal | None], mark: Mark) -> Format:
    """The format that the numbers were written in, if it is the same for all of them."""
    found = {_written_format(text, mark) for text, number in zip(texts, numbers, strict=True) if number is not None}
    if Format("number") in found:
        found.discard(AS_WRITTEN)  # 800 beside 1,200
    if len(found) != 1:
        return AS_WRITTEN
    written = found.pop()
    if written.name != "percent":
        return written
    shares = [number.scaleb(2) for number in numbers if number is not None]
    return Format("percent", max(places_for(Format("number"), share) for share in shares))


def _written_format(text: str, mark: Mark) -> Format:
    """'94.2%' is a per cent, '£1,200' a currency, '1,200' a number; anything else is as it is."""
    if text.replace(mark, "", 1).isdigit():
        return AS_WRITTEN
    found = re.fullmatch(_WRITTEN, text.strip())
    if found is None:
        return AS_WRITTEN
    if found[4]:
        return Format("percent")
    sign = found[1] or found[3]
    if sign:
        return Format("currency", None, CURRENCY_SIGNS[sign])
    return AS_WRITTEN if found[2].replace(mark, "", 1).isdigit() else Format("number")


def _cells(grid: Grid, place: tuple[int, list[int]], numbers: list[Decimal | None], format: Format) -> list[Cell]:
    """The cells of a column, shown in a format."""
    (column, rows), sheet = place, grid.sheet
    texts = [sheet.rows[row][column] for row in rows]
    together = "\n".join(texts)
    if "{{" in together and not sheet.marked:
        _warn_braces(grid, column, rows)
    if format.name or sheet.marked or not sheet.plain or "-" in together or needs_mending(together):
        return [_cell(grid, (row, column), number, format) for row, number in zip(rows, numbers, strict=True)]
    return [
        Cell(words=text, number=number, spot=Spot(sheet, row, column))
        for text, number, row in zip(texts, numbers, rows, strict=True)
    ]


def _warn_braces(grid: Grid, column: int, rows: list[int]) -> None:
    """Warn of {{ names }} in a file of data: they would be read out."""
    for row in (row for row in rows if "{{" in grid.rows[row][column]):
        message = f'"{clipped(grid.rows[row][column])}" is shown as it is: a file of data has no variables'
        hint = "write the words, or put the rows into the slide"
        called, span = grid.sheet.called(row, column), grid.sheet.span(row, column)
        grid.context.diags.warning("variable-in-data", span, f"{called}{message}", hint=hint)


def _cell(grid: Grid, place: tuple[int, int], number: Decimal | None, format: Format) -> Cell:
    row, column = place
    spot = Spot(grid.sheet, row, column)
    text = grid.rows[row][column]
    if number is not None and format.numeric:
        return Cell(words=show_number(number, format, grid.context.language), number=number, spot=spot)
    if format.name == "date" and text:
        return Cell(words=_date(grid, place, text, format), number=number, spot=spot)
    if number is not None and text.startswith("-") and grid.context.mend:
        return Cell(words="−" + text[1:], number=number, spot=spot)
    marked = grid.sheet.text(row, column) if grid.sheet.marked else None
    if marked is not None:
        return Cell(words=marked.plain, number=number, spot=spot, marked=marked)
    if not grid.sheet.plain:
        text = clean(text, spot.sheet.span(row, column), grid.context) or ""
    return Cell(words=_mended(text, grid), number=number, spot=spot)


def _date(grid: Grid, place: tuple[int, int], text: str, format: Format) -> str:
    try:
        return show_date(as_day(text, grid.context.language), format.detail, grid.context.language)
    except Unfit as reason:
        grid.report("bad-date", place, str(reason), hint="write year, month and day: 2026-11-24")
        return text


def _mended(text: str, grid: Grid) -> str:
    """`text` with its marks set as those of every text are."""
    context = grid.context
    return mend(text, context.language) if context.mend and needs_mending(text, context.language) else text
