"""Words in a PDF: where they stand, and what comes out when they are copied, searched or read out."""

from __future__ import annotations

import re
from ctypes import c_double
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from deckgen.fonts.shaper import Setting, Shaper
from deckgen.write.pdf.text import spaces
from tests.drawing.pages import drawn_slide
from tests.support.pdf_fonts import to_unicode
from tests.support.pdf_ua import faults, is_node, kids_of
from tests.write.pdf.sample import deck_pdf, el, fonts, opened, page, pdfium_text, poppler_text, words, written

pytestmark = pytest.mark.render


def origins(data: bytes) -> list[float]:
    """Where each character of the first page begins, as PDFium has it."""
    document = pypdfium2.PdfDocument(data)
    text = document[0].get_textpage()
    found = []
    for index in range(text.count_chars()):
        x, y = c_double(), c_double()
        assert pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
        found.append(x.value)
    document.close()
    return found


def content(data: bytes) -> str:
    """The content stream of the first page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf.pages[0].Contents.read_bytes().decode()


def advances(text: str) -> list[float]:
    """Of each letter at 20 points, kerned, as HarfBuzz has it."""
    return [cluster.advance / 2048 * 20 for cluster in Shaper(fonts()["sans"].data).shape(text)]


def test_words_fill_their_width() -> None:
    # By themselves they are 68.5 points wide.
    at = {width: origins(written(page(el("P", words("Growing", 50, 100, width=width))))) for width in (67, 70.5)}
    # The 3.5 points between are spread after each of the seven characters.
    apart = [wide - narrow for narrow, wide in zip(*at.values(), strict=True)]
    assert apart == pytest.approx([number / 2 for number in range(7)], abs=0.02)
    assert at[67][0] == 50
    *_, last = advances("Growing")
    spread = (70.5 - sum(advances("Growing"))) / 7
    assert at[70.5][-1] + last + spread == pytest.approx(120.5, abs=0.1)


@pytest.mark.parametrize("width", [50, 90])
def test_letters_of_a_face_that_is_far_off_are_made_narrower_or_wider(width: float) -> None:
    data = written(page(el("P", words("Growing", 50, 100, width=width))))
    own = advances("Growing")
    starts = [50 + sum(own[:number]) * width / sum(own) for number in range(7)]
    assert origins(data) == pytest.approx(starts, abs=0.1)
    assert "0 Tc" in content(data)


def test_letters_that_join_are_not_parted() -> None:
    natural = Shaper(fonts()["arabic"].data)
    wide = natural.ems(natural.shape("سلام", Setting(rtl=True))) * 20
    shown = content(written(page(el("P", words("سلام", face="arabic", rtl=True, width=wide + 0.5)))))
    assert "0 Tc" in shown and f"\n{1 + 0.5 / wide:.5f} 0 0 1 50" in shown


def test_small_words_are_kerned_where_the_drawing_says_so() -> None:
    text, own = "AVAT", [advances(letter)[0] for letter in "AVAT"]
    starts = [50 + sum(own[:number]) for number in range(4)]
    apart, together = (
        origins(written(page(el("P", words(text, width=sum(own), kerned=kerned))))) for kerned in (False, True)
    )
    assert apart == pytest.approx(starts, abs=0.05)
    assert together != pytest.approx(starts, abs=0.2)


def test_kerned_letters_stand_where_harfbuzz_puts_them() -> None:
    kerned = advances("AVAT")
    expected = [50 + sum(kerned[:index]) for index in range(4)]
    # PDFium reckons with whole thousandths of an em.
    assert origins(written(page(el("P", words("AVAT", width=sum(kerned)))))) == pytest.approx(expected, abs=0.05)
    assert kerned[0] < advances("AH")[0] - 0.5


@pytest.mark.parametrize("face", ["sans", "round"])
def test_text_comes_out_as_it_is_read(face: str, tmp_path: Path) -> None:
    said = "Effective offices fit: 40 % – “well”, naïve"
    data = written(page(el("P", words(said, face=face))))
    assert poppler_text(data, tmp_path).strip() == said
    assert pdfium_text(data).strip() == said


def test_lines_are_parted_by_spaces_and_words_are_not(tmp_path: Path) -> None:
    lines = (words("The quick", 50, 100, width=82), words("brown", 50, 124, width=52), words("ie", 102, 124, width=15))
    heads = el("TR", *(el("TH", words(text, 50 + 60 * i, 200, width=50)) for i, text in enumerate(("One", "Two"))))
    data = written(page(el("P", *lines), el("Table", heads)))
    assert poppler_text(data, tmp_path, "-raw").split() == ["The", "quick", "brownie", "One", "Two"]
    shown = re.findall(r"<([0-9a-f]+)>", content(data))
    codes = [part for part in shown if not part.startswith("feff")]
    assert len("".join(codes)) // 4 == len("The quick brownie One Two")


@pytest.mark.parametrize("end", ["twenty-", "and/", "漢"])
def test_lines_that_go_on_without_a_space_get_none(end: str) -> None:
    first, second = words(end, 50, 100), words("一" if end == "漢" else "one", 50, 124)
    assert list(spaces((el("P", first, second),))) == [False, False]


def test_letters_set_far_apart_are_one_word(tmp_path: Path) -> None:
    data = written(page(el("P", words("CHAPTER", 50, 100, width=200, tracking=8))))
    assert poppler_text(data, tmp_path).strip() == "CHAPTER"


def test_ligatures_are_joined_only_where_the_drawing_says_so() -> None:
    def glyphs(*, joined: bool) -> dict[int, str]:
        pdf = opened(page(el("P", words("office", ligatures=joined))))
        return to_unicode(pdf.pages[0].Resources.Font["/F1"])

    assert set(glyphs(joined=False).values()) == set("ofice")
    assert "ti" not in glyphs(joined=False).values() and any(len(meant) > 1 for meant in glyphs(joined=True).values())


def test_one_glyph_with_two_meanings_has_two_codes(tmp_path: Path) -> None:
    # Carlito draws the Greek capital as it draws the Latin one.
    data = written(page(el("P", words("A\u0391", 50, 100, width=24))))
    assert poppler_text(data, tmp_path).strip() == "A\u0391"
    assert faults(data) == []


def test_a_space_that_holds_lines_together_is_found_as_a_space(tmp_path: Path) -> None:
    data = written(page(el("P", words("10\u00a0km"))))
    assert poppler_text(data, tmp_path).strip() == "10 km"


def test_an_accent_that_stands_apart_is_drawn_and_found(tmp_path: Path) -> None:
    data = written(page(el("P", words("q\u0301u", face="sans", width=22))))
    assert poppler_text(data, tmp_path).strip() == "q\u0301u"
    assert faults(data) == []


ARABIC = """
kind: points
title: النمو معًا في 2024
points:
  - يتعلم المعلمون والقادة معًا (ويحسنون) التدريس
  - تتعاون 14 مدرسة كل عام
