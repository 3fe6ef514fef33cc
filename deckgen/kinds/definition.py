"""Definition: says what a thing is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import BODY_W, BODY_X, HANG, LEFT, Frame
from deckgen.layout.order import by_paragraph
from deckgen.layout.setter import Attempt, Setter
from deckgen.layout.top import below_title
from deckgen.scene import Node, Step
from deckgen.spec.slots import Spec, required
from deckgen.spec.types import ListOf, TextType


class DefinitionSpec(Spec):
    """What a definition holds."""

    title = required(TextType(), placeholder="title")
    paragraphs = required(ListOf(TextType(), 1, 3), placeholder="body", doc="up to 35 words each; **bold** stands out")


@register("definition")
class Definition(Kind):
    """Says what a thing is, in one to three paragraphs.

    Slots:
        slot        type             required  advice  placeholder
        title       text             yes       –       title
        paragraphs  1 to 3 of: text  yes       –       body
            up to 35 words each; **bold** stands out

    Example:
        kind: definition
        title: What are governors for?
        paragraphs:
          - A local governing body is a **group of people who know the school** and speak for its community.
          - It advises the board of trustees, who answer in law.
    """

    spec = DefinitionSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        side, top = Frame(brand, "tint"), Frame(brand)
        body = side.hang(
            "paragraphs", "Definition", idx=1, style="big", x=BODY_X, baseline=HANG, w=BODY_W, h=414, gap=28
        )
        first = top.hang("paragraphs[0]", "Definition", idx=1, style="lead", x=LEFT, baseline=138, w=396, h=330)
        rest = top.hang(
            "paragraphs[1:]", "What follows from it", idx=50, style="body", x=492, baseline=138, w=420, h=350, gap=16
        )
        return (
            side.layout("definition", "Definition", side.title_side(), body),
            top.layout("definition", "Definition, columns", top.title_top(), first, rest),
        )

    def attempts(self, spec: DefinitionSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Definition")
        title = page.fill("title", spec.title)
        for style in ("big", "lead"):
            yield page.attempt(title, page.fill("paragraphs", spec.paragraphs, style=style))
        page = setter.on("Definition, columns")
        title = page.fill("title", spec.title)
        down = below_title(page, title)
        yield page.attempt(
            title,
            page.fill("paragraphs[0]", spec.paragraphs[:1], baseline=138 + down, limit=330 - down),
            page.fill("paragraphs[1:]", spec.paragraphs[1:], baseline=138 + down, limit=350 - down),
        )

    def build(self, spec: DefinitionSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        return by_paragraph(nodes, "paragraphs")
