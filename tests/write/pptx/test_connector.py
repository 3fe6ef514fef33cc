"""Connectors: what is written runs as it was laid out, whatever its course, and is glued to the right shapes."""

from __future__ import annotations

import math

import pytest

from deckgen.scene import BoxLook, Color, Connector, End, Rule, TextBox
from deckgen.units import Rect, box, pt
from deckgen.write.pptx.colors import color_map
from deckgen.write.pptx.draw import draw_node
from deckgen.write.pptx.pen import Pen
from tests.write.pptx import samples
from tests.write.pptx.decks import ACCENT, words
from tests.write.pptx.geometry import course
from tests.write.pptx.markup import find, parsed

S, E = (1000, 2000), (5000, 8000)


def pen() -> Pen:
    return Pen(owner="talk/x", colors=color_map(), language="en-GB")


def joined(*points: tuple[int, int], curved: bool = False) -> Connector:
    return Connector(
        name="a to b",
        start=End("a", 3),
        end=End("b", 1),
        points=points,
        color=ACCENT,
        width=pt(1.5),
        curved=curved,
        head=True,
    )


def drawn_box(name: str) -> TextBox:
    return TextBox(
        name=name,
        rect=box(10, 20, 300, 80),
        paragraphs=(words("x"),),
        lines=(),
        style=samples.style("small"),
        look=BoxLook(fill=Color("lt2"), stroke=ACCENT, stroke_width=pt(1), inset_x=pt(14), inset_y=pt(10)),
    )


def _courses() -> list[tuple[tuple[int, int], ...]]:
    """Straight lines and elbows into every quarter, beginning sideways and upright."""
    made: list[tuple[tuple[int, int], ...]] = [(S, (S[0], 9000)), (S, (9000, S[1])), (S, (-4000, S[1]))]
    for right in (1, -1):
        for down in (1, -1):
            x, y = S[0] + right * 4000, S[1] + down * 6000
            made += [(S, (x, y)), (S, (x, S[1]), (x, y)), (S, (S[0], y), (x, y))]
            made += [(S, (S[0] + right * c, S[1]), (S[0] + right * c, y), (x, y)) for c in (1000, 2000, 0)]
            made += [(S, (S[0], S[1] + down * c), (x, S[1] + down * c), (x, y)) for c in (3000, 1500, 0)]
    return made


@pytest.mark.parametrize("points", _courses())
def test_a_connector_runs_as_it_was_laid_out(points: tuple[tuple[int, int], ...]) -> None:
    drawn = course(parsed(draw_node(joined(*points), pen())))
    # A zero length says nothing: its corner falls on the end.
    assert len(drawn) == len(points)
    for (x, y), (wanted_x, wanted_y) in zip(drawn, points, strict=True):
        assert math.isclose(x, wanted_x, abs_tol=2) and math.isclose(y, wanted_y, abs_tol=2), (drawn, points)


def test_both_ends_are_glued_to_shapes_drawn_before_and_after() -> None:
    drawing = pen()
    shapes = [parsed(draw_node(node, drawing)) for node in (drawn_box("a"), joined(S, E), drawn_box("b"))]
    ids = {e.get("name"): e.get("id") for shape in shapes for e in find(shape, ".//p:cNvPr")}
    assert len(set(ids.values())) == 3
    assert dict(find(shapes[1], ".//a:stCxn")[0].attrib) == {"id": ids["a"], "idx": "3"}
    assert dict(find(shapes[1], ".//a:endCxn")[0].attrib) == {"id": ids["b"], "idx": "1"}


def test_an_arrow_s_head_is_at_the_end() -> None:
    made = parsed(draw_node(joined(S, E), pen()))
    assert find(made, "p:spPr/a:ln/a:tailEnd[@type='triangle']") and not find(made, ".//a:headEnd")


def test_a_rule_has_a_head_only_where_it_says_so() -> None:
    for head, tags in (("end", ["tailEnd"]), ("start", ["headEnd"]), (None, [])):
        rule = Rule(name="arrow", rect=box(0, 0, 90, 0), color=ACCENT, width=pt(1.5), head=head)
        ends = find(parsed(draw_node(rule, pen())), ".//a:ln/*[@type]")
        assert [end.tag.rpartition("}")[2] for end in ends] == tags


def test_curves_have_shapes_of_their_own() -> None:
    made = parsed(draw_node(joined(S, (E[0], S[1]), E, curved=True), pen()))
    assert find(made, ".//a:prstGeom[@prst='curvedConnector2']")


def test_text_in_a_drawn_box_keeps_from_its_sides_and_is_fitted_when_edited() -> None:
    made = parsed(draw_node(drawn_box("a"), pen()))
    body = find(made, "p:txBody/a:bodyPr")[0]
    assert [body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")] == ["177800", "127000", "177800", "127000"]
    assert find(body, "a:normAutofit") and find(made, "p:spPr/a:solidFill") and find(made, "p:spPr/a:ln[@w='12700']")
    assert not find(made, "p:nvSpPr/p:cNvSpPr[@txBox]")


def test_the_text_of_a_drawn_box_stands_within_its_insets() -> None:
    look = BoxLook(inset_x=pt(14), inset_y=pt(10))
    assert look.inner(Rect(0, 0, pt(100), pt(50))) == box(14, 10, 72, 30)
