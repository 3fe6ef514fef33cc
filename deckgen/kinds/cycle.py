"""Cycle: what comes round again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.process import STAGE, stage_words, stages_words
from deckgen.kinds.registry import register
from deckgen.layout.boxes import BoxStyle, box_height, boxed
from deckgen.layout.connect import Side, Thread, connect
from deckgen.layout.frames import BODY_W, BODY_X, Frame
from deckgen.layout.order import joined, together
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.layout.side import note_below
from deckgen.scene import Connector, Node, Step
from deckgen.spec.focus import check_focus, focus_index
from deckgen.spec.slots import Advice, BindContext, Spec, optional, required
from deckgen.spec.types import ListOf, TextType, WordType
from deckgen.units import box, pt

TOP, FOOT = 48, 462
LEAST_GAP, MOST_GAP = 30, 156
"""Between rows: room for an arrow, and no more than a ring bears."""
STYLES = (
    BoxStyle("body_bold", "small", gap=2, inset_x=12, inset_y=12),
    BoxStyle("small_bold", "small", gap=2, inset_x=12, inset_y=8),
)
# Where the boxes of a ring stand, clockwise from the top: across (0 left, 1 right) and down (0 top, 1 foot).
RINGS: dict[int, tuple[tuple[float, float], ...]] = {
    3: ((0.5, 0), (1, 1), (0, 1)),
    4: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    5: ((0.5, 0), (1, 0.5), (1, 1), (0, 1), (0, 0.5)),
    6: ((0.27, 0), (0.73, 0), (1, 0.5), (0.73, 1), (0.27, 1), (0, 0.5)),
}
WIDTHS = {3: 196, 4: 186, 5: 186, 6: 154}
ROWS = {3: 2, 4: 3, 5: 3, 6: 3}
# The sides that each arrow leaves by and meets, in the same order; the last leads back to the first box.
WAYS: dict[int, tuple[tuple[Side, Side], ...]] = {
    3: (("right", "top"), ("left", "right"), ("top", "left")),
    4: (("right", "top"), ("bottom", "right"), ("left", "bottom"), ("top", "left")),
    5: (("right", "top"), ("bottom", "top"), ("left", "right"), ("top", "bottom"), ("top", "left")),
    6: (
        ("right", "left"),
        ("right", "top"),
        ("bottom", "right"),
        ("left", "right"),
        ("left", "bottom"),
        ("top", "left"),
    ),
}


class CycleSpec(Spec):
    """What a cycle holds."""

    title = required(TextType(), placeholder="title")
    note = optional(TextType(), advice=Advice(words=20), placeholder="body", doc="how often it goes round")
    stages = required(ListOf(STAGE, 3, 6), doc="a name alone, or name and text, clockwise")
    focus = optional(WordType("a stage"), doc="the stage that is the point, by its name or its number")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        check_focus(spec.focus, [stage_words(stage)[0] for stage in spec.stages], spec.at("focus"), context)


@register("cycle")
class Cycle(Kind):
    """What comes round again: three to six stages round a ring, joined by arrows that stay glued when a box is moved.

    Slots:
        slot           type                        required  advice                 placeholder
        title          text                        yes       –                      title
        note           text                        no        at most 20 words       body
            how often it goes round
        stages         3 to 6 of: text or mapping  yes       –                      –
            a name alone, or name and text, clockwise
        stages[].name  text                        yes       at most 24 characters  –
        stages[].text  text                        no        at most 12 words       –
            what is done, and by whom
        focus          words                       no        –                      –
            the stage that is the point, by its name or its number

    Example:
        kind: cycle
        title: Every term we look again
        note: Each school does this with a partner.
        stages:
          - {name: Look, text: Visit a lesson together}
          - {name: Agree, text: One thing to change}
          - {name: Try, text: For six weeks}
          - {name: Tell, text: The others hear what came of it}
    """

    spec = CycleSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        note = frame.hang("note", "Note", idx=1, style="small", x=48, baseline=182, w=252, h=190, role="muted")
        return (frame.layout("cycle", "Cycle", frame.title_side(), note),)

    def attempts(self, spec: CycleSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Cycle")
        for style in STYLES:
            yield _attempt(page, spec, style)

    def build(self, spec: CycleSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        slots = [f"stages[{i}]" for i in range(len(spec.stages))]
        first, *others = slots
        steps = together(nodes, first)
        for before, slot in zip(slots, others, strict=False):
            steps += joined(together(nodes, f"{before} to {slot}"), together(nodes, slot))
        return steps + together(nodes, f"{slots[-1]} to {first}")


def _attempt(page: Page, spec: CycleSpec, style: BoxStyle) -> Attempt:
    title = page.fill("title", spec.title)
    words = stages_words(spec.stages)
    count = len(words)
    rows, width = ROWS[count], WIDTHS[count]
    most = (FOOT - TOP - LEAST_GAP * (rows - 1)) / rows
    height = min(most, max(box_height(page, said, width, style) for said in words))
    foot = min(FOOT, TOP + rows * height + (rows - 1) * MOST_GAP)
    focus = focus_index(spec.focus, [said.name for said in words])
    boxes = []
    for i, (said, (across, down)) in enumerate(zip(words, RINGS[count], strict=True)):
        rect = box(BODY_X + (BODY_W - width) * across, TOP + (foot - TOP - height) * down, width, height)
        boxes.append(boxed(page, said, rect, style, "deep" if i == focus else "pale"))
    return page.attempt(title, note_below(page, spec.note, title), *_joined(page, boxes))


def _joined(page: Page, boxes: Sequence[Fill]) -> list[Fill | Connector]:
    """The boxes, each with the arrow that leads on from it; the last one leads back to the first."""
    thread = Thread(page.setter.brand.surface("paper").color("text"), pt(1.5), head=True, curved=True)
    following = [*boxes[1:], boxes[0]]
    parts: list[Fill | Connector] = []
    for one, other, (leaving, meeting) in zip(boxes, following, WAYS[len(boxes)], strict=True):
        parts += [one, connect(f"{one.name} to {other.name}", (one, leaving), (other, meeting), thread)]
    return parts
