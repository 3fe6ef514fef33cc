"""Which rows are wanted: `phase = primary | special`, `pupils >= 200`, `closed != yes`. All have to hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from deckgen.batch.rows.model import Unusable, variable_name
from deckgen.diagnostics import NOWHERE, did_you_mean
from deckgen.spec.choice import Condition
from deckgen.spec.numbers import parse_number
from deckgen.spec.tables.rows import row_test

Test: TypeAlias = Callable[[str, Decimal | None], bool]

_WRITTEN = r"(?s)\s*(.+?)\s*(>=|<=|!=|==?|>|<)\s*(.*)"


def parse_where(text: str) -> Condition:
    """A condition as the command line has it. Raises Unusable for what is none."""
    found = re.fullmatch(_WRITTEN, text)
    if found is None:
        raise Unusable(NOWHERE, f'"{text[:60]}" is no condition', 'write --where "phase = primary"', "bad-where")
    column, sign, words = found.groups()
    before = {"=": "", "==": "", "!=": "not "}.get(sign, f"{sign} ")
    return Condition(column, NOWHERE, tuple((before + one.strip(), NOWHERE) for one in words.split("|")))


class Where:
    """Conditions on the rows of a file with these columns."""

    def __init__(self, conditions: Sequence[Condition], columns: Sequence[str]) -> None:
        """Raises Unusable for a column that the file lacks."""
        self._tests = [(_column(one, columns), [row_test(words) for words, _ in one.wanted]) for one in conditions]

    def keeps(self, values: Mapping[str, str]) -> bool:
        """Whether a row is wanted."""
        for column, tests in self._tests:
            cell = values[column]
            number = parse_number(cell)
            if not any(test(cell, number) for test in tests):
                return False
        return True


def _column(condition: Condition, columns: Sequence[str]) -> str:
    """The column as texts name it: people write it as the file has it, or as a text does."""
    for name in (condition.name, variable_name(condition.name)):
        if name in columns:
            return name
    hint = did_you_mean(condition.name, columns) or f"the columns are {', '.join(columns[:12])}"
    raise Unusable(condition.span, f'the rows have no column "{condition.name[:60]}"', hint, "unknown-column")
