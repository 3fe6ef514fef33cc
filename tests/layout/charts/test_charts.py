"""Charts laid out: nothing runs over, the focus is the one loud thing, and places are the design's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from deckgen.api import open_project
from deckgen.diagnostics import NOWHERE
from deckgen.layout.charts.alt import alt_text
from deckgen.layout.charts.model import Cell, ChartData, NumberFormat, SeriesData
from deckgen.overlay import OverlayWorld
from deckgen.scene import Chart, ChartWords, Color, Shape, Slide, Table, TextBox
from deckgen.spec.formats import Format
from deckgen.spec.types.amounts import Amount
from deckgen.units import to_pt
from deckgen.worlds import DiskWorld
from tests.layout.slides import fitting
from tests.support.tools import ROOT

FORMS = ("bar", "column", "stacked", "line", "area", "doughnut", "scatter")


@cache
def laid_out(yaml: str, brand: str = "plain", language: str = "en-GB") -> Slide:
    """The slide of a chart; `yaml` is what it says beside kind and title."""
    deck = f"title: T\nbrand: {brand}\nlanguage: {language}\nslides:\n  - use: chart\n"
    files: dict[str, str | bytes] = {
        "slides/chart.yaml": f"kind: chart\ntitle: A chart\nsource: S\n{yaml}",
        "decks/talk.yaml": deck,
    }
    opened = open_project(OverlayWorld(files, below=DiskWorld(str(ROOT), today=date(2026, 1, 5))))
    compiled = opened.compile("talk")
    said = [d for d in opened.diagnostics if d.span.file == "slides/chart.yaml"]
    assert compiled.scene is not None and compiled.scene.slides, said
    return compiled.scene.slides[0]


def chart(yaml: str, **settings: Any) -> Chart:
    return next(node for node in laid_out(yaml, **settings).nodes if isinstance(node, Chart))


def words(found: Chart, text: str) -> ChartWords:
    return next(one for one in found.words if one.line.text == text)


READING = """
categories: [Wren Green, St Aidan’s, Moor Lane, Millbrook, Holy Trinity, Fell View]
series:
  - {name: "2026", values: [82, 80, 77, 75, 73, 70]}
  - {name: "2023", values: [71, 74, 62, 58, 66, 54]}
focus: "2026"
unit: "%"
"""
ATTENDANCE = """
type: line
categories: [2019, 2020, 2021, 2022, 2023, 2024, 2025]
series:
  - {name: Our trust, values: [95.8, 95.1, 92.4, 92.9, 94.1, 95.2, 95.9]}
  - {name: England, values: [96.0, 95.3, 92.6, 92.2, 93.0, 93.6, 94.2]}
