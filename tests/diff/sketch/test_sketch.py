"""Slides of files, sketched: what is on them, where it is, in lines that stay in their boxes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from deckgen.diff.read.opened import open_package
from deckgen.diff.side import sketched
from deckgen.diff.sketch.charts import chart_elements
from deckgen.diff.sketch.text import Box, text_elements
from deckgen.diff.view import Body, Chart, Font, Paragraph, Run, Series
from deckgen.drawing.model import Element, Outline, Page, Raster, Words
from deckgen.drawing.turning import words_box
from tests.decks.library import compiled, project
from tests.diff.decks import picture, read


def inside(element: Any, kind: type) -> Iterator[Any]:
    for child in element.children if isinstance(element, Element) else element.elements:
        if isinstance(child, Element):
            yield from inside(child, kind)
        elif isinstance(child, kind):
            yield child


@cache
def gallery() -> bytes:
    return compiled(project(), "gallery").data


def page(data: bytes, number: int = 1) -> Page:
    return sketched(open_package(data), read(data)).page(number)


def foreign(fill: Any) -> bytes:
    """A deck that deckgen has not made: python-pptx's own template."""
    opened = Presentation()
    fill(opened.slides.add_slide(opened.slide_layouts[1]), opened)
    written = io.BytesIO()
    opened.save(written)
    return written.getvalue()


def test_every_word_of_every_kind_is_drawn_and_stays_on_the_page() -> None:
    data = gallery()
    deck, drawn = read(data), sketched(open_package(data), read(data))
    for slide in deck.slides:
        made = drawn.page(slide.number)
        said = "".join("".join(words.text.split()) for words in inside(made, Words))
        for shape in slide.shapes:
            if shape.kind == "text" and not shape.is_foot:
                for paragraph in shape.body.paragraphs:
                    assert "".join(paragraph.text.split()) in said, (slide.number, shape.key)
        for words in inside(made, Words):
            assert words.x >= -1 and words.x + words.width <= made.width + 1, (slide.number, words.text)
            assert 0 < words.baseline < made.height, (slide.number, words.text)


def test_lines_break_as_the_scene_has_them() -> None:
    """The sketch of our own file is held against what deckgen has laid out itself."""
    built = compiled(project(), "joining-a-trust")
    drawn = sketched(open_package(built.data), read(built.data))
    same = total = 0
    for number, slide in enumerate(built.scene.slides, 1):
        lines = {(round(words.baseline), round(words.x)) for words in inside(drawn.page(number), Words)}
        for node in slide.nodes:
            for line in getattr(node, "lines", ()):
                total += 1
                same += any(abs(y - line.baseline / 12_700) <= 4 and abs(x - line.x / 12_700) <= 4 for y, x in lines)
    assert total > 80 and same / total > 0.95, (same, total)


def test_a_deck_of_another_program_inherits_from_its_master() -> None:
    def fill(slide: Any, opened: Any) -> None:
        slide.shapes.title.text = "A title"
        slide.placeholders[1].text_frame.text = "First level"
        below = slide.placeholders[1].text_frame.add_paragraph()
        below.text, below.level = "Second level", 1

    made = page(foreign(fill))
    first, second = (next(w for w in inside(made, Words) if w.text == text) for text in ("First level", "Second level"))
    assert (made.width, made.height) == (720, 540)
    assert (first.size, second.size) == (32, 28) and second.x > first.x and second.baseline > first.baseline
    title = next(words for words in inside(made, Words) if words.text == "A title")
    assert title.size == 44 and abs(title.x + title.width / 2 - 360) < 1, "centred, as the master's titles are"


def test_shapes_have_their_fill_outline_and_turn() -> None:
    def fill(slide: Any, opened: Any) -> None:
        shape = slide.shapes.add_shape(MSO_SHAPE.OVAL, Pt(100), Pt(100), Pt(200), Pt(100))
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor(0x12, 0x34, 0x56)
        shape.line.width = Pt(3)
        shape.rotation = 90
        shape.text_frame.text = "Round"

    (oval,) = [mark for mark in inside(page(foreign(fill)), Outline) if mark.fill == "#123456"]
    xs = [float(command[-2]) for command in oval.path if len(command) > 2]
    ys = [float(command[-1]) for command in oval.path if len(command) > 2]
    assert oval.width == 3 and oval.stroke
    assert [round(side) for side in (min(xs), max(xs), min(ys), max(ys))] == [150, 250, 50, 250]


