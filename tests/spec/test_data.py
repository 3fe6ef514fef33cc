"""Data of a slide: rows that stand in it, files, and what is chosen of them."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.spec.reading import codes, said
from tests.spec.tables import ChartSpec, from_csv, table, words

SCHOOLS = '''School,Phase,2025,2026
Fell View,Primary,0.5,0.7
"Ash Lane, ""the annexe""",primary, 0.25 ,0.545
Brow High,Secondary,,0.9
'''


def test_rows_keep_their_words_and_give_exact_numbers() -> None:
    yaml = 'columns: [School, Share, Cost]\nrows:\n  - [Fell View, 70.5%, "£1,200.50"]\n  - [Ash, "", ~]\n'
    data, diags = table(yaml)
    assert not said(diags) and data is not None
    assert words(data) == [["Fell View", "70.5%", "£1,200.50"], ["Ash", "", ""]]
    assert [cell.number for cell in data.rows[0]] == [None, Decimal("0.705"), Decimal("1200.50")]
    assert [column.numeric for column in data.columns] == [False, True, True]
    assert [column.align for column in data.columns] == ["left", "right", "right"]


def test_columns_tell_a_workbook_how_their_numbers_were_written() -> None:
    data, _ = table('columns: [a, b, c, d]\nrows:\n  - [x, 70.5%, "£1,200.50", 3]\n')
    assert data is not None
    assert [column.excel_code() for column in data.columns] == ["General", "0.0%", "[$£]#,##0.00", "General"]


def test_a_format_shows_every_number_with_the_places_of_all() -> None:
    data, _ = table("columns: [a, {name: b, format: number}]\nrows:\n  - [x, 1200]\n  - [y, 0.25]\n  - [z, n/a]\n")
    assert words(data) == [["x", "1,200.00"], ["y", "0.25"], ["z", "n/a"]]


def test_numbers_are_shown_in_the_decks_language() -> None:
    data, _ = table("columns: [a, {name: b, format: number:1}]\nrows:\n  - [x, 12000.25]\n", language="de")
    assert words(data) == [["x", "12.000,3"]]


def test_cells_and_heads_take_markdown_and_variables() -> None:
    data, diags = table(
        'columns: [a, {name: b, as: "*This* {{ when }}"}]\nrows:\n  - ["{{ name }} **High**", 3]\n',
        variables={"name": "*Brow*", "when": "year"},
    )
    assert data is not None and not said(diags)
    assert data.rows[0][0].text.plain == "*Brow* High"
    assert [run.bold for run in data.rows[0][0].text.runs] == [False, True]
    assert data.columns[1].head.plain == "This year"


def test_rows_may_name_their_columns() -> None:
    yaml = "rows:\n  - {School: Fell View, Share: 70%}\n  - {Share: 54%, School: Ash}\n  - {School: Brow}\n"
    data, diags = table(yaml)
    assert not said(diags)
    assert words(data) == [["Fell View", "70%"], ["Ash", "54%"], ["Brow", ""]]


def test_rows_may_be_labels_with_their_cells() -> None:
    data, diags = table("columns: [School, 2026]\nrows:\n  Fell View: 70%\n  Ash: [54%]\n")
    assert not said(diags)
    assert words(data) == [["Fell View", "70%"], ["Ash", "54%"]]


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("rows:\n  - [Fell, 3]\n", "2:3 missing"),
        ("columns: [a, b]\nrows:\n  - [Fell]\n", "3:5 ragged-row"),
        ("columns: [a, b]\nrows:\n  - Fell, 3\n", "3:5 wrong-type"),
        ("columns: [a, b]\nrows:\n  - [x, [1]]\n", "3:9 wrong-type"),
        ("columns: [a, a]\nrows:\n  - [x, 1]\n", "1:14 duplicate-column"),
        ("rows:\n  - {School: Fell, Share: 3}\n  - {School: Ash, Shar: 3}\n", "3:19 unknown-column"),
        ("columns: [a, {name: b, format: percentage}]\nrows:\n  - [x, 1]\n", "1:32 bad-format"),
        ("columns: [a, {name: b, format: percent}]\nrows:\n  - [x, y]\n", "1:32 bad-format"),
        ("columns: [a, {name: b, format: date}]\nrows:\n  - [x, 2026-02-30]\n", "3:9 bad-date"),
        ("columns: [a, b]\nrows:\n  - [x, 3]\n  - [y, NaN]\n", "4:9 bad-number"),
        ("columns: [a, b]\nrows:\n  - [x, '#N/A']\n", "3:9 bad-number"),
        ("columns: [a, b]\nrows:\n  - [x, 3]\ndata: x.csv\n", "4:7 two-datas"),
        ("columns: [a]\ndata: {file: x.csv, columns: [a]}\n", "1:10 two-choices"),
        ("data: x.doc\n", "1:7 unusable-data"),
        ("data: ../x.csv\n", "1:7 unusable-data"),
        ("columns: [a]\n", "1:1 missing"),
        ("columns: [a]\nrows: []\n", "2:7 no-rows"),
    ],
)
def test_mistakes_have_their_place(yaml: str, expected: str) -> None:
    data, diags = table(yaml)
    assert data is None
    assert codes(diags) == [expected]


def test_words_are_refused_where_a_chart_wants_numbers() -> None:
    _, diags = from_csv("School,2025,2026\nFell,0.5,0.7\nAsh,n/a,x\n", spec=ChartSpec)
    assert [f"{one.span} {one.code}" for one in diags] == ["d.csv:3:5 bad-number", "d.csv:3:9 bad-number"]


def test_a_table_may_hold_words_among_numbers() -> None:
    data, diags = from_csv("School,2026\nFell,0.7\nAsh,suppressed\n")
    assert not said(diags) and data is not None
    assert not data.columns[1].numeric


def test_a_file_gives_all_its_columns_and_rows() -> None:
    data, diags = from_csv(SCHOOLS)
    assert not said(diags) and data is not None
    assert [column.head.plain for column in data.columns] == ["School", "Phase", "2025", "2026"]
    assert words(data)[0] == ["Fell View", "Primary", "0.5", "0.7"]
    assert words(data)[1] == ["Ash Lane, “the annexe”", "primary", "0.25", "0.545"]
    assert [str(cell.span) for cell in data.rows[1]] == ["d.csv:3:1", "d.csv:3:28", "d.csv:3:37", "d.csv:3:43"]
    assert data.file == "d.csv"


@pytest.mark.parametrize(
    ("choice", "schools"),
    [
        ("where: {Phase: primary}", ["Fell", "Ash"]),
        ("where: {Phase: [primary, secondary]}", ["Fell", "Ash", "Brow"]),
        ("where: {Phase: not primary}", ["Brow"]),
        ('where: {2026: ">= 0.7"}', ["Fell", "Brow"]),
        ('where: {2026: ">0.7"}', ["Brow"]),
        ('where: {2026: "< 60%"}', ["Ash"]),
        ("where: {2026: 0.70}", ["Fell"]),
        ('where: {2025: ""}', ["Brow"]),
        ("where: {Phase: primary, 2026: 0.7}", ["Fell"]),
        ("sort: 2026", ["Ash", "Fell", "Brow"]),
        ("sort: -2026", ["Brow", "Fell", "Ash"]),
        ("sort: School", ["Ash", "Brow", "Fell"]),
        ("sort: 2025", ["Ash", "Fell", "Brow"]),
        ("sort: -2025", ["Fell", "Ash", "Brow"]),
        ("sort: [Phase, 2026]", ["Ash", "Fell", "Brow"]),
        ("sort: -2026, limit: 1", ["Brow"]),
        ("where: {Phase: primary}, limit: 8", ["Fell", "Ash"]),
    ],
)
def test_rows_are_chosen_and_sorted(choice: str, schools: list[str]) -> None:
    data, diags = from_csv(SCHOOLS, choice)
    assert not said(diags)
    assert [row[0].partition(" ")[0] for row in words(data)] == schools


def test_rows_alike_keep_the_files_order() -> None:
    data, _ = from_csv("a,b\nx,1\ny,1\nz,0\n", "sort: -b")
    assert [row[0] for row in words(data)] == ["x", "y", "z"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("where: {Phas: primary}", '1:29 unknown-column: there is no column "Phas" (did you mean "Phase"?)'),
        ("where: {Phase: primry}", '1:36 no-rows: no row has "primry" under "Phase" (did you mean "Primary"?)'),
        ("sort: -2027", '1:27 unknown-column: there is no column "2027" (known here: 2025, 2026, Phase, School)'),
        ("columns: [Schol]", '1:31 unknown-column: there is no column "Schol" (did you mean "School"?)'),
        ("limit: 0", "1:28 bad-number: 0 is out of range (wanted is a number from 1 to 1000)"),
        ("sheets: A", '1:21 unknown-key: a file of data has no "sheets" (did you mean "sheet"?)'),
    ],
)
def test_what_is_not_there_is_said_with_what_is(choice: str, expected: str) -> None:
    data, diags = from_csv(SCHOOLS, choice)
    assert data is None
    assert said(diags) == [f"error {expected}"]


def test_a_thousand_rows_are_enough() -> None:
    rows = "a,b\n" + "x,1\n" * 10_000
    assert [(str(one.span), one.code) for one in from_csv(rows)[1]] == [("slides/a.yaml:1:7", "too-many-rows")]
    assert len(words(from_csv(rows, "limit: 1000")[0])) == 1000


def test_shares_and_per_cents_are_told_apart() -> None:
    data, diags = from_csv("a,b\nx,94\ny,31\n", "columns: [a, {name: b, format: percent}]")
    assert words(data) == [["x", "9,400%"], ["y", "3,100%"]]
    assert codes(diags) == ["1:52 share-of-one"]
    data, diags = from_csv("a,b\nx,94\n", "columns: [a, {name: b, format: percent100}]")
    assert words(data) == [["x", "94%"]] and not said(diags)


@pytest.mark.parametrize(
    ("csv", "options", "numbers"),
    [
        ("a;b\nx;1,5\ny;1.200,5\n", {}, ["1.5", "1200.5"]),
        ("a;b\nx;1.5\n", {}, ["1.5"]),
        ('a,b\nx,"1,200"\n', {}, ["1200"]),
        ("a;b\nx;1.200\n", {"choice": 'decimal: ","'}, ["1200"]),
        ("a;b\nx;1.200\n", {"choice": 'decimal: "."'}, ["1.200"]),
        ('a,b\nx,"0,125"\n', {"language": "fr"}, ["0.125"]),
    ],
)
def test_the_mark_before_decimals_is_found_or_given(csv: str, options: dict[str, str], numbers: list[str]) -> None:
    data, diags = from_csv(csv, **options)
    assert not said(diags) and data is not None
    assert [str(cell.number) for cell in data.column(1)] == numbers


@pytest.mark.parametrize(
    ("csv", "language", "place"),
    [
        ("a;b\nx;1,200\n", "en-GB", "d.csv:2:3"),
        ('a,b\nx,"1.200"\n', "de", "d.csv:2:3"),
        ('a,b\n"3,4","1,200"\n', "en-GB", "d.csv:2:7"),  # Years 3,4 do not make 1.2 of 1,200
        ("a;b\n13.20;1.200\n", "de", "d.csv:2:7"),
    ],
)
def test_a_number_that_may_be_two_is_refused(csv: str, language: str, place: str) -> None:
    assert [(str(one.span), one.code) for one in from_csv(csv, language=language)[1]] == [(place, "ambiguous-number")]


def test_a_cell_that_is_a_fact_has_its_exact_number() -> None:
    facts = {"fact.attendance": "94.2%", "fact.attendance.value": "0.9423", "fact.words": "many"}
    data, diags = table(
        'columns: [a, b]\nrows:\n  - [x, "{{ fact.attendance }}"]\n  - [y, "{{ fact.attendance | percent }}"]\n'
        '  - [z, "about {{ fact.attendance }}"]\n  - [z, "{{ fact.words }}"]\n',
        variables=facts,
    )
    assert data is not None and not said(diags)
    assert words(data)[0] == ["x", "94.2%"]
    assert [cell.number for cell in data.column(1)] == [Decimal("0.9423"), Decimal("0.9423"), None, None]


def test_a_minus_is_set_as_one() -> None:
    data, _ = from_csv("a,b\nx-y,-3\n")
    assert words(data) == [["x-y", "−3"]]
    assert words(from_csv("a,b\nx,-3\n", mend=False)[0]) == [["x", "-3"]]
    assert words(table("columns: [a, b]\nrows:\n  - [x, -3]\n")[0]) == [["x", "−3"]]


def test_numbers_written_in_groups_are_so_in_a_workbook() -> None:
    data, _ = from_csv('a,b\nx,"1,200"\ny,800\n')
    assert words(data) == [["x", "1,200"], ["y", "800"]]
    assert data is not None and data.columns[1].excel_code() == "#,##0"


FORMULAS = ("=cmd|'/c calc'!A1", "+SUM(A1)", "-cmd|x", "@SUM(1)", "=1+1", '=HYPERLINK("http://x")')


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_words(formula: str) -> None:
    csv = 'a,b\n"{}",1\n'.format(formula.replace('"', '""'))
    data, diags = from_csv(csv, mend=False)
    assert not said(diags) and data is not None
    assert (data.rows[0][0].words, data.rows[0][0].number) == (formula, None)
    assert [one.code for one in from_csv(csv.replace("1", "2"), "columns: [b, a]", spec=ChartSpec)[1]] == ["bad-number"]


def test_variables_in_a_file_of_data_are_warned_of() -> None:
    data, diags = from_csv("a,b\n{{ group }},1\n")
    assert words(data) == [["{{ group }}", "1"]]
    assert [f"{one.span} {one.code}" for one in diags] == ["d.csv:2:1 variable-in-data"]


PAGE = (Path(__file__).parents[2] / "docs/data.md").read_text(encoding="utf-8")
RESULTS = "School,Phase,2026\nFell View,primary,0.7\n"


EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("example", [e for e in EXAMPLES if "data:" in e or "rows:\n  - [" in e])
def test_the_pages_examples_are_sound(example: str) -> None:
    example = example.replace("results.xlsx", "results.csv").replace("  sheet: Key stage 2 ", "  # ")
    data, diags = table(example, {"assets/data/results.csv": RESULTS})
    assert data is not None and not said(diags)
