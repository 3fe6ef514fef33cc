"""A process's own project: it builds one row after another, and keeps what their decks share."""

from __future__ import annotations

import gc
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from typing import Any

import msgspec

from deckgen.api import open_project
from deckgen.batch.cache.decks import DeckCache, Files, Found
from deckgen.batch.made import Made
from deckgen.batch.made_of import MadeOf
from deckgen.batch.placing import TOGETHER, WRITERS, Placing
from deckgen.batch.store import Half, is_address, store_of
from deckgen.batch.task import Job, Result, Task, TaskOrResult
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.ooxml.chunks import pieces
from deckgen.output.atomic import NotWritten
from deckgen.pipeline import Compiled, collection_paused
from deckgen.resolve.model import Settings
from deckgen.world import World
from deckgen.worlds import DiskWorld
from deckgen.write.formats import File

MOST = 32 * 1024**2
"""Bytes of a row's files that are kept in the cache: films are copied from the project as fast as from there."""
FACTS = "assets/data/facts."
"""How the paths of the project's facts begin, of which it is said when they have expired."""
SWEEP = 10_000
"""After so many rows what they have left is gone through in search of garbage."""


class Builder:
    """Builds rows of a job. What is read and laid out stays for the next row."""

    def __init__(self, job: Job, world: World | None = None) -> None:
        """`world` is the project, where it isn't a folder of this machine."""
        self._job, self._store = job, store_of(job)
        self._placing = Placing(self._store, ways=1 if is_address(job.out) else WRITERS)
        here = world or DiskWorld(job.root, today=date.fromisoformat(job.today), epoch=job.epoch)
        self._pipeline = open_project(here).pipeline
        self._made_of = MadeOf(job, self._pipeline)
        self._cache = DeckCache(job, job.cache, self._hash) if job.cache and job.write else None
        self._since_swept = 0

    def build_all(self, tasks: Iterable[TaskOrResult]) -> Iterator[Result]:
        """The rows' results in their order. While files are on their way to the disk, the next rows are made; results
        that come among the rows are passed on."""
        under_way: deque[Callable[[], list[Result]]] = deque()
        made: list[Made] = []
        with _quiet():
            try:
                for task in tasks:
                    if isinstance(task, Result):
                        yield task
                        continue
                    made.append(self._make(task))
                    if sum(max(len(one.files), 1) for one in made) >= TOGETHER:  # one that failed has none, and is told
                        under_way.append(self._send(made))
                        made = []
                    while len(under_way) > WRITERS:
                        yield from under_way.popleft()()
            finally:  # nothing half-written stays when somebody has seen enough
                under_way.append(self._send(made))
                last = [result for finish in under_way for result in finish()]
        yield from last

    def build(self, task: Task) -> Result:
        """The row's deck, compiled or out of the cache, and put in its place; what there is to say of it is in the
        result."""
        (result,) = self.build_all((task,))
        return result

    def _send(self, made: list[Made]) -> Callable[[], list[Result]]:
        """Send the files of rows to their places. What comes back waits for them, and gives the results."""
        wait = self._placing.send([half for one in made for half in one.halves])

        def finish() -> list[Result]:
            came = iter(wait())
            return [one.result(islice(came, len(one.halves))) for one in made]

        return finish

    def _make(self, task: Task) -> Made:
        """The row's deck, compiled or out of the cache; its files lie beside their places."""
        begun = time.monotonic()
        found = self._cache.find(task) if self._cache is not None and not self._job.force else None
        made = self._compiled(task) if found is None else self._taken(task, found)
        if self._cache is not None and self._cache.take_dropped():
            report_spoilt(made.said)
        made.seconds = time.monotonic() - begun
        self._sweep()
        return made

    def _sweep(self) -> None:
        """Rows leave no garbage that is not gone by itself, or hardly any: it is looked for now and then."""
        self._since_swept += 1
        if self._since_swept == SWEEP:
            self._since_swept = 0
            gc.unfreeze()
            gc.collect()
            gc.freeze()

    def _compiled(self, task: Task) -> Made:
        said = Diagnostics()
        settings = Settings(variables=self._job.settings, row=task.values, row_span=task.span)
        compiled = self._pipeline.compile(self._job.deck, task.audience, said, settings=settings)
        slides = len(compiled.scene.slides) if compiled.scene else 0
        if compiled.chunks is None:
            return Made(task=task, said=said, status="failed", files=[], slides=slides, inputs=None)
        inputs, kept = self._made_of.inputs(compiled), list[File]()
        files = self._begin_to_write(self._files(compiled, kept, said), task)
        if self._cache is not None and not any(isinstance(file, NotWritten) for file in files):
            self._keep(self._cache, task, Found(_contents(kept), slides, tuple(said), inputs), compiled)
        return Made(task=task, said=said, status="written", files=files, slides=slides, inputs=inputs)

    def _taken(self, task: Task, found: Found) -> Made:
        """The row's deck as the cache has it."""
        said = Diagnostics()
        for one in found.said:
            said.add(one)
        files = self._begin_to_write((File(name, (content,)) for name, content in found.files), task)
        return Made(task=task, said=said, status="cached", files=files, slides=found.slides, inputs=found.inputs)

    def _hash(self, path: str) -> str:
        """The SHA-256 of a project's file, as it goes into decks of this process."""
        return self._pipeline.world.hashes((path,)).get(path, "")

    def _files(self, compiled: Compiled, taken: list[File], said: Diagnostics) -> Iterable[File]:
        """The deck's files in all formats that are to be written; `taken` gathers them where there is a cache."""
        if not self._job.write:
            return ()
        options, files_in = self._job.options, self._pipeline.files
        made = (file for one in self._job.formats for file in files_in(compiled, one, options, said))
        return made if self._cache is None else _gathered(made, taken)

    def _begin_to_write(self, files: Iterable[File], task: Task) -> list[Half | NotWritten]:
        return [self._begun(file, task) for file in files]

    def _begun(self, file: File, task: Task) -> Half | NotWritten:
        name = f"{task.name}{file.suffix}"
        before = [entry for entry in task.before if entry.name == name]
        try:
            return self._store.begin(name, file.chunks, before, force=self._job.force)
        except NotWritten as refusal:
            return refusal

    def _keep(self, cache: DeckCache, task: Task, found: Found, compiled: Compiled) -> None:
        """Keep the deck, unless it is huge. Where the project's facts hold on the day of the build, so does it."""
        if not found.files:
            return
        dated = self._job.epoch is not None or (compiled.scene is not None and compiled.scene.date)
        by_day = not dated and any(path.startswith(FACTS) for path in found.inputs.files)
        cache.keep(task, found, day=self._job.today if by_day else "")


