"""PDFs hold to PDF/UA-1 (ISO 14289-1), as far as a program can tell.

veraPDF, the validator of the PDF Association, is in no registry that a clean machine has; `tests.support.pdf_ua` looks
at the same things. By number in the Matterhorn Protocol 1.1:

| number         | what it would be against                                                                |
|----------------|-----------------------------------------------------------------------------------------|
| 01-003, 01-004 | an artifact in tagged content, tagged content in an artifact                            |
| 01-005         | content that is neither                                                                 |
| 01-007         | a file that suspects its own tags                                                       |
| 02-001 … -004  | types that are not the standard's own, or mapped                                        |
| 06-001 … -003  | no XMP, no PDF/UA identifier in it, no title                                            |
| 07-001, 07-002 | a viewer that shows the file's name in place of its title                               |
| 09-004, 09-005 | tables and lists that are not built as ISO 32000-1 has them, rows of unlike length      |
| 10-001         | a character that nobody can tell                                                        |
| 11-001 … -006  | no language, or something that is none                                                  |
| 13-004         | a figure without alternative text                                                       |
| 14-002, 14-003 | headings that do not begin at the first level, or leave one out                         |
| 15-003         | a heading cell that does not say what it heads                                          |
| 17-002         | a formula without alternative text                                                      |
| 19-003         | a note without a number (there are none)                                                |
| 20-001, 25-001 | layers, forms (there are none)                                                          |
| 26-001         | encryption                                                                              |
| 28-002         | annotations that are no links (there are none)                                          |
| 28-009         | a tab order that is not that of the tags                                                |
| 28-011, 28-012 | a link outside of a Link, a link that says nothing                                      |
| 30-001, 30-002 | forms from other files, forms that are tagged and shown more than once                  |
| 31-006         | a character map that is not one of the standard's                                       |
| 31-009, 31-011 | a font that is not in the file, or lacks a glyph                                        |
| 31-016         | widths that are not those of the font file                                              |
| 31-027 … -029  | codes whose meaning is not told, or told as nothing                                     |
| 31-030         | .notdef                                                                                 |

Beside these: the syntax, that the parent tree and the structure tree agree both ways, that all content of the tree is
on its page, that operators are balanced, that every font's name tells that it is a subset.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.drawing.pages import BRANDS, kinds_drawn
from tests.support.pdf_ua import faults, is_node, kids_of
from tests.write.pdf.sample import deck_pdf, everything, page, written


@pytest.mark.parametrize("brand", BRANDS)
def test_every_kind_in_every_brand_conforms(brand: str) -> None:
    assert faults(deck_pdf(kinds_drawn(brand))) == []


def test_a_page_with_everything_conforms() -> None:
    assert faults(written(everything(), everything("second", 2))) == []


def test_a_page_with_nothing_conforms() -> None:
    assert faults(written(page())) == []


def found(pdf: Pdf, role: str) -> Object:
    """The first structure element of a role."""
    waiting = kids_of(pdf.Root.StructTreeRoot)
    while waiting:
        node = waiting.pop(0)
        if is_node(node):
            if str(node.S) == f"/{role}":
                return node
            waiting += kids_of(node)
    raise AssertionError(role)


def change_content(pdf: Pdf, old: bytes, new: bytes) -> None:
    content = pdf.pages[0].Contents
    data = content.read_bytes()
    assert old in data
    content.write(data.replace(old, new, 1))


def font(pdf: Pdf) -> Object:
    return pdf.pages[0].Resources.Font["/F1"]


def without_contents(pdf: Pdf) -> None:
    del pdf.pages[0].Annots[0]["/Contents"]


def to_nothing(pdf: Pdf) -> None:
    font(pdf).ToUnicode.write(font(pdf).ToUnicode.read_bytes().replace(b"<0047>", b"<0000>"))


def other_width(pdf: Pdf) -> None:
    widths = font(pdf).DescendantFonts[0].W
    widths[1][0] = float(widths[1][0]) + 2


def other_parent(pdf: Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0] = owners[1]


def longer_row(pdf: Pdf) -> None:
    row = found(pdf, "TR")
    cell = pdf.make_indirect(Dictionary(S=Name.TD, P=row))
    row.K.append(cell)


def replaced_metadata(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(old, new))

    return change


BREAKS: dict[str, tuple[str, Callable[[Pdf], object]]] = {
    "no title shown": ("07-001", lambda pdf: pdf.Root.ViewerPreferences.__delitem__("/DisplayDocTitle")),
    "no language": ("11-001", lambda pdf: pdf.Root.__delitem__("/Lang")),
    "a language that is none": ("11-001", lambda pdf: setattr(found(pdf, "Span"), "Lang", String("french!"))),
    "no identifier": ("06-002", replaced_metadata(b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    "no title": ("06-003", replaced_metadata(b">Talk<", b"><")),
    "no metadata": ("06-001", lambda pdf: pdf.Root.__delitem__("/Metadata")),
    "suspects": ("01-007", lambda pdf: setattr(pdf.Root.MarkInfo, "Suspects", True)),
    "a figure that says nothing": ("13-004", lambda pdf: found(pdf, "Figure").__delitem__("/Alt")),
    "a formula that says nothing": ("17-002", lambda pdf: found(pdf, "Formula").__delitem__("/Alt")),
    "a cell that heads nothing": ("15-003", lambda pdf: found(pdf, "TH").A.__delitem__("/Scope")),
    "a list of paragraphs": ("09-005", lambda pdf: setattr(found(pdf, "LI"), "S", Name.P)),
    "a longer row": ("09-004", longer_row),
    "a heading of the second level": ("14-002", lambda pdf: setattr(found(pdf, "H1"), "S", Name.H2)),
    "a type of our own": ("02-001", lambda pdf: setattr(found(pdf, "P"), "S", Name.Bullet)),
    "a link that says nothing": ("28-012", without_contents),
    "a link that is a paragraph": ("28-011", lambda pdf: setattr(found(pdf, "Link"), "S", Name.P)),
    "tabs from left to right": ("28-009", lambda pdf: setattr(pdf.pages[0], "Tabs", Name.R)),
    "an artifact that is none": ("01-005", lambda pdf: change_content(pdf, b"/Artifact BMC", b"/Span BMC")),
    "content in no element": ("01-005", lambda pdf: change_content(pdf, b"/MCID 1>>", b"/MCID 99>>")),
    "content that is not there": ("7.1", lambda pdf: change_content(pdf, b"<</MCID 1>>", b"<<>>")),
    "an artifact in a heading": (
        "01-003",
        lambda pdf: change_content(pdf, b"BDC\nBT", b"BDC\n/Artifact BMC EMC BT"),
    ),
    "tags in an artifact": ("01-004", lambda pdf: change_content(pdf, b"EMC\n/H1", b"/H1")),
    "an unknown parent": ("14.7.4.4", other_parent),
    "a font that is not there": (
        "31-009",
        lambda pdf: font(pdf).DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2"),
    ),
    "a font by its whole name": ("9.6.4", lambda pdf: setattr(font(pdf), "BaseFont", Name.Carlito)),
    "codes that mean nothing": ("31-027", lambda pdf: font(pdf).__delitem__("/ToUnicode")),
    "a code that means nothing": ("31-028", to_nothing),
    "a width that is wrong": ("31-016", other_width),
    "a glyph that is not there": ("31-030", lambda pdf: change_content(pdf, b"[<00", b"[<0000> <00")),
    "an unbalanced state": ("7.8.2", lambda pdf: change_content(pdf, b"EMC\n/H1", b"EMC q\n/H1")),
}


@pytest.mark.parametrize(("number", "harm"), BREAKS.values(), ids=BREAKS)
def test_what_is_looked_for_is_found(number: str, harm: Callable[[Pdf], object]) -> None:
    pdf = pikepdf.open(BytesIO(written(everything(), everything("second", 2))))
    harm(pdf)
    file = BytesIO()
    pdf.save(file)
    said = faults(file.getvalue())
    assert any(fault.startswith(number) for fault in said), said


def test_content_of_two_elements_is_found() -> None:
    pdf = pikepdf.open(BytesIO(written(everything())))
    heading, paragraph = found(pdf, "H1"), found(pdf, "P")
    paragraph.K = Array([heading.K, *paragraph.K])
    file = BytesIO()
    pdf.save(file)
    assert any("in two elements" in fault for fault in faults(file.getvalue()))
