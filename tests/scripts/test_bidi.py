"""The bidirectional algorithm, by rule and beside ICU's."""

from __future__ import annotations

import ctypes
import random
import re
from collections.abc import Callable
from ctypes.util import find_library

import pytest

from deckgen.scripts.bidi import leaning, levels, visual

ALEF, BEH, BET = "\u0627", "\u0628", "\u05d1"
REMOVED = "\u202a\u202b\u202c\u202d\u202e\u00ad"
SIGNS = (
    "ab12"
    + ALEF
    + BEH
    + BET
    + "\u0661\u0662 .,+-%()[]!\u0300\u064b\u2066\u2067\u2068\u2069\u200e\u200f\t«»\u3008\u3009"
)


def shown(text: str, *, rtl: bool) -> str:
    return "".join(text[place] for place in visual(levels(text, rtl=rtl)))


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("plain words", False, "plain words"),
        ("אבג abc", True, "abc גבא"),
        ("אבג abc", False, "גבא abc"),
        ("אבג 123, abc 45", True, "abc 45 ,123 גבא"),
        ("ا (abc) ب", True, "ب )abc( ا"),
        ("12% אב", True, "בא 12%"),
        ("abc.", True, ".abc"),
        ("\u2067אב!\u2069 abc", False, "\u2067!בא\u2069 abc"),
    ],
)
def test_text_is_seen_in_this_order(text: str, rtl: bool, expected: str) -> None:
    assert shown(text, rtl=rtl) == expected


def test_a_text_leans_to_where_most_of_its_letters_run() -> None:
    assert [leaning(text) for text in ("ab 1", "12.", "אב", "ا b c", "اب b")] == ["L", "", "R", "L", "R"]


def test_levels_go_no_deeper_than_the_standard_allows() -> None:
    assert max(levels("\u2067" * 300 + ALEF, rtl=False)) <= 126


Icu = Callable[[str, bool], list[int]]


@pytest.fixture(scope="module")
def icu() -> Icu:
    """ICU's levels of a text."""
    name = find_library("icuuc")
    if name is None:
        pytest.skip("ICU is not on this machine")
    library, version = ctypes.CDLL(name), re.search(r"\.so\.(\d+)", name)
    ending = f"_{version[1]}" if version else ""
    opened, given, found = (getattr(library, f"ubidi_{f}{ending}") for f in ("open", "setPara", "getLevels"))
    opened.restype, found.restype = ctypes.c_void_p, ctypes.POINTER(ctypes.c_ubyte)
    bidi = ctypes.c_void_p(opened())

    def levels_of(text: str, rtl: bool) -> list[int]:
        wide = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
        error = ctypes.c_int(0)
        given(bidi, wide, len(text), ctypes.c_ubyte(int(rtl)), None, ctypes.byref(error))
        assert error.value <= 0
        return list(found(bidi, ctypes.byref(error))[: len(text)])

    return levels_of


@pytest.mark.parametrize("signs", [SIGNS, SIGNS + REMOVED], ids=["letters", "controls"])
def test_the_order_is_icu_s(signs: str, icu: Icu) -> None:
    chance = random.Random(9)
    for _ in range(4_000):
        text, rtl = "".join(chance.choices(signs, k=chance.randint(1, 16))), chance.random() < 0.5
        # What the algorithm takes out has no level of its own; each implementation gives it another.
        kept = [place for place, sign in enumerate(text) if sign not in REMOVED]
        ours, theirs = ([found[place] for place in kept] for found in (levels(text, rtl=rtl), icu(text, rtl)))
        assert visual(ours) == visual(theirs), ascii(text)
