"""`rows:` of a deck: a file whose every row gives a deck of its own."""

from __future__ import annotations

from deckgen.spec.slots import Spec, optional, required
from deckgen.spec.types.data import WhereType
from deckgen.spec.types.names import NameType
from deckgen.spec.types.raw import later
from deckgen.spec.types.words import WordType


class RowFileSpec(Spec):
    """A file of rows, which of them are wanted, and what their files are called."""

    file = required(NameType("a file"), doc="path below the project's folder: assets/data/schools.csv")
    where = optional(WhereType(), doc="what rows have to hold")
    name = optional(
        later(WordType("a name")),
        doc='what a row\'s files are called: "{{ urn }}-{{ school | slug }}"; else its first cell',
    )
    by = optional(later(WordType("a name")), doc='the folder that a row\'s files go to: "{{ local_authority }}"')
