"""A handle spelled in two ways.

Why: `@CSTVoice` on the cover and `@CSTvoice` on the last slide look like two people; the author knows which
is meant, deckgen doesn't.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.checks.registry import register
from deckgen.diagnostics import Diagnostics, Note, Span
from deckgen.memo import Once
from deckgen.room import pictures_in
from deckgen.scene import Chart, Deck, Formula, Group, Node, Table, TextBox
from deckgen.scene.texts import texts

_OF_PARTS = (Chart, Formula, Group, Table)
_HANDLE = re.compile(r"(?<![\w.])@\w{2,}")
_KNOWN: Once[Sequence[Node], bool] = Once(2_000, pictures=lambda nodes, _: pictures_in(nodes))


@register("handles")
def handles(deck: Deck, diags: Diagnostics) -> None:
    """Warn of a handle that an earlier slide spells with other capitals."""
    seen: dict[str, tuple[str, Span]] = {}
    for slide in deck.slides:
        for text, span in texts(slide.nodes) if _KNOWN.get(slide.nodes, _may_have_one) else ():
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


def _may_have_one(nodes: Sequence[Node]) -> bool:
    """Not, for most slides: then their words need not be put together box by box."""
    if any(isinstance(node, _OF_PARTS) for node in nodes):
        return True
    boxes = [node for node in nodes if isinstance(node, TextBox)]
    return "@" in "".join([run.text for box in boxes for paragraph in box.paragraphs for run in paragraph.runs])
