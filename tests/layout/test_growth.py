"""Text grows by its kind's steps, keeps its distance, and is refused before it overflows."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.scene import Slide, TextBox
from deckgen.units import pt
from tests.layout.slides import box_of, fitting, set_slide, words


def points(*lengths: int, **more: str) -> dict[str, object]:
    """A points slide whose points have so many words."""
    return {"kind": "points", "title": "What changes", "points": [words(n) for n in lengths], **more}


@pytest.mark.parametrize(
    ("each", "layout", "size"),
    [(4, "Points", 28), (14, "Points", 24), (22, "Points, two columns", 24), (31, "Points, two columns", 20)],
)
def test_points_step_down_then_go_to_columns_then_to_small_type(each: int, layout: str, size: int) -> None:
    slide = fitting(**points(each, each, each, each))
    body = next(node for node in slide.nodes if node.name.startswith("points"))
    assert isinstance(body, TextBox)
    assert (slide.layout, body.style.size) == (layout, size)


def test_after_the_last_step_a_slide_is_refused_with_what_to_cut() -> None:
    slide, said = set_slide(**points(60, 60, 60, 60))
    assert slide is None
    first = said[0]
    assert first.code == "too-long"
    assert re.match(r'slide "What changes" \(points\): \d+ lines too many at 20 pt', first.message)
    assert re.match(r"cut about \d+ words, or split the slide", first.hint or "")


def test_what_the_refusal_says_to_cut_is_about_enough() -> None:
    _, said = set_slide(**points(50, 50, 50, 50))
    cut = int(re.search(r"about (\d+) words", said[0].hint or "")[1])  # type: ignore[index]
    left = (200 - round(cut * 1.25)) // 4
    assert set_slide(**points(left, left, left, left))[0] is not None
    assert cut < 150


def test_a_title_of_more_than_four_lines_is_refused_and_never_made_smaller() -> None:
    slide, said = set_slide(kind="statement", title=words(16), text="A.")
    assert slide is None
    assert said[0].code == "too-long" and "at 34 pt" in said[0].message


def test_a_word_wider_than_its_column_is_refused() -> None:
    slide, said = set_slide(kind="statement", title="Donaudampfschifffahrtsgesellschaft", text="A.")
    assert slide is None
    assert said[0].code == "too-wide"
    assert '"Donaudampfschifffahrtsgesellschaft" is wider than its column at 34 pt' in said[0].message


def foot(box: TextBox) -> int:
    """The last baseline of a box."""
    return max(line.baseline for line in box.lines)


def test_points_keep_24_points_clear_of_a_source_however_many_lines_it_has() -> None:
    for length in (3, 20, 36):
        slide = fitting(**points(12, 12, 12), source=words(length))
        source, body = box_of(slide, "source"), box_of(slide, "points")
        assert min(line.baseline for line in source.lines) - source.style.seat - foot(body) >= pt(24) - pt(2)


def test_the_last_baseline_of_a_source_is_464() -> None:
    for length in (3, 20, 36):
        source = box_of(fitting(**points(3, 3), source=words(length)), "source")
        assert abs(foot(source) - pt(464)) < pt(1)  # the seat is halfway between two renderers


def test_title_and_body_hang_from_one_line() -> None:
    for each in (4, 14):
        slide = fitting(**points(each, each, each, each))
        assert {box_of(slide, name).lines[0].baseline for name in ("title", "points")} == {pt(72)}


LENGTHS = st.lists(st.integers(1, 34), min_size=2, max_size=6)


@settings(max_examples=60, deadline=None)
@given(LENGTHS, st.integers(0, 40), st.booleans())
def test_whatever_is_accepted_stays_in_its_boxes_and_on_the_slide(lengths: list[int], source: int, link: bool) -> None:
    more = {"source": words(source)} if source else {}
    more |= {"link": "[More](https://example.org)"} if link else {}
    slide, _ = set_slide(**points(*lengths, **more))
    if slide is not None:
        assert_whole(slide, [words(n) for n in lengths])


def assert_whole(slide: Slide, texts: list[str]) -> None:
    """Every word stands on the slide, every line in its box, no box below another's first line."""
    shown = " ".join(p.text for node in slide.nodes if isinstance(node, TextBox) for p in node.paragraphs)
    for text in texts:
        assert text in shown
    for box in (node for node in slide.nodes if isinstance(node, TextBox)):
        assert foot(box) <= box.rect.bottom
        assert box.rect.bottom <= pt(540)
        for line in box.lines:
            assert line.x >= box.rect.x and line.x + line.width <= box.rect.right - box.right_inset
