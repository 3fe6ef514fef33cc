"""Rows whose files would come out the same, and why the others are built."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from deckgen.batch.current import Current
from deckgen.batch.inputs import changed_cells, listed
from deckgen.batch.ledger import Ledger
from deckgen.batch.store import Store
from deckgen.batch.task import Entry, Job, Task
from deckgen.world import Refused
from deckgen.write.formats import SUFFIXES


class Unchanged:
    """Compares rows with what an earlier run noted. `read` gives a project's file; each is read once."""

    def __init__(self, job: Job, ledger: Ledger, store: Store, read: Callable[[str], bytes]) -> None:
        self._job, self._ledger, self._store = job, ledger, store
        self._current = Current(job, lambda path: _hash(read, path))
        self.hash_of = self._current.hash_of
        """Gives the SHA-256 of a project's file."""

    def entries(self, task: Task) -> tuple[Entry, ...]:
        """The files of a row that need not be built; none where it has to be."""
        entries = self._latest(task)
        return () if self._why(task, entries) else entries

    def why(self, task: Task) -> str:
        """Why a row is built, in a few words; "" where it need not be."""
        return self._why(task, self._latest(task))

    def _latest(self, task: Task) -> tuple[Entry, ...]:
        """What was noted last of each of the row's files in the formats that are wanted."""
        suffixes = [suffix for name in self._job.formats for suffix in SUFFIXES[name]]
        found = {e.name: e for e in task.before if any(_is(e.name, task.name, suffix) for suffix in suffixes)}
        return tuple(found.values())

    def _why(self, task: Task, entries: Sequence[Entry]) -> str:
        if self._job.force:
            return "--force is said"
        if missing := self._missing(task, entries):
            return f"{missing} has not been built yet" if task.before else "it has not been built yet"
        if self._job.strict and any(entry.warned for entry in entries):
            return "there were warnings, which --strict says again"
        for entry in entries:
            inputs = self._ledger.inputs.get(entry.made_of)
            if inputs is None:
                return "the build of it was stopped"
            if differs := self._current.difference(entry.made_of, inputs, task.audience):
                return differs
            if cells := changed_cells(inputs, task.values, entry.values):
                return f"the row has another {listed(cells)}"
            if not self._store.untouched(entry):
                return "its file is gone, or not as it was written"
        return ""

    def _missing(self, task: Task, entries: Sequence[Entry]) -> str:
        """The format that there is no file of."""
        for wanted in self._job.formats:
            for suffix in SUFFIXES[wanted]:
                if not any(_is(entry.name, task.name, suffix) for entry in entries):
                    return wanted
        return ""


def _is(name: str, row: str, suffix: str) -> bool:
    """Whether a file of this name is the row's with this suffix, in which a star is a slide's number and id."""
    head, star, tail = suffix.partition("*")
    return name.startswith(row + head) and name.endswith(tail) if star else name == row + suffix


def _hash(read: Callable[[str], bytes], path: str) -> str:
    try:
        return hashlib.sha256(read(path)).hexdigest()
    except Refused:
        return ""
