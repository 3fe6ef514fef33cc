"""Icons by name and by what they stand for."""

from __future__ import annotations

import re
from functools import lru_cache

from deckgen.diagnostics import did_you_mean
from deckgen.icons.lucide import ICONS
from deckgen.scene import Path

FIELD = 24
"""The side of an icon's square, in its own units."""
FINE = 1_000
"""Parts of a unit that a path's whole numbers count."""

_COMMAND = re.compile(r"([MLCOZ])([^MLCOZ]*)")


def icon_names(word: str = "") -> tuple[str, ...]:
    """The icons whose name holds `word` or that it is a word for; all of them without one. Sorted."""
    wanted = word.strip().lower()
    found = (name for name, (words, _) in ICONS.items() if wanted in name or wanted in words.split())
    return tuple(sorted(found, key=lambda name: (wanted not in name, name)))


def icon_hint(word: str) -> str:
    """What to write in place of a name that no icon has."""
    near = icon_names(word)[:4] if word.strip() else ()
    if near:
        return f"did you mean {', '.join(near)}?"
    hint = did_you_mean(word, list(ICONS)) or ""
    return hint if hint.startswith("did") else "`deckgen list --icons WORD` finds them by what they stand for"


@lru_cache(64)
def icon_path(name: str) -> Path:
    """The icon's strokes. KeyError for a name that no icon has."""
    commands = tuple((found[1], *_fine(found[2])) for found in _COMMAND.finditer(ICONS[name][1]))
    return Path(FIELD * FINE, FIELD * FINE, commands)


def _fine(numbers: str) -> list[int]:
    return [round(float(number) * FINE) for number in numbers.split()]
