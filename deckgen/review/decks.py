"""All decks of a project in two states, opened one after another and compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from deckgen.diff.changes import Difference
from deckgen.diff.compare import compare
from deckgen.diff.decks import DeckChange, Fate, ProjectDifference, Version
from deckgen.diff.read.opened import Unreadable
from deckgen.review.names import Name, Wrong
from deckgen.review.sides import Side, Sides, Unbuilt

Fault: TypeAlias = Unbuilt | Unreadable | Wrong
Told: TypeAlias = Callable[[Name, Fault], None]
_OF_ROW = ""
"""The audience of a deck that has rows: whichever the row is for."""


def compare_project(sides: Sides, before: str, after: str, *, row: str, failed: Told) -> ProjectDifference:
    """The project as revision `before` has it and as `after` has it, "" for what lies here.

    `row` is what the row is called that decks with rows are compared for; `failed` is told of each side that can't be
    compared. GitError where a revision has no project.
    """
    states = _State(sides, before, failed), _State(sides, after, failed)
    decks = {deck for state in states for deck in state.decks}
    for_rows = {deck for deck in decks if any(state.has_rows(deck) for state in states)}
    # A row gives its whole project variables, so decks with rows come last.
    found = [_compared(deck, *states, row if deck in for_rows else "") for deck in sorted(decks - for_rows)]
    found += [_compared(deck, *states, row) for deck in sorted(for_rows)]
    return ProjectDifference(before=before, after=after, decks=tuple(sorted(found, key=lambda one: one.deck)))


class _State:
    """The project as a revision has it. What can't be compared is told once for all."""

    def __init__(self, sides: Sides, revision: str, failed: Told) -> None:
        self._sides, self._revision, self._failed = sides, revision, failed
        self._world, self._project = sides.project(revision)
        self.decks = self._project.decks()

    def has_rows(self, deck: str) -> bool:
        """Whether the deck is there and built for rows."""
        return deck in self.decks and self._project.is_for_rows(deck)

    def audiences(self, deck: str) -> tuple[str, ...] | None:
        """The deck's audiences, none where the deck isn't there; None after telling that it can't be read."""
        if deck not in self.decks:
            return ()
        found = self._project.audiences(deck)
        if not found:
            name = Name(deck=deck, revision=self._revision)
            self._failed(name, Unbuilt(name.told, self._project.diagnostics, self._world))
            return None
        return (_OF_ROW,) if self.has_rows(deck) else found

    def side(self, deck: str, audience: str) -> Side | None:
        """The deck for the audience; None after telling why it can't be compared. It isn't kept."""
        name = Name(deck=deck, audience=audience, revision=self._revision)
        try:
            return self._sides.open(name)
        except (Unbuilt, Unreadable, Wrong) as fault:
            self._failed(name, fault)
            return None
        finally:
            self._sides.forget(name)


def _compared(deck: str, before: _State, after: _State, row: str) -> DeckChange:
    first, second = before.audiences(deck), after.audiences(deck)
    if first is None or second is None:
        known = dict.fromkeys((*(second or ()), *(first or ()))) or ("full",)
        return DeckChange(deck=deck, versions=tuple(Version(audience=one, status="failed") for one in known), row=row)
    versions = []
    for one in dict.fromkeys((*second, *first)):
        old = before.side(deck, one) if one in first else None
        new = after.side(deck, one) if one in second else None
        versions.append(_version(one, old, new, sides=(one in first) + (one in second)))
    return DeckChange(deck=deck, versions=tuple(versions), row=row)


def _version(audience: str, before: Side | None, after: Side | None, *, sides: int) -> Version:
    """What became of the deck for an audience; `sides` is how many of the two it should be on."""
    difference: Difference | None = None
    status: Fate
    if before and after:
        difference = compare(before.deck, after.deck, places=False)
        status = "same" if difference.nothing else "changed"
    elif sides > (before is not None) + (after is not None):
        status = "failed"
    else:
        status = "added" if after else "gone"
    first, second = (len(side.deck.slides) if side else None for side in (before, after))
    return Version(audience=audience, status=status, before=first, after=second, difference=difference)
