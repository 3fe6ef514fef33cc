"""A process's own project: it builds one row after another, and keeps what their decks share."""

from __future__ import annotations

import gc
import time
from datetime import date

import msgspec
from msgspec.structs import replace

from deckgen.api import open_project
from deckgen.batch.inputs import asked_columns, said_of
from deckgen.batch.store import store_of
from deckgen.batch.task import Entry, Inputs, Job, Result, Status, Task
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.fonts.faces import PACKAGE
from deckgen.output.atomic import NotWritten
from deckgen.pipeline import Compiled
from deckgen.resolve.model import Settings
from deckgen.world import World
from deckgen.worlds import DiskWorld


class Builder:
    """Builds rows of a job. What is read and laid out stays for the next row."""

    def __init__(self, job: Job, world: World | None = None) -> None:
        """`world` is the project, where it isn't a folder of this machine."""
        self._job, self._store = job, store_of(job)
        here = world or DiskWorld(job.root, today=date.fromisoformat(job.today), epoch=job.epoch)
        self._pipeline = open_project(here).pipeline
        self._inputs: dict[tuple[str, frozenset[str]], Inputs] = {}

    def build(self, task: Task) -> Result:
        """The row's deck, compiled and put in its place; what there is to say of it is in the result."""
        begun = time.monotonic()
        said = Diagnostics()
        settings = Settings(variables=self._job.settings, row=task.values, row_span=task.span)
        compiled = self._pipeline.compile(self._job.deck, task.audience, said, settings=settings)
        status, entries = self._written(compiled, task, said)
        inputs = self._made_of(compiled, task) if entries and status != "refused" else None
        if inputs is not None:
            values = inputs.values(task.values)
            entries = tuple(
                [replace(entry, made_of=inputs.id, values=values, warned=len(said) > 0) for entry in entries]
            )
        return Result(
            number=task.number,
            name=task.name,
            audience=task.audience,
            status=status,
            entries=entries,
            said=tuple(said),
            slides=len(compiled.scene.slides) if compiled.scene else 0,
            seconds=time.monotonic() - begun,
            inputs=inputs,
        )

    def _made_of(self, compiled: Compiled, task: Task) -> Inputs:
        """What the deck was made from; reckoned once for all rows whose decks are of the same files."""
        files = compiled.files | self._fonts(compiled)
        key = task.audience, files
        if key not in self._inputs:
            project = self._pipeline.project
            texts = [project.source(file) for file in files if file.endswith(".yaml")]
            self._inputs[key] = Inputs(
                files=self._pipeline.world.hashes(files),
                asks=asked_columns(texts, task.values),
                said=said_of(self._job, task.audience),
            )
            gc.freeze()  # what decks share is there: it need not be gone through again in search of garbage
        return self._inputs[key]

    def _fonts(self, compiled: Compiled) -> frozenset[str]:
        """The font files of the deck's brand that lie in the project."""
        if compiled.style is None:
            return frozenset()
        brand = compiled.style.template.brand
        families = [*brand.fonts.values(), *(one for script in brand.scripts.values() for one in script.values())]
        found = frozenset(file for family in families for file in family.files.values())
        return frozenset(file for file in found if not file.startswith(PACKAGE))

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
                    status, entry = self._store.put(name, file.chunks, before, force=self._job.force)
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
