"""Quote: someone's words, alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import BODY_W, BODY_X, LEFT, Frame
from deckgen.layout.order import together
from deckgen.layout.pictures import picture_in
from deckgen.layout.setter import Attempt, Setter
from deckgen.scene import Node, Step
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.types import PictureType, TextType


class QuoteSpec(Spec):
    """What a quotation holds."""

    quotation = required(TextType(), advice=Advice(words=40), placeholder="title", doc="your own line breaks are kept")
    source = required(TextType(), placeholder="body", doc="speaker or work")
    portrait = optional(PictureType(), placeholder="pic")


@register("quote")
class Quote(Kind):
    """Someone’s words, alone on the dark ground; or beside their portrait.

    Slots:
        slot       type         required  advice            placeholder
        quotation  text         yes       at most 40 words  title
            your own line breaks are kept
        source     text         yes       –                 body
            speaker or work
        portrait   {file, alt}  no        –                 pic

    Example:
        kind: quote
        quotation: |
          “If you want to go far,
          go together.”
        source: A proverb
    """

    spec = QuoteSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        ground, paper = Frame(brand, "ground"), Frame(brand)
        alone = ground.layout(
            "quote",
            "Quote",
            ground.hang(
                "quotation",
                "Quotation",
                idx=0,
                style="quote_l",
                x=122,
                baseline=120,
                w=790,
                h=332,
                type_="title",
                list_="hung",
            ),
            ground.hang(
                "source", "Source", idx=70, style="body", x=122, baseline=435, w=790, h=30, role="muted", max_lines=1
            ),
        )
        pictured = paper.layout(
            "quote",
            "Quote with portrait",
            paper.picture("portrait", "Portrait", idx=80, x=LEFT, y=48, w=198, h=228),
            paper.hang("source", "Source", idx=70, style="small", x=LEFT, baseline=306, w=272, h=140),
            paper.hang(
                "quotation",
                "Quotation",
                idx=0,
                style="quote_m",
                x=BODY_X,
                baseline=82,
                w=BODY_W,
                h=390,
                type_="title",
                list_="hung",
            ),
        )
        return alone, pictured

    def title(self, spec: QuoteSpec) -> str:
        return spec.quotation.plain

    def attempts(self, spec: QuoteSpec, setter: Setter) -> Iterator[Attempt]:
        alone = spec.portrait is None
        page = setter.on("Quote" if alone else "Quote with portrait")
        for style in ("quote_l", "quote_m", "quote") if alone else ("quote_m", "quote", "quote_s"):
            yield page.attempt(
                page.fill("quotation", spec.quotation, style=style),
                page.fill("source", spec.source),
                picture_in(page, "portrait", spec.portrait) if spec.portrait else None,
            )

    def build(self, spec: QuoteSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        return together(nodes, "source")
