"""Charts in finished decks: python-pptx and openpyxl read back what was said, and nothing finds fault."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any
from zipfile import ZipFile

import pytest

from deckgen.api import open_project
from deckgen.overlay import OverlayWorld
from deckgen.scene import Chart
from deckgen.verify.verify import verify_package
from deckgen.worlds import DiskWorld, MemoryWorld
from tests.spec.test_data import FORMULAS
from tests.support.tools import ROOT

GALLERY = ("chart", "chart-line", "chart-doughnut", "chart-column", "chart-stacked", "chart-area", "chart-scatter")
BRANDS = ("plain", "cst", "cranmer")
HOSTILE = """
kind: chart
title: Names that look like formulas
categories: ["=1+1", "+A1", "@SUM(A1)", "<&>", "-2"]
series: {name: "=cmd|'/c calc'!A1", values: [1.5, ~, -3, 0, 123456789012345]}
alt: None of them is one.
source: Illustrative data.
"""


@cache
def built(brand: str, *slides: str) -> Any:
    """A deck of gallery slides, or of slides given as YAML."""
    files: dict[str, str | bytes] = {}
    order = ""
    for number, slide in enumerate(slides):
        name = f"gallery/{slide}" if slide in GALLERY else f"own/slide-{number}"
        if slide not in GALLERY:
            files[f"slides/{name}.yaml"] = slide
        order += f"  - {{use: {name}, id: slide-{number}}}\n"
    files["decks/talk.yaml"] = f"title: T\nbrand: {brand}\nslides:\n{order}"
    opened = open_project(OverlayWorld(files, below=DiskWorld(str(ROOT), today=date(2026, 1, 5))))
    compiled = opened.compile("talk")
    assert compiled.data is not None, [d.message for d in opened.diagnostics]
    return compiled


def scenes(compiled: Any) -> list[Chart]:
    return [node for slide in compiled.scene.slides for node in slide.nodes if isinstance(node, Chart)]


def native(data: bytes) -> Iterator[Any]:
    """Each chart's graphic frame, as python-pptx reads it."""
    from pptx import Presentation

    for slide in Presentation(io.BytesIO(data)).slides:
        yield from (shape for shape in slide.shapes if shape.has_chart)


def sheet(frame: Any) -> Any:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob)).active


@pytest.mark.parametrize("brand", BRANDS)
def test_every_form_is_a_native_chart_in_its_placeholder(brand: str) -> None:
    from pptx.enum.chart import XL_CHART_TYPE as TYPE

    frames = list(native(built(brand, *GALLERY).data))
    assert [frame.chart.chart_type for frame in frames] == [
        TYPE.BAR_CLUSTERED,
        TYPE.LINE,
        TYPE.DOUGHNUT,
        TYPE.COLUMN_CLUSTERED,
        TYPE.BAR_STACKED,
        TYPE.AREA,
        TYPE.XY_SCATTER,
    ]
    for frame in frames:
        assert frame.is_placeholder and frame.placeholder_format.idx == 90
        assert not frame.chart.has_legend and not frame.chart.has_title


def test_values_and_names_are_read_back_equal() -> None:
    compiled = built("plain", *GALLERY)
    for frame, scene in zip(native(compiled.data), scenes(compiled), strict=True):
        plot = frame.chart.plots[0]
        if scene.form == "scatter":
            series = plot.series[0]
            assert list(series.values) == [float(value) for value in scene.series[1].values if value]
            assert list(series.iter_values()) == list(series.values)
            continue
        found = {series.name: list(series.values) for series in plot.series}
        assert found == {s.name: [float(value) for value in s.values if value] for s in scene.series}
        assert [str(c) for c in plot.categories] == list(scene.categories)


@pytest.mark.parametrize("slide", [*GALLERY, HOSTILE])
def test_what_the_chart_keeps_is_what_the_cells_hold(slide: str) -> None:
    """Every address (c:f) leads to cells that hold the kept values, in order: 'Edit Data' changes nothing."""
    for frame in native(built("plain", slide).data):
        cells = sheet(frame)
        references = [e for e in frame.chart._chartSpace.iter() if e.tag.endswith(("}numRef", "}strRef"))]
        assert len(references) >= 2
        for reference in references:
            address = next(e for e in reference if e.tag.endswith("}f")).text
            found = cells[re.sub(r"Sheet1!|\$", "", address)]
            held = [row[0].value for row in found] if isinstance(found, tuple) else [found.value]
            kept: list[object] = [None] * len(held)
            for point in (e for e in reference.iter() if e.tag.endswith("}pt")):
                said = point[0].text
                kept[int(point.get("idx"))] = float(said) if reference.tag.endswith("}numRef") else said
            assert kept == held


def test_names_that_look_like_formulas_are_words() -> None:
    cells = sheet(next(native(built("plain", HOSTILE).data)))
    assert [cells[f"A{row}"].value for row in range(2, 7)] == ["=1+1", "+A1", "@SUM(A1)", "<&>", "-2"]
    assert all(cells[f"A{row}"].data_type != "f" for row in range(2, 7))
    assert cells["B1"].data_type != "f"
    assert cells["B3"].value is None, "a gap"


