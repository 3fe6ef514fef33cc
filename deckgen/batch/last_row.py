"""What people write below a list, which no row is meant to be: a total, a source."""

from __future__ import annotations

import re

from deckgen.batch.rows import Row
from deckgen.diagnostics import Diagnostics
from deckgen.spec.slots import clipped

_TOTAL = r"(?i)(?:(?:grand|sub)[\s-]?)?totals?|sums?|averages?|mean|median"


class LastRow:
    """The last row that gets a deck."""

    def __init__(self) -> None:
        self._row: Row | None = None

    def note(self, row: Row) -> None:
        """A row that gets a deck."""
        self._row = row

    def warn(self, diags: Diagnostics) -> None:
        """Say so where it looks like no row."""
        filled = [(name, cell) for name, cell in self._row.values.items() if cell] if self._row else []
        if self._row is None or not filled:
            return
        name, cell = filled[0]
        if re.fullmatch(_TOTAL, cell.strip(" :.")):
            what = f'the last row looks like a total ("{clipped(cell)}")'
        elif len(filled) == 1 < len(self._row.values) - 1:
            what = f'the last row is all empty but for "{clipped(cell)}"'
        else:
            return
        hint = f"leave it out: where: {{{name}: not {cell}}}" if re.fullmatch(r"[\w -]{1,30}", cell) else "delete it"
        diags.warning("no-row", self._row.span, f"{what}, and gets a deck", hint=hint)
