"""Options that several commands share, said once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from deckgen.cli.project import take_settings


class PathType(click.Path):
    """A path; an empty one is wrong usage, not the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not value:
            self.fail("the path is empty; write the name of a file or folder", param, ctx)
        if self.exists and not os.path.lexists(value):
            self.fail(f"there is no {self.name} {value}; {look_beside(value)}", param, ctx)
        if os.path.exists(value) and not (self.file_okay and self.dir_okay):
            wrong = os.path.isdir(value) if self.file_okay else os.path.isfile(value)
            if wrong:
                other = "folder" if self.file_okay else "file"
                self.fail(f"{value} is a {other}, and a {_OTHER[other]} is wanted; name another", param, ctx)
        return super().convert(value, param, ctx)


_OTHER = {"file": "folder", "folder": "file"}


def look_beside(path: str) -> str:
    """What to do about a path that leads nowhere."""
    from deckgen.diagnostics import did_you_mean

    folder, name = os.path.split(path)
    try:
        there = os.listdir(folder or os.curdir)
    except OSError:
        return "look at its folder, which isn't there either"
    near = did_you_mean(name, there)
    return near if near and near.startswith("did") else f"paths begin at the folder you are in, {os.getcwd()}"


class CountType(click.ParamType[int]):
    """A whole number within limits, as people type it: 16, 1,920. `example` is how it is written."""

    name = "integer"
    _WRITTEN = r"(\d+(?:[ ,_]\d{3})*)"

    def __init__(self, least: int, most: int, example: str) -> None:
        self.least, self.most, self.example = least, most, example

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        found = re.fullmatch(self._WRITTEN, value.strip().lower())
        if found is None:
            self.fail(f'"{value[:40]}" is no whole number; write {self.example}', param, ctx)
        number = int(re.sub(r"\D", "", found[1]))
        if not self.least <= number <= self.most:
            self.fail(f"{number} is not in the range {self.least}<=x<={self.most}; write {self.example}", param, ctx)
        return number


class PixelsType(CountType):
    """A picture's width: 1920, 1920px, or 1920x1080, whose height is that of a slide anyhow."""

    _WRITTEN = rf"{CountType._WRITTEN}\s*(?:px|pixels?)?(?:\s*[x×*]\s*\d+\s*(?:px|pixels?)?)?"


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
