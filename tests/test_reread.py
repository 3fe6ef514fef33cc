"""Rereading what has changed gives what reading everything anew gives: the same decks, the same diagnostics."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator

from PIL import Image

from deckgen.api import ProjectBuild, open_project
from deckgen.worlds import MemoryWorld
from tests.support.tools import ROOT

DECK = """\
title: A talk
brand: {brand}
vars: {{what: {what}}}
language: en-GB
audiences:
  parents: {{label: Parents}}
slides:
  - use: welcome
  - section: {section}
  - use: points
  - use: seen
  - use: sold
"""
FACTS = "share: {{value: {value}, unit: '%', source: A}}\n"
BRAND = "assets/brands/cst/brand.yaml"


def picture(color: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (1920, 1080), color).save(buffer, "PNG")
    return buffer.getvalue()


def choices() -> dict[str, list[bytes | str | None]]:
    """What each file may hold in turn; None where it isn't there."""
    folder = ROOT / "assets/brands/cst"
    brand = (folder / "brand.yaml").read_text(encoding="utf-8")
    assert "#331447" in brand
    deck = [DECK.format(brand=b, what=w, section=s) for b, w, s in (("cst", "snow", "One"), ("plain", "rain", "Two"))]
    return {
        "decks/talk.yaml": [*deck, deck[0].replace("  - use: seen\n", ""), "title: [\n"],
        "decks/other.yaml": [None, "title: Other\nbrand: plain\naudiences: {heads: {}}\nslides: [{use: points}]\n"],
        "slides/welcome.yaml": [
            "kind: cover\ntitle: Hello {{ what }}\n",
            "kind: cover\ntitle: Hello {{ whta }}\n",
            "kind: cover\ntitle: Hello\nvariants: {parents: {title: Dear parents}}\n",
            "kind: cover\ntitle: Hello\nvariants: {heads: {title: Dear heads}}\n",
        ],
        "slides/points.yaml": [
            "kind: points\ntitle: A\npoints: ['{{ fact.share }} of all', Two]\n",
            "kind: points\ntitle: A\npoints: ['[On](slide:welcome)', Two]\n",
            "kind: pionts\n",
            None,
        ],
        "slides/seen.yaml": ["kind: picture\ncaption: Seen\npicture: {file: photos/lake.png, alt: A lake}\n"],
        "slides/sold.yaml": ["kind: table\ntitle: Sold\nsource: A\ndata: {file: assets/data/sold.csv}\n"],
        "photos/lake.png": [picture("teal"), picture("navy"), b"no picture", None],
        "assets/data/sold.csv": ["What,Number\nPens,4\n", "What,Number\nPens,5\n", None],
        "assets/data/facts.yaml": [FACTS.format(value=12), FACTS.format(value=13), None],
        BRAND: [brand, brand.replace("#331447", "#331448"), "name: [\n"],
    }


def small(files: dict[str, list[bytes | str | None]]) -> dict[str, str | bytes]:
    """The project as it is first."""
    found = {path: options[0] for path, options in files.items() if options[0] is not None}
    folder = ROOT / "assets/brands/cst"
    art = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {**art, **found}


def told(project: ProjectBuild) -> Iterator[object]:
    """All that comes of a project: each deck's bytes, and what is said, as one reads it."""
    for deck in project.decks():
        for audience in project.audiences(deck) or ("full",):
            made = project.compile(deck, audience)
            yield deck, audience, made.data, sorted(made.files) if made.data else ()
    yield sorted(map(repr, project.diagnostics))


def test_a_project_reread_is_as_one_read_anew() -> None:
    turns = random.Random(4)
    files = choices()
    world = MemoryWorld(small(files))
    project = open_project(world)
    sound = 0
    spoilt: set[str] = set()
    for _ in range(60):
        mending = turns.random() < 0.5
        paths = sorted(spoilt) if mending else turns.sample(sorted(files), turns.choice((1, 1, 1, 2, 3)))
        spoilt = set() if mending else spoilt | set(paths)
        for path in paths:
            content = files[path][0] if mending else turns.choice(files[path])
            world.files.pop(path, None)
            if content is not None:
                world.files[path] = content.encode() if isinstance(content, str) else content
        project.reread(paths)
        again, anew = list(told(project)), list(told(open_project(world)))
        assert again == anew, paths
        sound += sum(isinstance(one, tuple) and one[2] is not None for one in anew)
    assert sound > 40, "too few of the decks could be built to say anything"
