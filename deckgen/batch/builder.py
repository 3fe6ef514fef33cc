"""A process's own project: it builds one row after another, and keeps what their decks share."""

from __future__ import annotations

import gc
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from typing import Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from deckgen.api import open_project
from deckgen.batch.cache.decks import DeckCache, Files, Found
from deckgen.batch.inputs import asked_names, said_of
from deckgen.batch.store import is_address, store_of
from deckgen.batch.task import Entry, Inputs, Job, Result, Status, Task
from deckgen.diagnostics import NOWHERE, Diagnostic, Diagnostics
from deckgen.fonts.faces import PACKAGE
from deckgen.ooxml.chunks import pieces
from deckgen.output.atomic import NotWritten
from deckgen.pipeline import Compiled
from deckgen.resolve.model import Settings
from deckgen.world import World
from deckgen.worlds import DiskWorld
from deckgen.write.formats import File

MOST = 32 * 1024**2
"""Bytes of a row's files that are kept in the cache: films are copied from the project as fast as from there."""
FACTS = "assets/data/facts."
"""How the paths of the project's facts begin, of which it is said when they have expired."""

WRITERS = 4
"""So many rows' files are written at once, each in a thread: to be safe on the disk takes longer than to be made, and
files that become so together take hardly longer than one."""

_Put: TypeAlias = "Future[tuple[Literal['written', 'unchanged'], Entry]]"


class Builder:
    """Builds rows of a job. What is read and laid out stays for the next row."""

    def __init__(self, job: Job, world: World | None = None) -> None:
        """`world` is the project, where it isn't a folder of this machine."""
        self._job, self._store = job, store_of(job)
        self._writers = ThreadPoolExecutor(1 if is_address(job.out) else WRITERS)
        here = world or DiskWorld(job.root, today=date.fromisoformat(job.today), epoch=job.epoch)
        self._pipeline = open_project(here).pipeline
        self._inputs: dict[tuple[str, frozenset[str]], Inputs] = {}
        self._cache = DeckCache(job, job.cache, self._hash) if job.cache and job.write else None

    def build_all(self, tasks: Iterable[Task]) -> Iterator[Result]:
        """The rows' results in their order. While a row's files are on their way to the disk, the next one is made."""
        under_way: deque[Callable[[], Result]] = deque()
        try:
            for task in tasks:
                under_way.append(self.begin(task))
                while len(under_way) > WRITERS:
                    yield under_way.popleft()()
            while under_way:
                yield under_way.popleft()()
        finally:  # nothing half-written stays when somebody has seen enough
            for finish in under_way:
                finish()

    def build(self, task: Task) -> Result:
        """The row's deck, compiled or out of the cache, and put in its place; what there is to say of it is in the
        result."""
        return self.begin(task)()

    def begin(self, task: Task) -> Callable[[], Result]:
        """Make the row's deck, or take it out of the cache, and begin to write it. What comes back waits for its files,
        and gives the result."""
        begun = time.monotonic()
        found = self._cache.find(task) if self._cache is not None and not self._job.force else None
        spoilt = _spoilt() if self._cache is not None and self._cache.take_dropped() else ()
        finish = self._compiled(task) if found is None else self._taken(task, found)

        def finished() -> Result:
            result = finish()
            return replace(result, said=(*result.said, *spoilt), seconds=time.monotonic() - begun)

        return finished

    def _compiled(self, task: Task) -> Callable[[], Result]:
        said, made = Diagnostics(), list[File]()
        settings = Settings(variables=self._job.settings, row=task.values, row_span=task.span)
        compiled = self._pipeline.compile(self._job.deck, task.audience, said, settings=settings)
        puts = self._begin_to_write(self._files(compiled, made, said), task)

        def finish() -> Result:
            status, entries = _written(puts, said) if compiled.chunks is not None else ("failed", ())
            inputs = self._made_of(compiled, task) if entries and status != "refused" else None
            slides = len(compiled.scene.slides) if compiled.scene else 0
            if inputs is not None and self._cache is not None:
                self._keep(self._cache, task, Found(_contents(made), slides, tuple(said), inputs), compiled)
            return self._result(task, (status, entries), said, slides, inputs)

        return finish

    def _taken(self, task: Task, found: Found) -> Callable[[], Result]:
        """The row's deck as the cache has it, put in its place."""
        said = Diagnostics()
        for one in found.said:
            said.add(one)
        puts = self._begin_to_write((File(name, (content,)) for name, content in found.files), task)

        def finish() -> Result:
            status, entries = _written(puts, said)
            inputs = found.inputs if status != "refused" else None
            done: Status = "cached" if status == "written" else status
            return self._result(task, (done, entries), said, found.slides, inputs)

        return finish

    def _made_of(self, compiled: Compiled, task: Task) -> Inputs:
        """What the deck was made from; reckoned once for all rows whose decks are of the same files."""
        files = compiled.files | self._fonts(compiled)
        key = task.audience, files
        if key not in self._inputs:
            project = self._pipeline.project
            texts = [project.source(file) for file in files if file.endswith(".yaml")]
            self._inputs[key] = Inputs(
                files=self._pipeline.world.hashes(files),
                asks=asked_names(texts),
                said=said_of(self._job, task.audience),
            )
            gc.freeze()  # what decks share is there: it need not be gone through again in search of garbage
        return self._inputs[key]

    def _hash(self, path: str) -> str:
        """The SHA-256 of a project's file, as it goes into decks of this process."""
        return self._pipeline.world.hashes((path,)).get(path, "")

    def _fonts(self, compiled: Compiled) -> frozenset[str]:
        """The font files of the deck's brand that lie in the project."""
        if compiled.style is None:
            return frozenset()
        named = compiled.style.template.brand.font_files
        return frozenset(file for file in named if not file.startswith(PACKAGE))

    def _files(self, compiled: Compiled, taken: list[File], said: Diagnostics) -> Iterable[File]:
        """The deck's files in all formats that are to be written; `taken` gathers them where there is a cache."""
        if compiled.chunks is None or not self._job.write:
            return ()
        options, files_in = self._job.options, self._pipeline.files
        made = (file for one in self._job.formats for file in files_in(compiled, one, options, said))
        return made if self._cache is None else _gathered(made, taken)

    def _begin_to_write(self, files: Iterable[File], task: Task) -> list[_Put]:
        puts = []
        for file in files:
            name = f"{task.name}{file.suffix}"
            before = [entry for entry in task.before if entry.name == name]
            puts.append(self._writers.submit(self._store.put, name, file.chunks, before, force=self._job.force))
        return puts

    def _keep(self, cache: DeckCache, task: Task, found: Found, compiled: Compiled) -> None:
        """Keep the deck, unless it is huge. Where the project's facts hold on the day of the build, so does it."""
        if not found.files:
            return
        dated = self._job.epoch is not None or (compiled.scene is not None and compiled.scene.date)
        by_day = not dated and any(path.startswith(FACTS) for path in found.inputs.files)
        cache.keep(task, found, day=self._job.today if by_day else "")

    def _result(
        self, task: Task, done: tuple[Status, tuple[Entry, ...]], said: Diagnostics, slides: int, inputs: Inputs | None
    ) -> Result:
        """What came of a row. Its files are noted with what they were made from, unless one of them was refused."""
        status, entries = done
        if inputs is not None:
            known = {"made_of": inputs.id, "values": inputs.values(task.values), "warned": len(said) > 0}
            entries = tuple([replace(entry, **known) for entry in entries])
        return Result(
            number=task.number,
            name=task.name,
            audience=task.audience,
            status=status,
            entries=entries,
            said=tuple(said),
            slides=slides,
            inputs=inputs,
        )


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


