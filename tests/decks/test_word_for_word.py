"""The decks say what their authors wrote: every word, in order, on the slide where it belongs."""

from __future__ import annotations

import pytest

from tests.decks.library import deck
from tests.decks.reading import seed_words, slide_words, slides, split_at, wordmark_words, words

TALK = "joining-a-trust"
TALK_OPENINGS = (
    "Confederation of School Trusts Joining",
    "The wrong question:",
    "Partnerships with shared governance arrangements",
    "What is a multi-academy trust (School Trust)?",
    "What a multi-academy trust is not!",
    "What can Trusts do?",
    "Perceived benefits of joining a Trust",
    "The evidence for the benefits of school partnerships",
    "The primary sector benefits particularly",
    "Joining a School Trust: Getting started",
    "Joining a School Trust: First considerations",
    "“There is no trust more sacred",
    "Further reading",
    "Confederation of School Trusts Join the national organisation",
)
TALK_WORDMARKS = (1, 14)
"""The slides where the text has the organisation's name: the layout's wordmark says it."""

PAGE = "why-join-a-school-trust"
PAGE_OPENINGS = (
    "why join a school trust?",
    "A school trust is a group of schools",
    "There is an emerging body of evidence",
    "In the collaborative structure of a School",
    "Added value for children and young people",
    "Cranmer Education Trust, c/o",
)
PAGE_FAULTS = (("andMuijs", "and Muijs"), ("multi- academy", "multi-academy"), ("Email us:", ""))
"""Faults of extraction, and the label that stands there without an address (seeds/LINKS.md)."""
PAGE_TITLES = {
    2: "what is a school trust?",
    3: "the evidence",
    4: "what collaboration makes possible",
    5: "a multiplier, not an aggregation not A + B A × B",
}
"""What we added, and was approved: the page has no headings beyond its first lines."""

OURS = {"Today", "Where to begin"}
"""Titles of the slides in the audiences' versions that are ours, not the speaker's."""
RUNNING_ORDERS: dict[str, tuple[int | str, ...]] = {
    "headteachers": (1, 2, 9, 3, 4, 5, 6, 7, 8, "Where to begin", 10, 11, 12, 13, 14),
    "governors": (1, "Today", 2, 4, 5, 7, 8, 3, 11, 10, 12, 13, 14),
    "local-authorities": (1, "Today", 2, 4, 5, 6, 7, 8, 3, 9, 13, 14),
    "parents": (1, 12, 2, 3, 4, 5, 6, 14),
}
"""What each audience sees: the speaker's slides by number, ours by title."""
GREETINGS = {
    "headteachers": "For headteachers",
    "governors": "For governors and chairs",
    "local-authorities": "For local authorities",
    "parents": "For parents and carers",
}
"""The event line that we add to an audience's cover."""


def talk() -> list[list[str]]:
    """The words of each slide of the talk, as its text has them."""
    return split_at(seed_words(f"{TALK}.txt"), TALK_OPENINGS)


def page() -> list[list[str]]:
    """The words of each slide of the page, our approved titles before them."""
    texts = split_at(seed_words(f"{PAGE}.txt", PAGE_FAULTS), PAGE_OPENINGS)
    return [words(PAGE_TITLES.get(n, "")) + text for n, text in enumerate(texts, 1)]


def test_the_talk_has_fourteen_slides_and_the_page_six() -> None:
    assert len(slides(deck(TALK).data)) == len(talk()) == 14
    assert len(slides(deck(PAGE).data)) == len(page()) == 6


@pytest.mark.parametrize("number", range(1, 15))
def test_the_full_talk_is_word_for_word(number: int) -> None:
    slide = slides(deck(TALK).data)[number - 1]
    above = wordmark_words(slide) if number in TALK_WORDMARKS else []
    assert above + slide_words(slide) == talk()[number - 1]


@pytest.mark.parametrize("number", range(1, 7))
def test_the_page_is_word_for_word(number: int) -> None:
    assert slide_words(slides(deck(PAGE).data)[number - 1]) == page()[number - 1]


@pytest.mark.parametrize("audience", sorted(RUNNING_ORDERS))
def test_an_audience_sees_its_slides_with_the_speakers_words(audience: str) -> None:
    spoken = {tuple(slide_words(s)): n for n, s in enumerate(slides(deck(TALK).data), 1)}
    found: list[int | str] = []
    for slide in slides(deck(TALK, audience).data):
        said = _without(slide_words(slide), words(GREETINGS[audience]))
        title = slide.shapes.title.text_frame.text
        found.append(title if title in OURS else spoken.get(tuple(said), f"other words: {said}"))
    assert tuple(found) == RUNNING_ORDERS[audience]


@pytest.mark.parametrize("audience", sorted(RUNNING_ORDERS))
def test_the_cover_names_the_audience(audience: str) -> None:
    said = slide_words(slides(deck(TALK, audience).data)[0])
    assert _without(said, words(GREETINGS[audience])) != said


def test_an_audience_of_the_page_keeps_its_words() -> None:
    spoken = [slide_words(s) for s in slides(deck(PAGE).data)]
    heard = [slide_words(s) for s in slides(deck(PAGE, "governors").data)]
    assert heard == [*spoken[:4], spoken[5]]


def _without(said: list[str], added: list[str]) -> list[str]:
    """`said` without the first run of `added` in it."""
    for at in range(len(said) - len(added) + 1):
        if said[at : at + len(added)] == added:
            return said[:at] + said[at + len(added) :]
    return said
