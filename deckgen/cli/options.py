"""Options that several commands share, said once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from deckgen.cli.project import take_settings


class PathType(click.Path):
    """A path; an empty one is wrong usage, not the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not value:
            self.fail("the path is empty", param, ctx)
        return super().convert(value, param, ctx)


F = TypeVar("F", bound=Callable[..., Any])


def format_option(*formats: str) -> Callable[[F], F]:
    """`--format`, the first being what one gets unasked."""
    return click.option(
        "--format",
        "format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How the result is told.",
    )


def strict_option(command: F) -> F:
    """`--strict`."""
    return click.option("--strict", is_flag=True, help="Warnings end with exit code 1, too.")(command)


def set_option(command: F) -> F:
    """`--set`."""
    return click.option(
        "--set",
        "settings",
        multiple=True,
        metavar="NAME=VALUE",
        callback=take_settings,
        help="Give the variable {{ NAME }} a value. May be repeated.",
    )(command)


def row_option(command: F) -> F:
    """`--row`."""
    told = "For this row of a deck with rows: its number, or urn=100123.  [default: the first]"
    return click.option("--row", metavar="ROW", help=told)(command)
