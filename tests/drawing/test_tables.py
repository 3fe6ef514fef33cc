"""Tables drawn: cells by what they are, in the look that the brand's table style gives them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

import pytest
from msgspec.structs import replace

from deckgen.brand.table_look import table_parts
from deckgen.drawing import Drawing, Element, Outline, Words
from deckgen.drawing.sheet import Sheet
from deckgen.drawing.tables import table_element
from deckgen.scene import Color, Table
from deckgen.units import to_pt
from tests.drawing.charts import area, outlines, points
from tests.drawing.pages import BRANDS, drawn_slide, kinds_drawn, within, words

PLAIN = """
kind: table
title: Three ways to work together
head: [Partnership, Federation, School Trust]
rows:
  - [Who is accountable, Each school, One governing body, "[One board](https://example.org)"]
  - [Shared staff, By goodwill, Possible, By contract]
  - [Shared money, "No", Seldom, "Yes"]
highlight: School Trust
"""
SPANNED = """
kind: table
title: Attendance
head: [School, Pupils, Share, Change]
rows:
  - [Fell View, "1,204", 94.2%, "+1.25"]
  - [Beck Lane, {text: 388, rows: 2}, 95%, "–0.4"]
  - [St Oswald’s, 93.75%, –]
  - Wren Valley: [{text: "Joined in **September**", span: 3}]
highlight: Share
"""


def table_of(drawing: Drawing, index: int = 0) -> Table:
    return next(node for node in drawing.deck.slides[index].nodes if isinstance(node, Table))


def sheet_of(drawing: Drawing, **changed: object) -> Sheet:
    layout = drawing.layouts[drawing.deck.slides[0].layout]
    return Sheet(replace(drawing.brand, **changed), drawing.measurer, layout, {})  # type: ignore[arg-type]


def drawn(yaml: str, brand: str = "plain", deck: str = "") -> tuple[Table, Element, Sheet]:
    drawing = drawn_slide(yaml, brand=brand, deck=deck)
    table, sheet = table_of(drawing), sheet_of(drawing)
    return table, table_element(table, sheet), sheet


def rows(element: Element) -> list[list[Element]]:
    found = [child for child in element.children if isinstance(child, Element) and child.role == "TR"]
    return [[cell for cell in row.children if isinstance(cell, Element)] for row in found]


def look(element: Element) -> list[Outline]:
    """Fills and rules, which are decoration."""
    return [
        mark
        for child in element.children
        if isinstance(child, Element) and child.role == "Artifact"
        for mark in outlines([child])
    ]


def fills(element: Element) -> list[Outline]:
    return [outline for outline in look(element) if outline.fill]


def rules(element: Element) -> Iterator[tuple[float, float, float, float]]:
    """(y, from x, to x, width) of every stretch of a rule."""
    for outline in look(element):
        if outline.stroke:
            ends = points(outline)
            for (left, y), (right, _) in zip(ends[::2], ends[1::2], strict=True):
                yield y, left, right, outline.width


def test_a_table_is_rows_of_heads_and_cells() -> None:
    table, element, _ = drawn(PLAIN)
    assert element.role == "Table" and element.alt == table.alt and element.node == table.name
    head, *body = rows(element)
    assert [(cell.role, cell.scope) for cell in head] == [("TD", ""), *[("TH", "Column")] * 3], "a corner heads nothing"
    for row in body:
        assert [(cell.role, cell.scope) for cell in row] == [("TH", "Row"), *[("TD", "")] * 3]


def test_a_cell_that_spans_others_stands_for_them() -> None:
    _, element, _ = drawn(SPANNED)
    found = [[(cell.columns, cell.rows) for cell in row] for row in rows(element)]
    assert found == [
        [(1, 1)] * 4,
        [(1, 1)] * 4,
        [(1, 1), (1, 2), (1, 1), (1, 1)],
        [(1, 1)] * 3,
        [(1, 1), (3, 1)],
    ]


def test_words_stand_where_they_were_measured() -> None:
    table, element, _ = drawn(SPANNED)
    lines = [line for row in table.rows for cell in row.cells for line in cell.lines]
    found = words(element.children)
    assert "".join(mark.text for mark in found) == "".join(line.text for line in lines)
    starts = {(round(to_pt(line.x), 2), round(to_pt(line.baseline), 2)) for line in lines}
    assert starts <= {(round(mark.x, 2), round(mark.baseline, 2)) for mark in found}


def test_a_link_in_a_cell_is_one() -> None:
    _, element, sheet = drawn(PLAIN)
    [link] = [inner for inner in within([element]) if inner.role == "Link"]
    assert link.link is not None and link.link.url == "https://example.org"
    assert {(mark.color, mark.underline) for mark in words([link])} == {(sheet.color(sheet.link), True)}


def test_the_column_that_is_the_point_stands_on_one_tint_from_head_to_foot() -> None:
    table, element, sheet = drawn(PLAIN)
    assert table.last_column
    [tint] = fills(element)
    rect = table.rect
    wide = to_pt(table.columns[-1])
    assert area(tint) == pytest.approx((to_pt(rect.right) - wide, to_pt(rect.y), wide, to_pt(rect.h)))
    assert tint.fill == sheet.color(sheet.brand.surface("tint").background)
    assert len(tint.path) == 5, "one piece: between two that touch, viewers show a seam"


def test_another_column_is_tinted_as_far_as_no_cell_runs_through_it() -> None:
    table, element, _ = drawn(SPANNED)
    [tint] = fills(element)
    assert area(tint)[3] == pytest.approx(sum(to_pt(row.height) for row in table.rows[:-1]))


def test_rules_stand_between_rows_and_a_heavier_one_below_the_head() -> None:
    table, element, _ = drawn(PLAIN)
    found = sorted(rules(element))
    edges = list(accumulate([to_pt(row.height) for row in table.rows], initial=to_pt(table.rect.y)))
    assert [y for y, *_ in found] == pytest.approx(edges[1:-1])
    assert [width for *_, width in found] == [1.5, 0.75, 0.75]
    assert {(left, right) for _, left, right, _ in found} == {(to_pt(table.rect.x), to_pt(table.rect.right))}


def test_no_rule_runs_through_a_cell() -> None:
    table, element, _ = drawn(SPANNED)
    edges = list(accumulate([to_pt(row.height) for row in table.rows], initial=to_pt(table.rect.y)))
    cut = [end for y, left, right, _ in rules(element) if y == pytest.approx(edges[3]) for end in (left, right)]
    x = [to_pt(table.rect.x + width) for width in accumulate(table.columns, initial=0)]
    assert cut == pytest.approx([x[0], x[1], x[2], x[4]])


def test_bands_take_the_place_of_rules() -> None:
    drawing = drawn_slide(PLAIN.replace("highlight: School Trust", ""))
    table, sheet = replace(table_of(drawing), banded=True), sheet_of(drawing, banded_tables=True)
    element = table_element(table, sheet)
    bands = [side for band in fills(element) for _, top, _, high in pieces(band) for side in (top, top + high)]
    edges = list(accumulate([to_pt(row.height) for row in table.rows], initial=to_pt(table.rect.y)))
    assert bands == pytest.approx([edges[1], edges[2], edges[3], edges[4]])
    assert len(list(rules(element))) == 1, "that below the head"


def pieces(outline: Outline) -> list[tuple[float, float, float, float]]:
    ends = points(outline)
    return [area(Outline(path=tuple(("L", *end) for end in ends[n : n + 4]))) for n in range(0, len(ends), 4)]


@pytest.mark.parametrize("brand", BRANDS)
def test_words_have_the_colours_of_the_style(brand: str) -> None:
    _, element, sheet = drawn(PLAIN, brand)
    parts = {part.name: part.text for part in table_parts(sheet.brand)}
    body = rows(element)[2]
    expected = [parts["firstCol"], parts["wholeTbl"], parts["wholeTbl"], parts["lastCol"]]
    assert [only(cell).color for cell in body] == [sheet.color(color) for color in expected if color]
    assert only(rows(element)[0][1]).color == sheet.color(parts["firstRow"] or Color("dk1"))


@pytest.mark.parametrize("brand", BRANDS)
def test_what_the_style_sets_bold_was_measured_bold(brand: str) -> None:
    """A drawn cell is as bold as it was measured, PowerPoint's as its style says: both are the same."""
    for index, slide in enumerate(kinds_drawn(brand).deck.slides):
        if not any(isinstance(node, Table) for node in slide.nodes):
            continue
        table = table_of(kinds_drawn(brand), index)
        bold = {part.name for part in table_parts(kinds_drawn(brand).brand) if part.bold}
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row.cells):
                last = table.last_column and column == len(table.columns) - 1 and "lastCol" in bold
                head = table.header and number == 0 and "firstRow" in bold
                assert cell.covered or cell.style.bold == bool(head or last), (slide.id, number, column)


