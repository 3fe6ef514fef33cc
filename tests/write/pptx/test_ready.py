from __future__ import annotations

from msgspec.structs import replace

from deckgen.write.pptx.compile import compile_template
from deckgen.write.pptx.package import Relation
from deckgen.write.pptx.ready import SlideCache
from tests.write.pptx import samples
from tests.write.pptx.decks import cover, everything, photo, template


def test_a_slide_that_decks_share_is_made_ready_once() -> None:
    kept, slide = SlideCache(), cover()
    one = kept.slide(slide, template(), creation_id=5)
    assert kept.slide(slide, template(), creation_id=5) is one


def test_a_changed_slide_is_made_anew() -> None:
    kept = SlideCache()
    one = kept.slide(cover(), template(), creation_id=5)
    assert kept.slide(replace(cover(), hidden=True), template(), creation_id=5).member != one.member


def test_slides_of_two_brands_are_kept_apart() -> None:
    other = compile_template(replace(samples.brand(), dark_map={"bg1": "dk1", "tx1": "lt2"}), samples.layouts())
    kept = SlideCache()
    one = kept.slide(cover(), template(), creation_id=5)
    assert kept.slide(cover(), other, creation_id=5).member != one.member


def test_a_slide_without_notes_has_no_page() -> None:
    made = SlideCache().slide(cover(), template(), creation_id=5)
    assert made.notes is None and made.notes_targets == ()


def test_words_and_paragraphs_are_counted() -> None:
    made = SlideCache().slide(cover(), template(), creation_id=5)
    assert (made.paragraphs, made.words) == (2, 6)  # "Joining a Trust", "Leora Cruddas CBE"


def test_relationships_are_deflated_once() -> None:
    kept = SlideCache()
    relations = (Relation("rId1", "slideLayout", "ppt/slideLayouts/slideLayout1.xml"),)
    assert kept.relations("ppt/slides/slide1.xml", relations) is kept.relations("ppt/slides/slide1.xml", relations)


def test_a_picture_is_looked_through_once() -> None:
    kept = SlideCache()
    assert kept.picture(photo()) is kept.picture(photo())
    assert kept.picture(photo()).data == photo().data


def test_no_more_slides_are_kept_than_asked() -> None:
    kept = SlideCache(slides=1)
    one = kept.slide(cover(), template(), creation_id=5)
    kept.slide(everything(), template(), creation_id=6)
    assert kept.slide(cover(), template(), creation_id=5) is not one


def test_wordings_that_take_turns_are_kept_beside_each_other() -> None:
    kept = SlideCache()
    wordings = [cover(), replace(cover(), hidden=True)]
    made = [kept.slide(slide, template(), creation_id=5) for slide in wordings * 2]
    again = [kept.slide(slide, template(), creation_id=5) for slide in wordings]
    assert again[0] is made[0] is made[2] and again[1] is made[1] is made[3]
    assert made[0] != made[1]
