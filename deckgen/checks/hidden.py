"""A deck that shows nothing.

Why: PowerPoint passes hidden slides over, so a deck of nothing else ends before it has begun.
"""

from __future__ import annotations

from deckgen.checks.registry import register
from deckgen.diagnostics import Diagnostics
from deckgen.scene import Deck


@register("hidden")
def hidden(deck: Deck, diags: Diagnostics) -> None:
    """Warn when every slide is hidden."""
    if deck.slides and all(slide.hidden for slide in deck.slides):
        who = "" if deck.audience == "full" else f" for {deck.audience}"
        diags.warning(
            "all-hidden",
            deck.slides[0].span,
            f"every slide of this deck{who} is hidden",
            hint="take hidden: true from those that are to be shown",
        )
