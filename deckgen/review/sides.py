"""The sides of a comparison, opened: read, and ready to be drawn."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from deckgen import api
from deckgen.diagnostics import Diagnostics, did_you_mean
from deckgen.diff.read.deck import read_deck
from deckgen.diff.read.opened import Unreadable, open_file, open_package
from deckgen.diff.view import Deck
from deckgen.git import GitError, Repository, RevisionWorld
from deckgen.ooxml.chunks import Chunk
from deckgen.pipeline import Compiled
from deckgen.review.names import Name, Wrong
from deckgen.world import Refused, World
from deckgen.worlds import MemoryWorld

if TYPE_CHECKING:
    from deckgen.diff.side import Drawn


class Unbuilt(Exception):
    """A deck with errors: which one, what is wrong with it, and the world that its files are in."""

    def __init__(self, told: str, diagnostics: Diagnostics, world: World) -> None:
        super().__init__(told)
        self.told, self.diagnostics, self.world = told, diagnostics, world


class Side(Struct, frozen=True, kw_only=True):
    """A side: how it is called, what it says, and how it is drawn. `built`: deckgen has laid it out."""

    told: str
    deck: Deck
    built: bool
    drawn: Callable[[], Drawn]


class Sides:
    """Opens sides. Those of one revision share a project; git is asked once for each."""

    def __init__(
        self,
        world: Callable[[], World],
        root: str | None,
        settings: Mapping[str, str],
        *,
        for_row: Callable[[World, api.ProjectBuild, str], str] = lambda world, project, deck: "",
        asked: str = "",
    ) -> None:
        """`world` gives the project's, or raises; `root` is its folder, None where there is no project. `for_row` has
        a project compile a deck for a row, and gives the row's audience, "" where the deck has no rows. `asked` names
        what is asked of decks, which a file can't give."""
        self.asked = asked
        self._world, self._root, self.settings, self._for_row = world, root, settings, for_row
        self._projects: dict[str, tuple[World, api.ProjectBuild]] = {}
        self._opened: dict[Name, Side] = {}
        self._last: tuple[tuple[Chunk, ...], Deck] | None = None

    @cached_property
    def repository(self) -> Repository:
        """The repository around the project, or around the current folder; GitError where there is none."""
        return Repository(self._root or os.getcwd())

    def variables(self) -> frozenset[str] | None:
        """What a text or a deck of the projects asks for that were opened; None where it can't be told."""
        found = [project.variables() for _, project in self._projects.values()]
        known = [names for names in found if names is not None]
        return frozenset().union(*known) if known and len(known) == len(found) else None

    def has_rows(self) -> bool:
        """Whether a deck of the projects that were opened is meant to be built for rows."""
        return any(project.is_for_rows(deck) for _, project in self._projects.values() for deck in project.decks())

    def project(self, revision: str = "") -> tuple[World, api.ProjectBuild]:
        """The project as it lies there, or as a revision has it; GitError, or wrong usage, where there is none."""
        if revision not in self._projects:
            below = self._world()
            world = below
            if revision:
                world = RevisionWorld(self.repository, self.repository.commit(revision), below)
            self._projects[revision] = world, api.open_project(world, settings=dict(self.settings))
        return self._projects[revision]

    def close(self) -> None:
        """Let go of what is held open."""
        for world, _ in self._projects.values():
            if isinstance(world, RevisionWorld):
                world.close()

    def decks(self, revision: str = "") -> Collection[str]:
        """The decks of the project, or of a revision of it; none where there is no project."""
        if self._root is None:
            return ()
        return self.project(revision)[1].decks()

    def audiences(self, deck: str) -> Collection[str]:
        """The audiences of a deck as it lies there."""
        return self.project()[1].audiences(deck)

    def is_revision(self, text: str) -> bool:
        """Whether git knows it as one."""
        try:
            return self.repository.is_revision(text)
        except GitError:
            return False

    def revisions(self) -> Collection[str]:
        """The names of branches and tags; none where there is no repository."""
        try:
            return self.repository.names()
        except GitError:
            return ()

    def open(self, name: Name) -> Side:
        """The side of this name. Unreadable, Unbuilt, GitError or Wrong, where it can't be compared."""
        if name not in self._opened:
            self._opened[name] = self._file(name) if name.path else self._deck(name)
        return self._opened[name]

    def forget(self, name: Name) -> None:
        """Let go of a side: who goes through all decks needs each once."""
        self._opened.pop(name, None)

    def _file(self, name: Name) -> Side:
        package = open_package(self._blob(name)) if name.revision else open_file(name.path)
        deck = read_deck(package)

        def drawn() -> Drawn:
            from deckgen.diff.side import sketched

            return sketched(package, deck)

        return Side(told=name.told, deck=deck, built=False, drawn=drawn)

    def _blob(self, name: Name) -> bytes:
        """A file as a revision has it; its path is as seen from the current folder, like that of any file."""
        repository = Repository(os.getcwd())
        world = RevisionWorld(repository, repository.commit(name.revision), MemoryWorld({}))
        try:
            return world.read(name.path)
        except Refused as refused:
            raise Unreadable(refused.reason, refused.hint or "see what `git ls-tree` says") from None
        finally:
            world.close()

    def _deck(self, name: Name) -> Side:
        world, project = self.project(name.revision)
        compiled = self._compiled(name, world, project)
        deck = _with_facts(self._view(compiled.chunks or ()), compiled)

        def drawn() -> Drawn:
            from deckgen.diff.side import drawn

            return drawn(project.drawing(compiled), project.diagnostics)

        told = replace(name, audience=compiled.audience).told
        return Side(told=told, deck=deck, built=True, drawn=drawn)

    def _view(self, chunks: tuple[Chunk, ...]) -> Deck:
        """What a built deck says. Reading it takes longer than building it, and the two sides of most are the same."""
        if self._last is None or self._last[0] != chunks:
            self._last = chunks, read_deck(open_package(_file_of(chunks)))
        return self._last[1]

    def _compiled(self, name: Name, world: World, project: api.ProjectBuild) -> Compiled:
        if name.deck not in project.decks():
            where = f" at {name.revision}" if name.revision else ""
            hint = did_you_mean(name.deck, project.decks())
            raise Wrong(f'there is no deck "{name.deck}"{where}' + (f"; {hint}" if hint else ""))
        audiences = project.audiences(name.deck)
        if not audiences:
            raise Unbuilt(name.told, project.diagnostics, world)
        of_row = self._for_row(world, project, name.deck)
        wanted = replace(name, audience=name.audience or of_row)
        compiled = project.compile(name.deck, _audience(wanted, audiences))
        if compiled.chunks is None:
            raise Unbuilt(name.told, project.diagnostics, world)
        return compiled


