"""The lines of a text box as LibreOffice breaks them.

A scene holds PowerPoint's lines. LibreOffice rounds advances otherwise and moves a link to the next line
whole (design/NATIVE.md 5), so now and then it breaks elsewhere; the measurer says where.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.brand.model import Placeholder, space_after_at
from deckgen.fonts.measure import Measurer, SetLine
from deckgen.scene import Line, Paragraph, TextBox
from deckgen.units import Emu, Rect


def office_lines(box: TextBox, placeholder: Placeholder, measurer: Measurer) -> tuple[Line, ...]:
    """The box's lines in LibreOffice; the scene's own where both break alike."""
    sets = [_set(box, p, placeholder, measurer) for p in box.paragraphs]
    if [line.text for lines in sets for line in lines] == [line.text for line in box.lines]:
        return box.lines
    return tuple(_placed(box, placeholder, sets))


def _set(box: TextBox, paragraph: Paragraph, placeholder: Placeholder, measurer: Measurer) -> tuple[SetLine, ...]:
    margin, indent = _indents(paragraph, placeholder)
    width = _inner(box).w - box.right_inset
    first = margin if placeholder.list == "bullets" else margin + indent
    return measurer.break_lines(
        paragraph, paragraph.style or box.style, first=width - first, rest=width - margin, model="libreoffice"
    )


def _indents(paragraph: Paragraph, placeholder: Placeholder) -> tuple[Emu, Emu]:
    margin, indent = placeholder.indents(paragraph.level)
    return (
        margin if paragraph.margin is None else paragraph.margin,
        indent if paragraph.indent is None else paragraph.indent,
    )


def _inner(box: TextBox) -> Rect:
    """Where in a box its words stand."""
    return box.look.inner(box.rect) if box.look else box.rect


def _placed(box: TextBox, placeholder: Placeholder, sets: list[tuple[SetLine, ...]]) -> list[Line]:
    placed: list[Line] = []
    y = 0
    for number, (paragraph, lines) in enumerate(zip(box.paragraphs, sets, strict=True)):
        style = paragraph.highest(box.style)
        margin, indent = _indents(paragraph, placeholder)
        for index, line in enumerate(lines):
            hanging = indent if index == 0 and placeholder.list != "bullets" else 0
            x = _inner(box).x + margin + hanging
            if box.align == "r":
                x = _inner(box).right - box.right_inset - line.width
            placed.append(Line(line.text, number, x, y + style.seat, line.width))
            y += style.pitch
        gap = paragraph.space_after
        y += space_after_at(box.space_after, paragraph.level) if gap is None else gap
    inner = _inner(box)
    top = inner.y
    if box.anchor == "b":
        top = inner.bottom - box.style.foot - placed[-1].baseline
    elif box.anchor == "ctr":
        top += (inner.h - y) // 2
    return [replace(line, baseline=line.baseline + top) for line in placed]