focus: Our trust
"""
SPENDING = """
type: doughnut
categories: [Teachers, Teaching assistants, Class resources, Buildings, Trust services]
series: {name: Spending, values: [61, 17, 11, 6, 5]}
focus: [Teachers, Teaching assistants, Class resources]
unit: p
"""


@pytest.mark.parametrize("brand", ["plain", "cst", "cranmer"])
def test_bars_stand_where_the_design_has_them(brand: str) -> None:
    found = chart(READING, brand=brand)
    assert [to_pt(side) for side in (found.plot.x, found.plot.y, found.plot.w, found.plot.h)] == [488, 44.5, 390, 372]
    # geometry.json: the first pair's middle at 75.5; 82% begins at 815.8, 71 at 772.9; names end at 476.
    assert to_pt(words(found, "82%").line.x) == pytest.approx(815.8, abs=0.1)
    assert to_pt(words(found, "71").line.x) == pytest.approx(772.9, abs=0.1)
    name = words(found, "Wren Green").line
    assert to_pt(name.x + name.width) == pytest.approx(476, abs=0.1)
    assert (found.gap, found.overlap) == (60, -4)


def stacked(**more: Any) -> list[str]:
    """The numbers in a stack of two series."""
    series = [{"name": "Teaching", "values": [24, 4]}, {"name": "Forms", "values": [20, 50]}]
    fields = {"categories": ["Small", "Large"], "series": series, "unit": " min", "source": "Diaries", **more}
    slide = fitting(kind="chart", type="stacked", title="A day", **fields)
    found = next(node for node in slide.nodes if isinstance(node, Chart))
    return [one.line.text for one in found.words if one.line.text[0].isdigit()]


def test_a_stacks_focus_has_its_unit_where_there_is_room() -> None:
    assert stacked(focus="Forms") == ["24", "4", "20 min", "50 min"]
    assert stacked(focus="Teaching") == ["24 min", "4", "20", "50"]


def test_a_stack_without_focus_has_its_unit_once_in_each_bar() -> None:
    assert stacked() == ["24 min", "4", "20", "50"]


def test_lines_stand_where_the_design_has_them() -> None:
    found = chart(ATTENDANCE)
    assert [to_pt(side) for side in (found.plot.x, found.plot.y, found.plot.w, found.plot.h)] == [384, 60, 408, 336]
    axis = found.value_axis
    assert axis is not None and (axis.low, axis.high, axis.step) == ("91", "97", "2")
    assert to_pt(words(found, "Our trust").line.x) == 808
    shown = [one.line.text for one in found.words if one.line.text.startswith("20")]
    assert shown == ["2019", "2021", "2023", "2025"]


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        (range(2015, 2026, 2), [2015, 2017, 2019, 2021, 2023, 2025]),
        (range(2019, 2026), [2019, 2021, 2023, 2025]),
        (range(2014, 2025), [2014, 2019, 2024]),
        (range(2016, 2024), [*range(2016, 2024)]),
        (range(2010, 2024), [2010, 2023]),
        (range(2022, 2024), [2022, 2023]),
        (range(2000, 2025), [2000, 2006, 2012, 2018, 2024]),
    ],
)
@pytest.mark.parametrize("form", ["line", "area"])
def test_the_first_and_the_last_year_are_named_and_others_at_equal_distances(
    form: str, years: range, shown: list[int]
) -> None:
    values = ", ".join(str(10 + n) for n in range(len(years)))
    found = chart(f"type: {form}\ncategories: {list(years)}\nseries: {{name: Pupils, values: [{values}]}}\n")
    named = [one.line.text for one in found.words if one.line.text in map(str, years)]
    assert named == list(map(str, shown))
    assert found.category_axis is not None
    # What PowerPoint shows: the first category, and every `skip`th after it (c:tickLblSkip, ECMA-376 21.2.2.208).
    assert [str(year) for year in years[:: found.category_axis.skip]] == named


@pytest.mark.parametrize("count", range(2, 60))
def test_however_many_years_there_are_the_last_is_named(count: int) -> None:
    names, values = [*range(1960, 1960 + count)], [10 + n for n in range(count)]
    found = chart(f"type: line\ncategories: {names}\nseries: {{name: Pupils, values: {values}}}\n")
    named = [one.line.text for one in found.words if one.line.text in map(str, names)]
    assert (named[0], named[-1]) == ("1960", str(1959 + count))
    assert len(named) <= 8


def test_eight_years_without_room_for_all_are_named_at_their_ends() -> None:
    years = [f"20{n}20{n + 1}" for n in range(16, 24)]
    found = chart(f"type: line\ncategories: {years}\nseries: {{name: Pupils, values: [1, 2, 3, 4, 5, 6, 7, 8]}}\n")
    assert [one.line.text for one in found.words if one.line.text in years] == ["20162017", "20232024"]


def test_a_doughnut_has_its_figure_and_its_parts_as_a_table() -> None:
    slide = laid_out(SPENDING)
    figure = next(node for node in slide.nodes if isinstance(node, TextBox) and node.name == "figure")
    assert figure.paragraphs[0].text == "89p", "what the parts in focus come to"
    table = next(node for node in slide.nodes if isinstance(node, Table))
    cells = [[cell.paragraphs[0].text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["Teachers", "61p"] and len(cells) == 5
    bold = [row.cells[1].paragraphs[0].runs[0].bold for row in table.rows]
    assert bold == [True, True, True, False, False]
    squares = [node for node in slide.nodes if isinstance(node, Shape)]
    ring = next(node for node in slide.nodes if isinstance(node, Chart))
    assert [square.fill for square in squares] == [point.fill for point in ring.series[0].points]
    assert [to_pt(value) for value in (squares[0].rect.x, squares[0].rect.y)] == [652, 118]


def test_a_part_with_a_name_of_two_lines_has_a_higher_row_and_its_square_in_the_middle_of_it() -> None:
    slide = laid_out(SPENDING.replace("Class resources", "Books and other resources"))
    table = next(node for node in slide.nodes if isinstance(node, Table))
    assert [to_pt(row.height) for row in table.rows] == [50, 50, 62, 50, 50]
    top, foot = to_pt(table.rect.y) + 100, to_pt(table.rect.y) + 162
    first, second = [to_pt(line.baseline) for line in table.rows[2].cells[0].lines]
    size = table.rows[2].cells[0].style.size
    assert first - size * 0.72 - top > 7 and foot - second - size * 0.21 > 7, "capitals and descenders clear the rules"
    squares = [node for node in slide.nodes if isinstance(node, Shape)]
    assert to_pt(squares[2].rect.y) + 7 == (top + foot) / 2


def test_the_focus_is_bold_with_its_unit_and_context_quiet_without() -> None:
    found = chart(READING)
    focus, context = words(found, "82%").look, words(found, "71").look
    assert focus.bold and not context.bold
    assert context.color == Color("accent6")
    codes = [series.label.format for series in found.series if series.label]
    assert '"%"' in codes[0] and "%" not in codes[1]


def test_a_category_in_focus_is_the_only_bar_in_the_focus_colour() -> None:
    found = chart("categories: [A, B, C]\nseries: {name: X, values: [1, 3, 2]}\nfocus: B\n")
    series = found.series[0]
    assert series.color == Color("accent2")
    assert [(point.index, point.fill) for point in series.points] == [(1, Color("accent1"))]


def test_the_focus_is_drawn_over_other_lines() -> None:
    found = chart(ATTENDANCE)
    assert {series.name: series.order for series in found.series} == {"Our trust": 1, "England": 0}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("brand", ["plain", "cst", "cranmer"])
def test_words_stay_within_the_slide_and_off_the_title(form: str, brand: str) -> None:
    series = "  - {name: First of all, values: [1, 20000, 3.5, 400]}\n"
    if form in ("bar", "column", "stacked", "line", "scatter"):
        series += "  - {name: And the second, values: [12345.6, 20000, 0, 19999]}\n"
    found = chart(f"type: {form}\ncategories: [One, Two and, Three, Four]\nseries:\n{series}", brand=brand)
    for one in found.words:
        assert to_pt(one.line.x) >= 330, one.line.text
        assert to_pt(one.line.x + one.line.width) <= 930, one.line.text
        assert 36 <= to_pt(one.line.baseline) <= 440, one.line.text


def test_values_below_nought_have_room_between_names_and_bars() -> None:
    found = chart("categories: [Maths, Reading]\nseries: {name: Change, values: [-4.5, 7]}\nformat: number:1\n")
    value, name = words(found, "−4.5").line, words(found, "Maths").line
    assert name.x + name.width < value.x, "the value stands left of its bar, right of its name"
    axis = found.value_axis
    assert axis is not None and axis.high == "7" and float(axis.low) < -4.5, "the axis begins before its lowest value"


def test_labels_of_lines_that_end_together_are_moved_apart() -> None:
    found = chart(
        "type: line\ncategories: [2024, 2025]\nseries:\n"
        "  - {name: A, values: [1, 5]}\n  - {name: B, values: [3, 5.1]}\nfocus: A\n"
    )
    shifts = [series.points[0].label.shift for series in found.series if series.points[0].label]
    assert shifts[0] > 0 > shifts[1]
    a, b = words(found, "A").line, words(found, "B").line
    assert to_pt(a.baseline - b.baseline) == pytest.approx(53, abs=0.1), "two lines of 20 pt each, and a quarter em"


def test_labels_of_lines_that_end_close_to_each_other_have_air_between() -> None:
    def gap(value: str) -> float:
        found = chart(
            "type: line\ncategories: [2024, 2025]\nseries:\n"
            f"  - {{name: A, values: [0, 0]}}\n  - {{name: B, values: [10, {value}]}}\nfocus: A\n"
        )
        return to_pt(words(found, "A").line.baseline - words(found, "B").line.baseline)

    near = next(value for value in (f"{n / 10}" for n in range(1, 100)) if gap(value) > 53.1)
    assert [gap(f"{float(near) - n / 10:.1f}") for n in (1, 2, 3)] == pytest.approx([53, 53, 53], abs=0.1)


def test_a_brands_own_chart_colours_are_shades_of_its_theme_where_that_is_exact() -> None:
    context = chart(READING, brand="cst").series[1].color
    assert context.slot == "accent6" and context.lum_mod is not None, "#9485A5 is a tint of accent6"
    assert chart(READING, brand="cranmer").series[1].color == Color("#7B8BBA"), "no shade comes to it"


@pytest.mark.parametrize(
    ("yaml", "alt"),
    [
        (
            "categories: [A, B]\nseries: {name: X, values: [1, 2]}\nfocus: B\nunit: '%'\n",
            "Bar chart. Highest: B, 2%. Lowest: A, 1%. In focus: B, 2%.",
        ),
        (
            ATTENDANCE,
            "Line chart, 2019 to 2025. Our trust: from 95.8 to 95.9, lowest 92.4 in 2021."
            " England: from 96.0 to 94.2, lowest 92.2 in 2022.",
        ),
        (
            SPENDING,
            "Doughnut chart. Teachers 61p, Teaching assistants 17p, Class resources 11p, Buildings 6p,"
            " Trust services 5p.",
        ),
        (f"{READING}alt: Reading rose everywhere.\n", "Reading rose everywhere."),
    ],
)
def test_alt_text_tells_the_numbers(yaml: str, alt: str) -> None:
    assert chart(yaml).alt == alt


def test_alt_text_in_languages_without_words_is_names_and_numbers() -> None:
    found = chart("categories: [A, B]\nseries: {name: X, values: [1.5, 2]}\n", language="sv-SE")
    assert found.alt == "X: A 1,5, B 2,0."


@pytest.mark.parametrize(
    ("language", "alt"),
    [
        ("de-DE", "Liniendiagramm, 2020 bis 2022. X: von 3 bis 2, niedrigster Wert 1 (2021)."),
        ("cy", "Siart llinell, 2020–2022. X: o 3 i 2, isaf 1 (2021)."),
        ("fr", "Graphique en courbes, 2020–2022. X\u00a0: de 3 à 2, minimum 1 (2021)."),
        ("pl", "Wykres liniowy, 2020–2022. X: od 3 do 2, najniższa wartość 1 (2021)."),
        ("ar", "مخطط خطي، من 2020 إلى 2022. X: من 3 إلى 2، أدنى قيمة 1 (2021)."),
        ("ur", "لائن چارٹ، 2020 سے 2022 تک۔ X: 3 سے 2 تک، سب سے کم 1 (2021)۔"),
        ("zh-CN", "折线图，2020 至 2022。 X：从 3 到 2，2021 最低 1。"),
    ],
)
def test_alt_text_is_in_the_decks_language(language: str, alt: str) -> None:
    data = ChartData(
        form="line",
        categories=tuple(Cell(year, NOWHERE) for year in ("2020", "2021", "2022")),
        series=(SeriesData(Cell("X", NOWHERE), tuple(Amount(Decimal(n), NOWHERE) for n in (3, 1, 2))),),
        numbers=NumberFormat(Format("number", 0), "", language),
        span=NOWHERE,
    )
    assert alt_text(data) == alt


def test_alt_text_is_never_long() -> None:
    many = ", ".join(f"A rather long category number {n}" for n in range(8))
    found = chart(f"categories: [{many}]\nseries: {{name: X, values: [1, 2, 3, 4, 5, 6, 7, 8]}}\n", language="fr-FR")
    assert len(found.alt) <= 250


def test_rows_and_files_give_the_same_chart_as_lists() -> None:
    listed = chart(
        "categories: [A, B]\nseries:\n  - {name: X, values: [1, 2]}\n  - {name: Y, values: [3, 4]}\nfocus: X\n"
    )
    rows = chart("columns: [Name, X, Y]\nrows:\n  - [A, 1, 3]\n  - [B, 2, 4]\nfocus: X\n")
    assert [(s.name, s.values) for s in rows.series] == [(s.name, s.values) for s in listed.series]
    assert rows.categories == listed.categories and rows.words == listed.words


GAPS = """
type: line
categories: ["2019", "2020", "2021", "2022", "2023", "2024"]
series:
  - {name: Ours, values: [10, ~, 30, ~, 50, 60]}
  - {name: Theirs, values: [15, 25, 20, 30, 35, ~]}
