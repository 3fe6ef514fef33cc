from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckgen.scene import Link, Paragraph, Run
from deckgen.verify import verify_package
from deckgen.write.pptx.deck import write_pptx
from deckgen.write.pptx.ready import SlideCache
from tests.support import tools
from tests.write.pptx import decks
from tests.write.pptx.decks import cover, deck, everything, sample, slide, template, text, words
from tests.write.pptx.markup import find, names, part

MADE = write_pptx(sample(), template())


def slide_ids(package: bytes) -> list[str]:
    return find(part(package, "ppt/presentation.xml"), "p:sldIdLst/p:sldId/@id")


def targets(package: bytes, name: str) -> dict[str, str]:
    return {e.get("Type").rpartition("/")[2]: e.get("Target") for e in part(package, name)}


def test_the_archive_begins_with_what_readers_ask_for_first() -> None:
    found = names(MADE)
    assert found[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert len(set(found)) == len(found)


def test_what_a_brands_decks_share_and_pictures_come_before_what_is_the_decks_own() -> None:
    """So that files of one brand begin alike, however their slides differ."""
    found = names(MADE)[2:]
    shared = [name for name in found if name in template().members or name.startswith("ppt/media/")]
    assert found[: len(shared)] == sorted(shared) and set(template().members) <= set(shared)
    assert found[len(shared) :] == sorted(found[len(shared) :])


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert write_pptx(sample(), template()) == MADE
    kept = SlideCache()
    assert [write_pptx(sample(), template(), cache=kept) for _ in range(2)] == [MADE, MADE]


def test_bytes_do_not_depend_on_hash_seed_time_zone_or_folder(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom deckgen.write.pptx.deck import write_pptx\nfrom tests.write.pptx import decks\n"
        "sys.stdout.buffer.write(write_pptx(decks.sample(), decks.template()))"
    )
    other = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tools.ROOT), "PYTHONHASHSEED": "12345", "TZ": "Asia/Tokyo"},
    )
    assert other.stdout == MADE


def test_a_slides_part_does_not_change_when_it_moves() -> None:
    moved = write_pptx(deck(everything(), cover()), template())
    first = write_pptx(deck(cover(), everything()), template())
    assert slide_ids(moved) == slide_ids(first)[::-1]
    from zipfile import ZipFile

    def read(package: bytes, name: str) -> bytes:
        return ZipFile(io.BytesIO(package)).read(name)

    assert read(moved, "ppt/slides/slide1.xml") == read(first, "ppt/slides/slide2.xml")
    assert read(moved, "ppt/notesSlides/notesSlide1.xml") == read(first, "ppt/notesSlides/notesSlide2.xml")


def test_only_slides_with_notes_have_notes_pages() -> None:
    assert [name for name in names(MADE) if "notesSlides/notes" in name] == ["ppt/notesSlides/notesSlide2.xml"]
    assert "notesSlide" not in targets(MADE, "ppt/slides/_rels/slide1.xml.rels")


def test_a_notes_page_and_its_slide_lead_to_each_other() -> None:
    assert targets(MADE, "ppt/slides/_rels/slide2.xml.rels")["notesSlide"] == "../notesSlides/notesSlide2.xml"
    assert targets(MADE, "ppt/notesSlides/_rels/notesSlide2.xml.rels")["slide"] == "../slides/slide2.xml"


def test_equal_pictures_are_stored_once() -> None:
    photos = [name for name in names(MADE) if name.endswith(".jpeg")]
    assert photos == [f"ppt/media/{decks.photo().sha256[:32]}.jpeg"]


def test_a_link_to_a_slide_leads_to_where_it_stands() -> None:
    assert (
        targets(write_pptx(deck(everything(), cover()), template()), "ppt/slides/_rels/slide1.xml.rels")["slide"]
        == "slide2.xml"
    )


def test_addresses_are_written_as_uris() -> None:
    addresses = [
        e.get("Target") for e in part(MADE, "ppt/slides/_rels/slide2.xml.rels") if e.get("TargetMode") == "External"
    ]
    assert addresses == ["https://example.org/a?b=1&c=2", "https://example.org/%C3%BC%20b"]


def test_a_link_to_a_slide_that_is_not_there_is_our_mistake() -> None:
    lost = slide("talk/x", text("points", Paragraph((Run("x", link=Link(slide="gone")),))))
    with pytest.raises(ValueError, match="gone"):
        write_pptx(deck(lost), template())


