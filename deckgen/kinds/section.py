"""Section: turns to the next part."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import LEFT, Frame
from deckgen.layout.ink import on_edge
from deckgen.layout.setter import Attempt, Setter
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.types import TextType
from deckgen.units import pt


class SectionSpec(Spec):
    """What a section divider holds."""

    number = optional(TextType(), advice=Advice(characters=2), placeholder="body", doc="the part's number")
    title = required(TextType(), advice=Advice(characters=50), placeholder="title")


@register("section")
class Section(Kind):
    """Turns to the next part of the talk. (`section:` in a running order begins a section of the file.)

    Slots:
        slot    type  required  advice                 placeholder
        number  text  no        at most 2 characters   body
            the part's number
        title   text  yes       at most 50 characters  title

    Example:
        kind: section
        number: "2"
        title: What we have learned in three years
    """

    spec = SectionSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand, "ground")
        number = frame.hang(
            "number", "Number", idx=60, style="number", x=LEFT - 7, baseline=222, w=400, h=231, role="emph", wrap=False
        )

        def title(baseline: int, height: int) -> Layout:
            placed = frame.hang(
                "title",
                "Title",
                idx=0,
                style="display",
                x=LEFT,
                baseline=baseline,
                w=790,
                h=height,
                role="title",
                type_="title",
            )
            numbered = baseline > 300
            return frame.layout(
                "section", "Section" if numbered else "Section without number", *((number,) if numbered else ()), placed
            )

        return title(378, 140), title(250, 260)

    def attempts(self, spec: SectionSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Section" if spec.number else "Section without number")
        for style in ("display", "headline"):
            number = page.fill("number", spec.number) if spec.number else None
            number = number and on_edge(page, number, pt(LEFT))
            yield page.attempt(number, page.fill("title", spec.title, style=style))
