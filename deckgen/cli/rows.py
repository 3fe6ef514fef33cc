"""`deckgen build` of decks that have rows: a deck for each."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckgen.batch.batch import Batch
from deckgen.batch.naming import Template
from deckgen.batch.plan import Plan, Shard
from deckgen.batch.rows import Unusable, open_rows
from deckgen.batch.run import build_here, build_on
from deckgen.batch.store import is_address
from deckgen.batch.task import CacheUse, Job, Result, TaskOrResult
from deckgen.batch.where import Where, parse_where
from deckgen.cli.cache_options import cache_use
from deckgen.cli.deck_rows import DeckRows
from deckgen.cli.one_row import place_of_rows
from deckgen.cli.rows_progress import RowsProgress
from deckgen.cli.workers import Workers
from deckgen.diagnostics import NOWHERE, Diagnostic, Span
from deckgen.load.nodes import ScalarNode
from deckgen.output import NotWritten, refuse_outside, shown_folder
from deckgen.output.atomic import not_written
from deckgen.output.lock import lock_folder, unlock
from deckgen.own_files import own_hash
from deckgen.report.model import LEFT_OUT, Built, Report, messages_of

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.cli.run import Wanted
    from deckgen.worlds import DiskWorld


class Asked(Struct, frozen=True, kw_only=True):
    """What the command line says of rows, beside the decks' own words."""

    rows: str | None = None
    where: tuple[str, ...] = ()
    name: str | None = None
    by: str | None = None
    jobs: int | None = None
    scheduler: str | None = None
    shard: tuple[int, int] = (1, 1)
    zip: bool = False
    fail_fast: bool = False
    explain_rebuild: bool = False
    strict: bool = False
    cache: str | None = None
    cache_size: int | None = None

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Asked:
        """Those of the command's options that are about rows."""
        return cls(**{name: given[name] for name in cls.__struct_fields__})

    @property
    def whole(self) -> bool:
        """Whether all rows are asked for, so that files of others may be removed."""
        return not self.where and self.shard == (1, 1) and not self.fail_fast


ARCHIVES_NAMED = 10
"""So many archives are named; the others are counted."""


