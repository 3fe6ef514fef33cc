"""Figures: two percentages out of a hundred, in one sentence."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.equation import pale_color
from deckgen.kinds.registry import register
from deckgen.layout.attempt import Part
from deckgen.layout.frames import BODY_W, BODY_X, Frame, Ink
from deckgen.layout.order import one_by_one, together
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.scene import Color, Node, Path, Shape, Step
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.text import Text, TextRun
from deckgen.spec.types import ListOf, One, TextType
from deckgen.spec.types.values import FilledNumberType
from deckgen.units import Emu, Rect, pt

ROWS = (10, 12, 15, 18, 21, 24)
"""Dots in each row, innermost first: a hundred."""
INNER, OUTER, DOT = 47.2, 118.0, 5.4
CENTRES, CENTRE_Y = (468, 764), 162
TAIL, SMALL_TAIL = 303, 298
"""The tail's first baseline below that of the labels, 271: 32 points at 24 pt, so 27 at 20 pt."""
WIDTH, HEIGHT = pt(2 * (OUTER + DOT)), pt(OUTER + 2 * DOT)
"""The box of a hemicycle."""


class FigureSpec(Spec):
    """One figure."""

    value = required(FilledNumberType(0, 100), doc="per cent, 0 to 100")
    label = required(TextType(), advice=Advice(characters=25))
    prefix = optional(TextType(), doc="a mark before the figure: the quotation’s “")


class FiguresSpec(Spec):
    """What two figures hold."""

    title = required(TextType(), placeholder="title")
    figures = required(ListOf(One(FigureSpec), 2, 2), placeholder="body each")
    tail = optional(TextType(), advice=Advice(words=15), placeholder="body", doc="the end of the sentence")
    quotation = optional(TextType(), advice=Advice(words=30), placeholder="body")


@register("figures")
class Figures(Kind):
    """Two percentages out of a hundred, in one sentence. A hundred dots each: the dots count.

    Slots:
        slot              type                  required  advice                 placeholder
        title             text                  yes       –                      title
        figures           2 of: mapping         yes       –                      body each
        figures[].value   number from 0 to 100  yes       –                      –
            per cent, 0 to 100
        figures[].label   text                  yes       at most 25 characters  –
        figures[].prefix  text                  no        –                      –
            a mark before the figure: the quotation’s “
        tail              text                  no        at most 15 words       body
            the end of the sentence
        quotation         text                  no        at most 30 words       body

    Example:
        kind: figures
        title: Staff learn from one another
        figures:
          - {value: 78, label: of teachers and}
          - {value: 91, label: of support staff}
        tail: say they have learned from a colleague in another school this year.
    """

    spec = FiguresSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        rule = Ink(brand, "paper").rule("Rule", BODY_X, 366, BODY_W)
        figures = [
            p
            for i, x in enumerate((344, 640))
            for p in (
                frame.hang(
                    f"figures[{i}].value",
                    f"Figure {i + 1}",
                    idx=60 + 2 * i,
                    style="figure",
                    x=x,
                    baseline=232,
                    w=272,
                    h=82,
                    role="title",
                    list_="hung",
                    max_lines=1,
                    wrap=False,
                ),
                frame.hang(
                    f"figures[{i}].label",
                    f"Label {i + 1}",
                    idx=61 + 2 * i,
                    style="body",
                    x=x,
                    baseline=271,
                    w=272,
                    h=30,
                    max_lines=1,
                ),
            )
        ]
        tail = frame.hang("tail", "Tail", idx=1, style="body", x=BODY_X, baseline=TAIL, w=BODY_W, h=64, max_lines=2)
        quotation = frame.hang(
            "quotation", "Quotation", idx=50, style="body", x=BODY_X, baseline=399, w=BODY_W, h=94, list_="hung"
        )
        return (
            frame.layout("figures", "Figures", frame.title_side(), *figures, tail),
            frame.layout(
                "figures",
                "Figures with quotation",
                frame.title_side(),
                *figures,
                tail,
                quotation,
                nodes=(rule,),
                staged=("Rule",),
            ),
        )

    def attempts(self, spec: FiguresSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Figures with quotation" if spec.quotation else "Figures")
        # Labels and tail are one sentence: they are of one size, and their lines as far apart.
        for style, baseline in (("body", TAIL), ("small", SMALL_TAIL)):
            parts = [part for i, figure in enumerate(spec.figures) for part in _figure(page, i, figure, style)]
            tail = page.fill("tail", spec.tail, style=style, baseline=baseline)
            quotation = page.fill("quotation", spec.quotation, style=style) if spec.quotation else None
            yield page.attempt(page.fill("title", spec.title), *parts, tail, quotation)

    def build(self, spec: FiguresSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        sentence = one_by_one(nodes, "figures[0]", "figures[1]", "tail")
        return sentence + together(nodes, "Rule", "quotation")


def _figure(page: Page, index: int, figure: FigureSpec, style: str) -> list[Part | None]:
    number = TextRun(f"{figure.value:g}%")
    runs = (*(figure.prefix.runs if figure.prefix else ()), number)
    value = Text(runs, figure.at("value"))
    name = f"figures[{index}]"
    return [
        # From the half on a dot is filled, after an even number too, which round() leaves as it is.
        *dots(page.setter.brand, math.floor(figure.value + 0.5), CENTRES[index], name),
        page.fill(f"{name}.value", value),
        page.fill(f"{name}.label", figure.label, style=style),
    ]


def dots(brand: Brand, count: int, centre: float, name: str) -> list[Shape]:
    """A hemicycle of 100 dots, the first `count` of them, from the left, in the emphasis colour."""
    paper, circles = brand.surface("paper"), _circles()
    parts = (
        (circles[:count], paper.color("emph"), f"{count} of 100 dots"),
        (circles[count:], pale_color(brand), f"{100 - count} of 100 dots"),
    )
    return [_dots(f"{name}.{label}", placed, color, centre) for placed, color, label in parts if placed]


def _seats() -> Iterator[tuple[float, float]]:
    """(angle, radius) of every dot; angle pi is the left end, 0 the right."""
    for row, count in enumerate(ROWS):
        radius = INNER + (OUTER - INNER) * row / (len(ROWS) - 1)
        for seat in range(count):
            yield math.pi * (1 - seat / (count - 1)), radius


@cache
def _circles() -> tuple[tuple[str, Emu, Emu, Emu], ...]:
    """Every dot as a command of a path, from the left."""
    return tuple(
        ("O", WIDTH // 2 + pt(radius * math.cos(angle)), pt(OUTER + DOT - radius * math.sin(angle)), pt(DOT))
        for angle, radius in sorted(_seats(), key=lambda seat: (-seat[0], seat[1]))
    )


def _dots(name: str, circles: tuple[tuple[str, Emu, Emu, Emu], ...], color: Color, centre: float) -> Shape:
    rect = Rect(pt(centre) - WIDTH // 2, pt(CENTRE_Y - OUTER - DOT), WIDTH, HEIGHT)
    return Shape(name=name, rect=rect, geometry=Path(WIDTH, HEIGHT, circles), fill=color)
