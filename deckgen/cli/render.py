"""`deckgen render`: a picture of one slide."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli.options import PathType, PixelsType, format_option, row_option, set_option, strict_option
from deckgen.cli.outputs import WIDTHS

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.cli.find_slide import Asked
    from deckgen.worlds import DiskWorld
    from deckgen.write.formats import File

FORMATS = ("png", "svg", "pdf")

EPILOG = """\b
Examples:
  deckgen render trusts/definition              build/render/trusts/definition.png
  deckgen render trusts/definition -o x.svg     as the first deck that uses it shows it
  deckgen render trusts/definition --brand cranmer --width 800 -o x.png
  deckgen render joining-a-trust/annan -a governors -o annan.pdf
  deckgen render slides/welcome.yaml -o - --to png | display

\b
A slide is named by its id in slides/, by its file, or as DECK/ID where it
stands in a deck itself. Only that slide is laid out: the others may have
mistakes. One that is split onto several slides gives as many pictures.
"""


@click.command("render", epilog=EPILOG)
@click.argument("slide")
@click.option(
    "--output",
    "-o",
    "target",
    metavar="FILE",
    type=PathType(),
    help="Where to write it; - is stdout.  [default: build/render/SLIDE.png]",
)
@click.option(
    "--to",
    "-t",
    "kind",
    type=click.Choice(FORMATS, case_sensitive=False),
    help="What it is.  [default: as FILE ends, else png]",
)
@click.option("--brand", "-b", metavar="NAME", help="Wear this brand.  [default: the deck's, else plain]")
@click.option("--deck", "-d", metavar="NAME", help="As this deck shows it, with its variables and its brand.")
@click.option("--audience", "-a", metavar="NAME", help="As this audience sees it.")
@click.option(
    "--width", type=PixelsType(*WIDTHS, "--width 1920"), metavar="PIXELS", help="Width of a PNG.  [default: 1920]"
)
@row_option
@set_option
@strict_option
@format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Draw one slide, as PNG, SVG or PDF.

    SLIDE is a slide's id, its file, or DECK/ID."""
    from deckgen.cli.find_slide import asked_slide
    from deckgen.cli.project import known_deck, open_project
    from deckgen.cli.report import exit_code, tell, to_json

    target, kind = given["target"], _kind(given["target"], given["kind"], given["width"])
    if target == "-" and given["format"] == "json":
        raise click.UsageError("the picture goes to stdout, so the account can't; write it with -o FILE")
    world, project = open_project(given["settings"])
    _check_target(target, world.root)
    _check_brand(project, given["brand"])
    within = known_deck(project, given["deck"]) if given["deck"] else None
    asked = asked_slide(project, world.root, given["slide"], within)
    _check_audience(project, asked, given["audience"])
    audience = _take_row(world, project, asked, given) or given["audience"]
    _say_unseen(project, asked, audience)
    compiled = project.compile_slide(asked.slide, asked.deck, audience, brand=given["brand"])
    files = [] if compiled.chunks is None else list(project.write(compiled, kind, width=given["width"] or 1920))
    if target == "-":
        _to_stdout(files)
    paths = [] if target == "-" else _written(files, _place(target, asked, kind, world.root))
    if given["format"] == "json":
        from deckgen.diagnostics.render_json import as_data

        to_json({**as_data(project.diagnostics), "command": "render", "files": paths})
    else:
        tell(project.diagnostics, world)
        for path in paths:
            click.echo(f"written  {path}")
    ctx.exit(exit_code(project.diagnostics, strict=given["strict"]))


def _kind(target: str | None, kind: str | None, width: int | None) -> str:
    """What is to be made, by `--to` or by the file's ending; wrong usage where they differ or mean nothing."""
    ending = os.path.splitext(target)[1][1:].lower() if target and target != "-" else ""
    found = kind or ending or "png"
    if found not in FORMATS or (ending and ending != found):
        endings = f".{kind}" if kind else "one of .png, .svg and .pdf"
        raise click.UsageError(f"{target} should end in {endings}")
    if target and target != "-" and not ending:
        raise click.UsageError(f"{target} should end in .{found}")
    if width is not None and found != "png":
        raise click.UsageError(f"--width is for pictures in pixels, not for {found.upper()}")
    return found


