"""Statement: one long sentence that must be heard whole."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.brand.model import Brand, Layout, SurfaceName
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import BODY_W, BODY_X, HANG, Frame
from deckgen.layout.setter import Attempt, Setter
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.types import ChoiceType, TextType


class StatementSpec(Spec):
    """What a statement holds."""

    title = required(TextType(), placeholder="title")
    text = required(TextType(), advice=Advice(words=55), placeholder="body")
    surface = optional(ChoiceType("bright", "ground"), "bright", doc="bright, or ground (dark)")


@register("statement")
class Statement(Kind):
    """One long sentence that must be heard whole, on the brand's bright or its dark ground.

    Slots:
        slot     type              required  advice            placeholder
        title    text              yes       –                 title
        text     text              yes       at most 55 words  body
        surface  bright or ground  no        –                 –
            bright, or ground (dark)

    Example:
        kind: statement
        title: Our promise to every child
        text: >-
          No child in our schools will wait for help because of which of our schools they happen
          to go to, and no teacher will be left alone with a problem that a colleague has solved.
    """

    spec = StatementSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return _layout(brand, "bright", "Statement"), _layout(brand, "ground", "Statement, dark")

    def attempts(self, spec: StatementSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Statement" if spec.surface == "bright" else "Statement, dark")
        title = page.fill("title", spec.title)
        for style in ("big", "lead"):
            yield page.attempt(title, page.fill("text", spec.text, style=style))


def _layout(brand: Brand, surface: SurfaceName, name: str) -> Layout:
    frame = Frame(brand, surface)
    body = frame.hang("text", "Statement", idx=1, style="big", x=BODY_X, baseline=HANG, w=BODY_W, h=400)
    return frame.layout("statement", name, frame.title_side(), body)
