"""A table as it was read, before anything is chosen from it: names of columns, words of cells, places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from deckgen.diagnostics import Span

if TYPE_CHECKING:
    from deckgen.spec.numbers import Mark
    from deckgen.spec.tables.index import Index
    from deckgen.spec.text import Text
    from deckgen.spec.types.names import Name


class SheetFile(Struct, frozen=True):
    """A file that holds a table, and where it is named. `sheet` is one of a workbook's, None for the first."""

    file: str
    span: Span
    sheet: Name | None = None


class Hidden(Struct, frozen=True):
    """What somebody has hidden in a workbook: numbers of columns, and of rows."""

    columns: frozenset[int] = frozenset()
    rows: frozenset[int] = frozenset()


NOTHING = Hidden()
"""What a file hides that can't hide anything."""


class Sheet(Protocol):
    """Rows of equal length. A cell holds its words as written, "" for nothing; row -1 is the header.

    `decimal` is the mark before decimals, None where the words have to tell; `formats` are number formats
    by column, as a workbook has them; `plain` says that no cell can hold a control character, `marked` that
    cells can hold Markdown. `exact` are the numbers that cells (row, column) stand for where their words may
    round them. `hidden` is what nobody sees who opens the file, by numbers as here. `index` is what is worked out
    about it once.
    """

    header: list[str]
    rows: list[list[str]]
    decimal: Mark | None
    formats: dict[int, str]
    plain: bool
    marked: bool
    exact: dict[tuple[int, int], str]
    semicolons: bool
    hidden: Hidden
    index: Index

    def span(self, row: int, column: int) -> Span:
        """Where a cell stands; for a workbook, where its file is named."""
        ...

    def called(self, row: int, column: int) -> str:
        """What a message calls the cell beside its place: 'Sheet1!B7: ' in a workbook, else ''."""
        ...

    def text(self, row: int, column: int) -> Text | None:
        """The cell with its Markdown, where it may hold some."""
        ...
