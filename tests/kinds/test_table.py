"""Tables: figures on their decimal points, data from files, the highlighted column, words for those who can't see."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

import msgspec

from deckgen.brands import Brands
from deckgen.diagnostics import Diagnostic
from deckgen.pipeline import Pipeline
from deckgen.scene import Cell, Slide, Table
from deckgen.units import to_pt
from deckgen.worlds import MemoryWorld

_BRANDS = Brands(MemoryWorld({}))
CSV = "School,Pupils,Share\nBeck Lane,388,0.5\nFell View,1204,0.942\nAsh Lane,96,\n"


def slides(csv: str = CSV, brand: str = "plain", **fields: Any) -> tuple[tuple[Slide, ...], list[Diagnostic]]:
    deck = {"title": "T", "brand": brand, "slides": [{"id": "it", "kind": "table", "title": "Schools", **fields}]}
    files: dict[str, str | bytes] = {"decks/d.yaml": msgspec.json.encode(deck), "assets/data/x.csv": csv}
    pipeline = Pipeline(MemoryWorld(files), brands=_BRANDS)
    compiled = pipeline.compile("d", "full")
    return (compiled.scene.slides if compiled.scene else ()), list(pipeline.diags)


def table(**fields: Any) -> Table:
    found, said = slides(**fields)
    assert not said, said
    return next(node for node in found[0].nodes if isinstance(node, Table))


def column(made: Table, number: int) -> list[Cell]:
    return [row.cells[number] for row in made.rows]


def words(made: Table) -> list[list[str]]:
    return [["".join(p.text for p in cell.paragraphs) for cell in row.cells] for row in made.rows]


def test_a_table_is_read_from_a_file() -> None:
    data = {
        "file": "assets/data/x.csv",
        "columns": ["School", {"name": "Share", "format": "percent:1"}],
        "sort": ["School"],
    }
    made = table(data=data)
    assert words(made) == [["School", "Share"], ["Ash Lane", ""], ["Beck Lane", "50.0%"], ["Fell View", "94.2%"]]
    assert [cell.align for cell in column(made, 1)] == ["r"] * 4


def test_heads_may_be_worded_anew_for_a_file() -> None:
    made = table(data="assets/data/x.csv", head=["How many", "How much"])
    assert words(made)[0] == ["", "How many", "How much"]


def test_a_long_file_goes_on_on_another_slide() -> None:
    csv = "School,Pupils\n" + "".join(f"School {n},{n}\n" for n in range(10))
    found, said = slides(csv, data="assets/data/x.csv", overflow="split")
    assert [slide.id for slide in found] == ["it", "it~2"] and not said


def test_a_long_file_is_a_handout_otherwise() -> None:
    csv = "School,Pupils\n" + "".join(f"School {n},{n}\n" for n in range(10))
    _, said = slides(csv, data="assets/data/x.csv")
    assert [d.code for d in said] == ["wrong-count"] and "handout" in (said[0].hint or "")


def test_figures_stand_on_their_decimal_points() -> None:
    rows = [["a", "12.5%"], ["b", "7%"], ["c", "1,204.75%"], ["d", "–"]]
    made = table(head=["Share"], rows=rows)
    cells = column(made, 1)[1:]
    units = [to_pt(cell.lines[0].x + cell.lines[0].width) for cell in cells[:3]]
    measured = [912 - to_pt(cell.right) for cell in cells[:3]]
    assert [round(end, 1) for end in units] == [round(end, 1) for end in measured]
    right = [to_pt(cell.right) for cell in cells]
    assert right[2] == 0 < right[0] < right[1], "the longest decimals reach the edge"
    assert all(cell.align == "r" for cell in column(made, 1)), "the head stands over its figures"


def test_the_first_column_stays_to_the_left_although_it_counts() -> None:
    made = table(head=["Year", "Pupils"], rows=[["2024", "388"], ["2025", "401"]])
    assert [cell.align for cell in column(made, 0)] == ["l"] * 3
    made = table(head=["Year", "Pupils"], rows=[["2024", "388"]], **{"row-heads": False})
    assert [cell.align for cell in column(made, 0)] == ["r"] * 2 and not made.first_column


def test_the_last_column_is_highlighted_by_the_tables_style() -> None:
    made = table(head=["Head", "Board"], rows=[["Staff", "Appoints", "Approves"]], highlight="board")
    head, cell = column(made, 2)
    assert made.last_column and head.fill is not None and cell.fill is None
    assert cell.style.bold and cell.paragraphs[0].bold is None


def test_another_column_is_highlighted_by_its_cells() -> None:
    made = table(head=["Head", "Board"], rows=[["Staff", "Appoints", "Approves"]], highlight="Head")
    head, cell = column(made, 1)
    assert not made.last_column and head.fill == cell.fill is not None
    assert cell.paragraphs[0].bold and not cell.style.bold


def test_a_row_is_as_high_as_its_tallest_cell() -> None:
    tall = "Appoints teachers, and is told of everything that anybody else ever does"
    made = table(head=["Head", "Board"], rows=[["Staff", tall, "Approves"], ["Budget", "Proposes", "Approves"]])
    lines = len(made.rows[1].cells[1].lines)
    cell = made.rows[1].cells[1]
    assert lines > 1 and to_pt(made.rows[1].height) == lines * 24 + to_pt(cell.top + cell.bottom)
    assert to_pt(made.rows[2].height) == 58
    assert {c.anchor for c in made.rows[1].cells} == {"t"}, "the row reads across"


def test_words_begin_as_far_below_the_rule_in_a_row_of_several_lines_as_in_one_of_a_single() -> None:
    long = "A school with a name of two lines"
    for count in (1, 4):  # rows of 58, and of 46
        made = table(head=["School", "A", "B", "C"], rows=[[long, "1", "2", "3"], *[["Ash", "1", "2", "3"]] * count])
        assert len({round(below) for below in first_lines(made)[1:]}) == 1


def test_words_are_closer_to_the_rules_before_a_table_is_refused() -> None:
    long = "A school with a name of two lines"
    rows = [*[[long, "1", "2", "3"]] * 4, ["Ash", "1", "2", "3"]]
    made = table(head=["School", "A", "B", "C"], rows=rows, widths=[1, 1, 1, 1])
    several, single = first_lines(made)[1], first_lines(made)[-1]
    assert several < single


def first_lines(made: Table) -> list[float]:
    """How far below its row's top the first baseline of each row is."""
    tops = accumulate([row.height for row in made.rows], initial=made.rect.y)
    return [to_pt(row.cells[0].lines[0].baseline - top) for top, row in zip(tops, made.rows, strict=False)]


