"""Figures that a variable gives, as a row of a batch does: in charts, figures and choices of data."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from deckgen.api import open_project
from deckgen.diagnostics import Diagnostics
from deckgen.resolve import Settings
from deckgen.scene import Picture, Table
from deckgen.worlds import MemoryWorld
from tests.resolve.projects import HEAD, bound, deck

CHART = (
    'kind: chart\ntitle: T\nsource: S\ncategories: ["{{ school }}", England]\n'
    'series: [{name: Pupils, values: ["{{ pupils }}", 281]}]\n'
)
FILE = "urn,year,share\n100,2025,0.5\n100,2026,0.7\n200,2025,0.1\n>9,2025,0.3\nnot me,2025,0.4\n"
TABLE = 'kind: table\ntitle: T\ndata: {file: results.csv, columns: [year, share], where: {urn: "{{ urn }}"}}\n'


def spec_of(slide: str, **row: str) -> tuple[Any, list[str]]:
    """What the only slide of a deck holds for a row, and what was said."""
    found, lines = bound(deck("  - use: a\n", HEAD, a=slide), settings=Settings(row=row))
    assert found is not None
    return found.slides[0].spec if found.slides else None, lines


@pytest.mark.parametrize(
    ("cell", "number"),
    [("1240", "1240"), ("1,240", "1240"), ("0.125", "0.125"), (" 7 ", "7"), ("", None)],
)
def test_a_variable_is_a_number_of_a_chart(cell: str, number: str | None) -> None:
    spec, lines = spec_of(CHART, school="Fell View", pupils=cell)
    assert lines == []
    assert (
        spec.chart.series[0].values[0] is None
        if number is None
        else (spec.chart.series[0].numbers[0] == Decimal(number))
    )


def test_a_per_cent_is_a_share_of_one_as_it_is_in_data() -> None:
    spec, lines = spec_of(CHART.replace("281]", '"{{ england }}"]'), school="Fell View", pupils="82%", england="60%")
    assert lines == []
    assert tuple(spec.chart.series[0].numbers) == (Decimal("0.82"), Decimal("0.6"))
    assert spec.chart.numbers.show(Decimal("0.82")) == "82%"


@pytest.mark.parametrize(("cell", "number"), [("82%", Decimal("0.82")), ("", None)])
def test_a_cell_of_rows_is_a_number_or_a_gap(cell: str, number: Decimal | None) -> None:
    rows = 'rows: [["{{ school }}", "{{ share }}"], [England, 60%], [Wales, 61%]]\ncolumns: [Where, Share]\n'
    spec, lines = spec_of(f"kind: chart\ntitle: T\nsource: S\n{rows}", school="Fell View", share=cell)
    assert lines == []
    assert getattr(spec.chart.series[0].values[0], "value", None) == number


def test_a_cell_that_is_no_number_is_told_with_its_words() -> None:
    _, lines = spec_of(CHART, school="Fell View", pupils="about 90")
    assert len(lines) == 1
    assert '"{{ pupils }}" is "about 90", and a number is wanted here' in lines[0]
    assert "slides/a.yaml:5:" in lines[0]


def test_nothing_may_stand_beside_a_variable_that_is_a_number() -> None:
    _, lines = spec_of(CHART.replace("{{ pupils }}", "{{ pupils }} or so"), school="Fell View", pupils="90")
    assert len(lines) == 1 and "only a variable can stand for a number here" in lines[0]


@pytest.mark.parametrize("cell", ["82", "82%", "82.0"])
def test_a_variable_is_one_of_two_figures(cell: str) -> None:
    figures = 'kind: figures\ntitle: T\nfigures: [{value: "{{ share }}", label: a}, {value: 30, label: b}]\n'
    spec, lines = spec_of(figures, share=cell)
    assert lines == []
    assert [one.value for one in spec.figures] == [82, 30]


@pytest.mark.parametrize("cell", ["182", "many", ""])
def test_a_variable_that_is_no_per_cent_is_no_figure(cell: str) -> None:
    figures = 'kind: figures\ntitle: T\nfigures: [{value: "{{ share }}", label: a}, {value: 30, label: b}]\n'
    assert len(spec_of(figures, share=cell)[1]) == 1


def shown(slide: str, **row: str) -> tuple[list[str], list[str]]:
    """The cells below the head of a deck's only table, as a row's deck shows them, and what was said."""
    files = {"decks/t.yaml": f"{HEAD}slides:\n  - use: a\n", "slides/a.yaml": slide, "results.csv": FILE}
    diags = Diagnostics()
    compiled = open_project(MemoryWorld(files)).pipeline.compile("t", "full", diags, settings=Settings(row=row))
    lines = [one.message for one in diags.errors]
    if compiled.scene is None or lines:
        return [], lines
    tables = [node for node in compiled.scene.slides[0].nodes if isinstance(node, Table)]
    cells = [cell for line in tables[0].rows[1:] for cell in line.cells]
    return ["".join(run.text for p in cell.paragraphs for run in p.runs) for cell in cells], lines


def test_a_row_chooses_its_own_rows_of_a_file() -> None:
    assert shown(TABLE, urn="100") == (["2025", "0.5", "2026", "0.7"], [])


@pytest.mark.parametrize(("cell", "share"), [(">9", "0.3"), ("not me", "0.4")])
def test_no_sign_is_read_in_a_value(cell: str, share: str) -> None:
    assert shown(TABLE, urn=cell) == (["2025", share], [])


def test_a_sign_before_a_value_is_the_authors() -> None:
    assert shown(TABLE.replace('"{{ urn }}"', '"> {{ urn }}"'), urn="100") == (["2025", "0.1"], [])


def test_a_row_that_a_file_does_not_know_is_told() -> None:
    cells, lines = shown(TABLE, urn="300")
    assert cells == [] and lines == ['no row has "300" under "urn"']


def test_a_file_of_data_has_no_variables_and_says_what_to_write() -> None:
    files = {"decks/t.yaml": f"{HEAD}slides:\n  - use: a\n"}
    files["slides/a.yaml"] = TABLE.replace("results.csv", '"{{ urn }}.csv"')
    project = open_project(MemoryWorld(files))
    diags = Diagnostics()
    project.pipeline.compile("t", "full", diags, settings=Settings(row={"urn": "100"}))
    assert [one.hint for one in diags.errors] == [
        'a file has no variables; choose its rows instead: {file: …, where: {urn: "{{ urn }}"}}'
    ]


def test_a_slide_that_no_deck_uses_yet_may_ask_for_figures() -> None:
    files = {"decks/t.yaml": f"{HEAD}slides:\n  - {{kind: statement, title: T, text: Words.}}\n", "results.csv": FILE}
    files |= {"slides/a.yaml": TABLE, "slides/b.yaml": CHART}
    assert [one.message for one in open_project(MemoryWorld(files)).check().errors] == []


def test_a_row_has_its_own_picture_and_words_for_those_who_cannot_see_it() -> None:
    slide = (
        "kind: picture\ncaption: Our {{ phase }} school\n"
        'picture: {file: "assets/{{ phase }}.svg", alt: "A {{ phase }} school of {{ pupils | number }}"}\n'
    )
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#0a5"/></svg>'
    files = {"decks/t.yaml": f"{HEAD}slides:\n  - use: a\n", "slides/a.yaml": slide, "assets/primary.svg": drawn}
    project = open_project(MemoryWorld(files))

    def built(phase: str) -> tuple[Any, list[str]]:
        diags, row = Diagnostics(), {"phase": phase, "pupils": "1240"}
        compiled = project.pipeline.compile("t", "full", diags, settings=Settings(row=row))
        return compiled, [one.message for one in diags.errors]

    compiled, lines = built("primary")
    assert lines == []
    assert "assets/primary.svg" in compiled.files
    assert [node.alt for node in compiled.scene.slides[0].nodes if isinstance(node, Picture)] == [
        "A primary school of 1,240"
    ]
    assert len(built("special")[1]) == 1 and "assets/special.svg" in built("special")[1][0]
