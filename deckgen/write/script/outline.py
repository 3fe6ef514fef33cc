"""What a script says beside the speaker's own words, the same in every file of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from deckgen.scene import LINE_BREAK, Deck, Paragraph, Run
from deckgen.scene.clock import RATE, Clock, Turn, clicks_left, clock_time
from deckgen.spec.formats import show_date
from deckgen.spec.talk_words import said_minutes, talk_words_of


def head_facts(deck: Deck, times: Clock) -> list[tuple[str, str]]:
    """What stands below the title: names ("" where its language lacks one), and what is said of them."""
    words = talk_words_of(deck.language)
    facts = [
        (words.speaker, deck.author),
        (words.audience, deck.label),
        ("", show_date(deck.date, "long", deck.language) if deck.date else ""),
        (words.time, "" if deck.minutes is None else said_minutes(deck.minutes, deck.language)),
        (words.planned, said_minutes(times.minutes, deck.language, estimated=times.estimated)),
        ("", words.estimate.format(rate=RATE) if times.estimated else ""),
    ]
    return [(name, said) for name, said in facts if said]


def when(turn: Turn, language: str) -> list[str]:
    """From when on a slide is shown, how long, and its clicks where its notes say nothing of them."""
    word = talk_words_of(language).click
    clicks = clicks_left(turn.slide, word)
    said = [] if turn.begins is None else [clock_time(turn.begins)]
    if turn.minutes:
        said.append(said_minutes(turn.minutes, language, estimated=turn.estimated))
    if clicks:
        said.append(f"[{word}]" if clicks == 1 else f"[{word}] × {clicks}")
    return said


def has_sections(times: Clock) -> bool:
    """Whether headings of parts stand above those of slides."""
    return bool(times.backup) or any(turn.slide.section for turn in times.shown)


def sections(times: Clock, language: str) -> Iterator[tuple[str, Sequence[Turn]]]:
    """The parts of the talk by name, "" before any section begins; hidden slides come last, as back-up."""
    for name, turns in groupby(times.shown, lambda turn: turn.slide.section or ""):
        yield name, tuple(turns)
    if times.backup:
        yield talk_words_of(language).backup, times.backup


def looks(paragraph: Paragraph) -> Iterator[Run]:
    """The paragraph's runs by what is seen of them: neighbours that differ in their writing system alone are one."""

    def look(run: Run) -> tuple[object, ...]:
        return run.text == LINE_BREAK, run.bold, run.italic, run.baseline, run.link

    for _, group in groupby(paragraph.runs, look):
        runs = list(group)
        if runs[0].text == LINE_BREAK:
            yield from runs
        elif text := "".join([run.text for run in runs]):
            first = runs[0]
            yield Run(text, bold=first.bold, italic=first.italic, link=first.link, baseline=first.baseline)
