"""Which slide is meant: an id of the library, a slide's file, or DECK/ID."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from deckgen.cli.project import known

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild

_ENDINGS = (".yaml", ".yml")


class Asked(Struct, frozen=True):
    """A slide, by its id in a deck; where `deck` is None, in the library."""

    slide: str
    deck: str | None = None


def asked_slide(project: ProjectBuild, root: str, argument: str, deck: str | None) -> Asked:
    """The slide that an argument means; wrong usage where there is none, with what was probably meant.

    A slide of the library comes before one that stands in a deck; `deck` is where it is to be shown, if that is said.
    """
    library = project.slides()
    bare = os.path.splitext(argument)[0]  # as the folder slides/ lists it
    is_file = argument.endswith(_ENDINGS) and (bare not in library or os.path.exists(argument))
    name = _id_of_file(argument, root) if is_file else bare if argument.endswith(_ENDINGS) else argument
    if name not in library and name.removeprefix("slides/") in library:
        name = name.removeprefix("slides/")
    if deck is not None:
        return Asked(known(name, {*library, *project.slide_ids(deck)}, "slide", f" in {deck} or in slides/"), deck)
    if name in library:
        return Asked(name)
    for end in (n for n, letter in enumerate(name) if letter == "/"):
        if name[:end] in project.decks() and name[end + 1 :] in project.slide_ids(name[:end]):
            return Asked(name[end + 1 :], name[:end])
    if name in project.decks():
        raise click.UsageError(f"{name} is a deck; name one of its slides: {name}/ID")
    own = [f"{found}/{slide}" for found in project.decks() for slide in project.slide_ids(found)]
    known(name, {*library, *own}, "slide", " in this project")
    raise AssertionError("its name was looked for, and not among them")


def _id_of_file(path: str, root: str) -> str:
    """The id of a slide's file, seen from here or from the project's folder."""
    folder = os.getcwd() if os.path.exists(path) else root
    below = os.path.relpath(os.path.realpath(os.path.join(folder, path)), os.path.realpath(root)).replace(os.sep, "/")
    top, _, rest = below.partition("/")
    if top == "decks":
        raise click.UsageError(f"{path} is a deck; name one of its slides: {os.path.splitext(rest)[0]}/ID")
    if top != "slides" or not rest:
        raise click.UsageError(f"{path} is not below slides/, where the slides of this project are")
    return os.path.splitext(rest)[0]
