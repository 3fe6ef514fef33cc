"""Slides that can't be told apart in the outline.

Why: a screen reader and PowerPoint's outline name a slide by its title (WCAG 2.2, 2.4.2).
"""

from __future__ import annotations

from deckgen.checks.registry import register
from deckgen.diagnostics import Diagnostics, Note, Span
from deckgen.scene import Deck


@register("titles")
def titles(deck: Deck, diags: Diagnostics) -> None:
    """Warn of two slides with the same title, where no slide between them begins a new section."""
    seen: dict[tuple[str | None, str], Span] = {}
    for slide in deck.slides:
        key = slide.section, " ".join(slide.title.split()).casefold()
        first = seen.setdefault(key, slide.span)
        if first != slide.span:
            diags.warning(
                "same-title",
                slide.span,
                f'another slide is titled "{" ".join(slide.title.split())}" too',
                hint="say in each title what that slide alone says",
                notes=(Note(first, "the first one"),),
            )
