"""Org-chart: who answers to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.boxes import BoxStyle, Words
from deckgen.layout.frames import CLEAR, LEFT, SOURCE_FOOT, WIDTH, Frame
from deckgen.layout.order import together
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.layout.top import below_title
from deckgen.layout.tree import Area, Tree, broken_names, set_tree
from deckgen.scene import Node, Step
from deckgen.spec.focus import check_focus, focus_index
from deckgen.spec.slots import Advice, BindContext, Spec, optional, required
from deckgen.spec.text import Text
from deckgen.spec.types import EitherType, ListOf, One, TextType, WordType

TOP, FOOT = 114, 474
MOST_PEOPLE = 16
MOST_ACROSS, MOST_BELOW = 5, 4
"""How many people may answer to the first, and to each of the others."""
STYLES = (
    BoxStyle("body_bold", "small", inset_x=14, inset_y=10),
    BoxStyle("small_bold", "small", inset_x=12, inset_y=8),
    BoxStyle("small_bold", "label", inset_x=10, inset_y=5),
)


class PersonSpec(Spec):
    """One person."""

    name = required(TextType(), doc="or a post, or a body: Board of trustees")
    role = optional(TextType(), advice=Advice(characters=36))

    @classmethod
    def hint_unknown(cls, key: str, beside: tuple[str, ...] = ()) -> str | None:
        if key == "reports":
            return "a chart has three levels; put these people on a slide of their own"
        return super().hint_unknown(key, beside)


PERSON: EitherType[Text, PersonSpec] = EitherType(TextType(), One(PersonSpec, "person"))
REPORTS: ListOf[Text | PersonSpec] = ListOf(PERSON, 1, MOST_BELOW)


class _Leading(Spec):
    """Somebody with others below, whom their author may call otherwise."""

    @classmethod
    def hint_unknown(cls, key: str, beside: tuple[str, ...] = ()) -> str | None:
        if key in ("children", "team", "staff", "people"):
            return 'did you mean "reports"?'
        return super().hint_unknown(key, beside)


class LeadSpec(_Leading):
    """Somebody to whom others answer."""

    name = required(TextType())
    role = optional(TextType(), advice=Advice(characters=36))
    reports = optional(REPORTS, doc="who answers to them")


LEAD: EitherType[Text, LeadSpec] = EitherType(TextType(), One(LeadSpec, "person"))


class TopSpec(_Leading):
    """The one to whom everybody answers."""

    name = required(TextType())
    role = optional(TextType(), advice=Advice(characters=36))
    reports = required(ListOf(LEAD, 1, MOST_ACROSS), doc="who answers to them")


class OrgChartSpec(Spec):
    """What an org chart holds."""

    title = required(TextType(), placeholder="title")
    top = required(One(TopSpec, "person"), doc="the person or body that everybody answers to")
    focus = optional(WordType("a person"), doc="the one who is the point, by name; else it is the top")
    source = optional(TextType(), placeholder="body")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        people = list(_tree(spec.top, "top").everybody())
        check_focus(spec.focus, [person.words.name for person in people], spec.at("focus"), context)
        if len(people) > MOST_PEOPLE:
            context.diags.error(
                "too-many",
                people[MOST_PEOPLE].words.span,
                f"{len(people)} people stand on this chart; a slide holds {MOST_PEOPLE}",
                hint=f"take out {len(people) - MOST_PEOPLE}, or give a team a slide of its own",
            )


@register("org-chart")
class OrgChart(Kind):
    """Who answers to whom: up to three levels and sixteen people, joined by lines that stay glued when a box is moved.

    Slots:
        slot                          type                        required  advice                 placeholder
        title                         text                        yes       –                      title
        top                           mapping                     yes       –                      –
            the person or body that everybody answers to
        top.name                      text                        yes       –                      –
        top.role                      text                        no        at most 36 characters  –
        top.reports                   1 to 5 of: text or mapping  yes       –                      –
            who answers to them
        top.reports[].name            text                        yes       –                      –
        top.reports[].role            text                        no        at most 36 characters  –
        top.reports[].reports         1 to 4 of: text or mapping  no        –                      –
            who answers to them
        top.reports[].reports[].name  text                        yes       –                      –
            or a post, or a body: Board of trustees
        top.reports[].reports[].role  text                        no        at most 36 characters  –
        focus                         words                       no        –                      –
            the one who is the point, by name; else it is the top
        source                        text                        no        –                      body

    Example:
        kind: org-chart
        title: Everybody knows whom to ask
        top:
          name: Amara Osei
          role: Chief executive
          reports:
            - name: Daniel Wright
              role: Education
              reports: [{name: Priya Shah, role: Primary}, {name: Tom Reed, role: Secondary}]
            - {name: Helen Marsh, role: Finance}
            - name: Owen Price
              role: People
              reports: [Ruth Adeyemi]
    """

    spec = OrgChartSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        return (frame.layout("org-chart", "Org chart", frame.title_top(), frame.source(x=LEFT, w=WIDTH)),)

    def attempts(self, spec: OrgChartSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Org chart")
        tree = _tree(spec.top, "top")
        people = list(tree.everybody())
        focus = focus_index(spec.focus, [person.words.name for person in people])
        title, source = page.fill("title", spec.title), page.fill("source", spec.source)
        foot = SOURCE_FOOT - page.height(source) - CLEAR if source else FOOT
        area = Area(LEFT, TOP + below_title(page, title), WIDTH, foot)
        for style, hanging in _ways(page, tree, area):
            parts = set_tree(page, tree, area, style, people[focus or 0].words.slot, hanging=hanging)
            yield page.attempt(title, *parts, source)

    def build(self, spec: OrgChartSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        teams = _tree(spec.top, "top").below
        return tuple(step for team in teams for step in together(nodes, team.line, team.words.slot))


def _ways(page: Page, tree: Tree, area: Area) -> list[tuple[BoxStyle, bool]]:
    """The ways to set the chart, best first: (style, whether the third level hangs).

    A name is better set smaller than on two lines; only what is on two lines in any way is so at the larger size.
    """
    hangings = [hanging for hanging in ((False, True) if tree.depth == 3 else (False,)) if hanging or _spreads(tree)]
    ways = [(style, hanging) for style in STYLES[:-1] for hanging in hangings]
    ways.sort(key=lambda way: broken_names(page, tree, area, way[0], hanging=way[1]))
    return [*ways, *((STYLES[-1], hanging) for hanging in hangings)]


def _spreads(tree: Tree) -> bool:
    """Whether each of the last level may have a column of its own."""
    return tree.width <= MOST_ACROSS


def _tree(person: Any, slot: str) -> Tree:
    """A person with everybody below."""
    if isinstance(person, Text):
        return Tree(Words(slot, person, None, person.span), ())
    below = getattr(person, "reports", None) or ()
    return Tree(
        Words(slot, person.name, person.role, person.name.span),
        tuple(_tree(report, f"{slot}.reports[{i}]") for i, report in enumerate(below)),
    )
