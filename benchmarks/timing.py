"""Paired timing: all candidates take turns, so that a busy moment of the machine hits each of them."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping

Work = Callable[[], object]


def paired(works: Mapping[str, Work], *, rounds: int, before: Work = lambda: None) -> dict[str, list[float]]:
    """Seconds of each round by candidate. Each runs once unmeasured first; the order turns each round.

    `before` is done ahead of every measurement and isn't part of it.
    """
    names = list(works)
    taken: dict[str, list[float]] = {name: [] for name in names}
    for work in works.values():
        before()
        work()
    for turn in range(rounds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            before()
            gc.collect()
            begun = time.perf_counter()
            works[name]()
            taken[name].append(time.perf_counter() - begun)
    return taken


def ratio(one: list[float], other: list[float]) -> float:
    """How many times as long `one` takes: the median of the pairs' ratios, which a drift can't touch."""
    return statistics.median(a / b for a, b in zip(one, other, strict=True))


def median(seconds: list[float]) -> float:
    """The median."""
    return statistics.median(seconds)
