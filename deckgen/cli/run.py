"""One run of `deckgen build`: what was asked for, what became of it, and how that is told."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import click
from msgspec import Struct

from deckgen.cli.progress import Progress
from deckgen.cli.project import deck_name, known
from deckgen.cli.report import counted, exit_code
from deckgen.diagnostics import NOWHERE
from deckgen.output import NotWritten, Output, OutputFolder, Pruned, open_folder, refuse_names

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.worlds import DiskWorld

Status = Literal["written", "unchanged", "failed", "refused"]
_COLORS = {
    "written": "green",
    "failed": "red",
    "refused": "red",
    "stale": "yellow",
    "removed": "yellow",
    "kept": "yellow",
}
INTERRUPTED = 130


class Choice(Struct, frozen=True, kw_only=True):
    """What a run is to make. `whole`: all that the project makes, so that the rest may be pruned;
    `unread` are decks that could not be read."""

    outputs: tuple[Output, ...]
    whole: bool
    unread: frozenset[str] = frozenset()


class Done(Struct, frozen=True, kw_only=True):
    """What became of one output. `stale` are earlier files that lie there still."""

    output: Output
    path: str
    status: Status
    slides: int = 0
    stale: tuple[str, ...] = ()


def chosen(project: ProjectBuild, decks: Sequence[str], audiences: Sequence[str]) -> Choice:
    """What the arguments ask for, in the project's order; wrong usage for names that it doesn't have."""
    names = tuple(project.decks())
    wanted = [known(deck_name(deck), names, "deck") for deck in decks]
    declared = {deck: tuple(project.audiences(deck)) for deck in names if not wanted or deck in wanted}
    unread = frozenset(deck for deck, found in declared.items() if not found or not project.knows_audiences(deck))
    everyone = sorted({audience for found in declared.values() for audience in found})
    if not unread:
        for audience in audiences:
            known(audience, everyone, "audience")
    outputs = tuple(
        Output(deck=deck, audience=audience, source=f"decks/{deck}.yaml")
        for deck, found in declared.items()
        for audience in found or ("full",)
        if not audiences or audience in audiences or deck in unread
    )
    return Choice(outputs=outputs, whole=not decks and not audiences, unread=unread)


class Run:
    """Builds, and keeps the account of it."""

    def __init__(self, world: DiskWorld, project: ProjectBuild, *, plain: bool, begun: float) -> None:
        self.world, self.project, self.diags = world, project, project.diagnostics
        self._plain, self._begun = plain, begun
        self._done: list[Done] = []
        self._pruned = Pruned((), ())
        self._interrupted = False
        # Lines and a bar on one screen disturb each other: there, lines wait for the end.
        self._held: list[str] | None = [] if sys.stderr.isatty() else None

    def build(self, choice: Choice, folder: str, *, force: bool, confined: bool) -> None:
        """Compile and put in place all of `choice`; stops at Ctrl-C with every file whole."""
        sound = refuse_names([output for output in choice.outputs if output.deck not in choice.unread], self.diags)
        outputs = [output for output in choice.outputs if output.deck in choice.unread or output in sound]
        try:
            with (
                open_folder(folder, project=self.world.root, force=force, confined=confined) as place,
                Progress(len(outputs), shown=self._plain) as progress,
            ):
                for output in outputs:
                    progress.step(f"{output.deck} for {output.audience}")
                    self._enter(self._make(output, place, choice.unread))
                if choice.whole:
                    made = {output.name for output in choice.outputs}
                    # What a deck with mistakes makes may be more than it says: an audience may be misspelt.
                    failed = {done.output.deck for done in self._done if done.status == "failed"}
                    self._pruned = place.prune(made, unsure=choice.unread | failed)
        except NotWritten as refusal:
            self._refuse(refusal)
        except KeyboardInterrupt:
            self._interrupted = True
        self._tell_pruned()

    def _make(self, output: Output, place: OutputFolder, unread: frozenset[str]) -> Done:
        compiled = self.project.compile(output.deck, output.audience)
        path = place.show(output.name)
        slides = len(compiled.scene.slides) if compiled.scene else 0
        if compiled.chunks is None:
            # Of a deck that can't be read nobody knows the audiences: all its files are old ones.
            audience = None if output.deck in unread else output.audience
            return Done(output=output, path=path, status="failed", stale=place.mark_stale(output.deck, audience))
        try:
            status = place.write(output, compiled.chunks, inputs=self.project.inputs(compiled))
        except NotWritten as refusal:
            self._refuse(refusal)
            return Done(output=output, path=path, status="refused", slides=slides)
        return Done(output=output, path=path, status=status, slides=slides)

    def _refuse(self, refusal: NotWritten) -> None:
        self.diags.error(refusal.code, NOWHERE, refusal.reason, hint=refusal.hint)

    def _enter(self, done: Done) -> None:
        self._done.append(done)
        self._say(done.status, done.path, counted(done.slides, "slide") if done.slides else "")
        for path in done.stale:
            self._say("stale", path, "is from an earlier build")

    def _tell_pruned(self) -> None:
        for path in self._pruned.removed:
            self._say("removed", path, "is no longer made")
        for path in self._pruned.kept:
            self._say("kept", path, "is no longer made, but was edited")
        for line in self._held or ():
            click.echo(line)

    def _say(self, status: str, path: str, remark: str) -> None:
        if not self._plain:
            return
        line = f"{click.style(status.ljust(9), fg=_COLORS.get(status))}  {path}  {remark}".rstrip()
        if self._held is None:
            click.echo(line)
            sys.stdout.flush()
        else:
            self._held.append(line)

    def summary(self) -> str:
        """The last line: how many decks, how long, what became of them."""
        counts = Counter(done.status for done in self._done)
        told = ", ".join(f"{n} {status}" for status, n in counts.items()) or "nothing written"
        stopped = "Stopped. " if self._interrupted else ""
        return f"{stopped}{counted(len(self._done), 'deck')} in {self._seconds:.2f} s: {told}"

    @property
    def _seconds(self) -> float:
        return time.monotonic() - self._begun

    def account(self) -> dict[str, Any]:
        """The run for programs."""
        from deckgen.diagnostics.render_json import as_data

        outputs = [
            {
                "path": done.path,
                "deck": done.output.deck,
                "audience": done.output.audience,
                "status": done.status,
                "slides": done.slides,
                "stale": done.stale,
            }
            for done in self._done
        ]
        return {
            **as_data(self.diags),
            "command": "build",
            "seconds": round(self._seconds, 3),
            "interrupted": self._interrupted,
            "outputs": outputs,
            "removed": self._pruned.removed,
            "kept": self._pruned.kept,
        }

    def exit_code(self, *, strict: bool) -> int:
        """130 when stopped, else 1 for mistakes (and, when `strict`, warnings), else 0."""
        return INTERRUPTED if self._interrupted else exit_code(self.diags, strict=strict)
