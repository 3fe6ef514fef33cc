"""Variables that an audience gives, and nothing asks for: a slip of the pen, for which it hears the others' words."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from deckgen.diagnostics import Diagnostics, did_you_mean
from deckgen.load.nodes import MapNode, ScalarNode
from deckgen.resolve.project import Project
from deckgen.spec.slots import clipped

_UNREAD = frozenset(("unknown-slide", "unreadable-file", "not-utf-8", "file-too-large"))


def check_variables(project: Project, decks: Collection[str], diags: Diagnostics) -> None:
    """Warn of them in these decks. All files are gone through for what they ask for; where one can't be read, or isn't
    there, nobody knows what it asks for."""
    if any(one.code in _UNREAD for one in diags.errors):
        return
    asked = project.asked_for()
    files = {f"decks/{deck}.yaml" for deck in decks}
    for key in [key for path, node in project.files() if path in files for key in _given(node)]:
        if key.text not in asked:
            diags.warning(
                "unused-variable",
                key.span,
                f"nothing asks for {{{{ {clipped(key.text)} }}}}",
                hint=did_you_mean(key.text, sorted(asked)) or "delete it",
            )


def _given(deck: object) -> Iterator[ScalarNode]:
    """The names that the audiences of a deck give values."""
    audiences = deck.get("audiences") if isinstance(deck, MapNode) else None
    for audience in audiences.entries.values() if isinstance(audiences, MapNode) else ():
        given = audience.value.get("vars") if isinstance(audience.value, MapNode) else None
        yield from [entry.key for entry in given.entries.values()] if isinstance(given, MapNode) else ()
