"""A difference told: as text, and as Markdown."""

from __future__ import annotations

import re
from typing import Any

from deckgen.diff.tell.markdown import MOST, as_markdown
from deckgen.diff.tell.phrases import summary
from deckgen.diff.tell.text import as_text
from tests.diff.decks import COVER, POINTS, QUOTE, TABLE, between, built, edited

HOSTILE = "<script>alert(1)</script> **x** [y](z) @everybody #1 \u202egnp ```"


def hostile() -> bytes:
    """A deck with notes that mean something to whatever they are shown in."""

    def edit(opened: Any) -> None:
        opened.slides[0].notes_slide.notes_text_frame.text = HOSTILE

    return edited(built(COVER), edit)


def test_the_summary_names_what_there_is() -> None:
    found = between(built(COVER, POINTS, QUOTE), built(QUOTE, COVER, TABLE))
    assert summary(found.counts, len(found.deck)) == "1 slide added, 1 gone, 1 moved"
    found = between(built(COVER), built({**COVER, "notes": "Smile."}, title="Another"))
    assert summary(found.counts, len(found.deck)) == "1 slide changed, 1 change to the deck itself"


def test_without_colour_what_is_gone_and_new_have_signs() -> None:
    found = between(built(COVER), built({**COVER, "notes": "Wave twice, and smile."}))
    told = as_text(found, "A", "B")
    assert told.endswith("  notes: Wave{+ twice, and smile+}.\n") and "\x1b" not in told


def test_in_colour_what_is_gone_is_red_and_struck_out() -> None:
    found = between(built(COVER), built({**COVER, "notes": "Smile."}))
    told = as_text(found, "A", "B", color=True)
    assert "\x1b[31;9mWave\x1b[0m" in told and "\x1b[32mSmile\x1b[0m" in told


def test_of_long_text_only_what_is_around_the_change_is_shown() -> None:
    long = " ".join(f"word{n}" for n in range(40))
    found = between(built({**COVER, "notes": long}), built({**COVER, "notes": long.replace("word20", "other")}))
    assert "notes: … word14 word15 word16 word17 word18 word19 [-word20-] {+other+} word21" in as_text(found, "A", "B")


def test_nothing_in_a_deck_steers_the_terminal() -> None:
    found = between(built(COVER), hostile())
    told = as_text(found, "a\x1b[2J", "b\u202e")
    assert "\x1b" not in told and "\u202e" not in told


def test_markdown_shows_words_and_means_nothing_else() -> None:
    found = between(built(COVER), hostile())
    told = as_markdown(found, "A", "B")
    assert told.startswith("### 1 slide changed\n\nfrom A to B\n\n**Slide 1: Growing well** · changed\n\n- notes: ")
    assert "<ins>" in told and "<script>" not in told and "@everybody" not in told and "[y](z)" not in told
    assert re.search(r"(?<!\\)#1", told) is None


def test_markdown_stays_as_short_as_forges_take_it() -> None:
    slides = [{**POINTS, "id": f"p-{n}", "title": f"Title {n}", "notes": f"word{n} " * 60} for n in range(150)]
    other = [{**slide, "notes": f"{n}other " * 60} for n, slide in enumerate(slides)]
    told = as_markdown(between(built(*slides), built(*other)), "A", "B")
    assert len(told) < MOST + 4_000 and told.rstrip().endswith("`deckgen diff --format html`*")
