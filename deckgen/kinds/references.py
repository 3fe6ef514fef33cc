"""References: further reading with links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import BODY_W, BODY_X, HANG, LEFT, Frame
from deckgen.layout.setter import Attempt, Setter
from deckgen.layout.top import below_title
from deckgen.spec.overflow import MOST_PARTS, check_most, split
from deckgen.spec.slots import BindContext, Spec, optional, required
from deckgen.spec.types import ChoiceType, ListOf, TextType

MOST = 8


class ReferencesSpec(Spec):
    """What a list of references holds."""

    title = required(TextType(), placeholder="title")
    items = required(
        ListOf(TextType(), 2, MOST * MOST_PARTS, shown=MOST),
        placeholder="body",
        doc="author, year, [title of the work](https://…), publisher",
    )
    overflow = optional(ChoiceType("split"), doc="split: works that don't fit go on on another slide")

    @classmethod
    def check(cls, spec: ReferencesSpec, context: BindContext) -> None:
        """One slide holds so many works."""
        check_most(spec, "items", MOST, context)


@register("references")
class References(Kind):
    """Further reading. The link is the title of the work, never “here”.

    Slots:
        slot      type              required  advice  placeholder
        title     text              yes       –       title
        items     2 to 96 of: text  yes       –       body
            author, year, [title of the work](https://…), publisher
        overflow  split             no        –       –
            split: works that don't fit go on on another slide

    Example:
        kind: references
        title: Further reading
        items:
          - "Osei, A., 2025, [Growing well together](https://www.example.org/growing), Wren Valley"
          - "Wright, D., 2026, [A year in three schools](https://www.example.org/year)"
    """

    spec = ReferencesSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        items = frame.hang(
            "items",
            "References",
            idx=1,
            style="small",
            x=BODY_X,
            baseline=HANG,
            w=BODY_W,
            h=410,
            list_="turnover",
            gap=17,
        )
        left, right = (
            frame.hang(
                f"items.{side}",
                f"References, {side}",
                idx=idx,
                style="small",
                x=x,
                baseline=138,
                w=w,
                h=340,
                list_="turnover",
                gap=10,
            )
            for side, idx, x, w in (("left", 1, LEFT, 420), ("right", 50, 492, 420))
        )
        return (
            frame.layout("references", "References", frame.title_side(), items),
            frame.layout("references", "References, two columns", frame.title_top(), left, right),
        )

    def split(self, spec: ReferencesSpec) -> Iterator[Sequence[Spec]]:
        return split(spec, "items", most=MOST, least=2)

    def attempts(self, spec: ReferencesSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("References")
        title = page.fill("title", spec.title)
        for gap in (17, 10):
            yield page.attempt(title, page.fill("items", spec.items, gap=gap))
        page = setter.on("References, two columns")
        title = page.fill("title", spec.title)
        first = 138 + below_title(page, title)
        cut = -(-len(spec.items) // 2)
        yield page.attempt(
            title,
            page.fill("items.left", spec.items[:cut], baseline=first, limit=478 - first),
            page.fill("items.right", spec.items[cut:], baseline=first, limit=478 - first),
        )
