"""Marks on drawings: where the words stand that changed, on both sides."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from deckgen.brand.color import luminance
from deckgen.diff.highlight import marked
from deckgen.diff.read.opened import open_package
from deckgen.diff.side import sketched
from deckgen.drawing.model import Element, Outline, Page, Words
from deckgen.drawing.turning import words_box
from tests.diff.decks import COVER, POINTS, TABLE, Slide, between, built, edited, read, shape

Box = tuple[float, float, float, float]


def even(words: Words) -> list[float]:
    return [1.0] * len(words.text)


def sides(before: bytes, after: bytes, number: int = 1) -> list[tuple[Page, Page]]:
    """The pages of a slide that is there on both sides, without marks and with them."""
    (change,) = [slide for slide in between(before, after, places=True).slides if slide.after == number]
    pages = []
    for data, side in ((before, "before"), (after, "after")):
        deck, drawn = read(data), sketched(open_package(data), read(data))
        page = drawn.page(number)
        pages.append((page, marked(page, deck.slides[number - 1], change, side, widths=even)))  # type: ignore[arg-type]
    return pages


def marks(element: Any) -> Iterator[Outline]:
    for child in element.children if isinstance(element, Element) else element.elements:
        if isinstance(child, Element):
            yield from marks(child)
        elif isinstance(child, Outline):
            yield child


def words(element: Any) -> Iterator[Words]:
    for child in element.children if isinstance(element, Element) else element.elements:
        if isinstance(child, Element):
            yield from words(child)
        elif isinstance(child, Words):
            yield child


def added(pair: tuple[Page, Page]) -> list[Outline]:
    before = list(marks(pair[0]))
    return [mark for mark in marks(pair[1]) if mark not in before]


def box(mark: Outline) -> Box:
    xs = [float(command[1]) for command in mark.path if len(command) > 2]
    ys = [float(command[2]) for command in mark.path if len(command) > 2]
    return min(xs), min(ys), max(xs), max(ys)


def around(page: Page, text: str) -> Words:
    return next(found for found in words(page) if text in found.text)


def other(slide: Slide, **slots: Any) -> tuple[bytes, bytes]:
    return built(slide), built({**slide, **slots})


def test_words_gone_and_words_new_are_marked_where_they_stand() -> None:
    before, after = sides(*other(POINTS, points=["Its name", "Its head and its board", "Its say in what happens"]))
    for pair, text, color in ((before, "governors", "#FFCDC4"), (after, "board", "#B9EBC6")):
        line = around(pair[0], text)
        ground, rule = added(pair)
        left, top, right, bottom = box(ground)
        share = line.width / len(line.text)
        assert ground.fill == color and rule.stroke
        assert abs(left - (line.x + line.text.index(text) * share)) < 0.1
        assert abs(right - left - len(text) * share) < 0.1
        assert top < line.baseline < bottom


def test_marks_lie_below_the_words_and_leave_them_as_they_were() -> None:
    for plain, page in sides(*other(POINTS, points=["Its name", "Its head and its board", "Its say in what happens"])):
        assert list(words(plain)) == list(words(page))
        node = next(element for element in page.elements if element.node == "points")
        assert isinstance(node.children[0], Element) and node.children[0].role == "Artifact"


def test_a_cell_is_marked_in_its_place() -> None:
    rows = [["Fell View", "89.5", "94.2"], ["Beck Lane", "92.2", "96"], ["St Oswald’s", "93", "94.1"]]
    _, after = sides(*other(TABLE, rows=rows))
    cell = around(after[0], "96")
    left, top, right, bottom = box(added(after)[0])
    assert left <= cell.x + 0.1 and right >= cell.x + cell.width - 0.1 and top < cell.baseline < bottom


def test_on_dark_ground_marks_are_dark() -> None:
    dark = {**COVER, "title": "Growing well"}
    before, after = built(dark, brand="cst"), built({**dark, "title": "Growing better"}, brand="cst")
    for pair in sides(before, after):
        ground = added(pair)[0]
        assert ground.fill and luminance(ground.fill) < 0.2


def test_what_is_no_text_is_framed() -> None:
    def edit(opened: Any) -> None:
        held = shape(opened, 0, "points")
        held.left, held.top, held.width, held.height = held.left + 500_000, held.top, held.width, held.height

    data = built(POINTS)
    for pair in sides(data, edited(data, edit)):
        halo, frame = added(pair)
        assert halo.stroke == "#FFFFFF" and frame.fill is None and frame.width == 2.5


def test_a_slide_without_changes_has_no_marks() -> None:
    for plain, page in sides(built(POINTS), built(POINTS)):
        assert plain.elements == page.elements


def turned(word: str) -> bytes:
    """A deck of another program with a text box that stands on its side."""
    opened = Presentation()
    box = opened.slides.add_slide(opened.slide_layouts[6]).shapes.add_textbox(Pt(100), Pt(100), Pt(300), Pt(60))
    box.rotation, box.text_frame.text = 90, f"Turned {word} words"
    written = io.BytesIO()
    opened.save(written)
    return written.getvalue()


def test_marks_of_turned_words_are_turned_as_they_are() -> None:
    for pair in sides(turned("old"), turned("new")):
        line = around(pair[0], "Turned")
        ground, rule = added(pair)
        left, top, right, bottom = words_box(line, 0.83, 0.25)
        assert line.turn == 90 and bottom - top > right - left
        for mark in (ground, rule):
            x, y, end, foot = box(mark)
            assert left <= x and end <= right and top < y and foot < bottom, "within the words, in their middle"
        assert foot - y == pytest.approx(line.width * 3 / len(line.text))
