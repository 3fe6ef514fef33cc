"""Matrix: places ideas on two scales."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.attempt import Part
from deckgen.layout.frames import LEFT, Frame
from deckgen.layout.order import one_by_one, together
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.layout.side import note_below
from deckgen.scene import Node, Rule, Shape, Step
from deckgen.spec.focus import check_focus, focus_index
from deckgen.spec.slots import Advice, BindContext, Spec, optional, required
from deckgen.spec.types import ListOf, One, TextType, WordType
from deckgen.units import Rect, box, pt, to_pt

if TYPE_CHECKING:
    from deckgen.layout.frames import Setting

X, Y, W, H = 372, 42, 540, 384
"""The square."""
PLACES = {"top-left": (0, 0), "top-right": (1, 0), "bottom-left": (0, 1), "bottom-right": (1, 1)}
IN, DOWN, ITEMS = 18, 14, 54
"""How far names stand in from their corner, and items below it."""
ITEM_GAP = 6
AXIS = 1.5
SIDE = 360
"""The right edge of the words beside the square, which begin at 288, or where they are longer at 264."""
AXES = ("Axis, up", "Axis, across")


class QuadrantSpec(Spec):
    """One quadrant."""

    name = required(TextType(), doc="what to do with what stands in it")
    items = optional(ListOf(TextType(), 0, 4), advice=Advice(characters=96), doc="up to 24 characters each")


class QuadrantsSpec(Spec):
    """The four quadrants."""

    top__left = required(One(QuadrantSpec))
    top__right = required(One(QuadrantSpec))
    bottom__left = required(One(QuadrantSpec))
    bottom__right = required(One(QuadrantSpec))


class AxesSpec(Spec):
    """The words at the ends of the two scales."""

    left = required(TextType(), advice=Advice(characters=24))
    right = required(TextType(), advice=Advice(characters=24))
    top = required(TextType(), advice=Advice(characters=20), doc="stands beside the square, in two lines")
    bottom = required(TextType(), advice=Advice(characters=20))


class MatrixSpec(Spec):
    """What a matrix holds."""

    title = required(TextType(), placeholder="title")
    note = optional(TextType(), advice=Advice(words=20), placeholder="body", doc="who placed them, and how")
    axes = required(One(AxesSpec, "set of axis words"), placeholder="body each")
    quadrants = required(One(QuadrantsSpec, "set of quadrants"), placeholder="body each")
    focus = optional(WordType("a quadrant"), doc="the quadrant that is the point, by its name or its place")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        if _focus(spec) is None:
            check_focus(spec.focus, [quadrant.name for quadrant in _quadrants(spec)], spec.at("focus"), context)


@register("matrix")
class Matrix(Kind):
    """Places ideas on two scales. One quadrant may be the point.

    Slots:
        slot                          type             required  advice                 placeholder
        title                         text             yes       –                      title
        note                          text             no        at most 20 words       body
            who placed them, and how
        axes                          mapping          yes       –                      body each
        axes.left                     text             yes       at most 24 characters  –
        axes.right                    text             yes       at most 24 characters  –
        axes.top                      text             yes       at most 20 characters  –
            stands beside the square, in two lines
        axes.bottom                   text             yes       at most 20 characters  –
        quadrants                     mapping          yes       –                      body each
        quadrants.top-left            mapping          yes       –                      –
        quadrants.top-left.name       text             yes       –                      –
            what to do with what stands in it
        quadrants.top-left.items      0 to 4 of: text  no        at most 96 characters  –
            up to 24 characters each
        quadrants.top-right           mapping          yes       –                      –
        quadrants.top-right.name      text             yes       –                      –
            what to do with what stands in it
        quadrants.top-right.items     0 to 4 of: text  no        at most 96 characters  –
            up to 24 characters each
        quadrants.bottom-left         mapping          yes       –                      –
        quadrants.bottom-left.name    text             yes       –                      –
            what to do with what stands in it
        quadrants.bottom-left.items   0 to 4 of: text  no        at most 96 characters  –
            up to 24 characters each
        quadrants.bottom-right        mapping          yes       –                      –
        quadrants.bottom-right.name   text             yes       –                      –
            what to do with what stands in it
        quadrants.bottom-right.items  0 to 4 of: text  no        at most 96 characters  –
            up to 24 characters each
        focus                         words            no        –                      –
            the quadrant that is the point, by its name or its place

    Example:
        kind: matrix
        title: Where to spend our effort first
        note: Heads placed each idea by effort and by effect on pupils.
        axes: {left: Less effort, right: More effort, top: More effect, bottom: Less effect}
        quadrants:
          top-left:
            name: Do now
            items: [Shared reading tests, Partner heads, One supply pool]
          top-right: {name: Plan well, items: [Joint sixth form, Common timetable]}
          bottom-left: {name: Fill the gaps, items: [One letterhead, Staff newsletter]}
          bottom-right: {name: Leave, items: [Matching blazers]}
        focus: Do now
    """

    spec = MatrixSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        title = frame.title_side(w=206)
        note = frame.hang("note", "Note", idx=1, style="small", x=LEFT, baseline=222, w=206, h=190, role="muted")
        quadrants = [made for place, at in PLACES.items() for made in _boxes(frame, place, *at)]
        return (
            frame.layout("matrix", "Matrix", title, note, *_words(frame), *quadrants, nodes=_axes(brand), staged=AXES),
        )

    def attempts(self, spec: MatrixSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Matrix")
        title = page.fill("title", spec.title)
        focus = _focus(spec)
        across = [page.fill(f"axes.{end}", spec.axes.values[end]) for end in ("left", "right")]
        quadrants = zip(PLACES, _quadrants(spec), strict=True)
        parts = [part for place, quadrant in quadrants for part in _quadrant(page, place, quadrant, place == focus)]
        for width in (72, 96):
            up = [_beside(page, spec, end, width) for end in ("top", "bottom")]
            yield page.attempt(title, note_below(page, spec.note, title), *up, *across, *parts)

    def build(self, spec: MatrixSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        order = sorted(PLACES, key=lambda place: place == _focus(spec))
        return together(nodes, *AXES, "axes") + one_by_one(nodes, *(f"quadrants.{place}" for place in order))


def _quadrants(spec: MatrixSpec) -> list[QuadrantSpec]:
    return [spec.quadrants.values[place] for place in PLACES]


def _focus(spec: MatrixSpec) -> str | None:
    """The place of the quadrant that is the point."""
    place = spec.focus.strip().casefold().replace(" ", "-") if spec.focus else ""
    if place in PLACES:
        return place
    index = focus_index(spec.focus, [quadrant.name for quadrant in _quadrants(spec)])
    return None if index is None else list(PLACES)[index]


def _boxes(frame: Frame, place: str, right: int, below: int) -> tuple[Placeholder, Placeholder]:
    slot, named = f"quadrants.{place}", f"Quadrant, {place.replace('-', ' ')}"
    x, y, number = X + W / 2 * right + IN, Y + H / 2 * below, right + 2 * below
    w = W / 2 - 2 * IN
    seats = [to_pt(frame.brand.style(style).seat) for style in ("body_bold", "small")]
    name = frame.hang(
        f"{slot}.name",
        named,
        idx=60 + number,
        style="body_bold",
        x=x,
        baseline=y + DOWN + seats[0],
        w=w,
        h=30,
        max_lines=1,
    )
    items = frame.hang(
        f"{slot}.items",
        f"{named}, items",
        idx=50 + number,
        style="small",
        x=x,
        baseline=y + ITEMS + seats[1],
        w=w,
        h=H / 2 - ITEMS - 12,
        gap=ITEM_GAP,
    )
    return name, items


def _words(frame: Frame) -> list[Placeholder]:
    """The words at the ends of the axes."""
    beside: Setting = {"role": "muted", "align": "r", "max_lines": 2}
    left: Setting = {"role": "muted", "max_lines": 1}
    right: Setting = {**left, "align": "r"}
    top, foot = ("axes.top", "Axis, top"), ("axes.bottom", "Axis, foot")
    return [
        frame.hang(*top, idx=80, style="small", x=288, baseline=61, w=72, h=52, **beside),
        frame.stand(*foot, idx=81, style="small", x=288, baseline=422, w=72, h=52, **beside),
        frame.hang("axes.left", "Axis, left", idx=82, style="small", x=X, baseline=453, w=258, h=26, **left),
        frame.hang("axes.right", "Axis, right", idx=83, style="small", x=654, baseline=453, w=258, h=26, **right),
    ]


def _axes(brand: Brand) -> tuple[Rule, ...]:
    color = brand.surface("paper").color("text")
    rects = (box(X + W / 2, Y, 0, H), box(X, Y + H / 2, W, 0))
    return tuple(
        Rule(name=name, rect=rect, color=color, width=pt(AXIS)) for name, rect in zip(AXES, rects, strict=True)
    )


def _beside(page: Page, spec: MatrixSpec, end: str, width: float) -> Fill | None:
    """The words beside the upper or lower end of the axis."""
    made = page.fill(f"axes.{end}", spec.axes.values[end])
    return made and replace(made, rect=Rect(pt(SIDE - width), made.rect.y, pt(width), made.rect.h))


def _quadrant(page: Page, place: str, quadrant: QuadrantSpec, focus: bool) -> list[Part | None]:
    name = page.fill(f"quadrants.{place}.name", quadrant.name)
    items = page.fill(f"quadrants.{place}.items", quadrant.items)
    if not focus or name is None:
        return [name, items]
    tint = page.setter.brand.surface("tint")
    right, below = PLACES[place]
    # The axes lie on the layout, below the tint: it leaves them their width.
    rect = box(X + (W / 2 + AXIS / 2) * right, Y + (H / 2 + AXIS / 2) * below, (W - AXIS) / 2, (H - AXIS) / 2)
    panel = Shape(name=f"quadrants.{place}.panel", rect=rect, fill=tint.background)
    marked = tuple(replace(p, color=tint.color("emph")) for p in name.paragraphs)
    return [panel, replace(name, paragraphs=marked), items]
