"""Names of columns that are likely none: a file without a header gives its first row for it, and that row is lost."""

from __future__ import annotations

import re
from itertools import pairwise

from deckgen.spec.numbers import parse_number
from deckgen.spec.slots import clipped
from deckgen.spec.tables.grid import Grid

_FIRST = frozenset("0123456789-−£$€")
_FIGURE = r"[-−]?[£$€]?\d[\d.,]*%?"
_YEAR = r"(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?"


def warn_of_figures(grid: Grid) -> None:
    """Warn of a header that holds figures, above columns of figures. Years are names, and so are scales: 1, 2, 3 …"""
    heads = [(number, head) for number, head in enumerate(grid.sheet.header) if head[:1] in _FIRST]
    heads = [(number, head) for number, head in heads if _is_figure(head)]
    if not heads or not grid.sheet.rows or _is_scale([head for _, head in heads]):
        return
    first = grid.sheet.rows[0]
    if any(first[number] and parse_number(first[number]) is None for number, _ in heads):
        return
    number, head = heads[0]
    grid.context.diags.warning(
        "header",
        grid.sheet.span(-1, number),
        f'{grid.sheet.called(-1, number)}the first row names the columns: one is called "{clipped(head)}"',
        hint="write a row of names above it, or this one is not shown",
    )


def _is_figure(head: str) -> bool:
    return re.fullmatch(_FIGURE, head) is not None and re.fullmatch(_YEAR, head) is None


def _is_scale(heads: list[str]) -> bool:
    """Whether these are names such as 7, 8, 9: year groups, weeks, ages; or 10%, 25%, 50%; or 9, 8, 7, 6."""
    numbers = [number for head in heads if (number := parse_number(head)) is not None]
    steps = [after - before for before, after in pairwise(numbers)]
    if not steps or len(numbers) < len(heads):
        return False
    if len(steps) == 1:
        return steps[0] > 0 and all(head.isascii() and head.isdecimal() for head in heads)
    return min(steps) > 0 or (steps[0] < 0 and len({*steps}) == 1)
