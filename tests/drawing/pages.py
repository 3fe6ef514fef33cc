"""Decks as drawings, compiled once for all tests of a process, and what stands on their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from deckgen.api import open_project
from deckgen.drawing import Drawing, Element, Mark, Words
from deckgen.kinds.manual import example
from deckgen.kinds.registry import get_kind, kind_names
from deckgen.overlay import OverlayWorld
from deckgen.worlds import DiskWorld
from tests.support.tools import ROOT

BRANDS = ("cst", "cranmer", "plain")
CASES = ("emptiest", "example", "fullest")


def drawn(files: dict[str, str | bytes], deck: str = "talk") -> Drawing:
    """A deck of these files, over the project's own, as a drawing."""
    project = open_project(OverlayWorld(files, below=DiskWorld(str(ROOT), today=date(2026, 1, 5))))
    compiled = project.compile(deck)
    assert compiled.data is not None, [f"{d.span} {d.message}" for d in project.diagnostics.errors]
    return project.drawing(compiled)


def drawn_slide(slide: str, *, brand: str = "plain", deck: str = "") -> Drawing:
    """A deck of one slide, written in YAML; `deck` are more lines of the deck's file."""
    files: dict[str, str | bytes] = {
        "slides/one.yaml": slide,
        "decks/talk.yaml": f"title: Talk\nbrand: {brand}\n{deck}slides:\n  - use: one\n",
    }
    return drawn(files)


@cache
def kinds_drawn(brand: str) -> Drawing:
    """Every kind's emptiest, example and fullest slide in a brand."""
    files: dict[str, str | bytes] = {}
    uses = ""
    for kind in kind_names():
        for case in CASES:
            uses += f"  - use: {kind}-{case}\n"
            stored = ROOT / "tests" / "kinds" / "slides" / f"{kind}-{case}.yaml"
            files[f"slides/{kind}-{case}.yaml"] = (
                example(get_kind(kind)) if case == "example" else stored.read_text(encoding="utf-8")
            )
    files["decks/kinds.yaml"] = f"title: Kinds\nbrand: {brand}\nslides:\n{uses}"
    return drawn(files, "kinds")


def marks(elements: Iterable[Element | Mark]) -> Iterator[Mark]:
    """The marks in reading order."""
    for element in elements:
        if isinstance(element, Element):
            yield from marks(element.children)
        else:
            yield element


def words(elements: Iterable[Element | Mark]) -> list[Words]:
    """The words in reading order."""
    return [mark for mark in marks(elements) if isinstance(mark, Words)]


def within(elements: Iterable[Element | Mark]) -> Iterator[Element]:
    """Every element, outer ones first."""
    for element in elements:
        if isinstance(element, Element):
            yield element
            yield from within(element.children)


def of_node(elements: Iterable[Element | Mark], name: str) -> list[Element]:
    """The outermost elements that draw a node."""
    found: list[Element] = []
    for element in elements:
        if isinstance(element, Element):
            found += [element] if element.node == name else of_node(element.children, name)
    return found
