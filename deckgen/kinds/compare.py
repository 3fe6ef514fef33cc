"""Compare: two or three pictures side by side, as before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.attempt import Part
from deckgen.layout.frames import CLEAR, LEFT, SOURCE_FOOT, WIDTH, Frame
from deckgen.layout.order import together
from deckgen.layout.pictures import picture_in
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.layout.top import below_title
from deckgen.scene import Node, Step
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.types import ListOf, One, PictureType, TextType
from deckgen.units import Rect, pt

PLACES = {2: (48, 492), 3: (48, 344, 640)}
WIDTHS = {2: 420, 3: 272}
TOP, HEIGHT, LEAST = 114, {2: 276, 3: 252}, 150
"""The pictures' top, their height, and the least they may be cut to for the words below them."""
LABEL, NOTE = 34, 28
"""Baselines: the label's from the picture's foot, the note's from the label's."""
FOOT, DESCENT = 474, 6
COUNTS = {2: "two", 3: "three"}
STEPS = ("body_bold", "small_bold")


class ComparedSpec(Spec):
    """One of the pictures."""

    picture = required(PictureType(), doc="of the same view, where it is before and after")
    label = required(TextType(), advice=Advice(characters=30), doc="what it is: Before, 2019, Millbrook")
    note = optional(TextType(), advice=Advice(words=14), doc="what to look at")


class CompareSpec(Spec):
    """What a comparison holds."""

    title = required(TextType(), placeholder="title")
    pictures = required(ListOf(One(ComparedSpec, "compared picture"), 2, 3), placeholder="pic and body each")
    source = optional(TextType(), placeholder="body")


@register("compare")
class Compare(Kind):
    """Two or three pictures side by side, each with its label: before and after, or the same thing in three places.

    Slots:
        slot                type                required  advice                 placeholder
        title               text                yes       –                      title
        pictures            2 to 3 of: mapping  yes       –                      pic and body each
        pictures[].picture  {file, alt}         yes       –                      –
            of the same view, where it is before and after
        pictures[].label    text                yes       at most 30 characters  –
            what it is: Before, 2019, Millbrook
        pictures[].note     text                no        at most 14 words       –
            what to look at
        source              text                no        –                      body

    Example:
        kind: compare
        title: One summer turned the yard into a garden
        pictures:
          - picture: {file: assets/gallery/playground-before.svg, alt: "A grey yard of cracked tarmac behind railings"}
            label: Before
            note: Tarmac, one bin and a puddle
          - picture: {file: assets/gallery/playground-after.svg, alt: The same yard with trees and flower beds}
            label: After
            note: Beds that each class looks after
    """

    spec = CompareSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return tuple(_layout(brand, count) for count in (2, 3))

    def attempts(self, spec: CompareSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on(_name(len(spec.pictures)))
        title, source = page.fill("title", spec.title), page.fill("source", spec.source)
        top = TOP + below_title(page, title)
        foot = SOURCE_FOOT - page.height(source) - CLEAR if source else FOOT
        for style in STEPS:
            words = max(_words_height(page, i, shown, style) for i, shown in enumerate(spec.pictures))
            height = max(LEAST, min(HEIGHT[len(spec.pictures)], foot - top - words))
            place = Place(top, height, foot)
            pictures = [_compared(page, i, shown, style, place) for i, shown in enumerate(spec.pictures)]
            yield page.attempt(title, *[part for parts in pictures for part in parts], source)

    def build(self, spec: CompareSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        return tuple(step for i in range(len(spec.pictures)) for step in together(nodes, f"pictures[{i}]"))


class Place(Struct, frozen=True):
    """Where all pictures begin, how high they are, and how far down words may go (points)."""

    top: float
    height: float
    foot: float


def _words_height(page: Page, index: int, shown: ComparedSpec, style: str) -> float:
    """From a picture to the foot of its words."""
    notes = page.lines(_note(page, index, shown))
    note = NOTE + (notes - 1) * page.pitch("small") if notes else 0
    return _label_height(page, index, shown, style) + note + DESCENT


def _label_height(page: Page, index: int, shown: ComparedSpec, style: str) -> float:
    """From a picture to the last baseline of its label, below which its note stands."""
    return LABEL + (page.lines(_label(page, index, shown, style)) - 1) * page.pitch(style)


def _label(page: Page, index: int, shown: ComparedSpec, style: str, place: Place | None = None) -> Fill | None:
    baseline = place.top + place.height + LABEL if place else None
    return page.fill(f"pictures[{index}].label", shown.label, style=style, baseline=baseline, limit=60)


def _note(
    page: Page, index: int, shown: ComparedSpec, *, baseline: float | None = None, foot: float = 0
) -> Fill | None:
    limit = foot - baseline + page.seat("small") if baseline is not None else None
    return page.fill(f"pictures[{index}].note", shown.note, baseline=baseline, limit=limit)


def _compared(page: Page, index: int, shown: ComparedSpec, style: str, place: Place) -> tuple[Part | None, ...]:
    slot = f"pictures[{index}].picture"
    given = page.layout.placeholder(slot).rect
    rect = Rect(given.x, pt(place.top), given.w, pt(place.height))
    label = _label(page, index, shown, style, place)
    baseline = place.top + place.height + _label_height(page, index, shown, style) + NOTE
    note = _note(page, index, shown, baseline=baseline, foot=place.foot)
    return picture_in(page, slot, shown.picture, rect=rect), label, note


def _name(count: int) -> str:
    return f"Compare, {COUNTS[count]}"


def _layout(brand: Brand, count: int) -> Layout:
    frame = Frame(brand)
    boxes = [p for i in range(count) for p in _boxes(frame, count, i)]
    return frame.layout("compare", _name(count), frame.title_top(), *boxes, frame.source(x=LEFT, w=WIDTH))


def _boxes(frame: Frame, count: int, index: int) -> tuple[Placeholder, Placeholder, Placeholder]:
    x, w, h = PLACES[count][index], WIDTHS[count], HEIGHT[count]
    slot, number = f"pictures[{index}]", index + 1
    label = TOP + h + LABEL
    return (
        frame.picture(f"{slot}.picture", f"Picture {number}", idx=80 + index, x=x, y=TOP, w=w, h=h),
        frame.hang(
            f"{slot}.label",
            f"Label {number}",
            idx=60 + index,
            style="body_bold",
            x=x,
            baseline=label,
            w=w,
            h=30,
            max_lines=2,
        ),
        frame.hang(
            f"{slot}.note",
            f"Note {number}",
            idx=50 + index,
            style="small",
            x=x,
            baseline=label + NOTE,
            w=w,
            h=50,
            role="muted",
            max_lines=3,
        ),
    )
