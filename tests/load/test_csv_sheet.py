"""CSV files: what they hold, as the csv module reads it, where it stands, and what is refused."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostics, Span
from deckgen.diagnostics.lines import split_lines
from deckgen.load.sheet import load_sheet
from deckgen.spec.sheet import Sheet, SheetFile
from deckgen.worlds import MemoryWorld
from tests.spec.reading import FILE, said


def loaded(data: str | bytes, name: str = "d.csv") -> tuple[Sheet | None, Diagnostics]:
    diags = Diagnostics()
    asked = SheetFile(name, Span(FILE, 1, 7, 1, 12))
    return load_sheet(MemoryWorld({name: data}), asked, diags), diags


def told(diags: Diagnostics) -> list[str]:
    return [f"{one.span} {one.code}" for one in diags]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [["1", "2"]]),
        ("\ufeffa,b\r\n1,2", [["1", "2"]]),
        ("a;b\n1;2,5\n", [["1", "2,5"]]),
        ("a\tb\n1\t2\n", [["1", "2"]]),
        ('a,b\n"1, 2","say ""yes"""\n', [["1, 2", 'say "yes"']]),
        ('a,b\n"1\r\n2",3\n', [["1\n2", "3"]]),
        ('a, b\n 1 , "2, 3"\n', [["1", "2, 3"]]),
        ('"a;b;c",d\n1,2\n', [["1", "2"]]),
        ("a,b,,\n1,2,,\n\n,,,\n3,4,,\n", [["1", "2"], ["3", "4"]]),
        ("a\n1\n", [["1"]]),
        ("Results,\n2026,\n,\na,2026\n1,2\n", [["1", "2"]]),
        (",Share\nAsh,5\nOak,6\n", [["Ash", "5"], ["Oak", "6"]]),
    ],
)
def test_what_programs_write_is_read(text: str, rows: list[list[str]]) -> None:
    sheet, diags = loaded(text)
    assert not said(diags) and sheet is not None
    assert sheet.rows == rows


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", "d.csv:1:1 empty-data"),
        ("a,b\n", "d.csv:1:1 empty-data"),
        ("a,b\n1,2\n3\n", "d.csv:3:1 ragged-row"),
        ("a,b\n1,2,3\n", "d.csv:2:1 ragged-row"),
        ("a,b,a\n1,2,3\n", "d.csv:1:5 duplicate-column"),
        ('a,b\n1,"2\n', "d.csv:2:1 bad-csv"),
        ('a,b\n1,"2"3\n', "d.csv:2:1 bad-csv"),
        ("a,b\n£5,1\n".encode("cp1252"), "d.csv:2:1 not-utf-8"),
        ("a,b\n£5,1\n".encode("utf-16"), "d.csv:1:1 not-utf-8"),
        ("a,b\n£5,1\n".encode("utf-16-le"), "d.csv:1:1 not-utf-8"),
        (",".join(f"c{n}" for n in range(501)) + "\n" + "1," * 500 + "1\n", "d.csv:1:1 too-many-columns"),
        ("a,b\n" + "1,2\n" * 200_001, "d.csv:1:1 too-many-rows"),
    ],
)
def test_what_is_wrong_has_its_place(data: str | bytes, expected: str) -> None:
    sheet, diags = loaded(data)
    assert sheet is None
    assert told(diags) == [expected]


def test_another_encoding_is_named_with_what_to_do() -> None:
    [found] = loaded("a\nFûr £5\n".encode("cp1252"))[1]
    assert 'in Windows-1252 it is "û"' in found.message
    assert "CSV UTF-8" in (found.hint or "")


def test_many_ragged_rows_are_counted() -> None:
    found = list(loaded("a,b\n" + "1\n" * 20)[1])
    assert len(found) == 5 and "15 rows below are like it" in found[-1].message


@pytest.mark.parametrize("name", ["d.xls", "d.pdf", "d.json", "d"])
def test_other_files_are_refused_where_they_are_named(name: str) -> None:
    assert told(loaded("a,b\n1,2\n", name)[1]) == [f"{FILE}:1:7 unusable-data"]


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\0\r"), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_cells_are_those_of_the_csv_module(rows: list[list[str]], delimiter: str) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["one", "two", "three"], *rows])
    sheet, diags = loaded(text.getvalue())
    kept = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if not kept:
        assert [one.code for one in diags] == ["empty-data"]
        return
    assert sheet is not None and sheet.rows == kept


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5), st.booleans())
def test_every_cell_is_found_where_it_stands(rows: list[list[str]], everything: bool) -> None:
    text = io.StringIO()
    quoting = csv.QUOTE_ALL if everything else csv.QUOTE_MINIMAL
    csv.writer(text, quoting=quoting, lineterminator="\n").writerows([["one", "two", "three"], *rows])
    sheet, _ = loaded(text.getvalue())
    lines = split_lines(text.getvalue())
    for row, cells in enumerate(sheet.rows if sheet else []):
        for column, cell in enumerate(cells):
            span = sheet.span(row, column) if sheet else None
            assert span is not None
            spanned = lines[span.line - 1 : span.end_line]
            spanned[-1] = spanned[-1][: span.end_col - 1]
            spanned[0] = spanned[0][span.col - 1 :]
            written = "\n".join(spanned)
            assert next(csv.reader([written]))[0].strip() == cell if cell else not written.strip().strip('"').strip()


@given(st.binary(max_size=60))
def test_nothing_makes_the_reader_fail(data: bytes) -> None:
    for name in ("d.csv", "d.xlsx"):
        sheet, diags = loaded(data, name)
        assert (sheet is None) is bool(said(diags))
