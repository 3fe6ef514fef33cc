"""Text that was meant to be replaced before anybody sees it.

Why: 'TODO' and 'lorem ipsum' on a stage are what nobody forgives.
"""

from __future__ import annotations

import re

from deckgen.checks.registry import register_for_slides
from deckgen.diagnostics import Diagnostics
from deckgen.scene import Slide
from deckgen.scene.texts import texts

_LEFT = re.compile(r"\b(TODO|TBC|TBD|FIXME|XXX)\b|lorem ipsum", re.IGNORECASE)
_SIGNS = ("TODO", "TBC", "TBD", "FIXME", "XXX", "LOREM")


@register_for_slides("notes-left")
def notes_left(slide: Slide, diags: Diagnostics) -> None:
    """Warn of words on a slide that stand for words still to come."""
    for text, span in texts(slide.nodes):
        upper = text.upper()
        if not any(sign in upper for sign in _SIGNS):
            continue  # a quick look: nearly every text ends here
        for found in _LEFT.finditer(text):
            diags.warning(
                "placeholder-text",
                span,
                f'"{found[0]}" stands on slide "{slide.id}"',
                hint="write what belongs there, or take it out",
            )
