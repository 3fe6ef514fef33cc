from __future__ import annotations

import pytest
from msgspec.structs import replace

from deckgen.checks.films import LARGE, LARGEST, films
from deckgen.diagnostics import Diagnostics, Span
from deckgen.scene import Deck, Film, Image, Slide, Video
from deckgen.units import box

POSTER = Image("0" * 64, "png", 16, 9, b"")


def slide(number: int, size: int, sha256: str = "") -> Slide:
    """A slide with a film of so many bytes, said at line `number`."""
    held = Film(sha256=sha256 or str(number), format="mp4", size=size, crc=0, ms=0, width=16, height=9, pieces=())
    video = Video(
        name="video",
        rect=box(0, 0, 16, 9),
        poster=POSTER,
        alt="A",
        film=held,
        span=Span("a.yaml", number, 1, number, 2),
    )
    return Slide(id=str(number), kind="video", layout="Video", title="A", nodes=(video,))


def said(*slides: Slide) -> list[tuple[str, str, str]]:
    diags = Diagnostics()
    films(Deck(title="T", brand="plain", language="en-GB", slides=slides), diags)
    return [(str(d.span), d.code, d.message) for d in diags]


def test_films_of_a_hundred_megabytes_are_nothing_to_speak_of() -> None:
    assert said(slide(1, LARGE // 2), slide(2, LARGE // 2)) == []


def test_the_film_that_brings_a_deck_over_is_told() -> None:
    assert said(slide(1, LARGE), slide(2, 1024), slide(3, LARGE)) == [
        ("a.yaml:2:1", "large-films", "the films of this deck take 100 MB")
    ]


def test_a_film_shown_twice_counts_once() -> None:
    assert said(slide(1, LARGE, "same"), slide(2, LARGE, "same")) == []


@pytest.mark.parametrize("before", [0, LARGE])
def test_what_powerpoint_does_not_open_is_an_error(before: int) -> None:
    told = said(slide(1, before), slide(2, LARGEST + 1))
    assert [(place, code) for place, code, _ in told] == [("a.yaml:2:1", "films-too-large")]


def test_a_linked_film_weighs_nothing() -> None:
    one = slide(1, 2 * LARGEST)
    (video,) = one.nodes
    assert said(replace(one, nodes=(replace(video, film=None, link="film.mp4"),))) == []
