"""Text boxes: their panels, and their paragraphs by what they are to somebody who can't see them."""

from __future__ import annotations

from itertools import groupby

from msgspec.structs import replace

from deckgen.brand.model import Placeholder
from deckgen.drawing.bullets import bullet
from deckgen.drawing.lines import Setting, set_lines, unmeasured
from deckgen.drawing.lists import Item, nested
from deckgen.drawing.model import Element, Mark
from deckgen.drawing.sense import grouped
from deckgen.drawing.shapes import box_outline
from deckgen.drawing.sheet import Sheet
from deckgen.scene import Line, TextBox


def text_box(box: TextBox, sheet: Sheet) -> tuple[Element, ...]:
    """A box of text: nothing where nothing is said and nothing drawn."""
    if box.decorative:
        marks = text_marks(box, sheet)
        return (Element(role="Artifact", children=marks, node=box.name),) if marks else ()
    panel = box_outline(box.rect, box.look, sheet) if box.look else ()
    said = _structured(box, sheet)
    if panel:
        said = (Element(role="Artifact", children=panel), *said)
    elif len(said) == 1:
        return (replace(said[0], node=box.name),)
    return (Element(role="Div", children=said, node=box.name),) if said else ()


def text_marks(box: TextBox, sheet: Sheet) -> tuple[Mark, ...]:
    """A box's marks alone, as decoration has them."""
    marks: list[Mark] = [*box_outline(box.rect, box.look, sheet)] if box.look else []
    for item in _items(box, sheet):
        if item.bullet is not None:
            marks.append(item.bullet)
        marks += [words for _, words in item.words]
    return tuple(marks)


def _structured(box: TextBox, sheet: Sheet) -> tuple[Element, ...]:
    """The paragraphs: a title, a quotation, code, or text and lists."""
    given, items = sheet.given(box), _items(box, sheet)
    if not items:
        return ()
    if box.style.font == "mono":
        return (Element(role="P", children=(Element(role="Code", children=_spans(items, box)),)),)
    if given is not None and given.type in ("title", "ctrTitle"):
        said: tuple[Element, ...] = (_title(items, box),)
    else:
        said = tuple(_flow(items, box))
    if given is not None and given.list == "hung" and given.slot.endswith("quotation"):
        return (Element(role="BlockQuote", children=said),)
    return said


def _title(items: list[Item], box: TextBox) -> Element:
    if len(items) == 1:
        return Element(role="H1", children=items[0].children, node=box.name, paragraph=items[0].number)
    return Element(role="H1", children=_spans(items, box))


def _spans(items: list[Item], box: TextBox) -> tuple[Element, ...]:
    """The paragraphs of what is one in meaning."""
    return tuple([Element(role="Span", children=i.children, node=box.name, paragraph=i.number) for i in items])


def _flow(items: list[Item], box: TextBox) -> list[Element]:
    """Paragraphs, those with bullets in lists."""
    found: list[Element] = []
    for listed, group in groupby(items, key=lambda item: item.bullet is not None):
        if listed:
            found.append(nested(list(group), box.name))
        else:
            found += [Element(role="P", children=i.children, node=box.name, paragraph=i.number) for i in group]
    return found


def _items(box: TextBox, sheet: Sheet) -> list[Item]:
    """The paragraphs that say anything."""
    given = sheet.given(box)
    setting = _setting(box, given, sheet)
    lines: dict[int, list[Line]] = {}
    for line in box.lines or unmeasured(box, sheet):
        lines.setdefault(line.paragraph, []).append(line)
    found: list[Item] = []
    for number, paragraph in enumerate(box.paragraphs):
        words = set_lines(paragraph, lines.get(number, ()), setting, sheet)
        if words:
            sign = bullet(paragraph, lines[number][0], given, setting, sheet)
            found.append(Item(number, paragraph.level, sign, words, grouped(words, box.click)))
    return found


def _setting(box: TextBox, given: Placeholder | None, sheet: Sheet) -> Setting:
    return Setting(box.style, box.color or (given.color if given else sheet.text), box.rtl)
