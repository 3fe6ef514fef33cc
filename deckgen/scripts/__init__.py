"""Writing systems: which there are, how a language is written, and what a text is made of."""

from deckgen.scripts.plain import is_plain
from deckgen.scripts.systems import LATIN, SYSTEMS, System, Writing, writing_of

__all__ = ["LATIN", "SYSTEMS", "System", "Writing", "is_plain", "writing_of"]
