"""A slide of the packaged brand, laid out from Python values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import msgspec

from deckgen.brands import Brands
from deckgen.diagnostics import Diagnostic
from deckgen.pipeline import Pipeline
from deckgen.scene import Slide, TextBox
from deckgen.worlds import MemoryWorld

BRAND = "plain"


@cache
def _brands() -> Brands:
    return Brands(MemoryWorld({}))


def set_slide(
    *, beside: Mapping[str, bytes] = MappingProxyType({}), **fields: Any
) -> tuple[Slide | None, list[Diagnostic]]:
    """The slide, None when it was refused, and what was said. `beside` are the files that it names."""
    deck = {"title": "T", "brand": BRAND, "slides": [{"id": "it", **fields}]}
    world = MemoryWorld({**beside, "decks/d.yaml": msgspec.json.encode(deck)})
    pipeline = Pipeline(world, brands=_brands())
    compiled = pipeline.compile("d", "full")
    slides = compiled.scene.slides if compiled.scene else ()
    return (slides[0] if slides else None), [d for d in pipeline.diags if d.code != "long-text"]


def fitting(**fields: Any) -> Slide:
    """The slide, which must fit without a word."""
    slide, said = set_slide(**fields)
    assert slide is not None and not said, said
    return slide


def box_of(slide: Slide, name: str) -> TextBox:
    """The text box of a slot."""
    found = next(node for node in slide.nodes if node.name == name)
    assert isinstance(found, TextBox)
    return found


def words(count: int, *, length: int = 6) -> str:
    """`count` different words of about `length` letters."""
    letters = "etaoinshrdlucm"
    made = []
    for number in range(count):
        made.append("".join(letters[(number * 7 + place * 3 + number // 5) % len(letters)] for place in range(length)))
    return " ".join(made)