def test_widths_share_the_slide() -> None:
    made = table(head=["Head", "Board"], rows=[["a", "b", "c"]], widths=[2, 1, 1])
    assert [round(to_pt(width)) for width in made.columns] == [420, 228, 216]
    assert sum(made.columns) == made.rect.w


def test_columns_are_as_wide_as_their_words_where_equal_ones_would_make_it_too_high() -> None:
    names = ["Larkfield Primary", "St Brendan’s CE Primary", "Quarry Bank Academy", "The Marsh School", "Tanner’s Row"]
    rows = [[name, "412", "38.5", "95.2%", "81%"] for name in names]
    head = ["School", "Pupils", "Staff", "Attendance", "Reading"]
    made = table(head=head, rows=rows)
    widths = [to_pt(width) for width in made.columns]
    assert widths[0] > 1.5 * widths[1] and round(sum(widths)) == 864
    assert all(len(row.cells[0].lines) == 1 for row in made.rows)
    equal = table(head=head, rows=[[name.split()[0], *row[1:]] for name, row in zip(names, rows, strict=True)])
    assert max(equal.columns[1:-1]) - min(equal.columns[1:-1]) <= 1


def test_a_word_that_no_column_holds_is_told_of_equal_ones() -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitän"
    _, said = slides(head=["Head", "Board"], rows=[["Staff", long, long]])
    assert {one.code for one in said} == {"too-wide"}


def test_words_for_those_who_cannot_see_it_are_made_or_given() -> None:
    fields = {"head": ["Head", "Board"], "rows": [["a", "b", "c"]]}
    assert table(**fields).alt == "Table: 1 row, 3 columns. Head, Board."
    assert table(**fields, alt="Who decides what").alt == "Who decides what"


def test_rows_may_be_data_for_named_columns() -> None:
    columns = ["School", {"name": "Share", "as": "This year", "format": "number:1"}]
    made = table(columns=columns, rows={"Beck Lane": 0.5, "Fell View": 12})
    assert words(made) == [["School", "This year"], ["Beck Lane", "0.5"], ["Fell View", "12.0"]]
    made = table(rows=[{"School": "Beck Lane", "Share": "5%"}, {"School": "Fell View", "Share": "7%"}])
    assert words(made) == [["School", "Share"], ["Beck Lane", "5%"], ["Fell View", "7%"]]


def test_rows_of_cells_may_begin_with_their_labels() -> None:
    made = table(head=["Head", "Board"], rows={"Staff": ["Appoints", "Approves"], "Budget": ["Proposes", ""]})
    assert words(made)[1:] == [["Staff", "Appoints", "Approves"], ["Budget", "Proposes", ""]]


def test_heads_and_columns_are_one_too_many() -> None:
    _, said = slides(head=["a"], columns=["b", "c"], rows=[["x", 1]])
    assert [d.code for d in said] == ["two-choices"]


def test_a_single_last_word_is_cured_by_the_cells_right_margin() -> None:
    words_ = "Sets the budget for all schools together"
    made = table(head=["Head", "Board", "Trust"], rows=[["Staff", words_, "a", "b"], ["Staff", "b", words_, "a"]])
    for cell in (made.rows[1].cells[1], made.rows[2].cells[2]):
        assert len(cell.lines) == 2 and len(cell.lines[1].text.split()) > 1
        assert cell.right >= made.rows[1].cells[0].right
