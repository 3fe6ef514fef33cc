"""Picture: one picture, one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import LEFT, Frame
from deckgen.layout.order import together
from deckgen.layout.pictures import picture_in
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.scene import BoxLook, Node, Step
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.types import PictureType, TextType
from deckgen.units import Rect, box, pt, to_pt

WIDTHS = (542, 912)
"""Of the caption's panel: the first in which the caption fits."""
PANEL, CREDITED = (450, 90), (432, 108)
"""The panel's top and height, by itself and with a credit in it."""
RIGHT, CREDIT = 24, 520
"""How far words keep from the panel's right edge, and the credit's baseline."""
FIRST = 464
"""Baseline of a caption's first line above a credit; a single line begins one lower."""


class PictureSpec(Spec):
    """What a picture holds."""

    picture = required(PictureType(), placeholder="pic", doc="at least 1,920 pixels across")
    caption = required(TextType(), advice=Advice(words=18), placeholder="title")
    credit = optional(TextType(), advice=Advice(characters=60), placeholder="body", doc="who made it, or whose it is")


@register("picture")
class Picture(Kind):
    """One picture over the whole slide, and one line, which is the slide's title. No words stand on the picture itself.

    Slots:
        slot     type         required  advice                 placeholder
        picture  {file, alt}  yes       –                      pic
            at least 1,920 pixels across
        caption  text         yes       at most 18 words       title
        credit   text         no        at most 60 characters  body
            who made it, or whose it is

    Example:
        kind: picture
        picture:
          file: assets/gallery/valley.svg
          alt: Five different school buildings along one ridge at sunrise, with a river below them
        caption: Our schools are nine miles apart at most, and never on their own.
    """

    spec = PictureSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return _layout(brand, "Picture", credited=False), _layout(brand, "Picture with credit", credited=True)

    def title(self, spec: PictureSpec) -> str:
        return spec.caption.plain

    def attempts(self, spec: PictureSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Picture with credit" if spec.credit else "Picture")
        shown = picture_in(page, "picture", spec.picture)
        for width in WIDTHS:
            caption = _widened(page.fill("caption", spec.caption), width)
            if spec.credit:
                caption = _lowered(page, caption)
            yield page.attempt(shown, caption, _widened(page.fill("credit", spec.credit), width - LEFT - RIGHT))

    def build(self, spec: PictureSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        return together(nodes, "caption", "credit")


def _widened(fill: Fill | None, width: float) -> Fill | None:
    """The words in a box of this width."""
    return replace(fill, rect=Rect(fill.rect.x, fill.rect.y, pt(width), fill.rect.h)) if fill else None


def _lowered(page: Page, caption: Fill | None) -> Fill | None:
    """The caption above a credit: the panel of a single line is lower by one."""
    if caption is None or page.lines(caption) > 1:
        return caption
    rect, line = caption.rect, caption.style.pitch
    return replace(caption, rect=Rect(rect.x, rect.y + line, rect.w, rect.h - line), limit=caption.limit - line)


def _layout(brand: Brand, name: str, *, credited: bool) -> Layout:
    frame = Frame(brand)
    top, height = CREDITED if credited else PANEL
    style = brand.style("body")
    # The picture lies above all that the layout paints, so the panel is the caption's own.
    above = FIRST - to_pt(style.seat) - top
    look = BoxLook(
        fill=brand.surface("ground").background,
        inset_x=pt(LEFT),
        inset_right=pt(RIGHT),
        inset_y=pt(above) if credited else 0,
        inset_bottom=pt(34) if credited else 0,
    )
    caption = frame.hang(
        "caption", "Caption", idx=0, style="body", x=0, baseline=0, w=0, h=0, on="ground", type_="title", max_lines=2
    )
    caption = replace(caption, rect=box(0, top, WIDTHS[0], height), anchor="t" if credited else "ctr", look=look)
    credit = frame.hang(
        "credit",
        "Credit",
        idx=70,
        style="source",
        x=LEFT,
        baseline=CREDIT,
        w=WIDTHS[0] - LEFT - RIGHT,
        h=18,
        role="muted",
        on="ground",
        max_lines=1,
    )
    return frame.layout(
        "picture",
        name,
        frame.picture("picture", "Picture", idx=80, x=0, y=0, w=960, h=540),
        caption,
        *((credit,) if credited else ()),
        wordmark=None,
        number=False,
    )
