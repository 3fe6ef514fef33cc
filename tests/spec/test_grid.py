"""The grid of a table: spans, ragged rows, and columns of figures."""

from __future__ import annotations

import pytest

from deckgen.spec.grid import GridCell, arrange, column_texts, decimals, is_numeric, no_numbers
from deckgen.spec.text import Text, TextRun


def cell(words: str, columns: int = 1, rows: int = 1) -> GridCell:
    return GridCell(Text((TextRun(words),)), columns, rows)


def shown(*rows: list[GridCell], width: int) -> tuple[list[str], list[str]]:
    """The grid, a word or a sign a cell, and what is wrong with it."""
    grid, wrong = arrange(rows, width)
    signs = {"left": "<", "above": "^", "both": "+"}
    lines = [" ".join(signs[c] if isinstance(c, str) else c.text.plain or "." for c in row) for row in grid]
    return lines, [f"{misfit.code}: {misfit.message}" for misfit in wrong]


def test_what_a_cell_spans_is_not_written_again() -> None:
    rows = [cell("a", columns=2, rows=2), cell("b")], [cell("c")], [cell("d"), cell("e"), cell("f")]
    assert shown(*rows, width=3) == (["a < b", "^ + c", "d e f"], [])


def test_a_row_of_another_length_is_named_and_filled_up() -> None:
    lines, wrong = shown([cell("a"), cell("b")], [cell("c")], [cell("d"), cell("e"), cell("f")], width=2)
    assert lines == ["a b", "c .", "d e"]
    assert wrong == [
        "ragged-row: this row has 1 cell; the table has 2 columns",
        "ragged-row: this row has 3 cells; the table has 2 columns",
    ]


def test_a_span_stays_in_the_table() -> None:
    lines, wrong = shown([cell("a", columns=3), cell("b", rows=2)], width=4)
    assert lines == ["a < < b"]
    assert wrong == ["span-too-wide: this cell takes 2 rows, and the table has 1 from here on"]


def test_a_span_does_not_meet_one_from_above() -> None:
    rows = [cell("a"), cell("b", rows=2)], [cell("c", columns=2)]
    lines, wrong = shown(*rows, width=2)
    assert lines == ["a b", "c ^"]
    assert wrong == ["span-too-wide: this cell takes 2 columns, and 1 is free here"]


@pytest.mark.parametrize(
    "figure",
    ["7", "1,204", "−0.4", "–0.4", "+1.25", "94.2%", "£1,200.50", "1 204", "94,2 %", "1.204,5", "–£12k", "£1.2m"],
)
def test_figures_are_known_as_people_write_them(figure: str) -> None:
    assert is_numeric([figure, "–", ""])


@pytest.mark.parametrize("words", ["7 schools", "1.2.3", "12,34,56", "", "–", "A1"])
def test_words_are_no_figures(words: str) -> None:
    assert not is_numeric([words])


def test_decimals_are_what_stands_right_of_the_units() -> None:
    assert [decimals(t) for t in ("12.5%", "7%", "1,204", "1.204,5", "94,2 %", "word")] == [
        ".5%",
        "%",
        "",
        ",5",
        ",2 %",
        "",
    ]


def test_what_programs_write_for_no_figure_is_found_among_figures_alone() -> None:
    grid = arrange([[cell("a"), cell("NaN")], [cell("None"), cell("4.5")], [cell("#REF!"), cell("inf")]], 2)[0]
    assert [c.text.plain for c in no_numbers(grid)] == ["#REF!", "NaN", "inf"]
    assert column_texts(grid, 0) == ["a", "None", "#REF!"]
