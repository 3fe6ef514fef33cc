"""What stands above the names of the columns in a sheet that somebody has made for people."""

from __future__ import annotations

import re
from collections.abc import Sequence

LOOKED_AT = 20
"""So many records at the top of a file may be titles, with the names of the columns and the first row below them."""
_FIGURE = r"[-−+]?\s*[£€$]?\s*(?!(?:19|20)\d\d$)[\d.,]+\s*%?"


def titles(records: Sequence[Sequence[str]]) -> int:
    """How many of a file's first records are titles: of as many cells as the names of the columns, but only the first
    one filled. 0 where the file has but one column, for then nothing tells a title from a name.

    A spreadsheet gives every record the same cells; a text of one column with a stray comma below doesn't, so its
    header is no title. A row with figures other than years doesn't name columns: above it stands a header of few words.
    A single word may be the only name that somebody has given, and the row below it the first of many: it is a title
    where the figures begin only below that row.
    """
    top = records[:LOOKED_AT]
    header = next((number for number, cells in enumerate(top) if any(cells[1:])), 0)
    if not 0 < header < len(top) - 1 or sum(map(bool, top[header])) < 2 or not any(top[header + 1][1:]):
        return 0
    if any(map(_is_figure, top[header])) or any(len(cells) != len(top[header]) for cells in top[:header]):
        return 0
    return 0 if header == 1 and " " not in top[0][0] and not any(map(_is_figure, top[2])) else header


def _is_figure(cell: str) -> bool:
    return re.fullmatch(_FIGURE, cell) is not None
