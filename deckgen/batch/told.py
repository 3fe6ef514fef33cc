"""What there is to say of thousands of decks, said once: most of it is the same for every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from deckgen.batch.task import Result
from deckgen.diagnostics import Diagnostic, Diagnostics, Note, Span

DIFFERENT = 20
"""So many different messages of one kind are told; of the others, how many there are."""


class Told:
    """Gathers the diagnostics of rows. However many rows there are, what is held stays small."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._first: dict[Diagnostic, tuple[int, Span]] = {}
        self._count: Counter[Diagnostic] = Counter()
        self._kinds: Counter[str] = Counter()
        self._more: Counter[str] = Counter()

    def add(self, result: Result, span: Span) -> None:
        """What is said of a row that stands at `span`."""
        self.add_all(result.number, span, result.said)

    def add_all(self, number: int, span: Span, said: Iterable[Diagnostic]) -> None:
        """Diagnostics of the row of this number."""
        for one in said:
            if one not in self._first:
                if self._kinds[one.code] >= DIFFERENT:
                    self._more[one.code] += 1
                    continue
                self._kinds[one.code] += 1
                self._first[one] = number, span
            elif number < self._first[one][0]:
                self._first[one] = number, span  # the same whichever worker was first
            self._count[one] += 1

    def tell(self, diags: Diagnostics) -> None:
        """Add all of it to `diags`, in the rows' order."""
        ordered = sorted(self._first.items(), key=lambda found: found[1][0])
        last = {one.code: one for one, _ in ordered}
        for one, (number, span) in ordered:
            more = self._more[one.code] if last[one.code] is one else 0
            diags.add(_for_rows(one, number, span, self._count[one] - 1, more))


def _for_rows(one: Diagnostic, number: int, span: Span, others: int, more: int) -> Diagnostic:
    """A diagnostic that says which rows it is about."""
    message = one.message
    if others:
        message += f" (and for {others:,} other row{'' if others == 1 else 's'})"
    if more:
        message += f"; {more:,} more of this kind"
    if one.span.file == span.file:
        return replace(one, message=message)
    return replace(one, message=message, notes=(*one.notes, Note(span, f"row {number}")))
