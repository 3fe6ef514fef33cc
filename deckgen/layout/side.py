"""The side frame: a note below the title, in the title's column."""

from __future__ import annotations

from deckgen.layout.attempt import Fill
from deckgen.layout.frames import HANG
from deckgen.layout.setter import Page
from deckgen.spec.text import Text

BELOW = 70
"""From the last baseline of a title to the first of the note: two lines between them."""
FOOT = 474


def note_below(page: Page, note: Text | None, title: Fill | None) -> Fill | None:
    """The slot `note`, two lines below the title."""
    baseline = HANG + page.pitch("title") * (page.lines(title) - 1) + BELOW
    return page.fill("note", note, baseline=baseline, limit=FOOT - baseline + page.seat("small"))
