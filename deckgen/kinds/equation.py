"""Equation: one idea drawn as a formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import LEFT, Frame, bar
from deckgen.layout.order import together
from deckgen.layout.setter import Attempt, Setter
from deckgen.layout.signs import with_signs
from deckgen.scene import Color, Node, Step
from deckgen.spec.slots import Advice, Spec, required
from deckgen.spec.types import TextType
from deckgen.units import box


class EquationSpec(Spec):
    """What an equation holds."""

    title = required(TextType(), placeholder="title")
    not_ = required(TextType(), advice=Advice(characters=15), placeholder="body", doc="what it is not: “not A + B”")
    formula = required(TextType(), advice=Advice(characters=5), placeholder="body", doc="what it is: “A × B”")
    text = required(TextType(), advice=Advice(words=50), placeholder="body")


@register("equation")
class Equation(Kind):
    """One idea drawn as a formula: two lengths laid end to end, and the field they make together.

    Slots:
        slot     type  required  advice                 placeholder
        title    text  yes       –                      title
        not      text  yes       at most 15 characters  body
            what it is not: “not A + B”
        formula  text  yes       at most 5 characters   body
            what it is: “A × B”
        text     text  yes       at most 50 words       body

    Example:
        kind: equation
        title: Two schools are more than two
        not: not A + B
        formula: A × B
        text: Every teacher who joins can work with every teacher already there.
    """

    spec = EquationSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        pale, deep = pale_color(brand), brand.surface("ground").background
        bars = (
            bar("Length A", box(48, 138, 290, 12), pale),
            bar("Length B", box(362, 138, 550, 12), pale),
            bar("Side A", box(344, 156, 12, 290), deep),
            bar("Field A × B", box(362, 156, 550, 290), brand.surface("bright").background),
        )
        return (
            frame.layout(
                "equation",
                "Equation",
                frame.title_top(h=54),
                frame.hang(
                    "not",
                    "What it is not",
                    idx=60,
                    style="body_major",
                    x=LEFT,
                    baseline=126,
                    w=290,
                    h=30,
                    role="muted",
                    max_lines=1,
                ),
                frame.hang(
                    "formula",
                    "Formula",
                    idx=61,
                    style="poster",
                    x=392,
                    baseline=414,
                    w=510,
                    h=164,
                    color=deep,
                    max_lines=1,
                ),
                frame.hang("text", "Text", idx=1, style="small", x=LEFT, baseline=180, w=266, h=290),
                nodes=bars,
                staged=tuple(bar.name for bar in bars),
            ),
        )

    def attempts(self, spec: EquationSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Equation")
        formula = page.fill("formula", spec.formula)
        yield page.attempt(
            page.fill("title", spec.title),
            page.fill("not", spec.not_),
            formula and with_signs(page, formula),
            page.fill("text", spec.text),
        )

    def build(self, spec: EquationSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        lengths, side = together(nodes, "Length A", "Length B"), together(nodes, "Side A")
        return lengths + side + together(nodes, "Field A × B", "formula") + together(nodes, "text")


def pale_color(brand: Brand) -> Color:
    """The brand's quiet shade for what is only context: accent3, unless that is its bright ground."""
    accent3 = Color("accent3")
    return brand.surface("paper").color("rule") if brand.surface("bright").background == accent3 else accent3