def test_two_slides_of_one_id_are_our_mistake() -> None:
    with pytest.raises(ValueError, match="same id"):
        write_pptx(deck(cover(), cover()), template())


def test_sections_hold_every_slide() -> None:
    root = part(MADE, "ppt/presentation.xml")
    assert find(root, ".//p14:section/@name") == ["Opening", "The evidence"]
    # The third slide begins no section: it goes on with the one before.
    assert [len(find(s, "p14:sldIdLst/p14:sldId")) for s in find(root, ".//p14:section")] == [1, 2]
    assert find(root, ".//p14:sectionLst//p14:sldId/@id") == slide_ids(MADE)


def test_slides_before_the_first_section_stand_in_one_named_after_the_deck() -> None:
    made = write_pptx(deck(replace(cover(), section=None), everything()), template())
    assert find(part(made, "ppt/presentation.xml"), ".//p14:section/@name") == ["A talk", "The evidence"]


def test_a_deck_without_sections_has_no_list_of_them() -> None:
    made = write_pptx(deck(replace(cover(), section=None)), template())
    assert not find(part(made, "ppt/presentation.xml"), ".//p14:sectionLst")


def test_two_sections_of_one_name_are_two() -> None:
    parts = [replace(cover(f"talk/{n}"), section=name) for n, name in enumerate("ABA")]
    ids = find(part(write_pptx(deck(*parts), template()), "ppt/presentation.xml"), ".//p14:section/@id")
    assert len(set(ids)) == 3


def test_a_deck_of_no_slides_is_still_a_presentation() -> None:
    from pptx import Presentation

    assert len(Presentation(io.BytesIO(write_pptx(deck(), template()))).slides) == 0


def test_python_pptx_reads_what_was_meant() -> None:
    from pptx import Presentation

    opened = Presentation(io.BytesIO(MADE))
    first, second, third = opened.slides
    assert [s.slide_layout.name for s in opened.slides] == ["Cover", "Points", "Contrast"]
    assert [s.name for s in opened.slides] == ["talk/cover", "talk/everything", "talk/contrast"]
    assert (first.shapes.title.text, second.shapes.title.text) == ("Joining a Trust", "Everything at once")
    assert {p.placeholder_format.idx for p in second.placeholders} == {0, 1, 80, 92}
    assert second.notes_slide.notes_text_frame.text.startswith("Say this.\nand this")
    assert third._element.get("show") == "0"
    points = next(p for p in second.placeholders if p.placeholder_format.idx == 1)
    hyperlinks = [r.hyperlink.address for p in points.text_frame.paragraphs for r in p.runs if r.hyperlink.address]
    assert hyperlinks == ["https://example.org/a?b=1&c=2", "https://example.org/%C3%BC%20b", "slide1.xml"]
    said = opened.core_properties
    assert (said.title, said.author, said.language) == ("A talk", "Leora", "en-GB")
    assert said.created == said.modified and said.created.year == 2025


def test_our_own_rules_find_nothing() -> None:
    assert verify_package(MADE) == ()
    assert verify_package(write_pptx(decks.talk(), template())) == ()


def test_openxml_audit_finds_nothing(tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    (tmp_path / "deck.pptx").write_bytes(MADE)
    assert OpenXmlValidator().validate(str(tmp_path / "deck.pptx")).errors == []


@pytest.mark.validator
def test_the_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    assert tools.sdk_errors(MADE, tmp_path) == []
    assert tools.sdk_errors(write_pptx(decks.talk(), template()), tmp_path) == []


def test_writing_grows_no_faster_than_the_deck() -> None:
    """Parts of 28 slides are twice those of 14: nothing is written per pair of slides."""
    small, large = (len(names(write_pptx(decks.talk(n), template()))) for n in (14, 28))
    assert large - small == 14 * 4  # a slide, a notes page, and the relationships of both


def test_no_machine_or_person_is_in_the_file() -> None:
    everything_written = b"".join(part_bytes(MADE))
    for leak in (b"/work/", b"/tmp/", b"python-pptx", b"Steve Canny", os.uname().nodename.encode()):
        assert leak not in everything_written


def part_bytes(package: bytes) -> list[bytes]:
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(package)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def test_words_of_the_slides_are_not_lost() -> None:
    made = write_pptx(deck(slide("talk/x", text("points", words("One"), words("two & <three>")))), template())
    assert find(part(made, "ppt/slides/slide1.xml"), ".//a:t/text()") == ["One", "two & <three>", "‹#›"]
