"""Whatever words a page holds, its PDF is whole and says them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.pdf_ua import faults
from tests.write.pdf.sample import el, page, words, written

ALPHABET = st.one_of(
    st.characters(exclude_categories=["Cs"]),  # half a character was refused when the YAML was read
    st.sampled_from("abcfi AV\u0301\u0308\u00ad\u200b\u200d\u202e\u2067سلامًٌ漢字かな👩\u200d🚀🇬🇧\ufe0f०ก้"),
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    said=st.lists(st.text(ALPHABET, max_size=12), min_size=1, max_size=4),
    face=st.sampled_from(["sans", "round", "arabic"]),
    rtl=st.booleans(),
    joined=st.booleans(),
    width=st.floats(0, 900),
    size=st.integers(1, 200),
)
def test_whatever_words_a_page_holds_it_conforms(
    said: list[str], face: str, rtl: bool, joined: bool, width: float, size: int
) -> None:
    look = {"face": face, "rtl": rtl, "ligatures": joined, "width": width, "size": float(size), "underline": joined}
    pieces = [words(text, 50 + 100 * i, 100 + 10 * i, **look) for i, text in enumerate(said)]
    assert faults(written(page(el("P", *pieces)))) == []
