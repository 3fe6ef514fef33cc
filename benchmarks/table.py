"""The table that is printed: what was measured, what must be and what should be."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A line. `value` is held against `must` and `goal`; `more` says that larger is better."""

    what: str
    value: float
    unit: str
    must: float | None = None
    goal: float | None = None
    more: bool = False

    @property
    def verdict(self) -> str:
        """How it stands: goal, must, MISSED; '' where nothing is asked."""
        if self.must is None:
            return ""
        if self.goal is not None and self._meets(self.goal):
            return "goal"
        return "must" if self._meets(self.must) else "MISSED"

    def _meets(self, bound: float) -> bool:
        return self.value >= bound if self.more else self.value <= bound


def print_table(rows: list[Row]) -> None:
    """The rows, aligned."""
    lines = [("what", "measured", "must", "goal", "")]
    lines += [
        (row.what, told(row.value, row.unit), _bound(row, row.must), _bound(row, row.goal), row.verdict) for row in rows
    ]
    widths = [max(len(line[n]) for line in lines) for n in range(5)]
    for line in lines:
        cells = (
            line[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)),
        )
        print("  ".join(cells).rstrip())


def _bound(row: Row, bound: float | None) -> str:
    return "" if bound is None else f"{'≥' if row.more else '≤'} {told(bound, row.unit)}"


def told(value: float, unit: str) -> str:
    """A value with as many digits as it is worth."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f} {unit}"
