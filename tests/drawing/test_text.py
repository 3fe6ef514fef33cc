"""What text is to somebody who can't see it, and how its runs look."""

from __future__ import annotations

import pytest

from deckgen.drawing import Element, Page, Words
from deckgen.scene import Link, TextBox
from tests.drawing.pages import drawn_slide, kinds_drawn, of_node, within, words


def page(slide: str, *, brand: str = "plain", deck: str = "") -> Page:
    return drawn_slide(slide, brand=brand, deck=deck).page(0)


def of_role(page: Page, role: str) -> list[Element]:
    return [element for element in within(page.elements) if element.role == role]


def said(element: Element) -> str:
    return "".join(mark.text for mark in words([element]))


def example(kind: str, brand: str = "cst", case: str = "example") -> Page:
    drawing = kinds_drawn(brand)
    return next(drawing.page(n) for n, slide in enumerate(drawing.deck.slides) if slide.id == f"{kind}-{case}")


NESTED = """\
kind: points
title: What we keep
points:
  - Our name
  - Our say:
      - a board
      - a seat
  - Our time
"""


def test_the_title_is_the_heading() -> None:
    (title,) = of_role(page(NESTED), "H1")
    assert said(title) == "What we keep" and title.node == "title"


def test_a_list_in_a_list_is_in_the_item_before_it() -> None:
    (outer, inner) = of_role(page(NESTED), "L")
    assert [item.role for item in outer.children] == ["LI", "LI", "LI"]  # type: ignore[union-attr]
    second = outer.children[1]
    assert isinstance(second, Element)
    label, body = second.children
    assert isinstance(label, Element) and label.role == "Lbl" and said(label) == "–"
    assert isinstance(body, Element) and body.role == "LBody" and body.children[-1] is inner
    assert [said(item) for item in inner.children if isinstance(item, Element)] == ["–a board", "–a seat"]


def test_every_item_is_known_by_its_paragraph() -> None:
    items = of_role(page(NESTED), "LI")
    assert [(item.node, item.paragraph) for item in items] == [("points", n) for n in (0, 1, 2, 3, 4)]


def test_bullets_hang_by_their_indent_on_their_line_in_their_colour() -> None:
    drawing = kinds_drawn("cst")
    number = next(n for n, slide in enumerate(drawing.deck.slides) if slide.id == "points-example")
    box = next(node for node in drawing.deck.slides[number].nodes if node.name == "points")
    assert isinstance(box, TextBox)
    signs = [words([label])[0] for label in of_role(drawing.page(number), "Lbl")]
    firsts = [next(line for line in box.lines if line.paragraph == n) for n in range(len(box.paragraphs))]
    assert [sign.x for sign in signs] == pytest.approx([line.x / 12_700 - 20 for line in firsts])
    assert [sign.baseline for sign in signs] == pytest.approx([line.baseline / 12_700 for line in firsts])
    assert [sign.text for sign in signs] == ["•", "•", "•", "–", "–"]
    bullet, muted = (drawing.brand.surface("paper").color(role) for role in ("bullet", "muted"))
    assert [sign.color for sign in signs] == [drawing.brand.theme[bullet.slot]] * 3 + [
        drawing.brand.theme[muted.slot]
    ] * 2


def test_a_quotation_is_one_and_still_the_title() -> None:
    (quotation,) = of_role(example("quote"), "BlockQuote")
    assert [e.role for e in quotation.children if isinstance(e, Element)] == ["H1"]
    assert quotation.node == "quotation"


def test_a_figure_in_quotation_marks_is_no_quotation() -> None:
    assert [e.node for e in of_role(example("figures", case="fullest"), "BlockQuote")] == ["quotation"]


def test_code_is_code_line_by_line() -> None:
    found = example("code")
    (code,) = of_role(found, "Code")
    assert {e.role for e in code.children if isinstance(e, Element)} == {"Span"}
    fonts = kinds_drawn("cst").fonts
    assert {fonts[mark.face].family for mark in words([code])} == {"Liberation Mono"}


RICH = """\
kind: statement
title: Looks
text: >-
  Plain **bold** *italic* ***both*** 10^2^ and H~2~O,
  [a **link** out](https://example.org/a) of it.
"""


def one(page: Page, text: str) -> Words:
    (found,) = [mark for mark in words(page.elements) if mark.text.strip() == text]
    return found


def test_runs_have_their_faces() -> None:
    drawing = drawn_slide(RICH)
    found = drawing.page(0)

    def face(text: str) -> tuple[bool, bool]:
        file = drawing.fonts[one(found, text).face]
        return file.bold, file.italic

    assert [face(text) for text in ("Plain", "bold", "italic", "both")] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ]


