"""Notes pages and handouts as pages: every word is there, in order, within the margins, on as many as it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from msgspec.structs import replace

from deckgen.drawing import Drawing, Element, Inset, Mark, Outline, Page, Words
from deckgen.drawing.sheets import PER_PAGE, handout_pages, notes_pages
from deckgen.drawing.sheets.desk import FOOT, MARGIN, TOP
from deckgen.drawing.sheets.prose import Block, flow
from deckgen.fonts.measure import SetLine
from deckgen.scene import Paragraph, Run
from deckgen.write.pdf.bounds import box_of
from tests.support.spoken import ARABIC, HOSTILE, SILENT, drawing, long_talk, many_slides, read, words_of

DECKS = {"hostile": HOSTILE, "arabic": ARABIC, "long": long_talk(10_000), "silent": SILENT}


@cache
def made(name: str) -> Drawing:
    return drawing(DECKS[name])


@cache
def notes_of(name: str) -> tuple[Page, ...]:
    return tuple(notes_pages(made(name)))


def own(elements: tuple[Element | Mark, ...], *, told: bool = True) -> Iterator[Mark]:
    """The marks of a sheet itself, not those of the slides on it; `told`: without decoration."""
    for child in elements:
        if not isinstance(child, Element):
            yield child
        elif child.role != "Artifact" or not told:
            yield from own(child.children, told=told)


def said(page: Page) -> str:
    """What is read out of a sheet beside its slides."""
    return " ".join("".join(words(element)) for element in page.elements if element.role in ("P", "L"))


def words(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, Element):
            apart = " " if child.role in ("L", "Lbl", "LBody") else ""
            yield from (apart, *words(child), apart)
        elif isinstance(child, Words):
            yield child.text


def insets(page: Page) -> list[Inset]:
    return [mark for mark in own(page.elements) if isinstance(mark, Inset)]


def titles(page: Page) -> list[str]:
    return [" ".join(inset.page.slide.title.split()) for inset in insets(page) if inset.page.slide]


@pytest.mark.parametrize("name", DECKS)
def test_every_word_of_the_notes_stands_on_the_sheets_in_order(name: str) -> None:
    bullet = made(name).brand.bullet.char
    found = [word for page in notes_of(name) for word in read(said(page)) if word != bullet]
    at = 0
    for slide in sorted(made(name).deck.slides, key=lambda slide: slide.hidden):
        wanted = [word for word in words_of(slide.notes) if word != bullet]
        at = next(place for place in range(at, len(found) + 1) if found[place : place + len(wanted)] == wanted)
        at += len(wanted)


@pytest.mark.parametrize("name", DECKS)
@pytest.mark.parametrize("per_page", [None, *PER_PAGE])
def test_nothing_stands_outside_the_margins_nor_on_something_else(name: str, per_page: int | None) -> None:
    pages = notes_of(name) if per_page is None else handout_pages(made(name), per_page)
    for page in pages:
        marks = list(own(page.elements, told=False))
        for mark in marks:
            left, top, right, bottom = box_of(mark)
            hangs = 4 if isinstance(mark, Words) else 1  # a blank at which a line is broken; half a hairline
            assert left > MARGIN - hangs and right < page.width - MARGIN + hangs, mark
            assert top > TOP - 2 and bottom < page.height - FOOT + 4, mark
        texts = [box_of(mark) for mark in marks if isinstance(mark, Words)]
        slides = [box_of(mark) for mark in marks if isinstance(mark, Inset)]
        assert not any(_meet(a, b) for a in texts for b in slides)


def _meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("name", DECKS)
def test_lines_of_words_stand_one_below_the_other(name: str) -> None:
    for page in notes_of(name):
        for side in (False, True):
            told = [m for m in own(page.elements) if isinstance(m, Words) and _beside(m, page) == side]
            rows = sorted({round(mark.baseline, 1) for mark in told if mark.text.strip()})
            lines = [b for a, b in pairwise(rows) if b - a > 5]  # what is nearer is raised
            assert all(b - a > 11 for a, b in pairwise(lines))


def _beside(mark: Words, page: Page) -> bool:
    """Whether words stand in the narrow column beside the notes."""
    return mark.x > page.width - MARGIN - 80 if page.rtl else mark.x < MARGIN + 80


def test_ten_thousand_words_flow_on_and_each_sheet_says_of_which_slide_it_is() -> None:
    first, *rest = notes_of("long")
    assert titles(first) == ["A long speech."] and len(rest) > 15
    for number, page in enumerate(rest, 2):
        head = "".join(mark.text for mark in own(page.elements, told=False) if isinstance(mark, Words))
        assert head.startswith("1A long speech. (continued)") and not insets(page) and page.number == number


def test_the_title_of_a_sheet_that_goes_on_gives_way_to_the_word_for_it() -> None:
    deck = long_talk(1_000).replace(
        "A long speech.", "'A title that is by far too long for any single line of a sheet'"
    )
    page = list(notes_pages(drawing(deck)))[1]
    head = "".join(mark.text for mark in own(page.elements, told=False) if isinstance(mark, Words))
    assert head.startswith("1A title that is by far too long for any single line") and "… (continued)" in head


def test_the_measure_is_neither_short_nor_long() -> None:
    for deck in (long_talk(2_000), HOSTILE):
        lines: Counter[tuple[int, float]] = Counter()
        for page in notes_pages(drawing(deck)):
            for mark in own(page.elements):
                if isinstance(mark, Words):
                    lines[page.number, mark.baseline] += len(mark.text)
        assert 55 <= max(lines.values()) <= 78


def test_no_last_word_stands_alone_where_narrower_lines_cure_it() -> None:
    words = " ".join(["Look at the last row first: Long Meadow had further to go, and it went"] * 2)
    for more in ("furthest", "furthest of all", "and furthest", "on"):
        made = drawing(SILENT.replace("{kind", f"{{notes: '{words} {more}.', kind"))
        (page,) = notes_pages(made)
        lines = [m.text for m in own(page.elements) if isinstance(m, Words) and not _beside(m, page)]
        assert len(lines) == 3 and len(lines[-1].split()) > 1


def test_the_slide_stands_above_within_a_hairline_and_keeps_its_structure() -> None:
    page = notes_of("hostile")[0]
    (inset,) = insets(page)
    assert (
        inset.x == MARGIN
        and inset.y == TOP
        and inset.page.width * inset.scale == pytest.approx(page.width - 2 * MARGIN)
    )
    frames = [mark for mark in own(page.elements, told=False) if isinstance(mark, Outline) and mark.stroke]
    assert [round(side, 2) for side in box_of(frames[0])][2] == round(page.width - MARGIN + 0.25, 2)
    roles = [element.role for element in inset.page.elements]
    assert "H1" in roles and "L" in roles


def test_what_is_said_of_a_slide_stands_beside_its_notes() -> None:
    assert said(notes_of("hostile")[0]).startswith("1 0:00 ≈\u00a01\u00a0min [click]\u00a0×\u00a03 Plain with bold")
    assert said(notes_of("hostile")[-1]) == "3 Back-up slides ≈\u00a00.5\u00a0min For questions only."


def test_lists_keep_their_depth_and_links_their_place() -> None:
    def roles(element: Element) -> Iterator[str]:
        yield element.role
        for child in element.children:
            if isinstance(child, Element):
                yield from roles(child)

    lists = [element for page in notes_of("hostile") for element in page.elements if element.role == "L"]
    assert [list(roles(lists[0])).count(role) for role in ("L", "LI", "Lbl", "LBody")] == [2, 5, 5, 5]
    links = [
        child.link
        for page in notes_of("hostile")
        for element in page.elements
        for child in element.children
        if isinstance(child, Element) and child.link
    ]
    assert [link.url or link.slide for link in links] == ["https://example.org/a_(b)?x=1&y=2", "two"]


def test_a_slide_without_notes_has_lines_to_write_on() -> None:
    (page,) = notes_of("silent")
    rules = [mark for mark in own(page.elements, told=False) if isinstance(mark, Outline) and len(mark.path) == 2]
    assert len(rules) > 10
    with_notes = [mark for mark in own(notes_of("hostile")[0].elements, told=False) if isinstance(mark, Outline)]
    assert not any(len(mark.path) == 2 for mark in with_notes)


def test_sheets_of_right_to_left_decks_are_mirrored() -> None:
    page = notes_of("arabic")[0]
    number = next(mark for mark in own(page.elements) if isinstance(mark, Words) and mark.text == "1")
    assert page.rtl and number.x > page.width / 2
    (sheet,) = handout_pages(made("arabic"), 3)
    assert all(inset.x > sheet.width / 3 for inset in insets(sheet))
    english = next(m for m in own(page.elements) if isinstance(m, Words) and m.text.startswith("An English"))
    assert english.x == pytest.approx(MARGIN, abs=0.1)


@pytest.mark.parametrize(("per_page", "sheets"), [(2, 4), (3, 3), (6, 2)])
def test_handouts_show_every_shown_slide_once_and_leave_the_last_rest_empty(per_page: int, sheets: int) -> None:
    pages = list(handout_pages(drawing(many_slides(7)), per_page))
    shown = [title for page in pages for title in titles(page)]
    assert shown == [f"Statement {n} is this." for n in range(7)] and len(pages) == sheets
    assert len(insets(pages[0])) == per_page and len(insets(pages[-1])) == 7 - per_page * (sheets - 1)
    assert {round(inset.scale, 6) for page in pages for inset in insets(page)} == {round(insets(pages[0])[0].scale, 6)}


def test_handouts_leave_hidden_slides_out_and_keep_the_others_numbers() -> None:
    (page,) = handout_pages(made("hostile"), 6)
    assert titles(page) == ["Points # with C#", "No notes at all", "End"]
    assert said(page).split() == ["1", "2", "4"]


def test_only_three_on_a_sheet_have_lines_beside_them() -> None:
    for per_page in PER_PAGE:
        page = next(handout_pages(made("hostile"), per_page))
        rules = [m for m in own(page.elements, told=False) if isinstance(m, Outline) and len(m.path) == 2]
        assert bool(rules) == (per_page == 3)


def test_a_handout_says_what_the_talk_is_who_hears_it_and_when() -> None:
    page = next(handout_pages(made("hostile"), 2))
    head = "".join(mark.text for mark in own(page.elements, told=False) if isinstance(mark, Words))
    assert head.startswith("Hostile <b>deck</b> & [all] of it #1November 24, 2026")


def test_there_is_no_sheet_for_five() -> None:
    with pytest.raises(KeyError):
        next(handout_pages(made("silent"), 5))


def block(lines: int) -> Block:
    return Block(Paragraph((Run("x"),)), (SetLine("x", 0),) * lines, 0)


@pytest.mark.parametrize(
    ("lines", "parted"),
    [
        ([4, 4], [[(0, 4), (0, 4)]]),
        ([4, 5], [[(0, 4), (0, 3)], [(3, 5)]]),  # not one line alone on the second sheet
        ([7, 4], [[(0, 7)], [(0, 4)]]),  # nor one alone on the first
        ([9], [[(0, 7)], [(7, 9)]]),
        ([25], [[(0, 8)], [(8, 18)], [(18, 25)]]),
    ],
)
def test_paragraphs_are_parted_where_two_lines_stand_on_either_side(
    lines: list[int], parted: list[list[tuple[int, int]]]
) -> None:
    # Sheets of 8.5 and 10 lines; half a line after a paragraph.
    sheets = flow([block(count) for count in lines], 10, 85, 100)
    assert [[(part.start, part.stop) for part in sheet] for sheet in sheets] == parted


def test_what_begins_a_list_stands_on_its_sheet() -> None:
    # The line before the list would end at 75, and its first item's first line at 90, beyond the sheet's 85.
    item = replace(block(3), paragraph=Paragraph((Run("x"),), bullet=True))
    sheets = flow([block(6), block(1), item], 10, 85, 100)
    assert [[(part.start, part.stop) for part in sheet] for sheet in sheets] == [[(0, 6)], [(0, 1), (0, 3)]]


def test_text_is_kerned_from_twelve_points_on() -> None:
    marks = [mark for page in notes_of("hostile") for mark in own(page.elements, told=False) if isinstance(mark, Words)]
    assert {mark.kerned for mark in marks if mark.size >= 12} == {True}
    # What is raised is two thirds of the size it is kerned by.
    assert {mark.kerned for mark in marks if mark.size in (9, 11)} == {False}
