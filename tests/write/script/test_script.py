"""The speaker's script: nothing of the notes is lost, whatever they hold, and the clock is right."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.scene.clock import clock, clock_time
from deckgen.write.formats import File, Options, format_of
from tests.render.pdf import pages
from tests.support import tools
from tests.support.spoken import ARABIC, HOSTILE, SILENT, drawing, long_talk, many_slides, read, words_of

TALK = """\
title: Reading
brand: plain
minutes: 20
speaker: {name: Amara Osei}
audiences: {board: {label: The board}}
slides:
  - {kind: section, id: a, title: One., minutes: 1.5, notes: Say it.}
  - section: Then
  - kind: points
    id: b
    title: Two
    build: true
    points: [This one, That one]
    minutes: 2
    notes: Wait.
  - kind: points
    id: c
    title: Three
    build: true
    points: [This one, That one]
    minutes: 3
    notes: Click twice.
  - {kind: section, id: d, title: Four., notes: For questions., hidden: true, minutes: 5}
  - {kind: section, id: e, title: Five.}
"""


def scripts(made: Drawing) -> dict[str, bytes]:
    return {file.suffix: file.data for file in _files(made)}


def _files(made: Drawing) -> list[File]:
    return list(format_of("script").files(made, Options(), Diagnostics()))


def markdown_of(deck: str) -> str:
    return scripts(drawing(deck))[".script.md"].decode()


def rendered(markdown: str) -> list[str]:
    """The words that a reader of Markdown sees."""
    parser = MarkdownIt("commonmark", {"html": True})
    words = []
    for token in parser.parse(markdown):
        inside = [
            " " if child.type in ("softbreak", "hardbreak") else child.content
            for child in token.children or ()
            if child.type in ("text", "softbreak", "hardbreak")
        ]
        assert all(child.type != "image" for child in token.children or ())
        words.append("".join(inside))
    return read(" ".join(words))


def in_order(wanted: list[str], found: list[str]) -> bool:
    """Whether the words stand in this order, each whole, one after another."""
    return any(found[at : at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1))


def word_lines(data: bytes) -> list[tuple[str, str]]:
    """(style, text) of each paragraph; what a link shows is in it."""
    lines = docx.Document(BytesIO(data)).paragraphs
    return [(str(line.style and line.style.name), line.text) for line in lines]


@pytest.mark.parametrize("deck", [HOSTILE, ARABIC, long_talk(10_000)], ids=["hostile", "arabic", "long"])
def test_every_word_of_the_notes_stands_in_order_in_both_files(deck: str) -> None:
    made = drawing(deck)
    found = scripts(made)
    markdown = rendered(found[".script.md"].decode().replace(" (→ 2)", ""))
    word = read(" ".join(text for _, text in word_lines(found[".script.docx"])))
    for slide in made.deck.slides:
        wanted = words_of(slide.notes)
        assert in_order(wanted, markdown)
        assert in_order(wanted, word)


def test_no_word_is_read_as_markup() -> None:
    parsed = MarkdownIt("commonmark", {"html": True}).parse(markdown_of(HOSTILE))
    inline = [child for token in parsed for child in token.children or ()]
    assert {child.content for child in inline if child.type == "html_inline"} == {
        "<sup>",
        "</sup>",
        "<sub>",
        "</sub>",
    }
    assert not {"html_block", "code_block", "fence", "hr", "blockquote_open", "ordered_list_open"} & {
        token.type for token in parsed
    }
    headings = [parsed[i + 1].content for i, token in enumerate(parsed) if token.type == "heading_open"]
    assert len(headings) == 1 + 4 + 2  # the talk, its slides, a section and the back-up


def test_emphasis_links_and_lists_of_the_notes_are_kept() -> None:
    text = markdown_of(HOSTILE)
    assert "**bold**, *italic*, ***both***, x<sup>2</sup> and H<sub>2</sub>O" in text
    assert "[link](<https://example.org/a_(b)?x=1&y=2>) and there (→ 2)." in text
    assert "- Third **bold** item\n  - deeper one with \\`code\\`\n  - deeper two" in text


def test_a_link_after_an_exclamation_mark_is_no_picture() -> None:
    text = markdown_of(SILENT.replace("{kind", "{notes: 'Look![here](https://example.org)', kind"))
    assert "Look\\![here](<https://example.org>)" in text


def test_emphasis_that_markdown_would_not_see_is_written_as_html() -> None:
    notes = "说**「重点」**是 x, and a***b***c"
    text = markdown_of(f"title: T\nbrand: plain\nslides:\n  - {{kind: section, title: A., notes: '{notes}'}}\n")
    made = drawing(f"title: T\nbrand: plain\nslides:\n  - {{kind: section, title: A., notes: '{notes}'}}\n")
    bold = [run.text for run in made.deck.slides[0].notes[0].runs if run.bold]
    html = MarkdownIt("commonmark", {"html": True}).render(text)
    assert bold and all(f"<strong>{words}</strong>" in html for words in bold)


def test_the_clock_runs_through_shown_slides_and_hidden_ones_are_back_up() -> None:
    text = markdown_of(TALK)
    lines = [line for line in text.splitlines() if line and not line.startswith("- ")]
    assert lines == [
        "# Reading",
        "### 1. One.",
        "**0:00** · 1.5\u00a0min",
        "Say it.",
        "## Then",
        "### 2. Two",
        "**1:30** · 2\u00a0min · \\[click\\] × 2",
        "Wait.",
        "### 3. Three",
        "**3:30** · 3\u00a0min",
        "Click twice.",
        "### 5. Five.",
        "**6:30** · ≈\u00a00.5\u00a0min",
        "## Back-up slides",
        "### 4. Four.",
        "5\u00a0min",
        "For questions.",
    ]


def test_the_head_says_who_speaks_to_whom_and_how_long() -> None:
    project_deck = TALK.replace("slides:", "date: 2026-11-24\nslides:")
    text = markdown_of(project_deck)
    assert text.startswith(
        "# Reading\n\n- **Speaker:** Amara Osei\n- 24 November 2026\n- **Time:** 20\u00a0min\n"
        "- **Slides take:** ≈\u00a07\u00a0min\n- ≈ estimated from the number of words: 130 a minute\n"
    )


def test_an_estimate_counts_the_words_of_the_notes_or_of_the_slide() -> None:
    (turn,) = clock(drawing(long_talk(10_000)).deck).shown
    assert turn.estimated and turn.minutes == 77  # 10,000 / 130 = 76.9, in half minutes
    (silent,) = clock(drawing(SILENT).deck).shown
    assert silent.minutes == 0.5
    assert clock_time(77.5) == "77:30"


def test_a_slide_that_goes_on_takes_no_time_of_its_own() -> None:
    points = ", ".join(f"'Point {n} is one of a good many that this slide has to show to everybody'" for n in range(12))
    made = drawing(
        "title: T\nbrand: plain\nslides:\n"
        f"  - {{kind: points, id: p, title: Points, overflow: split, minutes: 4, points: [{points}]}}\n"
        "  - {kind: section, title: End., minutes: 1}\n"
    )
    turns = clock(made.deck).shown
    assert len(turns) > 2 and [turn.minutes for turn in turns] == [4, *[0] * (len(turns) - 2), 1]
    assert turns[-1].begins == 4 and not clock(made.deck).estimated


def test_words_around_the_notes_are_in_the_decks_language() -> None:
    german = markdown_of(TALK.replace("brand: plain", "brand: plain\nlanguage: de"))
    assert "- **Es spricht:** Amara Osei" in german and "**0:00** · 1,5\u00a0min" in german
    assert "\\[Klick\\] × 2" in german and "## Reservefolien" in german


def test_a_language_without_words_gets_names_signs_and_numbers() -> None:
    text = markdown_of(SILENT)
    assert "≈\u00a00.5\u00a0min" in text and "130/min" in text
    assert not any(word in text for word in ("Speaker", "Slides", "estimated"))


def test_a_word_document_has_headings_and_styles_of_its_own() -> None:
    lines = word_lines(scripts(drawing(TALK))[".script.docx"])
    headings = [(style, text) for style, text in lines if style.startswith(("Title", "Heading"))]
    assert headings == [
        ("Title", "Reading"),
        ("Heading 2", "1\u2002One."),
        ("Heading 1", "Then"),
        ("Heading 2", "2\u2002Two"),
        ("Heading 2", "3\u2002Three"),
        ("Heading 2", "5\u2002Five."),
        ("Heading 1", "Back-up slides"),
        ("Heading 2", "4\u2002Four."),
    ]


def test_a_word_document_has_the_brands_faces_and_colours_and_the_decks_language() -> None:
    made = drawing(TALK.replace("brand: plain", "brand: plain\nlanguage: cy"))
    document = docx.Document(BytesIO(scripts(made)[".script.docx"]))
    title = document.styles["Title"].element
    assert title.find(".//" + qn("w:rFonts")).get(qn("w:ascii")) == made.brand.fonts["major"].office
    assert document.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "cy"
    assert document.core_properties.title == "Reading" and document.core_properties.language == "cy"
    assert 'w:instr="PAGE"' in document.sections[0].footer.part.blob.decode()


def test_paper_is_letter_for_american_decks_and_a4_elsewhere() -> None:
    for language, height in (("en-US", 792), ("en-GB", 842), ("ar", 842)):
        made = drawing(SILENT.replace("sw", language))
        page = docx.Document(BytesIO(scripts(made)[".script.docx"])).sections[0]
        assert round(page.page_height.pt) == height


def test_links_lead_to_their_address_and_to_the_slides_heading() -> None:
    document = docx.Document(BytesIO(scripts(drawing(HOSTILE))[".script.docx"]))
    links = list(document.element.iter(qn("w:hyperlink")))
    targets = [link.get(qn("r:id")) and document.part.rels[link.get(qn("r:id"))].target_ref for link in links]
    assert targets == ["https://example.org/a_(b)?x=1&y=2", None]
    marks = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    assert links[1].get(qn("w:anchor")) in marks


def test_right_to_left_is_said_of_pages_styles_and_runs() -> None:
    document = docx.Document(BytesIO(scripts(drawing(ARABIC))[".script.docx"]))
    assert document.styles["Normal"].element.find(".//" + qn("w:bidi")) is not None
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
    by_text = {line.text: line._p for line in document.paragraphs}
    english = by_text["An English paragraph that runs from left to right, all of it."]
    assert english.pPr.find(qn("w:bidi")).get(qn("w:val")) == "0" and not list(english.iter(qn("w:rtl")))
    assert list(by_text["شكرا لكم جميعا على الحضور."].iter(qn("w:rtl")))


def test_words_of_another_writing_system_have_its_face_and_language() -> None:
    made = drawing(SILENT.replace("{kind", "{notes: 'Say **مرحبا** first.', kind"))
    line = docx.Document(BytesIO(scripts(made)[".script.docx"])).paragraphs[-1]
    (arabic,) = [run for run in line.runs if run.text == "مرحبا"]
    properties = arabic._r.rPr
    assert properties.find(qn("w:rFonts")).get(qn("w:cs")) == made.brand.scripts["arabic"]["minor"].office
    assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "ar-SA" and properties.find(qn("w:bCs")) is not None


@pytest.mark.parametrize("deck", [HOSTILE, ARABIC, SILENT], ids=["hostile", "arabic", "silent"])
def test_two_scripts_of_a_deck_are_the_same_bytes_and_hold_no_time(deck: str) -> None:
    first, second = scripts(drawing(deck)), scripts(drawing(deck))
    assert first == second and list(first) == [".script.md", ".script.docx"]
    with ZipFile(BytesIO(first[".script.docx"])) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name or "customXml" in name for name in packed.namelist())


def test_five_hundred_slides_are_all_there() -> None:
    found = scripts(drawing(many_slides(500)))
    assert found[".script.md"].count(b"\n## ") == 500
    assert sum(style == "Heading 1" for style, _ in word_lines(found[".script.docx"])) == 500


@pytest.mark.validator
@pytest.mark.parametrize("deck", [HOSTILE, ARABIC], ids=["hostile", "arabic"])
def test_the_open_xml_sdk_finds_nothing_wrong(deck: str, tmp_path: Path) -> None:
    assert tools.sdk_errors(scripts(drawing(deck))[".script.docx"], tmp_path, ending=".docx") == []


@pytest.mark.writer
def test_libreoffice_prints_every_word(shared_folder: Path) -> None:
    made = drawing(HOSTILE)
    printed = pages(tools.office_pdf(scripts(made)[".script.docx"], shared_folder, ending=".docx"))
    shown = "".join(glyph.text for page in printed for glyph in page.glyphs)
    for slide in made.deck.slides:
        for paragraph in (p for p in slide.notes if p.text.isascii()):
            assert "".join(paragraph.text.split()) in shown
