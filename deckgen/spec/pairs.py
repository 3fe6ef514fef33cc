"""Two values written as one key with its value: `- January 2027: We begin`. Only mistakes come here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.load.nodes import Entry, ScalarNode

if TYPE_CHECKING:
    from deckgen.spec.slots import Spec

SHOWN = 40
"""Characters of each that the hint repeats."""


def as_pair(spec: type[Spec], entry: Entry) -> str | None:
    """How the only entry of a mapping is written where it is both values that a `spec` wants; None where it is not."""
    wanted = [key for key, declared in spec.slots.items() if declared.required]
    key, value = entry.key, entry.value
    if len(wanted) != 2 or not isinstance(value, ScalarNode) or value.is_null:
        return None
    if (spec.hint_unknown(key.text) or "").startswith("did"):
        return None  # a key that is misspelt
    first, second = (f'"{name}: {said.text[:SHOWN]}"' for name, said in zip(wanted, (key, value), strict=True))
    return f"write {first}, and on a line below it {second}"
