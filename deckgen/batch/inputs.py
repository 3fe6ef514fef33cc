"""What decks are made from, so that those are left alone that would come out the same.

A deck for an audience is made from files (its YAML, its slides, brand, fonts, pictures, data), from deckgen itself and
what the build says; and a row's deck from the cells that those files ask for, besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from deckgen.batch.task import NONE, SHORT, Inputs, Job, short_hash

_NAMES = re.compile(r"\{\{\s*(?:row\.)?([A-Za-z_][\w-]*)")


def changed_cells(inputs: Inputs, row: Mapping[str, str], before: str) -> tuple[str, ...]:
    """The columns whose cells are other than when `before` was noted."""
    length = 2 * SHORT
    return tuple(
        name
        for place, name in enumerate(inputs.asks)
        if short_hash(row.get(name, NONE)) != before[place * length : (place + 1) * length]
    )


def asked_names(texts: Iterable[str]) -> tuple[str, ...]:
    """The names that any of the texts asks for, sorted. Those that are no columns are among them: a column that
    comes under the name of one of the deck's own words says it for its row."""
    return tuple(sorted({name for text in texts for name in _NAMES.findall(text)}))


def said_of(job: Job, audience: str) -> str:
    """What the decks of an audience depend on beside files and rows."""
    said = {
        "deckgen": job.by,
        "deck": job.deck,
        "audience": audience,
        "set": sorted(job.settings.items()),
        "epoch": job.epoch,
        "options": job.options,
    }
    return msgspec.json.encode(said, order="sorted").decode()


def listed(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    shown = ", ".join(names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown
