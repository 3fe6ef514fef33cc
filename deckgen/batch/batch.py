"""A batch from its rows to its files: what was asked for, what became of it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import msgspec
from msgspec import Struct

from deckgen.batch.builder import report_spoilt
from deckgen.batch.cache.decks import DeckCache
from deckgen.batch.ledger import Ledger
from deckgen.batch.placing import placed
from deckgen.batch.plan import Plan
from deckgen.batch.reasons import Reason, reasons
from deckgen.batch.rows import Unusable
from deckgen.batch.store import store_of
from deckgen.batch.task import Entry, Job, Result, Task, TaskOrResult
from deckgen.batch.told import Told
from deckgen.batch.unchanged import Unchanged
from deckgen.diagnostics import NOWHERE, Diagnostic, Diagnostics, Severity, Span
from deckgen.output import NotWritten
from deckgen.output.scratch import Scratch

STALE_NAMED = 5
"""So many files of an earlier build are named."""


class Counts(Struct):
    """What became of a batch's rows. `left_out` are rows that something was wrong with before they were built, `stale`
    those that failed and have files of an earlier build, the first of which are named."""

    wanted: int = 0
    left_out: int = 0
    statuses: Counter[str] = Counter()
    removed: int = 0
    stale: int = 0
    stale_names: tuple[str, ...] = ()

    @property
    def done(self) -> int:
        """How many rows there is a result of."""
        return sum(self.statuses.values())


class Rest(Iterator[TaskOrResult]):
    """The rows that are still to be built, and about how many these are: `left` says it."""

    def __init__(self, tasks: Iterator[TaskOrResult], left: Callable[[], int]) -> None:
        self._tasks, self._left = tasks, left

    def __next__(self) -> TaskOrResult:
        return next(self._tasks)

    def __length_hint__(self) -> int:
        return max(self._left(), 0)


class _Found:
    """What is found wrong with rows before any is built: told a few times, and all of it kept in `left_out`. What is
    wrong beside them goes to `diags`."""

    def __init__(self, shown: str, diags: Diagnostics, left_out: Scratch) -> None:
        self.told, self.flawed = Told(shown), False
        self._shown, self._diags, self._left_out = shown, diags, left_out

    def add(self, one: Diagnostic) -> None:
        """One more."""
        error = one.severity is Severity.ERROR
        self.flawed |= error
        if one.span.file != self._shown:
            self._diags.add(one)  # a name's template is wrong for all rows
            return
        self.told.add_all(one.span.line, one.span, (one,))
        if error:
            self._left_out.do("INSERT INTO said VALUES (?)", msgspec.msgpack.encode(one))


class Batch:
    """One deck's rows, on their way to their files. `diags` gathers what there is to say."""

    def __init__(self, job: Job, plan: Plan, diags: Diagnostics, read: Callable[[str], bytes]) -> None:
        """`read` gives a file of the project."""
        self.job, self.plan, self.diags, self._read = job, plan, diags, read
        self.counts = Counts(statuses=Counter())
        self._told = Told(plan.rows.shown)
        self._planned = 0
        self._flawed = False
        self._left_out = Scratch("TABLE said (one BLOB)")
        self._store = store_of(job)
        self._opened: tuple[Ledger, Unchanged] | None = None
        self._stamp = _stamp(plan.rows.path)
        self.late: tuple[Result, ...] = ()
        """Of a run that was stopped: the rows that were finished all the same, whose results nobody has waited for."""

    def check(self) -> bool:
        """Go through all rows before any is built; whether they can be. What is wrong with single rows is said, and
        they are left out; names that clash stop everything."""
        found = _Found(self.plan.rows.shown, self.diags, self._left_out)
        try:
            self.counts.wanted = self.plan.check(found)
        except Unusable as reason:
            self.diags.error(reason.code, reason.span, reason.message, hint=reason.hint)
            return False
        finally:
            found.told.tell(self.diags)
            self._flawed = found.flawed
        self.counts.left_out = self.plan.left_out
        if not self.counts.wanted and not self.counts.left_out and not self.plan.elsewhere:
            self._report_none()
            return False
        return not self.plan.clashes

    @property
    def left_out(self) -> Iterator[Diagnostic]:
        """What `check` found wrong with rows, which are left out for it."""
        for (one,) in self._left_out.find("SELECT one FROM said ORDER BY rowid"):
            yield msgspec.msgpack.decode(one, type=Diagnostic)

    def _report_none(self) -> None:
        """Report that there is no row to build. Nothing is built then, and nothing removed: that is rarely meant."""
        shown, total = self.plan.rows.shown, self.plan.total
        if total:
            message = f"none of its {total:,} rows is wanted" if total > 1 else "its only row is not wanted"
            self.diags.error("no-rows", Span.of_file(shown), message, hint="look at where:, and at --where")
        else:
            hint = "below the line that names the columns, write a line for each deck"
            self.diags.error("no-rows", Span.of_file(shown), "there is no row in this file", hint=hint)

    def explain(self) -> tuple[Reason, ...]:
        """Why rows are going to be built, how many of them out of the cache, and how many need not be. Nothing is
        compiled for it."""
        ledger, unchanged = self._open()
        job = self.job
        cache = DeckCache(job, job.cache, unchanged.hash_of) if job.cache and not job.force else None
        found = reasons(_why(task, unchanged, cache) for task in self.plan.tasks(ledger))
        if cache and cache.take_dropped():
            report_spoilt(self.diags)
        return found

    def _open(self) -> tuple[Ledger, Unchanged]:
        """What earlier runs have noted."""
        if self._opened is None:
            if self.job.write:
                self._store.tidy()
            ledger = Ledger(self._store)
            self._opened = ledger, Unchanged(self.job, ledger, self._store, self._read)
        return self._opened

    def run(
        self, build: Callable[[Job, Iterator[TaskOrResult]], Iterator[Result]], *, whole: bool, fail_fast: bool = False
    ) -> Iterator[Result]:
        """Build every row; each result as it comes. At the end the ledger is brought up to date, and in a `whole` run
        files of rows that are no more are removed, unless somebody has edited them."""
        ledger, _ = self._open()
        places: dict[int, Task] = {}
        results = build(self.job, Rest(self._tasks(ledger, places), self._left))
        try:
            for result in results:
                self._enter(result, places.pop(result.number, None), ledger)
                yield result
                if fail_fast and result.status in ("failed", "refused"):
                    whole = False
                    break
        except BaseException:
            whole = False
            raise
        finally:
            close = getattr(results, "close", None)
            if close:
                close()
            if not whole:
                ledger.read()  # what workers have noted of rows whose results nobody has waited for
            self.late = tuple(_late(places.values(), ledger))
            self.counts.statuses.update([result.status for result in self.late])
            self._told.tell(self.diags)
            self._check_rows()
            self._save(ledger, whole=whole)

    @property
    def share(self) -> int:
        """About how many rows are in this shard."""
        return -(-self.counts.wanted // self.plan.shard.of)

    def _left(self) -> int:
        """About how many rows of this shard nobody has asked for yet."""
        return self.share - self._planned

    def _check_rows(self) -> None:
        """Report rows that were changed while decks were built from them: some are old then, some new."""
        if _stamp(self.plan.rows.path) != self._stamp:
            shown = self.plan.rows.shown
            hint = "build again: rows that are as they were are not built twice"
            self.diags.error("rows-changed", Span.of_file(shown), "this file was changed during the build", hint=hint)

    def _tasks(self, ledger: Ledger, places: dict[int, Task]) -> Iterator[TaskOrResult]:
        """The rows to be built, and the results of those that need not be. `places` gets the former."""
        _, unchanged = self._open()
        for task in self.plan.tasks(ledger):
            self._planned += 1
            entries = unchanged.entries(task) if self.job.write else ()
            if entries:
                yield Result(
                    number=task.number, name=task.name, audience=task.audience, status="unchanged", entries=entries
                )
                continue
            if task.before:
                ledger.plan(task.name)
            places[task.number] = task
            yield task

    def _enter(self, result: Result, task: Task | None, ledger: Ledger) -> None:
        """Note what came of a row; `task` is None where it need not be built."""
        self.counts.statuses[result.status] += 1
        ledger.make(result.entries, sound=result.status != "refused")
        if task is not None:
            self._told.add(result, task.span)
            if result.status == "failed":
                self._note_stale(task)
        if result.inputs is not None:
            ledger.add(result.entries, result.inputs)

    def _note_stale(self, task: Task) -> None:
        """Note the files that an earlier build wrote for a row that has failed now: they look current."""
        files = dict.fromkeys(entry.name for entry in task.before if self._store.untouched(entry))
        self.counts.stale += bool(files)
        self.counts.stale_names = (*self.counts.stale_names, *files)[:STALE_NAMED]

    def hand_over(self) -> tuple[str, ...]:
        """Put the files of this run into archives, one for each folder; the archives' names. Raises NotWritten."""
        from deckgen.batch.handover import archives

        ledger, _ = self._open()
        made = []
        for name, content in archives(ledger, self.job):
            before = [entry for entry in ledger.below(name) if entry.name == name]
            (came,) = placed(self._store, [self._store.begin(name, (content,), before, force=self.job.force)])
            if isinstance(came, NotWritten):
                raise came
            ledger.add([came.entry])
            made.append(name)
        ledger.note()
        return tuple(made)

    def _save(self, ledger: Ledger, *, whole: bool) -> None:
        if not self.job.write:
            return
        try:
            for entry in ledger.gone():
                self._removed(entry)
            others = ledger.of_no_row()
            if whole and not self._flawed:  # nobody knows what the files of rows are called that can't be read
                others = (entry for entry in others if _is_archive(entry) or not self._removed(entry))
            ledger.save(chain(ledger.others(), others))
            self._store.settle(ledger.folders)
        except NotWritten as refusal:
            self.diags.error(refusal.code, NOWHERE, refusal.reason, hint=refusal.hint)

    def _removed(self, entry: Entry) -> bool:
        """Remove a file of a row that is no more; whether that was done."""
        removed = self._store.remove(entry)
        self.counts.removed += removed
        return removed


def _why(task: Task, unchanged: Unchanged, cache: DeckCache | None) -> tuple[str, str, bool]:
    """Why a row is built ("": it is not), its name, and whether it comes out of the cache."""
    why = unchanged.why(task)
    return why, task.name, bool(why and cache and cache.has(task))


def _late(tasks: Iterable[Task], ledger: Ledger) -> Iterator[Result]:
    """The rows whose files are noted in the ledger otherwise than before."""
    for task in tasks:
        entries = tuple(ledger.below(task.name))
        if entries and entries != tuple(task.before):
            yield Result(number=task.number, name=task.name, audience=task.audience, status="written", entries=entries)


def _is_archive(entry: Entry) -> bool:
    """Whether this is no row's file, but an archive of several."""
    return entry.name.endswith(".zip")


def _stamp(path: str) -> tuple[int, int, int] | None:
    try:
        info = os.stat(path)
    except OSError:
        return None
    return info.st_size, info.st_mtime_ns, info.st_ino
