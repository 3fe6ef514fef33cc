"""`deckgen build --watch`: builds what a saved file touches, again and again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from deckgen.cli.beside import said_beside, unused_slides
from deckgen.cli.plan import Choice, choose
from deckgen.cli.project import deck_name
from deckgen.cli.report import counted, tell
from deckgen.cli.run import INTERRUPTED, Made, Owner, Run, Wanted
from deckgen.cli.tree import Changes, Tree, scan, stamp_of
from deckgen.cli.waiting import Waiting, settled
from deckgen.output import Output, recorded
from deckgen.resolve.project import FACTS

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.cli.rows import Asked, RowsRun
    from deckgen.worlds import DiskWorld

SOURCES = ("assets/", "decks/", "slides/")
"""Where a change is told even if no deck is touched by it."""


class Names(Struct, frozen=True):
    """The decks and audiences that are asked for; () for all."""

    decks: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()


class ForRows(Struct, frozen=True):
    """What is said of rows: the options, and what parts a choice into what is built once and decks built for rows."""

    asked: Asked
    parted: Callable[[Choice], tuple[Choice, tuple[str, ...]]]


class Watch:
    """A project that is built whenever one of its files is saved. Of decks that are built for rows, those rows are
    that come out otherwise."""

    def __init__(
        self, world: DiskWorld, project: ProjectBuild, wanted: Wanted, names: Names, for_rows: ForRows
    ) -> None:
        self._world, self._project, self._wanted, self._names = world, project, wanted, names
        self._for_rows = for_rows
        self._rows_decks: tuple[str, ...] = ()
        self._made: dict[Owner, Made] = {}
        self._skipped = _skipped(world.root, wanted)
        self._audiences = project.pipeline.project.audiences()
        self._seen = self._look()

    def run(self, first: Choice, *, begun: float, poll: bool) -> int:
        """Build the `first` time, then until Ctrl-C; the exit code. `poll` asks no system to tell of changes."""
        waiting = Waiting(poll=poll)
        first, for_rows = self._for_rows.parted(first)
        try:
            built = self._build(first, for_rows, begun)
            self._say(f"Watching {self._shown()} for changes; Ctrl-C ends it.")
            while not built.interrupted:
                changes = self._changes()
                if changes.paths:
                    built = self._rebuild(changes) or built
                else:
                    waiting.wait(self._seen.folders)
        except KeyboardInterrupt:
            self._say("Stopped watching.")
            return 0
        finally:
            waiting.close()
        return INTERRUPTED

    def _parted(self, choice: Choice) -> tuple[Choice, tuple[str, ...]]:
        """The choice, and decks that are built for rows; what is wrong about the two is said."""
        try:
            return self._for_rows.parted(choice)
        except click.UsageError as error:  # the deck that had rows has none any more, say
            self._say(error.format_message())
            return choice, ()

    def _look(self) -> Tree:
        tree, rows = scan(self._world.root, self._skipped()), self._for_rows.asked.rows
        if rows is not None:  # it may lie anywhere
            with suppress(OSError):
                tree.files[rows] = stamp_of(os.stat(rows))
            return Tree(tree.files, tree.folders | {os.path.dirname(os.path.realpath(rows))})
        return tree

    def _changes(self) -> Changes:
        """What has changed since the last time, once it has stopped changing."""
        before, self._seen = self._seen, self._look()
        if self._seen != before:
            self._seen = settled(self._look, self._seen)
        return self._seen.since(before)

    def _rebuild(self, changes: Changes) -> Run | None:
        """Build what the changes touch; None where that is nothing."""
        begun = time.monotonic()
        self._project.reread(changes.paths)
        choice, for_rows = self._parted(self._choose())
        rows_touched = self._are_rows_touched(for_rows, changes)
        touched = self._touched(choice, changes)
        owners = {output.owner for output in choice.outputs}
        self._project.reread(())  # what was said of decks that aren't touched has been told before
        same = owners == self._made.keys() and not rows_touched
        if not touched and same and not self._project.diagnostics.errors:
            if any(path.startswith(SOURCES) for path in changes.paths):
                self._say(f"{_clock()}  {changes.told()}; no deck is touched{self._unused(changes)}")
            return None
        self._say(f"{_clock()}  {changes.told()}")
        return self._build(replace(choice, outputs=touched), for_rows if rows_touched else (), begun)

    def _unused(self, changes: Changes) -> str:
        """What to write where the slides that were saved stand in no deck."""
        unused = unused_slides(self._project)
        saved = [slide for slide in unused if f"slides/{slide}.yaml" in changes.paths]
        return f": none says  - use: {saved[0]}" if saved else ""

    def _are_rows_touched(self, decks: tuple[str, ...], changes: Changes) -> bool:
        """Whether a row of these decks may come out otherwise. Which do, the batch itself finds out."""
        before, self._rows_decks = self._rows_decks, decks
        files = {spec.file.text for deck in decks if (spec := self._project.rows(deck))} | {self._for_rows.asked.rows}
        touched = any(path.startswith(SOURCES) or path in files for path in changes.paths)
        return bool(decks) and (touched or decks != before)

    def _choose(self) -> Choice:
        names, project = self._names, self._project
        decks = [deck_name(deck) for deck in names.decks] or project.decks()
        return choose(project, decks, names.audiences, whole=not names.decks and not names.audiences)

    def _touched(self, choice: Choice, changes: Changes) -> tuple[Output, ...]:
        """The outputs that may come out otherwise, those that are new, and those that went wrong the last time."""
        audiences = self._project.pipeline.project.audiences()
        # Variants are checked against every deck's audiences; facts are looked for wherever they may be.
        everything = audiences != self._audiences or any(path.startswith(FACTS) for path in changes.new | changes.gone)
        self._audiences = audiences
        return tuple(
            output for output in choice.outputs if everything or _is_touched(self._made.get(output.owner), changes)
        )

    def _build(self, choice: Choice, for_rows: tuple[str, ...], begun: float) -> Run:
        """Build, tell, and remember of what each deck was made. What is said beside it is said the first time."""
        first = not self._made
        failed = {owner for owner, made in self._made.items() if made.state == "failed"}
        run = Run(self._world, self._project, self._wanted, begun=begun, failed_before=failed)
        if choice.planned or not for_rows:
            run.build(choice)
        rows = self._build_rows(for_rows, run) if for_rows and not run.interrupted else None
        for output in choice.outputs:
            # What could not be tried, in a folder that another build holds, say, is tried the next time.
            self._made[output.owner] = run.made.get(output.owner) or Made(frozenset(), None, "refused")
        owners = {output.owner for output in choice.planned}
        self._made = {owner: made for owner, made in self._made.items() if owner in owners}
        beside = said_beside(self._project, [*map(deck_name, self._names.decks)]).lines if first else ()
        if self._wanted.plain:
            tell(run.diags, self._world)
            if choice.outputs:
                click.echo(run.summary())
            for line in [*(rows.stale_lines() if rows else ()), *([rows.summary()] if rows else ()), *beside]:
                click.echo(line)
        else:
            _to_line(run, rows)
        return run

    def _build_rows(self, decks: tuple[str, ...], run: Run) -> RowsRun:
        from deckgen.cli.rows import RowsRun  # few projects have any

        self._rows_decks = decks
        rows = RowsRun(self._world, self._project, self._wanted, self._for_rows.asked)
        rows.build(decks)
        run.interrupted = rows.interrupted
        return rows

    def _say(self, line: str) -> None:
        if self._wanted.plain:
            click.echo(line)

    def _shown(self) -> str:
        decks = counted(len({*self._rows_decks, *(deck for deck, _ in self._made)}), "deck")
        return f"{os.path.basename(self._world.root) or self._world.root} ({decks})"


def _is_touched(made: Made | None, changes: Changes) -> bool:
    """Whether a deck may come out otherwise than it was last `made`.

    One that went wrong may want any file of the project's, also one that it didn't come to; but what is written
    elsewhere all the time, a log of this very watch, say, is none of its business.
    """
    if made is None or not made.files.isdisjoint(changes.paths):
        return True
    wanted = SOURCES if made.state != "sound" else (f"assets/brands/{made.brand}/",)
    came = bool(changes.new or changes.gone) and made.state != "sound"
    return came or any(path.startswith(wanted) for path in changes.paths)


def _skipped(root: str, wanted: Wanted) -> Callable[[], Callable[[str], bool]]:
    """Makes what tells which paths below the root are of no interest: all that builds write."""
    below = os.path.relpath(os.path.realpath(wanted.folder), os.path.realpath(root)).replace(os.sep, "/")
    # An output folder that holds sources as well is watched, but for what the last build has written there.
    mixed = below == "." or f"{below}/" in SOURCES

    def skipped() -> Callable[[str], bool]:
        prefix = "" if below == "." else f"{below}/"
        written = {f"{prefix}{name}" for name in recorded(wanted.folder)} if mixed else set()
        folders = {"build"} if mixed else {"build", below}
        return lambda path: path in folders or path in written

    return skipped


def _to_line(run: Run, rows: RowsRun | None) -> None:
    import msgspec

    click.echo(msgspec.json.encode(run.account() | ({"rows": rows.account()} if rows else {})).decode())


def _clock() -> str:
    return time.strftime("%H:%M:%S")
