"""Columns: two or three things of equal weight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import BULLET, CLEAR, LEFT, SOURCE_FOOT, WIDTH, Frame, Ink
from deckgen.layout.icons import icon_in
from deckgen.layout.order import one_by_one
from deckgen.layout.paragraphs import flowing
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.scene import Node, Shape, Step
from deckgen.spec.one_of import check_one_of
from deckgen.spec.slots import Advice, BindContext, Spec, optional, required
from deckgen.spec.text import Block
from deckgen.spec.types import ItemsType, ListOf, One, TextType
from deckgen.spec.types.icon import IconType
from deckgen.units import box

PLACES = {2: (48, 492), 3: (48, 344, 640)}
"""Where the columns begin."""
WIDTHS = {2: 420, 3: 272}
HEADS, BODIES = {2: 168, 3: 186}, {2: 216, 3: 234}
"""First baselines of headings and of what stands below them."""
RULE_TOP = 150
FOOT = 474
HEAD_PITCH = 28.5
"""A heading of two lines moves what is below all of them down by one."""
ICON = 44
"""The side of an icon."""
ICON_TOPS, ICON_ROOM = {2: 134, 3: 168}, {2: 48, 3: 66}
"""Where icons begin, and how far they push down what stands below them."""
COUNTS = {2: "two", 3: "three"}
STEPS = (("body", 16), ("small", 12))


class ColumnSpec(Spec):
    """One column."""

    heading = required(TextType(), doc="up to 34 characters in two columns, 22 in three")
    text = optional(TextType(), advice=Advice(words=25), doc="a paragraph")
    points = optional(ItemsType(2, 5), doc="or a list")
    icon = optional(IconType(), doc="above the heading: `deckgen list --icons`")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        check_one_of(spec, "text", "points", context, message='a column has either a "text" or "points"')


class ColumnsSpec(Spec):
    """What columns hold."""

    title = required(TextType(), placeholder="title")
    columns = required(ListOf(One(ColumnSpec), 2, 3), placeholder="body each")
    source = optional(TextType(), placeholder="body")


@register("columns")
class Columns(Kind):
    """Two or three things of equal weight, each with a heading and a paragraph or a list.

    Slots:
        slot               type                required  advice            placeholder
        title              text                yes       –                 title
        columns            2 to 3 of: mapping  yes       –                 body each
        columns[].heading  text                yes       –                 –
            up to 34 characters in two columns, 22 in three
        columns[].text     text                no        at most 25 words  –
            a paragraph
        columns[].points   2–5 items           no        –                 –
            or a list
        columns[].icon     icon                no        –                 –
            above the heading: `deckgen list --icons`
        source             text                no        –                 body

    Example:
        kind: columns
        title: Three promises to every school that joins
        columns:
          - {heading: You keep your name, text: "The sign, the jumper and the hymn sheet stay as they are."}
          - {heading: You are never alone, text: Each head has a named partner in another school.}
          - {heading: You give as you get, text: "Within a year, something you do well is taught in all the others."}
    """

    spec = ColumnsSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return tuple(_layout(brand, count, lists) for count in (2, 3) for lists in (False, True))

    def attempts(self, spec: ColumnsSpec, setter: Setter) -> Iterator[Attempt]:
        count = len(spec.columns)
        page = setter.on(_name(count, any(column.points for column in spec.columns)))
        title, source = page.fill("title", spec.title), page.fill("source", spec.source)
        foot = SOURCE_FOOT - page.height(source) - CLEAR if source else FOOT
        icons = [_icon(page, i, count, column) for i, column in enumerate(spec.columns)]
        down = ICON_ROOM[count] if any(icons) else 0
        heads = [
            page.fill(f"columns[{i}].heading", column.heading, baseline=HEADS[count] + down)
            for i, column in enumerate(spec.columns)
        ]
        first = BODIES[count] + down + HEAD_PITCH * (max(page.lines(head) for head in heads) - 1)
        for style, gap in STEPS:
            limit = foot - first + page.seat(style)
            bodies = [_body(page, i, column) for i, column in enumerate(spec.columns)]
            set_ = [
                page.fill(f"columns[{i}].body", body, style=style, gap=gap, baseline=first, limit=limit, span=span)
                for i, (body, span) in enumerate(bodies)
            ]
            columns = [part for column in zip(icons, heads, set_, strict=True) for part in column]
            yield page.attempt(title, *columns, source)

    def build(self, spec: ColumnsSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        return one_by_one(nodes, *(f"columns[{i}]" for i in range(len(spec.columns))))


def _name(count: int, lists: bool) -> str:
    return f"Columns, {COUNTS[count]}{' lists' if lists else ''}"


def _layout(brand: Brand, count: int, lists: bool) -> Layout:
    frame = Frame(brand)
    ink = Ink(brand, "paper")
    rules = [
        ink.rule(f"Rule {i + 1}", x, RULE_TOP, WIDTHS[count], weight=1.5, role="text")
        for i, x in enumerate(PLACES[count] if count == 3 else ())
    ]
    boxes = [p for i, x in enumerate(PLACES[count]) for p in _boxes(frame, i, count, lists)]
    source = frame.source(x=LEFT, w=WIDTH)
    return frame.layout("columns", _name(count, lists), frame.title_top(), *boxes, source, nodes=tuple(rules))


def _boxes(frame: Frame, index: int, count: int, lists: bool) -> tuple[Placeholder, Placeholder]:
    x, w = PLACES[count][index], WIDTHS[count]
    heading = frame.hang(
        f"columns[{index}].heading",
        f"Heading {index + 1}",
        idx=60 + index,
        style="body_bold",
        x=x,
        baseline=HEADS[count],
        w=w,
        h=60,
        role="emph" if count == 2 else "text",
        max_lines=2,
    )
    # Lists keep their bullets inside the column: its text begins a bullet's width in.
    inside = BULLET if lists else 0
    body = frame.hang(
        f"columns[{index}].body",
        f"Column {index + 1}",
        idx=1 if index == 0 else 49 + index,
        style="body",
        x=x + inside,
        baseline=BODIES[count],
        w=w - inside,
        h=FOOT - BODIES[count] + 22,
        list_="bullets" if lists else "none",
        gap=STEPS[0][1],
    )
    return heading, body


def _icon(page: Page, index: int, count: int, column: ColumnSpec) -> Shape | None:
    if not column.icon:
        return None
    rect = box(PLACES[count][index], ICON_TOPS[count], ICON, ICON)
    return icon_in(page, column.icon, rect, slot=f"columns[{index}].icon")


def _body(page: Page, index: int, column: ColumnSpec) -> tuple[Any, Any]:
    """What stands in a column, and its place."""
    if column.points:
        return column.points, column.at("points")
    assert column.text is not None
    placeholder = page.layout.placeholder(f"columns[{index}].body")
    return flowing((Block(column.text),), placeholder), column.at("text")
