"""Report: a document and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.attempt import Part
from deckgen.layout.frames import LEFT, Frame, Ink
from deckgen.layout.order import together
from deckgen.layout.pictures import picture_in
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.scene import Node, Step
from deckgen.spec.one_of import check_one_of
from deckgen.spec.slots import Advice, BindContext, Spec, optional, required
from deckgen.spec.types import ListOf, One, PictureType, TextType

INSIDE = 676
"""Left edge of the words on the set document: 20 within its border."""
NAME_LINE = 33
"""Pitch of the document's name: each line past the second moves what follows."""


class DocumentSpec(Spec):
    """A document's title page, set from its words."""

    publisher = required(TextType())
    name = required(TextType())
    series = optional(TextType())
    imprint = optional(ListOf(TextType(), 1, 4))
    foot = optional(ListOf(TextType(), 1, 6), doc="number, date and place, at the foot of the page")


class ReportSpec(Spec):
    """What a report holds."""

    title = required(TextType(), advice=Advice(characters=75), placeholder="title")
    quotation = required(TextType(), advice=Advice(words=45), placeholder="body")
    document = optional(One(DocumentSpec), placeholder="body each", doc="its title page in words")
    picture = optional(PictureType(), placeholder="pic", doc="or a picture of it")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        check_one_of(spec, "document", "picture", context, message='a report has either a "document" or a "picture"')


@register("report")
class Report(Kind):
    """A document and what it says: its title page, set or pictured, and a quotation from it.

    Slots:
        slot                type             required  advice                 placeholder
        title               text             yes       at most 75 characters  title
        quotation           text             yes       at most 45 words       body
        document            mapping          no        –                      body each
            its title page in words
        document.publisher  text             yes       –                      –
        document.name       text             yes       –                      –
        document.series     text             no        –                      –
        document.imprint    1 to 4 of: text  no        –                      –
        document.foot       1 to 6 of: text  no        –                      –
            number, date and place, at the foot of the page
        picture             {file, alt}      no        –                      pic
            or a picture of it

    Example:
        kind: report
        title: The inspectors saw what changed
        quotation: “Leaders across the trust know every school well, and **every school is better for it.**”
        document:
          publisher: Office for Standards
          name: Summary evaluation
          series: Wren Valley Schools Trust
          foot: [March 2026, Reference 10214]
    """

    spec = ReportSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame, tint, paper = Frame(brand), Ink(brand, "tint"), Ink(brand, "paper")
        panel = tint.panel("Panel", 620, 0, 340, 540)
        sheet = paper.panel("Document", 656, 48, 256, 400, stroke=True)
        rule = paper.rule("Document rule", INSIDE, 116, 216, weight=1.5, role="title")
        title = frame.hang(
            "title",
            "Title",
            idx=0,
            style="title",
            x=LEFT,
            baseline=72,
            w=532,
            h=126,
            role="title",
            type_="title",
            max_lines=3,
        )
        quotation = frame.hang(
            "quotation", "Quotation", idx=1, style="lead", x=LEFT, baseline=232, w=532, h=250, list_="hung"
        )
        picture = frame.picture("picture", "Document", idx=80, x=656, y=48, w=256, h=400)
        return (
            frame.layout(
                "report",
                "Report",
                title,
                *_document(frame),
                quotation,
                nodes=(panel, sheet, rule),
                number_on="tint",
                staged=(sheet.name, rule.name),
            ),
            frame.layout("report", "Report with picture", title, picture, quotation, nodes=(panel,), number_on="tint"),
        )

    def attempts(self, spec: ReportSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Report" if spec.document else "Report with picture")
        for style in ("lead", "body"):
            shown: list[Part | None] = [picture_in(page, "picture", spec.picture)]
            if spec.document:
                shown = _page_of(page, spec.document)
            yield page.attempt(
                page.fill("title", spec.title), *shown, page.fill("quotation", spec.quotation, style=style)
            )

    def build(self, spec: ReportSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        shown = together(nodes, "Document", "Document rule", "document", "picture")
        return shown + together(nodes, "quotation")


def _document(frame: Frame) -> tuple[Placeholder, ...]:
    def words(
        slot: str,
        name: str,
        idx: int,
        style: str,
        baseline: float,
        height: float,
        *,
        dark: bool = False,
        gap: float = 0,
    ) -> Placeholder:
        return frame.hang(
            f"document.{slot}",
            name,
            idx=idx,
            style=style,
            x=INSIDE,
            baseline=baseline,
            w=216,
            h=height,
            role="title" if dark else "text",
            gap=gap,
            emphasis=False,
        )

    return (
        words("publisher", "Publisher", 60, "source_major", 80.5, 40, dark=True),
        words("name", "Document name", 61, "quote_s", 151.5, 68, dark=True),
        words("series", "Series", 62, "source_bold", 216.5, 36),
        words("imprint", "Imprint", 63, "imprint", 244.5, 90, gap=11.4),
        frame.stand(
            "document.foot", "Foot", idx=64, style="imprint", x=INSIDE, baseline=425.5, w=216, h=92, emphasis=False
        ),
    )


def _page_of(page: Page, document: DocumentSpec) -> list[Part | None]:
    name = page.fill("document.name", document.name, limit=135)
    down = NAME_LINE * max(0, page.lines(name) - 2)
    foot = page.fill("document.foot", document.foot)
    series = page.fill("document.series", document.series, baseline=216.5 + down)
    after = 16.6 * max(0, page.lines(series) - 1)
    first = 244.5 + down + after
    room = 428 - page.height(foot) - 12 - (first - page.seat("imprint"))
    imprint = page.fill("document.imprint", document.imprint, baseline=first, limit=room)
    return [page.fill("document.publisher", document.publisher, limit=36), name, series, imprint, foot]
