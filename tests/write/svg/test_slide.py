"""A page as SVG: what is read out, what is set where, what is linked; on pages made by hand."""

from __future__ import annotations

import base64
import re
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace

from deckgen.drawing.model import Element, Inset, Outline, Page, Raster
from deckgen.scene import Crop, Image, Link
from deckgen.write.svg import Drawn, Faces, slide_svg
from tests.support.pages import BOLD, NASKH, REGULAR, brand, fonts, page, words

SVG = "{http://www.w3.org/2000/svg}"
DOT = Image("0" * 64, "png", 4, 2, b"\x89PNG")


def drawn(given: Page, **more: Any) -> Drawn:
    return slide_svg(given, Faces(fonts(), brand()), **more)


def root(*elements: Element, **more: Any) -> etree._Element:
    return etree.fromstring(drawn(page(*elements), **more).svg())


def one(*elements: Element, **more: Any) -> etree._Element:
    """The one element of the page, behind which its ground lies."""
    _, found = root(*elements, **more)
    return found


def paragraph(*children: Any, **more: Any) -> Element:
    return Element(role="P", children=children, **more)


def test_a_page_is_an_svg_with_its_ground_and_nothing_to_fetch() -> None:
    found = root()
    assert (found.tag, found.get("viewBox"), found.get("lang")) == (f"{SVG}svg", "0 0 960 540", "en-GB")
    (ground,) = found
    assert dict(ground.attrib) == {"width": "960", "height": "540", "fill": "#FFFFFF", "aria-hidden": "true"}


def test_words_are_text_at_their_place_in_their_face() -> None:
    text = one(paragraph(words("Hello", width=54.68)))[0]
    assert (text.tag, text.text) == (f"{SVG}text", "Hello")
    assert {name: text.get(name) for name in ("x", "y", "font-size", "fill", "font-weight")} == {
        "x": "48",
        "y": "72",
        "font-size": "24",
        "fill": "#112233",
        "font-weight": None,
    }
    assert text.get("font-family") == "'Liberation Sans', 'Arial'"


def test_words_that_end_where_they_should_anyway_are_left_alone() -> None:
    assert "letter-spacing" not in one(paragraph(words("Hello", width=54.69)))[0].attrib


def test_words_are_spaced_to_the_width_that_the_drawing_says() -> None:
    # Liberation Sans: H 1479, e 1139, l 455, l 455, o 1139 of 2048; in 24 points 54.691.
    text = one(paragraph(words("Hello", width=55.691)))[0]
    assert text.get("letter-spacing") == "0.2"
    assert text.get("textLength") is None


def test_tracking_is_part_of_the_width() -> None:
    assert one(paragraph(words("Hello", width=54.691 - 5, tracking=-1)))[0].get("letter-spacing") == "-1"


def test_a_face_that_is_much_too_wide_is_made_narrower() -> None:
    text = one(paragraph(words("Hello", width=50)))[0]
    assert (text.get("textLength"), text.get("lengthAdjust")) == ("50", "spacingAndGlyphs")


def test_small_words_are_not_kerned_where_powerpoint_does_not() -> None:
    text = one(paragraph(words("AVAT", width=40), words("AVAT", x=90, width=40, kerned=False)))[0]
    first, second = text
    assert "style" not in first.attrib
    assert second.get("style") == "font-kerning:none;font-variant-ligatures:no-common-ligatures"


def test_lines_of_a_paragraph_are_one_text() -> None:
    text = one(
        paragraph(
            words("multi-", width=60.02),
            words("academy ", baseline=100, width=101.4),
            words("trusts", baseline=128, width=60),
        )
    )[0]
    assert [(span.get("x"), span.get("y")) for span in text] == [("48", "72"), ("48", "100"), ("48", "128")]
    assert "".join(text.itertext()) == "multi-academy trusts"


def test_a_part_of_a_line_says_only_what_is_its_own() -> None:
    first, second, third = one(
        paragraph(
            words("a ", width=20.02, face=BOLD),
            words("b", x=68, width=13.35, color="#FF0000"),
            words("c", x=82, width=12, underline=True),
        )
    )[0]
    assert set(first.attrib) == {"x", "y"}
    assert {name: second.get(name) for name in ("font-weight", "fill")} == {"font-weight": "400", "fill": "#FF0000"}
    assert third.get("text-decoration") == "underline" and third.get("fill") is None


def test_what_a_family_has_no_face_for_is_asked_of_the_browser() -> None:
    found = one(paragraph(words("a", thickened=True, slanted=True)))
    text = found[0]
    assert (text.get("font-weight"), text.get("font-style")) == ("700", "italic")


