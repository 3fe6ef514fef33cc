"""Words that stand on other words, boxes that stand on each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from deckgen.checks.overlap import overlap
from deckgen.diagnostics import Diagnostics
from deckgen.scene import (
    BoxLook,
    Chart,
    ChartLook,
    Color,
    Formula,
    Group,
    Line,
    Math,
    Node,
    Paragraph,
    Picture,
    PlaceholderRef,
    Run,
    Shape,
    Slide,
    Table,
    TextBox,
    Video,
)
from deckgen.units import Rect, box, pt
from tests.write.pptx import samples


def drawn(name: str, x: float, *, look: BoxLook | None) -> TextBox:
    """A box of 100 by 60 with a short word at its left."""
    return TextBox(
        name=name,
        rect=box(x, 100, 100, 60),
        paragraphs=(Paragraph((Run("Ask"),)),),
        lines=(Line("Ask", 0, pt(x + 14), pt(130), pt(30)),),
        style=samples.style("small"),
        look=look,
    )


def said(*boxes: Node) -> list[str]:
    slide = Slide(id="a", kind="process", layout="Process", title="A", nodes=boxes)
    diags = Diagnostics()
    overlap(slide, diags)
    return [d.code for d in diags]


TINT = BoxLook(fill=Color("lt2"), inset_x=pt(14))


def test_drawn_boxes_are_all_ink() -> None:
    assert said(drawn("a", 100, look=TINT), drawn("b", 180, look=TINT)) == ["overlap"]
    assert said(drawn("a", 100, look=TINT), drawn("b", 200, look=TINT)) == []


def test_boxes_that_nobody_sees_overlap_only_by_their_words() -> None:
    bare = replace(TINT, fill=None)
    assert said(drawn("a", 100, look=bare), drawn("b", 180, look=bare)) == []


def test_a_drawn_box_stays_on_the_slide() -> None:
    assert said(drawn("a", 870, look=TINT)) == ["off-slide"]


def placed(kind: str, x: float, **more: object) -> Node:
    """A picture, film, table, chart or formula of 200 by 100 at (x, 80)."""
    rect, ref = box(x, 80, 200, 100), PlaceholderRef("pic", 80)
    made: dict[str, Callable[[], Node]] = {
        "picture": lambda: Picture(name="it", rect=rect, image=samples.logo().image, alt="A", placeholder=ref),
        "film": lambda: Video(name="it", rect=rect, poster=samples.logo().image, alt="A", placeholder=ref),
        "table": lambda: Table(name="it", rect=rect, columns=(rect.w,), rows=()),
        "formula": lambda: Formula(
            name="it",
            rect=rect,
            math=Math("mi", "x"),
            size=24,
            width=rect.w,
            height=rect.h,
            text="x",
            alt="x",
            color=Color("tx1"),
            placeholder=ref,
        ),
        "chart": lambda: ring(rect),
    }
    return replace(made[kind](), **more)


def ring(rect: Rect) -> Chart:
    """A doughnut's chart whose hole is 62 per cent of 100 points."""
    look = ChartLook(style=samples.style("small"), color=Color("tx1"))
    return Chart(
        name="it", rect=rect, form="doughnut", categories=(), series=(), plot=rect, look=look, ground=Color("lt1")
    )


SOLIDS = ("picture", "film", "table", "formula", "chart")


@pytest.mark.parametrize("kind", SOLIDS)
def test_words_on_what_is_to_be_seen_are_found(kind: str) -> None:
    assert said(placed(kind, 60), drawn("a", 100, look=None)) == ["overlap"]
    assert said(drawn("a", 100, look=None), placed(kind, 60)) == ["overlap"], "hidden below it"
    assert said(placed(kind, 160), drawn("a", 100, look=None)) == [], "the word itself is beside it"


@pytest.mark.parametrize("kind", SOLIDS)
def test_what_is_to_be_seen_stays_on_the_slide_and_off_the_others(kind: str) -> None:
    assert said(placed(kind, 800)) == ["off-slide"]
    assert said(placed(kind, 60), placed("table", 200)) == ["overlap"]
    assert said(placed(kind, 60), placed("table", 260)) == []


def test_a_panel_may_stand_on_a_picture_and_words_on_the_panel() -> None:
    picture, panel = placed("picture", 60), drawn("caption", 80, look=TINT)
    assert said(picture, panel) == []
    credit = drawn("credit", 100, look=None)
    assert said(picture, panel, credit) == ["overlap"], "in the caption's own part"
    assert said(picture, replace(panel, look=replace(TINT, inset_bottom=pt(45))), credit) == []
    assert said(placed("table", 60), panel) == ["overlap"], "no panel hides figures"


def test_words_may_stand_on_a_filled_shape_between_them_and_the_picture() -> None:
    picture, words = placed("picture", 60), drawn("a", 100, look=None)
    scrim = Shape(name="scrim", rect=box(100, 100, 100, 60), fill=Color("dk2"))
    assert said(picture, scrim, words) == []
    assert said(scrim, picture, words) == ["overlap"], "the picture hides the shape"
    assert said(picture, replace(scrim, rect=box(130, 100, 100, 60)), words) == ["overlap"], "half on it"
    assert said(picture, replace(scrim, fill=None), words) == ["overlap"]


def test_where_a_layout_has_places_of_words_on_a_picture_they_are_meant() -> None:
    own = replace(drawn("title", 100, look=None), placeholder=PlaceholderRef("title", 0))
    assert said(placed("picture", 60), own) == []
    assert said(placed("picture", 60), replace(own, moved=True)) == ["overlap"]
    assert said(placed("picture", 60, moved=True), own) == ["overlap"]
    assert said(placed("table", 60), own) == ["overlap"]


def test_a_figure_stands_in_a_doughnuts_hole() -> None:
    assert said(placed("chart", 45), drawn("figure", 116, look=None)) == []
    assert said(placed("chart", 80), drawn("figure", 116, look=None)) == ["overlap"], "half on the ring"


def test_groups_are_looked_into() -> None:
    words = drawn("a", 100, look=None)
    group = Group(name="g", rect=words.rect, nodes=(words,))
    assert said(placed("table", 60), group) == ["overlap"]
