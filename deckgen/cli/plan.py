"""What a build is to make of what the project has."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from deckgen.cli.project import known, known_deck
from deckgen.output import Output

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild


class Choice(Struct, frozen=True, kw_only=True):
    """What a run is to make: decks for audiences. `planned` is what it is chosen from, which is all that the project
    makes where the choice is `whole`, so that the rest may be pruned; `unread` are decks that could not be read."""

    outputs: tuple[Output, ...]
    planned: tuple[Output, ...]
    whole: bool
    unread: frozenset[str] = frozenset()


def chosen(project: ProjectBuild, decks: Sequence[str], audiences: Sequence[str]) -> Choice:
    """What the arguments ask for, in the project's order; wrong usage for names that it doesn't have."""
    names = project.decks()
    wanted = [known_deck(project, deck) for deck in decks]
    choice = choose(project, wanted or names, audiences, whole=not decks and not audiences)
    if not choice.unread:
        everyone = {audience for deck in wanted or names for audience in project.audiences(deck)}
        for audience in audiences:
            known(audience, sorted(everyone), "audience")
        _check_each(project, wanted if audiences else (), audiences)
    return choice


def _check_each(project: ProjectBuild, decks: Sequence[str], audiences: Sequence[str]) -> None:
    """Wrong usage for a deck that is named, and has none of the audiences: it would be left out."""
    for deck in decks:
        found = project.audiences(deck)
        if not set(audiences) & set(found):
            raise click.UsageError(
                f'the deck {deck} has no audience "{audiences[0]}", so nothing of it would be built; leave it out,'
                f" or name one of {', '.join(found)}"
            )


def choose(project: ProjectBuild, decks: Collection[str], audiences: Collection[str], *, whole: bool) -> Choice:
    """These decks for these audiences, for all they have where none is named; what isn't there is left out."""
    declared = {deck: project.audiences(deck) for deck in project.decks() if deck in decks}
    unread = frozenset(deck for deck, found in declared.items() if not found or not project.knows_audiences(deck))
    outputs = tuple(
        Output(deck=deck, audience=audience, source=f"decks/{deck}.yaml")
        for deck, found in declared.items()
        for audience in found or tuple(audiences) or ("full",)
        if not audiences or audience in audiences or deck in unread
    )
    return Choice(outputs=outputs, planned=outputs, whole=whole, unread=unread)
