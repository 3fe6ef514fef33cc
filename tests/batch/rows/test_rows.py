"""Files of rows: what comes out of each format, and what is said of broken ones."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import openpyxl
import pytest

from deckgen.batch.naming import Template
from deckgen.batch.plan import Plan
from deckgen.batch.rows import Row, Unusable, open_rows
from deckgen.batch.where import Where, parse_where
from deckgen.diagnostics import NOWHERE, Diagnostics

HEADER = "URN,School name,Phase\n"


def rows_of(path: Path) -> tuple[list[Row], Diagnostics]:
    diags = Diagnostics()
    return list(open_rows(str(path), path.name).rows(diags)), diags


def values_of(path: Path) -> list[dict[str, str]]:
    rows, diags = rows_of(path)
    assert not len(diags), list(diags)
    return [row.values for row in rows]


def refusal(path: Path) -> Unusable:
    with pytest.raises(Unusable) as caught:
        list(open_rows(str(path), path.name).rows(Diagnostics()))
    return caught.value


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    return tmp_path / "schools.csv"


def test_columns_are_named_as_texts_name_them(csv: Path) -> None:
    csv.write_text("URN,School name,% on free meals,2024\n1,Beech Hill,12,3\n")
    assert values_of(csv) == [{"URN": "1", "school_name": "Beech Hill", "on_free_meals": "12", "_2024": "3"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_encoding_that_spreadsheets_write_is_read(csv: Path, encoding: str) -> None:
    csv.write_bytes((HEADER + "1,Sant Siôr – “Gwaun”,primary\n").encode(encoding))
    assert values_of(csv)[0]["school_name"] == "Sant Siôr – “Gwaun”"


def test_windows_1252_is_read_with_a_warning(csv: Path) -> None:
    csv.write_bytes((HEADER + "1,Café “Ash” £5,primary\n").encode("cp1252"))
    rows, diags = rows_of(csv)
    assert rows[0].values["school_name"] == "Café “Ash” £5"
    assert [one.code for one in diags] == ["windows-1252"]


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_the_delimiter_is_found_in_the_header(csv: Path, delimiter: str) -> None:
    csv.write_text("URN,School,Phase\n1,Ash,primary\n".replace(",", delimiter))
    assert values_of(csv) == [{"URN": "1", "School": "Ash", "Phase": "primary"}]


def test_quotes_and_newlines_in_cells_are_kept_and_places_stay_right(csv: Path) -> None:
    csv.write_text(HEADER + '1,"Ash ""the"" Oak\nUpper, Lower",primary\n2,Elm,secondary\n')
    rows, _ = rows_of(csv)
    assert rows[0].values["school_name"] == 'Ash "the" Oak\nUpper, Lower'
    assert [(row.number, row.span.line) for row in rows] == [(1, 2), (2, 4)]


def test_formula_like_cells_are_words(csv: Path) -> None:
    csv.write_text(HEADER + '1,"=HYPERLINK(""http://x"")",+44\n')
    assert values_of(csv)[0] == {"URN": "1", "school_name": '=HYPERLINK("http://x")', "Phase": "+44"}


def test_a_ragged_row_is_reported_and_the_others_are_read(csv: Path) -> None:
    csv.write_text(HEADER + "1,Ash,primary\n2,Elm\n\n3,Oak,primary,more\n4,Yew,primary,,\n")
    rows, diags = rows_of(csv)
    assert [row.values["URN"] for row in rows] == ["1", "4"]
    assert [(one.code, one.span.line) for one in diags] == [("ragged-row", 3), ("ragged-row", 5)]
    assert ["quotation marks" in (one.hint or "") for one in diags] == [False, True]


def test_one_cell_is_a_cell(csv: Path) -> None:
    csv.write_text(HEADER + "1\n")
    (found,) = rows_of(csv)[1]
    assert "row 1 has 1 cell," in found.message


def test_a_cell_beyond_what_a_text_holds_is_reported(csv: Path) -> None:
    csv.write_text(HEADER + f"1,{'x' * 10_001},primary\n2,Elm,primary\n")
    rows, diags = rows_of(csv)
    assert [row.number for row in rows] == [2]
    assert [(one.code, one.span.line) for one in diags] == [("value-too-long", 2)]


def test_a_quotation_mark_left_open_ends_the_file_at_its_row(csv: Path) -> None:
    csv.write_text(HEADER + '1,Ash,primary\n2,"Elm,primary\n' + "3,Oak,primary\n" * 20)
    found = refusal(csv)
    assert (found.code, found.span.line) == ("bad-csv", 3)


def test_fifty_thousand_columns_are_refused(csv: Path) -> None:
    csv.write_text(",".join(f"c{n}" for n in range(50_000)) + "\n")
    assert "50,000 columns" in refusal(csv).message


def test_a_cell_of_200_mb_is_refused_without_being_held(csv: Path) -> None:
    with csv.open("w") as file:
        file.write(HEADER + "1,")
        for _ in range(200):
            file.write("x" * 1_000_000)
    tracemalloc.start()
    found = refusal(csv)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found.code, found.span.line) == ("unusable-rows", 2)
    assert peak < 40_000_000


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("a,b,a\n", 'two columns are called "a"'),
        ("School name,school-name x,School_name\n", "{{"),
        ("a,%%,b\n", 'column 2 is "%%"'),
        ("a,,b\n", "column 2 is without a name"),
        ("", "nothing stands in this file"),
        ("Schools in 2026,,\nurn,school,phase\n", 'only "Schools in 2026" stands in the first row'),
        ("Schools in 2026\nurn,school,phase\n", 'only "Schools in 2026" stands in the first row'),
    ],
)
def test_headers_that_name_no_variables_are_refused(csv: Path, header: str, said: str) -> None:
    csv.write_text(header)
    if said == "{{":
        csv.write_text("School name,School  name\n")
    assert said in refusal(csv).message


def test_memory_stays_flat_however_many_rows(csv: Path) -> None:
    with csv.open("w") as file:
        file.write(HEADER)
        for number in range(60_000):
            file.write(f"{number},A school with quite a long name {number},primary\n")
    tracemalloc.start()
    count = sum(1 for _ in open_rows(str(csv), csv.name).rows(Diagnostics()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 60_000
    assert peak < 4_000_000


def test_json_lines_give_rows(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"urn": 1, "School name": "Ash", "share": 0.25}\n\n{"urn": 2, "School name": null}\n')
    assert values_of(file) == [
        {"urn": "1", "school_name": "Ash", "share": "0.25"},
        {"urn": "2", "school_name": "", "share": ""},
    ]


def test_broken_json_lines_are_reported_and_the_others_read(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"urn": 1}\n{"urn": \n{"urn": [1]}\n{"urm": 3}\n[4]\n{"urn": 5}\n')
    rows, diags = rows_of(file)
    assert [row.values["urn"] for row in rows] == ["1", "5"]
    assert [(one.code, one.span.line) for one in diags] == [
        ("bad-json", 2),
        ("wrong-type", 3),
        ("unknown-column", 4),
        ("bad-json", 5),
    ]


def test_a_workbook_gives_rows(tmp_path: Path) -> None:
    file = tmp_path / "rows.xlsx"
    book = openpyxl.Workbook()
    for cells in (["URN", "School name", "Share"], [100_001, "Ash", 0.125], [None, None, None], ["2", "Elm", None]):
        book.active.append(cells)
    book.save(file)
    assert values_of(file) == [
        {"URN": "100001", "school_name": "Ash", "Share": "0.125"},
        {"URN": "2", "school_name": "Elm", "Share": ""},
    ]


@pytest.mark.parametrize("name", ["rows.xlsx", "rows.csv"])
def test_damaged_files_are_refused_in_a_line(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4)
    assert "workbook" in refusal(file).message


@pytest.mark.parametrize("name", ["rows.pdf", "absent.csv", "."])
def test_what_is_no_file_of_rows_is_refused(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path / name).hint


def test_parquet_gives_rows(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    file = tmp_path / "rows.parquet"
    parquet.write_table(pyarrow.table({"urn": [1, 2], "school": ["Ash", None]}), file)
    assert values_of(file) == [{"urn": "1", "school": "Ash"}, {"urn": "2", "school": ""}]


def book(file: Path, *rows: list[object]) -> Path:
    made = openpyxl.Workbook()
    for cells in rows:
        made.active.append(cells)
    made.save(file)
    return file


@pytest.mark.parametrize(
    ("column", "audiences", "told"),
    [
        ("audiance", ["full", "special"], 1),
        ("Audiences", ["full", "special"], 1),
        ("Audience", ["full", "special"], 0),
        ("phase", ["full", "special"], 0),
        ("audiance", ["full"], 0),
    ],
)
def test_a_column_that_was_meant_to_pick_the_audience_is_told(
    csv: Path, column: str, audiences: list[str], told: int
) -> None:
    csv.write_text(f"urn,{column}\n1,special\n")
    rows, diags = open_rows(str(csv), csv.name), Diagnostics()
    Plan(
        rows=rows, where=Where([], rows.columns), name=Template("{{ urn }}", NOWHERE), by=None, audiences=audiences
    ).check(diags)
    assert [one.code for one in diags] == ["unused-column"] * told


def test_a_key_that_an_object_has_twice_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"a": "1: \\"b\\":", "b": "2"}\n{"a": "1", "b": "2", "a": "3"}\n{"a": "4", "b": "5"}\n')
    rows, diags = rows_of(file)
    assert [row.values["a"] for row in rows] == ['1: "b":', "4"]
    assert [(one.code, one.span.line) for one in diags] == [("bad-json", 2)]
    assert '"a" is given twice' in next(iter(diags)).message


def test_rows_that_a_workbook_hides_are_told_where_they_get_a_deck(tmp_path: Path) -> None:
    file = book(tmp_path / "rows.xlsx", ["urn", "phase"], *([n, "primary" if n % 2 else "special"] for n in range(9)))
    opened = openpyxl.load_workbook(file)
    for row in range(3, 11):
        opened.active.row_dimensions[row].hidden = True
    opened.save(file)
    rows = open_rows(str(file), "rows.xlsx")
    said = {}
    for wanted in ("primary", "special", "nursery"):
        diags = Diagnostics()
        plan = Plan(
            rows=rows,
            where=Where([parse_where(f"phase = {wanted}")], rows.columns),
            name=Template("{{ urn }}", NOWHERE),
            by=None,
            audiences=["full"],
        )
        plan.check(diags)
        said[wanted] = [one.message for one in diags]
    assert said == {
        "primary": [
            "4 rows get a deck each that are hidden in the workbook: Sheet!3, Sheet!5, Sheet!7, Sheet!9",
        ],
        "special": ["4 rows get a deck each that are hidden in the workbook: Sheet!4, Sheet!6, Sheet!8, Sheet!10"],
        "nursery": [],
    }


def test_formulas_that_nobody_has_worked_out_are_refused_not_read_as_nothing(tmp_path: Path) -> None:
    file = book(tmp_path / "rows.xlsx", ["urn", "school"], [1, '="Ash "&"School"'])
    found = refusal(file)
    assert "has formulas without values: Sheet!B2" in found.message and "open it in Excel" in found.hint


def test_a_json_file_is_told_how_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "rows.json"
    file.write_text('[{"urn": 1}]')
    assert ".jsonl" in refusal(file).hint


def test_a_column_of_a_single_cell_is_a_header(csv: Path) -> None:
    csv.write_text("urn\n1\n2\n")
    assert [row["urn"] for row in values_of(csv)] == ["1", "2"]
