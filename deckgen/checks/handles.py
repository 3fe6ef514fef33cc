"""A handle spelled in two ways.

Why: `@CSTVoice` on the cover and `@CSTvoice` on the last slide look like two people; the author knows which
is meant, deckgen doesn't.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.checks.registry import register
from deckgen.diagnostics import Diagnostics, Note, Span
from deckgen.scene import Chart, Deck, Formula, Group, Node, Run, Table, TextBox
from deckgen.scene.texts import texts

_OF_PARTS = (Chart, Formula, Group, Table)
_HANDLE = re.compile(r"(?<![\w.])@\w{2,}")


@register("handles")
def handles(deck: Deck, diags: Diagnostics) -> None:
    """Warn of a handle that an earlier slide spells with other capitals."""
    seen: dict[str, tuple[str, Span]] = {}
    for slide in deck.slides:
        for text, span in texts(slide.nodes) if _may_have_one(slide.nodes) else ():
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
    runs: list[Run] = []
    for node in nodes:
        if isinstance(node, TextBox):
            for paragraph in node.paragraphs:
                runs += paragraph.runs
        elif isinstance(node, _OF_PARTS):
            return True
    return "@" in "".join([run.text for run in runs])