def test_turned_words_are_a_text_by_themselves_turned_where_they_begin() -> None:
    first, second = one(paragraph(words("Up"), words("Down", x=120, turn=-90)))
    assert first.get("transform") is None
    assert second.get("transform") == "rotate(-90 120 72)" and (second.get("x"), second.get("y")) == ("120", "72")


def test_what_runs_to_the_left_starts_at_its_right_in_a_text_by_itself() -> None:
    arabic = words("\u0645\u0631\u062d\u0628\u0627", x=100, width=51, face=NASKH, rtl=True)
    found = one(paragraph(words("2026 ", x=160, width=66), arabic))
    assert [text.tag for text in found] == [f"{SVG}text"] * 2
    assert (found[1].get("x"), found[1].get("direction")) == ("151", "rtl")
    assert found[1].get("letter-spacing") is None  # it would part letters that join


@pytest.mark.parametrize(
    ("element", "attributes"),
    [
        (Element(role="H1"), {"role": "heading", "aria-level": "1"}),
        (Element(role="L"), {"role": "list"}),
        (Element(role="LI"), {"role": "listitem"}),
        (Element(role="Figure", alt="A bar chart"), {"role": "img", "aria-label": "A bar chart"}),
        (Element(role="Formula", alt="a squared"), {"role": "math", "aria-label": "a squared"}),
        (Element(role="TH", scope="Row", columns=2), {"role": "rowheader", "aria-colspan": "2"}),
        (Element(role="TD", rows=3), {"role": "cell", "aria-rowspan": "3"}),
        (Element(role="Table", alt="Costs"), {"role": "table", "aria-label": "Costs"}),
        (Element(role="Div", alt="A plan"), {"role": "group", "aria-label": "A plan"}),
        (Element(role="Artifact", alt="x"), {"aria-hidden": "true"}),
        (Element(role="Code"), {"role": "code"}),
        (Element(role="P", language="cy-GB"), {"role": "paragraph", "lang": "cy-GB"}),
        (Element(role="P", node="points", paragraph=0), {"data-node": "points", "data-paragraph": "0"}),
        (Element(role="Figure", series=1), {"role": "figure", "data-series": "1"}),
        (Element(role="Lbl", children=(words("•"),)), {"aria-hidden": "true"}),
        (Element(role="Lbl", children=(words("1."),)), {}),
    ],
)
def test_an_element_says_what_it_is(element: Element, attributes: dict[str, str]) -> None:
    inside = element.children or (Outline(path=(("M", 0, 0),), fill="#000000"),)
    found = one(replace(element, children=inside, node=element.node or "n"))
    assert attributes.items() <= dict(found.attrib).items()


def test_a_picture_with_a_link_in_it_is_no_image_that_hides_it() -> None:
    link = Element(role="Link", link=Link(url="https://example.org"), children=(words("Go"),))
    found = one(Element(role="Figure", alt="A film", children=(link,)))
    assert (found.get("role"), found.get("aria-label")) == ("figure", "A film")


def test_what_a_build_brings_in_is_a_group_in_a_line_of_others() -> None:
    spans = (Element(role="Span", node="code", paragraph=n, children=(words(str(n)),)) for n in (0, 1))
    (first, second) = one(Element(role="Code", children=tuple(spans)))
    assert [(g.tag, g.get("data-paragraph"), g[0].tag) for g in (first, second)] == [
        (f"{SVG}g", "0", f"{SVG}text"),
        (f"{SVG}g", "1", f"{SVG}text"),
    ]


def test_what_says_nothing_of_itself_is_no_group() -> None:
    assert one(Element(role="Div", children=(words("x"),))).tag == f"{SVG}text"


def test_a_link_in_a_line_is_a_link_in_its_text() -> None:
    link = Element(role="Link", link=Link(url="https://example.org/?a=1&b=2"), children=(words("there", x=100),))
    text = one(paragraph(words("See ", width=50), link, words(".", x=160)))[0]
    a = text[1]
    assert (a.tag, a.get("href"), a.get("rel")) == (f"{SVG}a", "https://example.org/?a=1&b=2", "noopener")
    assert "".join(text.itertext()) == "See there."


def test_a_link_over_two_lines_is_one_link() -> None:
    spans = (words("one"), words("two", baseline=100))
    text = one(paragraph(Element(role="Link", link=Link(url="https://example.org"), children=spans)))[0]
    (a,) = text
    assert [span.text for span in a] == ["one", "two"]


