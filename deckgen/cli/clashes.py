"""Options of `deckgen build` that don't go together: wrong usage, with what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

Given = Mapping[str, Any]

OF_ROWS = ("where", "name", "by", "fail_fast", "zip", "scheduler", "explain_rebuild", "shard")
"""Options that say which rows are built, or how; without rows they mean nothing."""

_OF_ONE_BUILD = ("scheduler", "shard", "zip", "fail_fast", "explain_rebuild")
_NO_ROWS = "none of these decks has rows: say --rows FILE, or write rows: FILE into the deck"


def check_options(given: Given) -> None:
    """Wrong usage for the first two that clash."""
    for clashes, message in _CLASHES:
        if clashes(given):
            raise click.UsageError(message)
    if given["watch"] and (once := said_of(given, _OF_ONE_BUILD)):
        raise click.UsageError(f"{once} is for one build of the rows; leave it out, or build without --watch")
    if given["audiences"] and (given["rows"] is not None):
        raise click.UsageError(_audience_of_rows(given, "leave out -a, or choose rows"))


def check_for_rows(given: Given, *, rows: bool) -> None:
    """Wrong usage for what is said of rows where there are none."""
    if rows and given["audiences"] and (option := said_of(given, (*OF_ROWS, "jobs", "cache"))):
        told = f"with -a a deck is built once, without any row, so {option} means nothing; leave out one of the two"
        raise click.UsageError(f"{told}, or {_audience_of_rows(given, 'choose rows')}")
    if not rows and (option := said_of(given, ("jobs", "cache"))):
        raise click.UsageError(f"{option} is for decks that are built for rows, and {_NO_ROWS}")


def check_any_rows(given: Given) -> None:
    """Wrong usage for what is said of rows where no deck has any."""
    if said_of(given, OF_ROWS):
        raise click.UsageError(_NO_ROWS)


def check_address(given: Given, *, others: bool) -> None:
    """Wrong usage for what can't go to an address; `others` says whether decks without rows are built as well."""
    beyond = "://" in (given["out"] or "")
    if beyond and others:
        raise click.UsageError("only decks that are built for rows go to an address: --out DIR for the others")
    if beyond and given["zip"]:
        raise click.UsageError("--zip makes archives in a folder of this machine; leave it out, or use --out DIR")


def said_of(given: Given, options: tuple[str, ...]) -> str | None:
    """The first of the options that is said, as it is written."""
    return next((f"--{name.replace('_', '-')}" for name in options if given[name] and given[name] != (1, 1)), None)


def _audience_of_rows(given: Given, instead: str) -> str:
    column = 'the rows\' own column "audience" says whom each deck is for; '
    own = column if given["rows"] is not None else ""
    return f'{own}{instead}: --where "audience = {given["audiences"][0]}"'


_CLASHES: tuple[tuple[Callable[[Given], Any], str], ...] = (
    (lambda given: given["poll"] and not given["watch"], "--poll is for watching; say --watch as well"),
    (
        lambda given: given["watch"] and (given["report"] or given["junit"]),
        "a report is of one build; leave out --watch, or --report and --junit",
    ),
    (
        lambda given: given["watch"] and given["strict"],
        "--strict is for the exit code of one build, and watching has none; leave it out: warnings are told anyhow",
    ),
    (
        lambda given: given["scheduler"] and given["jobs"],
        "--jobs is for this machine's processors, and a cluster has workers of its own; leave out --jobs, or"
        " --scheduler",
    ),
    (
        lambda given: given["cache_size"] is not None and given["cache"] is None,
        "--cache-size is of a cache of finished decks; say --cache DIR as well",
    ),
    (
        lambda given: given["zip"] and given["shard"] != (1, 1),
        "an archive of a shard would lack the other shards' decks; leave out --zip, and put all of them together"
        " when every shard is built (docs/batch.md, 'Handing over')",
    ),
    (
        lambda given: given["watch"] and "://" in (given["out"] or ""),
        "what is watched is built into a folder of this machine; use --out DIR",
    ),
)
