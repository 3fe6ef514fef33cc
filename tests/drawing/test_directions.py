"""Text that runs from right to left: pieces in visual places and reading order, each in its face and language."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from deckgen.drawing import Drawing, Page, Words
from deckgen.pipeline import Pipeline
from deckgen.scene import TextBox
from deckgen.units import to_pt
from deckgen.worlds import MemoryWorld
from tests.decks.languages import LANGUAGES, own_brand, project
from tests.decks.library import TODAY, assets
from tests.drawing.pages import kinds_drawn, of_node, within, words

RTL = [(language, brand) for language, brand in LANGUAGES if language != "zh"]
NEAR = 0.001


@cache
def drawing(language: str, brand: str) -> Drawing:
    pipeline = project(language, brand)
    return pipeline.drawing(pipeline.compile("talk", "full"))


def boxes(drawing: Drawing) -> list[tuple[Page, TextBox]]:
    return [
        (page, node)
        for page in drawing.pages()
        if page.slide is not None
        for node in page.slide.nodes
        if isinstance(node, TextBox) and not node.decorative
    ]


def shown(page: Page, box: TextBox) -> list[Words]:
    elements = of_node(page.elements, box.name)
    bullets = [mark for element in within(elements) if element.role == "Lbl" for mark in words([element])]
    return [mark for mark in words(elements) if mark not in bullets]


@pytest.mark.parametrize(("language", "brand"), LANGUAGES)
def test_words_are_read_in_the_order_of_the_text(language: str, brand: str) -> None:
    for page, box in boxes(drawing(language, brand)):
        said = "".join(mark.text for mark in shown(page, box))
        assert said.replace(" ", "") == "".join(p.text for p in box.paragraphs).replace(" ", "").replace("\n", "")


@pytest.mark.parametrize(("language", "brand"), LANGUAGES)
def test_a_lines_pieces_fill_it_without_gap_or_overlap(language: str, brand: str) -> None:
    several = 0
    for page, box in boxes(drawing(language, brand)):
        marks = shown(page, box)
        for line in box.lines:
            on_it = [m for m in marks if abs(m.baseline - to_pt(line.baseline)) < NEAR and m.text != " "]
            left, right = to_pt(line.x), to_pt(line.x + line.width)
            # The last piece of a line from left to right may have its blank with it.
            ordered = sorted(on_it, key=lambda mark: mark.x)
            assert ordered[0].x == pytest.approx(left, abs=NEAR)
            for one, other in pairwise(ordered):
                assert other.x == pytest.approx(one.x + one.width, abs=NEAR)
            end = ordered[-1].x + ordered[-1].width
            assert end == pytest.approx(right, abs=NEAR) or ordered[-1].text.endswith(" ")
            several += len(ordered) > 1
    assert several


@pytest.mark.parametrize(("language", "brand"), RTL)
def test_a_foreign_piece_stands_between_what_is_read_before_and_after_it(language: str, brand: str) -> None:
    met = 0
    for page, box in boxes(drawing(language, brand)):
        marks = shown(page, box)
        for before, piece, after in zip(marks, marks[1:], marks[2:], strict=False):
            if before.rtl and after.rtl and not piece.rtl and before.baseline == piece.baseline == after.baseline:
                assert after.x < piece.x < before.x
                met += 1
    assert met


@pytest.mark.parametrize(("language", "brand"), RTL)
def test_letters_from_right_to_left_are_in_a_face_that_has_them(language: str, brand: str) -> None:
    import uharfbuzz as hb

    found = drawing(language, brand)
    fonts = {key: hb.Font(hb.Face(found.fonts[key].data)) for key in found.fonts}
    marks = [mark for page in found.pages() for mark in words(page.elements)]
    assert any(mark.rtl for mark in marks)
    for mark in marks:
        for sign in mark.text.strip():
            assert fonts[mark.face].get_nominal_glyph(ord(sign)) is not None, (sign, mark.face)


@pytest.mark.parametrize(("language", "brand"), RTL)
def test_foreign_words_are_told_in_their_language(language: str, brand: str) -> None:
    found = drawing(language, brand)
    told = {e.language for page in found.pages() for e in within(page.elements) if e.language}
    assert told == {"en-GB"}
    for page in found.pages():
        for element in within(page.elements):
            if element.language:
                assert not any("\u0590" < sign < "\u0700" for mark in words([element]) for sign in mark.text)


@pytest.mark.parametrize(("language", "brand"), RTL)
def test_bullets_begin_at_the_right_edge_of_their_box(language: str, brand: str) -> None:
    found = drawing(language, brand)
    met = 0
    for page, box in boxes(found):
        elements = of_node(page.elements, box.name)
        for label in (element for element in within(elements) if element.role == "Lbl"):
            (sign,) = words([label])
            assert sign.x + sign.width == pytest.approx(to_pt(box.rect.right), abs=NEAR)
            met += 1
    assert met


def test_the_foot_is_at_the_other_side() -> None:
    page = drawing("ar", "cst").page(1)
    number = words(page.elements)[-1]
    assert number.text == "2" and number.x == 48 and page.rtl


def test_bold_and_italic_are_imitated_where_a_family_has_no_such_face() -> None:
    slide = "{kind: statement, id: s, title: 学校, text: '学校*孩子***未来**的'}"
    deck = f"title: T\nbrand: own\nlanguage: zh\nslides:\n  - {slide}\n"
    pipeline = Pipeline(MemoryWorld({**assets(), **own_brand(), "decks/talk.yaml": deck.encode()}, today=TODAY))
    page = pipeline.drawing(pipeline.compile("talk", "full")).page(0)
    told = {mark.text: (mark.thickened, mark.slanted) for mark in words(page.elements)}
    assert {text: told[text] for text in ("孩子", "未来", "的")} == {
        "孩子": (False, True),
        "未来": (True, False),
        "的": (False, False),
    }
    assert {mark.thickened for mark in words(kinds_drawn("cst").page(0).elements)} == {False}
