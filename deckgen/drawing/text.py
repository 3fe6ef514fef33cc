"""Text boxes: their panels, and their paragraphs with bullets, links and languages."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec.structs import replace

from deckgen.brand.model import Placeholder
from deckgen.drawing.lines import Piecewise, Setting, set_lines
from deckgen.drawing.lists import Item, nested
from deckgen.drawing.model import Element, Mark, Words
from deckgen.drawing.shapes import box_outline
from deckgen.drawing.sheet import Sheet
from deckgen.scene import Align, BoxLook, Color, Line, Link, Paragraph, Run, TextBox
from deckgen.units import SLIDE, Emu

_UNBROKEN: Emu = SLIDE.w * 100


def text_box(box: TextBox, sheet: Sheet) -> tuple[Element, ...]:
    """A box of text: nothing where nothing is said and nothing drawn."""
    panel = box_outline(box.rect, box.look, sheet) if box.look else ()
    if box.decorative:
        marks = tuple(words for item in _items(box, sheet) for words in _plain(item))
        return (Element(role="Artifact", children=(*panel, *marks), node=box.name),) if panel or marks else ()
    said = _structured(box, sheet)
    if panel:
        return (Element(role="Div", children=(Element(role="Artifact", children=panel), *said), node=box.name),)
    if len(said) <= 1:
        return tuple([replace(element, node=box.name) for element in said])
    return (Element(role="Div", children=said, node=box.name),)


def decoration(box: TextBox, sheet: Sheet) -> tuple[Mark, ...]:
    """A box's marks alone, as a layout's art has them."""
    panel = box_outline(box.rect, box.look, sheet) if box.look else ()
    return (*panel, *(words for item in _items(box, sheet) for words in _plain(item)))


def _plain(item: Item) -> Iterable[Words]:
    bullet = () if item.bullet is None else (item.bullet,)
    return (*bullet, *(words for _, words in item.words))


def _structured(box: TextBox, sheet: Sheet) -> tuple[Element, ...]:
    """The paragraphs by what they are."""
    given = sheet.given(box)
    items = _items(box, sheet)
    if given is not None and given.type in ("title", "ctrTitle"):
        children = tuple(child for item in items for child in item.children)
        return (Element(role="H1", children=children, paragraph=0 if len(items) == 1 else None),)
    if box.style.font == "mono":
        spans = tuple(Element(role="Span", children=i.children, node=box.name, paragraph=i.number) for i in items)
        return (Element(role="P", children=(Element(role="Code", children=spans),)),) if spans else ()
    found: list[Element] = []
    for listed, group in groupby(items, key=lambda item: item.bullet is not None):
        if listed:
            found.append(nested(list(group), box.name))
        else:
            found += [Element(role="P", children=i.children, node=box.name, paragraph=i.number) for i in group]
    return tuple(found)


def _items(box: TextBox, sheet: Sheet) -> list[Item]:
    """The paragraphs that say anything."""
    given = sheet.given(box)
    setting = Setting(box.style, _color(box, given, sheet), box.rtl)
    lines: dict[int, list[Line]] = {}
    for line in box.lines or measured(box, sheet):
        lines.setdefault(line.paragraph, []).append(line)
    found: list[Item] = []
    for number, paragraph in enumerate(box.paragraphs):
        words = set_lines(paragraph, lines.get(number, ()), setting, sheet)
        if words:
            bullet = _bullet(paragraph, lines[number][0], box, given, sheet)
            found.append(Item(number, paragraph.level, bullet, words, grouped(words, box.click)))
    return found


def _color(box: TextBox, given: Placeholder | None, sheet: Sheet) -> Color:
    return box.color or (given.color if given else sheet.text)


def grouped(words: Piecewise, click: Link | None = None) -> tuple[Element | Mark, ...]:
    """A paragraph's words: linked ones in a link, foreign ones in their language. `click` is where all of them go."""
    if click is not None:
        return (Element(role="Link", children=grouped([(replace(run, link=None), w) for run, w in words]), link=click),)
    found: list[Element | Mark] = []
    for (link, language), group in groupby(words, key=lambda said: _sense(said[0])):
        marks = tuple([mark for _, mark in group])
        if link is not None:
            found.append(Element(role="Link", children=marks, link=link, language=language))
        elif language is not None:
            found.append(Element(role="Span", children=marks, language=language))
        else:
            found += marks
    return tuple(found)


def _sense(run: Run) -> tuple[Link | None, str | None]:
    return run.link, run.script.language if run.script else None


def _bullet(paragraph: Paragraph, line: Line, box: TextBox, given: Placeholder | None, sheet: Sheet) -> Words | None:
    """The bullet that stands where its paragraph's first line is indented from, in the minor face (NATIVE.md 6)."""
    found = _bullet_look(paragraph, given, sheet)
    if found is None:
        return None
    char, color = found
    style = paragraph.style or box.style
    size = round(style.size * sheet.brand.bullet.scale / 100)
    style = replace(style, font="minor", size=size, bold=False, tracking=0)
    width = sheet.measurer.advance(char, style)
    indent = (given.indents(paragraph.level)[1] if given else 0) if paragraph.indent is None else paragraph.indent
    rtl = box.rtl if paragraph.rtl is None else paragraph.rtl
    x = line.x + line.width - indent - width if rtl else line.x + indent
    at = Line(char, 0, x, line.baseline, width)
    own = Paragraph((Run(char),), bold=False, rtl=False)
    words = set_lines(own, (at,), Setting(style, color or _color(box, given, sheet)), sheet)
    return words[0][1]


def _bullet_look(paragraph: Paragraph, given: Placeholder | None, sheet: Sheet) -> tuple[str, Color | None] | None:
    """The sign and its colour; None for no bullet."""
    if paragraph.bullet is not None:
        color = given.bullet_color if given else None
        return (sheet.brand.bullet.char, color) if paragraph.bullet else None
    return given.bullet(paragraph.level, sheet.brand.bullet, sheet.surface.color("muted")) if given else None


def measured(box: TextBox, sheet: Sheet) -> list[Line]:
    """The lines of a box that nobody has measured, which is as wide as it needs: layouts have such."""
    look = box.look or BoxLook()
    inner = look.inner(box.rect)
    y = inner.y
    found: list[Line] = []
    for number, paragraph in enumerate(box.paragraphs):
        style = paragraph.style or box.style
        for line in sheet.measurer.break_lines(paragraph, style, first=_UNBROKEN, rest=_UNBROKEN):
            x = inner.x + _shift(box.align, inner.w - line.width)
            found.append(Line(line.text, number, x, y + style.seat, line.width))
            y += style.pitch
        y += box.space_after if paragraph.space_after is None else paragraph.space_after
    return found


def _shift(align: Align, left: Emu) -> Emu:
    return {"l": 0, "ctr": left // 2, "r": left}[align]
