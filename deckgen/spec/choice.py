"""What a slide takes of a table: which columns and rows, in which order, shown how."""

from __future__ import annotations

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.spec.formats import Format
from deckgen.spec.numbers import Mark
from deckgen.spec.text import Text

LITERAL = "\ufdd2"
"""Before words in which no sign is read: a variable's value. It is a noncharacter, which no text can hold."""


class Pick(Struct, frozen=True, kw_only=True):
    """A column that is wanted, by the name that the data gives it. `head` is what the slide calls it."""

    name: str
    span: Span
    head: Text | None = None
    format: Format | None = None
    format_span: Span | None = None


class Condition(Struct, frozen=True):
    """What a row has to hold in a column: one of some words, each of which may begin with >, >=, <, <= or not.

    Without any words they are still to come.
    """

    name: str
    span: Span
    wanted: tuple[tuple[str, Span], ...]


class Choice(Struct, frozen=True, kw_only=True):
    """What is taken of a table. Without `columns` all of them are; `sort` has names, with a hyphen for falling.

    `numbers` says that every column but the first has to hold numbers, as a chart's do.
    """

    span: Span
    columns: tuple[Pick, ...] | None = None
    where: tuple[Condition, ...] = ()
    sort: tuple[tuple[str, Span], ...] = ()
    limit: int | None = None
    decimal: Mark | None = None
    numbers: bool = False
    file: str = ""
