"""The words of an agenda hang from the title's line, and stand evenly between their rules."""

from __future__ import annotations

from itertools import accumulate

import pytest

from deckgen.scene import Table
from deckgen.units import to_pt
from tests.layout.slides import fitting, words

LONG = "What we have learned in three years, and what we would do otherwise in the fourth"


def agenda(*items: str) -> Table:
    slide = fitting(kind="agenda", title="Today", items=list(items))
    return next(node for node in slide.nodes if isinstance(node, Table))


def first_lines(made: Table) -> list[float]:
    """How far below its row's top the first baseline of each row is."""
    tops = accumulate([row.height for row in made.rows], initial=made.rect.y)
    return [to_pt(row.cells[0].lines[0].baseline - top) for top, row in zip(tops, made.rows, strict=False)]


@pytest.mark.parametrize("count", [2, 5, 6])
@pytest.mark.parametrize("first", ["Welcome", LONG])
def test_the_first_item_hangs_from_the_titles_line_in_however_many_lines(first: str, count: int) -> None:
    made = agenda(first, *["Tea"] * count)
    assert to_pt(made.rows[0].cells[0].lines[0].baseline) == pytest.approx(72, abs=0.1)
    assert len({round(below) for below in first_lines(made)}) == 1


def test_words_are_closer_to_the_rules_before_an_agenda_is_refused() -> None:
    made = agenda(*[words(9, length=7)] * 4, *["Tea"] * 3)
    assert first_lines(made)[0] < first_lines(made)[-1]
