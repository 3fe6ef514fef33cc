"""The audiences' versions really differ: in what they show, what the speaker is told, how long it takes."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.decks.library import builds, deck
from tests.decks.reading import notes, slides

TALK = "joining-a-trust"
EVERYONE = [audience for name, audience in builds() if name == TALK]
MINUTES = {"full": 30, "headteachers": 32, "governors": 25, "local-authorities": 25, "parents": 15}


def _running_order(audience: str) -> list[str]:
    return [slide.title for slide in deck(TALK, audience).scene.slides]


def _spoken(audience: str) -> list[str]:
    return [notes(slide) for slide in slides(deck(TALK, audience).data)]


@pytest.mark.parametrize(("one", "other"), list(combinations(EVERYONE, 2)))
def test_no_two_audiences_have_the_same_running_order(one: str, other: str) -> None:
    assert _running_order(one) != _running_order(other)


@pytest.mark.parametrize("audience", [a for a in EVERYONE if a != "full"])
def test_an_audience_has_notes_of_its_own(audience: str) -> None:
    assert len(set(_spoken(audience)) - set(_spoken("full"))) >= 3


@pytest.mark.parametrize(("name", "audience"), [made for made in builds() if made[0] != "gallery"])  # no talk
def test_every_slide_has_notes_with_nothing_open(name: str, audience: str) -> None:
    for slide in slides(deck(name, audience).data):
        assert notes(slide).strip()
        assert "{{" not in notes(slide)


@pytest.mark.parametrize("audience", EVERYONE)
def test_the_slides_take_as_long_as_the_talk_may(audience: str) -> None:
    assert sum(slide.minutes or 0 for slide in deck(TALK, audience).scene.slides) == MINUTES[audience]


def test_the_same_slide_files_serve_both_decks() -> None:
    used = [{slide.id for slide in deck(name).scene.slides} for name in (TALK, "why-join-a-school-trust")]
    assert used[0] & used[1] == {"trusts/definition", "evidence/performance-federations"}


@pytest.mark.parametrize("audience", EVERYONE)
def test_sections_begin_where_their_slides_do(audience: str) -> None:
    sections = [slide.section for slide in deck(TALK, audience).scene.slides]
    assert sections[0] == "The better question"
    assert sections[-1] == "Where to begin"
    assert None not in sections