FORMULA_SLIDES = {
    "categories and series": "categories: [{name}, Other]\nseries: [{{name: {name}, values: [1, 2]}}]\n",
    "a doughnut": "type: doughnut\ncategories: [{name}, Other]\nseries: {{name: {name}, values: [1, 2]}}\n",
    "a scatter": (
        "type: scatter\ncategories: [{name}, Other]\n"
        "series: [{{name: Across, values: [1, 2]}}, {{name: {name}, values: [3, 4]}}]\n"
    ),
    "rows": "columns: [School, {name}]\nrows:\n  - [{name}, 1]\n  - [Other, 2]\n",
    "a file": "data: own.csv\n",
}


@pytest.mark.parametrize("slide", FORMULA_SLIDES)
@pytest.mark.parametrize("formula", [*FORMULAS, "\t=1+1", "\r=1+1", " =1+1", "-2+3", "+44 20 7946 0000"])
def test_what_looks_like_a_formula_is_words_in_workbook_and_caches(formula: str, slide: str) -> None:
    """A tab or a return in front of it, which a spreadsheet would pass over, is a space, and those are taken away."""
    words = FORMULA_SLIDES[slide].format(name=json.dumps(formula))
    quoted = '"{}"'.format(formula.replace('"', '""'))
    files = {
        "own.csv": f"School,{quoted}\n{quoted},1\nOther,2\n",
        "slides/a.yaml": f"kind: chart\ntitle: T\nalt: Names\nsource: S\n{words}",
        "decks/d.yaml": "title: T\nbrand: plain\ntypography: keep\nslides:\n  - use: a\n",
    }
    opened = open_project(MemoryWorld(files))
    data = opened.compile("d").data
    assert data is not None, [f"{d.span} {d.message}" for d in opened.diagnostics]
    [frame] = native(data)
    cells = sheet(frame)
    kept = [e.text for e in frame.chart._chartSpace.iter() if e.tag.endswith("}v")]
    for address in ("A2", "C1" if "scatter" in slide else "B1"):
        cell = cells[address]
        assert (cell.value, cell.data_type, cell.quotePrefix) == (formula.strip(), "s", True)
        assert formula.strip() in kept
    assert not [cell for row in cells.iter_rows() for cell in row if cell.data_type == "f"]


def test_each_slide_has_a_chart_and_workbook_of_its_own() -> None:
    data = built("plain", "chart", "chart-line", "chart").data
    with ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        charts = sorted(name for name in names if name.startswith("ppt/charts/chart"))
        books = sorted(name for name in names if name.startswith("ppt/embeddings/"))
        assert charts == [f"ppt/charts/chart{n}.xml" for n in (1, 2, 3)]
        assert books == [f"ppt/embeddings/Microsoft_Excel_Sheet{n}.xlsx" for n in (1, 2, 3)]
        assert archive.read(charts[0]) == archive.read(charts[2]), "equal charts are made once and written twice"
    assert len({frame.chart.part.partname for frame in native(data)}) == 3


def test_the_same_chart_gives_the_same_bytes() -> None:
    slides = ("chart", "chart-doughnut")
    again = built.__wrapped__("plain", *slides)
    assert again.data == built("plain", *slides).data


@pytest.mark.parametrize("brand", BRANDS)
def test_colours_and_faces_are_the_themes(brand: str) -> None:
    fixed = set()
    with ZipFile(io.BytesIO(built(brand, *GALLERY).data)) as archive:
        for name in archive.namelist():
            if name.startswith("ppt/charts/chart"):
                part = archive.read(name).decode()
                fixed |= set(re.findall(r'srgbClr val="(\w+)"', part))
                assert set(re.findall(r'typeface="([^"]+)"', part)) == {"+mn-lt"}
    # What the brand itself has outside its theme, and no shade of the theme comes to (brand.yaml, chart).
    assert fixed <= {"plain": {"7FB3A2"}, "cst": {"8B7C99"}, "cranmer": {"7B8BBA", "8C9AC4", "BAC6E4"}}[brand]


def test_a_chart_is_described_and_names_its_language() -> None:
    frame = next(native(built("plain", "chart").data))
    assert frame._element.xpath("./p:nvGraphicFramePr/p:cNvPr")[0].get("descr").startswith("Bar chart: 2026 and 2023.")
    assert frame.chart._chartSpace.xpath("./c:lang")[0].get("val") == "en-GB"
    assert frame.chart._chartSpace.xpath("./c:roundedCorners")[0].get("val") == "0"


def test_built_charts_bring_context_first() -> None:
    slide = (ROOT / "slides" / "gallery" / "chart.yaml").read_text(encoding="utf-8") + "build: true\n"
    data = built("plain", slide).data
    with ZipFile(io.BytesIO(data)) as archive:
        part = archive.read("ppt/slides/slide1.xml").decode()
    brought = list(dict.fromkeys(re.findall(r'seriesIdx="(\d)"', part)))
    assert brought == ["1", "0"], "2023 is context, 2026 the focus"
    assert verify_package(data) == ()


@pytest.mark.parametrize("brand", BRANDS)
def test_our_own_rules_find_nothing(brand: str) -> None:
    assert verify_package(built(brand, *GALLERY, HOSTILE).data) == ()


@pytest.mark.validator
@pytest.mark.parametrize("brand", BRANDS)
def test_the_sdk_finds_nothing(brand: str, sdk_errors: Callable[..., list[str]]) -> None:
    assert sdk_errors(built(brand, *GALLERY, HOSTILE).data) == []
