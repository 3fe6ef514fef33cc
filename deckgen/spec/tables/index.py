"""What is worked out about a sheet once, however many slides and decks choose rows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from deckgen.spec.numbers import Mark, decimal_mark

if TYPE_CHECKING:
    from decimal import Decimal


class Index:
    """Of the sheet with these `rows`: what its numbers look like, and where the words of its columns stand."""

    def __init__(self, rows: list[list[str]]) -> None:
        self._rows = rows
        self._mark: tuple[Mark | Literal["either"] | None] | None = None
        self._either: tuple[int, int, str] | None = None
        self._columns: dict[tuple[int, Mark], Places] = {}

    def mark(self) -> Mark | Literal["either"] | None:
        """The mark before decimals that its words ask for (`decimal_mark`)."""
        if self._mark is None:
            self._mark = (decimal_mark(cell for row in self._rows for cell in row),)
        return self._mark[0]

    def either(self) -> tuple[int, int, str]:
        """The row, the column and the words of the first number that could be two; none: (0, 0, "")."""
        if self._either is None:
            cells = ((r, c, cell) for r, cells in enumerate(self._rows) for c, cell in enumerate(cells))
            self._either = next((cell for cell in cells if decimal_mark([cell[2]]) == "either"), (0, 0, ""))
        return self._either

    def places(self, column: int, mark: Mark, numbers: Callable[[], list[Decimal | None]]) -> Places:
        """Where the words of a column stand. `numbers` gives the numbers of all its cells."""
        if (column, mark) not in self._columns:
            self._columns[column, mark] = Places([row[column] for row in self._rows], numbers())
        return self._columns[column, mark]


class Places:
    """In which rows a column has which words, whatever their capitals, and which numbers."""

    def __init__(self, cells: list[str], numbers: Iterable[Decimal | None]) -> None:
        self._words: dict[str, list[int]] = {}
        self._numbers: dict[Decimal, list[int]] = {}
        for row, (cell, number) in enumerate(zip(cells, numbers, strict=True)):
            self._words.setdefault(cell.strip().casefold(), []).append(row)
            if number is not None:
                self._numbers.setdefault(number, []).append(row)

    def rows(self, words: str, number: Decimal | None) -> set[int]:
        """The rows that have these words, or this number."""
        found = set(self._words.get(words.casefold(), ()))
        return found if number is None else found.union(self._numbers.get(number, ()))
