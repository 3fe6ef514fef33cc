"""Process: what leads to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Any

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.boxes import BoxStyle, Words, box_height, boxed
from deckgen.layout.connect import Side, Thread, connect
from deckgen.layout.frames import CLEAR, LEFT, SOURCE_FOOT, WIDTH, Frame
from deckgen.layout.order import joined, together
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.layout.top import below_title
from deckgen.scene import Connector, Node, Step
from deckgen.spec.focus import check_focus, focus_index
from deckgen.spec.slots import Advice, BindContext, Spec, optional, required
from deckgen.spec.text import Text
from deckgen.spec.types import EitherType, ListOf, One, TextType, WordType
from deckgen.units import box, pt

GAP = 48
"""Between boxes, for the arrow; between rows as well."""
TOP, FOOT = 126, 468
ACROSS = {3: (3,), 4: (4, 2), 5: (3,), 6: (3,)}
"""How many boxes stand side by side, by how many there are; the second way where the first is too narrow."""
MIDDLE = 246
"""Where the middle of one row is, or of two, as far as there is room."""
BESIDE: tuple[Side, Side] = ("right", "left")
BELOW: tuple[Side, Side] = ("bottom", "top")
STYLES = (
    BoxStyle("body_bold", "body", gap=4, inset_x=16, inset_y=16),
    BoxStyle("body_bold", "small", gap=4, inset_x=16, inset_y=16),
    BoxStyle("small_bold", "small", gap=2, inset_x=12, inset_y=12),
)


class StageSpec(Spec):
    """One stage."""

    name = required(TextType(), advice=Advice(characters=24))
    text = optional(TextType(), advice=Advice(words=12), doc="what is done, and by whom")


STAGE: EitherType[Text, StageSpec] = EitherType(TextType(), One(StageSpec))


class ProcessSpec(Spec):
    """What a process holds."""

    title = required(TextType(), placeholder="title")
    stages = required(ListOf(STAGE, 3, 6), doc="a name alone, or name and text")
    focus = optional(WordType("a stage"), doc="the stage that is the point, by its name or its number")
    source = optional(TextType(), placeholder="body")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        check_focus(spec.focus, [stage_words(stage)[0] for stage in spec.stages], spec.at("focus"), context)


@register("process")
class Process(Kind):
    """What leads to what: three to six boxes joined by arrows that stay glued when a box is moved. Five and six, or
    what is too long for one row, stand in two.

    Slots:
        slot           type                        required  advice                 placeholder
        title          text                        yes       –                      title
        stages         3 to 6 of: text or mapping  yes       –                      –
            a name alone, or name and text
        stages[].name  text                        yes       at most 24 characters  –
        stages[].text  text                        no        at most 12 words       –
            what is done, and by whom
        focus          words                       no        –                      –
            the stage that is the point, by its name or its number
        source         text                        no        –                      body

    Example:
        kind: process
        title: A complaint is answered within ten days
        stages:
          - {name: The school listens, text: The class teacher meets the family.}
          - {name: The head answers, text: In writing and within five days.}
          - {name: The trust reviews, text: Somebody who was not there reads it all.}
        focus: The head answers
    """

    spec = ProcessSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        return (frame.layout("process", "Process", frame.title_top(), frame.source(x=LEFT, w=WIDTH)),)

    def attempts(self, spec: ProcessSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Process")
        *wide, narrow = ACROSS[len(spec.stages)]
        for across, style in [*product(wide, STYLES[:2]), *product((narrow,), STYLES)]:
            yield _attempt(page, spec, style, across)

    def build(self, spec: ProcessSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        slots = [f"stages[{i}]" for i in range(len(spec.stages))]
        arrows = [(), *(together(nodes, f"{before} to {slot}") for before, slot in pairwise(slots))]
        return tuple(
            step for slot, arrow in zip(slots, arrows, strict=True) for step in joined(arrow, together(nodes, slot))
        )


def stage_words(stage: Text | StageSpec) -> tuple[Text, Text | None]:
    """A stage's name and its text."""
    return (stage, None) if isinstance(stage, Text) else (stage.name, stage.text)


def stages_words(stages: Sequence[Text | StageSpec]) -> list[Words]:
    """What stands in each stage's box."""
    return [Words(f"stages[{i}]", *stage_words(stage), stage_words(stage)[0].span) for i, stage in enumerate(stages)]


def _attempt(page: Page, spec: ProcessSpec, style: BoxStyle, across: int) -> Attempt:
    title, source = page.fill("title", spec.title), page.fill("source", spec.source)
    foot = SOURCE_FOOT - page.height(source) - CLEAR if source else FOOT
    words = stages_words(spec.stages)
    rows = -(-len(words) // across)
    width = (WIDTH - GAP * (across - 1)) / across
    top = TOP + below_title(page, title)
    most = (foot - top - GAP * (rows - 1)) / rows
    height = min(most, max(box_height(page, said, width, style) for said in words))
    top = max(top, MIDDLE - (rows * height + (rows - 1) * GAP) / 2)
    focus = focus_index(spec.focus, [said.name for said in words])
    boxes = []
    for i, said in enumerate(words):
        row, column = divmod(i, across)
        rect = box(LEFT + (width + GAP) * column, top + (height + GAP) * row, width, height)
        boxes.append(boxed(page, said, rect, style, "deep" if i == focus else "pale"))
    return page.attempt(title, *_joined(page, boxes), source)


def _joined(page: Page, boxes: Sequence[Fill]) -> list[Fill | Connector]:
    """The boxes, each after the arrow that leads to it."""
    thread = Thread(page.setter.brand.surface("paper").color("text"), pt(1.5), head=True)
    parts: list[Fill | Connector] = [boxes[0]]
    for before, after in pairwise(boxes):
        below = after.rect.y > before.rect.y
        leaving, meeting = BELOW if below else BESIDE
        parts += [connect(f"{before.name} to {after.name}", (before, leaving), (after, meeting), thread), after]
    return parts
