"""A handle spelled in two ways.

Why: `@CSTVoice` on the cover and `@CSTvoice` on the last slide look like two people; the author knows which
is meant, deckgen doesn't.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from deckgen.checks.registry import register
from deckgen.diagnostics import Diagnostics, Note, Span
from deckgen.memo import Once
from deckgen.room import pictures_in
from deckgen.scene import Deck, Slide
from deckgen.scene.texts import texts

Spelled: TypeAlias = tuple[tuple[str, Span], ...]
"""Handles as they stand on a slide, and where."""

_HANDLE = re.compile(r"(?<![\w.])@\w{2,}")
# Decks of a batch share most of their slides.
_SPELLED: Once[Slide, Spelled] = Once(500, pictures=lambda slide, _: pictures_in(slide.nodes))


@register("handles")
def handles(deck: Deck, diags: Diagnostics) -> None:
    """Warn of a handle that an earlier slide spells with other capitals."""
    seen: dict[str, tuple[str, Span]] = {}
    for slide in deck.slides:
        for found, span in _SPELLED.get(slide, _spelled):
            first, place = seen.setdefault(found.casefold(), (found, span))
            if first != found:
                diags.warning(
                    "two-spellings",
                    span,
                    f'"{found}" is "{first}" elsewhere in this deck',
                    hint="spell it the same, or leave it if both are meant",
                    notes=(Note(place, f'"{first}" stands here'),),
                )


def _spelled(slide: Slide) -> Spelled:
    found = [(text, span) for text, span in texts(slide.nodes) if "@" in text]
    return tuple([(handle, span) for text, span in found for handle in _HANDLE.findall(text)])
