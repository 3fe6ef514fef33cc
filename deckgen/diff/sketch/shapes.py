"""Shapes as marks: outlines turned and mirrored as they are, words in their boxes, pictures, tables, charts."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import accumulate

from msgspec.structs import replace

from deckgen.diff.sketch.charts import chart_elements
from deckgen.diff.sketch.missing import told
from deckgen.diff.sketch.pictures import Pictures
from deckgen.diff.sketch.presets import is_line, outline_of
from deckgen.diff.sketch.text import Box, height_of, text_elements
from deckgen.diff.view import Cell, Look, Shape, Table
from deckgen.drawing.model import Element, Mark, Outline, PathCommand, Raster, Role, Words
from deckgen.drawing.turning import turned
from deckgen.scene import Crop
from deckgen.units import EMU_PER_PT, Rect

_RULE = "#B5B5B5"
_GREY = "#E4E4E4"


def box_of(rect: Rect) -> Box:
    """A box in points."""
    return Box(rect.x / EMU_PER_PT, rect.y / EMU_PER_PT, rect.w / EMU_PER_PT, rect.h / EMU_PER_PT)


def shape_elements(shape: Shape, pictures: Pictures) -> tuple[Element, ...]:
    """A shape as elements; none where there is nothing to be seen."""
    box = box_of(shape.rect)
    marks = tuple(_marks(shape, box, pictures))
    inner: list[Element] = []
    if marks:
        inner.append(Element(role="Artifact", children=marks))
    if is_missing(shape, box, pictures):
        inner += told(shape, box)
    if shape.table is not None:
        inner += _table(shape.table, box, shape.key)
    elif shape.chart is not None:
        inner += chart_elements(shape.chart, box)
    elif shape.drawn:
        inner += [element for one in shape.drawn for element in shape_elements(one, pictures)]
    elif shape.body.paragraphs:
        inner += _said(shape, box)
    if not inner:
        return ()
    role: Role = "Table" if shape.table else "Figure" if shape.kind in ("picture", "film", "chart") else "Div"
    return (Element(role=role, node=shape.key, alt="" if role == "Div" else shape.alt, children=tuple(inner)),)


def _said(shape: Shape, box: Box) -> Iterator[Element]:
    """A shape's text, turned with the shape and in it (`vert`, 21.1.2.1.1): it is set as it would stand upright."""
    body = shape.body
    middle = box.x + box.w / 2, box.y + box.h / 2
    if body.turned % 180:
        box = Box(middle[0] - box.h / 2, middle[1] - box.w / 2, box.h, box.w)
        # What keeps text off the shape's sides goes by the shape: its right side is above text that runs down.
        left, top, right, bottom = body.insets
        insets = (top, right, bottom, left) if body.turned % 360 == 90 else (bottom, left, top, right)
        body = replace(body, insets=insets)
    turn = body.turned + (0 if body.upright else shape.turn)
    for element in text_elements(body, box, shape.key, title=shape.is_title):
        yield _turned_words(element, middle, turn) if turn % 360 else element


def _turned_words(element: Element, middle: tuple[float, float], degrees: float) -> Element:
    return replace(element, children=tuple([_turned_child(child, middle, degrees) for child in element.children]))


def _turned_child(child: Element | Mark, middle: tuple[float, float], degrees: float) -> Element | Mark:
    if isinstance(child, Element):
        return _turned_words(child, middle, degrees)
    if not isinstance(child, Words):
        return child
    x, y = turned((child.x, child.baseline), middle, degrees)
    return replace(child, x=x, baseline=y, turn=degrees)


def _marks(shape: Shape, box: Box, pictures: Pictures) -> Iterator[Mark]:
    if shape.look is not None and shape.picture is None:
        yield from figure(shape.look, box, shape.turn, shape.mirrored)
    if shape.picture is not None:
        yield from pictured(shape, box, pictures)
    elif shape.kind in ("picture", "film", "object"):
        yield Outline(path=_rectangle(box), fill=_GREY, stroke=_RULE, width=1)


def is_missing(shape: Shape, box: Box, pictures: Pictures) -> bool:
    """Whether a grey box stands for a picture."""
    if shape.picture is None:
        return shape.kind in ("picture", "film", "object")
    return pictures.image(shape.picture.part, box.w) is None


def pictured(shape: Shape, box: Box, pictures: Pictures) -> Iterator[Mark]:
    """A picture in its box; a grey one where it can't be shown."""
    assert shape.picture is not None
    image = pictures.image(shape.picture.part, box.w)
    if image is None or box.w <= 0 or box.h <= 0:
        yield Outline(path=_rectangle(box), fill=_GREY, stroke=_RULE, width=1)
        return
    sides = [max(0, min(99_000, round(share * 100_000))) for share in shape.picture.crop]
    crop = Crop(*sides) if sides[0] + sides[2] < 99_000 and sides[1] + sides[3] < 99_000 else Crop()
    yield Raster(x=box.x, y=box.y, w=box.w, h=box.h, image=image, crop=crop)
    if shape.kind == "film":
        yield from _play(box)