def _spoilt() -> tuple[Diagnostic, ...]:
    said = Diagnostics()
    hint = "nothing is missing: what was spoilt was made again; look at the disk, and at who writes into it"
    said.warning("cache-spoilt", NOWHERE, "a file of the cache was not as deckgen had written it", hint=hint)
    return tuple(said)


def _written(puts: list[_Put], said: Diagnostics) -> tuple[Status, tuple[Entry, ...]]:
    """What came of writing a row's files, when all of them are in their places or refused."""
    statuses: set[Status] = set()
    entries = []
    for put in puts:
        try:
            status, entry = put.result()
            statuses.add(status)
            entries.append(entry)
        except NotWritten as refusal:
            said.error(refusal.code, NOWHERE, refusal.reason, hint=refusal.hint)
            statuses.add("refused")
    if "refused" in statuses:
        return "refused", tuple(entries)
    return "written" if "written" in statuses else "unchanged", tuple(entries)


_BUILDERS: dict[bytes, Builder] = {}


def build_rows(job: Job, tasks: tuple[Task, ...]) -> tuple[Result, ...]:
    """The rows built one after another in this process, whose builder stays for the next ones of the same job."""
    key = msgspec.msgpack.encode(job)
    if key not in _BUILDERS:
        _BUILDERS.clear()
        _BUILDERS[key] = Builder(job)
    return tuple(_BUILDERS[key].build_all(tasks))