@pytest.mark.parametrize(
    ("turn", "vertical", "comes_to"),
    [(90, "", 90), (-45, "", 315), (0, "vert", 90), (0, "vert270", 270), (90, "vert270", 0), (180, "", 180)],
)
def test_words_turn_with_their_shape_and_in_it(turn: float, vertical: str, comes_to: float) -> None:
    def fill(slide: Any, opened: Any) -> None:
        box = slide.shapes.add_textbox(Pt(200), Pt(200), Pt(300), Pt(60))
        box.rotation = turn
        box.text_frame.text = "Turned"
        props = box.text_frame._txBody.bodyPr
        if vertical:
            props.set("vert", vertical)
        props.set("lIns", str(Pt(30)))

    (words,) = [one for one in inside(page(foreign(fill)), Words) if one.text == "Turned"]
    assert words.turn % 360 == comes_to
    left, top, right, bottom = words_box(words, 0.7, 0)
    assert (right - left < bottom - top) == (comes_to % 180 == 90)
    # The box spans 200 to 500 and 200 to 260; turned upright, 320 to 380 and 80 to 380.
    if comes_to == 90 and turn:
        assert left >= 320 and right <= 380 and top == pytest.approx(80 + 30, abs=1)
    if vertical and not turn:
        assert left >= 230 and right <= 500 and top >= 200 and bottom <= 261


def chart(kind: Any, *series: tuple[float | None, ...], **more: Any) -> Page:
    """The page of a chart by python-pptx, 400 by 300 points from 100, 100."""

    def fill(slide: Any, opened: Any) -> None:
        data = CategoryChartData()
        data.categories = ["North", "South", "East"]
        for number, values in enumerate(series):
            data.add_series(f"S{number}", values)
        made = slide.shapes.add_chart(kind, Pt(100), Pt(100), Pt(400), Pt(300), data).chart
        made.has_legend = more.get("legend", False)
        made.plots[0].has_data_labels = more.get("labels", False)

    return page(foreign(fill))


def fills(made: Page) -> list[tuple[str, list[float]]]:
    """Colour and box of what is filled, in the order of painting; but for the legend's squares."""
    found = []
    for mark in inside(made, Outline):
        if mark.fill:
            xs, ys = ([float(command[side]) for command in mark.path if len(command) > 2] for side in (-2, -1))
            found.append((mark.fill, [min(xs), min(ys), max(xs), max(ys)]))
    return [(color, box) for color, box in found if (box[2] - box[0], box[3] - box[1]) != (10, 10)]


ACCENTS = ["#4F81BD", "#C0504D", "#9BBB59"]


def test_columns_stand_from_nought_in_the_colours_of_the_theme() -> None:
    found = fills(chart(XL_CHART_TYPE.COLUMN_CLUSTERED, (4, 2, -1), (2, 4, 1)))
    assert [color for color, _ in found] == [ACCENTS[0]] * 3 + [ACCENTS[1]] * 3
    (_, tallest), (_, half), (_, below), (_, beside) = found[:4]
    foot = tallest[3]
    assert tallest[3] - tallest[1] == pytest.approx(2 * (half[3] - half[1]))
    assert below[1] == pytest.approx(foot) and below[3] - below[1] == pytest.approx((tallest[3] - tallest[1]) / 4)
    assert beside[0] == pytest.approx(tallest[2])
    assert all(100 <= x <= 500 and 100 <= y <= 400 for _, box in found for x, y in (box[:2], box[2:]))


def test_pieces_of_a_stack_stand_on_one_another() -> None:
    found = fills(chart(XL_CHART_TYPE.COLUMN_STACKED, (4, 2, 1), (2, 4, 1)))
    whole, part = found[0], found[3]
    assert (whole[0], part[0]) == (ACCENTS[1], ACCENTS[0]), "what lies below is painted later, over it"
    assert part[1][3] == whole[1][3]
    assert part[1][3] - part[1][1] == pytest.approx((whole[1][3] - whole[1][1]) * 4 / 6)


