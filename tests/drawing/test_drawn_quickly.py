"""A page with a chart, a table or a formula takes a few milliseconds, and comes out the same each time."""

from __future__ import annotations

from time import process_time

import pytest

from deckgen.fonts.maths import drawn as drawn_formula
from deckgen.fonts.maths_outline import math_outline
from tests.drawing.charts import gallery
from tests.drawing.pages import kinds_drawn

MOST = 0.005
"""Seconds of a processor for one page, what it needs being shaped already. It is 0.0003 on a quiet machine."""


def test_a_page_of_a_chart_takes_little_time() -> None:
    drawing = gallery("plain")[1]
    for index in range(len(drawing.deck.slides)):
        assert best(lambda index=index: drawing.page(index)) < MOST  # type: ignore[misc]


@pytest.mark.parametrize("kind", ["table", "formula", "agenda"])
def test_a_page_of_a_table_or_a_formula_takes_little_time(kind: str) -> None:
    drawing = kinds_drawn("cst")
    for index in [n for n, slide in enumerate(drawing.deck.slides) if slide.kind == kind]:
        assert best(lambda index=index: drawing.page(index)) < MOST  # type: ignore[misc]


def best(work) -> float:  # type: ignore[no-untyped-def]
    taken = []
    for _ in range(5):
        begun = process_time()
        work()
        taken.append(process_time() - begun)
    return min(taken)


def test_a_page_comes_out_the_same_each_time() -> None:
    drawing = gallery("cranmer")[1]
    first = list(drawing.pages())
    assert list(drawing.pages()) == first
    kinds = kinds_drawn("plain")
    found = [n for n, slide in enumerate(kinds.deck.slides) if slide.kind in ("table", "formula")]
    pages = [kinds.page(n) for n in found]
    math_outline.cache_clear()
    drawn_formula.cache_clear()
    assert [kinds.page(n) for n in found] == pages
