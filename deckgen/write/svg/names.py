"""What files of single slides are called."""

from __future__ import annotations

from deckgen.scene import Deck

_LONGEST = 80


def slide_suffix(deck: Deck, index: int, ending: str) -> str:
    """What a slide's file has after the deck's name, `.slides/01-cover.svg`: as many digits as the deck needs."""
    return f".slides/{slide_name(deck, index)}.{ending}"


def slide_name(deck: Deck, index: int) -> str:
    """A slide's number and id, as a file's name: `01-cover`. The number tells names apart that are alike then."""
    digits = max(2, len(str(len(deck.slides))))
    known = "".join(char if char.isalnum() or char in "-_~" else "-" for char in deck.slides[index].id)
    return f"{index + 1:0{digits}}-{known[:_LONGEST]}"
