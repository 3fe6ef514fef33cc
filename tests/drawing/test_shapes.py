"""Shapes, rules and connectors as outlines, in points."""

from __future__ import annotations

from math import hypot

import pytest

from deckgen.drawing import Drawing, Element, Outline, PathCommand, Raster
from deckgen.drawing.nodes import elements, marks_of
from deckgen.drawing.sheet import Sheet
from deckgen.scene import (
    Art,
    BoxLook,
    Color,
    Connector,
    Crop,
    End,
    Film,
    Group,
    Image,
    Link,
    Node,
    Paragraph,
    Path,
    Picture,
    Rule,
    Run,
    Shape,
    TextBox,
    Video,
)
from deckgen.units import box, pt
from tests.drawing.pages import kinds_drawn, within, words

INK = Color("accent1")
IMAGE = Image("0" * 64, "png", 20, 10, b"")
DRAWING = Image("1" * 64, "svg", 20, 10, b"")


def sheet() -> Sheet:
    drawing: Drawing = kinds_drawn("plain")
    return Sheet(drawing.brand, drawing.measurer, drawing.layouts[drawing.deck.slides[0].layout], {})


def outlines(node: Art) -> list[Outline]:
    return [mark for mark in marks_of(node, sheet()) if isinstance(mark, Outline)]


def element(node: Node) -> Element:
    (found,) = elements(node, sheet())
    return found


def ends(path: tuple[PathCommand, ...]) -> list[tuple[float, float]]:
    return [(float(command[-2]), float(command[-1])) for command in path if command[0] != "Z"]


def connector(*points: tuple[float, float], curved: bool = False, head: bool = False, width: float = 1) -> Connector:
    return Connector(
        name="c",
        start=End("a", 3),
        end=End("b", 1),
        points=tuple((pt(x), pt(y)) for x, y in points),
        color=INK,
        width=pt(width),
        curved=curved,
        head=head,
    )


def test_a_rectangle_is_four_corners_in_points_and_its_colour_the_themes() -> None:
    (found,) = outlines(Shape(name="s", rect=box(10, 20, 30, 40), fill=INK))
    assert ends(found.path) == [(10, 20), (40, 20), (40, 60), (10, 60)]
    assert found.fill == kinds_drawn("plain").brand.theme["accent1"] and found.stroke is None and found.width == 0


def test_a_shade_of_a_colour_is_worked_out() -> None:
    (found,) = outlines(Shape(name="s", rect=box(0, 0, 1, 1), fill=Color("dk1", 0, 50_000)))
    assert found.fill is not None and {found.fill[1:3], found.fill[3:5], found.fill[5:7]} != {"00"}


def test_a_shape_without_fill_or_line_is_nothing() -> None:
    assert elements(Shape(name="s", rect=box(0, 0, 1, 1)), sheet()) == ()


def test_circles_stay_circles_and_ellipses_become_curves() -> None:
    (circle,) = outlines(Shape(name="s", rect=box(10, 10, 20, 20), geometry="ellipse", fill=INK))
    assert circle.path == (("O", 20, 20, 10),)
    (ellipse,) = outlines(Shape(name="s", rect=box(10, 10, 40, 20), geometry="ellipse", fill=INK))
    assert [command[0] for command in ellipse.path] == ["M", "C", "C", "C", "C", "Z"]
    assert sorted(x for x, _ in ends(ellipse.path)) == pytest.approx([10, 30, 30, 50, 50])


def test_a_path_is_scaled_to_its_box() -> None:
    path = Path(100, 50, (("M", 0, 0), ("L", 100, 50), ("C", 0, 0, 50, 25, 0, 50), ("O", 50, 25, 10), ("Z",)))
    (found,) = outlines(Shape(name="s", rect=box(10, 20, 200, 100), geometry=path, stroke=INK, stroke_width=pt(2)))
    assert found.path == (
        ("M", 10, 20),
        ("L", 210, 120),
        ("C", 10, 20, 110, 70, 10, 120),
        ("O", 110, 70, 20),
        ("Z",),
    )
    assert (found.fill, found.width, found.round) == (None, 2, False)


def test_round_lines_are_round() -> None:
    (found,) = outlines(Shape(name="s", rect=box(0, 0, 9, 9), stroke=INK, stroke_width=pt(2), round=True))
    assert found.round


@pytest.mark.parametrize(("head", "tip", "tail"), [("end", (110, 20), (10, 20)), ("start", (10, 20), (110, 20))])
def test_a_rule_with_a_head_ends_where_that_begins(
    head: str, tip: tuple[float, float], tail: tuple[float, float]
) -> None:
    rule = Rule(name="r", rect=box(10, 20, 100, 0), color=INK, width=pt(3), head=head)  # type: ignore[arg-type]
    line, triangle = outlines(rule)
    assert ends(line.path)[0] == tail and abs(ends(line.path)[1][0] - tip[0]) == 15
    assert ends(triangle.path)[0] == tip and triangle.fill == line.stroke
    assert {y for _, y in ends(triangle.path)[1:]} == {12.5, 27.5}


