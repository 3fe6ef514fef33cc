"""`--report` and `--junit`: what a build did, for people and for CI."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from deckgen.cli.options import PathType

if TYPE_CHECKING:
    from deckgen.cli.rows import RowsRun
    from deckgen.cli.run import Run

F = TypeVar("F", bound=Callable[..., Any])


def report_options(command: F) -> F:
    """The options."""
    command = click.option(
        "--junit", metavar="FILE", type=PathType(dir_okay=False), help="Write an account of the build as JUnit XML."
    )(command)
    return click.option(
        "--report", is_flag=True, help="Write report.html and report.json. Decks with rows have them anyhow."
    )(command)


def report(run: Run, rows: RowsRun | None, given: dict[str, Any]) -> tuple[str, ...]:
    """Write the accounts that are wanted, and give their paths; that one can't be written is said."""
    if not (rows or given["report"] or given["junit"]):
        return ()
    from deckgen.diagnostics import NOWHERE
    from deckgen.output import NotWritten, refuse_outside, shown_folder
    from deckgen.report import Report
    from deckgen.report.write import write_junit, write_reports

    account = rows.report if rows else Report()
    account.extend(run.built)
    account.seconds = run.seconds
    account.interrupted = run.interrupted or bool(rows and rows.interrupted)
    folder = os.path.join(run.world.root, "build") if "://" in run.wanted.folder else run.wanted.folder
    shown, written = shown_folder(folder), []
    option = "--out DIR"
    try:
        if rows or given["report"]:
            if run.wanted.confined:
                refuse_outside(folder, run.world.root, shown)
            write_reports(account, folder, shown)
            written.append(f"{shown}/report.html")
        if given["junit"]:
            option = "--junit FILE"
            write_junit(account, given["junit"], strict=given["strict"])
            written.append(given["junit"])
    except NotWritten as refusal:
        hint = refusal.hint and refusal.hint.replace("--out DIR", option)
        run.diags.error(refusal.code, NOWHERE, refusal.reason, hint=hint)
    return tuple(written)
