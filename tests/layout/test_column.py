"""A column is set at any right inset, and at the best one; steps that change nothing are left out."""

from __future__ import annotations

from random import Random

import pytest

from deckgen.brand.model import Placeholder
from deckgen.layout.attempt import Fill
from deckgen.layout.column import CURE_STEP, Column, Measured
from deckgen.scene import Color, Paragraph, Run
from deckgen.units import Emu, Rect, pt
from tests.fonts import families

STYLE = families.style(24)
TEXT = (
    "the trust board meets once a term to review well-run multi-academy schools – attendance — staffing "
    "finances and/or their self-evaluation (in full) as Who? knew… £1,240 pupils"
)
WORDS = TEXT.split()


class Stepwise(Column):
    """A column that tries every step of the right inset where a flaw stands."""

    def _unchanging(self, measured: Measured) -> Emu:
        return CURE_STEP


def fill(*texts: str, width: float = 400) -> Fill:
    paragraphs = tuple(Paragraph((Run(text),), level=index % 2) for index, text in enumerate(texts))
    rect = Rect(pt(48), pt(100), pt(width), pt(300))
    return Fill(
        slot="points", name="points", paragraphs=paragraphs, style=STYLE, space_after=pt(12), rect=rect, limit=rect.h
    )


def placeholder(type_: str = "body", **options: object) -> Placeholder:
    return Placeholder(
        slot="points",
        name="Points",
        type=type_,
        idx=1,
        rect=Rect(0, 0, 0, 0),  # type: ignore[arg-type]
        style=STYLE,
        color=Color("tx1"),
        **options,
    )  # type: ignore[arg-type]


def column(*texts: str, width: float = 400, type_: str = "body", **options: object) -> Column:
    return Column(fill(*texts, width=width), placeholder(type_, **options), families.measurer())


@pytest.mark.parametrize("type_", ["body", "title"])
def test_steps_that_change_nothing_may_be_left_out(type_: str) -> None:
    random, measurer, cured = Random(5), families.measurer(), 0
    for _ in range(150):
        texts = [" ".join(random.choices(WORDS, k=random.randint(3, 16))) for _ in range(random.randint(1, 3))]
        made, place = fill(*texts, width=random.randint(150, 600)), placeholder(type_, list="bullets")
        best, every = (kind(made, place, measurer).best() for kind in (Column, Stepwise))
        assert best == every
        cured += best.right_inset > 0
    assert cured > 15


def test_a_column_is_as_high_as_its_lines_and_the_gaps_between_its_paragraphs() -> None:
    # 24 pt at 99 %: 28.512 pt from line to line. The gap after the second paragraph, a level down, is half.
    found = column("one", "two", "three").best()
    assert (found.lines, found.flaws) == (3, 0)
    assert found.height == 3 * STYLE.pitch + pt(12) + pt(6)


def test_lines_stand_at_their_indents() -> None:
    made = column("The first paragraph wraps to a second line here", "nested", list="turnover")
    lines = made.lines(made.best(), Rect(pt(48), pt(100), pt(400), pt(300)))
    assert [(line.paragraph, line.x) for line in lines] == [(0, pt(48)), (0, pt(68)), (1, pt(68))]
    assert [line.baseline for line in lines] == [pt(100), pt(100) + STYLE.pitch, pt(100) + 2 * STYLE.pitch + pt(12)]


def test_lines_of_a_box_anchored_at_its_foot_end_there() -> None:
    made = column("one", "two", anchor="b")
    lines = made.lines(made.best(), Rect(0, 0, pt(400), pt(300)))
    assert lines[-1].baseline == pt(300) - STYLE.foot


def test_lines_set_from_the_right_end_at_the_right() -> None:
    made = column("one", "longer", align="r")
    assert {line.x + line.width for line in made.lines(made.best(), Rect(pt(10), 0, pt(400), pt(300)))} == {pt(410)}


def test_an_empty_column_has_no_height() -> None:
    assert column().best() == Measured((), 0, 0, 0, 0)


def test_text_that_may_not_wrap_is_not_cured() -> None:
    text = "A text of some words whose last one stands alone here"
    assert column(text, width=490).best().right_inset > 0
    assert column(text, width=490, wrap=False).best().right_inset == 0
