"""`deckgen build`: every deck asked for, compiled and put in its place."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import PathType, format_option, set_option, strict_option

if TYPE_CHECKING:
    from deckgen.cli.run import Run

EPILOG = """\b
Examples:
  deckgen build                                every deck for every audience
  deckgen build joining-a-trust -a governors   one deck for one audience
  deckgen build --set city=Oldham --out oldham

\b
A file that somebody has edited since deckgen wrote it is not overwritten
(--force insists). Decks that the project no longer makes are removed from
the output folder, unless they were edited.
"""


@click.command("build", epilog=EPILOG)
@click.argument("decks", nargs=-1, metavar="[DECK]...")
@click.option(
    "--audience",
    "-a",
    "audiences",
    multiple=True,
    metavar="NAME",
    help="Only this audience (full: the whole deck). May be repeated.",
)
@set_option
@click.option("--out", metavar="DIR", type=PathType(), help="Write below DIR.  [default: build]")
@strict_option
@click.option("--force", is_flag=True, help="Overwrite outputs that were edited by hand.")
@format_option("text", "json")
@click.pass_context
def command(
    ctx: click.Context,
    decks: tuple[str, ...],
    audiences: tuple[str, ...],
    settings: dict[str, str],
    out: str | None,
    strict: bool,
    force: bool,
    format: str,
) -> None:
    """Compile decks into PowerPoint files.

    DECK is a name below decks/, without ending; without any, every deck is built. The whole deck goes
    to build/DECK/DECK.pptx, an audience's to build/DECK/DECK.AUDIENCE.pptx.
    """
    from deckgen.cli.project import open_project
    from deckgen.cli.run import Run, chosen

    begun = time.monotonic()
    world, project = open_project(settings)
    choice = chosen(project, decks, audiences)
    run = Run(world, project, plain=format == "text", begun=begun)
    folder = out if out is not None else os.path.join(world.root, "build")
    run.build(choice, folder, force=force, confined=out is None)
    _tell(run, format)
    ctx.exit(run.exit_code(strict=strict))


def _tell(run: Run, format: str) -> None:
    from deckgen.cli.report import tell, to_json

    if format == "json":
        to_json(run.account())
        return
    tell(run.diags, run.world)
    click.echo(run.summary())
