"""Evidence: a finding and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import BODY_W, BODY_X, CLEAR, HANG, LEFT, SOURCE_FOOT, WIDTH, Frame
from deckgen.layout.order import together
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.layout.top import below_title
from deckgen.scene import Node, Step
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.types import TextType

CONTEXT_LEAD = 26
BELOW_CONTEXT = 32
"""A finding stands this far below the context's last line and its lead: 208 after four lines."""


class EvidenceSpec(Spec):
    """What a piece of evidence holds."""

    title = required(TextType(), placeholder="title")
    context = optional(TextType(), advice=Advice(words=45), placeholder="body")
    finding = required(TextType(), advice=Advice(words=35), placeholder="body")
    source = required(TextType(), advice=Advice(words=45), placeholder="body", doc="author, year, work; *journal*")


@register("evidence")
class Evidence(Kind):
    """A finding and where it comes from. The source never shrinks.

    Slots:
        slot     type  required  advice            placeholder
        title    text  yes       –                 title
        context  text  no        at most 45 words  body
        finding  text  yes       at most 35 words  body
        source   text  yes       at most 45 words  body
            author, year, work; *journal*

    Example:
        kind: evidence
        title: Reading together works
        context: Twelve schools paired pupils of different ages for twenty minutes a day.
        finding: After two terms, younger readers were three months ahead of a matched sample.
        source: "Marsh, E. (2024) Reading in pairs. *Journal of Primary Practice*, 12 (2), pp. 88–104"
    """

    spec = EvidenceSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        context = frame.hang(
            "context", "Context", idx=60, style="small", x=BODY_X, baseline=HANG, w=BODY_W, h=136, role="muted"
        )
        finding = frame.hang("finding", "Finding", idx=1, style="lead", x=BODY_X, baseline=208, w=BODY_W, h=186)
        left = frame.hang("context", "Context", idx=60, style="small", x=LEFT, baseline=138, w=396, h=300, role="muted")
        right = frame.hang("finding", "Finding", idx=1, style="lead", x=492, baseline=138, w=420, h=300)
        return (
            frame.layout("evidence", "Evidence", frame.title_side(), context, finding, frame.source()),
            frame.layout(
                "evidence", "Evidence, columns", frame.title_top(), left, right, frame.source(x=LEFT, w=WIDTH)
            ),
        )

    def attempts(self, spec: EvidenceSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Evidence")
        for style in ("lead", "body"):
            yield _beside(page, spec, style)
        yield _columns(setter.on("Evidence, columns"), spec)

    def build(self, spec: EvidenceSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        return together(nodes, "finding") if spec.context else ()


def _beside(page: Page, spec: EvidenceSpec, style: str) -> Attempt:
    source = page.fill("source", spec.source)
    context = page.fill("context", spec.context, limit=400)
    lines = page.lines(context)
    first = HANG + lines * CONTEXT_LEAD + BELOW_CONTEXT if lines else HANG
    foot = SOURCE_FOOT - page.height(source) - CLEAR
    top = first - page.seat(style)
    finding = page.fill("finding", spec.finding, style=style, baseline=first, limit=foot - top)
    return page.attempt(page.fill("title", spec.title), context, finding, source)


def _columns(page: Page, spec: EvidenceSpec) -> Attempt:
    title, source = page.fill("title", spec.title), page.fill("source", spec.source)
    first = 138 + below_title(page, title)
    room = SOURCE_FOOT - page.height(source) - CLEAR - first
    return page.attempt(
        title,
        page.fill("context", spec.context, baseline=first, limit=room + page.seat("small")),
        page.fill("finding", spec.finding, baseline=first, limit=room + page.seat("lead")),
        source,
    )
