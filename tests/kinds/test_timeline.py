"""A timeline is to scale in the language of its deck."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest

from deckgen.diagnostics import Diagnostic
from deckgen.pipeline import Pipeline
from deckgen.scene import Slide, TextBox
from deckgen.worlds import MemoryWorld
from tests.layout.slides import box_of, fitting

DATES = {
    "en-GB": ["September 2026", "3 January 2027", "March 2027"],
    "cy-GB": ["Medi 2026", "3 Ionawr 2027", "Mawrth 2027"],
    "de-DE": ["September 2026", "3. Januar 2027", "März 2027"],
    "fr-FR": ["septembre 2026", "3 janvier 2027", "mars 2027"],
    "ar-EG": ["سبتمبر 2026", "3 يناير 2027", "مارس 2027"],
    "es-ES": ["septiembre de 2026", "3 de enero de 2027", "marzo de 2027"],
}


@cache
def timeline(language: str, *dates: str) -> tuple[Slide | None, list[Diagnostic]]:
    """The slide of milestones at these dates, and what was said."""
    milestones = [{"date": date, "text": "x"} for date in dates]
    slide = {"kind": "timeline", "id": "t", "title": "T", "milestones": milestones}
    deck = {"title": "T", "language": language, "brand": "plain", "slides": [slide]}
    pipeline = Pipeline(MemoryWorld({"decks/d.yaml": msgspec.json.encode(deck)}))
    scene = pipeline.compile("d", "full").scene
    return (scene.slides[0] if scene and scene.slides else None), list(pipeline.diags)


@pytest.mark.parametrize("language", DATES)
def test_dates_in_the_decks_language_are_to_scale_and_stand_as_written(language: str) -> None:
    slide, said = timeline(language, *DATES[language])
    assert slide is not None and not said, said
    assert slide.layout == "Timeline, three"
    shown = [n.paragraphs[0].text for n in slide.nodes if isinstance(n, TextBox) and n.name.endswith(".date")]
    assert shown == DATES[language]


def test_they_stand_where_they_do_in_english() -> None:
    found = [timeline(language, *DATES[language])[0] for language in ("en-GB", "de-DE", "cy-GB")]
    nodes = [[n.rect for n in slide.nodes if n.name.endswith(".node")] for slide in found if slide]
    assert len(nodes) == 3 and nodes[0] == nodes[1] == nodes[2]


def test_a_day_that_there_is_not_is_told_in_any_language() -> None:
    _, said = timeline("de-DE", "31. Juni 2026", "Juli 2026", "August 2026")
    assert [d.code for d in said if d.code == "bad-date"] == ["bad-date"]


def lasting(text: str, before: str) -> tuple[list[str], list[str]]:
    """The lines of the last milestone's words, and of those before it."""
    said = [("November 2025", "One"), ("January 2026", "Two"), ("April 2026", before), ("September 2026", text)]
    slide = fitting(kind="timeline", title="T", milestones=[{"date": date, "text": words} for date, words in said])
    last, other = (box_of(slide, f"milestones[{number}].text") for number in (3, 2))
    return [line.text for line in last.lines], [line.text for line in other.lines]


def test_the_last_words_take_what_the_stretch_before_them_leaves_rather_than_a_third_line() -> None:
    last, other = lasting("Saltings opens again, on higher ground", "Insurers agree to pay for the hall")
    assert last == ["Saltings opens again,", "on higher ground"]
    assert len(other) == 2


def test_last_words_of_two_lines_stay_as_narrow_as_they_are() -> None:
    assert lasting("The first day as one trust", "Insurers agree")[0] == ["The first day as", "one trust"]


def broken(*dates: str) -> list[list[str]]:
    """The lines of each date, on a timeline that is too full for a scale."""
    slide, said = timeline("en-GB", *dates)
    assert slide is not None, said
    boxes = [n for n in slide.nodes if isinstance(n, TextBox) and n.name.endswith(".date")]
    return [[line.text.strip() for line in box.lines] for box in boxes]


def test_where_one_date_has_its_year_on_a_second_line_all_have() -> None:
    dates = ("3 September 2026", "19 October 2026", "11 January 2027", "22 March 2027", "24 May 2027", "June 2027")
    assert broken(*dates) == [date.rsplit(" ", 1) for date in dates]


def test_dates_that_all_have_room_stay_on_one_line() -> None:
    assert broken("3 May 2026", "19 July 2026", "24 May 2027") == [["3 May 2026"], ["19 July 2026"], ["24 May 2027"]]


def test_a_year_alone_and_words_are_not_broken_for_that() -> None:
    dates = ("3 September 2026", "2027", "May 2028", "2029", "Some day", "Later")
    assert broken(*dates) == [["3 September", "2026"], ["2027"], ["May", "2028"], ["2029"], ["Some day"], ["Later"]]
