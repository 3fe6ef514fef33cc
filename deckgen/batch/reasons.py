"""Why rows are built: the reasons, each with how many rows it holds for."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

MOST = 20
"""So many different reasons are told; rows can have as many as there are sets of columns."""
NAMED = 3
"""So many rows are named of each."""


class Reason(Struct, frozen=True):
    """Why rows are built, how many of them, and what the first ones are called. Without a `why` they are not built."""

    why: str
    rows: int
    first: tuple[str, ...]


def reasons(rows: Iterable[tuple[str, str]]) -> tuple[Reason, ...]:
    """The reasons out of (why, a row's name), the most frequent first; those that need not be built at the end."""
    counts: dict[str, int] = {}
    first: dict[str, list[str]] = {}
    for why, name in rows:
        counts[why] = counts.get(why, 0) + 1
        named = first.setdefault(why, [])
        if len(named) < NAMED:
            named.append(name)
    found = [Reason(why, count, tuple(first[why])) for why, count in counts.items()]
    built = sorted((one for one in found if one.why), key=lambda one: -one.rows)
    return (*built[:MOST], *_others(built[MOST:]), *(one for one in found if not one.why))


def _others(found: list[Reason]) -> tuple[Reason, ...]:
    if not found:
        return ()
    why = f"of {len(found):,} other reasons"
    return (Reason(why, sum(one.rows for one in found), tuple(name for one in found for name in one.first)[:NAMED]),)
