"""The top frame: what stands below a title of one line, or of two."""

from __future__ import annotations

from deckgen.layout.attempt import Fill
from deckgen.layout.setter import Page

SECOND_LINE = 36
"""A title of two lines moves what is below it down by this many points: bodies start at 108 or 144."""


def below_title(page: Page, title: Fill | None) -> float:
    """How far down, in points, the title's second line pushes the body."""
    return SECOND_LINE if page.lines(title) > 1 else 0
