"""The gallery shows every kind, and the page of kinds says what the kinds say of themselves."""

from __future__ import annotations

from functools import cache

from deckgen.kinds.registry import kind_names
from deckgen.scene import Slide
from tests.decks.library import deck
from tests.support.tools import ROOT
from tools.gallery import PAGE, PICTURES, page, picture_name


@cache
def slides() -> tuple[Slide, ...]:
    return deck("gallery").scene.slides


def test_the_gallery_shows_every_kind() -> None:
    assert {slide.kind for slide in slides()} == set(kind_names())


def test_every_slide_of_the_library_s_gallery_is_shown_or_says_why_not() -> None:
    files = {f"gallery/{path.stem}": path for path in (ROOT / "slides" / "gallery").glob("*.yaml")}
    absent = files.keys() - {slide.id for slide in slides()}
    assert all(files[name].read_text(encoding="utf-8").startswith("#") for name in absent), absent


def test_the_page_of_kinds_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(slides()), "run tools/gallery.py"


def test_every_slide_has_its_picture_and_no_other_is_kept() -> None:
    assert {path.name for path in PICTURES.glob("*.png")} == {picture_name(slide) for slide in slides()}