def test_a_thin_line_has_the_head_of_one_of_two_points() -> None:
    _, triangle = outlines(connector((0, 0), (100, 0), head=True, width=0.75))
    assert ends(triangle.path)[1:] == [(90, -5), (90, 5)] or ends(triangle.path)[1:] == [(90, 5), (90, -5)]


def test_an_elbow_turns_where_its_points_are() -> None:
    (line,) = outlines(connector((0, 0), (30, 0), (30, 40), (80, 40)))
    assert line.path == (("M", 0, 0), ("L", 30, 0), ("L", 30, 40), ("L", 80, 40))


def test_a_curve_swings_as_powerpoints_preset_does() -> None:
    """curvedConnector3 of 100 x 80 at 50 %: (0, 0), (25, 0), (50, 20), (50, 40), (50, 60), (75, 80), (100, 80)."""
    (line,) = outlines(connector((0, 0), (50, 0), (50, 80), (100, 80), curved=True))
    assert line.path == (("M", 0, 0), ("C", 25, 0, 50, 20, 50, 40), ("C", 50, 60, 75, 80, 100, 80))
    (quarter,) = outlines(connector((0, 0), (100, 0), (100, 80), curved=True))
    assert quarter.path == (("M", 0, 0), ("C", 50, 0, 100, 40, 100, 80))


def test_the_head_of_a_curve_lies_along_its_end() -> None:
    line, triangle = outlines(connector((0, 0), (100, 0), (100, 80), curved=True, head=True, width=2))
    x, y = ends(line.path)[-1]
    assert hypot(100 - x, 80 - y) == pytest.approx(10, abs=0.01)
    assert ends(triangle.path)[0] == (100, 80)
    (x1, y1), (x2, y2) = ends(triangle.path)[1:]
    assert ((x1 + x2) / 2, (y1 + y2) / 2) == pytest.approx((x, y), abs=0.01)


def test_a_line_shorter_than_its_head_is_all_head() -> None:
    line, _ = outlines(connector((0, 0), (4, 0), head=True, width=2))
    assert ends(line.path) == [(0, 0), (0, 0)]


def test_a_picture_is_a_figure_unless_it_adorns() -> None:
    told = element(Picture(name="p", rect=box(1, 2, 3, 4), image=IMAGE, alt="A hall", crop=Crop(left=10_000)))
    assert (told.role, told.alt, told.node) == ("Figure", "A hall", "p")
    (raster,) = told.children
    assert isinstance(raster, Raster) and (raster.x, raster.y, raster.w, raster.h) == (1, 2, 3, 4)
    assert raster.crop == Crop(left=10_000)
    assert element(Picture(name="p", rect=box(1, 2, 3, 4), image=IMAGE, alt="", decorative=True)).role == "Artifact"


def test_a_film_is_its_poster_and_one_elsewhere_a_click_away() -> None:
    twin = Image(IMAGE.sha256, "png", 20, 10, b"", vector=DRAWING)
    film = Film(sha256="2", format="mp4", size=1, crc=1, ms=1, width=20, height=10, pieces=None)
    here = element(Video(name="v", rect=box(0, 0, 20, 10), poster=twin, alt="A lesson", film=film))
    assert here.role == "Figure" and here.alt == "A lesson"
    (poster,) = here.children
    assert isinstance(poster, Raster) and poster.image.vector is None
    away = element(Video(name="v", rect=box(0, 0, 20, 10), poster=twin, alt="A lesson", link="https://example.org/v"))
    assert away.role == "Link" and away.link == Link(url="https://example.org/v") and away.node == "v"
    assert [inner.role for inner in within(away.children)] == ["Figure"]


def test_a_group_that_says_what_it_shows_is_a_figure() -> None:
    dot = Shape(name="dot", rect=box(0, 0, 2, 2), fill=INK)
    assert element(Group(name="g", rect=box(0, 0, 2, 2), nodes=(dot,), alt="A dot")).alt == "A dot"
    assert element(Group(name="g", rect=box(0, 0, 2, 2), nodes=(dot,))).role == "Div"
    assert element(Group(name="g", rect=box(0, 0, 2, 2), nodes=(dot,), decorative=True)).role == "Artifact"
    assert elements(Group(name="g", rect=box(0, 0, 2, 2), nodes=()), sheet()) == ()


def test_a_box_with_a_look_has_its_panel_below_its_words() -> None:
    style = kinds_drawn("plain").brand.style("small")
    panel = BoxLook(fill=INK, stroke=Color("dk1"), stroke_width=pt(1), inset_x=pt(10), inset_y=pt(8))
    words_ = (Paragraph((Run("Words"),)),)
    found = element(
        TextBox(name="b", rect=box(100, 100, 200, 50), paragraphs=words_, lines=(), style=style, look=panel)
    )
    ground, said = found.children
    assert isinstance(ground, Element) and ground.role == "Artifact"
    assert isinstance(said, Element) and said.role == "P"
    (word,) = words([said])
    assert word.x == 110 and word.baseline == pytest.approx(108 + style.seat / 12_700)


def test_a_box_that_says_nothing_is_nothing() -> None:
    style = kinds_drawn("plain").brand.style("small")
    assert elements(TextBox(name="b", rect=box(0, 0, 9, 9), paragraphs=(), lines=(), style=style), sheet()) == ()
