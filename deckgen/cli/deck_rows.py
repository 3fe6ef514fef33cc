"""The rows of one deck, as they are told: why they are built, what became of them, what failed."""

from __future__ import annotations

from typing import Any

import click

from deckgen.batch.batch import Batch
from deckgen.batch.reasons import Reason
from deckgen.batch.task import Result
from deckgen.report.model import BAD, messages_of

MOST = 200
"""So many rows that failed are told to programs; of the others, how many there are."""


class DeckRows:
    """What became of a deck's rows."""

    def __init__(self, deck: str, batch: Batch) -> None:
        self.deck, self.batch = deck, batch
        self._failed: list[dict[str, Any]] = []
        self._reasons: tuple[Reason, ...] | None = None

    def explain(self, *, plain: bool) -> None:
        """Find out why rows are going to be built; in a `plain` run it is said before they are."""
        self._reasons = self.batch.explain()
        for line in _told(self.deck, self._reasons) if plain else ():
            click.echo(line)

    def add(self, result: Result) -> None:
        """One more row."""
        if result.status in BAD and len(self._failed) < MOST:
            told = {"row": result.number, "name": result.name, "audience": result.audience, "status": result.status}
            self._failed.append(told | messages_of(result.said))

    def account(self) -> dict[str, Any]:
        """The deck's rows for programs."""
        counts = self.batch.counts
        bad = sum(counts.statuses[status] for status in BAD)
        found: dict[str, Any] = {
            "deck": self.deck,
            "file": self.batch.plan.rows.shown,
            "folder": self.batch.job.shown,
            "wanted": counts.wanted,
            "left_out": counts.left_out,
            "statuses": dict(counts.statuses),
            "removed": counts.removed,
            "stale": counts.stale,
            "failures": sorted(self._failed, key=lambda one: one["row"]),
            "more_failures": bad - len(self._failed),
        }
        if self._reasons is not None:
            found["rebuild"] = [_for_programs(one) for one in self._reasons]
        return found

    def stale_lines(self) -> list[str]:
        """A line for each file that a row left behind that can't be built any more; of many, the first ones."""
        counts, folder = self.batch.counts, self.batch.job.shown
        lines = [f"stale      {folder}/{name}  is from an earlier build" for name in counts.stale_names]
        more = counts.stale - len(lines)
        return [*lines, f"stale      {folder}/…  and those of {more:,} more rows"] if more > 0 else lines


def _for_programs(one: Reason) -> dict[str, Any]:
    return {"why": one.why, "rows": one.rows, "first": one.first} | ({"cached": True} if one.cached else {})


def _told(deck: str, found: tuple[Reason, ...]) -> list[str]:
    """A line for each reason: how many rows, why, and what the first ones are called."""
    width = max((len(f"{one.rows:,}") for one in found), default=0)
    built = sum(one.rows for one in found if one.why)
    cached = sum(one.rows for one in found if one.cached)
    told = f", {cached:,} of them out of the cache" if cached else ""
    lines = [f"{deck}: {built:,} row{' is' if built == 1 else 's are'} built{told}"]
    for one in found:
        names = ", ".join(one.first) + (" …" if one.rows > len(one.first) else "")
        why = f"{one.why or 'nothing has changed: not built'}{': out of the cache' if one.cached else ''}"
        lines.append(f"  {one.rows:>{width},}  {why}  ({names})")
    return lines
