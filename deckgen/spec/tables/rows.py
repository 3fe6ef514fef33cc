"""Which rows of a table are wanted, and in which order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from deckgen.diagnostics import Span, did_you_mean
from deckgen.spec.choice import LITERAL, Condition
from deckgen.spec.numbers import parse_number
from deckgen.spec.slots import clipped
from deckgen.spec.tables.grid import Grid

if TYPE_CHECKING:
    from decimal import Decimal

_MOST_NAMES = 500
"""So many different words of a column are looked at for what was meant."""

_LIKELY = 6
"""So many rows stand in for those that a variable's value will choose."""

_WANTED = r"(>=|<=|>|<|not\s)?\s*(.*)"
_MEANT = {"=>": ">=", "=<": "<=", "==": "", "=": "", "!=": "not", "<>": "not"}
_SLIPS = "=>|=<|==|=|!=|<>"
_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">": lambda number, limit: number > limit,
    "<": lambda number, limit: number < limit,
    ">=": lambda number, limit: number >= limit,
    "<=": lambda number, limit: number <= limit,
}


def wanted_rows(grid: Grid) -> list[int]:
    """The numbers of the wanted rows in the wanted order; what can't be answered is reported."""
    rows: Sequence[int] = range(len(grid.rows))
    for condition in grid.choice.where:
        rows = _kept(grid, condition, rows)
    for written, span in reversed(grid.choice.sort):
        rows = _sorted(grid, written, span, list(rows))
    return list(rows[: grid.choice.limit])


def _kept(grid: Grid, condition: Condition, rows: Sequence[int]) -> Sequence[int]:
    """The rows that hold what is wanted; that there is none is reported."""
    column = grid.find(condition.name, condition.span)
    if column is None or not rows:
        return rows
    if not condition.wanted:
        return rows[:_LIKELY]
    kept = _chosen(grid, condition, rows, column)
    if not kept:
        _report_none(grid, condition, rows, column)
    return kept


def _chosen(grid: Grid, condition: Condition, rows: Sequence[int], column: int) -> list[int]:
    said = [_said(words) for words, _ in condition.wanted]
    if not any(sign for sign, _ in said):  # as a row of thousands chooses its own
        found = grid.holding([(words, parse_number(words)) for _, words in said], column)
        return sorted(found if isinstance(rows, range) else found.intersection(rows))
    tests = [row_test(words) for words, _ in condition.wanted]
    numbers = grid.numbers(rows, column)
    cells = [grid.rows[row][column].strip() for row in rows]
    return [
        row for row, cell, number in zip(rows, cells, numbers, strict=True) if any(test(cell, number) for test in tests)
    ]


def _report_none(grid: Grid, condition: Condition, rows: Sequence[int], column: int) -> None:
    words, span = condition.wanted[0]
    words = words.removeprefix(LITERAL)
    grid.context.diags.error(
        "no-rows",
        span,
        f'no row has "{clipped(words)}" under "{clipped(condition.name)}"',
        hint=_sign_hint(words) or did_you_mean(words, _first_words(grid, rows, column)),
    )


def _first_words(grid: Grid, rows: Sequence[int], column: int) -> list[str]:
    """The different words of a column, as many as are looked at."""
    found: dict[str, None] = {}
    for row in rows:
        if cell := grid.rows[row][column].strip():
            found[clipped(cell)] = None
        if len(found) == _MOST_NAMES:
            break
    return list(found)


def _sign_hint(wanted: str) -> str | None:
    """How a sign is written that was likely meant, or that a number has to stand behind it."""
    found = re.match(_SLIPS, wanted.strip())
    if found is None:
        signed = re.fullmatch(_WANTED, wanted.strip(), re.DOTALL)
        if signed is None or signed[1] not in _COMPARED or parse_number(signed[2].strip()) is not None:
            return None
        return f'write a number behind {signed[1]}: "{signed[1]} 50"'
    return f'write "{(_MEANT[found[0]] + " " + wanted.strip()[found.end() :].strip()).strip()}"'


def row_test(wanted: str) -> Callable[[str, Decimal | None], bool]:
    """Whether a cell is what is wanted: capitals make no difference, numbers are compared as numbers."""
    sign, words = _said(wanted)
    limit = parse_number(words)
    if sign in _COMPARED:
        compared = _COMPARED[sign]
        return lambda _, number: number is not None and limit is not None and compared(number, limit)
    folded = words.casefold()

    def same(cell: str, number: Decimal | None) -> bool:
        return cell.casefold() == folded or (number is not None and number == limit)

    return (lambda cell, number: not same(cell, number)) if sign == "not" else same


def _said(wanted: str) -> tuple[str, str]:
    """The sign ("" for none) and the words of what is wanted."""
    found = re.fullmatch(_WANTED, wanted.strip(), re.DOTALL)
    assert found is not None  # its last part takes anything
    return (found[1] or "").strip(), found[2].removeprefix(LITERAL).strip()


def _sorted(grid: Grid, written: str, span: Span, rows: list[int]) -> list[int]:
    """The rows by one column: numbers before words, empty cells last whichever way it runs."""
    falling = written.startswith(("-", "−")) and written.strip() not in grid.places
    column = grid.find(written[1:] if falling else written, span)
    if column is None:
        return rows
    numbers = dict(zip(rows, grid.numbers(rows, column), strict=True))
    cells = {row: grid.rows[row][column].strip().casefold() for row in rows}
    counted = [row for row in rows if numbers[row] is not None]
    worded = [row for row in rows if numbers[row] is None and cells[row]]
    empty = [row for row in rows if not cells[row] and numbers[row] is None]
    counted.sort(key=lambda row: numbers[row] or 0, reverse=falling)
    worded.sort(key=lambda row: cells[row], reverse=falling)
    return counted + worded + empty