"""


def test_a_value_between_two_gaps_has_a_dot_since_no_line_shows_it() -> None:
    ours, theirs = chart(GAPS).series
    assert [(point.index, point.marker) for point in ours.points] == [(0, 6), (2, 6), (5, 10)]
    assert [(point.index, point.marker) for point in theirs.points] == [(4, 10)]


def test_a_line_that_ends_early_is_named_there() -> None:
    found = chart(GAPS)
    plot, apart = found.plot, to_pt(found.plot.w) / 5
    ends = [to_pt(words(found, name).line.x) - to_pt(plot.x) for name in ("Ours", "Theirs")]
    assert ends == pytest.approx([5 * apart + 16, 4 * apart + 16], abs=0.01)


def test_the_dots_in_focus_are_the_last_so_that_no_other_covers_them() -> None:
    found = chart(
        "type: scatter\ncategories: [A, B, C, D]\nfocus: [C, A]\nseries:\n"
        "  - {name: X, values: [1, 2, 3, 4]}\n  - {name: Y, values: [5, 6, 7, 8]}\n"
    )
    assert found.categories == ("B", "D", "A", "C")
    assert [series.values for series in found.series] == [("2", "4", "1", "3"), ("6", "8", "5", "7")]
    assert [(point.index, point.label.text) for point in found.series[1].points if point.label] == [(2, "A"), (3, "C")]


def test_where_the_focus_has_no_value_the_others_bear_the_unit() -> None:
    missing = "categories: [Us, All]\nseries: {name: A, values: [~, 93.4]}\nfocus: Us\nunit: '%'"
    assert words(chart(missing), "93.4%")
    there = "categories: [Us, All]\nseries: {name: A, values: [92, 93.4]}\nfocus: Us\nunit: '%'"
    assert words(chart(there), "93.4")
