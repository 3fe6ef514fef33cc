"""Decks built for being compared, and edited as people edit them."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from PIL import Image
from pptx import Presentation as Opened

from deckgen.api import compile_deck
from deckgen.diff.changes import Change, Difference, SlideChange
from deckgen.diff.compare import compare
from deckgen.diff.read.deck import read_deck
from deckgen.diff.read.opened import open_package
from deckgen.diff.view import Deck
from deckgen.worlds import MemoryWorld
from tests.decks.library import assets

Slide = Mapping[str, Any]
COVER: Slide = {"id": "cover", "kind": "cover", "title": "Growing well", "speaker": "Amara Osei", "notes": "Wave."}
POINTS: Slide = {
    "id": "points",
    "kind": "points",
    "title": "What every school keeps",
    "points": ["Its name", "Its head and its governors", "Its say in what happens"],
    "notes": "Say each of them slowly.",
}
QUOTE: Slide = {"id": "quote", "kind": "quote", "quotation": "“It depends on the weather.”", "source": "A colleague"}
TABLE: Slide = {
    "id": "table",
    "kind": "table",
    "title": "Attendance rose",
    "head": ["School", "2024", "2026"],
    "rows": [["Fell View", "89.5", "94.2"], ["Beck Lane", "92.2", "95"], ["St Oswald’s", "93", "94.1"]],
}
CHART: Slide = {
    "id": "chart",
    "kind": "chart",
    "title": "Reading rose in all schools",
    "type": "bar",
    "source": "Illustrative data",
    "categories": ["Oakfield", "The Priory"],
    "series": [{"name": "2023", "values": [64, 68]}, {"name": "2026", "values": [79, 74]}],
}
PICTURE: Slide = {
    "id": "picture",
    "kind": "picture",
    "picture": {"file": "wide.png", "alt": "A wide view"},
    "caption": "All of the valley",
}
STATEMENT: Slide = {
    "id": "statement",
    "kind": "statement",
    "title": "Nobody walks home alone",
    "text": "Every afternoon",
}


@cache
def world() -> MemoryWorld:
    """The project's brands, and two pictures."""
    return MemoryWorld({**assets(), "wide.png": picture(2000, 1000), "tall.png": picture(1000, 1400)})


def picture(width: int, height: int) -> bytes:
    """A picture of one grey."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), (96, 104, 120)).save(file, "PNG")
    return file.getvalue()


def built(*slides: Slide, **facts: Any) -> bytes:
    """A deck of these slides, as a file."""
    deck = {"title": "A talk", "brand": "plain", **facts, "slides": list(slides)}
    data = compile_deck(deck, world=world()).data
    assert data is not None
    return data


def read(data: bytes) -> Deck:
    """A file as it is compared."""
    return read_deck(open_package(data))


def between(before: bytes, after: bytes, *, places: bool = False) -> Difference:
    """What differs between two files."""
    return compare(read(before), read(after), places=places)


def changed(difference: Difference) -> list[SlideChange]:
    """The slides that differ in any way."""
    return [slide for slide in difference.slides if slide.status != ("same",)]


def only_change(difference: Difference) -> Change:
    """The one thing that differs, on the one slide that does."""
    assert difference.deck == ()
    (slide,) = changed(difference)
    assert slide.status == ("changed",)
    (change,) = slide.changes
    return change


def edited(data: bytes, edit: Callable[[Any], object]) -> bytes:
    """A deck as somebody has edited it; `edit` is given python-pptx's presentation."""
    opened = Opened(io.BytesIO(data))
    edit(opened)
    written = io.BytesIO()
    opened.save(written)
    return written.getvalue()


def shape(opened: Any, slide: int, name: str) -> Any:
    """A shape of a slide (from 0) by its name."""
    return next(found for found in opened.slides[slide].shapes if found.name == name)


def moved(opened: Any, old: int, new: int) -> None:
    """Move a slide to another place."""
    listed = opened.slides._sldIdLst
    entries: Sequence[Any] = list(listed)
    listed.remove(entries[old])
    listed.insert(new, entries[old])


def said(change: Any) -> str:
    """The words of a change's edits with [gone] and {new} marked."""
    signs = {"same": "{}", "gone": "[{}]", "new": "{{{}}}"}
    return " / ".join("".join(signs[p.kind].format(p.text) for p in edit.pieces) for edit in change.edits)