def test_lying_bars_begin_at_the_foot() -> None:
    made = chart(XL_CHART_TYPE.BAR_CLUSTERED, (4, 2, 1))
    north, south = (next(w for w in inside(made, Words) if w.text == name) for name in ("North", "South"))
    widest = max((box for _, box in fills(made)), key=lambda box: box[2] - box[0])
    assert north.baseline > south.baseline and widest[1] < north.baseline < widest[3] + 12


def test_shares_of_a_whole_end_at_a_hundred_per_cent() -> None:
    made = chart(XL_CHART_TYPE.COLUMN_STACKED_100, (4, 2, 1), (4, 6, 1))
    said = [words.text for words in inside(made, Words)]
    assert "100%" in said and "120%" not in said
    tops = {round(box[1]) for color, box in fills(made) if color == ACCENTS[1]}
    assert len(tops) == 1


def test_a_pie_has_a_part_for_each_value_and_a_legend_of_its_parts() -> None:
    made = chart(XL_CHART_TYPE.PIE, (1, 1, 2), legend=True, labels=True)
    parts = [(color, box) for color, box in fills(made) if box[2] - box[0] > 20]
    assert [color for color, _ in parts] == ACCENTS
    wide, high = (max(b[2 + s] for _, b in parts) - min(b[s] for _, b in parts) for s in (0, 1))
    assert wide == pytest.approx(high, rel=0.02)
    assert {"North", "South", "East", "1", "2"} <= {words.text for words in inside(made, Words)}


@pytest.mark.parametrize("kind", [XL_CHART_TYPE.LINE, XL_CHART_TYPE.LINE_STACKED, XL_CHART_TYPE.AREA])
def test_lines_and_areas_go_through_their_values(kind: Any) -> None:
    made = chart(kind, (1, 3, None), (2, 2, 2))
    strokes = [mark for mark in inside(made, Outline) if mark.stroke in ACCENTS]
    shown = strokes or [mark for mark in inside(made, Outline) if mark.fill in ACCENTS]
    assert [mark.stroke or mark.fill for mark in shown] in (ACCENTS[:2], ACCENTS[1::-1])
    first = next(mark for mark in shown if ACCENTS[0] in (mark.stroke, mark.fill))
    (_, x, y), (_, right, top) = first.path[0], first.path[1]
    assert float(x) < float(right) and float(y) > float(top), "it rises from 1 to 3"


def test_a_chart_that_deckgen_has_no_drawing_for_is_shown_as_its_data() -> None:
    made = chart(XL_CHART_TYPE.RADAR, (4, 2, 1))
    assert {"North", "4", "2", "1"} <= {words.text for words in inside(made, Words)}
    assert len({round(box[0]) for _, box in fills(made)}) == 1, "bars that begin at one edge"


def test_a_chart_of_more_points_than_can_be_seen_is_shown_as_its_first_data() -> None:
    given = Chart(form="column", categories=(), series=(Series(name="s", values=("1",) * 20_000, form="column"),))
    assert len(list(chart_elements(given, Box(0, 0, 300, 200)))) < 300


@pytest.mark.parametrize("value", ["NaN", "1e400", "-1e16", "many", ""])
def test_values_that_are_none_are_gaps(value: str) -> None:
    given = Chart(form="column", categories=("a",), series=(Series(name="s", values=(value, "1"), form="column"),))
    drawn = list(chart_elements(given, Box(0, 0, 300, 200)))
    assert sum(isinstance(mark, Outline) and bool(mark.fill) for one in drawn for mark in one.children) == 1


def test_text_that_stays_upright_does_not_turn_with_its_shape() -> None:
    def fill(slide: Any, opened: Any) -> None:
        box = slide.shapes.add_textbox(Pt(200), Pt(200), Pt(300), Pt(60))
        box.rotation, box.text_frame.text = 90, "Upright"
        box.text_frame._txBody.bodyPr.set("upright", "1")

    assert [one.turn for one in inside(page(foreign(fill)), Words) if one.text == "Upright"] == [0]