def test_a_table_read_from_the_right_begins_there() -> None:
    table, element, _ = drawn(PLAIN, deck="language: ar\n")
    assert table.rtl
    [tint] = fills(element)
    assert area(tint)[0] == pytest.approx(to_pt(table.rect.x)), "the last column is at the left"
    first = only(rows(element)[2][0])
    assert first.x + first.width == pytest.approx(to_pt(table.rect.right), abs=0.1)


@pytest.mark.parametrize("brand", BRANDS)
def test_a_style_draws_nothing_that_drawing_leaves_out(brand: str) -> None:
    """Lines at the sides and between columns, and a last row of its own, are in no style so far."""
    for part in table_parts(kinds_drawn(brand).brand):
        assert not any(part.edges.get(side) for side in ("left", "right", "insideV")), part.name


@pytest.mark.parametrize("brand", BRANDS)
def test_nothing_of_a_table_lies_outside_it(brand: str) -> None:
    drawing = kinds_drawn(brand)
    met = 0
    for index, slide in enumerate(drawing.deck.slides):
        tables = [node for node in slide.nodes if isinstance(node, Table)]
        for table in tables:
            met += 1
            element = next(e for e in within(drawing.page(index).elements) if e.role == "Table")
            rect = table.rect
            left, top, right, foot = (to_pt(side) - 0.02 for side in (rect.x, rect.y, rect.right, rect.bottom))
            for x, y in [place for outline in outlines([element]) for place in points(outline)]:
                assert left <= x <= right + 0.04 and top <= y <= foot + 0.04, slide.id
            for mark in words([element]):
                assert left <= mark.x and top < mark.baseline < foot, mark.text
                hangs = mark.text.endswith(" ")  # the blank that a line was broken at
                assert hangs or mark.x + mark.width <= right + 1, mark.text
    assert met >= 6


def test_a_decorative_table_is_read_by_nobody() -> None:
    drawing = drawn_slide(PLAIN)
    element = table_element(replace(table_of(drawing), decorative=True), sheet_of(drawing))
    assert element.role == "Artifact" and not any(isinstance(child, Element) for child in element.children)
    assert [mark for mark in element.children if isinstance(mark, Words)]


def only(cell: Element) -> Words:
    [mark] = words([cell])
    return mark
