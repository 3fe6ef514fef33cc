"""Changed words and things marked on a slide's page: under the words, or around what is no text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from deckgen.brand.color import luminance
from deckgen.diff.changes import (
    Change,
    ChartChange,
    Edit,
    FactChange,
    PictureChange,
    ShapeChange,
    SlideChange,
    TableChange,
    TextChange,
)
from deckgen.diff.view import Shape, Slide, Table
from deckgen.drawing.model import Element, Outline, Page, Words
from deckgen.drawing.turning import turned_path
from deckgen.units import EMU_PER_PT

Sort: TypeAlias = Literal["gone", "new", "other"]
"""Other: what stayed and is set, or led, or stands otherwise."""
Side: TypeAlias = Literal["before", "after"]

_ON_LIGHT: dict[Sort, str] = {"gone": "#FFCDC4", "new": "#B9EBC6", "other": "#FFE7A3"}
_ON_DARK: dict[Sort, str] = {"gone": "#8E1F14", "new": "#0B5F2E", "other": "#6E5200"}
_LINE: dict[Sort, str] = {"gone": "#C5281C", "new": "#178A45", "other": "#C77F00"}
_DARK = 0.4
"""Words lighter than this stand on something dark."""
_ASCENT, _DESCENT = 0.82, 0.24
_FRAME = 3.0


class Spot(Struct, frozen=True):
    """Characters of a text, from `start` to `end`, counted over all its paragraphs without the blanks."""

    start: int
    end: int
    sort: Sort


class Spots(Struct, frozen=True, kw_only=True):
    """What is to be marked on a page: of texts by shape, of cells by shape, row and place in the row, and frames."""

    texts: Mapping[str, tuple[str, tuple[Spot, ...]]]
    cells: Mapping[tuple[str, int, int], tuple[str, tuple[Spot, ...]]]
    frames: Sequence[tuple[Shape, Sort]]


Widths: TypeAlias = Callable[[Words], Sequence[float]]
"""Gives the widths of the characters of words, in any unit."""


def marked(page: Page, slide: Slide, change: SlideChange, side: Side, *, widths: Widths) -> Page:
    """The page with what a change says of this side of it marked."""
    spots = _spots(slide, change, side)
    painter = _Painter(spots, widths)
    elements = [painter.element(element) for element in page.elements]
    around = [_frame(shape, sort) for shape, sort in spots.frames]
    frames = (Element(role="Artifact", children=tuple(mark for marks in around for mark in marks)),) if around else ()
    return replace(page, elements=(*elements, *frames))


def _spots(slide: Slide, change: SlideChange, side: Side) -> Spots:
    shapes = {shape.key: shape for shape in slide.shapes}
    texts: dict[str, tuple[str, tuple[Spot, ...]]] = {}
    cells: dict[tuple[str, int, int], tuple[str, tuple[Spot, ...]]] = {}
    frames: list[tuple[Shape, Sort]] = []
    for one in change.changes:
        shape = shapes.get(_key(one, side))
        if shape is None:
            continue
        if isinstance(one, TextChange):
            paragraphs = [paragraph.text for paragraph in shape.body.paragraphs]
            texts[shape.key] = "".join(paragraphs), tuple(_of_edits(one.edits, paragraphs, side))
        elif isinstance(one, TableChange) and shape.table is not None:
            cells |= _of_cells(one, shape, shape.table, side)
        else:
            frames.append((shape, _sort(one)))
    return Spots(texts=texts, cells=cells, frames=frames)


def _key(change: Change, side: Side) -> str:
    """The shape that a change is about on this side, "" for none."""
    match change:
        case ShapeChange():
            return change.shape if (change.how == "gone") == (side == "before") else ""
        case TextChange() | TableChange() | ChartChange() | PictureChange() | FactChange():
            return change.shape_before if side == "before" else change.shape_after
        case _:
            return ""


def _sort(change: Change) -> Sort:
    if isinstance(change, ShapeChange):
        return "new" if change.how == "added" else "gone"
    return "other"


def _of_edits(edits: Sequence[Edit], paragraphs: Sequence[str], side: Side) -> Iterator[Spot]:
    """Where words are gone, or new, or otherwise, counted without blanks."""
    starts = [0]
    for text in paragraphs:
        starts.append(starts[-1] + len(_dense(text)))
    for edit in edits:
        number = edit.before if side == "before" else edit.after
        if number is None or number >= len(paragraphs):
            continue
        place = starts[number]
        for piece in edit.pieces:
            size = len(_dense(piece.text))
            if piece.kind == "same" or (piece.kind == "gone") == (side == "before"):
                if piece.kind != "same":
                    yield Spot(place, place + size, "gone" if piece.kind == "gone" else "new")
                place += size
        for look in edit.looks:
            begin, end = look.span_before if side == "before" else look.span_after
            text = paragraphs[number]
            yield Spot(starts[number] + len(_dense(text[:begin])), starts[number] + len(_dense(text[:end])), "other")


def _of_cells(
    change: TableChange, shape: Shape, table: Table, side: Side
) -> Iterator[tuple[tuple[str, int, int], tuple[str, tuple[Spot, ...]]]]:
    for cell in change.cells:
        row, column = (cell.row_before, cell.column_before) if side == "before" else (cell.row, cell.column)
        line = table.rows[row - 1][1]
        paragraphs = [paragraph.text for paragraph in line[column - 1].body.paragraphs]
        place = sum(not other.covered for other in line[: column - 1])
        yield (shape.key, row - 1, place), ("".join(paragraphs), tuple(_of_edits(cell.edits, paragraphs, side)))
    for whole in change.lines:
        if (whole.how == "gone") != (side == "before"):
            continue
        for n, (row, column) in enumerate(_line(table, whole.what, whole.number - 1)):
            del n
            text = table.rows[row][1][column].body.text.replace("\n", "")
            place = sum(not other.covered for other in table.rows[row][1][:column])
            spot = Spot(0, len(_dense(text)), "new" if side == "after" else "gone")
            yield (shape.key, row, place), (text, (spot,))


def _line(table: Table, what: str, number: int) -> Iterator[tuple[int, int]]:
    """The cells of a row or a column."""
    for row, (_, cells) in enumerate(table.rows):
        for column in range(len(cells)):
            if (row if what == "row" else column) == number:
                yield row, column


def _dense(text: str) -> str:
    return "".join(text.split())


class _Painter:
    """Puts marks under words."""

    def __init__(self, spots: Spots, widths: Widths) -> None:
        self._spots, self._widths = spots, widths

    def element(self, element: Element) -> Element:
        """The element with the marks that belong to it below what is in it."""
        if element.node in self._spots.texts:
            return self._under(element, *self._spots.texts[element.node])
        if any(key == element.node for key, _, _ in self._spots.cells):
            return self._rows(element)
        children = tuple(self.element(child) if isinstance(child, Element) else child for child in element.children)
        return replace(element, children=children)

    def _under(self, element: Element, text: str, spots: Sequence[Spot]) -> Element:
        """The element with marks below its words; those are kept one after another, as one text is read."""
        words = list(_words(element))
        marks = tuple(_marks(words, text, spots, self._widths))
        return _with_marks(element, Element(role="Artifact", children=marks)) if marks else element

    def _rows(self, element: Element) -> Element:
        lines = [child for child in element.children if isinstance(child, Element) and child.role == "TR"]
        made = {id(line): self._cells(line, element.node, row) for row, line in enumerate(lines)}
        return replace(element, children=tuple(made.get(id(child), child) for child in element.children))

    def _cells(self, line: Element, node: str, row: int) -> Element:
        cells = []
        for place, cell in enumerate(line.children):
            found = self._spots.cells.get((node, row, place))
            cells.append(self._under(cell, *found) if found and isinstance(cell, Element) else cell)
        return replace(line, children=tuple(cells))


def _with_marks(element: Element, marks: Element) -> Element:
    """Marks above a panel and below the words: behind the artifacts that come first."""
    panels = 0
    while panels < len(element.children):
        child = element.children[panels]
        if not (isinstance(child, Element) and child.role == "Artifact"):
            break
        panels += 1
    return replace(element, children=(*element.children[:panels], marks, *element.children[panels:]))


def _words(element: Element) -> Iterator[Words]:
    """The words that are read, without bullets."""
    for child in element.children:
        if isinstance(child, Words):
            yield child
        elif isinstance(child, Element) and child.role not in ("Lbl", "Artifact"):
            yield from _words(child)


def _marks(words: Sequence[Words], text: str, spots: Sequence[Spot], widths: Widths) -> Iterator[Outline]:
    said = "".join([_dense(one.text) for one in words])
    wanted = _dense(text)
    place = 0
    moved = _Moved(wanted, said)
    for one in words:
        size = len(_dense(one.text))
        for spot in spots:
            begin, end = moved.at(spot.start) - place, moved.at(spot.end) - place
            if begin < size and end > 0 and begin < end:
                yield from _mark(one, _reach(one, max(0, begin), min(size, end), widths(one)), spot.sort)
        place += size


class _Moved:
    """Places of the text's characters in the drawing's, where these are not the same one by one."""

    def __init__(self, wanted: str, said: str) -> None:
        self._same = wanted == said
        self._blocks = [] if self._same else SequenceMatcher(None, wanted, said, autojunk=False).get_matching_blocks()

    def at(self, place: int) -> int:
        """Where in the drawing this character of the text is, or what follows it."""
        if self._same:
            return place
        for block in self._blocks:
            if place <= block.a + block.size:
                return block.b + max(0, place - block.a)
        return self._blocks[-1].b


def _mark(words: Words, reach: tuple[float, float], sort: Sort) -> Iterator[Outline]:
    """A ground for some characters of a piece, and a line: through what is gone, below what is new."""
    first, last = reach
    left, right = (words.x + words.width * share for share in (first, last))
    if words.rtl:
        left, right = words.x + words.width * (1 - last), words.x + words.width * (1 - first)
    top, bottom = words.baseline - _ASCENT * words.size, words.baseline + _DESCENT * words.size
    start = words.x, words.baseline
    box = (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",))
    ground = (_ON_DARK if luminance(words.color) > _DARK else _ON_LIGHT)[sort]
    yield Outline(path=turned_path(box, start, words.turn), fill=ground)
    height = words.baseline - 0.26 * words.size if sort == "gone" else bottom
    line = turned_path((("M", left, height), ("L", right, height)), start, words.turn)
    yield Outline(path=line, stroke=_LINE[sort], width=max(1.2, words.size / 14))


def _reach(words: Words, begin: int, end: int, widths: Sequence[float]) -> tuple[float, float]:
    """Where characters, counted without blanks, begin and end in a piece, as shares of its width."""
    total = sum(widths) or 1
    places = [n for n, char in enumerate(words.text) if not char.isspace()]
    return sum(widths[: places[begin]]) / total, sum(widths[: places[end - 1] + 1]) / total


def _frame(shape: Shape, sort: Sort) -> Iterator[Outline]:
    """A frame around something, light below and coloured above, so that it shows on any ground."""
    rect = shape.rect
    left, top = rect.x / EMU_PER_PT - _FRAME, rect.y / EMU_PER_PT - _FRAME
    right, bottom = rect.right / EMU_PER_PT + _FRAME, rect.bottom / EMU_PER_PT + _FRAME
    path = (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",))
    yield Outline(path=path, stroke="#FFFFFF", width=5)
    yield Outline(path=path, stroke=_LINE[sort], width=2.5, dash=(8, 5) if sort == "gone" else ())
