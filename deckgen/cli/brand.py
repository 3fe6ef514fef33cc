"""`deckgen brand`: which brands there are, and a brand as a PowerPoint template."""

from __future__ import annotations

import os

import click

EPILOG = """\b
Examples:
  deckgen brand list
  deckgen brand export plain -o plain.potx
"""


@click.group("brand", epilog=EPILOG)
def command() -> None:
    """List brands, or write one as a template for PowerPoint.

    A brand is a folder below assets/brands; "plain" comes with deckgen.
    """


@command.command("list")
def list_brands() -> None:
    """Say which brands the project can use."""
    from deckgen.brand.pack import brand_names
    from deckgen.cli.project import open_world

    for name in sorted(brand_names(open_world(required=False))):
        click.echo(name)


@command.command("export", epilog="Example:  deckgen brand export plain -o plain.potx")
@click.argument("name")
@click.option(
    "--output",
    "-o",
    "target",
    metavar="FILE",
    type=click.Path(),
    help="Where to write it.  [default: NAME.potx]",
)
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@click.pass_context
def export(ctx: click.Context, name: str, target: str | None, force: bool) -> None:
    """Write the brand NAME as a .potx: theme, master and every layout, for a designer to open."""
    from deckgen import api
    from deckgen.cli.project import open_world
    from deckgen.cli.report import tell
    from deckgen.diagnostics import Diagnostics
    from deckgen.output import NotWritten, write_atomically

    world, diags = open_world(required=False), Diagnostics()
    content = api.export_brand(world, name, diags)
    tell(diags, world)
    if content is None:
        ctx.exit(1)
    path = target or f"{name}.potx"
    if os.path.lexists(path) and not force:
        raise click.ClickException(
            f"{path} is there already; give another name with -o, or overwrite it with --force"
        )
    try:
        write_atomically(path, content)
    except NotWritten as refusal:
        raise click.ClickException(refusal.reason) from None
    click.echo(f"written  {path}")
