"""`deckgen build`: every deck asked for, compiled and put in its place."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli.options import PathType, PixelsType, format_option, set_option, strict_option
from deckgen.cli.outputs import SHEETS, WIDTHS, complete_formats, options_for, take_formats
from deckgen.cli.report_options import report, report_options
from deckgen.cli.row_options import row_options

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.cli.beside import Beside
    from deckgen.cli.plan import Choice
    from deckgen.cli.rows import RowsRun
    from deckgen.cli.run import Run, Wanted
    from deckgen.cli.watch import Watch
    from deckgen.cli.workers import Workers
    from deckgen.worlds import DiskWorld
    from deckgen.write.formats import Options

EPILOG = """\b
Examples:
  deckgen build                                every deck for every audience
  deckgen build joining-a-trust -a governors   one deck for one audience
  deckgen build --set city=Oldham --out oldham
  deckgen build --to pptx,pdf,html             to edit, to send, to present in a browser
  deckgen build talk --to png --width 1280     a picture of each slide
  deckgen build --to handout --per-page 6
  deckgen build talk --watch                   build what a saved file touches
  deckgen build talk --rows schools.csv --name "{{ urn }}"     a deck for each row

\b
Outputs, all below build/DECK/ and named DECK or DECK.AUDIENCE:
  pptx     .pptx             PowerPoint, every text and chart editable
  pdf      .pdf              a page for each slide, tagged for screen readers
  png      .slides/*.png     a picture of each slide
  svg      .slides/*.svg     a drawing of each slide
  html     .html             one file that presents itself in any browser
  notes    .notes.pdf        each slide with its notes
  handout  .handout.pdf      2, 3 or 6 slides on a sheet
  script   .script.md .docx  the speaker's words, with minutes

\b
A file that somebody has edited since deckgen wrote it is not overwritten
(--force insists). Of a deck with mistakes nothing is written; what an earlier
build wrote stays. Decks that the project no longer makes are removed from
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
@click.option(
    "--to",
    "-t",
    "formats",
    multiple=True,
    metavar="OUTPUT,...",
    callback=take_formats,
    shell_complete=complete_formats,
    help="What to write, from the list below; all for everything. May be repeated.  [default: pptx]",
)
@click.option(
    "--width", type=PixelsType(*WIDTHS, "--width 1920"), metavar="PIXELS", help="Width of PNGs.  [default: 1920]"
)
@click.option("--per-page", type=click.Choice(SHEETS), help="Slides on a sheet of a handout.  [default: 3]")
@click.option("--no-notes", is_flag=True, help="HTML without the speaker's notes, to send to the audience.")
@click.option("--watch", "-w", is_flag=True, help="Build again whenever a file is saved, until Ctrl-C.")
@click.option("--poll", is_flag=True, help="With --watch: look at files now and then, as network drives need.")
@row_options
@report_options
@set_option
@click.option("--out", "-o", metavar="DIR", type=PathType(), help="Write below DIR.  [default: build]")
@strict_option
@click.option("--force", is_flag=True, help="Overwrite outputs that were edited by hand.")
@format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Compile decks into PowerPoint files, and into others to look at.

    DECK is a name below decks/, without ending; without any, every deck is built. The whole deck goes
    to build/DECK/DECK.pptx, an audience's to build/DECK/DECK.AUDIENCE.pptx.
    """
    from deckgen.cli.beside import said_beside
    from deckgen.cli.clashes import check_address, check_for_rows, check_options
    from deckgen.cli.plan import chosen
    from deckgen.cli.project import open_project
    from deckgen.cli.run import INTERRUPTED, Run

    begun = time.monotonic()
    check_options(given)
    workers = _workers(ctx, given)
    options = options_for(given["formats"], given["width"], given["per_page"], notes=not given["no_notes"])
    world, project = open_project(given["settings"])
    wanted = _wanted(given, options, world.root)
    if given["watch"]:
        watch = _watch(world, project, wanted, given)
        ctx.exit(watch.run(chosen(project, given["decks"], given["audiences"]), begun=begun, poll=given["poll"]))
    choice, for_rows = _parted(chosen(project, given["decks"], given["audiences"]), project, given)
    if not choice.unread:
        check_for_rows(given, rows=bool(for_rows) or any(project.is_for_rows(one.deck) for one in choice.outputs))
    check_address(given, others=bool(choice.outputs))
    run = Run(world, project, wanted, begun=begun)
    if choice.outputs or not for_rows or _left_behind(choice, wanted, given):
        run.build(choice)
    if given["audiences"] and given["rows"] is None:
        _say_rows_give(world, project, choice)
    rows = _build_rows(for_rows, run, given, workers) if for_rows and not run.interrupted else None
    beside = said_beside(project, () if choice.whole else {output.deck for output in choice.planned} | {*for_rows})
    accounts = report(run, rows, given)
    _tell(run, given["format"], rows, beside)
    for line in (*(f"account    {path}" for path in accounts), *beside.lines) if wanted.plain else ():
        click.echo(line)
    ctx.exit(INTERRUPTED if rows and rows.interrupted else run.exit_code(strict=given["strict"]))


def _left_behind(choice: Choice, wanted: Wanted, given: Mapping[str, Any]) -> bool:
    """Whether there may be files to be removed of decks that are built for rows now, though nothing else is built."""
    from deckgen.batch.store import is_address
    from deckgen.output.manifest import recorded

    return choice.whole and given["rows"] is None and not is_address(wanted.folder) and bool(recorded(wanted.folder))


def _watch(world: DiskWorld, project: ProjectBuild, wanted: Wanted, given: Mapping[str, Any]) -> Watch:
    from deckgen.cli.rows import Asked
    from deckgen.cli.watch import ForRows, Names, Watch

    for_rows = ForRows(Asked.of(given), lambda choice: _parted(choice, project, given))
    return Watch(world, project, wanted, Names(given["decks"], given["audiences"]), for_rows)


def _wanted(given: Mapping[str, Any], options: Options, root: str) -> Wanted:
    from deckgen.cli.run import Wanted

    return Wanted(
        folder=given["out"] if given["out"] is not None else os.path.join(root, "build"),
        formats=given["formats"],
        options=options,
        force=given["force"],
        confined=given["out"] is None,
        plain=given["format"] == "text",
    )


def _parted(choice: Choice, project: ProjectBuild, given: Mapping[str, Any]) -> tuple[Choice, tuple[str, ...]]:
    """What is built once, and the decks that are built for each row: for nothing else, unless audiences are named."""
    from msgspec.structs import replace

    from deckgen.cli.clashes import check_any_rows

    decks = tuple(dict.fromkeys(output.deck for output in choice.outputs if output.deck not in choice.unread))
    for_rows = tuple(deck for deck in decks if project.is_for_rows(deck))
    if given["rows"] is not None:
        for_rows = decks if given["decks"] or len(decks) < 2 else for_rows
        if decks and not for_rows:
            raise click.UsageError(f"say which deck is to be built for each row: deckgen build {decks[0]} --rows FILE")
    if not for_rows and not choice.unread:
        check_any_rows(given)
    if given["audiences"] and given["rows"] is None:
        return choice, ()
    kept = tuple(output for output in choice.outputs if output.deck not in for_rows)
    return replace(choice, outputs=kept, planned=kept), for_rows


def _say_rows_give(world: DiskWorld, project: ProjectBuild, choice: Choice) -> None:
    """Where a deck has rows and an audience of it is built without one, say why variables have no value."""
    from deckgen.cli.one_row import say_rows_give

    for deck in sorted({output.deck for output in choice.outputs} - choice.unread):
        say_rows_give(world, project, deck)


def _workers(ctx: click.Context, given: Mapping[str, Any]) -> Workers | None:
    """Processes for rows that the command line names: they get ready while the project is opened."""
    if given["rows"] is None or given["watch"]:
        return None
    from deckgen.cli.workers import Workers

    workers = Workers(given["jobs"], scheduler=given["scheduler"])
    ctx.call_on_close(workers.dismiss)
    workers.start()
    return workers


def _build_rows(decks: tuple[str, ...], run: Run, given: Mapping[str, Any], workers: Workers | None) -> RowsRun:
    from deckgen.cli.rows import Asked, RowsRun

    rows = RowsRun(run.world, run.project, run.wanted, Asked.of(given), workers=workers)
    rows.build(decks)
    return rows


def _tell(run: Run, format: str, rows: RowsRun | None, beside: Beside) -> None:
    from deckgen.cli.report import tell, to_json

    if format == "json":
        to_json(run.account() | {"unused": beside.unused} | ({"rows": rows.account()} if rows else {}))
        return
    tell(run.diags, run.world)
    if run.has_built or not rows:
        click.echo(run.summary())
    if rows:
        for line in rows.stale_lines():
            click.echo(line)
        click.echo(rows.summary())
        for line in rows.archive_lines():
            click.echo(line)
