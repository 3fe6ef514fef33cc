"""What is said beside a project that is otherwise sound: slides that nobody shows, a brand that nobody has signed."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from deckgen.cli.new import SCAFFOLD, UNSIGNED
from deckgen.diagnostics import Diagnostics, Note, Span
from deckgen.world import Refused

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.world import World

MOST = 4
"""So many slides are named; of more, how many there are."""


class Beside(Struct, frozen=True):
    """Slides that no deck uses, and the `lines` for people about all that is said."""

    unused: tuple[str, ...]
    lines: tuple[str, ...]


def said_beside(project: ProjectBuild, decks: Collection[str]) -> Beside:
    """What there is to say of these decks; of all, and of slides that none uses, where no deck is named."""
    signed = _check_signed(project, decks or project.decks())
    unused = () if decks else unused_slides(project)
    return Beside(unused, (*([unused_line(unused)] if unused else ()), *signed))


def unused_slides(project: ProjectBuild) -> tuple[str, ...]:
    """The slide files that no deck uses. None while there are mistakes: one may be a slide's name in a deck."""
    return () if project.diagnostics.errors else tuple(slide for slide, uses in project.uses().items() if not uses)


def unused_line(slides: Sequence[str]) -> str:
    """A line for people about slides that no deck uses, of which there is one at least."""
    named = ", ".join(f"slides/{slide}.yaml" for slide in slides[:MOST])
    more = f" and {len(slides) - MOST} more" if len(slides) > MOST else ""
    return f"No deck uses {named}{more}; a deck shows a slide with  - use: {slides[0]}"


def _check_signed(project: ProjectBuild, decks: Collection[str]) -> list[str]:
    """Warn of a brand that `deckgen new` has made and nobody has signed, where a deck wears it. Of the deck that is as
    `deckgen new` has written it there is no warning, but a line for people: nobody shows that one."""
    lines = []
    for path, wearing in _brands(project, decks).items():
        places = _unsigned(project.pipeline.world, path)
        if not places:
            continue
        if all(_is_example(project, deck) for deck in wearing):
            lines.append(f'Slides are signed "{UNSIGNED}", until your organisation\'s name stands in {path}.')
            continue
        project.diagnostics.warning(
            "unsigned",
            places[0],
            f'slides are signed "{UNSIGNED}"',
            hint="put your organisation's name here" + (", and into the wordmark below" if places[1:] else ""),
            notes=tuple(Note(other, "here, too") for other in places[1:]),
        )
    return lines


def _brands(project: ProjectBuild, decks: Collection[str]) -> dict[str, list[str]]:
    """The files of the project's own brands that these decks wear, with the decks."""
    found: dict[str, list[str]] = {}
    for deck in decks:
        file = project.pipeline.project.deck(deck, Diagnostics())
        brand = file.spec.values.get("brand") if file else None
        if brand is not None:
            found.setdefault(f"assets/brands/{brand.text}/brand.yaml", []).append(deck)
    return {path: wearing for path, wearing in found.items() if project.pipeline.world.exists(path)}


def _unsigned(world: World, path: str) -> list[Span]:
    """Where a brand has the name that `deckgen new` gave it."""
    from deckgen.load.nodes import MapNode, ScalarNode, SeqNode
    from deckgen.load.yaml import load_yaml

    with suppress(Refused):  # of a file that can't be read the build says so itself
        if UNSIGNED.split()[0].encode() not in world.read(path):
            return []
    pack = load_yaml(world, path, Diagnostics())
    name, wordmark = (pack.get("name"), pack.get("wordmark")) if isinstance(pack, MapNode) else (None, None)
    found = [name.span] if isinstance(name, ScalarNode) and name.text == UNSIGNED else []
    lines = wordmark.get("lines") if isinstance(wordmark, MapNode) else None
    if isinstance(lines, SeqNode):
        words = [line.text for line in lines.items if isinstance(line, ScalarNode)]
        found += [lines.span] if " ".join(words) == UNSIGNED else []
    return found


def _is_example(project: ProjectBuild, deck: str) -> bool:
    """Whether a deck and its slides are as `deckgen new` has written them."""
    file = project.pipeline.project.deck(deck, Diagnostics())
    slides = [f"slides/{entry.use.text}.yaml" for entry in file.entries if entry.use] if file else []
    return all(_is_as_made(project.pipeline.world, path) for path in (f"decks/{deck}.yaml", *slides))


def _is_as_made(world: World, path: str) -> bool:
    """Whether a file is as `deckgen new` has written it."""
    made = os.path.join(SCAFFOLD, *path.split("/"))
    if not os.path.isfile(made) or not world.exists(path):
        return False
    with open(made, "rb") as file, suppress(Refused):
        return file.read().split() == world.read(path).removeprefix(b"\xef\xbb\xbf").split()
    return False
