"""Number: one figure and what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import CLEAR, LEFT, SOURCE_FOOT, WIDTH, Frame
from deckgen.layout.ink import on_edge
from deckgen.layout.order import together
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.scene import Node, Step
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.types import TextType
from deckgen.units import pt

LONG = 5
"""A figure of more characters is set smaller."""
MEANING, COMPARISON = 294, 60
"""The meaning's first baseline, and how far below its last the comparison's is."""
STEPS = (("headline", "body"), ("title", "body"), ("title", "small"))
"""Styles of the meaning and the comparison."""
SIZES = {"number": (40, 231), "number_s": (43, 164)}
"""A style's left edge, which is the slide's less the figure's side bearing, and its height."""


class NumberSpec(Spec):
    """What a number holds."""

    number = required(
        TextType(), advice=Advice(characters=8), placeholder="body", doc="up to 5 characters stand largest"
    )
    meaning = required(TextType(), advice=Advice(words=18), placeholder="title", doc="what it is a number of")
    comparison = optional(TextType(), placeholder="body", doc="what it was, or is elsewhere")
    source = required(TextType(), placeholder="body")


@register("number")
class Number(Kind):
    """One figure and what it means. The meaning is the slide's title.

    Slots:
        slot        type  required  advice                placeholder
        number      text  yes       at most 8 characters  body
            up to 5 characters stand largest
        meaning     text  yes       at most 18 words      title
            what it is a number of
        comparison  text  no        –                     body
            what it was, or is elsewhere
        source      text  yes       –                     body

    Example:
        kind: number
        number: 94%
        meaning: of our teachers planned a lesson this year with a colleague in another school
        comparison: Two years ago it was 61%.
        source: Trust staff survey, May 2026, 412 replies. Illustrative data.
    """

    spec = NumberSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return _layout(brand, "Number", "number"), _layout(brand, "Number, long", "number_s")

    def title(self, spec: NumberSpec) -> str:
        return spec.meaning.plain

    def outline(self, spec: NumberSpec) -> str:
        """The figure and what it means, one sentence where the meaning goes on with it."""
        meaning = spec.meaning.plain
        return f"{spec.number.plain}{': ' if meaning[:1].isupper() else ' '}{meaning}"

    def attempts(self, spec: NumberSpec, setter: Setter) -> Iterator[Attempt]:
        names = ("Number", "Number, long") if len(spec.number.plain) <= LONG else ("Number, long",)
        for page in map(setter.on, names):
            source = page.fill("source", spec.source)
            foot = SOURCE_FOOT - page.height(source) - CLEAR
            for style, smaller in STEPS:
                meaning = page.fill("meaning", spec.meaning, style=style, limit=foot - MEANING + page.seat(style))
                below = MEANING + page.pitch(style) * (page.lines(meaning) - 1) + COMPARISON
                comparison = page.fill(
                    "comparison",
                    spec.comparison,
                    style=smaller,
                    baseline=below,
                    limit=foot - below + page.seat(smaller),
                )
                yield page.attempt(_figure(page, spec), meaning, comparison, source)

    def build(self, spec: NumberSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        return together(nodes, "comparison")


def _figure(page: Page, spec: NumberSpec) -> Fill | None:
    """The number, its ink on the slide's edge."""
    fill = page.fill("number", spec.number)
    return fill and on_edge(page, fill, pt(LEFT))


def _layout(brand: Brand, name: str, style: str) -> Layout:
    frame = Frame(brand)
    x, h = SIZES[style]
    return frame.layout(
        "number",
        name,
        frame.hang("number", "Number", idx=60, style=style, x=x, baseline=216, w=872, h=h, role="emph", max_lines=1),
        frame.hang(
            "meaning",
            "Meaning",
            idx=0,
            style="headline",
            x=LEFT,
            baseline=MEANING,
            w=790,
            h=96,
            role="title",
            type_="title",
        ),
        frame.hang("comparison", "Comparison", idx=1, style="body", x=LEFT, baseline=402, w=790, h=30, role="muted"),
        frame.source(x=LEFT, w=WIDTH),
    )
