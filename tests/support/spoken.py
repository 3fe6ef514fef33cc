"""Talks with notes of every sort, and which words their speaker has to find on paper."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from deckgen.api import open_project
from deckgen.drawing import Drawing
from deckgen.scene import Paragraph
from deckgen.worlds import MemoryWorld

DATA = Path(__file__).parents[1] / "data" / "talks"

HOSTILE = (DATA / "hostile.yaml").read_text(encoding="utf-8")
"""Marks that every format reads as markup, several writing systems, lists, links, builds, and a hidden slide."""

ARABIC = (DATA / "arabic.yaml").read_text(encoding="utf-8")
"""Notes from right to left, with Latin words and a paragraph of English."""

SILENT = """\
title: Silent
brand: plain
language: sw
slides:
  - {kind: section, title: Kila mtoto anahesabika hapa.}
"""
"""No notes at all, in a language that deckgen has no words of."""


def drawing(deck: str, **files: str) -> Drawing:
    """The drawing of a deck given as YAML; more files by their paths."""
    build = open_project(MemoryWorld({"decks/d.yaml": deck, **files}))
    compiled = build.compile("d")
    assert compiled.chunks is not None, [f"{d.span} {d.message}" for d in build.diagnostics][:3]
    return build.drawing(compiled)


def long_talk(words: int) -> str:
    """A talk whose one slide has so many words of notes, each with its number."""
    rows = [" ".join(f"word{n}" for n in range(start, min(start + 500, words))) for start in range(0, words, 500)]
    notes = "".join(f"      - {row}\n" for row in rows)
    return f"title: Long\nbrand: plain\nslides:\n  - kind: section\n    title: A long speech.\n    notes:\n{notes}"


def many_slides(count: int) -> str:
    """A talk of so many slides, each with notes."""
    slides = "".join(
        f"  - {{kind: section, id: s{n}, title: Statement {n} is this., notes: Say what statement {n} means.}}\n"
        for n in range(count)
    )
    return f"title: Many\nbrand: plain\nslides:\n{slides}"


def words_of(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """The words of paragraphs in order, as they are compared: without what has no width."""
    return read(" ".join(paragraph.text for paragraph in paragraphs))


def read(text: str) -> list[str]:
    """The words of a text."""
    return "".join(char for char in text if unicodedata.category(char) != "Cf").split()
