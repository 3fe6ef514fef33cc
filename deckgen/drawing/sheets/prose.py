"""Paragraphs and lists flowing through columns, from sheet to sheet."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, repeat

from msgspec import Struct
from msgspec.structs import replace

from deckgen.drawing.lines import Piecewise
from deckgen.drawing.lists import Item, nested
from deckgen.drawing.model import Element, Words
from deckgen.drawing.sense import grouped
from deckgen.drawing.sheets.desk import Column, Desk
from deckgen.fonts.measure import SetLine
from deckgen.scene import Paragraph, Run
from deckgen.scripts import is_plain
from deckgen.units import pt, to_pt

STEP = 14
"""How far a list stands in from what is above it (points)."""
LEAST = 2
"""A paragraph is parted from sheet to sheet only where so many of its lines stand on either."""
_CURES = (6, 12, 18, 24, 30, 36)
"""By how much lines may be narrower (design/PRINCIPLES.md 10), in points."""
_GAP, _ITEM_GAP = 0.5, 0.25
"""After a paragraph and between items, in lines."""


class Block(Struct, frozen=True):
    """A paragraph in lines, and how far it stands in."""

    paragraph: Paragraph
    lines: tuple[SetLine, ...]
    inset: float


class Part(Struct, frozen=True):
    """Lines of a block that stand together on a sheet, the first of them so many points below the column's top."""

    block: Block
    start: int
    stop: int
    top: float


def blocks(paragraphs: Sequence[Paragraph], column: Column, desk: Desk) -> list[Block]:
    """The paragraphs broken into the column's lines."""
    found: list[Block] = []
    for paragraph in (_directed(one, desk) for one in paragraphs):
        inset = STEP * (paragraph.level + 1) if paragraph.bullet else 0
        found.append(Block(paragraph, _cured(paragraph, column, inset, desk), inset))
    return found


def _cured(paragraph: Paragraph, column: Column, inset: float, desk: Desk) -> tuple[SetLine, ...]:
    """The paragraph's lines; narrower by a little where that keeps its last word from standing alone."""
    lines = desk.lines(paragraph, column, inset)
    if len(lines) == 1 or " " in lines[-1].text.strip():
        return lines
    for more in _CURES:
        tried = desk.lines(paragraph, column, inset + more)
        if len(tried) == len(lines) and " " in tried[-1].text.strip():
            return tried
    return lines


def _directed(paragraph: Paragraph, desk: Desk) -> Paragraph:
    """The paragraph with a direction of its own where most of its letters run against the deck."""
    if paragraph.rtl is not None or (not desk.rtl and is_plain(paragraph.text)):
        return paragraph
    from deckgen.scripts.bidi import leaning

    found = leaning(paragraph.text)
    rtl = found == "R" if found else desk.rtl
    return paragraph if rtl == desk.rtl else replace(paragraph, rtl=rtl)


def flow(found: Sequence[Block], pitch: float, first: float, rest: float) -> list[list[Part]]:
    """The blocks by sheet: the first has room for so many points, all others for `rest`."""
    rooms = chain((first,), repeat(rest))
    sheets: list[list[Part]] = [[]]
    room, y = next(rooms), 0.0
    for number, block in enumerate(found):
        start, count = 0, len(block.lines)
        if y and _leads(found, number) and y + (count + _GAP + 1) * pitch > room:
            sheets.append([])
            room, y = next(rooms), 0.0
        while start < count:
            stop = start + _fitting(count - start, math.floor((room - y) / pitch + 0.01), begun=start > 0, empty=not y)
            if stop > start:
                sheets[-1].append(Part(block, start, stop, y))
                y += (stop - start) * pitch
            if stop < count:
                sheets.append([])
                room, y = next(rooms), 0.0
            start = stop
        y += _gap(found, number) * pitch if y else 0
    return sheets


def _leads(found: Sequence[Block], number: int) -> bool:
    """Whether a block is the short beginning of the list that follows it, which it stands with."""
    after = found[number + 1] if number + 1 < len(found) else None
    own = found[number]
    return after is not None and bool(after.paragraph.bullet) and not own.paragraph.bullet and len(own.lines) <= LEAST


def _fitting(left: int, fit: int, *, begun: bool, empty: bool) -> int:
    """How many of the lines that are left stand here, where so many fit."""
    if left <= fit:
        return left
    if left - fit < LEAST:
        fit = left - LEAST
    if fit < (1 if begun else LEAST):
        return max(1, fit) if empty else 0
    return fit


def _gap(found: Sequence[Block], number: int) -> float:
    """The lines left empty after a block: fewer between two items of a list."""
    after = found[number + 1] if number + 1 < len(found) else None
    return _ITEM_GAP if after and after.paragraph.bullet and found[number].paragraph.bullet else _GAP


def set_parts(parts: Sequence[Part], column: Column, top: float, desk: Desk) -> tuple[Element, ...]:
    """What stands on one sheet, from the first baseline on: paragraphs, and lists with their bullets."""
    items = [_item(part, number, column, top, desk) for number, part in enumerate(parts)]
    found: list[Element] = []
    for listed, group in groupby(zip(parts, items, strict=True), lambda pair: bool(pair[0].block.paragraph.bullet)):
        said = [item for _, item in group]
        found += [nested(said, "")] if listed else [Element(role="P", children=item.children) for item in said]
    return tuple(found)


def _item(part: Part, number: int, column: Column, top: float, desk: Desk) -> Item:
    block, paragraph = part.block, part.block.paragraph
    rtl = desk.rtl if paragraph.rtl is None else paragraph.rtl
    inner = replace(column, left=column.left + (0 if rtl else block.inset), width=column.width - block.inset)
    pitch = to_pt(column.style.pitch)
    # All of its lines are set, for a line knows which words it has by those before it; those of this sheet are taken.
    baselines = [top + part.top + (line - part.start) * pitch for line in range(len(block.lines))]
    lines = desk.placed(paragraph, block.lines, inner, baselines)[part.start : part.stop]
    words: Piecewise = [said for line in lines for said in line]
    bullet = _bullet(column, inner, top + part.top, rtl, desk) if paragraph.bullet and part.start == 0 else None
    return Item(number, paragraph.level, bullet, words, grouped(words))


def _bullet(column: Column, inner: Column, baseline: float, rtl: bool, desk: Desk) -> Words:
    """The brand's bullet, a step before its words."""
    look = desk.brand.bullet
    style = replace(column.style, size=max(6, round(column.style.size * look.scale / 100)))
    width = to_pt(desk.measurer.advance(look.char, style))
    left = inner.left + inner.width + STEP - width if rtl else inner.left - STEP
    beside = Column(left=left, width=width, style=style, color="bullet")
    sign = Paragraph((Run(look.char),), rtl=False)
    line = SetLine(look.char, pt(width))
    return desk.placed(sign, (line,), beside, (baseline,))[0][0][1]


def empty_lines(top: float, bottom: float, pitch: float) -> Iterator[float]:
    """The heights of lines to write on."""
    y = top
    while y <= bottom:
        yield y
        y += pitch
