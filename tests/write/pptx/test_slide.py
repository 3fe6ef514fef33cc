from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from deckgen.write.pptx.identity import slide_numbers
from deckgen.write.pptx.ready import frame
from deckgen.write.pptx.slide import slide_xml
from tests.write.pptx import decks
from tests.write.pptx.decks import cover, everything, slide, template, text, words
from tests.write.pptx.markup import find


def drawn(given: decks.Slide) -> etree._Element:
    content, _ = slide_xml(given, frame(template(), given.layout), creation_id=7)
    return etree.fromstring(content)


def test_the_slides_name_is_its_id() -> None:
    assert find(drawn(cover()), "p:cSld/@name") == ["talk/cover"]


def test_shapes_stand_in_reading_order_with_the_number_last() -> None:
    names = find(drawn(slide("talk/x", text("title", words("a")), text("points", words("b")))), ".//p:cNvPr/@name")
    assert names == ["", "title", "points", "slide-number"]


def test_shape_ids_are_counted_from_the_tree_on() -> None:
    ids = find(drawn(everything()), ".//p:cNvPr/@id")
    assert ids == [str(n) for n in range(1, len(ids) + 1)]


def test_a_layout_without_a_number_gets_none() -> None:
    assert not find(drawn(cover()), ".//p:ph[@type='sldNum']")


def test_the_number_is_a_field_that_says_no_number() -> None:
    """So a slide is the same wherever it stands; PowerPoint and LibreOffice count for themselves."""
    field = find(drawn(everything()), ".//a:fld[@type='slidenum']")[0]
    assert find(field, "a:t/text()") == ["‹#›"]
    assert find(drawn(everything()), ".//p:ph[@type='sldNum'][@idx='92']")


def test_a_slide_on_a_dark_layout_carries_the_layouts_colour_map() -> None:
    mapping = find(drawn(cover()), "p:clrMapOvr/a:overrideClrMapping")[0]
    assert (mapping.get("bg1"), mapping.get("tx1"), len(mapping.attrib)) == ("dk2", "lt1", 12)


def test_a_slide_on_a_light_layout_has_the_masters() -> None:
    assert find(drawn(everything()), "p:clrMapOvr/a:masterClrMapping")


def test_only_a_hidden_slide_says_whether_it_shows() -> None:
    assert find(drawn(replace(cover(), hidden=True)), "@show") == ["0"]
    assert find(drawn(cover()), "@show") == []


def test_the_slide_carries_its_creation_id() -> None:
    assert find(drawn(cover()), "p:cSld/p:extLst/p:ext/p14:creationId/@val") == ["7"]


def test_words_are_in_the_slides_language() -> None:
    assert set(find(drawn(replace(everything(), language="cy-GB")), ".//@lang")) == {"cy-GB"}


def test_relationships_lead_where_the_runs_and_pictures_do() -> None:
    _, targets = slide_xml(everything(), frame(template(), "Points"), creation_id=1)
    said = [(number, getattr(t, "url", None) or getattr(t, "slide", None) or t.sha256[:4]) for number, t in targets]
    # Equal pictures share a relationship.
    assert said == [
        ("rId2", "https://example.org/a?b=1&c=2"),
        ("rId3", "https://example.org/ü b"),
        ("rId4", "talk/cover"),
        ("rId5", decks.photo().sha256[:4]),
    ]


def test_a_slide_is_the_same_bytes_each_time_and_holds_nothing_of_its_deck() -> None:
    """Drawn alone or among others, first or last: numbers come from ids alone."""
    first, last = decks.deck(cover(), everything()), decks.deck(everything(), cover())
    made = []
    for given in (first, last):
        numbers = slide_numbers(tuple(s.id for s in given.slides))
        one = next(s for s in given.slides if s.id == "talk/everything")
        made.append(slide_xml(one, frame(template(), one.layout), creation_id=numbers[one.id].creation_id))
    assert made[0] == made[1]