def test_pictures_are_shown_cropped_and_no_larger_than_they_are_seen() -> None:
    def fill(slide: Any, opened: Any) -> None:
        shown = slide.shapes.add_picture(io.BytesIO(picture(4000, 2000)), Pt(10), Pt(20), Pt(200), Pt(100))
        shown.crop_left = 0.25

    (raster,) = inside(page(foreign(fill)), Raster)
    assert (raster.x, raster.y, raster.w, raster.h) == (10, 20, 200, 100)
    assert raster.crop.left == 25_000 and raster.image.width <= 500


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n broken", b"GIF89a", b"<svg/>"])
def test_a_picture_that_cannot_be_shown_leaves_a_grey_box(content: bytes) -> None:
    data = foreign(lambda slide, opened: slide.shapes.add_picture(io.BytesIO(picture(40, 20)), 0, 0))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if "/media/" in name else old.read(name))
    drawn = page(made.getvalue())
    assert not list(inside(drawn, Raster)) and any(mark.fill == "#E4E4E4" for mark in inside(drawn, Outline))


def with_metafile(width: int, height: int, *, size: int = 12_300) -> bytes:
    """A deck whose only picture is an EMF in a box of these points."""
    data = foreign(
        lambda slide, opened: slide.shapes.add_picture(
            io.BytesIO(picture(40, 20)), Pt(10), Pt(20), Pt(width), Pt(height)
        )
    )
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(b"image1.png", b"image1.emf").replace(b'"png"', b'"emf"')
            metafile = b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * (size - 44)
            new.writestr(name.replace("image1.png", "image1.emf"), metafile if "image1" in name else content)
    return made.getvalue()


def test_a_metafile_says_on_its_grey_box_what_it_is() -> None:
    drawn = page(with_metafile(300, 120))
    box = next(mark for mark in inside(drawn, Outline) if mark.fill == "#E4E4E4")
    assert box.path[0][1:] == (10, 20)
    said = [words for words in inside(drawn, Words) if words.color == "#4A4A4A"]
    assert [words.text for words in said] == ["Picture 3", "Windows metafile (EMF), 12 kB, not drawn here"]
    for words in said:
        assert words.x >= 10 and words.x + words.width <= 310 and 20 < words.baseline < 140
    middle = [words.x + words.width / 2 for words in said]
    assert middle == pytest.approx([160, 160], abs=0.5)


@pytest.mark.parametrize(("width", "height"), [(80, 80), (60, 200), (400, 24), (20, 20), (4, 300)])
def test_what_a_grey_box_says_stays_within_it(width: int, height: int) -> None:
    for words in inside(page(with_metafile(width, height)), Words):
        if words.color == "#4A4A4A":
            left, top, right, bottom = words_box(words, 0.9, 0.25)
            assert left >= 9.9 and right <= 10.1 + width and top >= 19.9 and bottom <= 20.1 + height


def test_text_that_runs_to_the_left_stands_at_the_right() -> None:
    body = Body(paragraphs=(Paragraph(runs=(Run("مرحبا بكم", Font(size=20)),), rtl=True),), insets=(0, 0, 0, 0))
    (element,) = text_elements(body, Box(0, 0, 400, 100), "x")
    (words,) = inside(element, Words)
    assert words.rtl and abs(words.x + words.width - 400) < 0.5


def test_numbers_of_lists_are_counted() -> None:
    def fill(slide: Any, opened: Any) -> None:
        from lxml import etree

        frame = slide.placeholders[1].text_frame
        for n, text in enumerate(("One", "Two", "Three")):
            paragraph = frame.paragraphs[0] if not n else frame.add_paragraph()
            paragraph.text = text
            etree.SubElement(paragraph._p.get_or_add_pPr(), f"{{{paragraph._p.nsmap['a']}}}buAutoNum").set(
                "type", "romanLcPeriod"
            )

    labels = [words.text for words in inside(page(foreign(fill)), Words) if words.text.endswith(".")]
    assert labels == ["i.", "ii.", "iii."]


def test_very_long_words_and_very_much_text_are_drawn_quickly() -> None:
    paragraphs = (Paragraph(runs=(Run("x" * 50_000),)), Paragraph(runs=(Run("word " * 10_000),)))
    found = list(text_elements(Body(paragraphs=paragraphs), Box(0, 0, 300, 300), "x"))
    assert len(found) == 2 and sum(len(w.text) for w in inside(found[0], Words)) == 20_000
