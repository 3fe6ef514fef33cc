"""`deckgen check`: everything but writing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import format_option, set_option, strict_option

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.worlds import DiskWorld

EPILOG = """\b
Examples:
  deckgen check                    what is wrong, with file, line and a hint
  deckgen check --strict           fail on warnings, too
  deckgen check --format github    as annotations beside the changed lines
"""


@click.command("check", epilog=EPILOG)
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@set_option
@strict_option
@format_option("text", "json", "github")
@click.pass_context
def command(ctx: click.Context, decks: tuple[str, ...], settings: dict[str, str], strict: bool, format: str) -> None:
    """Say what is wrong, and write nothing.

    Reads, lays out and checks every deck for every audience, as build does: text that doesn't fit is
    found as well as a misspelt key. Without a DECK, slides that no deck uses are looked at as well.
    """
    import time

    from deckgen.cli.beside import said_beside
    from deckgen.cli.project import known_deck, open_project
    from deckgen.cli.report import counted, exit_code, tell, text_of, to_json
    from deckgen.diagnostics.render_text import count_line

    begun = time.monotonic()
    world, project = open_project(settings)
    wanted = tuple(dict.fromkeys(known_deck(project, deck) for deck in decks))
    project.check(wanted)
    rows = check_rows(world, project, wanted or project.decks(), plain=format == "text")
    beside = said_beside(project, wanted)
    diags = project.diagnostics
    if format == "json":
        from deckgen.diagnostics.render_json import as_data

        account = {"seconds": round(time.monotonic() - begun, 3), "unused": beside.unused}
        to_json({**as_data(diags), "command": "check", **account})
    elif format == "github":
        from deckgen.diagnostics.render_github import render_github

        click.echo(render_github(diags, text_of(world, diags)), nl=False)
    else:
        tell(diags, world)
        found = count_line(diags) if len(diags) else "nothing to report"
        told = counted(len(wanted or project.decks()), "deck") + (f" and {counted(rows, 'row')}" if rows else "")
        told = f"{told} checked in {time.monotonic() - begun:.2f} s: {found}"
        click.echo("\n".join([told, *beside.lines]))
    ctx.exit(exit_code(diags, strict=strict))


def check_rows(world: DiskWorld, project: ProjectBuild, decks: Iterable[str], *, plain: bool) -> int:
    """Compile those of the decks that are built for rows, for every row; how many rows that were."""
    decks = [deck for deck in decks if project.is_for_rows(deck)]
    if not decks:
        return 0
    from deckgen.cli.rows import Asked, RowsRun
    from deckgen.cli.run import Wanted

    run = RowsRun(world, project, Wanted(folder=world.root, plain=plain), Asked())
    run.build(decks, write=False)
    return sum(run.statuses.values())
