"""Options of batches: which rows, called what, built by whom."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from typing import Any, TypeVar

import click

from deckgen.cli.cache_options import SizeType
from deckgen.cli.options import CountType, PathType

F = TypeVar("F", bound=Callable[..., Any])


def row_options(command: F) -> F:
    """`--rows`, `--where`, `--name`, `--by`, `--jobs`, `--scheduler`, `--shard`, `--zip` and more."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _take_shard(_ctx: click.Context, _param: click.Parameter, value: str | None) -> tuple[int, int]:
    """`3/8` as (3, 8)."""
    found = re.fullmatch(r"([1-9]\d{0,5})/([1-9]\d{0,5})", value or "1/1")
    if found is None or int(found[1]) > int(found[2]):
        raise click.BadParameter("write which part of how many: --shard 3/8")
    return int(found[1]), int(found[2])


class _RowsPath(PathType):
    """A file of rows. It is gone through more than once, so that names are known before anything is built."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "-" or "://" in value or stat.S_ISFIFO(_mode(value)):
            self.fail(f'"{value}" is no file: rows are read more than once; save them first, as rows.csv', param, ctx)
        return super().convert(value, param, ctx)


def _mode(path: str) -> int:
    try:
        return os.stat(path).st_mode
    except OSError:
        return 0


_OPTIONS = (
    click.option(
        "--rows", metavar="FILE", type=_RowsPath(exists=True, dir_okay=False), help="A deck for each row of FILE."
    ),
    click.option("--where", "where", multiple=True, metavar="CONDITION", help='Only rows like "phase = primary".'),
    click.option("--name", metavar="TEXT", help='What a row\'s files are called: "{{ urn }}-{{ school | slug }}".'),
    click.option("--by", metavar="TEXT", help='The folder a row\'s files go to: "{{ local_authority }}".'),
    click.option(
        "--jobs", "-j", type=CountType(1, 256, "--jobs 4"), metavar="N", help="So many rows at once.  [default: cores]"
    ),
    click.option("--scheduler", metavar="ADDRESS", help="Build on the Dask cluster of tcp://HOST:PORT."),
    click.option("--shard", metavar="N/OF", callback=_take_shard, help="Only one of several parts of the rows."),
    click.option("--zip", is_flag=True, help="Put the decks into archives as well, one for each folder of --by."),
    click.option(
        "--cache",
        metavar="DIR",
        type=PathType(file_okay=False),
        help="Keep finished decks in DIR, for other runs and machines, and take them from there.",
    ),
    click.option("--cache-size", metavar="SIZE", type=SizeType(), help="At most so much is kept.  [default: 2GB]"),
    click.option("--fail-fast", is_flag=True, help="Stop at the first row that can't be built."),
    click.option("--explain-rebuild", is_flag=True, help="Say first why rows are built, or need not be."),
)
