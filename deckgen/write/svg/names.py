"""What files of single slides are called."""

from __future__ import annotations

from deckgen.scene import Deck
from deckgen.write import formats


def slide_suffix(deck: Deck, index: int, ending: str) -> str:
    """What a slide's file has after the deck's name, `.slides/01-cover.svg`: as many digits as the deck needs."""
    return formats.slide_suffix(index + 1, len(deck.slides), deck.slides[index].id, ending)


def slide_name(deck: Deck, index: int) -> str:
    """A slide's number and id, as its file is called beside those of the others: `01-cover`."""
    return slide_suffix(deck, index, "svg").removeprefix(".slides/").removesuffix(".svg")
