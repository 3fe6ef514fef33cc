"""What is known of a face's pairs gives every text the advances that HarfBuzz gives it."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.fonts import faces
from deckgen.fonts.faces import Face, Shaping
from deckgen.fonts.pairwise import Pairs, pairs

FILES = sorted((Path(faces.__file__).parent / "files").glob("*/*.[ot]tf"))
PAIRED = [file.stem for file in FILES if "adventor" not in file.stem and "Naskh" not in file.stem]
SIGNS = sorted(faces._ONE_BY_ONE)
TEXTS = st.text(st.sampled_from(SIGNS) | st.sampled_from("fitlbAVTo. "), max_size=30)


@cache
def file_of(stem: str) -> hb.Blob:
    return hb.Blob.from_file_path(str(next(file for file in FILES if file.stem == stem)))


@cache
def learned(stem: str) -> Face:
    """The face when it knows every pair of signs and of ligatures that texts of two begin with."""
    face = Face(file_of(stem))
    face._pairs = pairs(face._face, SIGNS)
    assert face._pairs is not None
    parts = [*sorted(face._pairs._signs), *face._pairs._joined]
    for shaping in ("ligated", "kerned"):
        for one in parts:
            face.shape("".join(f"{one}{two}" for two in parts) + f"a{one}", shaping)
    return face


@pytest.mark.parametrize("stem", PAIRED)
@settings(deadline=None)
@given(text=TEXTS, shaping=st.sampled_from(["kerned", "ligated"]))
def test_a_text_of_known_pairs_is_set_as_harfbuzz_sets_it(stem: str, text: str, shaping: Shaping) -> None:
    asked = Face(file_of(stem)).shape(text, shaping)
    known = learned(stem).shape(text, shaping)
    assert (list(known.advances), known.inside, known.starts) == (list(asked.advances), asked.inside, asked.starts)


@pytest.mark.parametrize("stem", PAIRED)
def test_words_of_known_pairs_are_not_asked_for_again(stem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    face = learned(stem)
    monkeypatch.setattr(Face, "_asked", lambda *_: pytest.fail("HarfBuzz was asked"))
    face.shape("A fitting offer, at the last minute", "ligated")


def test_a_face_is_looked_into_once_it_is_much_in_use() -> None:
    face = Face(file_of("Carlito-Regular"))
    face.shape("a" * (faces.LOOKED_INTO_AFTER - 1), "ligated")
    assert face._pairs is None
    face.shape("b", "ligated")
    assert face._pairs is not None


def test_what_is_known_of_pairs_outlives_the_texts() -> None:
    face = learned("Carlito-Regular")
    before = face._pairs
    face.clear()
    assert face._pairs is before


def test_figures_alone_are_of_no_script() -> None:
    known = learned("Carlito-Regular")._pairs
    assert known is not None
    assert known.advances("1a", ligated=True) is not None
    assert known.advances("11", ligated=True) is None


GLYPHS = {".notdef": None, "A": "A", "B": "B", "C": "C", "f": "f", "i": "i", "f_i": None, "alt": None, "mark": "\u0301"}


def made(features: str) -> Pairs | None:
    """The pairs of a face with these rules."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(GLYPHS))
    builder.setupCharacterMap({ord(sign): name for name, sign in GLYPHS.items() if sign})
    builder.setupGlyf({name: Glyph() for name in GLYPHS})
    builder.setupHorizontalMetrics(dict.fromkeys(GLYPHS, (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost()
    addOpenTypeFeaturesFromString(builder.font, f"languagesystem latn dflt;\n{features}")
    data = BytesIO()
    builder.save(data)
    return pairs(hb.Face(hb.Blob(data.getvalue())), "ABCfi")


@pytest.mark.parametrize(
    "features",
    [
        "",
        "feature kern { pos A B -50; pos [A B] C -20; } kern;",
        "feature kern { lookup more useExtension { pos A B -50; } more; } kern;",
        "feature liga { sub f i by f_i; } liga;",
        "feature smcp { sub A by alt; } smcp;",  # which nobody asks for
        "feature ccmp { sub A' mark by alt; } ccmp;",  # beside what texts of these signs don't hold
        "feature ccmp { sub A mark by alt; } ccmp;",
        "feature mark { markClass mark <anchor 0 0> @TOP; pos base A <anchor 0 0> mark @TOP; } mark;",
    ],
)
def test_kerning_and_joining_are_pair_by_pair(features: str) -> None:
    assert made(features) is not None


@pytest.mark.parametrize(
    "features",
    [
        "feature kern { pos A -10 B -50; } kern;",  # moves the second as well
        "feature kern { pos A' -10 B C; } kern;",
        "lookup one { pos A -10; } one; feature kern { pos [A B]' lookup one C; } kern;",
        "feature kern { lookupflag IgnoreBaseGlyphs; pos A B -50; } kern;",
        "feature dist { pos A -10; } dist;",
        "feature calt { sub A' B C by alt; } calt;",
        "feature calt { sub A' B by alt; } calt;",
        "feature calt { rsub A' B by alt; } calt;",
        "feature locl { sub A by alt; } locl;",
        "feature ccmp { sub A by A B; } ccmp;",
        "feature ccmp { sub f i by f_i; } ccmp;",  # which renderers don't switch off
        "feature liga { sub f i by f_i; } liga; feature clig { sub A B by alt; } clig;",  # each through all the text
        "feature liga { sub f i by f_i; } liga; feature clig { sub f_i A by alt; } clig;",
        "languagesystem latn ENG; feature kern { pos A B -50; } kern;",
    ],
)
def test_whatever_else_a_face_does_is_left_to_harfbuzz(features: str) -> None:
    assert made(features) is None


def test_a_face_that_cannot_be_read_is_left_to_harfbuzz() -> None:
    face = hb.Face(hb.Blob(b"nothing"))
    assert pairs(face, "AB") is not None  # no rules, no glyphs: nothing to hold for
    known = pairs(face, "AB")
    assert known is not None
    known.learn("AB", [1, 2], ligated=True)
    assert known.advances("AB", ligated=True) is None
