"""Free: any layout of the brand, its placeholders filled by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.attempt import Part
from deckgen.layout.frames import LEFT, WIDTH, Frame
from deckgen.layout.paragraphs import flowing
from deckgen.layout.pictures import picture_in
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.layout.top import below_title
from deckgen.spec.slots import Spec, required
from deckgen.spec.text import Block
from deckgen.spec.types import BodyType, EitherType, MapOf, PictureType, PictureValue, WordType
from deckgen.units import pt, to_pt

if TYPE_CHECKING:
    from typing import TypeAlias

    Filling: TypeAlias = tuple[Block, ...] | PictureValue

TITLE_FOOT = 144
"""A title of two lines, and the room below it, end here."""
SIZES = ("big", "lead", "body", "small")
"""A text in one of these steps down through those after it."""

_NATIVE = {"media": "a film", "tbl": "a table", "chart": "a chart"}
"""What placeholders of these types take, and a fill can't be."""


class FreeSpec(Spec):
    """What a free slide holds."""

    layout = required(WordType("a layout"), doc="its name, as PowerPoint’s Layout menu shows it")
    fill = required(
        MapOf(EitherType[tuple[Block, ...], PictureValue](BodyType(), PictureType()), "slot"),
        placeholder="by name",
        doc="paragraphs, lists or a picture for each placeholder, by its slot or its name",
    )


@register("free")
class Free(Kind):
    """Any layout of the brand, its placeholders filled by name: the way out when no kind fits.

    Text still fits its box or is refused, and a title is still wanted; nothing else is known of what the slide
    means, so a kind that fits is better.

    Slots:
        slot    type                                        required  advice  placeholder
        layout  words                                       yes       –       –
            its name, as PowerPoint’s Layout menu shows it
        fill    slot: paragraphs, 1 or more or {file, alt}  yes       –       by name
            paragraphs, lists or a picture for each placeholder, by its slot or its name

    Example:
        kind: free
        layout: Evidence, columns
        fill:
          title: Two ways to say it
          context: What the inspector wrote, in the inspector’s words.
          finding: What our children wrote, in theirs.
    """

    spec = FreeSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        body = frame.hang("body", "Content", idx=1, style="body", x=LEFT, baseline=138, w=WIDTH, h=340, gap=16)
        return (
            frame.layout("free", "Title only", frame.title_top()),
            frame.layout("free", "Title and content", frame.title_top(), body),
        )

    def title(self, spec: FreeSpec) -> str:
        found = next((spec.fill[key] for key in ("title", "Title") if key in spec.fill), ())
        return "" if isinstance(found, PictureValue) else " ".join([block.text.plain for block in found])

    def suits(self, spec: FreeSpec, setter: Setter, diags: Diagnostics) -> bool:
        layout = setter.layouts.get(spec.layout)
        if layout is None:
            hint = did_you_mean(spec.layout, setter.layouts)
            diags.error("unknown-layout", spec.at("layout"), f'the brand has no layout "{spec.layout[:60]}"', hint=hint)
            return False
        problems = list(_problems(spec, layout))
        for place, said, hint in problems:
            diags.error("unknown-slot", place, said, hint=hint)
        return not problems

    def attempts(self, spec: FreeSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on(spec.layout)
        filled = list(_filled(spec, page.layout))
        down = _down(page, filled)
        for step in range(len(SIZES)):
            yield page.attempt(*(_part(page, placeholder, value, step, down) for placeholder, value in filled))


def _down(page: Page, filled: Sequence[tuple[Placeholder, Filling]]) -> float:
    """How far a title across the slide pushes down what stands below it, in points."""
    for placeholder, value in filled:
        if placeholder.type == "title" and placeholder.rect.w == pt(WIDTH) and not isinstance(value, PictureValue):
            return below_title(page, page.fill(placeholder.slot, value))
    return 0


def _problems(spec: FreeSpec, layout: Layout) -> Iterator[tuple[Span, str, str | None]]:
    """(place, what is wrong, what to do) of what does not go onto the layout."""
    known = {p.slot: p for p in layout.placeholders} | {p.name: p for p in layout.placeholders}
    for key, value in spec.fill.items():
        place = value.span if isinstance(value, PictureValue) else value[0].text.span
        if key not in known:
            slots = [p.slot for p in layout.placeholders]
            yield place, f'the layout "{layout.name}" has no slot "{key[:60]}"', did_you_mean(key, slots)
        elif known[key].type in _NATIVE:
            yield place, f'the slot "{key}" takes {_NATIVE[known[key].type]}', f"use kind: {layout.kind}"
        elif (known[key].type == "pic") != isinstance(value, PictureValue):
            wanted = "a picture" if known[key].type == "pic" else "text"
            yield place, f'the slot "{key}" takes {wanted}', "put it into another slot, or choose another layout"
    for twice in (p for p in layout.placeholders if p.slot != p.name and {p.slot, p.name} <= spec.fill.keys()):
        yield spec.at("fill"), f'"{twice.slot}" and "{twice.name}" are the same slot', "keep one of the two"
    title = next((p for p in layout.placeholders if p.type in ("title", "ctrTitle")), None)
    # A key that the layout doesn't know may have been meant as the title's.
    if title is not None and known.keys() >= spec.fill.keys() and not {title.slot, title.name} & set(spec.fill):
        yield spec.at("fill"), f'the slide has no title: "{title.slot}" is not filled', f'add "{title.slot}:"'


def _filled(spec: FreeSpec, layout: Layout) -> Iterator[tuple[Placeholder, Filling]]:
    """The placeholders that are filled, in the layout's order, which is the reading order."""
    for placeholder in layout.placeholders:
        value = spec.fill.get(placeholder.slot) or spec.fill.get(placeholder.name)
        if value is not None:
            yield placeholder, value


def _part(page: Page, placeholder: Placeholder, value: Filling, step: int, down: float) -> Part | None:
    if isinstance(value, PictureValue):
        return picture_in(page, placeholder.slot, value)
    moved = down if placeholder.anchor == "t" and _below_title(placeholder) else 0
    return page.fill(
        placeholder.slot,
        flowing(value, placeholder),
        style=_style(placeholder, step),
        baseline=to_pt(placeholder.rect.y + placeholder.style.seat) + moved,
        limit=to_pt(placeholder.rect.h) - moved,
        span=_span(value),
    )


def _below_title(placeholder: Placeholder) -> bool:
    """Whether a text stands where a title's second line needs room."""
    return placeholder.type == "body" and placeholder.rect.y < pt(TITLE_FOOT)


def _style(placeholder: Placeholder, step: int) -> str | None:
    """The placeholder's style, `step` sizes down where it is text that may be smaller."""
    if placeholder.style.name not in SIZES or placeholder.type in ("title", "ctrTitle"):
        return None
    return SIZES[min(SIZES.index(placeholder.style.name) + step, len(SIZES) - 1)]


def _span(value: Sequence[Block]) -> Span:
    return value[0].text.span
