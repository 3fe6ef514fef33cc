"""Steps: a process in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.diagnostics import NOWHERE, Span
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.attempt import Part
from deckgen.layout.frames import LEFT, Frame
from deckgen.layout.ink import on_edge
from deckgen.layout.order import one_by_one
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.scene import Node, Rule, Step
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.text import Text, TextRun
from deckgen.spec.types import EitherType, ListOf, One, TextType
from deckgen.units import Rect, pt

COUNTS = {3: "three", 4: "four", 5: "five"}
PITCHES = {3: 296, 4: 222, 5: 178.5}
"""From the left edge of one step to that of the next."""
WIDTHS = {3: 272, 4: 198, 5: 150}
OUT, NEAR = 4, pt(5)
"""Figures of that size look flush when they stand out by so much, or by as much as a 4 does; further off they don't."""
NUMBER, NAME, TEXT, ARROW = 246, 306, 342, 207
FOOT = 474
BEFORE, AFTER = 30, 24
"""What an arrow leaves free after one number and before the next."""


class StepSpec(Spec):
    """One step."""

    name = required(TextType(), advice=Advice(characters=14))
    text = optional(TextType(), advice=Advice(words=14))


STEP: EitherType[Text, StepSpec] = EitherType(TextType(), One(StepSpec))


class StepsSpec(Spec):
    """What steps hold."""

    title = required(TextType(), placeholder="title")
    steps = required(ListOf(STEP, 3, 5), placeholder="body each", doc="a name alone, or name and text")


@register("steps")
class Steps(Kind):
    """A process in order: three to five steps, large figures with arrows between them.

    Slots:
        slot          type                        required  advice                 placeholder
        title         text                        yes       –                      title
        steps         3 to 5 of: text or mapping  yes       –                      body each
            a name alone, or name and text
        steps[].name  text                        yes       at most 14 characters  –
        steps[].text  text                        no        at most 14 words       –

    Example:
        kind: steps
        title: How a school joins us
        steps:
          - {name: Meet, text: Governors and trustees spend a day in each other’s schools.}
          - {name: Check, text: Each side reads the other’s books.}
          - {name: Ask, text: Parents and staff say what they think.}
          - {name: Decide, text: The governors vote on it.}
    """

    spec = StepsSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return tuple(_layout(brand, count) for count in COUNTS)

    def attempts(self, spec: StepsSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on(_name(len(spec.steps)))
        title = page.fill("title", spec.title)
        for style in ("lead_bold", "body_bold"):
            parts = [part for i, step in enumerate(spec.steps) for part in _step(page, i, step, style, len(spec.steps))]
            yield page.attempt(title, *parts)

    def build(self, spec: StepsSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        return one_by_one(nodes, *(f"steps[{i}]" for i in range(len(spec.steps))))


def _name(count: int) -> str:
    return f"Steps, {COUNTS[count]}"


def _layout(brand: Brand, count: int) -> Layout:
    frame = Frame(brand)
    boxes = [
        box for index in range(count) for box in _boxes(frame, index, LEFT + PITCHES[count] * index, WIDTHS[count])
    ]
    return frame.layout("steps", _name(count), frame.title_top(), *boxes)


def _boxes(frame: Frame, index: int, x: float, w: float) -> tuple[Placeholder, ...]:
    slot, named = f"steps[{index}]", f"Step {index + 1}"
    number = frame.hang(
        f"{slot}.number",
        f"{named}, number",
        idx=60 + index,
        style="step",
        x=x - OUT,
        baseline=NUMBER,
        w=120,
        h=136,
        role="emph",
        wrap=False,
        max_lines=1,
    )
    name = frame.hang(
        f"{slot}.name", f"{named}, name", idx=80 + index, style="lead_bold", x=x, baseline=NAME, w=w, h=36, max_lines=1
    )
    text = frame.hang(
        f"{slot}.text", f"{named}, text", idx=50 + index, style="small", x=x, baseline=TEXT, w=w - 8, h=140
    )
    return number, name, text


def _step(page: Page, index: int, step: Text | StepSpec, style: str, count: int) -> list[Part | None]:
    slot = f"steps[{index}]"
    name, text = (step, None) if isinstance(step, Text) else (step.name, step.text)
    return [
        _arrow(page, index, count) if index else None,
        _number(page, index, name.span, count),
        page.fill(f"{slot}.name", name, style=style),
        page.fill(f"{slot}.text", text, limit=FOOT - TEXT + page.seat("small")),
    ]


def _number(page: Page, index: int, span: Span, count: int) -> Fill:
    """The number of a step, its ink on the edge of the step's words."""
    fill = page.fill(f"steps[{index}].number", Text((TextRun(str(index + 1)),), span))
    assert fill is not None
    return on_edge(page, fill, pt(LEFT + PITCHES[count] * index), near=NEAR)


def _arrow(page: Page, index: int, count: int) -> Rule:
    """The arrow from the number before to this one."""
    brand = page.setter.brand
    before = _number(page, index - 1, NOWHERE, count)
    start = before.rect.x + page.setter.measurer.advance(str(index), before.style) + pt(BEFORE)
    return Rule(
        name=f"steps[{index}].arrow",
        rect=Rect(start, pt(ARROW), pt(LEFT + PITCHES[count] * index - AFTER) - start, 0),
        color=brand.surface("paper").color("text"),
        width=pt(1.5),
        head="end",
    )