@contextmanager
def _quiet() -> Iterator[None]:
    """No garbage is looked for meanwhile, and what is there at the end is never gone through in search of any: it is
    what the next rows are made from."""
    with collection_paused():
        try:
            yield
        finally:
            gc.freeze()


def _gathered(files: Iterable[File], taken: list[File]) -> Iterator[File]:
    for file in files:
        taken.append(file)
        yield file


def _contents(files: list[File]) -> Files:
    """The files with their contents; none where there is more of it than is kept."""
    found, room = [], MOST
    for file in files:
        held = []
        for piece in pieces(file.chunks):
            room -= len(piece)
            if room < 0:
                return ()
            held.append(piece)
        found.append((file.suffix, held[0] if len(held) == 1 else b"".join(held)))
    return tuple(found)


def report_spoilt(said: Diagnostics) -> None:
    """Report that something in the cache was dropped."""
    hint = "nothing is missing: what was spoilt was made again; look at the disk, and at who writes into it"
    said.warning("cache-spoilt", NOWHERE, "a file of the cache was not as deckgen had written it", hint=hint)


def drop_builders(builders: dict[Any, Any], done: Collection[Any]) -> None:
    """Let go of builders whose jobs are `done`, and of all that is garbage without them."""
    for job in done:
        del builders[job]
    if done:
        gc.unfreeze()
        gc.collect()


_BUILDERS: dict[bytes, Builder] = {}


def build_rows(job: Job, tasks: tuple[Task, ...]) -> tuple[Result, ...]:
    """The rows built one after another in this process, whose builder stays for the next ones of the same job."""
    key = msgspec.msgpack.encode(job)
    if key not in _BUILDERS:
        drop_builders(_BUILDERS, tuple(_BUILDERS))
        _BUILDERS[key] = Builder(job)
    return tuple(_BUILDERS[key].build_all(tasks))
