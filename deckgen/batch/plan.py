"""A batch: which rows of a file, for which audiences, under which names. It is gone through twice: once to find what is
wrong with names before anything is built, once to build."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count as count_from
from itertools import repeat
from typing import Protocol

from msgspec import Struct

from deckgen.batch.last_row import LastRow
from deckgen.batch.ledger import Ledger
from deckgen.batch.naming import Names, Template
from deckgen.batch.rows import Row, RowFile
from deckgen.batch.task import Task
from deckgen.batch.where import Where
from deckgen.diagnostics import Diagnostic, Diagnostics, Severity, Span, did_you_mean

AUDIENCE = "audience"
"""The column that picks the audience, in whatever capitals it is written."""


def audience_said(values: Mapping[str, str]) -> str:
    """The audience that a row names; "" for none."""
    if AUDIENCE in values:
        return values[AUDIENCE]
    return next((value for name, value in values.items() if name.casefold() == AUDIENCE), "")


def audience_meant(said: str, known: Iterable[str]) -> str | None:
    """The audience of the deck that a row's words name, as people write them: `Trust members` is `trust-members`. None
    where it has no such one."""
    if said in known:
        return said
    words = _folded(said)
    return next((name for name in known if _folded(name) == words), None)


def _folded(words: str) -> str:
    return re.sub(r"[\W_]+", "-", words.casefold()).strip("-")


_HIDDEN_NAMED = 5


class Sink(Protocol):
    """What takes diagnostics one by one."""

    def add(self, diagnostic: Diagnostic, /) -> None: ...


class Shard(Struct, frozen=True):
    """One of `of` parts of the rows, from 1: for a matrix of CI jobs."""

    number: int = 1
    of: int = 1

    def has(self, row: int) -> bool:
        """Whether the row of this number, from 1, is in it."""
        return (row - 1) % self.of == self.number - 1


class Plan(Struct, kw_only=True):
    """Which rows are built, and as what. `audiences` are those the deck has, `audience` that of rows that name none;
    `by` names the folder that a row's files go to. `left_out` and `clashes` are what `check` has found: rows that
    something is wrong with, and rows that share a name with another one; `total` are those that can be read. Of a shard
    only its own rows are left out, and told: those `elsewhere` are told by the other shards."""

    rows: RowFile
    where: Where
    name: Template
    by: Template | None
    audiences: Sequence[str]
    audience: str = "full"
    shard: Shard = Shard()
    left_out: int = 0
    elsewhere: int = 0
    clashes: int = 0
    total: int = 0

    def check(self, diags: Diagnostics | Sink) -> int:
        """Report what is wrong with rows and their names; how many rows are wanted, in all shards.

        Raises Unusable where the file can't be read to its end.
        """
        names, count, said = Names(), 0, Diagnostics()
        hidden, last = _Hidden(), LastRow()
        self.total = self.left_out = self.elsewhere = number = 0
        self._check_audience_column(said)
        try:
            for row in self.rows.rows(said):
                self.total += 1
                self._leave_out(self._pass_on(said, diags, count_from(number + 1)))  # rows before, that can't be read
                number = row.number
                if self.where.keeps(row.values):
                    sound = self._sound(row, names, said)
                    count += sound
                    hidden.note(row)
                    last.note(row)
                    self._pass_on(said, diags, repeat(number))
                    self._leave_out(() if sound else (number,))
            hidden.warn(self.rows.shown, said)
            last.warn(said)
        finally:
            self._leave_out(self._pass_on(said, diags, count_from(number + 1)))
            self.clashes = names.clashes
        return count

    def _pass_on(self, said: Diagnostics, diags: Diagnostics | Sink, rows: Iterator[int]) -> list[int]:
        """Pass on what is said of rows, so that it isn't held here for all of them; which rows the mistakes are in,
        each in the next of `rows`. Of other shards' rows only names that clash are told, which stop every shard."""
        wrong = []
        for one in said.take():
            if one.severity is Severity.ERROR:
                wrong.append(next(rows))
                clash = one.code == "output-name" and one.notes
                if one.span.file == self.rows.shown and not clash and not self.shard.has(wrong[-1]):
                    continue
            diags.add(one)
        return wrong

    def _leave_out(self, rows: Sequence[int]) -> None:
        own = sum(map(self.shard.has, rows))
        self.left_out += own
        self.elsewhere += len(rows) - own

    def _check_audience_column(self, diags: Diagnostics) -> None:
        """Warn of a column that was most likely meant to pick the audience, where none does."""
        columns = self.rows.columns
        if len(self.audiences) < 2 or any(column.casefold() == AUDIENCE for column in columns):
            return
        near = next((c for c in columns if (did_you_mean(c.casefold(), (AUDIENCE,)) or "").startswith("did")), None)
        if near is not None:
            message = f'the column "{near}" picks no version of the deck: each row is for the audience {self.audience}'
            hint = f'call it "{AUDIENCE}" if its cells name the audiences of the deck'
            diags.warning("unused-column", Span.of_file(self.rows.shown), message, hint=hint)

    def _sound(self, row: Row, names: Names, diags: Diagnostics) -> bool:
        """Whether a row has a name of its own and an audience; if not, that is reported."""
        name = self._name(row, diags)
        if not name or not self._audience(row, diags):
            return False
        return names.take(name, row.span.line, self.rows.shown, diags)

    def tasks(self, ledger: Ledger | None = None) -> Iterator[Task]:
        """The rows of the shard that nothing is wrong with (`check` has said what is with the others)."""
        said = Diagnostics()
        for row in self._wanted(said):
            said.take()
            if not self.shard.has(row.number):
                continue
            name, audience = self._name(row, said), self._audience(row, said)
            if name and audience:
                before = ledger.below(name) if ledger else ()
                yield Task(row.number, row.span, audience, row.values, name, before)

    def _wanted(self, diags: Diagnostics) -> Iterator[Row]:
        return (row for row in self.rows.rows(diags) if self.where.keeps(row.values))

    def _name(self, row: Row, diags: Diagnostics) -> str | None:
        """What the row's files are called, with their folder; None after reporting."""
        found = [part.fill(row.values, diags, row.span) for part in (self.by, self.name) if part]
        return "/".join(found) if all(found) else None  # type: ignore[arg-type]

    def _audience(self, row: Row, diags: Diagnostics) -> str | None:
        """The audience that the row is for; None after reporting that the deck has no such one."""
        wanted = audience_said(row.values) or self.audience
        found = wanted if wanted in self.audiences else audience_meant(wanted, self.audiences)
        if found is None:
            hint = did_you_mean(wanted, self.audiences)
            diags.error("unknown-audience", row.span, f'the deck has no audience "{wanted[:60]}"', hint=hint)
        return found


class _Hidden:
    """Rows that get a deck, though somebody has hidden them in the workbook or a filter leaves them out."""

    def __init__(self) -> None:
        self._first: list[str] = []
        self._count = 0

    def note(self, row: Row) -> None:
        """A row that gets a deck."""
        if row.hidden:
            self._count += 1
            self._first += [row.hidden] if self._count <= _HIDDEN_NAMED else ()

    def warn(self, shown: str, diags: Diagnostics) -> None:
        """Say how many there were, and where the first ones stand."""
        if not self._count:
            return
        several = f"{self._count:,} rows get a deck each that are" if self._count > 1 else "a row gets a deck that is"
        named = ", ".join(self._first) + (" …" if self._count > _HIDDEN_NAMED else "")
        hint = "leave them out with where:, or delete them; if they are meant, show them in the workbook"
        diags.warning("hidden-rows", Span.of_file(shown), f"{several} hidden in the workbook: {named}", hint=hint)
