"""Bind: from a resolved deck's nodes to typed slides."""

from deckgen.bind.bind import bind_deck, bind_slide
from deckgen.bind.model import BoundDeck, BoundSlide

__all__ = ["BoundDeck", "BoundSlide", "bind_deck", "bind_slide"]
