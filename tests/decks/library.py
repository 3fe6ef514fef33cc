"""The project's own decks, and the slides of every kind, each compiled once per process."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from typing import NamedTuple

from PIL import Image

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.pipeline import Pipeline
from deckgen.resolve.resolve import audiences
from deckgen.scene import Deck
from deckgen.world import World
from deckgen.worlds import DiskWorld, MemoryWorld
from deckgen.write.pptx.cache import load_template
from deckgen.write.pptx.template import Template
from tests.support.tools import ROOT

TODAY = date(2026, 1, 5)
BRANDS = ("cst", "cranmer", "plain")
PICTURES = {
    "tests/data/report.png": (1280, 2000),
    "tests/data/portrait.png": (990, 1140),
    "tests/data/wide.png": (2400, 1200),
}
"""The pictures that tests/data/kinds.yaml names, with their pixels."""


class Built(NamedTuple):
    """A deck for one audience: its file's bytes, the scene they were written from, its brand's template."""

    data: bytes
    scene: Deck
    template: Template
    world: World


def compiled(pipeline: Pipeline, name: str, audience: str = "full") -> Built:
    """One deck of a pipeline's project; fails with what is wrong with it."""
    made = pipeline.compile(name, audience)
    assert made.data and made.scene, [str(d.span) + " " + d.message for d in pipeline.diags.errors]
    template = load_template(pipeline.world, made.scene.brand, Diagnostics(), NOWHERE)
    assert template
    return Built(made.data, made.scene, template, pipeline.world)


@cache
def project() -> Pipeline:
    """The project's folder, ready to be compiled."""
    return Pipeline(DiskWorld(str(ROOT), today=TODAY))


@cache
def builds() -> tuple[tuple[str, str], ...]:
    """Every (deck, audience) that the project makes."""
    opened = project().project
    decks = [(name, opened.deck(name, Diagnostics())) for name in opened.deck_ids()]
    return tuple((name, audience) for name, found in decks if found for audience in audiences(found))


@cache
def deck(name: str, audience: str = "full") -> Built:
    """One of the project's decks, compiled."""
    return compiled(project(), name, audience)


@cache
def kinds(brand: str) -> Built:
    """The slides of tests/data/kinds.yaml in a brand."""
    return compiled(kinds_project(brand), "kinds")


@cache
def kinds_project(brand: str) -> Pipeline:
    """A project of that one deck, not yet compiled."""
    slides = (ROOT / "tests" / "data" / "kinds.yaml").read_text(encoding="utf-8")
    pictures = {path: _picture(*size) for path, size in PICTURES.items()}
    deck_file = f"title: Every kind\nbrand: {brand}\nslides:\n{slides}".encode()
    files = {**assets(), **pictures, "decks/kinds.yaml": deck_file}
    return Pipeline(MemoryWorld(files, today=TODAY))


@cache
def assets() -> dict[str, bytes]:
    """The files of the project's brands, for a world in memory."""
    disk = DiskWorld(str(ROOT), today=TODAY)
    return {path: disk.read(path) for path in disk.list("assets", "")}


def _picture(width: int, height: int) -> bytes:
    """A picture of one grey."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), (96, 104, 120)).save(file, "PNG")
    return file.getvalue()
