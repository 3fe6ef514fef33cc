"""Left and right exchanged: boxes, lines and drawn outlines, not words and marks."""

from __future__ import annotations

from deckgen.brand.mirror import mirrored_layout
from deckgen.scene import Color, Line, Paragraph, Path, Rule, Run, Shape, TextBox
from deckgen.scene.chart import Chart, ChartLabel, ChartLook, ChartSeries, ChartType, ChartWords
from deckgen.scene.mirror import mirrored
from deckgen.units import box, pt
from tests.decks.library import BRANDS, kinds

COLOR = Color("dk1")


def test_boxes_and_lines_stand_as_far_from_the_other_edge() -> None:
    style = kinds("plain").template.brand.style("body")
    lines = (Line("words", 0, pt(48), pt(60), pt(100)),)
    words = TextBox(
        name="t", rect=box(48, 42, 252, 240), paragraphs=(Paragraph((Run("words"),)),), lines=lines, style=style
    )
    (found,) = mirrored((words,))
    assert isinstance(found, TextBox)
    assert (found.rect, found.align, found.rtl) == (box(660, 42, 252, 240), "r", True)
    assert found.lines[0].x == pt(960 - 148)
    assert found.paragraphs == words.paragraphs


def test_an_outline_is_turned_over_and_a_mark_is_not() -> None:
    arrow = Path(10, 4, (("M", 0, 0), ("L", 10, 2), ("C", 1, 2, 3, 4, 5, 6), ("O", 4, 2, 1), ("Z",)))
    turned = (("M", 10, 0), ("L", 0, 2), ("C", 9, 2, 7, 4, 5, 6), ("O", 6, 2, 1), ("Z",))
    shapes = [Shape(name=name, rect=box(0, 0, 10, 4), geometry=arrow, fill=COLOR) for name in ("Arrow", "Mark dk1")]
    found = [shape.geometry.commands for shape in mirrored(shapes) if isinstance(shape, Shape)]
    assert found == [turned, arrow.commands]


def test_mirrored_twice_is_as_before() -> None:
    nodes = (
        Rule(name="r", rect=box(48, 1, 20, 0), color=COLOR, width=1),
        Shape(name="s", rect=box(1, 2, 3, 4), geometry=Path(5, 5, (("O", 1, 1, 1),)), fill=COLOR),
    )
    assert mirrored(mirrored(nodes)) == nodes


def test_every_layout_mirrored_twice_holds_the_same_placeholders() -> None:
    for brand in BRANDS:
        for part in kinds(brand).template.layouts.values():
            twice = mirrored_layout(mirrored_layout(part.layout))
            assert twice.placeholders == part.layout.placeholders


def chart(form: ChartType) -> Chart:
    look = ChartLook(kinds("plain").template.brand.style("label"), COLOR)
    label = ChartLabel(look=look, place="r")
    series = ChartSeries(name="a", values=("1",), color=COLOR, order=0, label=label)
    words = (ChartWords(Line("a", 0, pt(310), pt(60), pt(20)), look),)
    frame, plot = box(300, 40, 600, 400), box(400, 40, 480, 380)
    return Chart(
        name="c",
        rect=frame,
        plot=plot,
        form=form,
        categories=("x",),
        series=(series,),
        look=look,
        ground=COLOR,
        words=words,
    )


def test_bars_and_years_run_the_other_way() -> None:
    (found,) = mirrored((chart("bar"),))
    assert isinstance(found, Chart)
    assert (found.rect, found.plot, found.rtl) == (box(60, 40, 600, 400), box(80, 40, 480, 380), True)
    assert found.series[0].label is not None and found.series[0].label.place == "l"
    assert found.words[0].line.x == pt(960 - 330)


def test_rings_and_measures_only_move_over() -> None:
    (found,) = mirrored((chart("scatter"),))
    assert isinstance(found, Chart)
    assert (found.rect, found.plot, found.rtl) == (box(60, 40, 600, 400), box(160, 40, 480, 380), False)
    assert found.words[0].line.x == pt(70)
