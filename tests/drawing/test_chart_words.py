"""A chart's drawn words are those that PowerPoint shows of its markup."""

from __future__ import annotations

import io
import re
from collections import Counter
from decimal import Decimal
from zipfile import ZipFile

import pytest

from deckgen.drawing import Element, Words
from deckgen.scene import Chart
from deckgen.units import to_pt
from tests.drawing.chart_words import formatted, shown
from tests.drawing.charts import gallery
from tests.drawing.pages import BRANDS, drawn_slide, of_node, words

CENTRED = 0.02


def parts(data: bytes) -> list[bytes]:
    """The chart parts of a .pptx in the order of their slides."""
    with ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"ppt/charts/chart\d+\.xml", name)]
        return [archive.read(name) for name in sorted(names, key=lambda name: int(re.sub(r"\D", "", name)))]


def figures(brand: str) -> list[tuple[Chart, Element]]:
    drawing = gallery(brand)[1]
    return [
        (node, of_node(page.elements, node.name)[0])
        for slide, page in zip(drawing.deck.slides, drawing.pages(), strict=True)
        for node in slide.nodes
        if isinstance(node, Chart)
    ]


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("1234.5", "#,##0.0", "1,234.5"),
        ("-3", '" "#,##0.00"p";"−"#,##0.00"p"" "', "−3.00p "),
        ("3", '" "#,##0.00"p";"−"#,##0.00"p"" "', " 3.00p"),
        ("0.945", "0%", "95%"),
        ("82.4", '0.0"%"', "82.4%"),
        ("-3400.5", "[$£]#,##0.0", "-£3,400.5"),
    ],
)
def test_format_codes_are_read_as_excel_reads_them(number: str, code: str, text: str) -> None:
    assert formatted(Decimal(number), code) == text


@pytest.mark.parametrize("brand", BRANDS)
def test_the_words_of_a_chart_are_those_of_its_markup(brand: str) -> None:
    found = figures(brand)
    markup = parts(gallery(brand)[0])
    assert len(found) == len(markup)
    for (chart, element), xml in zip(found, markup, strict=True):
        drawn = Counter(mark.text.strip() for mark in words([element]))
        assert drawn == shown(xml), chart.span


@pytest.mark.parametrize("brand", BRANDS)
def test_words_stand_where_they_were_measured(brand: str) -> None:
    for chart, element in figures(brand):
        measured = sorted((w.line.text, to_pt(w.line.x), to_pt(w.line.baseline)) for w in chart.words)
        drawn = sorted((mark.text, mark.x, mark.baseline) for mark in words([element]))
        for (text, x, y), (said, left, baseline) in zip(measured, drawn, strict=True):
            assert text == said and abs(x - left) < CENTRED and abs(y - baseline) < CENTRED


def test_a_series_brings_its_labels_and_the_axes_keep_theirs() -> None:
    by_form = {chart.form: (chart, element) for chart, element in figures("plain")[:7]}
    chart, element = by_form["line"]
    series = {child.series: texts(child) for child in element.children if isinstance(child, Element)}
    orders = {one.order: one.name for one in chart.series}
    assert {number: said[0] for number, said in series.items()} == orders
    axes = [child.text for child in element.children if isinstance(child, Words)]
    assert axes == ["91", "93", "95", "97", "2019", "2021", "2023", "2025"]
    chart, element = by_form["stacked"]
    [first] = [child for child in element.children if isinstance(child, Element) and child.series == 0]
    assert texts(first) == ["12", "17", "22", "29"]


def test_what_a_build_brings_in_is_drawn_as_a_part() -> None:
    drawing = drawn_slide(
        "kind: chart\ntitle: T\nbuild: true\ntype: line\ncategories: ['1', '2']\nfocus: A\nsource: S\n"
        "series:\n  - {name: A, values: [1, 2]}\n  - {name: B, values: [2, 1]}\n"
    )
    [slide], page = drawing.deck.slides, drawing.page(0)
    reveals = [reveal for step in slide.build for reveal in step]
    assert [reveal.series for reveal in reveals] == [0, 1]
    for reveal in reveals:
        [figure] = of_node(page.elements, reveal.node)
        found = [child for child in figure.children if isinstance(child, Element) and child.series == reveal.series]
        assert len(found) == 1 and texts(found[0])[0] == "BA"[reveal.series or 0]


def texts(element: Element) -> list[str]:
    return [mark.text for mark in words([element])]


ROOM = 37
"""Points: a scatter's names may reach into the margin, a label at a line's end above the frame."""


@pytest.mark.parametrize("brand", BRANDS)
def test_no_word_leaves_its_chart(brand: str) -> None:
    for chart, element in figures(brand):
        rect = chart.rect
        left, top, right, foot = (to_pt(side) for side in (rect.x, rect.y, rect.right, rect.bottom))
        for mark in words([element]):
            assert left - 0.1 <= mark.x and mark.x + mark.width <= right + ROOM, (chart.span, mark.text)
            assert top - ROOM / 2 <= mark.baseline - mark.size * 0.75 and mark.baseline <= foot + 0.1, mark.text
