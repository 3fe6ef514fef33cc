"""Fonts in other files: what their licence lets pass, what stands in for the others, and what is needed of them."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from deckgen.brand.model import FontFamily
from deckgen.diagnostics import Diagnostics, Span
from deckgen.fonts.embedding import Embeddable, embedding, subset, web_font
from deckgen.fonts.files import FontFile
from deckgen.fonts.substitutes import substitute
from tests.support.pages import BOLD, CARLITO, NASKH, REGULAR, brand, brand_with, fonts, packaged, restricted
from tests.support.tools import ROOT

OWN = "assets/brands/own/fonts/Own.ttf"
HELLO = frozenset("Hello, wold")


def own(flags: int, *, key: str = OWN, data: FontFile | None = None) -> FontFile:
    return replace(restricted(data or packaged(CARLITO), flags), key=key, family="Own Sans")


def family(office: str) -> FontFamily:
    return FontFamily(office, "Own Sans", 1, {"regular": OWN})


@pytest.mark.parametrize(
    ("flags", "allowed"),
    [
        (0x0000, "allowed"),  # installable
        (0x0002, "refused"),  # restricted
        (0x0004, "allowed"),  # preview and print
        (0x0008, "allowed"),  # editable
        (0x0006, "allowed"),  # an old font with two bits: the least restrictive
        (0x0100, "no_subset"),
        (0x0108, "no_subset"),
        (0x0102, "refused"),
        (0x0200, "refused"),  # bitmaps only
        (0x0208, "refused"),
    ],
)
def test_what_a_licence_lets_pass_is_read_from_the_file(flags: int, allowed: str) -> None:
    assert embedding(own(flags)) == allowed


def test_a_file_that_says_nothing_may_be_embedded() -> None:
    assert embedding(FontFile("x", "X", False, False, b"no font at all")) == "allowed"


def test_a_face_that_may_not_be_embedded_is_named_once_and_its_twin_stands_in() -> None:
    diags = Diagnostics()
    place = Span("assets/brands/own/brand.yaml", 1, 1, 1, 2)
    brand_ = brand_with(family("Georgia"), name="own", span=place)
    found = Embeddable({OWN: own(2)}, brand_, diags)
    assert (found[OWN].family, found[OWN].data == own(2).data) == ("Gelasio", False)
    assert found[OWN] is found[OWN]
    (said,) = diags.warnings
    assert (said.code, said.span) == ("font-not-embeddable", place)
    assert said.message == f'the brand "own" has a font file that may not be embedded: {OWN}'
    assert said.hint and "drawn in Gelasio" in said.hint and "brand.yaml" in said.hint


def test_of_a_face_that_may_be_embedded_nothing_is_said() -> None:
    diags = Diagnostics()
    assert Embeddable(fonts(), brand(), diags)[REGULAR] is packaged(REGULAR)
    assert len(diags) == 0


@pytest.mark.parametrize(
    ("office", "digits", "instead"),
    [
        ("Calibri", b"", "Carlito"),  # the twin of the office face, whatever the file looks like
        ("Own Sans", bytes((2, 11)), "Liberation Sans"),  # PANOSE: text without serifs
        ("Own Sans", bytes((2, 2)), "Gelasio"),  # with serifs
        ("Own Sans", bytes((0, 0)), "Liberation Sans"),
    ],
)
def test_what_stands_in_is_the_offices_twin_or_a_face_of_the_same_sort(
    office: str, digits: bytes, instead: str
) -> None:
    font = own(2)
    at = _table(font.data, b"OS/2") + 32
    data = font.data[:at] + digits + font.data[at + len(digits) :]
    assert substitute(replace(font, data=data), brand_with(family(office))).family == instead


def test_what_stands_in_keeps_weight_and_slope_as_far_as_it_has_them() -> None:
    bold = own(2, data=replace(packaged(BOLD), italic=True))
    found = substitute(bold, brand_with(family("Arial")))
    assert (found.family, found.bold, found.italic) == ("Liberation Sans", True, True)
    mono = brand_with(family("Own Sans"))
    mono = replace(mono, fonts={"mono": FontFamily("Own Mono", "Own Sans", 1, {"regular": OWN})})
    found = substitute(bold, mono)
    assert (found.family, found.bold, found.italic) == ("Liberation Mono", True, False)


def test_arabic_is_drawn_in_arabic_letters() -> None:
    scripts = {"arabic": {"minor": family("Own Sans")}}
    found = substitute(own(2, data=packaged(NASKH)), replace(brand(), scripts=scripts))
    assert found.family == "Noto Sans Arabic"


def test_a_subset_has_the_characters_and_kerns_them_as_the_whole_file() -> None:
    made = subset(packaged(CARLITO), frozenset("AVTo"))
    assert len(made) < 10_000
    assert set(hb.Face(hb.Blob(made)).unicodes) == {ord(char) for char in "AVTo"}
    assert _advances(made, "AVTo") == _advances(packaged(CARLITO).data, "AVTo")


def test_a_file_that_may_not_be_taken_apart_is_whole() -> None:
    whole = own(0x0100)
    assert subset(whole, HELLO) == whole.data


def test_arabic_letters_join_in_a_subset() -> None:
    text = "\u0645\u0631\u062d\u0628\u0627"
    made = subset(packaged(NASKH), frozenset(text))
    assert _advances(made, text) == _advances(packaged(NASKH).data, text)


def test_a_web_font_is_woff2_and_opens() -> None:
    made = web_font(packaged(CARLITO), HELLO)
    assert made[:4] == b"wOF2"
    opened = TTFont(io.BytesIO(made))
    assert set(opened.getBestCmap()) == set(map(ord, HELLO))
    assert "OFL" in opened["name"].getDebugName(13) or "SIL" in opened["name"].getDebugName(13)


def test_the_same_characters_give_the_same_bytes_in_another_process_and_say_nothing() -> None:
    code = (
        "import sys; sys.path.insert(0, '.');"
        "from tests.support.pages import CARLITO, packaged; from deckgen.fonts.embedding import web_font;"
        "import hashlib; print(hashlib.sha256(web_font(packaged(CARLITO), frozenset('dlow ,Hello'))).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout != ""
    assert [run.stderr for run in runs] == ["", ""]


def _table(data: bytes, tag: bytes) -> int:
    record = next(at for at in range(12, len(data), 16) if data[at : at + 4] == tag)
    return int.from_bytes(data[record + 8 : record + 12], "big")


def _advances(data: bytes, text: str) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(hb.Blob(data))), buffer)
    return [position.x_advance for position in buffer.glyph_positions]