class RowsRun:
    """Builds the rows of decks one deck after another, and keeps the account of it."""

    def __init__(
        self, world: DiskWorld, project: ProjectBuild, wanted: Wanted, asked: Asked, *, workers: Workers | None = None
    ) -> None:
        """`workers` are those that were started before, if any."""
        self.world, self.project, self.wanted, self.asked = world, project, wanted, asked
        self.seconds = 0.0
        self.removed = 0
        self.report = Report()
        self.archives: list[str] = []
        self.interrupted = self.clashed = False
        self.decks: list[DeckRows] = []
        self._workers = workers or Workers(asked.jobs, scheduler=asked.scheduler)

    def build(self, decks: Iterable[str], *, write: bool = True) -> None:
        """Build the rows of decks, or only compile them. What is wrong is said in the project's diagnostics."""
        self._workers.start()
        try:
            for deck in decks:
                if not self.interrupted:
                    self._build_deck(deck, write=write)
        finally:
            self._workers.dismiss()

    def _build_deck(self, deck: str, *, write: bool) -> None:
        begun = time.monotonic()
        diags = self.project.diagnostics
        try:
            batch = self._batch(deck, write=write)
            if batch:
                sound = batch.check()
                self.decks.append(DeckRows(deck, batch))
                self.report.extend(_left_out(deck, batch.left_out))
                self.clashed |= bool(batch.plan.clashes)
                if sound and not (self.asked.fail_fast and batch.counts.left_out):
                    self._run(batch, self.decks[-1])
        except Unusable as reason:
            diags.error(reason.code, reason.span, reason.message, hint=reason.hint)
        except NotWritten as refusal:
            diags.error(refusal.code, NOWHERE, refusal.reason, hint=refusal.hint)
        except KeyboardInterrupt:
            self.interrupted = True
        self.seconds += time.monotonic() - begun

    def _batch(self, deck: str, *, write: bool) -> Batch | None:
        """The deck's rows with all that is said of them here and there; None where the deck can't be read."""
        audiences = self.project.audiences(deck)
        spec = self.project.rows(deck)
        if not audiences or (spec is None and self.asked.rows is None):
            return None
        rows = open_rows(*place_of_rows(self.world, spec, self.asked.rows))
        conditions = [*(spec.where or () if spec else ()), *map(parse_where, self.asked.where)]
        said = spec.values if spec else {}
        first = f"{{{{ {rows.columns[0]} | slug }}}}"
        plan = Plan(
            rows=rows,
            where=Where(conditions, rows.columns),
            name=_template(self.asked.name, said.get("name"), "--name") or Template(first, NOWHERE),
            by=_template(self.asked.by, said.get("by"), "--by"),
            audiences=audiences,
            audience=audiences[0],
            shard=Shard(*self.asked.shard),
        )
        return Batch(self._job(deck, write=write), plan, self.project.diagnostics, self.world.read)

    def _job(self, deck: str, *, write: bool) -> Job:
        wanted = self.wanted
        beyond = is_address(wanted.folder)
        out = f"{wanted.folder.rstrip('/')}/{deck}" if beyond else os.path.join(wanted.folder, *deck.split("/"))
        return Job(
            root=self.world.root,
            deck=deck,
            out=out,
            shown=out if beyond else shown_folder(out),
            run=f"{os.getpid()}-{time.time_ns()}",
            part="{}-of-{}".format(*self.asked.shard) if self.asked.shard != (1, 1) else "",
            by=self._by,
            today=self.world.today.isoformat(),
            epoch=self.world.epoch,
            settings=dict(self.project.pipeline.settings.variables),
            formats=wanted.formats,
            options=wanted.options,
            force=wanted.force,
            strict=self.asked.strict,
            write=write,
            cache=self._cache if write else None,
        )

    @cached_property
    def _by(self) -> str:
        return own_hash(self.world.cache_read, self.world.cache_write)

    @cached_property
    def _cache(self) -> CacheUse | None:
        return cache_use(self.asked.cache, self.asked.cache_size) if self.asked.cache else None

    def _run(self, batch: Batch, deck: DeckRows) -> None:
        job = batch.job
        lock = None
        if job.write and not is_address(job.out):
            try:
                if self.wanted.confined:
                    refuse_outside(job.out, self.world.root, job.shown)
                os.makedirs(job.out, exist_ok=True)
            except OSError as error:
                raise not_written(job.shown, error) from None
            lock = lock_folder(job.out, job.shown)
        try:
            if self.asked.explain_rebuild and job.write:
                deck.explain(plain=self.wanted.plain)
            with RowsProgress(job.deck, batch.share, shown=self.wanted.plain) as progress:
                for result in batch.run(self._results, whole=self.asked.whole, fail_fast=self.asked.fail_fast):
                    progress.step(result.name)
                    self._add(result, deck)
            if self.asked.zip and job.write:
                self.archives += [f"{job.shown}/{name}" for name in batch.hand_over()]
        finally:
            for result in batch.late:
                self._add(result, deck)
            self.removed += batch.counts.removed
            unlock(lock)

    def _add(self, result: Result, deck: DeckRows) -> None:
        deck.add(result)
        self.report.add(_built(deck.deck, result))

    def _results(self, job: Job, tasks: Iterator[TaskOrResult]) -> Iterator[Result]:
        if self.asked.scheduler:
            from deckgen.batch.cluster import Cluster

            cluster = Cluster(self.asked.scheduler, job.root)
            return build_on(lambda: cluster, cluster.count, job, tasks)
        if self._workers.count == 1:
            return build_here(job, tasks)
        return build_on(self._workers.take, self._workers.count, job, tasks)

    def account(self) -> dict[str, Any]:
        """The rows for programs."""
        return {
            "seconds": round(self.seconds, 3),
            "interrupted": self.interrupted,
            "statuses": dict(self.statuses),
            "left_out": self.left_out,
            "removed": self.removed,
            "archives": self.archives,
            "decks": [deck.account() for deck in self.decks],
        }

    @property
    def statuses(self) -> Counter[str]:
        """What became of the rows of all decks."""
        return sum((deck.batch.counts.statuses for deck in self.decks), Counter())

    @property
    def left_out(self) -> int:
        """How many rows were not built, for something was wrong with them before."""
        return sum(deck.batch.counts.left_out for deck in self.decks)

    def summary(self) -> str:
        """The last line: how many rows, in which formats, how long, how many a second, and what became of them."""
        done = sum(self.statuses.values())
        told = [f"{n:,} {status}" for status, n in self.statuses.items()]
        told += [f"{self.left_out:,} left out"] if self.left_out else []
        told += [f"{self.removed:,} removed"] if self.removed else []
        told += ["nothing is built while rows share a name"] if self.clashed and not done else []
        formats = f" as {', '.join(self.wanted.formats)}" if len(self.wanted.formats) > 1 else ""
        speed = f" ({done / self.seconds:,.0f} a second)" if done > 1 and self.seconds else ""
        head = f"{'Stopped. ' if self.interrupted else ''}{done:,} row{'' if done == 1 else 's'}{formats}"
        return f"{head} in {self.seconds:.2f} s{speed}: {', '.join(told) or 'nothing written'}"

    def archive_lines(self) -> list[str]:
        """A line for each archive that was written; of many, the first ones."""
        lines = [f"archive    {path}" for path in self.archives[:ARCHIVES_NAMED]]
        more = len(self.archives) - len(lines)
        return [*lines, f"archive    … and {more:,} more"] if more else lines

    def stale_lines(self) -> list[str]:
        """A line for each file that a row left behind that can't be built any more; of many, the first ones."""
        return [line for deck in self.decks for line in deck.stale_lines()]


def _built(deck: str, result: Result) -> Built:
    return Built(
        deck=deck,
        name=result.name,
        audience=result.audience,
        status=result.status,
        seconds=result.seconds,
        slides=result.slides,
        size=sum(entry.size for entry in result.entries),
        **messages_of(result.said),
    )


def _left_out(deck: str, said: Iterable[Diagnostic]) -> Iterator[Built]:
    """The rows that something is wrong with before they are built: they have no name yet, but a line."""
    for line, about in groupby(said, key=lambda one: one.span.line):
        found = tuple(about)
        name = f"{found[0].span.file}:{line}"
        yield Built(deck=deck, name=name, audience="", status=LEFT_OUT, **messages_of(found))


def _template(said: str | None, node: ScalarNode | None, option: str) -> Template | None:
    """What the command line says, or else the deck; --by "" is none."""
    if said is not None and option == "--by" and not said.strip():
        return None
    if said is not None:
        return Template(said, Span.of_file(option))
    return Template(node.text, node.span) if isinstance(node, ScalarNode) else None
