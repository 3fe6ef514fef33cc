"""The words of a page are the scene's, in its order, where it measured them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from deckgen.drawing import Element, Mark, Page, Words
from deckgen.fonts.breaking import SOFT_HYPHEN
from deckgen.scene import Group, Node, Slide, TextBox
from deckgen.units import to_pt
from tests.drawing.pages import BRANDS, kinds_drawn, of_node, within, words

NEAR = 0.001
"""Points: what rounding to EMU may come to."""


def boxes(nodes: tuple[Node, ...]) -> Iterator[TextBox]:
    for node in nodes:
        if isinstance(node, TextBox):
            yield node
        elif isinstance(node, Group):
            yield from boxes(node.nodes)


def drawn(brand: str) -> Iterator[tuple[Slide, Page, TextBox]]:
    """Every box of text of every kind, with its page."""
    drawing = kinds_drawn(brand)
    for slide, page in zip(drawing.deck.slides, drawing.pages(), strict=True):
        for box in boxes(slide.nodes):
            yield slide, page, box


def paragraph(page: Page, box: TextBox, number: int) -> list[Words]:
    """The words of a paragraph: without its bullet, and without the lists in it."""

    def own(children: tuple[Element | Mark, ...]) -> Iterator[Words]:
        for child in children:
            if isinstance(child, Words):
                yield child
            elif isinstance(child, Element) and child.role != "Lbl" and child.paragraph in (None, number):
                yield from own(child.children)

    found = [e for e in within(of_node(page.elements, box.name)) if e.paragraph == number]
    assert len(found) <= 1
    return list(own(found[0].children)) if found else []


def lines(page: Page, box: TextBox, number: int) -> list[list[Words]]:
    """The words of each line of a paragraph. What is raised or lowered is off its line by less than half its size."""
    found: list[list[Words]] = []
    for mark in paragraph(page, box, number):
        if found and abs(mark.baseline - found[-1][-1].baseline) < 0.5 * box.style.size and mark.x > found[-1][-1].x:
            found[-1].append(mark)
        else:
            found.append([mark])
    return found


@pytest.mark.parametrize("brand", BRANDS)
def test_a_paragraph_says_what_the_scene_says(brand: str) -> None:
    count = 0
    for slide, page, box in drawn(brand):
        if box.decorative:
            continue
        for number, said in enumerate(box.paragraphs):
            found = "".join(mark.text for mark in paragraph(page, box, number))
            expected = " ".join(said.text.split("\n")) if "\n" in said.text else said.text
            assert found.rstrip() == expected.replace(SOFT_HYPHEN, "").rstrip(), (slide.id, box.name)
            count += 1
    assert count > 500


@pytest.mark.parametrize("brand", BRANDS)
def test_a_page_says_its_boxes_in_the_order_of_the_scene(brand: str) -> None:
    drawing = kinds_drawn(brand)
    for slide, page in zip(drawing.deck.slides, drawing.pages(), strict=True):
        names = [box.name for box in boxes(slide.nodes) if of_node(page.elements, box.name)]
        met = dict.fromkeys(element.node for element in within(page.elements) if element.node in set(names))
        assert list(met) == list(dict.fromkeys(names)), slide.id


@pytest.mark.parametrize("brand", BRANDS)
def test_lines_stand_where_they_were_measured_and_are_as_wide(brand: str) -> None:
    for slide, page, box in drawn(brand):
        if box.decorative:
            continue
        for number, said in enumerate(box.paragraphs):
            expected = [line for line in box.lines if line.paragraph == number and line.text]
            found = lines(page, box, number)
            assert len(found) == len(expected), (slide.id, said.text)
            for marks, line in zip(found, expected, strict=True):
                assert marks[0].x == pytest.approx(to_pt(line.x), abs=NEAR), (slide.id, line.text)
                text = "".join(mark.text for mark in marks)
                assert text in (line.text, f"{line.text} ")
                width = sum(mark.width for mark in marks)
                blank = width - to_pt(line.width)
                assert 0.1 * box.style.size < blank < box.style.size if text != line.text else abs(blank) < NEAR
                level = [mark.baseline for mark in marks if mark.size == max(m.size for m in marks)]
                assert level[0] == pytest.approx(to_pt(line.baseline), abs=NEAR), (slide.id, line.text)


@pytest.mark.parametrize("brand", BRANDS)
def test_pieces_of_a_line_stand_side_by_side(brand: str) -> None:
    several = 0
    for _, page, box in drawn(brand):
        for number in range(len(box.paragraphs)):
            for line in lines(page, box, number):
                for one, other in pairwise(line):
                    assert other.x == pytest.approx(one.x + one.width, abs=NEAR)
                    several += 1
    assert several > 50


@pytest.mark.parametrize("brand", BRANDS)
def test_words_stay_within_their_box(brand: str) -> None:
    for slide, page, box in drawn(brand):
        rect = box.look.inner(box.rect) if box.look else box.rect
        for number in range(len(box.paragraphs)):
            for mark in paragraph(page, box, number):
                hanging = mark.text.endswith(" ")
                right = mark.x + (0 if hanging else mark.width)
                assert to_pt(rect.x) - NEAR <= mark.x, (slide.id, mark.text)
                assert not box.wrap or right <= to_pt(rect.right) + NEAR, (slide.id, mark.text)
                assert to_pt(rect.y) <= mark.baseline <= to_pt(rect.bottom), (slide.id, mark.text)


@pytest.mark.parametrize("brand", BRANDS)
def test_every_face_is_a_file(brand: str) -> None:
    drawing = kinds_drawn(brand)
    used = {mark.face for page in drawing.pages() for mark in words(page.elements)}
    assert len(used) > 3
    for key in used:
        assert drawing.fonts[key].key == key
        assert drawing.fonts[key].data[:4] in (b"\0\1\0\0", b"OTTO")
