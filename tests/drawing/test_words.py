"""The words of a page are the scene's, in its order, where it measured them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from deckgen.drawing import Page, Words
from deckgen.fonts.breaking import SOFT_HYPHEN
from deckgen.scene import Group, Node, Slide, TextBox
from deckgen.units import to_pt
from tests.drawing.pages import BRANDS, kinds_drawn, of_node, within, words

NEAR = 0.02
"""Points: what rounding to EMU may come to."""


def boxes(nodes: tuple[Node, ...]) -> Iterator[TextBox]:
    for node in nodes:
        if isinstance(node, TextBox):
            yield node
        elif isinstance(node, Group):
            yield from boxes(node.nodes)


def slides(brand: str) -> Iterator[tuple[Slide, Page]]:
    drawing = kinds_drawn(brand)
    return zip(drawing.deck.slides, drawing.pages(), strict=True)


def said(text: str) -> list[str]:
    return text.replace(SOFT_HYPHEN, "").split()


def of_box(page: Page, box: TextBox) -> list[Words]:
    """A box's words without its bullets."""
    elements = of_node(page.elements, box.name)
    bullets = {id(mark) for element in within(elements) if element.role == "Lbl" for mark in words([element])}
    return [mark for mark in words(elements) if id(mark) not in bullets]


@pytest.mark.parametrize("brand", BRANDS)
def test_a_box_says_what_the_scene_says_in_its_order(brand: str) -> None:
    for slide, page in slides(brand):
        for box in boxes(slide.nodes):
            found = "".join(mark.text for mark in of_box(page, box))
            expected = "".join(paragraph.text for paragraph in box.paragraphs)
            assert found.split() == said(expected) or said(found) == said(" ".join(p.text for p in box.paragraphs)), (
                slide.id,
                box.name,
            )


@pytest.mark.parametrize("brand", BRANDS)
def test_a_page_says_its_boxes_in_the_order_of_the_scene(brand: str) -> None:
    for slide, page in slides(brand):
        names = [box.name for box in boxes(slide.nodes) if of_box(page, box)]
        met = dict.fromkeys(element.node for element in within(page.elements) if element.node in set(names))
        assert list(met) == list(dict.fromkeys(names)), slide.id


@pytest.mark.parametrize("brand", BRANDS)
def test_lines_stand_where_they_were_measured(brand: str) -> None:
    for slide, page in slides(brand):
        for box in boxes(slide.nodes):
            rows: dict[float, list[Words]] = defaultdict(list)
            for mark in of_box(page, box):
                rows[round(mark.baseline, 3)].append(mark)
            for line in (line for line in box.lines if line.text):
                row = [
                    mark
                    for baseline, marks in rows.items()
                    # What is raised or lowered stands off its line, by less than the next line is away.
                    for mark in marks
                    if abs(baseline - to_pt(line.baseline)) < mark.size * 0.46
                ]
                left = min(mark.x for mark in row)
                assert left == pytest.approx(to_pt(line.x), abs=NEAR), (slide.id, line.text)


@pytest.mark.parametrize("brand", BRANDS)
def test_words_stay_within_their_box(brand: str) -> None:
    for slide, page in slides(brand):
        for box in boxes(slide.nodes):
            rect = box.look.inner(box.rect) if box.look else box.rect
            for mark in of_box(page, box):
                blank = len(mark.text) - len(mark.text.rstrip())
                right = mark.x + (mark.width if not blank else mark.width * (1 - blank / len(mark.text)))
                assert to_pt(rect.x) - NEAR <= mark.x, (slide.id, mark.text)
                assert not box.wrap or right <= to_pt(rect.right) + NEAR or not mark.text.strip(), (slide.id, mark.text)
                assert to_pt(rect.y) <= mark.baseline <= to_pt(rect.bottom) + NEAR, (slide.id, mark.text)


@pytest.mark.parametrize("brand", BRANDS)
def test_every_face_is_a_file(brand: str) -> None:
    drawing = kinds_drawn(brand)
    used = {mark.face for page in drawing.pages() for mark in words(page.elements)}
    assert used
    for key in used:
        assert drawing.fonts[key].key == key
        assert drawing.fonts[key].data[:4] in (b"\0\1\0\0", b"OTTO")
