"""When each slide of a talk begins, and how long it takes: said by its author, else estimated from its words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from msgspec import Struct

from deckgen.scene.nodes import Deck, Slide
from deckgen.scene.texts import texts

RATE = 130
"""Words that a speaker says in a minute. Of ideographs, two count as a word."""

_STEP = 0.5
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


class Turn(Struct, frozen=True, kw_only=True):
    """A slide's turn in a talk: its number in the deck, and from which minute on it is shown.

    `begins` is None of a hidden slide, which has no turn: it is there in case somebody asks. `minutes` are an
    estimate where `estimated`, and 0 of a slide that only goes on with the one before it.
    """

    number: int
    slide: Slide
    begins: float | None
    minutes: float
    estimated: bool

    @property
    def title(self) -> str:
        """What the slide is called, on one line."""
        return " ".join(self.slide.called.split())


class Clock(Struct, frozen=True):
    """The turns of a talk: `shown` in their order, and `backup`, the hidden slides."""

    shown: tuple[Turn, ...]
    backup: tuple[Turn, ...]

    @property
    def minutes(self) -> float:
        """What the shown slides take."""
        return sum(turn.minutes for turn in self.shown)

    @property
    def estimated(self) -> bool:
        """Whether any of that is an estimate."""
        return any(turn.estimated for turn in self.shown)


def clock(deck: Deck) -> Clock:
    """The deck's turns."""
    turns = tuple(_turns(deck))
    return Clock(
        tuple([turn for turn in turns if turn.begins is not None]),
        tuple([turn for turn in turns if turn.begins is None]),
    )


def _turns(deck: Deck) -> Iterator[Turn]:
    begins = 0.0
    before: Slide | None = None
    for number, slide in enumerate(deck.slides, 1):
        going_on = before is not None and slide.id.startswith(f"{before.id.partition('~')[0]}~")
        minutes = slide.minutes if slide.minutes is not None else 0 if going_on else estimate(slide)
        estimated = slide.minutes is None and not going_on
        at = None if slide.hidden else begins
        yield Turn(number=number, slide=slide, begins=at, minutes=minutes, estimated=estimated)
        if not slide.hidden:
            begins += minutes
        before = slide


def estimate(slide: Slide) -> float:
    """The minutes for the words of the notes or of the slide, whichever has more, in half minutes and at least one."""
    notes = sum(spoken(paragraph.text) for paragraph in slide.notes)
    shown = sum(spoken(text) for text, _ in texts(slide.nodes))
    return max(1, math.ceil(max(notes, shown) / RATE / _STEP)) * _STEP


def spoken(text: str) -> float:
    """How many words `text` takes to say."""
    ideographs = len(_IDEOGRAPHS.findall(text))
    rest = _IDEOGRAPHS.sub(" ", text) if ideographs else text
    return len([word for word in rest.split() if any(map(str.isalnum, word))]) + ideographs / 2


def clock_time(minutes: float) -> str:
    """'7:30' for seven and a half minutes."""
    seconds = round(minutes * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def clicks_left(slide: Slide, word: str) -> int:
    """How many clicks the slide takes that its notes say nothing of: all of them, or none where they name any.

    `word` is what a click is called in the slide's language.
    """
    said = "".join(paragraph.text for paragraph in slide.notes).lower()
    return 0 if any(name in said for name in (word.lower(), "click")) else len(slide.build)
