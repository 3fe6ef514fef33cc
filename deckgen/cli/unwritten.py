"""Files that the system took none of: a full disk is told once, however many files it has cost."""

from __future__ import annotations

from deckgen.cli.report import counted
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.output import NotWritten


class Unwritten:
    """Gathers the refusals of a run that have a cause beyond the file."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str | None], list[NotWritten]] = {}

    def add(self, refusal: NotWritten) -> None:
        """One file more that could not be written."""
        self._found.setdefault((refusal.cause, refusal.hint), []).append(refusal)

    def knows(self, refusal: NotWritten) -> bool:
        """Whether the same has kept a file from being written: then what is deckgen's own goes without saying."""
        return (refusal.cause, refusal.hint) in self._found

    def tell(self, diags: Diagnostics) -> None:
        """Report each cause with the first of its files and how many there are, and forget them."""
        for (cause, hint), refusals in self._found.items():
            first, *others = refusals
            more = f" and {counted(len(others), 'more file')} can't be written: {cause}"
            diags.error(first.code, NOWHERE, f"{first.shown}{more}" if others else first.reason, hint=hint)
        self._found.clear()
