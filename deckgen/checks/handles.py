"""A handle spelled in two ways.

Why: `@CSTVoice` on the cover and `@CSTvoice` on the last slide look like two people; the author knows which
is meant, deckgen doesn't.
"""

from __future__ import annotations

import re

from deckgen.checks.registry import register
from deckgen.diagnostics import Diagnostics, Note, Span
from deckgen.scene import Deck
from deckgen.scene.texts import texts

_HANDLE = re.compile(r"(?<![\w.])@\w{2,}")


@register("handles")
def handles(deck: Deck, diags: Diagnostics) -> None:
    """Warn of a handle that an earlier slide spells with other capitals."""
    seen: dict[str, tuple[str, Span]] = {}
    for slide in deck.slides:
        for text, span in texts(slide.nodes):
            for found in _HANDLE.findall(text) if "@" in text else ():
                first, place = seen.setdefault(found.casefold(), (found, span))
                if first != found:
                    diags.warning(
                        "two-spellings",
                        span,
                        f'"{found}" is "{first}" elsewhere in this deck',
                        hint="spell it the same, or leave it if both are meant",
                        notes=(Note(place, f'"{first}" stands here'),),
                    )
