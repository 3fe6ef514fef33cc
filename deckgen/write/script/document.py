"""The script as a Word document: headings by section and slide, so that Word's navigation pane shows the talk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document

from deckgen.drawing import Drawing
from deckgen.ooxml.zip import archive, deflated
from deckgen.scene import Deck
from deckgen.scene.clock import Clock, Turn, clock
from deckgen.write.script.outline import has_sections, head_facts, sections, when
from deckgen.write.script.styles import FACTS, LEVELS, style_document
from deckgen.write.script.word_text import Pen, add_bookmark, add_field, add_paragraph, add_words

_CONTENT_TYPES = "[Content_Types].xml"
_DROPPED = ("docProps/thumbnail", "customXml/")
"""Parts of python-docx's own template that say something of that template alone."""


def document(drawing: Drawing) -> bytes:
    """The script of the deck as a .docx; the same deck gives the same bytes."""
    deck, times = drawing.deck, clock(drawing.deck)
    made = docx.Document()
    _empty(made)
    style_document(made, drawing.brand, deck.language)
    _properties(made, deck)
    numbers = {turn.slide.id: turn.number for turn in (*times.shown, *times.backup)}
    pen = Pen(made.part, drawing.brand, numbers)
    _head(made, deck, times, pen)
    style = "Heading 2" if has_sections(times) else "Heading 1"
    for section, turns in sections(times, deck.language):
        if section:
            add_words(made.add_paragraph(style="Heading 1"), section, pen)
        for turn in turns:
            _turn(made, turn, style, pen)
    _foot(made, deck, pen)
    return _packed(made)


def _empty(made: Document) -> None:
    """Take out what python-docx's template brings that isn't a script's."""
    package = made.part.package
    for part in (made.part, package):
        rels = part.rels
        for key, rel in list(rels.items()):
            if str(rel.target_ref).removeprefix("/").startswith((*_DROPPED, "../customXml")):
                del rels[key]


def _properties(made: Document, deck: Deck) -> None:
    """Title, author and language of the file; its day is the deck's own."""
    said, day = made.core_properties, datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=deck.epoch)
    said.title, said.author, said.language = deck.title[:255], deck.author[:255], deck.language
    said.created = said.modified = day.replace(tzinfo=None)
    said.subject, said.last_modified_by, said.comments, said.keywords = deck.label[:255], "", "", ""
    said.revision = 1


def _head(made: Document, deck: Deck, times: Clock, pen: Pen) -> None:
    add_words(made.add_paragraph(style="Title"), " ".join(deck.title.split()), pen)
    for name, said in head_facts(deck, times):
        line = made.add_paragraph(style=FACTS)
        if name:
            add_words(line, f"{name}\u2002", pen)
        add_words(line, said, pen, bold=bool(name))


def _turn(made: Document, turn: Turn, style: str, pen: Pen) -> None:
    """A slide: its number and title, when it is shown, and what is said."""
    heading = made.add_paragraph(style=style)
    add_words(heading, f"{turn.number}\u2002{turn.title}", pen)
    add_bookmark(heading, turn.number)
    if said := when(turn, pen.brand.writing.language):
        line = made.add_paragraph(style=FACTS)
        line.paragraph_format.keep_with_next = True if turn.slide.notes else None
        add_words(line, said[0], pen, bold=turn.begins is not None)
        add_words(line, "".join(f" · {part}" for part in said[1:]), pen)
    for paragraph in turn.slide.notes:
        style = LEVELS[min(paragraph.level, len(LEVELS) - 1)] if paragraph.bullet else "Normal"
        add_paragraph(made.add_paragraph(style=style), paragraph, pen)


def _foot(made: Document, deck: Deck, pen: Pen) -> None:
    """The talk's name and the number of the page."""
    line = made.sections[0].footer.paragraphs[0]
    add_words(line, " ".join(deck.title.split()) + "\t", pen)
    add_field(line, "PAGE")


def _packed(made: Document) -> bytes:
    """The package with its parts in the order of their names, and no time in it."""
    buffer = BytesIO()
    made.save(buffer)
    with ZipFile(buffer) as saved:
        names = sorted(saved.namelist(), key=lambda name: (name != _CONTENT_TYPES, name))
        return archive([(name, deflated(saved.read(name))) for name in names])
