"""How far a batch is: a bar with rows a second on a terminal, elsewhere a line every few seconds."""

from __future__ import annotations

import sys
import time
from typing import Self

import click

from deckgen.cli.progress import Progress

EVERY = 5.0
"""Seconds between two lines where there is no terminal: a log is read later."""


class RowsProgress:
    """`with RowsProgress(deck, total) as progress:` and `progress.step(name)` for each row."""

    def __init__(self, deck: str, total: int, *, shown: bool = True) -> None:
        self._deck, self._total, self._shown = deck, total, shown
        self._bar = Progress(total, shown=shown)
        self._lines = shown and not sys.stderr.isatty()
        self._begun = self._told = time.monotonic()
        self._done = 0

    def __enter__(self) -> Self:
        self._bar.__enter__()
        return self

    def __exit__(self, *raised: object) -> None:
        self._bar.__exit__(None, None, None)

    def step(self, name: str) -> None:
        """A row is done."""
        self._done += 1
        if not self._shown:
            return
        now = time.monotonic()
        rate = self._done / max(now - self._begun, 0.001)
        self._bar.step(f"{self._deck}: {name} ({rate:,.0f} a second)")
        if self._lines and now - self._told >= EVERY:
            self._told = now
            left = (self._total - self._done) / rate
            told = f"{self._deck}: {self._done:,} of {self._total:,} rows, {rate:,.0f} a second, {left:,.0f} s left"
            click.echo(told, err=True)
