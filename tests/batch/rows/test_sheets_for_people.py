"""Sheets that somebody has made for people: with titles above, blank rows between, and a total below."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from deckgen.batch.naming import Template
from deckgen.batch.plan import Plan
from deckgen.batch.rows import Unusable, open_rows
from deckgen.batch.where import Where, parse_where
from deckgen.diagnostics import NOWHERE, Diagnostics
from tests.batch.rows.test_rows import book, refusal, rows_of, values_of


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    return tmp_path / "schools.csv"


def checked(file: Path, *where: str, audiences: tuple[str, ...] = ("full",)) -> list[str]:
    """What is said of the rows: their lines, messages and hints."""
    rows, diags = open_rows(str(file), file.name), Diagnostics()
    conditions = Where([parse_where(one) for one in where], rows.columns)
    name = Template("{{ urn }}", NOWHERE)
    Plan(rows=rows, where=conditions, name=name, by=None, audiences=audiences).check(diags)
    return [f"{one.span.line}: {one.message} ({one.hint})" for one in diags]


def mailed(file: Path) -> Path:
    """A workbook as it comes by mail: two merged titles, a blank row, a blank row between."""
    head = [["Schools in 2026"], ["Extracted 14 November", None], [], ["urn", "School ", "phase"]]
    book(file, *head, [1, "Ash", "primary"], [], [2, "Oak", "special"], [3, "Elm", "x", "stray"])
    opened = openpyxl.load_workbook(file)
    opened.active.merge_cells("A1:C1")
    opened.save(file)
    return file


def test_titles_above_the_names_of_the_columns_are_passed_over(tmp_path: Path) -> None:
    rows, _ = rows_of(mailed(tmp_path / "rows.xlsx"))
    assert [row.values["School"] for row in rows] == ["Ash", "Oak"]
    assert [row.number for row in rows] == [1, 2]


def test_the_line_of_a_workbooks_row_is_its_number_in_the_sheet(tmp_path: Path) -> None:
    rows, diags = rows_of(mailed(tmp_path / "rows.xlsx"))
    assert [row.span.line for row in rows] == [5, 7]
    assert [(one.code, one.span.line) for one in diags] == [("ragged-row", 8)]


def test_words_merged_over_rows_stand_in_each_that_holds_anything_else(tmp_path: Path) -> None:
    file = book(tmp_path / "rows.xlsx", ["trust", "urn", "pupils"], ["Northmoor", 1, 80], [None, 2], [], ["Fell", 3])
    opened = openpyxl.load_workbook(file)
    opened.active.merge_cells("A2:A4")
    opened.active.merge_cells("C2:C3")
    opened.save(file)
    assert [[*row.values()] for row in values_of(file)] == [
        ["Northmoor", "1", "80"],
        ["Northmoor", "2", ""],
        ["Fell", "3", ""],
    ]


def test_titles_of_a_text_are_passed_over_where_a_spreadsheet_has_written_it(csv: Path) -> None:
    csv.write_text('"Schools in 2026, provisional",,\n,,\nExtracted today,,\nurn,school,phase\n1,Ash,primary\n')
    assert values_of(csv) == [{"urn": "1", "school": "Ash", "phase": "primary"}]
    assert rows_of(csv)[0][0].span.line == 5


def test_a_stray_comma_makes_no_title_of_a_column_of_one_cell(csv: Path) -> None:
    csv.write_text("school\nAsh\nFell View, Northmoor\nBrow, Eastmere\n")
    rows, diags = rows_of(csv)
    assert [row.values for row in rows] == [{"school": "Ash"}]
    assert [one.code for one in diags] == ["ragged-row"] * 2


def test_what_is_broken_below_the_header_is_told_with_the_rows(csv: Path) -> None:
    csv.write_text('urn,school\n1,Ash\n2,"Oak\n')
    rows = open_rows(str(csv), csv.name)
    with pytest.raises(Unusable) as caught:
        list(rows.rows(Diagnostics()))
    assert (caught.value.code, caught.value.span.line) == ("bad-csv", 3)


def test_a_row_above_the_header_with_a_few_cells_is_told_once(tmp_path: Path) -> None:
    rows = [[n, "Ash", "primary", 80] for n in range(30)]
    found = refusal(book(tmp_path / "rows.xlsx", ["Schools", "2026"], ["urn", "school", "phase", "pupils"], *rows))
    assert found.message == "this row names 2 columns, and the rows below it have more cells"
    assert "delete what stands above the names of the columns" in found.hint


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (
            ["Total", None, 290],
            'the last row looks like a total ("Total"), and gets a deck (… where: {urn: not Total})',
        ),
        (["Grand total:", None, 290], 'the last row looks like a total ("Grand total:"), and gets a deck (delete it)'),
        (["Source - DfE"], 'the last row is all empty but for "Source - DfE", and gets a deck (… not Source - DfE})'),
    ],
)
def test_a_total_below_the_rows_is_told_while_it_gets_a_deck(tmp_path: Path, last: list[object], said: str) -> None:
    file = book(tmp_path / "rows.xlsx", ["urn", "school", "pupils"], [1, "Ash", 80], [2, "Total Care", 210], [], last)
    (found,) = checked(file)
    begin, _, end = said.partition("…")
    assert found.startswith(f"5: {begin}") and found.endswith(end)
    assert checked(file, f"urn = {last[0]}") and not checked(file, f"urn != {last[0]}")


def test_a_list_of_names_alone_has_no_total(csv: Path) -> None:
    csv.write_text("urn\nAsh\nOak\n")
    assert not checked(csv)


@pytest.mark.parametrize("rows", ["Ash,,\nOak,Jo,head\nElm,,\n", "Ash,,\nOak,,\nElm,,\nFir,,\n"])
def test_where_rows_are_often_a_name_alone_the_last_is_one_of_them(csv: Path, rows: str) -> None:
    csv.write_text(f"urn,name,role\n{rows}")
    assert not checked(csv)


def test_an_audience_is_named_as_people_write_it(csv: Path) -> None:
    csv.write_text("urn,audience\n1,Special schools\n2,SPECIAL_SCHOOLS \n3,special-schools\n4,\n5,Nursery\n")
    plan_rows = open_rows(str(csv), csv.name)
    plan = Plan(
        rows=plan_rows,
        where=Where([], plan_rows.columns),
        name=Template("{{ urn }}", NOWHERE),
        by=None,
        audiences=("full", "special-schools"),
    )
    assert [task.audience for task in plan.tasks()] == ["special-schools"] * 3 + ["full"]
    assert checked(csv, audiences=plan.audiences)[0].startswith('6: the deck has no audience "Nursery"')