def _check_target(target: str | None, root: str) -> None:
    """Wrong usage for a file among the project's own, which are not deckgen's to write."""
    for source in ("assets", "decks", "slides"):
        if target and os.path.realpath(target).startswith(os.path.join(os.path.realpath(root), source, "")):
            raise click.UsageError(f"{target} lies in {source}/, where the project's own files are")


def _check_brand(project: ProjectBuild, brand: str | None) -> None:
    """Wrong usage for a brand that isn't there."""
    from deckgen.brand.pack import brand_names
    from deckgen.cli.project import known

    if brand:
        known(brand, brand_names(project.pipeline.world), "brand")


def _check_audience(project: ProjectBuild, asked: Asked, audience: str | None) -> None:
    """Wrong usage for an audience that isn't the deck's, or that no deck is there for."""
    from deckgen.cli.project import known

    if audience is None:
        return
    deck = _deck(project, asked)
    if deck is None:
        raise click.UsageError(f'no deck uses "{asked.slide}", so there are no audiences; name a deck with --deck')
    if audiences := project.audiences(deck):
        known(audience, audiences, "audience", f" of {deck}")


def _deck(project: ProjectBuild, asked: Asked) -> str | None:
    """The deck that the slide is shown in; None where none uses it."""
    users = project.uses().get(asked.slide, ())
    return asked.deck or (users[0].deck if users else None)


def _take_row(world: DiskWorld, project: ProjectBuild, asked: Asked, given: dict[str, Any]) -> str | None:
    """Where the deck has rows, show it as the wanted one has it; the audience that the row is for, if none is said."""
    deck = _deck(project, asked)
    if deck is None or (given["row"] is None and project.rows(deck) is None):
        return None
    from deckgen.cli.one_row import audience_of, take_row

    row = take_row(world, project, deck, given["row"])
    if row is None or given["audience"] is not None:
        return None
    found = audience_of(row, project, deck)
    return found if given["row"] is not None else None


def _say_unseen(project: ProjectBuild, asked: Asked, audience: str | None) -> None:
    """Warn where the audience never sees the slide, though the deck shows it to others. It is drawn all the same."""
    deck = _deck(project, asked)
    shown = project.shown(deck, asked.slide) if deck and audience else ()
    if not shown or any(audience in one.audiences for one in shown):
        return
    seeing = dict.fromkeys(name for one in shown for name in one.audiences)
    project.diagnostics.warning(
        "unseen-slide",
        shown[0].span,
        f'{deck} never shows "{asked.slide}" to {audience}; it is drawn as if it did',
        hint=f"it is seen by {', '.join(seeing)}" if seeing else "nobody sees it; mend its only: or except:",
    )


def _place(target: str | None, asked: Asked, kind: str, root: str) -> str:
    """Where the picture goes, its folder made if that is deckgen's own."""
    from deckgen.output import NotWritten, folder_within

    if target:
        return target
    name = f"{asked.deck}/{asked.slide}" if asked.deck else asked.slide
    folder, _, last = f"build/render/{name}".rpartition("/")
    try:
        return os.path.join(folder_within(root, folder, os.path.relpath(root)), f"{last}.{kind}")
    except NotWritten as refusal:
        raise click.ClickException(refusal.line("-o FILE")) from None


def _written(files: list[File], place: str) -> list[str]:
    """Each picture put in place, the second as x-2.png; their paths as seen from here."""
    from deckgen.output import NotWritten, write_where_asked

    stem, ending = os.path.splitext(place)
    paths = []
    for number, file in enumerate(files, 1):
        path = place if number == 1 else f"{stem}-{number}{ending}"
        below = os.path.relpath(path)
        shown = (path if below.startswith("..") else below).replace(os.sep, "/")
        try:
            write_where_asked(path, file.data, shown=shown)
        except NotWritten as refusal:
            raise click.ClickException(refusal.line("-o FILE")) from None
        paths.append(shown)
    return paths


def _to_stdout(files: list[File]) -> None:
    if len(files) > 1:
        raise click.UsageError(f"the slide goes on on {len(files)} slides; write it with -o FILE, or as --to pdf")
    if files and sys.stdout.isatty():
        raise click.UsageError("a terminal can't show it; send it to a file or a program, or use -o FILE")
    for file in files:
        sys.stdout.buffer.write(file.data)
        sys.stdout.buffer.flush()
