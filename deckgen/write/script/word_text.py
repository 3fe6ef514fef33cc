"""Words in a Word document: runs with their look, writing system and links (ECMA-376 part 1, 17.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from msgspec.structs import replace

from deckgen.brand.color import hex_of
from deckgen.brand.model import Brand
from deckgen.scene import LINE_BREAK, Link, Paragraph, Run
from deckgen.scripts import SYSTEMS, is_plain
from deckgen.scripts.bidi import leaning
from deckgen.scripts.itemise import stretches


class Pen:
    """What is known while a document is written: its part, its brand, and which number a slide has."""

    def __init__(self, part: Part, brand: Brand, numbers: dict[str, int]) -> None:
        self.part, self.brand, self.numbers = part, brand, numbers
        self.link_color = hex_of(brand.surface("paper").color("link"), brand.theme)


def add_words(line: WordParagraph, text: str, pen: Pen, *, bold: bool = False) -> None:
    """deckgen's own words, or a title, at the end of a line."""
    rtl = _directed(line, line.text + text, pen)
    for run, system in _by_system(Run(text, bold=bold), pen, rtl=rtl):
        line._p.append(_run(run, system, pen))


def add_paragraph(line: WordParagraph, paragraph: Paragraph, pen: Pen) -> None:
    """A paragraph of the notes."""
    rtl = _directed(line, paragraph.text, pen)
    for run in paragraph.runs:
        made = [_run(part, system, pen) for part, system in _by_system(run, pen, rtl=rtl)]
        holder = _hyperlink(run.link, pen) if run.link else None
        if holder is None:
            line._p.extend(made)
        else:
            holder.extend(made)
            line._p.append(holder)


def add_field(line: WordParagraph, code: str) -> None:
    """A field that Word works out, such as PAGE (17.16.5)."""
    field = element("w:fldSimple", {"w:instr": code})
    run = element("w:r")
    run.append(_text("1"))
    field.append(run)
    line._p.append(field)


def add_bookmark(line: WordParagraph, number: int) -> None:
    """A place to jump to, round the line's words: the slide of this number."""
    start = element("w:bookmarkStart", {"w:id": str(number), "w:name": _anchor(number)})
    properties = line._p.pPr
    line._p.insert(0 if properties is None else 1, start)
    line._p.append(element("w:bookmarkEnd", {"w:id": str(number)}))


def _anchor(number: int) -> str:
    return f"slide_{number}"


def _directed(line: WordParagraph, text: str, pen: Pen) -> bool:
    """Whether the line runs from right to left, which it says where its style says otherwise (17.3.1.6)."""
    written = pen.brand.writing.rtl
    found = leaning(text) if written or not is_plain(text) else ""
    rtl = found == "R" if found else written
    if rtl != written:
        properties = line._p.get_or_add_pPr()
        for old in properties.findall(qn("w:bidi")):
            properties.remove(old)
        bidi = element("w:bidi", {"w:val": "1" if rtl else "0"})
        style = properties.find(qn("w:pStyle"))
        properties.insert(0 if style is None else 1, bidi)
    return rtl


def _by_system(run: Run, pen: Pen, *, rtl: bool) -> Iterator[tuple[Run, str]]:
    """A run in parts of one writing system each, and which that is ("" for Latin)."""
    if run.text == LINE_BREAK or (not pen.brand.writing.rtl and is_plain(run.text)):
        yield run, ""
        return
    for part in stretches(run.text, pen.brand.writing, rtl=rtl):
        yield replace(run, text=run.text[part.start : part.stop]), part.system


def _run(run: Run, system: str, pen: Pen) -> Any:
    """`w:r` (17.3.2.25)."""
    made = element("w:r")
    properties = _properties(run, system, pen)
    if len(properties):
        made.append(properties)
    parts = run.text.split("\t")
    if run.text == LINE_BREAK:
        made.append(element("w:br"))
        return made
    for index, part in enumerate(parts):
        if index:
            made.append(element("w:tab"))
        if part:
            made.append(_text(part))
    return made


def _properties(run: Run, system: str, pen: Pen) -> Any:
    """`w:rPr`, its children in the order that the schema has (17.3.2.28)."""
    made = element("w:rPr")
    slot = SYSTEMS[system].slot if system and system != pen.brand.writing.system else ""
    if slot and (face := _face(system, pen)):
        made.append(element("w:rFonts", {"w:cs" if slot == "cs" else "w:eastAsia": face}))
    if run.bold:
        made.extend([element("w:b"), element("w:bCs")])
    if run.italic:
        made.extend([element("w:i"), element("w:iCs")])
    if run.link:
        made.append(element("w:color", {"w:val": pen.link_color.removeprefix("#")}))
        made.append(element("w:u", {"w:val": "single"}))
    if run.baseline:
        made.append(element("w:vertAlign", {"w:val": "superscript" if run.baseline > 0 else "subscript"}))
    if system and SYSTEMS[system].rtl:
        made.append(element("w:rtl"))
    if slot:
        made.append(element("w:lang", {"w:bidi" if slot == "cs" else "w:eastAsia": SYSTEMS[system].language}))
    return made


def _face(system: str, pen: Pen) -> str:
    """The brand's office face for a writing system, "" where it names none."""
    families = pen.brand.scripts.get(system) or pen.brand.scripts.get(SYSTEMS[system].instead) or {}
    return families["minor"].office if "minor" in families else ""


def _hyperlink(link: Link, pen: Pen) -> Any:
    """`w:hyperlink` (17.16.22), to an address or to a slide's heading; None for a slide that isn't here."""
    if link.slide is not None:
        number = pen.numbers.get(link.slide)
        return None if number is None else element("w:hyperlink", {"w:anchor": _anchor(number)})
    key = pen.part.relate_to(link.url or "", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    return element("w:hyperlink", {"r:id": key})


def _text(words: str) -> Any:
    """`w:t`, its blanks kept."""
    made = element("w:t", {"xml:space": "preserve"})
    made.text = words
    return made


def element(tag: str, attributes: dict[str, str] | None = None) -> Any:
    """An element of WordprocessingML with its attributes, by their prefixed names."""
    made = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set("{http://www.w3.org/XML/1998/namespace}space" if name == "xml:space" else qn(name), value)
    return made
