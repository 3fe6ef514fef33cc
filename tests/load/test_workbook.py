"""Workbooks: their values as words, their formats, and what is refused without unpacking or fetching anything."""

from __future__ import annotations

import datetime
import io
import sys
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.sheet import load_sheet
from deckgen.spec.sheet import Sheet, SheetFile
from deckgen.spec.types.names import Name
from deckgen.worlds import MemoryWorld
from tests.spec.reading import FILE, said
from tests.spec.tables import table, words
from tests.support.zips import encrypted

ROWS = [["School", "2026", "Cost"], ["Fell", 0.7, 1200], ["Ash", 0.545, None]]


def workbook(rows: list[list[Any]], change: Callable[[Any], None] = lambda sheet: None) -> bytes:
    """A workbook with these rows, as openpyxl writes it."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    change(book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def loaded(data: bytes, sheet: str | None = None) -> tuple[Sheet | None, Diagnostics]:
    diags = Diagnostics()
    span = Span(FILE, 1, 7, 1, 12)
    asked = SheetFile("d.xlsx", span, Name(sheet, Span(FILE, 2, 3, 2, 9)) if sheet else None)
    return load_sheet(MemoryWorld({"d.xlsx": data}), asked, diags), diags


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The archive with each part as `change` has it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return file.getvalue()


def test_values_are_words() -> None:
    day, moment = datetime.date(2026, 11, 24), datetime.datetime(2026, 11, 24, 13, 20)
    row = ["a ", 3, 0.1 + 0.2, True, day, moment, datetime.time(13, 20), None, "=x"]
    sheet, diags = loaded(workbook([[f"c{n}" for n in range(9)], row], lambda s: setattr(s["I2"], "data_type", "s")))
    assert not said(diags) and sheet is not None
    assert sheet.rows == [["a", "3", "0.3", "TRUE", "2026-11-24", "2026-11-24 13:20", "13:20", "", "=x"]]


def test_a_slide_shows_what_it_chooses() -> None:
    data, diags = table("data: {file: d.xlsx, sort: -2026, limit: 1}\n", {"d.xlsx": workbook(ROWS)})
    assert not said(diags) and data is not None
    assert words(data) == [["Fell", "0.7", "1200"]]
    assert data.rows[0][1].number == Decimal("0.7")
    assert str(data.rows[0][1].span) == "slides/a.yaml:1:14" and data.rows[0][1].called == "Sheet!B2: "


def test_formats_come_along() -> None:
    def formatted(sheet: Any) -> None:
        sheet["B2"].number_format, sheet["C2"].number_format = "0.0%", "#,##0"

    data, _ = table("data: d.xlsx\n", {"d.xlsx": workbook(ROWS, formatted)})
    assert words(data) == [["Fell", "70.0%", "1,200"], ["Ash", "54.5%", ""]]


def test_a_mistake_in_a_cell_names_the_cell() -> None:
    rows = [*ROWS, ["Brow", "#DIV/0!", 3]]
    _, diags = table("data: d.xlsx\n", {"d.xlsx": workbook(rows)})
    [found] = diags
    assert (str(found.span), found.code) == ("slides/a.yaml:1:7", "bad-number")
    assert found.message.startswith("Sheet!B4: ")


def test_a_sheet_is_found_by_name_and_empty_rows_are_passed_over() -> None:
    def second(sheet: Any) -> None:
        other = sheet.parent.create_sheet("Other")
        other.append([])
        other.append(["a", "b"])
        other.append([])
        other.append([1, 2])

    sheet, diags = loaded(workbook(ROWS, second), "Other")
    assert not said(diags) and sheet is not None
    assert (sheet.header, sheet.rows, sheet.called(0, 1)) == (["a", "b"], [["1", "2"]], "Other!B4: ")


def test_titles_above_the_names_of_the_columns_are_passed_over() -> None:
    sheet, diags = loaded(
        workbook([["Key stage 2"], ["Provisional"], [], *ROWS], lambda sheet: sheet.merge_cells("A1:C1"))
    )
    assert not said(diags) and sheet is not None
    assert (sheet.header, sheet.called(1, 2)) == (["School", "2026", "Cost"], "Sheet!C6: ")
    assert sheet.formats == loaded(workbook(ROWS))[0].formats  # type: ignore[union-attr]


def test_words_merged_over_rows_stand_in_each_and_numbers_in_the_first() -> None:
    rows = [["School", "Pupils", "Share"], ["Ash", 12, 0.5], [None, None, 0.25], [], ["Elm", 14, 0.75]]

    def merge(sheet: Any) -> None:
        sheet.merge_cells("A2:A4")
        sheet.merge_cells("B2:B3")

    found, diags = loaded(workbook(rows, merge))
    assert found is not None and not len(diags)
    assert found.rows == [["Ash", "12", "0.5"], ["Ash", "", "0.25"], ["Elm", "14", "0.75"]]


@pytest.mark.parametrize(
    ("code", "format"),
    [
        ('"£"#,##0.00', "currency:GBP:2"),
        ("[$£-809]#,##0", "currency:GBP:0"),
        ("[$€-2] #,##0.00", "currency:EUR:2"),
        ('_-"£"* #,##0.00_-;-"£"* #,##0.00_-', "currency:GBP:2"),
        ("#,##0.0", "number:1"),
        ("0%", "percent:0"),
        ("dd/mm/yyyy", None),
    ],
)
def test_money_is_shown_as_the_workbook_shows_it(code: str, format: str | None) -> None:
    def change(sheet: Any) -> None:
        sheet["B2"].number_format = code

    found, _ = loaded(workbook([["School", "Cost"], ["Ash", 1200.5]], change))
    assert found is not None and found.formats.get(1) == format


def test_a_hidden_sheet_is_not_the_first() -> None:
    def hidden(sheet: Any) -> None:
        other = sheet.parent.create_sheet("Shown")
        other.append(["a"])
        other.append([1])
        sheet.sheet_state = "hidden"

    sheet, _ = loaded(workbook(ROWS, hidden))
    assert sheet is not None and sheet.header == ["a"]


def told(data: bytes, sheet: str | None = None) -> list[str]:
    return [f"{one.span.line}:{one.span.col} {one.code}: {one.message}" for one in loaded(data, sheet)[1]]


def test_a_workbook_is_read_once_by_all_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    world = MemoryWorld({"d.xlsx": workbook(ROWS)})
    asked = SheetFile("d.xlsx", Span(FILE, 1, 7, 1, 12))
    first = load_sheet(world, asked, Diagnostics())
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    again = load_sheet(world, asked, Diagnostics())
    assert first is not None and again is not None
    assert (again.header, again.rows, again.called(0, 1)) == (first.header, first.rows, "Sheet!B2: ")


def test_a_damaged_memory_of_a_workbook_is_forgotten() -> None:
    world = MemoryWorld({"d.xlsx": workbook(ROWS)})
    asked = SheetFile("d.xlsx", Span(FILE, 1, 7, 1, 12))
    load_sheet(world, asked, Diagnostics())
    [key] = world._cache
    for damaged in (b"", b"\x93", world._cache[key][:-9]):
        world._cache[key] = damaged
        sheet = load_sheet(world, asked, Diagnostics())
        assert sheet is not None and sheet.header == ["School", "2026", "Cost"]


def test_an_unknown_sheet_is_said_with_those_there_are() -> None:
    [found] = loaded(workbook(ROWS), "Sheat")[1]
    assert (str(found.span), found.code, found.hint) == ("slides/a.yaml:2:3", "unknown-sheet", 'did you mean "Sheet"?')


def test_a_formula_without_a_value_is_refused_by_its_cell() -> None:
    [found] = told(workbook([*ROWS, ["All", "=SUM(B2:B3)", 2]]))
    assert "has formulas without values: Sheet!B4" in found


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_entities_are_refused(part: str) -> None:
    def bombed(name: str, data: bytes) -> bytes:
        return BOMB + data.partition(b"?>")[2] if name == part else data

    [found] = told(repacked(workbook(ROWS), bombed))
    assert "declares XML entities" in found


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b"\0" * 101_000_000)
    [found] = told(file.getvalue())
    assert "unpacks to more" in found


def test_a_row_far_below_is_refused() -> None:
    def far(name: str, data: bytes) -> bytes:
        return data.replace(b'<row r="3"', b'<row r="999999999"').replace(b'r="A3"', b'r="A999999999"')

    [found] = told(repacked(workbook(ROWS), far))
    assert "more than 100,000 rows" in found or "damaged" in found


def test_a_false_dimension_is_not_believed() -> None:
    def wide(name: str, data: bytes) -> bytes:
        return data.replace(b'<dimension ref="A1:C3"/>', b'<dimension ref="A1:XFD1048576"/>')

    data = repacked(workbook(ROWS), wide)
    assert data != workbook(ROWS)
    sheet, _ = loaded(data)
    assert sheet is not None and sheet.header == ["School", "2026", "Cost"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "is damaged, or no workbook"),
        (b"PK\x03\x04", "is damaged, or no workbook"),
        (b"School,2026\n", "is damaged, or no workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "has a password"),
        (encrypted(workbook(ROWS), "xl/worksheets/sheet1.xml"), "has a password, which a zip program has put on it"),
        (workbook([]), "has nothing in its sheet"),
        (workbook([["a", "b"]]), "has only a header in its sheet"),
        (workbook([["a"] * 1 + [f"c{n}" for n in range(501)], [1] * 502]), "has more than 500 columns"),
        (workbook([["a", "a"], [1, 2]]), 'Sheet!B1: two columns are called "a"'),
    ],
)
def test_what_can_not_be_used_is_refused_where_it_is_named(data: bytes, expected: str) -> None:
    [found] = told(data)
    assert found.startswith("1:7 ") and expected in found


def hiding(sheet: Any) -> None:
    """Hide the column of 2026, and the row of Ash."""
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True


def as_libreoffice(name: str, data: bytes) -> bytes:
    return data.replace(b'hidden="1"', b'hidden="true"')


@pytest.mark.parametrize("written", [lambda _, data: data, as_libreoffice])
def test_what_is_hidden_is_warned_of_where_it_would_be_shown(written: Callable[[str, bytes], bytes]) -> None:
    data = repacked(workbook(ROWS, hiding), written)
    for _ in range(2):  # as it is read, and as it is kept
        found, diags = table("data: d.xlsx\n", {"d.xlsx": data})
        assert found is not None and len(found.rows) == 2
        assert said(diags) == [
            'warning 1:7 hidden-column: Sheet!B1: the column "2026" is hidden in the workbook, and shown here (name the'
            " columns that are wanted: columns: [School, Cost])",
            "warning 1:7 hidden-rows: a row that is hidden in the workbook is shown here: Sheet!A3 (choose rows with"
            " where:, or show them in the workbook if they are meant)",
        ]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("columns: [School, 2026], where: {School: Fell}", []),
        ("columns: [School, Cost], limit: 1", []),
        ("columns: [School]", ["hidden-rows"]),
    ],
)
def test_what_is_asked_for_by_name_may_be_hidden(choice: str, expected: list[str]) -> None:
    found, diags = table(f"data: {{file: d.xlsx, {choice}}}\n", {"d.xlsx": workbook(ROWS, hiding)})
    assert found is not None
    assert [one.code for one in diags] == expected


def test_a_hidden_sheet_is_read_where_it_is_named_alone() -> None:
    def two_sheets(sheet: Any) -> None:
        other = sheet.parent.create_sheet("Seen")
        for row in [["School", "2026"], ["Oak", 1]]:
            other.append(row)
        sheet.sheet_state = "hidden"
        sheet.parent.active = 1

    data = workbook(ROWS, two_sheets)
    assert [sheet.rows[0][0] for sheet, _ in (loaded(data), loaded(data, "Sheet")) if sheet] == ["Oak", "Fell"]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_a_damaged_workbook_never_makes_the_reader_fail(seed: int, count: int) -> None:
    data = bytearray(workbook(ROWS))
    for number in range(count):
        data[(seed * (number + 7)) % len(data)] ^= (seed >> (number % 24)) & 0xFF
    sheet, diags = loaded(bytes(data))
    assert sheet is not None or diags.errors


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"]), st.integers(0, 10**6))
def test_damaged_parts_never_make_the_reader_fail(part: str, seed: int) -> None:
    def cut(name: str, data: bytes) -> bytes:
        start = seed % max(1, len(data))
        return data[:start] + data[start + 1 + seed % 20 :] if name == part else data

    sheet, diags = loaded(repacked(workbook(ROWS), cut))
    assert sheet is not None or diags.errors
