"""Decks that somebody has edited: found exactly, and nothing beside."""

from __future__ import annotations

import copy
import io
import time
from functools import cache
from typing import Any

from pptx.util import Pt

from deckgen.diff.changes import FactChange, NotesChange, PictureChange, ShapeChange, TextChange
from tests.diff.decks import (
    CHART,
    COVER,
    PICTURE,
    POINTS,
    QUOTE,
    TABLE,
    between,
    built,
    changed,
    edited,
    moved,
    only_change,
    picture,
    said,
    shape,
)


@cache
def original() -> bytes:
    return built(COVER, POINTS, QUOTE, TABLE, CHART, PICTURE)


def after(edit: Any) -> Any:
    """What differs once the original has been edited."""
    return between(original(), edited(original(), edit), places=True)


def test_a_deck_opened_and_saved_differs_in_nothing() -> None:
    assert after(lambda opened: None).nothing


def test_words_changed() -> None:
    def edit(opened: Any) -> None:
        shape(opened, 1, "points").text_frame.paragraphs[1].runs[0].text = "Its head and its board"

    change = only_change(after(edit))
    assert isinstance(change, TextChange) and said(change) == "Its head and its [governors]{board}"


def test_words_made_bold_by_hand() -> None:
    def edit(opened: Any) -> None:
        shape(opened, 1, "points").text_frame.paragraphs[0].runs[0].font.bold = True

    change = only_change(after(edit))
    assert isinstance(change, TextChange)
    assert [(look.words, look.what) for look in change.edits[0].looks] == [("Its name", "bold")]


def test_a_slide_moved() -> None:
    (slide,) = changed(after(lambda opened: moved(opened, 4, 1)))
    assert (slide.status, slide.before, slide.after) == (("moved",), 5, 2)


def test_another_picture_in_its_place() -> None:
    def edit(opened: Any) -> None:
        held = shape(opened, 5, "picture")
        _, relation = held.part.get_or_add_image_part(io.BytesIO(picture(900, 450)))
        held._element.blipFill.find(".//{*}blip").set(
            "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", relation
        )

    assert isinstance(only_change(after(edit)), PictureChange)


def test_notes_changed() -> None:
    def edit(opened: Any) -> None:
        opened.slides[0].notes_slide.notes_text_frame.text = "Wave twice."

    change = only_change(after(edit))
    assert isinstance(change, NotesChange) and said(change) == "Wave{ twice}."


def test_a_slide_doubled() -> None:
    def edit(opened: Any) -> None:
        new = opened.slides.add_slide(opened.slides[1].slide_layout)
        for held in list(new.shapes):
            held._element.getparent().remove(held._element)
        for held in opened.slides[1].shapes:
            new.shapes._spTree.append(copy.deepcopy(held._element))
        new._element.cSld.set("name", "points")
        moved(opened, 6, 2)

    found = after(edit)
    (slide,) = changed(found)
    assert (slide.status, slide.after, slide.copy_of) == (("added",), 3, 2)


def test_a_slide_taken_out() -> None:
    (slide,) = changed(after(lambda opened: opened.slides._sldIdLst.remove(opened.slides._sldIdLst[2])))
    assert (slide.status, slide.before) == (("gone",), 3)


def test_a_cell_and_a_value() -> None:
    def edit(opened: Any) -> None:
        shape(opened, 3, "rows").table.cell(1, 2).text_frame.paragraphs[0].runs[0].text = "99"

    (cell,) = only_change(after(edit)).cells  # type: ignore[union-attr]
    assert (cell.row_heading, cell.heading, said(cell)) == ("Fell View", "2026", "[94.2]{99}")


def test_a_box_moved_and_a_box_drawn() -> None:
    def edit(opened: Any) -> None:
        held = shape(opened, 1, "points")
        held.left, held.top, held.width, held.height = Pt(100), Pt(100), Pt(500), Pt(300)
        box = opened.slides[1].shapes.add_textbox(Pt(20), Pt(400), Pt(200), Pt(40))
        box.text_frame.text = "See me afterwards"

    (slide,) = changed(after(edit))
    place, box = slide.changes
    assert isinstance(place, FactChange) and place.what == "place" and place.after == "100, 100 pt, 500 × 300 pt"
    assert isinstance(box, ShapeChange) and (box.how, box.kind, box.text) == ("added", "text", "See me afterwards")


def test_a_size_set_by_hand() -> None:
    def edit(opened: Any) -> None:
        for paragraph in shape(opened, 1, "points").text_frame.paragraphs:
            paragraph.runs[0].font.size = Pt(20)

    change = only_change(after(edit))
    assert isinstance(change, FactChange)
    assert (change.what, change.before, change.after) == ("text size", "28 pt", "20 pt")


def test_a_big_deck_is_compared_in_a_second() -> None:
    slides = [{**POINTS, "id": f"p-{n}", "title": f"What school {n} keeps", "notes": f"Say {n}."} for n in range(140)]
    before = built(*slides)
    later = built(*[{**slide, "notes": "Say it."} for slide in slides[::-1]])
    begun = time.process_time()
    found = between(before, later)
    assert time.process_time() - begun < 2
    assert found.counts.changed == 140 and found.counts.moved == 139