def _play(box: Box) -> Iterator[Outline]:
    """The sign for a film."""
    x, y, r = box.x + box.w / 2, box.y + box.h / 2, min(box.w, box.h, 160) / 8
    yield Outline(path=(("O", x, y, r),), fill="#FFFFFF", stroke="#333333", width=1.5)
    points = (("M", x - r * 0.3, y - r * 0.5), ("L", x + r * 0.55, y), ("L", x - r * 0.3, y + r * 0.5), ("Z",))
    yield Outline(path=points, fill="#333333")


def figure(look: Look, box: Box, turn: float, mirrored: tuple[bool, bool]) -> Iterator[Outline]:
    """An outline with its fill, turned and mirrored."""
    line = is_line(look.geometry)
    fill = None if line or look.fill is None else look.fill.rgb
    stroke = None if look.stroke is None or not look.width else look.stroke.rgb
    if fill is None and stroke is None:
        return
    ratio = box.w / box.h if box.h else 1
    paths = look.paths or (outline_of(look.geometry, ratio if ratio > 0 else 1),)
    dash = (3 * look.width, 3 * look.width) if look.dashed else ()
    for path in paths:
        placed = tuple(_placed(command, box, turn, mirrored) for command in path)
        yield Outline(path=placed, fill=fill, stroke=stroke, width=look.width if stroke else 0, dash=dash)
        if line and stroke:
            yield from _heads(placed, look, stroke)


def _placed(command: PathCommand, box: Box, turn: float, mirrored: tuple[bool, bool]) -> PathCommand:
    """A command of a path in shares, on the page."""
    letter, *given = command
    points = [_turned(float(given[n]), float(given[n + 1]), box, turn, mirrored) for n in range(0, len(given), 2)]
    return (letter, *(part for point in points for part in point))


def _turned(x: float, y: float, box: Box, turn: float, mirrored: tuple[bool, bool]) -> tuple[float, float]:
    across = (0.5 - x if mirrored[0] else x - 0.5) * box.w
    down = (0.5 - y if mirrored[1] else y - 0.5) * box.h
    angle = math.radians(turn)
    cos, sin = math.cos(angle), math.sin(angle)
    return box.x + box.w / 2 + across * cos - down * sin, box.y + box.h / 2 + across * sin + down * cos


def _heads(path: tuple[PathCommand, ...], look: Look, color: str) -> Iterator[Outline]:
    """Arrows' heads at a line's ends."""
    points = [(float(command[-2]), float(command[-1])) for command in path if len(command) > 2]
    for wanted, (tip, back) in zip(look.arrows, ((0, 1), (-1, -2)), strict=True):
        if wanted and len(points) > 1:
            (x, y), (a, b) = points[tip], points[back]
            angle, size = math.atan2(y - b, x - a), 4 + 3 * look.width
            ends = [(x - size * math.cos(angle + lean), y - size * math.sin(angle + lean)) for lean in (0.45, -0.45)]
            yield Outline(path=(("M", x, y), ("L", *ends[0]), ("L", *ends[1]), ("Z",)), fill=color)


def _rectangle(box: Box) -> tuple[PathCommand, ...]:
    right, bottom = box.x + box.w, box.y + box.h
    return ("M", box.x, box.y), ("L", right, box.y), ("L", right, bottom), ("L", box.x, bottom), ("Z",)


def _table(table: Table, box: Box, node: str) -> Iterator[Element]:
    """A table's rows; each is as high as its words need."""
    across = [width / EMU_PER_PT for width in accumulate(table.columns, initial=0)]
    heights = [_row_height(height / EMU_PER_PT, cells, across) for height, cells in table.rows]
    down = list(accumulate(heights, initial=0))
    for row, (_, cells) in enumerate(table.rows):
        made = []
        for column, cell in enumerate(cells):
            if not cell.covered and column < len(table.columns):
                right = across[min(len(across) - 1, column + cell.columns)]
                bottom = down[min(len(down) - 1, row + cell.rows)]
                area = Box(box.x + across[column], box.y + down[row], right - across[column], bottom - down[row])
                made.append(_cell(cell, area, node))
        yield Element(role="TR", children=tuple(made))


def _row_height(height: float, cells: tuple[Cell, ...], across: list[float]) -> float:
    needed = [
        height_of(cell.body, across[min(len(across) - 1, n + cell.columns)] - across[n])
        for n, cell in enumerate(cells)
        if not cell.covered and cell.rows == 1 and n < len(across) - 1 and cell.body.text
    ]
    return max([height, *needed])


def _cell(cell: Cell, area: Box, node: str) -> Element:
    fill = () if cell.fill is None else (Outline(path=_rectangle(area), fill=cell.fill.rgb),)
    foot = (("M", area.x, area.y + area.h), ("L", area.x + area.w, area.y + area.h))
    rule = Outline(path=foot, stroke=_RULE, width=0.75)
    said = tuple(Element(role="P", children=element.children) for element in text_elements(cell.body, area, node))
    return Element(role="TD", children=(Element(role="Artifact", children=(*fill, rule)), *said))
