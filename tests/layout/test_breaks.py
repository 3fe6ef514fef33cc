"""Bad breaks are cured by the right inset; titles are balanced; opening quotation marks hang."""

from __future__ import annotations

from deckgen.layout.pictures import fill_crop
from deckgen.scene import Crop
from deckgen.units import EMU_PER_PT, pt
from tests.layout.slides import box_of, fitting, words


def lines(text: str, slot: str = "title") -> tuple[list[str], int]:
    """The lines of a statement's title or text, and its right inset in points."""
    fields = {"title": "Short", "text": "Short."} | {slot: text}
    box = box_of(fitting(kind="statement", **fields), slot)
    return [line.text for line in box.lines], box.right_inset // EMU_PER_PT


def test_a_single_word_on_the_last_line_is_cured_without_another_line() -> None:
    cured = [set_lines for count in range(6, 40) for set_lines, inset in [lines(words(count), "text")] if inset]
    assert len(cured) > 3
    assert all(len(set_lines[-1].split()) > 1 for set_lines in cured)


def test_a_cure_is_whole_points_and_never_more_than_forty() -> None:
    for count in range(4, 40):
        _, inset = lines(words(count), "text")
        assert 0 <= inset <= 40


def test_a_text_without_flaws_is_left_alone() -> None:
    assert lines("We answer within a day.", "text")[1] == 0


def test_a_compound_is_not_broken_at_its_hyphen_where_an_inset_helps() -> None:
    for lead in ("Our", "Our own", "Here is our", "This is our own", "That is what our own"):
        set_lines, _ = lines(f"{lead} multi-academy trust is a group of schools that work together", "text")
        assert not any(line.endswith("multi-") for line in set_lines)


def test_titles_are_balanced_with_no_more_lines() -> None:
    set_lines, inset = lines("The evidence for the benefits of school partnerships")
    assert len(set_lines) == 4
    assert inset <= 40
    assert set_lines == ["The evidence", "for the benefits", "of school", "partnerships"]


def test_typed_breaks_are_kept() -> None:
    assert lines("What a\nmulti-academy\ntrust is not!")[0] == ["What a", "multi-academy", "trust is not!"]


def quotation(text: str) -> tuple[list[int], list[str]]:
    """The left edges of a quotation's lines, in points, and the texts of its runs."""
    box = box_of(fitting(kind="quote", quotation=text, source="A proverb"), "quotation")
    return [round(line.x / EMU_PER_PT) for line in box.lines], [run.text for run in box.paragraphs[0].runs]


def test_an_opening_quotation_mark_hangs_outside_the_text() -> None:
    edges, runs = quotation("“If you want to go far, go together, and take those along who are slow.”")
    assert edges[1:] == [122] * (len(edges) - 1)
    assert edges[0] < 110
    assert runs[0] == "“"  # a run of its own: no renderer kerns it with what follows


def test_words_without_a_quotation_mark_keep_the_edge() -> None:
    edges, _ = quotation("If you want to go far, go together, and take those along who are slow.")
    assert set(edges) == {122}


def test_a_picture_is_cropped_to_its_box_and_never_stretched() -> None:
    # Twice as wide as wanted: half is cut, a quarter from each side.
    assert fill_crop(2.0, 1.0) == Crop(left=25_000, right=25_000)
    # A quarter of the height is too much; the focus is at the top.
    assert fill_crop(1.0, 4 / 3, (0.5, 0.0)) == Crop(top=0, bottom=25_000)
    assert fill_crop(1.5, 1.5) == Crop()


def test_a_bulleted_text_starts_on_the_column_and_its_bullet_hangs() -> None:
    box = box_of(fitting(kind="points", title="Two", points=["Listen", "Decide"]), "points")
    assert {line.x for line in box.lines} == {pt(344)}
    assert box.rect.x == pt(324)


def test_items_of_the_second_level_step_in_and_stand_closer() -> None:
    slide = fitting(kind="points", title="Two", points=[{"Say": ["one thing", "another"]}, "Decide"])
    box = box_of(slide, "points")
    assert [round(line.x / EMU_PER_PT) for line in box.lines] == [344, 364, 364, 344]
    steps = [b.baseline - a.baseline for a, b in zip(box.lines, box.lines[1:], strict=False)]
    assert steps[0] == steps[1]  # A list keeps as near to its point as its items to each other,
    assert steps[2] - steps[1] == pt(6)  # and ends with the 12 pt that stand between points.


def test_a_short_word_alone_within_a_title_is_worse_than_one_at_its_end() -> None:
    axes = {"left": "Less", "right": "More", "top": "Much", "bottom": "Little"}
    quadrants = {where: {"name": "Now"} for where in ("top-left", "top-right", "bottom-left", "bottom-right")}
    title = "Where we shall spend our effort first"
    slide = fitting(kind="matrix", title=title, axes=axes, quadrants=quadrants)
    lines = [line.text for line in box_of(slide, "title").lines]
    assert lines == ["Where we", "shall spend", "our effort", "first"]


def test_a_title_across_the_slide_does_not_end_in_a_short_line() -> None:
    title = "Reading ages rose fastest in the schools that shared a lead"
    box = box_of(
        fitting(kind="table", title=title, head=["We", "They"], rows=[["Boilers", "Trust", "School"]]), "title"
    )
    first, last = box.lines
    assert last.width * 3 >= first.width


def test_a_title_beside_the_body_does_not_end_in_a_single_short_word() -> None:
    assert lines("What we got wrong")[0] == ["What we", "got wrong"]
    assert lines("Where to read more")[0] == ["Where to", "read more"]


def test_a_title_whose_last_word_fills_its_line_is_left_alone() -> None:
    assert lines("What we promise") == (["What we", "promise"], 0)


def test_a_covers_narrow_title_fills_its_lines() -> None:
    title = box_of(fitting(kind="cover", title="Growing well, together", speaker="Amara Osei"), "title")
    assert ([line.text for line in title.lines], title.right_inset) == (["Growing well,", "together"], 0)


def test_a_range_is_not_broken_at_its_dash_where_an_inset_helps() -> None:
    for lead in ("Our", "Our own", "Here is our", "This is our own", "That is what our own"):
        set_lines, _ = lines(f"{lead} report says more of the year 2025–26 than the one before it did", "text")
        assert not any(line.endswith("–") for line in set_lines)


def test_a_quotation_across_the_slide_does_not_end_in_a_single_word() -> None:
    box = box_of(
        fitting(kind="quote", quotation="“If you want to go far, go together.”", source="A proverb"), "quotation"
    )
    assert [line.text for line in box.lines] == ["“If you want to go far,", "go together.”"]
    assert box.style.name == "quote_l"
