"""One run of `deckgen build`: what was asked for, what became of it, and how that is told."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import click
from msgspec import Struct
from msgspec.structs import replace

from deckgen.cli.done import Done, Put, built, failed_lines, gathered
from deckgen.cli.plan import Choice
from deckgen.cli.progress import Progress
from deckgen.cli.report import counted, exit_code, in_color
from deckgen.cli.unwritten import Unwritten
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.output import NotWritten, Output, OutputFolder, Pruned, open_folder, refuse_names
from deckgen.write.formats import SUFFIXES, Options

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.ooxml.chunks import Chunk
    from deckgen.pipeline import Compiled
    from deckgen.report.model import Built
    from deckgen.worlds import DiskWorld

_COLORS = {
    "written": "green",
    "failed": "red",
    "refused": "red",
    "stale": "yellow",
    "removed": "yellow",
    "kept": "yellow",
}
INTERRUPTED = 130
Owner: TypeAlias = tuple[str, str]
"""A deck and an audience, which files are made for."""


class Wanted(Struct, frozen=True, kw_only=True):
    """How decks are to be built: in which formats, into which folder. `confined` keeps it within the project; `plain`
    tells it in lines, as it goes on."""

    folder: str
    formats: tuple[str, ...] = ("pptx",)
    options: Options = Options()
    force: bool = False
    confined: bool = False
    plain: bool = True


class Made(Struct, frozen=True):
    """What a deck for an audience was made of, files and a brand, and how it went: sound, or failed for its mistakes,
    or refused by the disk."""

    files: frozenset[str]
    brand: str | None
    state: Literal["sound", "failed", "refused"]


class Run:
    """Builds, and keeps the account of it: `made` says of what each deck was made."""

    def __init__(
        self,
        world: DiskWorld,
        project: ProjectBuild,
        wanted: Wanted,
        *,
        begun: float,
        failed_before: Collection[Owner] = (),
    ) -> None:
        self.world, self.project, self.diags, self.wanted = world, project, project.diagnostics, wanted
        self.made: dict[Owner, Made] = {}
        self.interrupted = False
        self._begun, self._failed_before = begun, failed_before
        self._done: list[Done] = []
        self._pruned: list[Pruned] = []
        self._unwritten = Unwritten()
        self.built: list[Built] = []
        # Lines and a bar on one screen disturb each other: there, lines wait for the end.
        self._held: list[str] | None = [] if sys.stderr.isatty() else None

    def build(self, choice: Choice) -> None:
        """Compile and put in place all of `choice`; stops at Ctrl-C with every file whole."""
        wanted, formats = self.wanted, self._formats(choice)
        try:
            with (
                open_folder(
                    wanted.folder, project=self.world.root, force=wanted.force, confined=wanted.confined
                ) as place,
                Progress(sum(map(len, formats.values())), shown=wanted.plain) as progress,
            ):
                for output, asked in formats.items():
                    self._make(output, asked, choice, place, progress)
                if choice.whole:
                    # What a deck with mistakes makes may be more than it says: an audience may be misspelt.
                    failed = {done.output.deck for done in self._done if done.failed}
                    self._pruned.append(place.prune(choice.planned, unsure=choice.unread | failed))
        except NotWritten as refusal:
            if not self._unwritten.knows(refusal):
                self._refuse(refusal)
        except KeyboardInterrupt:
            self.interrupted = True
        self._unwritten.tell(self.diags)
        self._tell_pruned()

    def _formats(self, choice: Choice) -> dict[Output, tuple[str, ...]]:
        """The formats that each output can be written in; names that clash, or that no disk takes, are reported."""
        planned = [output for output in choice.planned if output.deck not in choice.unread]
        files = [one for output in planned for name in self.wanted.formats for one in _files(output, name)]
        refused = {(one.owner, one.format) for one in set(files) - set(refuse_names(files, self.diags))}
        found = {}
        for output in choice.outputs:
            found[output] = tuple(name for name in self.wanted.formats if (output.owner, name) not in refused)
        return {output: formats for output, formats in found.items() if formats}

    def _make(
        self, output: Output, formats: tuple[str, ...], choice: Choice, place: OutputFolder, progress: Progress
    ) -> None:
        progress.step(f"{output.deck} for {output.audience}")
        begun, said, known = time.monotonic(), Diagnostics(), len(self._done)
        compiled = self.project.compile(output.deck, output.audience, said)
        for one in said:
            self.diags.add(one)
        brand = compiled.scene.brand if compiled.scene else None
        self.made[output.owner] = Made(compiled.files, brand, "failed")
        if compiled.chunks is None:
            # Of a deck that can't be read nobody knows the audiences: all its files are old ones.
            audience = None if output.deck in choice.unread else output.audience
            self._fail(output, formats, place, place.mark_stale(output.deck, audience))
            self.built.append(built(self._done[known:], said, time.monotonic() - begun))
            return
        for number, name in enumerate(formats):
            if number:
                progress.step(f"{output.deck} for {output.audience}, {name}")
            self._write(replace(output, format=name), compiled, said, place, progress)
        files = [file for done in self._done[-len(formats) :] for file in done.files]
        self.made[output.owner] = Made(
            compiled.files, brand, "refused" if any(file.status == "refused" for file in files) else "sound"
        )
        self.built.append(built(self._done[known:], said, time.monotonic() - begun))

    def _fail(self, output: Output, formats: tuple[str, ...], place: OutputFolder, stale: tuple[str, ...]) -> None:
        """Enter a deck with mistakes: each format for programs, one line for people."""
        for name in formats:
            files = tuple(Put(place.show(one.name), "failed") for one in _files(output, name))
            told = stale if name == formats[-1] else ()
            self._done.append(Done(output=replace(output, format=name), files=files, stale=told))
        done = self._done[-len(formats) :]
        for line in failed_lines([file.path for one in done for file in one.files], stale):
            self._say(*line)

    def _write(
        self, output: Output, compiled: Compiled, said: Diagnostics, place: OutputFolder, progress: Progress
    ) -> None:
        """Put the files of one format in place, one by one; at Ctrl-C, those that are there are told. What there is to
        say of drawing them is said of the deck as well."""
        slides = len(compiled.scene.slides) if compiled.scene else 0
        puts: dict[str, Put] = {}
        inputs = self.project.inputs(compiled)
        try:
            for file in self.project.pipeline.files(compiled, output.format, self.wanted.options, said):
                one = replace(output, suffix=file.suffix)
                progress.tell(f"{output.deck} for {output.audience}, {output.format}, {counted(len(puts) + 1, 'file')}")
                puts[one.name], go_on = self._put(one, file.chunks, {} if puts else inputs, place)
                if not go_on:
                    break
            else:
                self._pruned.append(place.prune_format(output, puts))
        finally:
            for diagnostic in said:
                self.diags.add(diagnostic)
            again = output.owner in self._failed_before
            self._enter(Done(output=output, files=tuple(puts.values()), slides=slides, again=again))

    def _put(
        self, output: Output, chunks: tuple[Chunk, ...], inputs: Mapping[str, str], place: OutputFolder
    ) -> tuple[Put, bool]:
        """What became of a file, and whether the next one may fare better: not on a full disk."""
        path = place.show(output.name)
        try:
            return Put(path, place.write(output, chunks, inputs=inputs)), True
        except NotWritten as refusal:
            self._refuse(refusal)
            return Put(path, "refused"), refusal.code != "output-failed"

    def _refuse(self, refusal: NotWritten) -> None:
        if refusal.cause:
            self._unwritten.add(refusal)
            return
        self.diags.error(refusal.code, NOWHERE, refusal.reason, hint=refusal.hint)

    def _enter(self, done: Done) -> None:
        self._done.append(done)
        for status, path, remark in done.lines():
            self._say(status, path, remark)

    def _tell_pruned(self) -> None:
        for pruned in self._pruned:
            for path, remark in gathered(pruned.removed, "is no longer made", "are no longer made"):
                self._say("removed", path, remark)
            for path in pruned.kept:
                self._say("kept", path, "is no longer made, but was edited")
        for line in self._held or ():
            click.echo(line)

    def _say(self, status: str, path: str, remark: str) -> None:
        if not self.wanted.plain:
            return
        told = status.ljust(9)
        told = click.style(told, fg=_COLORS.get(status)) if in_color(sys.stdout) else told
        line = f"{told}  {path}  {remark}".rstrip()
        if self._held is None:
            click.echo(line)
            sys.stdout.flush()
        else:
            self._held.append(line)

    def summary(self) -> str:
        """The last line: how many decks, how long, what became of their files."""
        counts = Counter(file.status for done in self._done if not done.failed for file in done.files)
        counts["failed"] = len({done.output.owner for done in self._done if done.failed})
        told = ", ".join(f"{n} {status}" for status, n in counts.items() if n) or "nothing written"
        decks = counted(len({done.output.owner for done in self._done}), "deck")
        return f"{'Stopped. ' if self.interrupted else ''}{decks} in {self.seconds:.2f} s: {told}"

    @property
    def has_built(self) -> bool:
        """Whether there is anything to tell of."""
        return bool(self._done)

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self._begun

    def account(self) -> dict[str, Any]:
        """The run for programs."""
        from deckgen.diagnostics.render_json import as_data

        return {
            **as_data(self.diags),
            "command": "build",
            "seconds": round(self.seconds, 3),
            "interrupted": self.interrupted,
            "outputs": [entry for done in self._done for entry in done.entries()],
            "removed": [path for pruned in self._pruned for path in pruned.removed],
            "kept": [path for pruned in self._pruned for path in pruned.kept],
        }

    def exit_code(self, *, strict: bool) -> int:
        """130 when stopped, else 1 for mistakes (and, when `strict`, warnings), else 0."""
        return INTERRUPTED if self.interrupted else exit_code(self.diags, strict=strict)


def _files(output: Output, format: str) -> list[Output]:
    """The files of an output in a format, as far as their names are known before they are made."""
    return [replace(output, format=format, suffix=suffix) for suffix in SUFFIXES[format]]
