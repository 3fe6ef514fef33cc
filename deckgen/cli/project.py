"""The project that a command is about: where it is, and how it is opened."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.world import World
    from deckgen.worlds import DiskWorld


CURLY = "“”„‟‘’‚«»"
"""Quotes that no shell takes for quotes."""


def find_root(start: str) -> str | None:
    """The nearest folder at or above `start` with a `deckgen.yaml`, else with `decks/`; None for neither."""
    folders = [os.path.abspath(start)]
    while (above := os.path.dirname(folders[-1])) != folders[-1]:
        folders.append(above)
    for folder in folders:
        if os.path.isfile(os.path.join(folder, "deckgen.yaml")):
            return folder
    for folder in folders:
        if os.path.isdir(os.path.join(folder, "decks")):
            return folder
    return None


def open_world() -> DiskWorld:
    """The world of the project around the current folder; wrong usage where there is none."""
    root = find_root(os.getcwd())
    if root is None:
        raise click.UsageError(
            "no deckgen project here or above: there is neither a deckgen.yaml nor a folder "
            "decks. `deckgen new DIR` makes one."
        )
    return _world_at(root)


def open_any_world() -> World:
    """The world of the project around the current folder, or one that holds what deckgen ships."""
    from deckgen.worlds import MemoryWorld

    root = find_root(os.getcwd())
    return MemoryWorld({}) if root is None else _world_at(root)


def _world_at(root: str) -> DiskWorld:
    from datetime import date

    from deckgen.world import Refused
    from deckgen.worlds import DiskWorld

    try:
        return DiskWorld(root, today=date.today(), epoch=os.environ.get("SOURCE_DATE_EPOCH"))
    except Refused as refusal:
        raise click.UsageError(f"{refusal.reason}; {refusal.hint}") from None


def open_project(settings: dict[str, str] | None = None) -> tuple[DiskWorld, ProjectBuild]:
    """The project around the current folder, and its world; wrong usage for settings that nothing asks for."""
    from deckgen import api

    world = open_world()
    project = api.open_project(world, settings=settings or {})
    if settings and (variables := project.variables()) is not None:
        for name in settings:
            known(name, variables, "variable", " in this project")
    return world, project


def take_settings(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """`--set name=value` as names with values."""
    settings = {}
    for value in values:
        name, equals, text = value.partition("=")
        if not equals or not name.strip():
            named, colon, rest = value[:60].partition(":")
            meant = f"{named.strip()}={rest.strip()}" if colon else "city=Oldham"
            raise click.BadParameter(f'"{value[:60]}" is not of the form NAME=VALUE; write --set {meant}')
        if name[0] in CURLY:
            bare = value.strip(CURLY)[:60]
            raise click.BadParameter(f'the quotes around "{bare}" are curly; write straight ones: --set "{bare}"')
        settings[name.strip()] = text if name == name.strip() else text.strip()  # as in: city = Oldham
    return settings


def known(name: str, names: Collection[str], what: str, where: str = "") -> str:
    """`name` if it is one of `names`; else wrong usage, with the name that was probably meant.

    `what` it is the name of, and `where` there should be one, are for the message.
    """
    if name in names:
        return name
    from deckgen.diagnostics import did_you_mean

    hint = did_you_mean(name, names)
    raise click.UsageError(f'there is no {what} "{name}"{where}' + (f"; {hint}" if hint else ""))


def known_deck(project: ProjectBuild, argument: str) -> str:
    """The deck that an argument means; wrong usage where there is none, and what to write where it is a slide."""
    name, decks = deck_name(argument), project.decks()
    if name not in decks:
        _check_way(argument, decks)
    slide = os.path.splitext(os.path.normpath(argument))[0].replace(os.sep, "/").removeprefix("slides/")
    if name not in decks and slide in project.slides():
        users = sorted({use.deck for use in project.uses().get(slide, ())})
        used = f"deckgen check {users[0]}, which uses it" if users else "use it in a deck"
        raise click.UsageError(f"{argument} is a slide, not a deck; write: deckgen render {slide}, or {used}")
    return known(name, decks, "deck")


def _check_way(argument: str, decks: Collection[str]) -> None:
    """Wrong usage for what is a deck's name with something more, or no deck's but an output's."""
    from deckgen.write.formats import SUFFIXES

    if bare := next((deck for deck in decks if argument.removeprefix("./").rstrip("/") == f"decks/{deck}"), None):
        raise click.UsageError(f'there is no deck "{argument}"; write {bare}, or decks/{bare}.yaml')
    deck, mark, audience = argument.replace(".", ":").rpartition(":")
    if mark and deck in decks:
        raise click.UsageError(f'there is no deck "{argument}"; write: deckgen build {deck} --audience {audience}')
    if argument.lower().strip(".") in SUFFIXES:
        what = argument.lower().strip(".")
        raise click.UsageError(f'there is no deck "{argument}"; outputs stand together: --to pptx,{what}')


def deck_name(argument: str) -> str:
    """The deck that an argument means: its name, or its file as the shell completes it."""
    if not argument.endswith((".yaml", ".yml")):
        return argument
    path = os.path.splitext(os.path.normpath(argument))[0].replace(os.sep, "/")
    return path.rpartition("decks/")[2]
