"""Every kind of change, by itself, in decks that deckgen has built: nothing else may be told."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.diff.changes import (
    ChartChange,
    FactChange,
    LineChange,
    NotesChange,
    PictureChange,
    PointChange,
    TableChange,
    TextChange,
)
from tests.diff.decks import (
    CHART,
    COVER,
    PICTURE,
    POINTS,
    QUOTE,
    STATEMENT,
    TABLE,
    Slide,
    between,
    built,
    changed,
    only_change,
    said,
)


def one(before: Slide, **other: Any) -> Any:
    """The one change that other slots make of a slide between two that stay."""
    return only_change(between(built(COVER, before, QUOTE), built(COVER, {**before, **other}, QUOTE)))


def test_equal_decks_differ_in_nothing() -> None:
    found = between(built(COVER, POINTS, TABLE, CHART, PICTURE), built(COVER, POINTS, TABLE, CHART, PICTURE))
    assert found.nothing and found.deck == () and found.counts.same == 5


def test_a_slide_added() -> None:
    (slide,) = changed(between(built(COVER, QUOTE), built(COVER, POINTS, QUOTE)))
    assert (slide.status, slide.before, slide.after, slide.title) == (("added",), None, 2, "What every school keeps")


def test_a_slide_gone_is_told_where_it_was() -> None:
    found = between(built(COVER, POINTS, QUOTE), built(COVER, QUOTE))
    assert [(slide.status, slide.before, slide.after) for slide in found.slides] == [
        (("same",), 1, 1),
        (("gone",), 2, None),
        (("same",), 3, 2),
    ]


def test_a_slide_moved_is_one_move() -> None:
    found = between(built(COVER, POINTS, QUOTE, TABLE, STATEMENT), built(COVER, QUOTE, TABLE, STATEMENT, POINTS))
    (slide,) = changed(found)
    assert (slide.status, slide.before, slide.after) == (("moved",), 2, 5)
    assert (found.counts.moved, found.counts.changed, found.counts.same) == (1, 0, 4)


def test_a_slide_renamed() -> None:
    (slide,) = changed(between(built(COVER, POINTS), built(COVER, {**POINTS, "id": "keeps"})))
    assert (slide.status, slide.id_before, slide.id_after) == (("renamed",), "points", "keeps")


def test_a_slide_renamed_and_reworded_is_still_the_same_slide() -> None:
    other = {**POINTS, "id": "keeps", "points": ["Its name", "Its head and all governors", "Its say in what happens"]}
    (slide,) = changed(between(built(COVER, POINTS), built(COVER, other)))
    assert slide.status == ("renamed", "changed")


def test_words_are_told_by_paragraph() -> None:
    change = one(POINTS, points=["Its name", "Its head and its board", "Its say in what happens"])
    assert isinstance(change, TextChange)
    assert change.label == "points" and said(change) == "Its head and its [governors]{board}"


def test_a_point_added_and_one_gone() -> None:
    change = one(POINTS, points=["Its name", "Its say in what happens", "Its uniform"])
    assert said(change) == "[Its head and its governors] / {Its uniform}"


@pytest.mark.parametrize(
    ("markdown", "what", "now"),
    [
        ("Its **head** and its governors", "bold", "yes"),
        ("Its *head* and its governors", "italic", "yes"),
        ("Its [head](https://example.org/head) and its governors", "link", "https://example.org/head"),
    ],
)
def test_formatting_alone_is_told_as_such(markdown: str, what: str, now: str) -> None:
    change = one(POINTS, points=["Its name", markdown, "Its say in what happens"])
    (edit,) = change.edits
    assert all(piece.kind == "same" for piece in edit.pieces)
    looks = [(look.words, look.what, look.after) for look in edit.looks if look.what != "colour"]
    assert looks == [("head", what, now)]
    assert edit.looks[0].span_after == (4, 8)


def test_another_address_behind_the_same_words() -> None:
    slide = {**POINTS, "points": ["Its [name](https://example.org/a)", "Its head"]}
    change = one(slide, points=["Its [name](https://example.org/b)", "Its head"])
    (look,) = change.edits[0].looks
    assert (look.what, look.before, look.after) == ("link", "https://example.org/a", "https://example.org/b")


def test_a_link_to_a_slide_that_has_moved_is_no_change() -> None:
    pointing = {**POINTS, "points": ["Its [name](slide:quote)", "Its head"]}
    found = between(built(pointing, QUOTE), built(COVER, pointing, QUOTE))
    assert [slide.status for slide in found.slides] == [("added",), ("same",), ("same",)]


def test_a_link_to_another_slide() -> None:
    slide = {**POINTS, "points": ["Its [name](slide:cover)", "Its head"]}
    change = one(slide, points=["Its [name](slide:quote)", "Its head"])
    (look,) = change.edits[0].looks
    assert (look.before, look.after) == ("slide 1", "slide 3")


def test_a_table_by_cell() -> None:
    rows = [["Fell View", "89.5", "94.2"], ["Beck Lane", "92.2", "96"], ["St Oswald’s", "93", "94.1"]]
    change = one(TABLE, rows=rows)
    assert isinstance(change, TableChange) and change.lines == ()
    (cell,) = change.cells
    assert (cell.row, cell.column, cell.heading, cell.row_heading, said(cell)) == (
        3,
        3,
        "2026",
        "Beck Lane",
        "[95]{96}",
    )


def test_a_row_and_a_column_added() -> None:
    rows = [
        ["Fell View", "212", "89.5", "94.2"], ["Mill Nursery", "41", "90", "91"], ["Beck Lane", "388", "92.2", "95"],
        ["St Oswald’s", "96", "93", "94.1"],
    ]  # fmt: skip
    change = one(TABLE, head=["School", "Pupils", "2024", "2026"], rows=rows)
    assert change.cells == ()
    assert change.lines == (
        LineChange(how="added", what="row", number=3, text="Mill Nursery | 41 | 90 | 91"),
        LineChange(how="added", what="column", number=2, text="Pupils | 212 | 41 | 388 | 96"),
    )


def test_a_chart_by_series_and_category() -> None:
    series = [{"name": "2023", "values": [64, 68]}, {"name": "2026", "values": [79, 75]}]
    found = between(built(CHART), built({**CHART, "series": series}))
    changes = [change for change in changed(found)[0].changes if isinstance(change, ChartChange)]
    (change,) = changes
    assert change.points == (PointChange(series="2026", category="The Priory", before="74", after="75"),)
    assert change.facts == ()


def test_a_category_added_and_a_series_of_another_name() -> None:
    series = [{"name": "2023", "values": [64, 1, 68]}, {"name": "2029", "values": [79, 2, 74]}]
    other = {**CHART, "categories": ["Oakfield", "Thornton", "The Priory"], "series": series}
    found = between(built(CHART), built(other))
    (change,) = [change for change in changed(found)[0].changes if isinstance(change, ChartChange)]
    assert change.points == ()
    told = [(fact.what, fact.before, fact.after) for fact in change.facts]
    assert told == [("categories", "", "Thornton"), ("series", "2026", "2029")]


def test_categories_in_another_order_keep_their_values() -> None:
    series = [{"name": "2023", "values": [68, 64]}, {"name": "2026", "values": [74, 79]}]
    found = between(built(CHART), built({**CHART, "categories": ["The Priory", "Oakfield"], "series": series}))
    (change,) = [change for change in changed(found)[0].changes if isinstance(change, ChartChange)]
    assert change.points == ()
    assert [(fact.what, fact.after) for fact in change.facts] == [("order of categories", "The Priory, Oakfield")]


def test_notes_by_word() -> None:
    change = one(POINTS, notes="Say each of them very slowly.")
    assert isinstance(change, NotesChange) and said(change) == "Say each of them {very }slowly."


def test_another_picture() -> None:
    change = one(PICTURE, picture={"file": "tall.png", "alt": "A wide view"})
    assert isinstance(change, PictureChange) and change.what == "content"
    assert change.before.startswith("PNG, ") and change.before != change.after


def test_another_alternative_text() -> None:
    change = one(PICTURE, picture={"file": "wide.png", "alt": "A wider view"})
    assert isinstance(change, FactChange)
    assert (change.what, change.before, change.after) == ("alternative text", "A wide view", "A wider view")


@pytest.mark.parametrize(
    ("slot", "value", "what", "before", "after"),
    [
        ("hidden", True, "hidden", "no", "yes"),
        ("transition", "fade", "transition", "none", "fade"),
        ("build", True, "build", "", "points 1; then points 2; then points 3"),
    ],
)
def test_what_is_said_of_the_slide(slot: str, value: Any, what: str, before: str, after: str) -> None:
    change = one(POINTS, **{slot: value})
    assert (change.what, change.before, change.after) == (what, before, after)


def test_words_set_smaller_because_they_are_more() -> None:
    longer = [f"{n} its name and its head and its governors and its say" for n in range(6)]
    found = between(built(COVER, POINTS, QUOTE), built(COVER, {**POINTS, "points": longer}, QUOTE))
    facts = [change for change in changed(found)[0].changes if isinstance(change, FactChange)]
    assert ("text size", "28 pt", "24 pt") in [(fact.what, fact.before, fact.after) for fact in facts]


def test_another_layout_is_told() -> None:
    plain = {"id": "x", "kind": "statement", "title": "Nobody walks home alone", "text": "Every afternoon"}
    defined = {"id": "x", "kind": "definition", "title": "Nobody walks home alone", "paragraphs": ["Every afternoon"]}
    (slide,) = changed(between(built(COVER, plain, QUOTE), built(COVER, defined, QUOTE)))
    facts = {change.what: change for change in slide.changes if isinstance(change, FactChange)}
    assert (facts["layout"].before, facts["layout"].after) == ("Statement", "Definition")


def test_a_slide_in_another_section() -> None:
    before = built(COVER, {"section": "One"}, POINTS, TABLE, {"section": "Two"}, QUOTE)
    after = built(COVER, {"section": "One"}, POINTS, {"section": "Two"}, TABLE, QUOTE)
    change = only_change(between(before, after))
    assert (change.what, change.before, change.after) == ("section", "One", "Two")  # type: ignore[union-attr]


def test_a_section_of_another_name_is_told_once_of_the_deck() -> None:
    before = built(COVER, {"section": "One"}, POINTS, TABLE, QUOTE)
    after = built(COVER, {"section": "First"}, POINTS, TABLE, QUOTE)
    found = between(before, after)
    assert changed(found) == [] and [fact.what for fact in found.deck] == ["sections"]


def test_another_title_of_the_deck() -> None:
    found = between(built(COVER), built(COVER, title="Another talk"))
    assert changed(found) == []
    assert [(fact.what, fact.before, fact.after) for fact in found.deck] == [("title", "A talk", "Another talk")]


def test_another_brand_is_told_of_the_deck_and_words_stay_the_same() -> None:
    found = between(built(COVER, POINTS), built(COVER, POINTS, brand="cst"))
    told = {fact.what for fact in found.deck}
    assert {"theme", "fonts", "colour accent1"} <= told
    assert not any(isinstance(change, TextChange) and any(p.kind != "same" for e in change.edits for p in e.pieces)
                   for slide in found.slides for change in slide.changes)  # fmt: skip


def test_what_changed_on_nearly_all_slides_is_told_once() -> None:
    slides = [{**POINTS, "id": f"points-{n}", "title": f"Title {n}"} for n in range(6)]
    found = between(built(COVER, *slides), built(COVER, *slides, transition="fade"))
    assert changed(found) == []
    assert [(fact.what, fact.before, fact.after) for fact in found.deck] == [("transitions", "none", "fade")]
