"""`deckgen brand`: which brands there are, and a brand as a PowerPoint template."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import PathType

if TYPE_CHECKING:
    from deckgen.world import World

EPILOG = """\b
Examples:
  deckgen brand list
  deckgen brand show plain                 every kind of slide in the brand: plain.pdf
  deckgen brand export plain -o plain.potx
"""
SHOWN = (".pdf", ".html", ".pptx")
"""What a brand can be shown in, by the file's ending."""


@click.group("brand", epilog=EPILOG)
def command() -> None:
    """List brands, show one, or export one as .potx.

    A brand is a folder below assets/brands; "plain" comes with deckgen.
    """


@command.command("list")
def list_brands() -> None:
    """Say which brands the project can use."""
    from deckgen.brand.pack import brand_names
    from deckgen.cli.project import open_any_world

    for name in sorted(brand_names(open_any_world())):
        click.echo(name)


@command.command("export", epilog="Example:  deckgen brand export plain -o plain.potx")
@click.argument("name")
@click.option(
    "--output",
    "-o",
    "target",
    metavar="FILE",
    type=PathType(),
    help="Where to write it.  [default: NAME.potx]",
)
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@click.pass_context
def export(ctx: click.Context, name: str, target: str | None, force: bool) -> None:
    """Write the brand NAME as a .potx: theme, master and every layout, for a designer to open."""
    from deckgen.cli.project import open_any_world
    from deckgen.cli.report import tell
    from deckgen.diagnostics import NOWHERE, Diagnostics
    from deckgen.write.pptx.cache import load_template
    from deckgen.write.pptx.potx import export_potx

    path = target or f"{name}.potx"
    if not path.lower().endswith(".potx"):
        raise click.UsageError(f"{path} does not end in .potx, so PowerPoint would not open it as a template")
    world, diags = open_any_world(), Diagnostics()
    template = load_template(world, name, diags, NOWHERE)
    tell(diags, world)
    if template is None:
        ctx.exit(1)
    _refuse_there(path, force=force)
    _write(path, export_potx(template))
    click.echo(f"written  {path}")


@command.command("show", epilog="Example:  deckgen brand show harbour -o harbour.html")
@click.argument("name")
@click.option(
    "--output",
    "-o",
    "target",
    metavar="FILE",
    type=PathType(),
    help="Where to write it: a .pdf, .html or .pptx.  [default: NAME.pdf]",
)
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@click.pass_context
def show(ctx: click.Context, name: str, target: str | None, force: bool) -> None:
    """Show the brand NAME: a deck of every kind of slide in it, in invented words, for a designer to look through."""
    from deckgen.cli.project import open_any_world
    from deckgen.cli.report import tell
    from deckgen.diagnostics import NOWHERE, Diagnostics
    from deckgen.write.pptx.cache import load_template

    path = target or f"{name}.pdf"
    if not path.lower().endswith(SHOWN):
        raise click.UsageError(f"{path} should end in one of {', '.join(SHOWN)}")
    world, diags = open_any_world(), Diagnostics()
    if load_template(world, name, diags, NOWHERE) is None:
        tell(diags, world)
        ctx.exit(1)
    _refuse_there(path, force=force)
    data, slides, failed = _shown(world, name, path.rpartition(".")[2].lower())
    _write(path, data)
    left = f", without what doesn't fit: {', '.join(failed)}" if failed else ""
    click.echo(f"written  {path}  {slides} slides{left}")
    ctx.exit(1 if failed else 0)


def _shown(world: World, brand: str, kind: str) -> tuple[bytes, int, list[str]]:
    """The showcase in a brand as a file, how many slides it has, and the ids of those that don't fit in the brand's
    faces, which are left out after telling why."""
    from deckgen import showcase
    from deckgen.api import open_project
    from deckgen.cli.report import tell

    shown = showcase.showing(world, brand)
    project = open_project(shown)
    compiled = project.compile(showcase.DECK)
    tell(project.diagnostics, shown)
    files = (one.span.file for one in project.diagnostics.errors)
    failed = sorted({os.path.basename(file).removesuffix(".yaml") for file in files if showcase.DECK in file})
    if failed:
        project = open_project(showcase.showing(world, brand, failed))
        compiled = project.compile(showcase.DECK)
    (file,) = project.write(compiled, kind)
    return file.data, len(compiled.scene.slides) if compiled.scene else 0, failed


def _refuse_there(path: str, *, force: bool) -> None:
    if os.path.lexists(path) and not force:
        raise click.ClickException(f"{path} is there already; give another name with -o, or overwrite it with --force")


def _write(path: str, data: bytes) -> None:
    from deckgen.output import NotWritten, write_where_asked

    try:
        write_where_asked(path, data)
    except NotWritten as refusal:
        raise click.ClickException(refusal.line("-o FILE")) from None