def test_a_click_counts_anywhere_on_a_linked_box() -> None:
    ground = Outline(path=(("M", 40, 40), ("L", 240, 40), ("L", 240, 90), ("L", 40, 90), ("Z",)), fill="#EEEEEE")
    box = Element(role="Div", node="box", link=Link(url="https://example.org"), children=(ground, words("Go")))
    area = one(box)[0][0]
    assert dict(area.attrib) == {
        "x": "40",
        "y": "40",
        "width": "208",
        "height": "50",
        "fill": "none",
        "pointer-events": "all",
    }


def test_a_link_to_a_slide_goes_where_its_page_is() -> None:
    linked = paragraph(Element(role="Link", link=Link(slide="next"), children=(words("Next"),)))
    assert one(linked)[0].tag == f"{SVG}text"  # by itself it leads nowhere
    a = one(linked, href=lambda link: f"#{link.slide}")[0]
    assert (a.get("href"), a.get("target")) == ("#next", None)


def test_a_cropped_picture_is_shown_through_a_window() -> None:
    crop = Crop(left=25_000, right=25_000, top=0, bottom=50_000)
    window = one(Element(role="Figure", alt="x", children=(Raster(x=10, y=20, w=100, h=50, image=DOT, crop=crop),)))[0]
    assert [window.get(name) for name in ("x", "y", "width", "height")] == ["10", "20", "100", "50"]
    assert [window[0].get(name) for name in ("x", "y", "width", "height")] == ["-50", "0", "200", "100"]
    assert window[0].get("href") == "data:image/png;base64,iVBORw=="


def test_a_vector_picture_is_drawn_as_one() -> None:
    image = Image("1" * 64, "png", 4, 2, b"", vector=Image("2" * 64, "svg", 4, 2, b"<svg/>"))
    found = one(Element(role="Figure", alt="x", children=(Raster(x=0, y=0, w=4, h=2, image=image),)))[0]
    assert found.get("href") == "data:image/svg+xml;base64,PHN2Zy8+"


def test_a_drawing_that_sets_words_has_the_faces_for_them() -> None:
    source = (
        b'<svg xmlns="http://www.w3.org/2000/svg" font-family="Arial" viewBox="0 0 9 9">'
        b'<text y="5">Schl\xc3\xbcssel</text><text style="font-family:calibri, serif;font-weight:bold">x</text></svg>'
    )
    image = Image("1" * 64, "png", 4, 2, b"", vector=Image("2" * 64, "svg", 4, 2, source))
    found = one(Element(role="Figure", alt="x", children=(Raster(x=0, y=0, w=4, h=2, image=image),)))[0]
    shown = etree.fromstring(base64.b64decode(found.get("href").partition(",")[2]))
    style = shown[0].text
    assert [span.text for span in shown[1:]] == ["Schlüssel", "x"]
    rules = re.findall(
        r"font-family:'(\w+)';font-weight:(\d+);font-style:normal;src:url\(.data:font/woff2;base64,", style
    )
    assert rules == [("Arial", "400"), ("Arial", "700"), ("calibri", "400"), ("calibri", "700")]


def test_paths_are_filled_and_stroked() -> None:
    mark = Outline(path=(("O", 10, 10, 5),), stroke="#FF0000", width=1.5, round=True, dash=(3, 2))
    path = one(Element(role="Artifact", children=(mark,)))[0]
    assert path.get("d") == "M5 10a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z"
    assert (path.get("fill"), path.get("stroke-width"), path.get("stroke-dasharray")) == ("none", "1.5", "3 2")


def test_a_page_on_a_page_is_clipped_to_its_edges() -> None:
    inner = page(Element(role="H1", children=(words("Inner"),)))
    view = one(Element(role="Figure", alt="Slide 1", children=(Inset(page=inner, x=30, y=40, scale=0.5),)))[0]
    assert [view.get(n) for n in ("x", "y", "width", "height", "overflow")] == ["30", "40", "480", "270", "hidden"]


@pytest.mark.parametrize(
    "text", ["</text><script>alert(1)</script>", "]]>", "a & b <c> \"d\" 'e'", "\u202e\u2066x", "😀" * 3, "x" * 10_000]
)
def test_hostile_words_stay_words(text: str) -> None:
    found = one(paragraph(words(text, width=400)))
    assert ("".join(found.itertext()), len(found[0])) == (text, 0)


def test_the_characters_of_each_face_are_told() -> None:
    given = page(paragraph(words("ab"), words("b", face=BOLD)), paragraph(words("c")))
    assert drawn(given).used == {REGULAR: frozenset("abc"), BOLD: frozenset("b")}
