"""All decks of a project compared: what became of each, for each of its audiences."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias, TypeVar

from msgspec import Struct

from deckgen.diff.changes import Difference, FactChange, SlideChange

Fate: TypeAlias = Literal["same", "changed", "added", "gone", "failed"]
"""What became of a deck, or of it for an audience. Of one that failed on either side nothing is known."""
Found = TypeVar("Found", FactChange, SlideChange)


class Version(Struct, frozen=True, kw_only=True):
    """A deck for an audience. `before` and `after` are how many slides it has, None where it isn't or failed;
    `difference` is there where both sides are."""

    audience: str
    status: Fate
    before: int | None = None
    after: int | None = None
    difference: Difference | None = None


class DeckChange(Struct, frozen=True, kw_only=True):
    """A deck of either side. `row` says which row it was compared for, "" for a deck without rows."""

    deck: str
    versions: tuple[Version, ...]
    row: str = ""

    @property
    def status(self) -> Fate:
        """What became of all of it: changed where an audience has come or gone, failed where any has."""
        found = {version.status for version in self.versions}
        if "failed" in found:
            return "failed"
        return found.pop() if len(found) == 1 else "changed"


class ProjectDifference(Struct, frozen=True, kw_only=True):
    """Two states of a project: the revisions' names, "" for what lies here, and the decks by name."""

    before: str
    after: str
    decks: tuple[DeckChange, ...]

    @property
    def nothing(self) -> bool:
        """Whether all decks are the same."""
        return all(deck.status == "same" for deck in self.decks)

    @property
    def failed(self) -> bool:
        """Whether a deck could not be compared."""
        return any(deck.status == "failed" for deck in self.decks)


Gathered: TypeAlias = tuple[tuple[Found, tuple[str, ...]], ...]
"""Each change once, with the audiences that have it."""


def facts_of(deck: DeckChange) -> Gathered[FactChange]:
    """What the deck says of itself that is other."""
    return _gathered(deck, lambda difference: difference.deck, lambda change: change)


def slides_of(deck: DeckChange) -> Gathered[SlideChange]:
    """The slides that are other, numbered as the first audience that has the change sees them."""
    return _gathered(
        deck,
        lambda difference: (slide for slide in difference.slides if slide.status != ("same",)),
        lambda slide: (slide.status, slide.title, slide.id_before, slide.id_after, slide.changes),
    )


def _gathered(
    deck: DeckChange, changes: Callable[[Difference], Iterable[Found]], same: Callable[[Found], object]
) -> Gathered[Found]:
    found: dict[object, tuple[Found, list[str]]] = {}
    for version in deck.versions:
        for change in changes(version.difference) if version.difference else ():
            found.setdefault(same(change), (change, []))[1].append(version.audience)
    return tuple((change, tuple(dict.fromkeys(audiences))) for change, audiences in found.values())
