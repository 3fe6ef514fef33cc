"""Faces in a PDF: what of them is in it, and what is said of them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import uharfbuzz as hb
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import SFNTWriter
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from msgspec.structs import replace

from deckgen.fonts.files import FontFile
from deckgen.ooxml.chunks import joined
from deckgen.write.pdf.cff import numbered
from deckgen.write.pdf.document import About, pdf_chunks
from deckgen.write.pdf.metrics import is_serif
from tests.support.pages import restricted
from tests.support.pdf_ua import faults
from tests.write.pdf.sample import FONTS, el, fonts, opened, page, pdfium_text, words, written

FOLDERS = sorted(path for path in FONTS.rglob("*") if path.suffix in (".ttf", ".otf"))


@pytest.mark.parametrize("path", FOLDERS, ids=lambda path: path.stem)
def test_every_face_that_ships_can_be_embedded(path: Path) -> None:
    own = {"own": FontFile("own", path.stem, False, False, path.read_bytes())}
    said = "سلام 14" if "Arabic" in path.name else "Well done, £14 – Ångström"
    text = words(said, face="own", rtl="Arabic" in path.name)
    data = joined(pdf_chunks([page(el("P", text))], own, About(title="Talk")))
    assert faults(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        descriptor = pdf.pages[0].Resources.Font["/F1"].DescendantFonts[0].FontDescriptor
        flags = int(descriptor.Flags)
        assert bool(flags & 1) == ("Mono" in path.name)
        assert not flags & 2  # those with serifs say nothing of them
        assert bool(flags & 64) == ("talic" in path.name) == (descriptor.ItalicAngle != 0)
        assert 700 <= int(descriptor.Ascent) <= 1400 and -750 <= int(descriptor.Descent) <= -150
        assert 500 <= int(descriptor.CapHeight) <= 800
    assert len(data) < 40_000


def test_a_face_with_serifs_is_one_by_its_class_or_by_panose() -> None:
    assert is_serif(2, 0, 0) and is_serif(0, 2, 6)
    assert not is_serif(8, 2, 6) and not is_serif(0, 2, 11) and not is_serif(0, 3, 6)


@pytest.mark.parametrize("face", ["sans", "round"])
def test_only_the_glyphs_that_are_shown_are_in_the_file(face: str) -> None:
    def size(text: str) -> int:
        return len(written(page(el("P", words(text, face=face)))))

    assert size("a") < size("abcdefghijklmnop") < len(fonts()[face].data) / 4


def test_a_compact_face_keeps_its_outlines_when_its_glyphs_are_numbered() -> None:
    path = FONTS / "texgyre-adventor" / "texgyreadventor-regular.otf"
    face = TTFont(path)
    pdf = opened(page(el("P", words("Growing", face="round"))))
    program = pdf.pages[0].Resources.Font["/F1"].DescendantFonts[0].FontDescriptor.FontFile3
    made = CFFFontSet()
    made.decompile(BytesIO(program.read_bytes()), None)
    for char in "Growing":
        name = face.getBestCmap()[ord(char)]
        before, after = RecordingPen(), RecordingPen()
        face.getGlyphSet()[name].draw(before)
        made[0].CharStrings[f"cid{face.getGlyphID(name):05d}"].draw(after)
        assert after.value == before.value


def test_what_has_numbers_already_stays_as_it_is() -> None:
    pdf = opened(page(el("P", words("Growing", face="round"))))
    program = pdf.pages[0].Resources.Font["/F1"].DescendantFonts[0].FontDescriptor.FontFile3.read_bytes()
    assert numbered(program) == program


def test_what_is_no_font_program_for_this_is_refused() -> None:
    face = TTFont(FONTS / "texgyre-adventor" / "texgyreadventor-regular.otf")
    with pytest.raises(ValueError, match="subroutines"):
        numbered(face.reader["CFF "])


@pytest.mark.parametrize("face", ["sans", "round"])
def test_a_face_that_may_only_be_embedded_whole_is(face: str) -> None:
    whole = {face: replace(restricted(fonts()[face], 0x0100), key=face)}
    data = joined(pdf_chunks([page(el("P", words("Growing", face=face)))], whole, About(title="Talk")))
    with pikepdf.open(BytesIO(data)) as pdf:
        font = pdf.pages[0].Resources.Font["/F1"]
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "+" not in str(font.BaseFont)
        if face == "sans":
            assert descriptor.FontFile2.read_bytes() == whole[face].data
        else:
            assert descriptor.FontFile3.read_bytes() == TTFont(BytesIO(whole[face].data)).reader["CFF "]
    assert pdfium_text(data).strip() == "Growing"


@pytest.mark.parametrize("face", ["sans", "round"])
def test_letters_are_seen(face: str) -> None:
    document = pypdfium2.PdfDocument(
        written(page(el("P", words("HHHH", face=face, color="#FF0000", size=40, width=120))))
    )
    picture = document[0].render(scale=1).to_pil().convert("L").crop((50, 70, 170, 100))
    document.close()
    assert sum(picture.histogram()[:128]) > 200


def variable() -> bytes:
    """A face of one square that grows with its weight."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", "A"])
    made.setupCharacterMap({65: "A"})
    made.setupGlyf({".notdef": square, "A": square})
    made.setupHorizontalMetrics({".notdef": (600, 0), "A": (600, 0)})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Growing", "styleName": "Regular", "psName": "Growing-Regular"})
    made.setupOS2()
    made.setupPost()
    made.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    wider = [(0, 0), (0, 200), (200, 200), (200, 0), (0, 0), (200, 0), (0, 0), (0, 0)]
    made.setupGvar({"A": [TupleVariation({"wght": (0, 1, 1)}, wider)]})
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def test_a_face_of_many_weights_is_in_the_file_as_the_one_that_is_shown() -> None:
    own = {"own": FontFile("own", "Growing", False, False, variable())}
    data = joined(pdf_chunks([page(el("P", words("AAA", face="own")))], own, About(title="Talk")))
    assert faults(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        program = pdf.pages[0].Resources.Font["/F1"].DescendantFonts[0].FontDescriptor.FontFile2
        assert "gvar" not in TTFont(BytesIO(program.read_bytes())).reader


def test_a_face_without_tables_that_are_not_needed_can_be_embedded() -> None:
    face = TTFont(BytesIO(fonts()["sans"].data))
    del face["post"], face["OS/2"]
    file = BytesIO()
    face.save(file)
    own = {"own": FontFile("own", "Own", False, False, file.getvalue())}
    data = joined(pdf_chunks([page(el("P", words("Growing", face="own", underline=True)))], own, About(title="Talk")))
    assert faults(data) == []


def test_a_compact_face_that_has_numbers_by_itself_shows_its_glyphs() -> None:
    face = hb.Face(fonts()["round"].data)
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(range(32, 127))
    wanted.flags = hb.SubsetFlags.DESUBROUTINIZE | hb.SubsetFlags.RETAIN_GIDS
    file = TTFont(BytesIO(hb.subset(face, wanted).blob.data))
    plain = file.reader["CFF "]
    tables = {tag: file.reader[tag] for tag in file.reader.tables} | {"CFF ": numbered(plain)}
    data = _sfnt(tables)
    own = {"own": FontFile("own", "Own", False, False, data)}
    made = joined(pdf_chunks([page(el("P", words("Growing", face="own")))], own, About(title="Talk")))
    assert faults(made) == [] and pdfium_text(made).strip() == "Growing"


def _sfnt(tables: dict[str, bytes]) -> bytes:
    """A font file of these tables."""
    file = BytesIO()
    writer = SFNTWriter(file, len(tables), "OTTO")
    for tag, data in tables.items():
        writer[tag] = data
    writer.close()
    return file.getvalue()
