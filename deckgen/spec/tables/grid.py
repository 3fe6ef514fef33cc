"""A sheet whose columns are found by name and whose words are numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from deckgen.diagnostics import Span, did_you_mean
from deckgen.spec.choice import Choice
from deckgen.spec.locales import locale
from deckgen.spec.numbers import Mark, parse_number, parse_numbers
from deckgen.spec.slots import BindContext, clipped

if TYPE_CHECKING:
    from decimal import Decimal

    from deckgen.spec.sheet import Sheet


class Grid:
    """Answers for one choice from one sheet; what can't be answered is reported once."""

    def __init__(self, sheet: Sheet, choice: Choice, context: BindContext) -> None:
        self.sheet, self.choice, self.context = sheet, choice, context
        self.rows = sheet.rows
        self.places = {name: number for number, name in reversed(list(enumerate(sheet.header)))}
        self._mark: Mark | None = sheet.decimal or choice.decimal

    def find(self, name: str, span: Span) -> int | None:
        """The number of the column called `name`; None after reporting that there is none."""
        found = self.places.get(name.strip())
        if found is None:
            known = [header for header in self.sheet.header if header]
            self.context.diags.error(
                "unknown-column", span, f'there is no column "{clipped(name)}"', hint=did_you_mean(name, known)
            )
        return found

    def numbers(self, rows: Sequence[int], column: int) -> list[Decimal | None]:
        """The exact numbers in a column's cells, None for words and for nothing."""
        cells = self.rows
        found = parse_numbers([cells[row][column] for row in rows], self.mark())
        if self.sheet.exact:
            for place, row in enumerate(rows):
                exact = self.sheet.exact.get((row, column))
                found[place] = found[place] if exact is None else parse_number(exact)
        return found

    def holding(self, wanted: list[tuple[str, Decimal | None]], column: int) -> set[int]:
        """The rows that have any of these words or numbers in a column, which is gone through once for all decks."""
        places = self.sheet.index.places(column, self.mark(), lambda: self.numbers(range(len(self.rows)), column))
        return set[int]().union(*(places.rows(words, number) for words, number in wanted))

    def mark(self) -> Mark:
        """The mark before decimals in this sheet; that it can't be told is reported."""
        if self._mark is None:
            found = self.sheet.index.mark()
            self._mark = "," if found == "," else "."
            if found is not None and self._mark != self._usual(found):
                self._report_either()
        return self._mark

    def _usual(self, found: Mark | Literal["either"]) -> str:
        """The mark that the deck's language has; where semicolons stand between cells, that which was found.

        Programs write semicolons where the comma is for decimals, whatever the deck's language is.
        """
        usual = locale(self.context.language).decimal
        return found if usual == "." and self.sheet.semicolons else usual

    def _report_either(self) -> None:
        """Report the first number that could be two, if there is one."""
        row, column, text = self.sheet.index.either()
        if not text:
            return
        self.report(
            "ambiguous-number",
            (row, column),
            f'"{clipped(text)}" may be two different numbers',
            hint='say which mark stands before decimals: decimal: "," or decimal: "."',
        )

    def report(self, code: str, cell: tuple[int, int], message: str, *, hint: str) -> None:
        """Report what is wrong with a cell, given as row and column."""
        self.context.diags.error(code, self.sheet.span(*cell), f"{self.sheet.called(*cell)}{message}", hint=hint)
