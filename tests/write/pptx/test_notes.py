from __future__ import annotations

from lxml import etree

from deckgen.scene import Link
from deckgen.write.pptx.notes import notes_xml
from tests.write.pptx.decks import everything
from tests.write.pptx.markup import find

PAGE, TARGETS = notes_xml(everything())
ROOT = etree.fromstring(PAGE)


def test_a_notes_page_has_the_slides_picture_its_words_and_a_number() -> None:
    assert find(ROOT, ".//p:ph/@type") == ["sldImg", "body", "sldNum"]


def test_words_stand_in_paragraphs() -> None:
    paragraphs = find(ROOT, ".//p:sp[p:nvSpPr/p:cNvPr/@name='Notes']//a:p")
    assert ["".join(find(p, ".//a:t/text()")) for p in paragraphs] == [
        "Say this.",
        "and this",
        "below",
        "Look at the source",
    ]


def test_list_items_bring_their_bullets_and_indents() -> None:
    paragraphs = find(ROOT, ".//p:sp[p:nvSpPr/p:cNvPr/@name='Notes']//a:p")
    assert [len(find(p, "a:pPr/a:buChar")) for p in paragraphs] == [0, 1, 1, 0]
    # 18 and 36 pt, hanging by 18.
    assert [find(p, "a:pPr/@marL") for p in paragraphs[1:3]] == [["228600"], ["457200"]]
    assert [find(p, "a:pPr/@indent") for p in paragraphs[1:3]] == [["-228600"], ["-228600"]]


def test_links_in_notes_follow_the_pages_own_relationships() -> None:
    assert (("rId3", Link(url="https://example.org/")),) == TARGETS
