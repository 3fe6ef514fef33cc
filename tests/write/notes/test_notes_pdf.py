"""Notes pages and handouts as PDF: tagged, bookmarked, the same bytes each time, and with every word in them."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing, Page
from deckgen.drawing.sheets import handout_pages, notes_pages
from deckgen.write.formats import Options, format_of
from deckgen.write.pdf import about
from deckgen.write.pdf.document import pdf_chunks
from tests.support.spoken import ARABIC, HOSTILE, SILENT, drawing, long_talk, many_slides, read, words_of


def pdf(name: str, made: Drawing, *, per_page: int = 3, diags: Diagnostics | None = None) -> bytes:
    (file,) = format_of(name).files(made, Options(per_page=per_page), Diagnostics() if diags is None else diags)
    assert file.suffix == f".{name}.pdf"
    return file.data


def texts(data: bytes) -> list[str]:
    """What each page's words are to a program that extracts them."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def outline(data: bytes) -> list[tuple[str, list[tuple[str, int]]]]:
    """The bookmarks: each with those below it and the pages that they go to, from 1."""
    with pikepdf.open(BytesIO(data)) as opened, opened.open_outline() as found:
        places = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
        return [
            (item.title, [(child.title, places[child.destination[0].objgen]) for child in item.children])
            for item in found.root
        ]


@pytest.mark.parametrize("name", ["notes", "handout"])
@pytest.mark.parametrize("deck", [HOSTILE, ARABIC, SILENT], ids=["hostile", "arabic", "silent"])
def test_two_of_a_deck_are_the_same_bytes(name: str, deck: str) -> None:
    assert pdf(name, drawing(deck)) == pdf(name, drawing(deck))


def test_every_word_of_long_notes_is_in_the_text_of_the_pages() -> None:
    found = [word for text in texts(pdf("notes", drawing(long_talk(10_000)))) for word in read(text)]
    assert [word for word in found if word.startswith("word")] == [f"word{n}" for n in range(10_000)]


def test_words_of_the_notes_are_in_the_text_of_the_pages_whole_and_in_order() -> None:
    made = drawing(HOSTILE)
    found = read(" ".join(texts(pdf("notes", made))).replace("x2\r\n", "x2"))  # what is raised stands above its line
    for slide in made.deck.slides:
        for paragraph in slide.notes:
            if paragraph.text.isascii() and "://" not in paragraph.text:
                wanted = words_of((paragraph,))
                assert any(found[at : at + len(wanted)] == wanted for at in range(len(found))), wanted


def test_words_from_right_to_left_are_whole_and_in_order_too() -> None:
    made = drawing(ARABIC)
    letters = re.compile("[\u0620-\u064a]+")
    found = letters.findall(" ".join(texts(pdf("notes", made))))
    for slide in made.deck.slides:
        wanted = letters.findall(" ".join(paragraph.text for paragraph in slide.notes))
        assert any(found[at : at + len(wanted)] == wanted for at in range(len(found))), wanted


def test_slides_are_bookmarked_under_their_sections_and_hidden_ones_as_back_up() -> None:
    assert outline(pdf("notes", drawing(HOSTILE))) == [
        ("Points # with C#", []),
        ("No notes at all", []),
        ("The end", [("End", 4)]),
        ("Back-up slides", [("Hidden slide", 5)]),
    ]
    assert outline(pdf("handout", drawing(HOSTILE), per_page=2)) == [
        ("Points # with C#", []),
        ("No notes at all", []),
        ("The end", [("End", 2)]),
    ]


@pytest.mark.parametrize("name", ["notes", "handout"])
def test_the_slides_own_structure_is_in_the_tags(name: str) -> None:
    with pikepdf.open(BytesIO(pdf(name, drawing(HOSTILE), per_page=6))) as opened:
        roles = [str(part.S) for part in opened.objects if isinstance(part, pikepdf.Dictionary) and "/S" in part]
        assert roles.count("/H1") == (4 if name == "notes" else 3) and "/LBody" in roles
        assert opened.Root.MarkInfo.Marked and str(opened.Root.Lang) == "en-US"


def test_links_go_to_addresses_and_to_the_sheets_of_slides() -> None:
    with pikepdf.open(BytesIO(pdf("notes", drawing(HOSTILE)))) as opened:
        places = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
        links = [link for page in opened.pages for link in page.get("/Annots", [])]
        assert [str(link.A.URI) for link in links if "/A" in link] == ["https://example.org/a_(b)?x=1&y=2"]
        assert [places[link.Dest[0].objgen] for link in links if "/Dest" in link] == [3]


@pytest.mark.parametrize(("language", "size"), [("en-US", (612, 792)), ("en-GB", (595.28, 841.89))])
@pytest.mark.parametrize("name", ["notes", "handout"])
def test_sheets_are_of_the_paper_that_printers_there_hold(name: str, language: str, size: tuple[float, float]) -> None:
    with pikepdf.open(BytesIO(pdf(name, drawing(SILENT.replace("sw", language))))) as opened:
        assert [float(side) for side in opened.pages[0].MediaBox] == [0, 0, *size]


def test_what_no_face_has_a_glyph_for_is_warned_of_where_the_slide_stands() -> None:
    diags = Diagnostics()
    pdf("notes", drawing(HOSTILE), diags=diags)
    (found,) = diags
    assert found.code == "no-glyph" and found.severity.value == "warning" and "😀 (U+1F600)" in found.message
    assert (found.span.file, found.span.line) == ("decks/d.yaml", 9)


def test_a_deck_of_hidden_slides_has_nothing_to_hand_out_but_its_notes() -> None:
    made = drawing(SILENT.replace("{kind", "{hidden: true, kind"))
    diags = Diagnostics()
    assert list(format_of("handout").files(made, Options(), diags)) == []
    assert [found.code for found in diags] == ["nothing-shown"]
    assert len(texts(pdf("notes", made))) == 1


@pytest.mark.parametrize("sheets", [notes_pages, partial(handout_pages, per_page=3)], ids=["notes", "handout"])
def test_of_five_hundred_slides_no_page_is_kept(sheets: Callable[[Drawing], Iterator[Page]]) -> None:
    made = drawing(many_slides(500))
    alive: list[int] = []
    before = _pages()  # other tests keep some

    def watched() -> Iterator[Page]:
        for number, page in enumerate(sheets(made)):
            if number % 50 == 49:
                alive.append(_pages() - before)
            yield page

    pdf_chunks(watched(), made.fonts, about(made))
    assert len(alive) > 2 and max(alive) <= 2 * (1 + 3)  # this sheet and the one before, each with its slides


def _pages() -> int:
    """How many pages there are in memory."""
    return sum(isinstance(found, Page) for found in gc.get_objects())
