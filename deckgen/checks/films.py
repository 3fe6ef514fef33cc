"""Decks that films make too large.

Why: a deck of hundreds of megabytes goes through no mail, opens slowly, and is the one that fails on the
computer in the hall. Beyond two gigabytes PowerPoint doesn't open it at all.
"""

from __future__ import annotations

from deckgen.checks.registry import register
from deckgen.diagnostics import Diagnostics
from deckgen.scene import Deck, Video

LARGE, LARGEST = 100 * 1024 * 1024, 2 * 1024 * 1024 * 1024
"""Of all films together, each counted once (bytes)."""

_HINT = "make it smaller: ffmpeg -i film.mp4 -vf scale=-2:720 -crf 26 smaller.mp4; or link to it"


@register("films")
def films(deck: Deck, diags: Diagnostics) -> None:
    """Warn of the film that brings a deck over 100 MB; report the one that brings it over 2 GB."""
    seen: set[str] = set()
    total = 0
    for slide in deck.slides:
        for node in slide.nodes:
            if not isinstance(node, Video) or node.film is None or node.film.sha256 in seen:
                continue
            seen.add(node.film.sha256)
            before, total = total, total + node.film.size
            told = f"the films of this deck take {total / 2**20:,.0f} MB"
            if before <= LARGEST < total:
                diags.error("films-too-large", node.span, f"{told}; PowerPoint opens no more than 2 GB", hint=_HINT)
            elif before <= LARGE < total <= LARGEST:
                diags.warning("large-films", node.span, told, hint=_HINT)
