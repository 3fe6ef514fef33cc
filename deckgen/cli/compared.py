"""A comparison on the command line: its sides named and opened, what came of it told."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

from deckgen.cli.project import find_root, known, open_world
from deckgen.cli.report import in_color, tell
from deckgen.diff.changes import Difference
from deckgen.diff.compare import compare
from deckgen.diff.read.opened import Unreadable
from deckgen.git import GitError, RevisionWorld
from deckgen.output.atomic import NotWritten, write_where_asked
from deckgen.review.names import Name, Wrong, parsed
from deckgen.review.sides import Side, Sides, Unbuilt

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.world import World

Made = TypeVar("Made")


@contextmanager
def sides_of(settings: dict[str, str], row: str | None = None, *, first: bool = False) -> Iterator[Sides]:
    """What opens sides, from the project around the current folder; decks with rows for this `row`, or for the
    `first` one where none is said."""

    def for_row(world: World, project: ProjectBuild, deck: str) -> str:
        if project.rows(deck) is None:
            if row is not None and not first and not isinstance(world, RevisionWorld):  # an older one may have had none
                raise click.UsageError(f"the deck {deck} is not built for rows, so there is no row {row}")
            return ""
        from deckgen.cli.one_row import audience_of, take_row

        if row is None and not first:
            raise click.UsageError(f"{deck} is built for rows; say which is to be compared: --row 17, or --row urn=…")
        found = take_row(world, project, deck, row)
        return audience_of(found, project, deck) if found else ""

    asked = "--row" if row is not None else "--set" if settings else ""
    sides = Sides(open_world, find_root(os.getcwd()), settings, for_row=for_row, asked=asked)
    try:
        yield sides
    finally:
        sides.close()


@contextmanager
def trouble_ends_with(code: int) -> Iterator[None]:
    """Have what goes wrong within end the run with this exit code, where it would with 1."""
    try:
        yield
    except click.exceptions.Exit:
        raise
    except Exception as error:
        if getattr(error, "exit_code", 1) == 1:
            error.exit_code = code  # type: ignore[attr-defined]  # main() asks every error for it
        raise


def usable(made: Callable[[], Made]) -> Made:
    """What `made` gives; wrong usage where it finds a name that means nothing."""
    try:
        return made()
    except Wrong as wrong:
        raise click.UsageError(str(wrong)) from None
    except GitError as error:
        raise click.UsageError(f"{error.reason}; {error.hint}") from None


class Compared:
    """The two sides of one run and what differs. Wrong usage ends the run; what is wrong with a side is told, and
    then `failed`."""

    def __init__(self, sides: Sides, before: str, after: str | None, revisions: Sequence[str]) -> None:
        self._sides = sides
        first, second = self._named(before, after, revisions)
        if not first.deck and not second.deck and (option := sides.asked):
            raise click.UsageError(f"{option} is for decks, and two files are compared as they are; leave it out")
        self._inputs = [os.path.realpath(name.path) for name in (first, second) if name.path and not name.revision]
        self._opened = (self._open(first), self._open(second))
        check_asked(sides)
        self.failed = None in self._opened
        if self._opened[0] is not None and self._opened[1] is not None:
            self._between = (self._opened[0], self._opened[1])
            places = not (self._between[0].built and self._between[1].built)
            self.difference: Difference = compare(self._between[0].deck, self._between[1].deck, places=places)

    def _named(self, before: str, after: str | None, revisions: Sequence[str]) -> tuple[Name, Name]:
        """The two names that the arguments mean."""
        first = usable(lambda: parsed(before, self._sides))
        if after is None:
            return self._alone(first, revisions)
        if revisions:
            raise click.UsageError("--rev goes with one DECK; of two write REVISION:DECK")
        second = usable(lambda: parsed(after, self._sides))
        return self._alike(first, second), self._alike(second, first)

    def _alone(self, name: Name, revisions: Sequence[str]) -> tuple[Name, Name]:
        """What one name is compared with."""
        if name.path:
            _check_there(name)
            if revisions or name.revision:
                raise click.UsageError("a file alone is compared with its deck: leave out the revision")
            return self._built_from(name), name
        if name.revision and revisions:
            raise click.UsageError(f'"{name.revision}" and --rev both name a revision')
        if len(revisions) > 2:
            raise click.UsageError("--rev is given twice at most")
        here = Name(deck=name.deck, audience=name.audience)
        first, *second = revisions if len(revisions) else (name.revision or "HEAD",)
        return _at(here, first), _at(here, second[0]) if second else here

    def _built_from(self, file: Name) -> Name:
        """The deck that a file says it was built from."""
        side = self._peeked(file)
        deck, audience = (side.deck.source, side.deck.audience) if side else ("", "")
        known = deck.removeprefix("decks/").removesuffix(".yaml")
        if not known or known not in self._sides.decks():
            raise click.UsageError(f"compared with what? write: deckgen diff DECK {file.path}")
        return Name(deck=known, audience=audience)

    def _alike(self, name: Name, other: Name) -> Name:
        """A deck without an audience, for the audience that the file beside it was built for."""
        if not name.deck or name.audience or not other.path:
            return name
        side = self._peeked(other)
        if side is None or side.deck.source != f"decks/{name.deck}.yaml":
            return name
        return Name(deck=name.deck, audience=side.deck.audience, revision=name.revision)

    def _peeked(self, file: Name) -> Side | None:
        """The side of a file; None where it can't be read, which is told when its turn comes."""
        try:
            return usable(lambda: self._sides.open(file))
        except Unreadable:
            return None

    def _open(self, name: Name) -> Side | None:
        """The side of this name; None after telling what is wrong with it."""
        _check_there(name)
        try:
            return usable(lambda: self._sides.open(name))
        except Unreadable as error:
            click.echo(f"{name.told} can't be compared: {error.reason}; {error.hint}", err=True)
        except Unbuilt as unbuilt:
            click.echo(f"{unbuilt.told} can't be compared: it has mistakes", err=True)
            tell(unbuilt.diagnostics, unbuilt.world)
        return None

    def tell(self, format: str, output: str | None) -> None:
        """Tell what differs, on stdout or in a file."""
        if output is not None and os.path.realpath(output) in self._inputs:
            raise click.UsageError(f"{output} is one of the two that are compared; write to another file")
        hand_out(self._told(format, in_color(sys.stdout) and output is None), output)
        if output and format == "html":
            click.echo(f"{output}: {self._summary()}")

    def _summary(self) -> str:
        from deckgen.diff.tell.phrases import summary

        return summary(self.difference.counts, len(self.difference.deck))

    def _told(self, format: str, color: bool) -> bytes:
        first, second = self._between
        between = (self.difference, first.told, second.told)
        if format == "json":
            from deckgen.diff.tell.data import as_data

            return as_json(as_data(*between))
        if format == "markdown":
            from deckgen.diff.tell.markdown import as_markdown

            return as_markdown(*between).encode()
        if format == "html":
            from deckgen.diff.tell.html import as_html

            return as_html(
                self.difference, (first.told, second.told), (first.deck, second.deck), (first.drawn(), second.drawn())
            )
        from deckgen.diff.tell.text import as_text

        return as_text(*between, color=color).encode("utf-8", "replace")


