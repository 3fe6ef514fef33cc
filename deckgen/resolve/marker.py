"""`deckgen.yaml`: it marks a project's folder and says nothing. What somebody has written into it is told."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostics, did_you_mean
from deckgen.load.nodes import MapNode, ScalarNode
from deckgen.load.yaml import load_yaml
from deckgen.spec.deck import DeckSpec
from deckgen.spec.slots import clipped
from deckgen.world import Refused, World

MARKER = "deckgen.yaml"
_OPTIONS = {
    **{name: name for name in ("out", "to", "jobs", "cache", "strict", "width", "force", "report", "zip", "scheduler")},
    "output": "out",
    "formats": "to",
    "format": "to",
    "workers": "jobs",
}
"""What is said with a command, by the words for it."""


def check_marker(world: World, diags: Diagnostics) -> None:
    """Warn of whatever stands in the file beside comments: somebody takes it for settings."""
    try:
        text = world.read(MARKER).decode("utf-8", "replace").lstrip("\ufeff") if world.exists(MARKER) else ""
    except Refused:
        return
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        return
    found = Diagnostics()
    node = load_yaml(world, MARKER, found, may_be_empty=True)
    if not isinstance(node, MapNode):
        at = next(iter(found)).span if len(found) else node.span if node else None
        hint = "put # before words that are for people; what holds for a talk stands in its deck, below decks/"
        if at is not None:
            diags.warning("not-read", at, f"{MARKER} marks the project's folder; nothing is read from it", hint=hint)
        return
    for key in [entry.key for entry in node.entries.values()]:
        diags.warning(
            "unknown-key", key.span, f'"{clipped(key.text)}" has no effect here: {MARKER} sets nothing', hint=_hint(key)
        )


def _hint(key: ScalarNode) -> str:
    """Where it belongs."""
    if key.text in DeckSpec.slots:
        return f'write "{key.text}:" into a deck, below decks/'
    if key.text in _OPTIONS:
        return f"say it with the command: deckgen build --{_OPTIONS[key.text]}"
    near = did_you_mean(key.text, (*DeckSpec.slots, *_OPTIONS))
    if near is None or not near.startswith("did"):
        return "delete it, or put # before it"
    meant = near.split('"')[1]
    return f"{near} {_hint(ScalarNode(meant, key.span))}"
