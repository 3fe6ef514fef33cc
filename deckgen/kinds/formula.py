"""Formula: one formula and what its letters stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.brand.model import Brand, Layout
from deckgen.diagnostics import Diagnostics
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.formulas import extent, formula_in, undrawn
from deckgen.layout.frames import CLEAR, LEFT, SOURCE_FOOT, WIDTH, Frame
from deckgen.layout.order import one_by_one
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.layout.top import below_title
from deckgen.scene import Node, Step
from deckgen.spec.slots import Advice, BindContext, Spec, clipped, optional, required
from deckgen.spec.types import ListOf, TextType, WordType
from deckgen.spec.types.formula import FormulaType
from deckgen.units import to_pt

SIZES = (56, 48, 40, 34, 28, 24)
"""Points; the first in which all of the slide has room."""
TOP, BELOW, FOOT = 138, 48, 474
"""Where the formula begins, what stays free below it, and where the slide's text ends."""
WHERE_GAP = 8


class FormulaSpec(Spec):
    """What a formula holds."""

    title = required(TextType(), placeholder="title")
    formula = required(FormulaType(), placeholder="body", doc="as between dollar signs: \\frac{a}{b}")
    where = optional(ListOf(TextType(), 1, 6), advice=Advice(words=60), placeholder="body", doc="what its letters mean")
    source = optional(TextType(), placeholder="body")
    alt = optional(WordType("the formula in words"), doc="how it is read aloud; else as it stands, in one line")

    @classmethod
    def check(cls, spec: FormulaSpec, context: BindContext) -> None:
        """What can't be measured can't be set."""
        if lacking := undrawn(spec.formula.math):
            named = ", ".join(f"{char} (U+{ord(char):04X})" for char in lacking[:5])
            message = f"no mathematical face has a glyph for {named}"
            hint = "use letters and signs of mathematics; say the rest in where:"
            context.diags.error("no-glyph", spec.at("formula"), message, hint=hint)
        try:
            extent(spec.formula.math)
        except Exception:  # noqa: BLE001 - ziamath's own asserts and index errors, of formulas that make no sense
            message = f'the formula "{clipped(spec.formula.latex, 40)}": it can\'t be set'
            hint = "look for a command without its argument, or with an index that it can't have"
            context.diags.error("bad-formula", spec.at("formula"), message, hint=hint)


@register("formula")
class FormulaKind(Kind):
    r"""One formula and what its letters stand for, as Office Math that PowerPoint can edit.

    Slots:
        slot     type              required  advice            placeholder
        title    text              yes       –                 title
        formula  formula in LaTeX  yes       –                 body
            as between dollar signs: \frac{a}{b}
        where    1 to 6 of: text   no        at most 60 words  body
            what its letters mean
        source   text              no        –                 body
        alt      words             no        –                 –
            how it is read aloud; else as it stands, in one line

    Example:
        kind: formula
        title: How attendance is reckoned
        formula: \text{Attendance} = \frac{S_a}{S_p} \times 100
        where:
          - "*S*~a~ sessions that pupils attended"
          - "*S*~p~ sessions that they could have attended"
        alt: Attendance equals sessions attended over sessions possible, times one hundred
    """

    spec = FormulaSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        formula = frame.hang("formula", "Formula", idx=1, style="headline", x=LEFT, baseline=190, w=WIDTH, h=120)
        where = frame.hang(
            "where", "Where", idx=50, style="body", x=LEFT, baseline=330, w=WIDTH, h=150, role="muted", gap=WHERE_GAP
        )
        source = frame.source(x=LEFT, w=WIDTH)
        return (frame.layout("formula", "Formula", frame.title_top(), formula, where, source),)

    def suits(self, spec: FormulaSpec, setter: Setter, diags: Diagnostics) -> bool:
        width, height = extent(spec.formula.math)
        if width * SIZES[-1] <= WIDTH and height * SIZES[-1] <= FOOT - TOP:
            return True
        diags.error(
            "too-wide" if width * SIZES[-1] > WIDTH else "too-long",
            spec.at("formula"),
            f"the formula is larger than the slide at {SIZES[-1]} pt",
            hint="name a part of it by a letter, and say what it is on another slide",
        )
        return False

    def attempts(self, spec: FormulaSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Formula")
        width, _ = extent(spec.formula.math)
        sizes = [size for size in SIZES if width * size <= WIDTH]
        for style in ("body", "small"):
            for size in sizes:
                yield _attempt(page, spec, size, style)

    def build(self, spec: FormulaSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        return one_by_one(nodes, "formula", "where")


def _attempt(page: Page, spec: FormulaSpec, size: int, style: str) -> Attempt:
    title, source = page.fill("title", spec.title), page.fill("source", spec.source)
    top = TOP + below_title(page, title)
    foot = SOURCE_FOOT - page.height(source) - CLEAR if source else FOOT
    formula = formula_in(page, "formula", spec.formula, size=size, top=top, alt=spec.alt)
    first = top + to_pt(formula.rect.h) + BELOW
    where = page.fill("where", spec.where, style=style, baseline=first, limit=foot - first + page.seat(style))
    return page.attempt(title, formula, where, source)
