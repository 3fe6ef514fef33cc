"""Sheets of paper that show slides: notes pages and handouts, as pages that any writer draws."""

from __future__ import annotations

from deckgen.drawing.sheets.handout import PER_PAGE, handout_pages
from deckgen.drawing.sheets.notes import notes_pages

__all__ = ["PER_PAGE", "handout_pages", "notes_pages"]
