"""Pages as a file: what stands in it beside the pages."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace

from deckgen.drawing import Element, Page, Words
from deckgen.fonts.files import FontFile
from deckgen.ooxml.chunks import joined
from deckgen.write.pdf.document import About, pdf_chunks
from tests.support.tools import ROOT

FONTS = ROOT / "deckgen" / "fonts" / "files"


def font(key: str, path: str) -> FontFile:
    return FontFile(key, key, False, False, (FONTS / path).read_bytes())


SANS = {"sans": font("sans", "carlito/Carlito-Regular.ttf")}


def said(text: str, number: int = 1, **size: float) -> Page:
    words = Words(text=text, x=50, baseline=100, width=200, face="sans", size=20, color="#112233")
    element = Element(role="H1", children=(words,))
    return Page(elements=(element,), background="#FFFFFF", number=number, language="en-GB", **size)


def made(*pages: Page, **about: str) -> pikepdf.Pdf:
    data = joined(pdf_chunks(iter(pages), SANS, About(title="Talk", **about)))
    return pikepdf.open(BytesIO(data))


def test_the_same_pages_give_the_same_bytes() -> None:
    first, second = (joined(pdf_chunks([said("Growing well")], SANS, About(title="Talk"))) for _ in range(2))
    assert first == second


def test_pages_have_their_own_sizes() -> None:
    pdf = made(said("Wide"), said("Tall", 2, width=595.276, height=841.89))
    assert [[float(n) for n in page.mediabox] for page in pdf.pages] == [[0, 0, 960, 540], [0, 0, 595.276, 841.89]]


def test_no_pages_are_no_file() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        pdf_chunks([], SANS, About(title="Talk"))


def test_pages_whose_numbers_are_not_their_places_are_labelled() -> None:
    pdf = made(said("First", 1), said("Third", 3), said("Fourth", 4))
    assert [page.label for page in pdf.pages] == ["1", "3", "4"]
    assert "/PageLabels" not in made(said("First", 1), said("Second", 2)).Root


def test_what_a_family_has_no_face_for_is_thickened_and_leans() -> None:
    def content(**look: bool) -> str:
        page = said("Words")
        (heading,) = page.elements
        # As wide as they are by themselves.
        drawn = replace(heading, children=(replace(heading.children[0], width=52.6, **look),))
        pdf = made(replace(page, elements=(drawn,)))
        return pdf.pages[0].Contents.read_bytes().decode()

    assert "Tr" not in content() and "1 0 0 1 50" in content()
    thick, leaning = content(thickened=True), content(slanted=True)
    assert "2 Tr" in thick and thick.rindex("0 Tr") > thick.index("2 Tr") and "0.667 w" in thick
    assert "1 0 0.25 1 50" in leaning
