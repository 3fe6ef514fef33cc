"""What there is to say of thousands of decks, said once: most of it is the same for every row."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from deckgen.batch.task import Result
from deckgen.diagnostics import Diagnostic, Diagnostics, Note, Severity, Span

DIFFERENT = 20
"""So many rows are told that the same is wrong with; of the others, how many there are."""
_OF_DECK = frozenset({"unknown-audience", "bad-value"})
"""What is said at a row, and is as likely to be mended in the deck: told once for each message."""
ROWS_NAMED = 3
"""So many rows are named that something is said of."""

_Said: TypeAlias = tuple[int, Span, str]
"""A row's number, its place, and what is said of it."""
_Key: TypeAlias = tuple[Severity, str, Span | str]


class _Group(Struct):
    """What is said of one place for some rows: the first of them, and whether it is the same for all."""

    one: Diagnostic
    rows: list[_Said] = field(default_factory=list)
    count: int = 0
    same: bool = True


class Told:
    """Gathers the diagnostics of rows. However many rows there are, what is held stays small.

    What stands at one place of a slide is one thing, whatever words a row has there; what stands in the row itself is
    its own, but for an audience that the deck lacks: that is the deck's fault as well.
    """

    def __init__(self, shown: str) -> None:
        """`shown` is the file of the rows."""
        self._shown = shown
        self._groups: dict[_Key, _Group] = {}
        self._own: dict[str, list[tuple[int, int, Diagnostic]]] = {}
        self._more: Counter[str] = Counter()
        self._rows = self._order = 0

    def add(self, result: Result, span: Span) -> None:
        """What is said of a row that stands at `span`."""
        if result.slides or result.said:  # else it has not been compiled
            self._rows += 1
        self.add_all(result.number, span, result.said)

    def add_all(self, number: int, span: Span, said: Iterable[Diagnostic]) -> None:
        """Diagnostics of the row of this number."""
        for one in said:
            if one.span.file != self._shown:
                self._add_shared(number, span, one, one.span)
            elif one.code in _OF_DECK:
                self._add_shared(number, span, one, one.message)
            else:
                self._add_own(number, one)

    def _add_shared(self, number: int, span: Span, one: Diagnostic, alike: Span | str) -> None:
        group = self._groups.setdefault((one.severity, one.code, alike), _Group(one))
        group.count += 1
        group.same = group.same and one == group.one
        if not group.rows or number < group.rows[0][0]:
            group.one = one  # the same whichever worker was first
        insort(group.rows, (number, span, one.message), key=lambda said: said[0])
        del group.rows[ROWS_NAMED:]

    def _add_own(self, number: int, one: Diagnostic) -> None:
        known = self._own.setdefault(one.code, [])
        self._order += 1
        insort(known, (number, self._order, one), key=lambda said: said[:2])
        if len(known) > DIFFERENT:
            known.pop()
            self._more[one.code] += 1

    def tell(self, diags: Diagnostics) -> None:
        """Add all of it to `diags`, in the rows' order."""
        told = [(group.rows[0][0], 0, self._shared(group)) for group in self._groups.values()]
        for code, known in self._own.items():
            told += known
            if more := self._more[code]:
                number, order, last = known[-1]
                told[-1] = number, order, replace(last, message=f"{last.message}; {more:,} more of this kind")
        for _, _, one in sorted(told, key=lambda found: found[:2]):
            diags.add(one)

    def _shared(self, group: _Group) -> Diagnostic:
        """A diagnostic that says which rows it is about; none is named where it is about all of them."""
        one, others = group.one, group.count - 1
        if others and group.same and group.count == self._rows:
            return replace(one, message=f"{one.message} (in all {group.count:,} rows)")
        if others:
            one = replace(one, message=f"{one.message} (and for {others:,} other row{'' if others == 1 else 's'})")
        if one.span.file == self._shown:
            return replace(one, notes=(*[Note(span, "this row, too") for _, span, _ in group.rows[1:]], *one.notes))
        notes = [Note(span, _row(number, said, group)) for number, span, said in group.rows]
        return replace(one, notes=(*one.notes, *notes))


def _row(number: int, said: str, group: _Group) -> str:
    return f"row {number}" if said == group.one.message else f"row {number}: {said}"
