"""A deck as SVG files: what they are called, what is in them, that they are the same again."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator

import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from msgspec.structs import replace

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.scene import Deck
from deckgen.write.formats import Options, format_of
from deckgen.write.svg import slide_name
from deckgen.write.svg.web_fonts import BASIC
from tests.support.pages import restricted, talk

SVG = "{http://www.w3.org/2000/svg}"


def files(drawing: Drawing | None = None, diags: Diagnostics | None = None) -> dict[str, bytes]:
    return dict(_files(drawing or talk(), Diagnostics() if diags is None else diags))


def _files(drawing: Drawing, diags: Diagnostics) -> Iterator[tuple[str, bytes]]:
    for file in format_of("svg").files(drawing, Options(), diags):
        yield file.suffix, b"".join(chunk for chunk in file.chunks if isinstance(chunk, bytes))


def test_every_slide_has_its_file_and_the_same_one_again() -> None:
    found = files()
    assert list(found) == [".slides/01-cover.svg", ".slides/02-more-points.svg", ".slides/03-last.svg"]
    assert files() == found


def test_a_file_stands_by_itself() -> None:
    for data in files().values():
        root = etree.fromstring(data)
        assert (root.get("width"), root.get("height"), root.get("role")) == ("960pt", "540pt", "document")
        addresses = [*re.findall(rb"url\(([^)]{5})", data), *re.findall(rb'href="([^"]{5})', data)]
        assert all(address.strip(b'"').startswith((b"data", b"http", b"01-", b"&quo")) for address in addresses)
        assert b"<script" not in data and b"@import" not in data


def test_a_file_says_which_slide_it_is() -> None:
    titles = [etree.fromstring(data).findtext(f"{SVG}title") for data in files().values()]
    assert titles == ["Growing well", "What we do", "Not shown"]


def test_links_lead_to_files_and_pages() -> None:
    points = etree.fromstring(files()[".slides/02-more-points.svg"])
    assert [a.get("href") for a in points.iter(f"{SVG}a")] == ["01-cover.svg", "https://example.org"]


def test_every_face_used_is_in_the_file_with_all_that_is_set_in_it() -> None:
    for data in files().values():
        root = etree.fromstring(data)
        rules = _rules(root.findtext(f"{SVG}style") or "")
        for text in root.iter(f"{SVG}text"):
            for span in (text, *text):
                look = [span.get(name) or text.get(name) for name in ("font-family", "font-weight")]
                family = (look[0] or "").partition(",")[0].strip("'")
                assert set(map(ord, span.text or "")) <= rules[family, look[1] or "400"]


def _rules(style: str) -> dict[tuple[str, str], set[int]]:
    pattern = r"@font-face\{font-family:'([^']+)';font-weight:(\d+);.*?base64,([^\"]+)\""
    return {
        (family, weight): set(TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap())
        for family, weight, data in re.findall(pattern, style)
    }


def test_slides_share_their_subsets() -> None:
    rules = [_rules(etree.fromstring(data).findtext(f"{SVG}style") or "") for data in files().values()]
    assert all(set(map(ord, BASIC)) <= characters for rule in rules for characters in rule.values())
    shared = rules[0].keys() & rules[1].keys()
    assert shared
    assert all(rules[0][face] == rules[1][face] for face in shared)


def test_a_face_that_may_not_be_embedded_is_in_no_file() -> None:
    own = talk()
    drawing = Drawing(own.deck, own.brand, own.layouts, own.measurer)
    drawing.fonts = {key: restricted(font, 2) for key, font in own.fonts.items()}
    diags = Diagnostics()
    found = files(drawing, diags)
    assert {said.code for said in diags.warnings} == {"font-not-embeddable"}
    assert found == files()  # what stands in for each of these faces is that face as it ships


@pytest.mark.parametrize(
    ("slides", "index", "name"), [(9, 0, "01-x"), (99, 98, "99-x"), (100, 0, "001-x"), (1000, 999, "1000-x")]
)
def test_numbers_are_as_wide_as_the_deck_needs(slides: int, index: int, name: str) -> None:
    one = replace(talk().deck.slides[0], id="x")
    deck = Deck(title="", brand="plain", language="en-GB", slides=(one,) * slides)
    assert slide_name(deck, index) == name


@pytest.mark.parametrize(
    ("id", "name"),
    [("a/b", "01-a-b"), ("x~2", "01-x~2"), ("Größe", "01-Größe"), ("a:b*c", "01-a-b-c"), ("x" * 300, None)],
)
def test_a_name_holds_what_every_disk_takes(id: str, name: str | None) -> None:
    deck = Deck(title="", brand="plain", language="en-GB", slides=(replace(talk().deck.slides[0], id=id),))
    found = slide_name(deck, 0)
    assert found == name if name else len(found) < 100
