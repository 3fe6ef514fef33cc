"""Contrast: the wrong question and the better one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import HANG, LEFT, Frame, Ink
from deckgen.layout.order import foot, joined, together
from deckgen.layout.setter import Attempt, Setter
from deckgen.scene import WIPE, Node, Step
from deckgen.spec.slots import Advice, Spec, required
from deckgen.spec.types import One, TextType

RIGHT = 380


class LesserSpec(Spec):
    """The question that falls short."""

    label = required(TextType(), advice=Advice(characters=24))
    text = required(TextType(), advice=Advice(words=15))


class BetterSpec(Spec):
    """The one to ask instead."""

    label = required(TextType(), advice=Advice(characters=40))
    text = required(TextType(), advice=Advice(words=50))


class ContrastSpec(Spec):
    """What a contrast holds."""

    lesser = required(One(LesserSpec, "lesser side"), placeholder="body, body")
    better = required(One(BetterSpec, "better side"), placeholder="title, body", doc="its label is the slide’s title")


@register("contrast")
class Contrast(Kind):
    """The wrong question and the better one: a quiet side, and a side that speaks.

    Slots:
        slot          type     required  advice                 placeholder
        lesser        mapping  yes       –                      body, body
        lesser.label  text     yes       at most 24 characters  –
        lesser.text   text     yes       at most 15 words       –
        better        mapping  yes       –                      title, body
            its label is the slide’s title
        better.label  text     yes       at most 40 characters  –
        better.text   text     yes       at most 50 words       –

    Example:
        kind: contrast
        lesser: {label: "The wrong question:", text: “Which system is cheapest?”}
        better:
          label: "The better question:"
          text: “Which one will our teachers still be glad of in five years?”
    """

    spec = ContrastSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        panel = Ink(brand, "ground").panel("Panel", 332, 0, 628, 540)
        return (
            frame.layout(
                "contrast",
                "Contrast",
                frame.hang(
                    "lesser.label",
                    "Lesser label",
                    idx=60,
                    style="body",
                    x=LEFT,
                    baseline=HANG,
                    w=248,
                    h=34,
                    role="muted",
                    max_lines=1,
                ),
                frame.hang(
                    "lesser.text", "Lesser", idx=50, style="quote_s", x=LEFT, baseline=124, w=216, h=330, role="muted"
                ),
                frame.hang(
                    "better.label",
                    "Better label",
                    idx=0,
                    style="body",
                    x=RIGHT,
                    baseline=HANG,
                    w=520,
                    h=34,
                    role="emph",
                    on="ground",
                    type_="title",
                    max_lines=1,
                ),
                frame.hang(
                    "better.text",
                    "Better",
                    idx=51,
                    style="quote",
                    x=RIGHT,
                    baseline=124,
                    w=532,
                    h=380,
                    on="ground",
                    list_="hung",
                ),
                nodes=(panel,),
                staged=("Panel",),
                number_on="ground",
            ),
        )

    def title(self, spec: ContrastSpec) -> str:
        return spec.better.label.plain

    def attempts(self, spec: ContrastSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Contrast")
        for style in ("quote", "quote_s"):
            yield page.attempt(
                page.fill("lesser.label", spec.lesser.label),
                page.fill("lesser.text", spec.lesser.text),
                page.fill("better.label", spec.better.label),
                page.fill("better.text", spec.better.text, style=style),
            )

    def build(self, spec: ContrastSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        turn = joined(together(nodes, "Panel", effect=WIPE), together(nodes, "better"), foot())
        return together(nodes, "lesser") + turn
