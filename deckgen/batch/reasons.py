"""Why rows are built: the reasons, each with how many rows it holds for."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

MOST = 20
"""So many different reasons are told; rows can have as many as there are sets of columns."""
NAMED = 3
"""So many rows are named of each."""


class Reason(Struct, frozen=True):
    """Why rows are built, how many of them, and what the first ones are called. Without a `why` they are not built;
    those that are `cached` are not compiled."""

    why: str
    rows: int
    first: tuple[str, ...]
    cached: bool = False


def reasons(rows: Iterable[tuple[str, str, bool]]) -> tuple[Reason, ...]:
    """The reasons out of (why, a row's name, whether it is cached), the most frequent first; those that need not be
    built at the end."""
    counts: dict[tuple[str, bool], int] = {}
    first: dict[tuple[str, bool], list[str]] = {}
    for why, name, cached in rows:
        counts[why, cached] = counts.get((why, cached), 0) + 1
        named = first.setdefault((why, cached), [])
        if len(named) < NAMED:
            named.append(name)
    found = [Reason(why, count, tuple(first[why, cached]), cached) for (why, cached), count in counts.items()]
    built = sorted((one for one in found if one.why), key=lambda one: -one.rows)
    rest = [_others([one for one in built[MOST:] if one.cached is cached]) for cached in (False, True)]
    return (*built[:MOST], *(one for one in rest if one.rows), *(one for one in found if not one.why))


def _others(found: list[Reason]) -> Reason:
    names = tuple(name for one in found for name in one.first)[:NAMED]
    cached = any(one.cached for one in found)
    return Reason(f"of {len(found):,} other reasons", sum(one.rows for one in found), names, cached)
