"""Questions: hands over to the room."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import LEFT, WIDTH, Frame, Ink
from deckgen.layout.paragraphs import paragraph
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.spec.slots import Advice, BindContext, Spec, optional
from deckgen.spec.text import Text, TextRun
from deckgen.spec.types import ListOf, TextType
from deckgen.spec.words import words_of
from deckgen.units import Rect, pt

RULE, LINES = 312, 360
"""The rule below the title, and the first baseline of what stands below it."""


class QuestionsSpec(Spec):
    """What questions hold."""

    title = optional(
        TextType(),
        advice=Advice(characters=12),
        placeholder="title",
        doc="“Questions” in the deck’s language where it is left out",
    )
    speaker = optional(ListOf(TextType(), 1, 2), placeholder="body", doc="who answers: a name, then a role")
    contact = optional(ListOf(TextType(), 1, 3), placeholder="body", doc="where to write to afterwards")

    @classmethod
    def check(cls, spec: QuestionsSpec, context: BindContext) -> None:
        """A title that is left out is put in."""
        if spec.title is None:
            spec.values["title"] = Text((TextRun(words_of(context.language).questions),), spec.span)


@register("questions")
class Questions(Kind):
    """Hands over to the room: one word, who answers, and where to write to afterwards.

    Slots:
        slot     type             required  advice                 placeholder
        title    text             no        at most 12 characters  title
            “Questions” in the deck’s language where it is left out
        speaker  1 to 2 of: text  no        –                      body
            who answers: a name, then a role
        contact  1 to 3 of: text  no        –                      body
            where to write to afterwards

    Example:
        kind: questions
        speaker: [Amara Osei, Chief executive]
        contact:
          - "[amara@example.org](mailto:amara@example.org)"
          - "[example.org/joining](https://www.example.org/joining)"
    """

    spec = QuestionsSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return _layout(brand, alone=False), _layout(brand, alone=True)

    def attempts(self, spec: QuestionsSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Questions" if spec.speaker or spec.contact else "Questions alone")
        for style in ("poster", "display"):
            yield page.attempt(_title(page, spec, style), _speaker(page, spec), page.fill("contact", spec.contact))


def _title(page: Page, spec: QuestionsSpec, style: str) -> Fill | None:
    """The title: one line as a poster, else up to two, whose smaller letters stand on the margin."""
    if style == "poster":
        return page.fill("title", spec.title, limit=page.pitch(style))
    fill = page.fill("title", spec.title, style=style, limit=page.pitch(style) * 2)
    return fill and replace(fill, rect=Rect(pt(LEFT - 2), fill.rect.y, pt(WIDTH), fill.rect.h))


def _layout(brand: Brand, *, alone: bool) -> Layout:
    frame = Frame(brand, "ground")
    title = frame.hang(
        "title",
        "Title",
        idx=0,
        style="poster",
        x=42,
        baseline=300 if alone else 222,
        w=WIDTH,
        h=164,
        role="title",
        type_="title",
    )
    if alone:
        return frame.layout("questions", "Questions alone", title)
    speaker = frame.hang("speaker", "Speaker", idx=60, style="body", x=LEFT, baseline=LINES, w=420, h=62)
    contact = frame.hang("contact", "Contact", idx=61, style="body", x=492, baseline=LINES, w=420, h=92)
    rule = Ink(brand, "ground").rule("Rule", LEFT, RULE, WIDTH)
    return frame.layout("questions", "Questions", title, speaker, contact, nodes=(rule,))


def _speaker(page: Page, spec: QuestionsSpec) -> Fill | None:
    """The speaker, the name in bold."""
    if not spec.speaker:
        return None
    placeholder = page.layout.placeholder("speaker")
    name, *role = [paragraph(text, placeholder) for text in spec.speaker]
    return page.fill("speaker", (replace(name, bold=True), *role), span=spec.at("speaker"))
