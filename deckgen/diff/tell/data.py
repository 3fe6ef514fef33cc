"""A difference for programs. docs/diff.md says what each key means; keys are only ever added."""

from __future__ import annotations

from typing import Any

import msgspec

from deckgen.diff.changes import Difference

VERSION = 1


def as_data(difference: Difference, before: str, after: str) -> dict[str, Any]:
    """The account as dicts and lists: what is in `Difference`, and between what."""
    made: dict[str, Any] = msgspec.to_builtins(difference)
    return {
        "version": VERSION,
        "command": "diff",
        "different": not difference.nothing,
        "before": before,
        "after": after,
        **made,
    }