def test_raised_and_lowered_text_is_two_thirds_as_large_and_off_the_line() -> None:
    found = page(RICH)
    level = one(found, "Plain")
    raised = next(mark for mark in words(found.elements) if mark.text.startswith("2") and mark.size < level.size)
    assert raised.size == pytest.approx(level.size * 2 / 3)
    assert raised.baseline == pytest.approx(level.baseline - 0.3 * level.size)
    lowered = [m for m in words(found.elements) if m.size < level.size and m.text.startswith("2") and m is not raised]
    line = next(mark for mark in words(found.elements) if mark.text.strip().endswith("H"))
    assert lowered[0].baseline == pytest.approx(line.baseline + 0.25 * level.size)


def test_a_link_is_one_and_underlined_in_the_colour_of_links() -> None:
    found = page(RICH)
    (link,) = of_role(found, "Link")
    assert link.link == Link(url="https://example.org/a") and said(link).strip() == "a link out"
    inked = [mark for mark in words([link]) if mark.text.strip()]
    assert all(mark.underline for mark in inked)
    assert not any(mark.underline for mark in words(found.elements) if mark not in inked)


@pytest.mark.parametrize(("surface", "slot"), [("bright", "dk1"), ("ground", "accent1")])
def test_links_have_the_colour_of_their_ground(surface: str, slot: str) -> None:
    slide = f"kind: statement\ntitle: T\nsurface: {surface}\ntext: See [it](https://example.org).\n"
    drawing = drawn_slide(slide, brand="cst")
    (link,) = of_role(drawing.page(0), "Link")
    assert words([link])[0].color == drawing.brand.theme[slot]


def test_a_link_on_paper_has_the_themes_colour() -> None:
    drawing = drawn_slide("kind: points\ntitle: T\npoints: [a, '[b](https://example.org)']\n", brand="cst")
    (link,) = of_role(drawing.page(0), "Link")
    assert words([link])[0].color == drawing.brand.theme["hlink"]


def test_a_row_that_can_be_clicked_is_a_link_that_looks_like_text() -> None:
    found = example("links", "plain")
    rows = [e for e in of_role(found, "Link") if said(e) != "" and of_node([e], "") is not None]
    linked = {said(e): e.link.url for e in rows if e.link}
    assert "https://www.example.org/handbook" in linked.values()
    notes = of_node(found.elements, "links[0].note")
    assert not any(mark.underline for mark in words(notes))


def test_where_a_line_is_broken_at_a_blank_the_words_stay_apart() -> None:
    found = page("kind: statement\ntitle: T\ntext: " + "one two three four five six seven eight nine ten " * 3 + "\n")
    text = "".join(mark.text for mark in words(found.elements))
    assert "ten one two three" in text and text.count("one two three four five six seven eight nine ten") == 3


def test_a_typed_break_keeps_words_apart_and_a_hyphen_does_not() -> None:
    slide = "kind: statement\ntitle: |-\n  One\\\n  two\ntext: |-\n  A multi-\\\n  academy trust\n"
    text = ["".join(mark.text for mark in words([e])) for e in page(slide).elements]
    assert "One two" in text and any("multi-academy" in said for said in text)


def test_a_line_that_ends_with_a_hyphen_is_parted_from_the_next_where_a_blank_does() -> None:
    text = " ".join(["pre- or post-"] * 20)
    slide = page(f"kind: definition\ntitle: T\nparagraphs: [{text}]\n")
    found = "".join(mark.text for mark in words(of_node(slide.elements, "paragraphs")))
    assert found.split() == text.split()


def test_a_soft_hyphen_shows_only_where_a_line_ends_with_it() -> None:
    word = "Ver\u00adant\u00adwor\u00adtungs\u00adbe\u00adwusst\u00adsein"
    slide = f"kind: statement\ntitle: T\ntext: {word} {word} {word}\n"
    found = words(of_node(page(slide).elements, "text"))
    assert "\u00ad" not in "".join(mark.text for mark in found)
    assert [mark.text.endswith("-") for mark in found].count(True) >= 1
    assert "".join(m.text.removesuffix("-") for m in found).replace(" ", "") == 3 * word.replace("\u00ad", "")
    assert max(mark.x + mark.width for mark in found if not mark.text.endswith(" ")) <= 344 + 568


def test_hostile_text_is_text() -> None:
    slide = 'kind: statement\ntitle: "</script> ]]> <b>"\ntext: "&amp; \\" \' \u200f x"\n'
    said_ = "".join(mark.text for mark in words(page(slide).elements))
    assert "</script> ]]> <b>" in said_
