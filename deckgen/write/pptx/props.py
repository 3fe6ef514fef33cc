"""What a deck says about itself: its titles and numbers, and how deckgen made it."""

from __future__ import annotations

from deckgen.ooxml.xml import document, el, text
from deckgen.scene import Deck
from deckgen.write.pptx.properties import Properties

LONGEST = 255
"""What Office takes as a property's value, in characters."""

_CUSTOM = {
    "xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one format id of custom properties
_FIRST_PROPERTY = 2  # 0 and 1 are reserved (ECMA-376 22.3.2.2)


def deck_properties(deck: Deck) -> Properties:
    """The deck's core properties. A long title is cut there, never on a slide."""
    return Properties(
        title=cut(deck.title),
        author=cut(deck.author),
        subject=cut(deck.subject),
        language=deck.language,
        epoch=deck.epoch,
    )


def cut(value: str) -> str:
    """`value`, or as much of it as a property holds, with an ellipsis."""
    return value if len(value) <= LONGEST else value[: LONGEST - 1].rstrip() + "…"


def custom_properties(deck: Deck, *, version: str) -> bytes:
    """`docProps/custom.xml` (ECMA-376 22.3): deckgen's version, the deck's source and audience."""
    said = (("version", version), ("source", deck.source), ("audience", deck.audience))
    known = [(name, value) for name, value in said if value]
    return document(
        el(
            "Properties",
            dict(_CUSTOM),
            *(
                el(
                    "property",
                    {"fmtid": _FORMAT, "pid": pid, "name": f"deckgen {name}"},
                    el("vt:lpwstr", None, text(cut(value))),
                )
                for pid, (name, value) in enumerate(known, _FIRST_PROPERTY)
            ),
        )
    )
