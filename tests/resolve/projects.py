"""Projects in memory, and what resolving and binding them gives."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.bind import BoundDeck, bind_deck
from deckgen.diagnostics import Diagnostics
from deckgen.resolve import Project, ResolvedDeck, Settings, load_project, resolve
from deckgen.worlds import MemoryWorld

POINTS = "kind: points\ntitle: Benefits\npoints:\n  - One\n  - Two\n"
STATEMENT = "kind: statement\ntitle: A title\ntext: A sentence.\n"
HEAD = "title: A talk\nbrand: plain\n"


def project(files: Mapping[str, str]) -> Project:
    """The project of these files."""
    return load_project(MemoryWorld({"deckgen.yaml": "", **files}), Diagnostics())


def deck(slides: str, head: str = HEAD, **files: str) -> Project:
    """A project of one deck `talk`, and slide files named by keyword (`a` is slides/a.yaml)."""
    found = {f"slides/{name}.yaml": text for name, text in files.items()}
    return project({"decks/talk.yaml": f"{head}slides:\n{slides}", **found})


def resolved(
    of: Project, audience: str = "full", *, settings: Settings = Settings()
) -> tuple[ResolvedDeck | None, list[str]]:
    """The deck `talk` for an audience, and what was said."""
    diags = Diagnostics()
    found = resolve(of, "talk", audience, diags, settings=settings)
    return found, said(diags)


def bound(
    of: Project, audience: str = "full", *, settings: Settings = Settings()
) -> tuple[BoundDeck | None, list[str]]:
    """The deck `talk` bound for an audience, and what was said."""
    diags = Diagnostics()
    found = resolve(of, "talk", audience, diags, settings=settings)
    return bind_deck(found, diags, source=of.source) if found else None, said(diags)


def said(diags: Diagnostics) -> list[str]:
    """'error decks/talk.yaml:1:4 code: message (hint)' of each, in order."""
    lines = []
    for one in diags:
        hint = f" ({one.hint})" if one.hint else ""
        lines.append(f"{one.severity} {one.span} {one.code}: {one.message}{hint}")
    return lines
