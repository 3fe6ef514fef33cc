"""Words that stand on other words, boxes that stand on each other."""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.checks.overlap import overlap
from deckgen.diagnostics import Diagnostics
from deckgen.scene import BoxLook, Color, Deck, Line, Paragraph, Run, Slide, TextBox
from deckgen.units import box, pt
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


def said(*boxes: TextBox) -> list[str]:
    slide = Slide(id="a", kind="process", layout="Process", title="A", nodes=boxes)
    diags = Diagnostics()
    overlap(Deck(title="A", brand="plain", language="en-GB", slides=(slide,)), diags)
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