"""


def test_what_runs_to_the_left_comes_out_in_its_own_order(tmp_path: Path) -> None:
    data = deck_pdf(drawn_slide(ARABIC, deck="language: ar\n"))
    marks = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\n"), " ")
    text = re.sub(" +", " ", poppler_text(data, tmp_path).translate(marks))
    for said in ("النمو معًا في", "يتعلم المعلمون والقادة معًا (ويحسنون) التدريس", "مدرسة كل عام"):
        assert said in text
    assert "يتعلم المعلمون والقادة" in pdfium_text(data)
    assert faults(data) == []


def test_who_follows_the_tags_is_told_the_order_of_what_runs_to_the_left() -> None:
    pdf = opened(page(el("P", words("سلام", face="arabic", rtl=True), words(" 14 ", 90))))
    (paragraph,) = kids_of(kids_of(pdf.Root.StructTreeRoot.K)[0])
    span, number = kids_of(paragraph)
    assert is_node(span) and str(span.S) == "/Span" and str(span.ActualText) == "سلام"
    assert isinstance(number, int)


def test_a_sign_of_another_face_is_taken_from_it() -> None:
    pdf = opened(page(el("P", words("سلام"))))
    assert [str(font.BaseFont)[8:] for font in pdf.pages[0].Resources.Font.values()] == ["NotoSansArabic-Regular"]


@pytest.mark.parametrize("said", ["🎉", "Well done 🎉🎉 all", "\U0010fffd"])
def test_a_sign_that_no_face_has_is_a_box_that_says_what_it_is(said: str) -> None:
    data = written(page(el("P", words(said))))
    assert faults(data) == []
    assert " re S" in content(data) and "/ActualText <feff" in content(data)


@pytest.mark.parametrize(
    "said",
    [
        "",
        " ",
        "\t",
        "\u200b",
        "\u00ad",
        "a\nb",
        "a\x00b",
        "(\\)<<>>",
        "/MCID 1 >> BDC EMC",
        "\u202eabc\u202c",
        "\ud800",
    ],
)
def test_odd_words_harm_nothing(said: str) -> None:
    assert faults(written(page(el("P", words(said))))) == []


def test_ten_thousand_characters_are_written_in_one_go(tmp_path: Path) -> None:
    said = "well " * 2_000
    data = written(page(el("P", words(said, width=900))))
    assert faults(data) == [] and len(data) < 30_000
    assert poppler_text(data, tmp_path).count("well") + pdfium_text(data).count("well") >= 2_000


def test_an_underline_keeps_off_the_letters() -> None:
    document = pypdfium2.PdfDocument(written(page(el("P", words("nnnn", 50, 100, width=200, size=80, underline=True)))))
    picture = document[0].render(scale=1).to_pil().convert("L").crop((50, 60, 230, 130))
    document.close()
    inked = [min(picture.crop((0, y, 180, y + 1)).tobytes()) < 100 for y in range(70)]
    # Letters, nothing, the line: Carlito has its upper edge 0.05 em below the baseline.
    assert [inked[y] for y in (30, 42, 47, 60)] == [True, False, True, False]
