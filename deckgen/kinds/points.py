"""Points: two to six things to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import BODY_W, BODY_X, CLEAR, HANG, LEFT, SOURCE_FOOT, WIDTH, Frame
from deckgen.layout.order import by_paragraph
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.layout.top import below_title
from deckgen.scene import Node, Step
from deckgen.spec.overflow import MOST_PARTS, check_most, split
from deckgen.spec.slots import Advice, BindContext, Spec, optional, required
from deckgen.spec.text import Item
from deckgen.spec.types import ChoiceType, ItemsType, TextType

STEPS = (("lead", 12), ("body", 16))
COLUMN_STEPS = (("body", 14), ("small", 12))
COLUMN_TOP = 138
MOST = 6
LINK_TOP = 446


class PointsSpec(Spec):
    """What a list of points holds."""

    title = required(TextType(), placeholder="title")
    points = required(
        ItemsType(2, MOST * MOST_PARTS, shown=MOST),
        advice=Advice(words=130),
        placeholder="body",
        doc="a point may have a list below it",
    )
    source = optional(TextType(), placeholder="body")
    link = optional(TextType(), placeholder="body", doc="where to read more")
    overflow = optional(ChoiceType("split"), doc="split: points that don't fit go on on another slide")

    @classmethod
    def check(cls, spec: PointsSpec, context: BindContext) -> None:
        """One slide holds so many points."""
        check_most(spec, "points", MOST, context)


@register("points")
class Points(Kind):
    """Two to six things to say. Long points go to two columns before they go to small type.

    Slots:
        slot      type       required  advice             placeholder
        title     text       yes       –                  title
        points    2–6 items  yes       at most 130 words  body
            a point may have a list below it
        source    text       no        –                  body
        link      text       no        –                  body
            where to read more
        overflow  split      no        –                  –
            split: points that don't fit go on on another slide

    Example:
        kind: points
        title: What every school keeps
        points:
          - Their name and their uniform
          - Their head, who leads the school
          - "Their say:":
              - a local governing body
              - a seat at the trust’s table
        link: "[How governance works](https://www.example.org/governance)"
    """

    spec = PointsSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        body = frame.hang(
            "points", "Points", idx=1, style="lead", x=BODY_X, baseline=HANG, w=BODY_W, h=372, list_="bullets", gap=12
        )
        link = frame.hang("link", "Link", idx=60, style="small", x=BODY_X, baseline=464, w=BODY_W, h=26, max_lines=1)
        left = frame.hang(
            "points.left",
            "Points, left",
            idx=1,
            style="body",
            x=LEFT,
            baseline=COLUMN_TOP,
            w=408,
            h=340,
            list_="bullets",
            gap=14,
        )
        right = frame.hang(
            "points.right",
            "Points, right",
            idx=50,
            style="body",
            x=492,
            baseline=COLUMN_TOP,
            w=420,
            h=340,
            list_="bullets",
            gap=14,
        )
        wide = frame.hang("link", "Link", idx=60, style="small", x=LEFT, baseline=464, w=WIDTH, h=26, max_lines=1)
        return (
            frame.layout("points", "Points", frame.title_side(), body, frame.source(), link),
            frame.layout(
                "points", "Points, two columns", frame.title_top(), left, right, frame.source(x=LEFT, w=WIDTH), wide
            ),
        )

    def split(self, spec: PointsSpec) -> Iterator[Sequence[Spec]]:
        return split(spec, "points", most=MOST, least=2)

    def attempts(self, spec: PointsSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Points")
        for style, gap in STEPS:
            yield _beside(page, spec, style, gap)
        page = setter.on("Points, two columns")
        for style, gap in COLUMN_STEPS:
            yield _columns(page, spec, style, gap)

    def build(self, spec: PointsSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        return by_paragraph(nodes, "points")


def _foot(page: Page, spec: PointsSpec) -> tuple[float, list[Fill | None]]:
    """Where the points must end, and the fills below them. A link stands above the source."""
    source = page.fill("source", spec.source)
    top = SOURCE_FOOT - page.height(source) if source else LINK_TOP if spec.link else SOURCE_FOOT + 6
    link = None
    if spec.link:
        baseline = top - 12 if source else 464
        link = page.fill("link", spec.link, baseline=baseline)
        top = baseline - 18
    return top - CLEAR, [link, source]


def _beside(page: Page, spec: PointsSpec, style: str, gap: float) -> Attempt:
    foot, below = _foot(page, spec)
    top = HANG - page.seat(style)
    points = page.fill("points", spec.points, style=style, gap=gap, limit=min(foot - top, 378))
    return page.attempt(page.fill("title", spec.title), points, *below)


def _columns(page: Page, spec: PointsSpec, style: str, gap: float) -> Attempt:
    title = page.fill("title", spec.title)
    first = COLUMN_TOP + below_title(page, title)
    foot, below = _foot(page, spec)
    limit = min(foot, 470) - first + page.seat(style)
    cut = _halfway(page, spec.points, style)
    left, right = spec.points[:cut], spec.points[cut:]
    return page.attempt(
        title,
        page.fill("points.left", left, style=style, gap=gap, baseline=first, limit=limit),
        page.fill("points.right", right, style=style, gap=gap, baseline=first, limit=limit),
        *below,
    )


def _halfway(page: Page, points: Sequence[Item], style: str) -> int:
    """How many points go left: the split nearest half the lines. A point is never split."""
    lines = [page.lines(page.fill("points.right", [point], style=style)) for point in points]
    half = sum(lines) / 2
    return min(range(1, len(points)), key=lambda cut: (abs(sum(lines[:cut]) - half), -cut))
