"""A process's own project: it builds one row after another, and keeps what their decks share."""

from __future__ import annotations

import time
from datetime import date

import msgspec

from deckgen.api import open_project
from deckgen.batch.place import put
from deckgen.batch.task import Entry, Job, Result, Status, Task
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.output.atomic import NotWritten
from deckgen.pipeline import Compiled
from deckgen.resolve.model import Settings
from deckgen.worlds import DiskWorld


class Builder:
    """Builds rows of a job. What is read and laid out stays for the next row."""

    def __init__(self, job: Job) -> None:
        self._job = job
        world = DiskWorld(job.root, today=date.fromisoformat(job.today), epoch=job.epoch)
        self._pipeline = open_project(world).pipeline

    def build(self, task: Task) -> Result:
        """The row's deck, compiled and put in its place; what there is to say of it is in the result."""
        begun = time.monotonic()
        said = Diagnostics()
        settings = Settings(variables=self._job.settings, row=task.values, row_span=task.span)
        compiled = self._pipeline.compile(self._job.deck, task.audience, said, settings=settings)
        status, entries = self._written(compiled, task, said)
        return Result(
            number=task.number,
            name=task.name,
            audience=task.audience,
            status=status,
            entries=entries,
            said=tuple(said),
            slides=len(compiled.scene.slides) if compiled.scene else 0,
            seconds=time.monotonic() - begun,
        )

    def _written(self, compiled: Compiled, task: Task, said: Diagnostics) -> tuple[Status, tuple[Entry, ...]]:
        if compiled.chunks is None:
            return "failed", ()
        if not self._job.write:
            return "unchanged", ()
        entries, statuses = [], []
        try:
            for wanted in self._job.formats:
                for file in self._pipeline.files(compiled, wanted, self._job.options):
                    name = f"{task.name}{file.suffix}"
                    before = [entry for entry in task.before if entry.name == name]
                    status, entry = put(name, file.chunks, self._job, before)
                    statuses.append(status)
                    entries.append(entry)
        except NotWritten as refusal:
            said.error(refusal.code, NOWHERE, refusal.reason, hint=refusal.hint)
            return "refused", tuple(entries)
        return "written" if "written" in statuses else "unchanged", tuple(entries)


_BUILDERS: dict[bytes, Builder] = {}


def build_rows(job: Job, tasks: tuple[Task, ...]) -> tuple[Result, ...]:
    """The rows built one after another in this process, whose builder stays for the next ones of the same job."""
    key = msgspec.msgpack.encode(job)
    if key not in _BUILDERS:
        _BUILDERS.clear()
        _BUILDERS[key] = Builder(job)
    return tuple([_BUILDERS[key].build(task) for task in tasks])
