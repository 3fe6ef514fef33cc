"""`deckgen cache`: what the cache of finished decks holds, and how to make it smaller."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from deckgen.cli.cache_options import SizeType, default_folder
from deckgen.cli.options import PathType

if TYPE_CHECKING:
    from deckgen.batch.cache.folder import Folder

EPILOG = """\b
Examples:
  deckgen cache info
  deckgen cache prune --to 500MB      before a CI job saves it
  deckgen cache prune --to 0          throw everything away
"""

_SHOWN = {
    "decks": "decks of rows",
    "bases": "decks that others are told by",
    "pieces": "large pieces",
    "inputs": "notes of what decks were made from",
    "asks": "notes of which columns decks ask for",
}

_folder_option = click.option(
    "--cache",
    "folder",
    metavar="DIR",
    type=PathType(file_okay=False),
    help="The cache's folder.  [default: build/.cache/decks]",
)


class _Commands(click.Group):
    """The two commands, with what was meant by another word."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            meant = "prune --to 0" if args[0] in ("clear", "clean", "delete", "rm", "purge", "empty") else "info"
            ctx.fail(f'there is no command "cache {args[0]}"; did you mean: deckgen cache {meant}?')
        return super().resolve_command(ctx, args)


@click.group("cache", cls=_Commands, epilog=EPILOG)
def command() -> None:
    """Look at the cache of finished decks, or prune it.

    `deckgen build` of decks with rows keeps them there, and takes from there what would come out the same."""


@command.command("info")
@_folder_option
def info(folder: str | None) -> None:
    """How much the cache holds, and of what."""
    path, opened = _opened(folder)
    if folder is not None and not os.path.isdir(folder):
        raise click.UsageError(f"there is no folder {folder}")
    held = opened.held()
    click.echo(f"{path}: {_size(sum(kind.bytes for kind in held.values()))}")
    for kind, shown in _SHOWN.items():
        click.echo(f"  {held[kind].files:>9,}  {_size(held[kind].bytes):>9}  {shown}")


@command.command("prune")
@click.argument("meant", required=False, metavar="")
@_folder_option
@click.option("--to", metavar="SIZE", type=SizeType(), help="At most so much stays: 500MB, 2GB, 0.  [default: 2GB]")
def prune(folder: str | None, to: int | None, meant: str | None) -> None:
    """Remove what was not used the longest. Builds may go on meanwhile."""
    if meant is not None:
        raise click.UsageError(f'"{meant}" means nothing here; a size is written so: --to 500MB')
    from deckgen.batch.cache.folder import LIMIT

    path, opened = _opened(folder)
    removed = opened.prune(LIMIT if to is None else to)
    left = sum(kind.bytes for kind in opened.held().values())
    files = f"{removed.files:,} file{'' if removed.files == 1 else 's'}"
    click.echo(f"{path}: {files} removed ({_size(removed.bytes)}), {_size(left)} left")


def _opened(folder: str | None) -> tuple[str, Folder]:
    from deckgen.batch.cache.folder import Folder
    from deckgen.cli.project import open_world

    path = folder if folder is not None else default_folder(open_world().root)
    if path is None:
        raise click.UsageError("build/.cache leads out of the project by a link; say which cache: --cache DIR")
    return path, Folder(path)


def _size(size: int) -> str:
    for unit, each in (("GB", 1024**3), ("MB", 1024**2), ("kB", 1024)):
        if size >= each:
            return f"{size / each:,.1f} {unit}"
    return f"{size} bytes"
