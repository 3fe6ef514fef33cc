"""`deckgen brand`: which brands there are, and a brand as a PowerPoint template."""

from __future__ import annotations

import os

import click

from deckgen.cli.options import PathType

EPILOG = """\b
Examples:
  deckgen brand list
  deckgen brand export plain -o plain.potx
"""


@click.group("brand", epilog=EPILOG)
def command() -> None:
    """List brands, or export one as .potx.

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
    from deckgen.output import NotWritten, write_atomically
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
    if os.path.lexists(path) and not force:
        raise click.ClickException(f"{path} is there already; give another name with -o, or overwrite it with --force")
    try:
        write_atomically(path, export_potx(template))
    except NotWritten as refusal:
        raise click.ClickException(refusal.line("-o FILE")) from None
    click.echo(f"written  {path}")
