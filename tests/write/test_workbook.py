"""Workbooks: what 'Edit Data' opens, read back by a library of its own."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.write.xlsx.workbook import Cell, reference, workbook

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**14), max_value=10**14, places=3)


def opened(data: bytes) -> list[list[object]]:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_cells_come_back_as_they_were() -> None:
    made = workbook([[Cell(""), Cell("2026")], [Cell("Wren Green"), Cell("82.5", "0.0")]])
    assert opened(made) == [[None, "2026"], ["Wren Green", 82.5]]


@settings(deadline=None)
@given(st.lists(st.tuples(words.filter(str.strip), numbers), min_size=1, max_size=9))
def test_any_words_and_numbers_come_back(rows: list[tuple[str, Decimal]]) -> None:
    made = workbook([[Cell(name), Cell(f"{number:f}", "General")] for name, number in rows])
    found = opened(made)
    assert [row[0] for row in found] == [name for name, _ in rows]
    assert [row[1] for row in found] == [float(number) for _, number in rows]


@pytest.mark.parametrize("hostile", ["=cmd|'/c calc'!A1", "+1+1", "-2", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_words_never_become_formulas(hostile: str) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(workbook([[Cell(hostile)]]))).active
    assert sheet is not None
    cell = sheet["A1"]
    assert (cell.value, cell.data_type) == (hostile, "s") or (cell.value, cell.data_type) == (hostile, "inlineStr")
    assert cell.quotePrefix, "it stays text when somebody edits it"


def test_numbers_are_shown_as_the_chart_shows_them() -> None:
    from openpyxl import load_workbook

    made = workbook([[Cell("a"), Cell("61", '0"p"'), Cell("0.5", "0%")]])
    sheet = load_workbook(io.BytesIO(made)).active
    assert sheet is not None
    assert [sheet["B1"].number_format, sheet["C1"].number_format] == ['0"p"', "0%"]


def test_a_gap_is_an_empty_cell() -> None:
    assert opened(workbook([[Cell("a"), Cell("", "0"), Cell("1", "0")]])) == [["a", None, 1]]


def test_the_same_rows_give_the_same_bytes() -> None:
    rows = [[Cell("a"), Cell("1", "0")]]
    assert workbook(rows) == workbook(list(rows))


def test_references_are_absolute() -> None:
    assert reference(0, 2, 7) == "Sheet1!$A$2:$A$7"
    assert reference(27, 1) == "Sheet1!$AB$1"