def check_asked(sides: Sides, row: str | None = None) -> None:
    """Wrong usage for values, or a row, that no deck asks for."""
    if sides.settings and (variables := sides.variables()) is not None:
        for name in sides.settings:
            known(name, variables, "variable", " in this project")
    if row is not None and not sides.has_rows():
        raise click.UsageError(f"no deck of this project is built for rows, so there is no row {row}; leave out --row")


def hand_out(content: bytes, output: str | None) -> None:
    """Put what is told on stdout, or in a file."""
    if output is None:
        click.echo(content.decode(), nl=False)
        return
    try:
        write_where_asked(output, content)
    except NotWritten as refusal:
        raise click.ClickException(refusal.line("-o FILE")) from None


def as_json(account: object) -> bytes:
    """An account for programs."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(account), indent=2) + b"\n"


def _at(name: Name, revision: str) -> Name:
    return Name(deck=name.deck, audience=name.audience, revision=revision)


def _check_there(name: Name) -> None:
    """Wrong usage for a file that isn't there."""
    if name.path and not name.revision and not os.path.exists(name.path):
        raise click.UsageError(f"there is no file {name.path}{_near(name.path)}")


def _near(path: str) -> str:
    """A file beside it that is probably meant."""
    from deckgen.diagnostics import did_you_mean

    folder, name = os.path.split(path)
    try:
        beside = [entry for entry in os.listdir(folder or ".") if entry.endswith((".pptx", ".potx"))]
    except OSError:
        return f": there is no folder {folder}"
    hint = did_you_mean(name, beside)
    return f"; {hint}" if hint and hint.startswith("did") else ""
