"""What people write below a list, which no row is meant to be: a total, a source."""

from __future__ import annotations

import re

from deckgen.batch.rows import Row
from deckgen.diagnostics import Diagnostics
from deckgen.spec.slots import clipped

_TOTAL = r"(?i)(?:(?:grand|sub)[\s-]?)?totals?|sums?|averages?|mean|median"

MOST = 3
"""So many lines below a list are a source and remarks; more are rows."""


class LastRow:
    """The last row that gets a deck, and whether rows are often all empty but for one cell: then that says nothing."""

    def __init__(self) -> None:
        self._row: Row | None = None
        self._bare = 0
        self._usual = False

    def note(self, row: Row) -> None:
        """A row that gets a deck."""
        bare = sum(map(bool, row.values.values())) == 1
        self._usual |= self._bare > 0 and (not bare or self._bare == MOST)
        self._row, self._bare = row, self._bare + 1 if bare else 0

    def warn(self, diags: Diagnostics) -> None:
        """Say so where it looks like no row."""
        filled = [(name, cell) for name, cell in self._row.values.items() if cell] if self._row else []
        if self._row is None or not filled:
            return
        name, cell = filled[0]
        if re.fullmatch(_TOTAL, cell.strip(" :.")):
            what = f'the last row looks like a total ("{clipped(cell)}")'
        elif len(filled) == 1 < len(self._row.values) - 1 and not self._usual:
            what = f'the last row is all empty but for "{clipped(cell)}"'
        else:
            return
        hint = f"leave it out: where: {{{name}: not {cell}}}" if re.fullmatch(r"[\w -]{1,30}", cell) else "delete it"
        diags.warning("no-row", self._row.span, f"{what}, and gets a deck", hint=hint)
