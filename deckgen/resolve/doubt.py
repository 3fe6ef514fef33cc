"""Which of a deck's variables can't be told, since what gives them is written wrongly: one mistake, one message."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostics
from deckgen.load.nodes import Entry, MapNode, ScalarNode
from deckgen.spec.deck import AudienceSpec, DeckSpec
from deckgen.spec.slots import Spec

GIVING = ("vars", "speaker", "date")
"""The keys of a deck that give variables."""


def in_doubt(deck: MapNode, said: Diagnostics) -> frozenset[str]:
    """Which of `GIVING` hold mistakes, by what was `said` of the deck's file; there names may stand that nobody could
    read. What an audience gives counts as the deck's."""
    if not said.errors:
        return frozenset()
    audiences = deck.get("audiences")
    own = audiences.entries.values() if isinstance(audiences, MapNode) else ()
    found = {key for key in GIVING if _is_wrong(key, deck, DeckSpec, said)}
    if any(_gives_unread(entry, said) for entry in own):
        found.add("vars")
    return frozenset(found)


def _gives_unread(audience: Entry, said: Diagnostics) -> bool:
    """Whether an audience gives variables that can't be read, or is none itself."""
    if isinstance(audience.value, MapNode):
        return _is_wrong("vars", audience.value, AudienceSpec, said)
    return not (isinstance(audience.value, ScalarNode) and audience.value.is_null)


def _is_wrong(key: str, node: MapNode, spec: type[Spec], said: Diagnostics) -> bool:
    """Whether `key` is misspelt, given twice, or has a mistake in its value."""
    if any(spec.hint_unknown(other) == f'did you mean "{key}"?' for other in node.entries if other not in spec.slots):
        return True
    entry = node.entries.get(key)
    return entry is not None and any(_concern(key, entry, said))


def _concern(key: str, entry: Entry, said: Diagnostics) -> Iterator[bool]:
    last = max(entry.key.span.end_line, entry.value.span.end_line)
    for one in said.errors:
        twice = one.code == "duplicate-key" and one.message.startswith(f'"{key}"')
        yield one.span.file == entry.key.span.file and (twice or entry.key.span.line <= one.span.line <= last)
