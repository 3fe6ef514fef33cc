"""All decks of a project compared on the command line: which states are meant, what can't be compared, one report."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from deckgen.cli.compared import as_json, check_asked, hand_out, usable
from deckgen.cli.report import in_color, tell
from deckgen.diagnostics import Diagnostics
from deckgen.diff.read.opened import Unreadable
from deckgen.review.names import Name, may_be_revision
from deckgen.review.sides import Sides, Unbuilt

if TYPE_CHECKING:
    from deckgen.diff.decks import ProjectDifference
    from deckgen.review.decks import Fault

LAST_COMMIT = ("HEAD", "")
"""What all decks are compared with where no revision is named, and what lies here."""


def states(sides: Sides, before: str | None, after: str | None, revisions: Sequence[str]) -> tuple[str, str] | None:
    """The two revisions that all decks are to be compared at, "" for what lies here; None where decks are named."""
    if before is not None and not may_be_revision(before, sides):
        return None
    if after is not None and (before is None or not may_be_revision(after, sides)):
        return None
    if before is not None and revisions:
        raise click.UsageError(f'"{before}" and --rev both name a revision')
    if len(revisions) > 2:
        raise click.UsageError("--rev is given twice at most")
    named = [*revisions] or [name for name in (before, after) if name is not None]
    return (named[0], named[1] if named[1:] else "") if named else LAST_COMMIT


def compare_decks(sides: Sides, between: tuple[str, str], row: str | None) -> ProjectDifference:
    """All decks at two revisions. What can't be compared is told on stderr, the mistakes of each state once."""
    from deckgen.review.decks import compare_project

    unbuilt: dict[int, Unbuilt] = {}
    told: dict[str, None] = {}

    def failed(name: Name, fault: Fault) -> None:
        reason = "it has mistakes"
        if isinstance(fault, Unbuilt):
            unbuilt[id(fault.world)] = fault
        else:
            reason = f"{fault.reason}; {fault.hint}" if isinstance(fault, Unreadable) else str(fault)
        told[f"{replace(name, audience='').told} can't be compared: {reason}"] = None

    for_row = f"row {row}" if row else "its first row"
    difference = usable(lambda: compare_project(sides, *between, row=for_row, failed=failed))
    check_asked(sides, row)
    for line in told:
        click.echo(line, err=True)
    for fault in unbuilt.values():
        errors = Diagnostics()
        for error in fault.diagnostics.errors:
            errors.add(error)
        tell(errors, fault.world)
    return difference


def tell_decks(difference: ProjectDifference, format: str, output: str | None) -> None:
    """Tell what differs, on stdout or in a file."""
    from deckgen.diff.tell.decks import as_data, as_markdown, as_text

    if format == "json":
        content = as_json(as_data(difference))
    elif format == "markdown":
        content = as_markdown(difference).encode()
    else:
        content = as_text(difference, color=in_color(sys.stdout) and output is None).encode("utf-8", "replace")
    hand_out(content, output)
