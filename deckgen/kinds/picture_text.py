"""Picture and text: a picture that shows what the words say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import LEFT, SOURCE_FOOT, Frame, Ink
from deckgen.layout.icons import icon_in
from deckgen.layout.pictures import picture_in
from deckgen.layout.setter import Attempt, Setter
from deckgen.layout.top import below_title
from deckgen.spec.one_of import check_one_of
from deckgen.spec.slots import Advice, BindContext, Spec, optional, required
from deckgen.spec.types import ItemsType, ListOf, PictureType, TextType
from deckgen.spec.types.icon import IconType
from deckgen.units import box

X, W = 566, 394
"""What bleeds off the slide's right edge."""
FIRST = 132
"""First baseline below a title of one line."""
ICON = box(X + 97, 170, 200, 200)
STEPS = (("body", 0), ("small", 4))
GAPS = {"text": 18, "points": 16}
"""A style, and how much closer together its paragraphs or points stand."""


class PictureTextSpec(Spec):
    """What a picture with text holds."""

    title = required(TextType(), placeholder="title")
    text = optional(ListOf(TextType(), 1, 3), advice=Advice(words=60), placeholder="body", doc="paragraphs")
    points = optional(ItemsType(2, 4), advice=Advice(words=60), placeholder="body", doc="or points")
    picture = optional(PictureType(), placeholder="pic")
    icon = optional(IconType(), doc="or an icon, by name: `deckgen list --icons`")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        for one, other in (("text", "points"), ("picture", "icon")):
            message = f'a picture with text has either "{one}" or "{other}"'
            check_one_of(spec, one, other, context, message=message)


@register("picture-text")
class PictureText(Kind):
    """A picture that shows what the words say, off the slide's right edge; or an icon where there is no picture.

    Slots:
        slot     type             required  advice            placeholder
        title    text             yes       –                 title
        text     1 to 3 of: text  no        at most 60 words  body
            paragraphs
        points   2–4 items        no        at most 60 words  body
            or points
        picture  {file, alt}      no        –                 pic
        icon     icon             no        –                 –
            or an icon, by name: `deckgen list --icons`

    Example:
        kind: picture-text
        title: Every child who leaves us is a reader
        text:
          - We buy the same forty class readers for every school, so a teacher who moves on Monday can teach on Tuesday.
          - Each title is chosen by the teachers who use it, and one in five is replaced each summer.
        picture: {file: assets/gallery/reading-corner.svg, alt: An armchair with an open book beside tall shelves}
    """

    spec = PictureTextSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return tuple(_layout(brand, shown, words) for shown in ("Picture", "Icon") for words in ("text", "points"))

    def attempts(self, spec: PictureTextSpec, setter: Setter) -> Iterator[Attempt]:
        slot = "text" if spec.text else "points"
        page = setter.on(f"{'Picture' if spec.picture else 'Icon'} and {slot}")
        title = page.fill("title", spec.title)
        first = FIRST + below_title(page, title)
        shown = picture_in(page, "picture", spec.picture) if spec.picture else None
        drawn = icon_in(page, spec.icon, ICON, on="tint") if spec.icon else None
        for style, closer in STEPS:
            words = page.fill(
                slot,
                spec.text or spec.points,
                style=style,
                gap=GAPS[slot] - closer,
                baseline=first,
                limit=SOURCE_FOOT - first + page.seat(style),
            )
            yield page.attempt(title, words, shown, drawn)


def _layout(brand: Brand, shown: str, words: str) -> Layout:
    frame = Frame(brand)
    title = frame.hang(
        "title",
        "Title",
        idx=0,
        style="title",
        x=LEFT,
        baseline=72,
        w=440,
        h=86,
        role="title",
        type_="title",
        max_lines=2,
    )
    name = f"{shown} and {words}"
    if shown == "Picture":
        beside = frame.picture("picture", "Picture", idx=80, x=X, y=0, w=W, h=540)
        return frame.layout("picture-text", name, title, _words(frame, words), beside, number=False)
    panel = Ink(brand, "tint").panel("Panel", X, 0, W, 540)
    return frame.layout("picture-text", name, title, _words(frame, words), nodes=(panel,), number_on="tint")


def _words(frame: Frame, slot: str) -> Placeholder:
    listed = slot == "points"
    return frame.hang(
        slot,
        slot.capitalize(),
        idx=1,
        style="body",
        x=LEFT,
        baseline=FIRST + 36,
        w=460,
        h=300,
        list_="bullets" if listed else "none",
        gap=GAPS[slot],
    )
