"""Slides that take longer than the talk.

Why: a chair stops the speaker, not the deck. Only told when every shown slide says its minutes, or when
those that do are already too many.
"""

from __future__ import annotations

from deckgen.checks.registry import register
from deckgen.diagnostics import Diagnostics
from deckgen.scene import Deck


@register("minutes")
def minutes(deck: Deck, diags: Diagnostics) -> None:
    """Warn when the slides' minutes add up to more than the deck, or its audience, has."""
    if deck.minutes is None:
        return
    total = sum(slide.minutes or 0 for slide in deck.slides if not slide.hidden)
    if total > deck.minutes:
        who = "" if deck.audience == "full" else f" for {deck.audience}"
        diags.warning(
            "over-time",
            deck.span,
            f"the slides{who} take {total:g} minutes; the talk has {deck.minutes:g}",
            hint=f"leave out slides of {total - deck.minutes:g} minutes, or give the talk longer",
        )