def _audience(name: Name, audiences: Collection[str]) -> str:
    wanted = name.audience or "full"
    if wanted in audiences:
        return wanted
    if not name.audience:
        raise Wrong(f'"{name.deck}" is built for audiences alone: write {name.deck}:{min(audiences)}')
    where = f" at {name.revision}" if name.revision else ""
    hint = did_you_mean(wanted, audiences)
    raise Wrong(f'"{name.deck}" has no audience "{wanted}"{where}' + (f"; {hint}" if hint else ""))


def _file_of(chunks: tuple[Chunk, ...]) -> BinaryIO:
    """A built deck as an open file. Its films are left out: a hole of their length stands for each, since nobody
    looks into them and their checksums are in the directory."""
    if all(isinstance(chunk, bytes) for chunk in chunks):
        return io.BytesIO(b"".join(chunk for chunk in chunks if isinstance(chunk, bytes)))
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it is open as long as the side
    for chunk in chunks:
        if isinstance(chunk, bytes):
            file.write(chunk)
        else:
            file.seek(sum(len(piece) for piece in chunk), os.SEEK_CUR)
    file.seek(0)
    return file


def _with_facts(deck: Deck, compiled: Compiled) -> Deck:
    """The deck with what only its specs say."""
    scene = compiled.scene
    assert scene is not None
    minutes = "" if scene.minutes is None else f"{scene.minutes:g}"
    facts = {**deck.facts, "minutes": minutes, "brand": scene.brand, "language": scene.language}
    slides = tuple(
        replace(slide, minutes=laid_out.minutes) for slide, laid_out in zip(deck.slides, scene.slides, strict=True)
    )
    return replace(deck, facts=facts, slides=slides)
